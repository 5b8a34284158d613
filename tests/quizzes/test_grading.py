"""Marks and totals, and what may be shown when."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.quizzes import grading

ONE = Decimal(1)


@pytest.mark.parametrize(
    ("value", "score"),
    [(0, "0"), (1, "1"), (1 / 3, "0.3333"), (2 / 3, "0.6667"), (0.00005, "0.0001"), (0.5, "0.5")],
)
def test_a_score_has_four_decimals_rounded_half_up(value, score):
    assert grading.score_of(value) == Decimal(score)


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan")])
def test_a_score_out_of_range_is_a_fault_of_ours(value):
    with pytest.raises(ValueError, match="from 0 to 1"):
        grading.score_of(value)


def test_a_mark_is_the_share_of_the_maximum():
    assert grading.mark_of(Decimal("0.3333"), Decimal(3)) == Decimal("0.9999")
    assert grading.mark_of(Decimal("0.5"), Decimal("2.5")) == Decimal("1.25")


@pytest.mark.parametrize(
    ("behaviour", "answered", "finished", "seen"),
    [
        ("immediate", False, False, False),
        ("immediate", True, False, True),
        ("deferred", True, False, False),
        ("deferred", True, True, True),
        ("deferred", False, True, True),
    ],
)
def test_the_key_is_shown_after_the_answer_or_at_the_end(behaviour, answered, finished, seen):
    shown = grading.reveal(behaviour=behaviour, answered=answered, finished=finished)
    assert shown == (grading.EVERYTHING if seen else grading.NOTHING)
    assert shown.key is seen


def test_a_total_counts_right_partly_wrong_and_open_ones():
    score = grading.total([(ONE, ONE), (Decimal("0.5"), ONE), (Decimal(0), ONE), (None, ONE), (Decimal(2), Decimal(2))])
    assert (score.right, score.partly, score.wrong, score.open) == (2, 1, 1, 1)
    assert (score.points, score.possible) == (Decimal("3.5"), Decimal(6))
    assert score.per_cent == 58


@pytest.mark.parametrize(
    ("marks", "per_cent"),
    [
        ([], 0),
        ([("0", "1")], 0),
        ([("1", "1")], 100),
        ([("0.9999", "1")], 99),  # nearly all is not all
        ([("0.001", "1")], 1),  # hardly anything is not nothing
        ([("0.125", "1")], 13),
    ],
)
def test_per_cent_says_all_and_nothing_only_where_it_is_so(marks, per_cent):
    assert grading.total([(Decimal(mark), Decimal(most)) for mark, most in marks]).per_cent == per_cent


MARKS = st.lists(
    st.tuples(st.none() | st.decimals(0, 1, places=4), st.just(ONE)),
    max_size=20,
)


@given(MARKS)
def test_every_item_is_counted_once(marks):
    score = grading.total(marks)
    assert score.right + score.partly + score.wrong + score.open == len(marks)
    assert min(score.right, score.partly, score.wrong, score.open) >= 0
    assert 0 <= score.per_cent <= 100
    assert score.points <= score.possible
