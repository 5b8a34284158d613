"""How far from chance a count may lie: exact binomial bounds, and a chi-square test for even spread."""

from collections.abc import Sequence
from functools import lru_cache
from math import erfc, exp, lgamma, log, log1p, pi, sqrt


@lru_cache(maxsize=1024)
def upper_bound(trials: int, probability: float, level: float = 0.95) -> int:
    """The smallest count that `trials` draws stay at or under with a probability of `level` or more (binomial, exact)."""
    if not 0 <= probability <= 1 or not 0 < level < 1 or trials < 0:
        raise ValueError(f"no binomial: {trials} trials, probability {probability}, level {level}")
    if probability in (0, 1) or not trials:
        return round(trials * probability)
    total = 0.0
    for count in range(trials + 1):
        total += exp(_log_mass(count, trials, probability))
        if total >= level:
            return count
    return trials


def _log_mass(count: int, trials: int, probability: float) -> float:
    """The logarithm of the probability of exactly `count` hits."""
    ways = lgamma(trials + 1) - lgamma(count + 1) - lgamma(trials - count + 1)
    return ways + count * log(probability) + (trials - count) * log1p(-probability)


def uneven(counts: Sequence[int]) -> float:
    """The p-value of Pearson's chi-square test that all counts are drawn evenly; 1 where there is nothing to test."""
    total, freedom = sum(counts), len(counts) - 1
    if not total or freedom < 1:
        return 1.0
    expected = total / len(counts)
    return tail(sum((count - expected) ** 2 / expected for count in counts), freedom)


def tail(value: float, freedom: int) -> float:
    """The probability that a chi-square variable with `freedom` ≥ 1 degrees is `value` or more (Abramowitz & Stegun
    26.4.4 and 26.4.5, which are exact)."""
    half = value / 2
    if freedom % 2:
        term, total = sqrt(value) * exp(-half) * sqrt(2 / pi), erfc(sqrt(half))
        for step in range(3, freedom + 1, 2):
            total += term
            term *= value / step
    else:
        term, total = exp(-half), 0.0
        for step in range(2, freedom + 1, 2):
            total += term
            term *= value / step
    return min(1.0, total)
