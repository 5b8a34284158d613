"""From a verdict to a mark, and what may be shown when. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

FOURTH = Decimal("0.0001")
IMMEDIATE = "immediate"  # behaviour of an attempt that shows each verdict at once


@dataclass(frozen=True, slots=True)
class Reveal:
    """What a page may show of an item at this moment."""

    correctness: bool
    key: bool
    explanation: bool
    passage: bool


NOTHING = Reveal(correctness=False, key=False, explanation=False, passage=False)
EVERYTHING = Reveal(correctness=True, key=True, explanation=True, passage=True)


def reveal(*, behaviour: str, answered: bool, finished: bool) -> Reveal:
    """Return what may be shown: with immediate feedback after the answer, else when the attempt is over."""
    shown = answered if behaviour == IMMEDIATE else finished
    return EVERYTHING if shown else NOTHING


def shown(rules: Mapping[str, Any], *, finished: bool) -> Reveal:
    """Return what may be shown of the answered items of an attempt with these rules."""
    return reveal(behaviour=rules["behaviour"], answered=True, finished=finished)


def score_of(value: float) -> Decimal:
    """Return a score (0 to 1) with four decimals, rounded half up. Raises ValueError out of range."""
    if not 0 <= value <= 1:
        raise ValueError(f"a score is from 0 to 1, not {value}")
    return Decimal(str(value)).quantize(FOURTH, rounding=ROUND_HALF_UP)


def mark_of(score: Decimal, max_mark: Decimal) -> Decimal:
    """Return the mark of a score: its share of the item's maximum, four decimals."""
    return (score * max_mark).quantize(FOURTH, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Score:
    """A result: points got, points possible, and how many items were right, partly right, wrong, open."""

    points: Decimal
    possible: Decimal
    right: int
    partly: int
    wrong: int
    open: int

    @property
    def per_cent(self) -> int:
        """How much of the points, in whole per cent; 100 only where it is all of them, 0 only where it is nothing."""
        if not self.possible or not self.points:
            return 0
        if self.points >= self.possible:
            return 100
        return min(99, max(1, int((self.points * 100 / self.possible).quantize(Decimal(1), ROUND_HALF_UP))))


def total(marks: Sequence[tuple[Decimal | None, Decimal]]) -> Score:
    """Return the score of (mark, maximum) pairs; a mark of None is an item not answered, and counts 0."""
    right = sum(1 for mark, most in marks if mark is not None and mark >= most)
    wrong = sum(1 for mark, most in marks if mark is not None and mark <= 0 < most)
    unanswered = sum(1 for mark, _ in marks if mark is None)
    return Score(
        points=sum((mark or Decimal(0) for mark, _ in marks), Decimal(0)),
        possible=sum((most for _, most in marks), Decimal(0)),
        right=right,
        partly=len(marks) - right - wrong - unanswered,
        wrong=wrong,
        open=unanswered,
    )
