"""A question answered by a number. How numbers are read and compared is tested with bank.values."""

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["numeric"]


def load(answer="3.1", **more):
    return KIND.load({"prompt": "How much was it?", "answer": answer, **more})


def test_the_page_shows_the_unit_and_not_the_number():
    assert KIND.show(load(unit="billion US dollars"), {}) == {
        "prompt": "How much was it?",
        "unit": "billion US dollars",
    }


@pytest.mark.parametrize(
    ("given", "score", "code"),
    [
        ("3.1", 1, "right"),
        ("3.1 bn", 1, "right"),
        ("$3.1 billion", 1, "right"),
        ("3.15", 1, "right"),
        ("3.16", 0, "wrong_number"),
        ("3.1 million", 0, "wrong_scale"),
        ("3.1 billion euros", 0, "wrong_unit"),
    ],
)
def test_an_answer_is_judged_by_value_and_unit(given, score, code):
    content = load(unit="billion US dollars", tolerance="0.05")
    verdict = KIND.check(content, {"text": given})
    assert (verdict.score, verdict.code) == (score, code)


@pytest.mark.parametrize("text", ["many", "three or four", "1/3", "10²", "2001, 2002"])
def test_what_is_no_number_is_asked_again(text):
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(load(), {}, {"answer": [text]})
    assert raised.value.code == "not_a_number"


def test_the_reveal_gives_the_number_with_its_unit():
    revealed = KIND.reveal(load(unit="billion US dollars"), {}, {"text": "3"})
    assert (revealed["key"], revealed["given"]) == ("3.1 billion US dollars", "3")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": "many"}, "not_a_number"),
        ({"answer": "3.1 billion dollars", "unit": "dollars"}, "unit_twice"),
        ({"unit_accept": ["bn"]}, "unit_accept_alone"),
        ({"unit": "per 100 people"}, "bad_unit"),
        ({"tolerance": "some"}, "bad_tolerance"),
        ({"tolerance": "-1"}, "bad_tolerance"),
        ({"tolerance": "NaN"}, "bad_tolerance"),
        ({"tolerance": "5%"}, "bad_tolerance"),
        ({"tolerance": "1e999999999"}, "bad_tolerance"),
        ({"unit": "years", "unit_accept": ["a 5 and a 6"]}, "bad_unit"),
    ],
)
def test_faults_of_the_author(change, code):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "How much?", "answer": "3.1"} | change)
    assert [error["type"] for error in raised.value.errors()] == [code]
