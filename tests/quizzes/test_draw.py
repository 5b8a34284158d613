"""Which questions are drawn: never two on one fact or on one sentence, new and written ones first."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank.selectors import Candidate
from crlearn.quizzes import draw
from crlearn.quizzes.draw import RECALL


def candidate(number, *, facts=None, spans=None, kind="single_choice", origin="written", importance="core"):
    return Candidate(
        question=number,
        version=number + 1000,
        kind=kind,
        origin=origin,
        asks="main",
        facts=(number,) if facts is None else facts,
        importance=importance,
        spans=((1, number * 100, number * 100 + 50),) if spans is None else spans,
    )


def numbers(drawn):
    return [one.question for one in drawn]


def draw_many(candidates, count, **more):
    """Fifty draws, so that what holds by chance is found out."""
    return [draw.draw(candidates, count, random.Random(seed), **more) for seed in range(50)]


def test_the_same_seed_draws_the_same_and_others_draw_otherwise():
    pool = [candidate(number) for number in range(30)]
    once = numbers(draw.draw(pool, 10, random.Random(5)))
    assert once == numbers(draw.draw(pool, 10, random.Random(5)))
    assert len({tuple(numbers(drawn)) for drawn in draw_many(pool, 10)}) == 50


def test_no_fact_is_asked_twice():
    pool = [candidate(1), candidate(2, facts=(1,)), candidate(3, facts=(1, 4)), candidate(4)]
    assert {frozenset(numbers(drawn)) for drawn in draw_many(pool, 4)} == {
        frozenset({1, 4}),
        frozenset({2, 4}),
        frozenset({3}),  # a group that asks both facts
    }


@pytest.mark.parametrize(
    ("span", "apart"),
    [
        ((1, 0, 10), True),
        ((1, 10, 20), True),  # it ends where the other begins
        ((1, 10, 21), False),
        ((1, 25, 30), False),
        ((1, 0, 99), False),
        ((1, 39, 50), False),
        ((1, 40, 50), True),
        ((2, 20, 40), True),  # the same place of another document
    ],
)
def test_overlapping_quotations_are_not_asked_together(span, apart):
    pool = [candidate(1, spans=((1, 20, 40),)), candidate(2, spans=((3, 0, 5), span))]
    assert {len(drawn) for drawn in draw_many(pool, 2)} == {2 if apart else 1}


def test_what_was_not_seen_before_comes_first_then_what_a_person_wrote():
    pool = [
        candidate(1),
        candidate(2),
        candidate(3, origin="generated"),
        candidate(4, origin="generated"),
        candidate(5),
    ]
    for drawn in draw_many(pool, 5, seen={1, 3}):
        assert [set(numbers(part)) for part in (drawn[:2], drawn[2:3], drawn[3:4], drawn[4:])] == [
            {2, 5},
            {4},
            {1},
            {3},
        ]


PLACE = (1, 0, 1000)


def recall(candidates, count=7, *, met=(), seed=0, place=PLACE):
    return draw.section(candidates, count, random.Random(seed), place=place, met=met)


def test_a_section_is_recalled_in_reading_order_by_producing_the_answer():
    pool = [candidate(number, kind=kind) for number in (3, 1, 2) for kind in ("single_choice",)]
    pool += [
        candidate(number + 10, facts=(number,), spans=((1, number * 100, number * 100 + 50),), kind="cloze")
        for number in (1, 2)
    ]
    for seed in range(20):
        drawn = recall(pool, seed=seed)
        assert numbers(drawn) == [11, 12, 3]
        assert [one.kind in RECALL for one in drawn] == [True, True, False]


def test_the_order_is_that_of_the_section_not_of_another_document():
    first = candidate(1, spans=((1, 50, 60), (2, 900, 950)))
    second = candidate(2, spans=((2, 10, 20), (1, 500, 510)))
    assert numbers(recall([second, first])) == [1, 2]
    assert numbers(recall([second, first], place=(2, 0, 1000))) == [2, 1]


def test_a_section_leaves_out_what_is_least_needed():
    core, detail = candidate(1), candidate(2, importance="detail")
    met, minor = candidate(3), candidate(4, importance="minor")
    pool = [minor, met, detail, core]
    assert numbers(recall(pool, 2, met={3})) == [1, 2]
    assert numbers(recall(pool, 3, met={3})) == [1, 2, 4]
    assert numbers(recall(pool, 4, met={3})) == [1, 2, 3, 4]


CANDIDATES = st.lists(
    st.builds(
        candidate,
        st.integers(1, 400),
        facts=st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(tuple),
        spans=st.lists(st.tuples(st.integers(1, 2), st.integers(0, 50), st.integers(51, 90)), max_size=2).map(tuple),
        kind=st.sampled_from(["cloze", "single_choice"]),
        origin=st.sampled_from(["written", "generated"]),
    ),
    max_size=15,
)


@given(CANDIDATES, st.integers(0, 12), st.integers(0, 9))
def test_whatever_there_is_to_draw_from_nothing_meets(candidates, count, seed):
    for drawn in (draw.draw(candidates, count, random.Random(seed)), recall(candidates, count, seed=seed)):
        assert len(drawn) <= count
        for place, one in enumerate(drawn):
            for other in drawn[place + 1 :]:
                assert not set(one.facts) & set(other.facts)
                assert not any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one.spans for b in other.spans)
    if candidates and count:
        assert draw.draw(candidates, count, random.Random(seed))
