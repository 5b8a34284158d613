"""A statement, true or false."""

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["true_false"]
FALSE = {
    "prompt": "The treaty was signed in 1991.",
    "answer": "false",
    "why": "It was signed in 2001.",
    "swap": {"from": "2001", "to": "1991"},
}


@pytest.mark.parametrize(
    ("answer", "value", "score"), [("true", True, 1), ("true", False, 0), ("false", True, 0), ("false", False, 1)]
)
def test_the_answer_is_right_or_wrong(answer, value, score):
    content = KIND.load({"prompt": "The treaty was signed.", "answer": answer})
    assert KIND.check(content, {"value": value}).score == score


@pytest.mark.parametrize("answer", ["yes", "True", "1", "no", "off", "", 1, None])
def test_only_true_and_false_are_truth_values(answer):
    """YAML 1.1 takes yes, no, on and off for truth values; here they are refused, and a text stays a text."""
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "The treaty was signed.", "answer": answer})
    assert [error["type"] for error in raised.value.errors()] == ["not_true_false"]


@pytest.mark.parametrize(
    ("sent", "code"), [(["1"], "unknown_option"), (["True"], "unknown_option"), (["true", "false"], "several_chosen")]
)
def test_what_is_neither_is_refused(sent, code):
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(KIND.load(FALSE), {}, {"answer": sent})
    assert raised.value.code == code


def test_the_form_says_true_or_false():
    assert KIND.parse(KIND.load(FALSE), {}, {"answer": ["true"]}) == {"value": True}
    assert KIND.parse(KIND.load(FALSE), {}, {"answer": ["false"]}) == {"value": False}


def test_the_reveal_tells_what_is_right():
    revealed = KIND.reveal(KIND.load(FALSE), {}, {"value": True})
    assert revealed["key"] == "false"
    assert revealed["why"] == "It was signed in 2001."
    assert revealed["swap"] == {"from": "2001", "to": "1991"}
    assert revealed["options"] == [
        {"value": "true", "correct": False, "chosen": True},
        {"value": "false", "correct": True, "chosen": False},
    ]


def test_an_answer_of_false_is_an_answer():
    revealed = KIND.reveal(KIND.load(FALSE), {}, {"value": False})
    assert [row["chosen"] for row in revealed["options"]] == [False, True]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": "true"}, "swap_but_true"),
        ({"swap": {"from": "1991", "to": "2001"}}, "swap_not_in_prompt"),
        ({"swap": {"from": "2001"}}, "missing"),
        ({"swap": {"from": "2001", "to": "1991", "at": "3"}}, "extra_forbidden"),
    ],
)
def test_faults_of_the_author(change, code):
    with pytest.raises(ValidationError) as raised:
        KIND.load(FALSE | change)
    assert [error["type"] for error in raised.value.errors()] == [code]
