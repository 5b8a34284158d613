"""Several options, any number of them right."""

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["multiple_choice"]
OPTIONS = [
    {"id": "a", "text": "Brazil", "correct": "true"},
    {"id": "b", "text": "India", "correct": "true"},
    {"id": "c", "text": "Japan"},
    {"id": "d", "text": "Canada"},
    {"id": "e", "text": "South Africa", "correct": "true"},
]
CONTENT = KIND.load({"prompt": "Which are members?", "options": OPTIONS})


@pytest.mark.parametrize(
    ("chosen", "score", "code"),
    [
        ("abe", 1, "right"),
        ("ab", 2 / 3, "partly"),
        ("a", 1 / 3, "partly"),
        ("abc", 1 / 3, "partly"),
        ("abec", 2 / 3, "partly"),
        ("abecd", 1 / 3, "partly"),  # choosing all does not pay
        ("ac", 0, "wrong"),
        ("acd", 0, "wrong"),  # never below nothing
        ("c", 0, "wrong"),
    ],
)
def test_right_choices_count_and_wrong_ones_take_away(chosen, score, code):
    verdict = KIND.check(CONTENT, {"options": list(chosen)})
    assert verdict.score == pytest.approx(score)
    assert verdict.code == code
    assert verdict.params == {
        "right": len(set(chosen) & set("abe")),
        "wrong": len(set(chosen) & set("cd")),
        "keys": 3,
    }


def test_a_place_sent_twice_counts_once():
    order = {"options": list("edcba")}
    assert KIND.parse(CONTENT, order, {"answer": ["5", "1", "5"]}) == {"options": ["e", "a"]}


def test_one_bad_place_spoils_the_form():
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(CONTENT, {"options": list("edcba")}, {"answer": ["1", "6"]})
    assert raised.value.code == "unknown_option"


def test_an_option_that_the_version_does_not_have_is_refused():
    with pytest.raises(BadAnswer):
        KIND.check(CONTENT, {"options": ["a", "z"]})


def test_the_reveal_names_every_key():
    revealed = KIND.reveal(CONTENT, {"options": list("edcba")}, {"options": ["a", "c"]})
    assert revealed["key"] == "South Africa; India; Brazil"
    assert [row["chosen"] for row in revealed["options"]] == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([option for option in OPTIONS if "correct" in option], "no_wrong_option"),
        (OPTIONS[2:4], "no_correct_option"),
        (OPTIONS[:1], "too_few_options"),
    ],
)
def test_faults_of_the_author(options, code):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "Which?", "options": options})
    assert code in {error["type"] for error in raised.value.errors()}


def test_one_key_is_enough():
    """That there is one only must not be known beforehand."""
    single = KIND.load({"prompt": "Which?", "options": OPTIONS[1:4]})
    assert KIND.check(single, {"options": ["b"]}).score == 1
