"""Bounds of chance: against exact sums, and against the published tables of chi-square."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank.lint.chance import tail, uneven, upper_bound


def at_most(count, trials, probability):
    """The probability of `count` hits or fewer, exactly."""
    return sum(comb(trials, k) * probability**k * (1 - probability) ** (trials - k) for k in range(count + 1))


@given(st.integers(1, 60), st.integers(1, 19), st.sampled_from([80, 90, 95, 99]))
def test_the_bound_is_the_smallest_count_that_keeps_the_level(trials, twentieths, percent):
    probability, level = Fraction(twentieths, 20), Fraction(percent, 100)
    bound = upper_bound(trials, float(probability), float(level))
    slack = Fraction(1, 10**9)  # the bound is computed in floats
    assert at_most(bound, trials, probability) >= level - slack
    assert bound == 0 or at_most(bound - 1, trials, probability) < level + slack


@pytest.mark.parametrize(
    ("trials", "probability", "bound"), [(0, 0.25, 0), (10, 0.0, 0), (10, 1.0, 10), (100, 0.25, 32)]
)
def test_bounds_at_the_ends(trials, probability, bound):
    assert upper_bound(trials, probability) == bound


@pytest.mark.parametrize("wrong", [(-1, 0.5, 0.95), (10, 1.5, 0.95), (10, -0.1, 0.95), (10, 0.5, 1.0), (10, 0.5, 0.0)])
def test_what_is_no_binomial_is_refused(wrong):
    with pytest.raises(ValueError, match="no binomial"):
        upper_bound(*wrong)


# Critical values at 5 % and at 0.1 %, as every table of the distribution prints them.
@pytest.mark.parametrize(
    ("freedom", "five", "one_in_thousand"),
    [
        (1, 3.841, 10.828),
        (2, 5.991, 13.816),
        (3, 7.815, 16.266),
        (4, 9.488, 18.467),
        (5, 11.070, 20.515),
        (9, 16.919, 27.877),
    ],
)
def test_the_tail_of_chi_square(freedom, five, one_in_thousand):
    assert tail(five, freedom) == pytest.approx(0.05, rel=1e-3)
    assert tail(one_in_thousand, freedom) == pytest.approx(0.001, rel=1e-3)


def test_uneven_counts_are_unlikely_and_even_ones_are_not():
    assert uneven([25, 25, 25, 25]) == pytest.approx(1)
    assert uneven([24, 26, 27, 23]) > 0.5
    assert uneven([40, 20, 20, 20]) == pytest.approx(tail(12, 3))
    assert uneven([70, 10, 10, 10]) < 1e-9
    assert uneven([]) == uneven([5]) == uneven([0, 0]) == 1
