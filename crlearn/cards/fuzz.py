"""Spreading reviews over neighbouring days, so that cards met together do not stay together for ever.

Ours instead of the library's: seeded by card and count, so that a button does what it said and a
replay repeats it; and never outside FSRS's range.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from hashlib import blake2b

# (from days, to days, share of the interval between them that may be added or taken away), as in FSRS
_SPREAD = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))


def fuzz_unit(card_id: int, reps: int) -> float:
    """A number in [0, 1) that looks random but always is the same for a card at one count of answers."""
    digest = blake2b(f"{card_id}:{reps}".encode(), digest_size=6).digest()
    return float(int.from_bytes(digest) / 2**48)


def fuzz_range(days: int, *, least: int, most: int) -> tuple[int, int]:
    """The first and last day on which a review of ``days`` may fall, both in least..most.

    Under 2.5 days there is no spread. A range that lies below ``least`` shrinks to it: what order asks for
    is given, and no more. Needs 1 <= least <= most.
    """
    days = min(days, most)
    low = high = days
    if days >= 2.5:
        delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _SPREAD)
        low, high = max(2, round(days - delta)), min(round(days + delta), most)
    return max(low, least), max(high, least)


def spread(days: int, *, unit: float, least: int, most: int) -> int:
    """One day of the range of ``days``, chosen by ``unit`` in [0, 1)."""
    low, high = fuzz_range(days, least=least, most=most)
    return low + int(unit * (high - low + 1))


def rising(days: Sequence[int], *, unit: float, most: int) -> list[int]:
    """Each of some rising numbers of days spread by the same ``unit``, and each longer than the one before.

    All within 1..most; only where that leaves no room, the first ones are equal.
    """
    result: list[int] = []
    for better, wanted in zip(range(len(days) - 1, -1, -1), days, strict=True):
        ceiling = max(1, most - better)  # leaves a day for each better grade
        least = min(result[-1] + 1, ceiling) if result else 1
        result.append(spread(wanted, unit=unit, least=least, most=ceiling))
    return result
