"""The spread over neighbouring days keeps FSRS's range, the order of the grades, and its word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.cards.fuzz import fuzz_range, fuzz_unit, rising, spread

UNIT = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(
    ("days", "low", "high"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 4), (7, 5, 9), (20, 17, 23), (100, 93, 107), (1000, 948, 1052)],
)
def test_the_range_is_that_of_fsrs(days, low, high):
    assert fuzz_range(days, least=1, most=36500) == (low, high)
    assert fuzz_range(days, least=1, most=days) == (low, days)


def test_a_range_below_the_least_gives_way_and_no_further():
    assert fuzz_range(20, least=22, most=100) == (22, 23)
    assert fuzz_range(20, least=40, most=100) == (40, 40)


@given(st.integers(1, 40000), UNIT, st.integers(1, 36500))
def test_a_day_is_always_within_the_range(days, unit, most):
    low, high = fuzz_range(days, least=1, most=most)
    assert 1 <= low <= spread(days, unit=unit, least=1, most=most) <= high <= most


@given(st.lists(st.integers(1, 40000), min_size=1, max_size=3).map(sorted), UNIT, st.integers(1, 36500))
def test_rising_days_rise_wherever_there_is_room(days, unit, most):
    result = rising(days, unit=unit, most=most)
    assert all(1 <= day <= most for day in result)
    assert result == sorted(result)
    if most >= len(days):
        assert len(set(result)) == len(days)


def test_the_unit_belongs_to_card_and_count_and_is_even():
    assert fuzz_unit(7, 3) == fuzz_unit(7, 3)
    units = [fuzz_unit(card, reps) for card in range(100) for reps in range(20)]
    assert len(set(units)) == len(units)
    tenths = [sum(tenth <= unit * 10 < tenth + 1 for unit in units) for tenth in range(10)]
    assert sum(tenths) == len(units)
    assert all(140 < count < 260 for count in tenths)
