"""One of several options is right."""

import random
from collections import Counter

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["single_choice"]
OPTIONS = [
    {"id": "a", "text": "Amur", "correct": True},
    {"id": "b", "text": "Volga", "why": "It is in Europe."},
    {"id": "c", "text": "Ob"},
    {"id": "d", "text": "Lena"},
]


def content(options=OPTIONS, **more):
    return KIND.load({"prompt": "Which river is the border?", "options": options, **more})


def faults(options, **more):
    with pytest.raises(ValidationError) as raised:
        content(options, **more)
    return {(error["type"], error["loc"]) for error in raised.value.errors()}


def test_the_form_names_places_and_the_answer_ids():
    order = {"options": ["c", "a", "d", "b"]}
    assert KIND.parse(content(), order, {"answer": ["2"]}) == {"option": "a"}
    assert KIND.check(content(), {"option": "a"}).score == 1
    assert KIND.check(content(), {"option": "c"}).score == 0


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (["0"], "unknown_option"),
        (["5"], "unknown_option"),
        (["a"], "unknown_option"),
        (["-1"], "unknown_option"),
        (["1", "2"], "several_chosen"),
        ([], "nothing_chosen"),
    ],
)
def test_what_is_no_place_is_refused(sent, code):
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(content(), {"options": ["c", "a", "d", "b"]}, {"answer": sent})
    assert raised.value.code == code


def test_an_option_that_the_version_does_not_have_is_refused():
    with pytest.raises(BadAnswer):
        KIND.check(content(), {"option": "z"})


def test_the_reveal_keeps_the_order_that_was_seen_and_says_why():
    revealed = KIND.reveal(content(), {"options": ["b", "a", "c", "d"]}, {"option": "b"})
    assert revealed["key"] == "Amur"
    assert [(row["text"], row["correct"], row["chosen"]) for row in revealed["options"][:2]] == [
        ("Volga", False, True),
        ("Amur", True, False),
    ]
    assert revealed["options"][0]["why"] == "It is in Europe."


def test_every_option_stands_in_every_place_about_as_often():
    """A key that is first more often than not would be an answer for those who know nothing."""
    drawn = [KIND.arrange(content(), random.Random(seed))["options"] for seed in range(2000)]
    for place in range(4):
        counts = Counter(order[place] for order in drawn)
        assert all(400 < counts[one] < 600 for one in "abcd")


def test_options_whose_order_means_something_keep_it():
    kept = content(keep_order="true")
    assert KIND.arrange(kept, random.Random(1)) == {"options": ["a", "b", "c", "d"]}


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (OPTIONS[1:], ("no_correct_option", ("options",))),
        ([OPTIONS[0], {"id": "b", "text": "Ussuri", "correct": True}], ("several_correct_options", ("options",))),
        (OPTIONS[:1], ("too_few_options", ("options",))),
        ([*OPTIONS, {"id": "a", "text": "Don"}], ("duplicate_id", ("options", 4, "id"))),
        ([*OPTIONS, {"id": "e", "text": " VOLGA"}], ("equal_options", ("options", 4, "text"))),
        ([*OPTIONS, {"id": "e", "text": "  "}], ("string_too_short", ("options", 4, "text"))),
        ([*OPTIONS, {"id": "E 1", "text": "Don"}], ("bad_id", ("options", 4, "id"))),
        ([*OPTIONS, {"id": "e", "text": "Don", "correct": "yes"}], ("not_true_false", ("options", 4, "correct"))),
        ([*OPTIONS, {"id": "e", "text": "Don", "rihgt": "true"}], ("extra_forbidden", ("options", 4, "rihgt"))),
    ],
)
def test_faults_of_the_author(options, fault):
    assert faults(options) == {fault}


def test_all_faults_are_told_at_once():
    twice = [{"id": "a", "text": "Amur"}, {"id": "a", "text": "Volga", "colour": "blue"}]
    assert faults(twice) == {("duplicate_id", ("options", 1, "id")), ("extra_forbidden", ("options", 1, "colour"))}
    same = [{"id": "a", "text": "Amur"}, {"id": "b", "text": "amur"}]
    assert faults(same) == {("equal_options", ("options", 1, "text")), ("no_correct_option", ("options",))}
