"""Pairs to be joined."""

import random

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["matching"]
PAIRS = [
    {"id": "a", "left": "Not interoperable", "right": "CFR 2024", "fact": "cfr-2024/interoperability"},
    {"id": "b", "left": "Developing interoperability", "right": "CRS 2023", "fact": "crs-2023/interoperability"},
    {"id": "c", "left": "Moving towards it", "right": "FIIA 2018", "fact": "fiia-2018/interoperability"},
    {"id": "d", "left": "Exercises in Europe", "right": "FIIA 2018", "fact": "fiia-2018/interoperability"},
]
CONTENT = KIND.load({"prompt": "Who says it?", "pairs": PAIRS, "extra": [{"id": "x", "right": "USIP 2019"}]})
KEY = {"a": "a", "b": "b", "c": "c", "d": "c"}


def test_a_right_side_of_two_pairs_is_shown_once():
    order = KIND.arrange(CONTENT, random.Random(1))
    assert sorted(order["left"]) == ["a", "b", "c", "d"]
    assert sorted(order["right"]) == ["a", "b", "c", "x"]
    assert len(KIND.show(CONTENT, order)["right"]) == 4


def test_the_score_is_the_share_of_pairs_that_are_right():
    verdict = KIND.check(CONTENT, {"pairs": KEY | {"a": "x"}})
    assert (verdict.score, verdict.code) == (0.75, "partly")
    assert verdict.params == {"right": 3, "pairs": 4}


def test_each_fact_has_a_verdict_of_its_own():
    verdict = KIND.check(CONTENT, {"pairs": KEY | {"a": "b", "d": "a"}})
    assert verdict.per_fact == {
        "cfr-2024/interoperability": 0,
        "crs-2023/interoperability": 1,
        "fiia-2018/interoperability": 0.5,  # of two pairs one is right
    }


def test_the_form_names_places_on_both_sides():
    order = {"left": ["d", "b", "a", "c"], "right": ["x", "c", "a", "b"]}
    form = {"answer-1": ["2"], "answer-2": ["4"], "answer-3": ["3"], "answer-4": ["2"]}
    answer = KIND.parse(CONTENT, order, form)
    assert answer == {"pairs": {"d": "c", "b": "b", "a": "a", "c": "c"}}
    assert KIND.check(CONTENT, answer).score == 1
    shown = KIND.show(CONTENT, order)
    assert shown["left"][0] == {"field": "answer-1", "text": "Exercises in Europe"}
    assert shown["right"][1] == {"value": "2", "text": "FIIA 2018"}


@pytest.mark.parametrize(
    ("form", "code", "params"),
    [
        ({}, "nothing_chosen", {}),
        ({"answer-1": ["1"], "answer-2": ["2"]}, "incomplete", {"missing": 2}),
        ({f"answer-{n}": ["5"] for n in range(1, 5)}, "unknown_option", {}),
        ({f"answer-{n}": ["0"] for n in range(1, 5)}, "unknown_option", {}),
    ],
)
def test_what_is_no_answer_is_refused(form, code, params):
    order = {"left": ["d", "b", "a", "c"], "right": ["x", "c", "a", "b"]}
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(CONTENT, order, form)
    assert (raised.value.code, raised.value.params) == (code, params)


@pytest.mark.parametrize("pairs", [{"a": "a"}, KEY | {"a": "z"}, KEY | {"z": "a"}])
def test_an_answer_that_does_not_fit_the_version_is_refused(pairs):
    with pytest.raises(BadAnswer):
        KIND.check(CONTENT, {"pairs": pairs})


def test_neither_side_follows_the_file_or_the_other_side():
    """Each pair must stand level with its partner no more often than chance has it."""
    content = KIND.load({"prompt": "Who says it?", "pairs": PAIRS[:3]})
    level = first = 0
    for seed in range(3000):
        order = KIND.arrange(content, random.Random(seed))
        level += order["left"] == order["right"]
        first += order["left"] == ["a", "b", "c"]
    assert 400 < level < 600  # one in six
    assert 400 < first < 600


def test_the_reveal_gives_each_left_side_its_right_one():
    order = {"left": ["d", "b", "a", "c"], "right": ["x", "c", "a", "b"]}
    revealed = KIND.reveal(CONTENT, order, {"pairs": KEY | {"b": "x"}})
    assert revealed["pairs"][0] == {
        "left": "Exercises in Europe",
        "right": "FIIA 2018",
        "chosen": "FIIA 2018",
        "correct": True,
    }
    assert revealed["pairs"][1] == {
        "left": "Developing interoperability",
        "right": "CRS 2023",
        "chosen": "USIP 2019",
        "correct": False,
    }
    assert revealed["key"].startswith("Exercises in Europe – FIIA 2018; ")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"pairs": PAIRS[:1]}, ("too_few_pairs", ("pairs",))),
        ({"pairs": PAIRS[2:]}, ("one_right_side", ("pairs",))),
        (
            {"pairs": [*PAIRS, {"id": "e", "left": "moving  towards it", "right": "CRS 2023"}]},
            ("equal_pairs", ("pairs", 4, "left")),
        ),
        (
            {"pairs": [*PAIRS, {"id": "a", "left": "Silent", "right": "USIP 2019"}]},
            ("duplicate_id", ("pairs", 4, "id")),
        ),
        ({"extra": [{"id": "x", "right": "crs 2023"}]}, ("extra_is_right", ("extra", 0, "right"))),
        ({"extra": [{"id": "a", "right": "USIP 2019"}]}, ("duplicate_id", ("extra", 0, "id"))),
        (
            {"pairs": [*PAIRS, {"id": "e", "left": "Silent", "right": "X", "fact": "interoperability"}]},
            ("bad_ref", ("pairs", 4, "fact")),
        ),
    ],
)
def test_faults_of_the_author(change, fault):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "Who says it?", "pairs": PAIRS} | change)
    assert [(error["type"], error["loc"]) for error in raised.value.errors()] == [fault]
