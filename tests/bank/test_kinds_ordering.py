"""Steps to be put in order."""

import random
from collections import Counter
from itertools import permutations

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["ordering"]
STEPS = [
    {"id": "a", "text": "Border agreement", "fact": "crs-2023/border"},
    {"id": "b", "text": "Friendship treaty", "fact": "crs-2023/treaty"},
    {"id": "c", "text": "Border dispute resolved", "fact": "crs-2023/border"},
    {"id": "d", "text": "Road map signed"},
]
CONTENT = KIND.load({"prompt": "From the first to the last.", "steps": STEPS})


@pytest.mark.parametrize(
    ("order", "kept"),
    [
        ("abcd", 3),
        ("bacd", 1),  # only c before d is left
        ("abdc", 1),
        ("bcda", 2),  # one step in a wrong place tears one pair
        ("dabc", 2),
        ("acbd", 0),
        ("dcba", 0),
    ],
)
def test_neighbours_that_were_kept_count(order, kept):
    verdict = KIND.check(CONTENT, {"order": list(order)})
    assert verdict.score == pytest.approx(kept / 3)
    assert verdict.params == {"rule": "adjacent", "kept": kept, "neighbours": 3}
    assert verdict.code == {3: "right", 0: "wrong"}.get(kept, "partly")


def test_only_the_right_order_is_right_and_guessing_is_worth_a_share_of_one():
    scores = {order: KIND.check(CONTENT, {"order": list(order)}).score for order in permutations("abcd")}
    assert [order for order, score in scores.items() if score == 1] == [tuple("abcd")]
    assert sum(scores.values()) / len(scores) == pytest.approx(1 / 4)


def test_each_fact_has_the_share_of_its_own_neighbours():
    verdict = KIND.check(CONTENT, {"order": list("abdc")})  # a–b kept; b–c and c–d torn
    assert verdict.per_fact == {"crs-2023/border": 0.5, "crs-2023/treaty": 0.5}  # mean of a (1) and c (0); b: 1 of 2
    assert set(KIND.check(CONTENT, {"order": list("abcd")}).per_fact.values()) == {1}


def test_the_right_order_is_never_shown_and_every_other_is_as_likely():
    three = KIND.load({"prompt": "By date.", "steps": STEPS[:3]})
    drawn = Counter("".join(KIND.arrange(three, random.Random(seed))["steps"]) for seed in range(3000))
    assert "abc" not in drawn
    assert len(drawn) == 5
    assert all(500 < count < 700 for count in drawn.values())


def test_the_form_gives_places_in_fields_or_in_one_list():
    order = {"steps": ["c", "a", "d", "b"]}
    fields = {"answer-1": ["2"], "answer-2": ["4"], "answer-3": ["1"], "answer-4": ["3"]}
    assert KIND.parse(CONTENT, order, fields) == {"order": ["a", "b", "c", "d"]}
    assert KIND.parse(CONTENT, order, {"answer": ["2", "4", "1", "3"]}) == {"order": ["a", "b", "c", "d"]}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, "nothing_chosen"),
        ({"answer-1": ["2"], "answer-4": ["1"]}, "incomplete"),
        ({"answer": ["2", "4", "1"]}, "incomplete"),
        ({"answer": ["2", "4", "1", "1"]}, "same_place"),
        ({"answer": ["2", "4", "1", "3", "3"]}, "same_place"),
        ({"answer": ["2", "4", "1", "5"]}, "unknown_option"),
    ],
)
def test_what_is_no_answer_is_refused(form, code):
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(CONTENT, {"steps": ["c", "a", "d", "b"]}, form)
    assert raised.value.code == code


@pytest.mark.parametrize("order", ["abc", "abcde", "aabc", "abcz"])
def test_an_answer_that_does_not_fit_the_version_is_refused(order):
    with pytest.raises(BadAnswer):
        KIND.check(CONTENT, {"order": list(order)})


def test_the_reveal_gives_the_right_order_and_the_one_that_was_given():
    revealed = KIND.reveal(CONTENT, {"steps": ["c", "a", "d", "b"]}, {"order": list("bacd")})
    assert [step["text"] for step in revealed["steps"]] == [step["text"] for step in STEPS]
    assert [step["place"] for step in revealed["given"]] == [2, 1, 3, 4]
    assert revealed["rule"] == "adjacent"


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        (STEPS[:2], ("too_few_steps", ("steps",))),
        ([*STEPS, {"id": "e", "text": "road map  signed"}], ("equal_steps", ("steps", 4, "text"))),
        ([*STEPS, {"id": "d", "text": "Visit"}], ("duplicate_id", ("steps", 4, "id"))),
        ([*STEPS, {"id": "e", "text": "Visit", "fact": "crs-2023/groups"}], ("bad_ref", ("steps", 4, "fact"))),
    ],
)
def test_faults_of_the_author(steps, fault):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "By date.", "steps": steps})
    assert [(error["type"], error["loc"]) for error in raised.value.errors()] == [fault]
