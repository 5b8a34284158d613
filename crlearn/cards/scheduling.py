"""When a card comes back: FSRS-6 on study days. Pure; the only module that imports ``fsrs``.

The library counts spans of 24 hours, so it is shown the noon (UTC) of each study day, never the time of an
answer: two evenings in a row are one day apart. The learning steps that it returns are put onto the real
time, the reviews, as whole days, onto the study day. Its fuzz is off: unseeded, and it oversteps its range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, StrEnum
from functools import lru_cache

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS

from crlearn.cards.fuzz import fuzz_unit, rising, spread
from crlearn.lib.clock import noon

RETENTION_BOUNDS = (0.70, 0.99)
INTERVAL_BOUNDS = (1, 36500)  # days
STEP_BOUNDS = (timedelta(seconds=1), timedelta(days=1))
MAX_STEPS = 10
# FSRS-6 bounds stability by a hundred years; the library does not, and overflows on extreme weights.
MAX_STABILITY = 36500.0


class Phase(StrEnum):
    """Where a card stands. new: never answered; (re)learning: in its steps; review: due on a study day."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Grade(IntEnum):
    """How well the learner remembered. Again is shown as "Forgot"; a wrong quiz answer is simply Again."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class BadSettings(ValueError):
    """A setting out of bounds. ``code`` and ``params`` say which, for a message to be made from."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner may set, validated. Raises BadSettings.

    desired_retention: the share of reviews to be remembered. Steps: waits before the first review and
    after a lapse. maximum_interval: days. weights: the 21 parameters of FSRS-6.
    """

    desired_retention: float = 0.90
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_interval: int = 36500
    weights: tuple[float, ...] = DEFAULT_PARAMETERS

    def __post_init__(self) -> None:
        low, high = RETENTION_BOUNDS
        if not low <= self.desired_retention <= high:  # refuses NaN too
            raise BadSettings("retention_out_of_bounds", value=self.desired_retention, low=low, high=high)
        shortest, longest = INTERVAL_BOUNDS
        if not shortest <= self.maximum_interval <= longest:
            raise BadSettings("interval_out_of_bounds", value=self.maximum_interval, low=shortest, high=longest)
        _check_steps("learning_steps", self.learning_steps)
        _check_steps("relearning_steps", self.relearning_steps)
        _check_weights(self.weights)


def _check_steps(name: str, steps: tuple[timedelta, ...]) -> None:
    """Raise BadSettings unless there are at most ten steps, each of whole seconds up to a day."""
    if len(steps) > MAX_STEPS:
        raise BadSettings("too_many_steps", name=name, most=MAX_STEPS)
    low, high = STEP_BOUNDS
    if wrong := [step for step in steps if not low <= step <= high or step.microseconds]:
        raise BadSettings("step_out_of_bounds", name=name, value=wrong[0], low=low, high=high)


def _check_weights(weights: tuple[float, ...]) -> None:
    """Raise BadSettings unless there are 21 weights, each within FSRS-6's own bounds."""
    try:
        fsrs.Scheduler(parameters=weights)
    except ValueError as error:
        raise BadSettings("bad_weights", reason=str(error)) from error


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of one card's memory. Immutable; ``Memory()`` is a card never answered.

    stability: days until recall falls to 90 %. difficulty: 1–10. due_at: UTC, to the second, in the
    learning phases only; due_day: a study day, in review only. last_day: the latest study day answered on.
    """

    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due_at: datetime | None = None
    due_day: date | None = None
    last_day: date | None = None
    reps: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one grade leads to: the memory after it and when the card comes back.

    Either interval_days and due_day (a review) or due_at (a step) are set, never both.
    """

    memory: Memory
    interval_days: int | None
    due_at: datetime | None
    due_day: date | None


@dataclass(frozen=True, slots=True)
class Event:
    """One answer as recorded: the due moment is the one that was promised, or both None where none was."""

    grade: Grade
    at: datetime
    study_day: date
    due_day: date | None = None
    due_at: datetime | None = None


def outcomes(
    memory: Memory, *, now: datetime, study_day: date, settings: Settings, card_id: int
) -> dict[Grade, Outcome]:
    """The results of all four grades, as the buttons show them. The same arguments give the same results.

    ``now`` (aware) dates learning steps, ``study_day`` everything else. Reviews are 1 to maximum_interval
    days away and Hard < Good < Easy strictly wherever the maximum leaves room.
    """
    scheduler = _scheduler(settings)
    steps = {grade: _advance(memory, grade, study_day, scheduler) for grade in Grade}
    days = _review_days(
        {grade: step.wait.days for grade, step in steps.items() if step.phase == Phase.REVIEW},
        unit=fuzz_unit(card_id, memory.reps),
        maximum=settings.maximum_interval,
    )
    return {grade: _outcome(memory, grade, step, days.get(grade), now) for grade, step in steps.items()}


def apply(memory: Memory, grade: Grade, *, now: datetime, study_day: date, settings: Settings, card_id: int) -> Outcome:
    """The result of one grade: what ``outcomes`` says of it."""
    return outcomes(memory, now=now, study_day=study_day, settings=settings, card_id=card_id)[grade]


def rebuild(events: Iterable[Event], settings: Settings, *, card_id: int = 0) -> Memory:
    """The memory that a card's answers, oldest first, lead to.

    Stability and difficulty are recomputed with ``settings``; the due moment is the recorded one, and a
    phase that contradicts it gives way. An event without one is scheduled afresh (hence card_id).
    """
    memory, scheduler = Memory(), _scheduler(settings)
    for event in events:
        if event.due_day is None and event.due_at is None:
            at, day = event.at, event.study_day
            memory = apply(memory, event.grade, now=at, study_day=day, settings=settings, card_id=card_id).memory
        else:
            memory = _as_recorded(memory, event, _advance(memory, event.grade, event.study_day, scheduler))
    return memory


def retrievability(memory: Memory, *, study_day: date, settings: Settings) -> float | None:
    """The probability (0–1) of recalling the card on a study day; None for a card never answered."""
    if memory.stability is None or memory.last_day is None:
        return None
    decay = -settings.weights[20]
    factor = 0.9 ** (1 / decay) - 1
    days = max(0, (study_day - memory.last_day).days)
    return float((1 + factor * days / memory.stability) ** decay)


@lru_cache(maxsize=64)
def _scheduler(settings: Settings) -> fsrs.Scheduler:
    """The library's scheduler for these settings, without its fuzz."""
    return fsrs.Scheduler(
        parameters=settings.weights,
        desired_retention=settings.desired_retention,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )


_TO_FSRS: Mapping[Phase, fsrs.State] = {
    Phase.NEW: fsrs.State.Learning,
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_FROM_FSRS = {state: phase for phase, state in _TO_FSRS.items() if phase != Phase.NEW}
_RATINGS = {grade: fsrs.Rating(grade.value) for grade in Grade}


@dataclass(frozen=True, slots=True)
class _Step:
    """What FSRS makes of one grade: the card after it, the day it counts for, and the wait for the next."""

    card: fsrs.Card
    day: date
    wait: timedelta

    @property
    def phase(self) -> Phase:
        return _FROM_FSRS[self.card.state]


def _advance(memory: Memory, grade: Grade, study_day: date, scheduler: fsrs.Scheduler) -> _Step:
    """Take one step of FSRS, at noon."""
    # After a flight westwards, or with a wrong clock, the study day can lie before the last one: it then
    # counts as the same day, since a memory cannot be younger than its last answer.
    day = study_day if memory.last_day is None else max(study_day, memory.last_day)
    at = noon(day)
    card = fsrs.Card(
        card_id=0,  # without an id, Card() sleeps to make one up
        state=_TO_FSRS[memory.phase],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=at,
        last_review=None if memory.last_day is None else noon(memory.last_day),
    )
    after, _ = scheduler.review_card(card, _RATINGS[grade], at)
    return _Step(after, day, after.due - at)


def _remember(
    memory: Memory,
    grade: Grade,
    step: _Step,
    *,
    phase: Phase,
    at_step: int | None,
    due_at: datetime | None = None,
    due_day: date | None = None,
) -> Memory:
    """The memory after a step, due when it is said to be."""
    assert step.card.stability is not None
    return Memory(
        phase=phase,
        step=at_step,
        stability=min(step.card.stability, MAX_STABILITY),
        difficulty=step.card.difficulty,
        due_at=due_at,
        due_day=due_day,
        last_day=step.day,
        reps=memory.reps + 1,
        lapses=memory.lapses + (grade == Grade.AGAIN and memory.phase == Phase.REVIEW),
    )


def _review_days(days: Mapping[Grade, int], *, unit: float, maximum: int) -> dict[Grade, int]:
    """The days of those grades that end in review: spread, in bounds, in the order of the grades."""
    passing: list[Grade] = [grade for grade in days if grade != Grade.AGAIN]
    result = dict(zip(passing, rising([days[grade] for grade in passing], unit=unit, most=maximum), strict=True))
    if Grade.AGAIN in days:  # only where there are no relearning steps
        result[Grade.AGAIN] = spread(days[Grade.AGAIN], unit=unit, least=1, most=min(result.values(), default=maximum))
    return result


def _outcome(memory: Memory, grade: Grade, step: _Step, days: int | None, now: datetime) -> Outcome:
    """The outcome of coming back after so many days or, without them, after the step's wait from ``now``."""
    if days is None:
        due_at = (now.astimezone(UTC) + step.wait).replace(microsecond=0)
        after = _remember(memory, grade, step, phase=step.phase, at_step=step.card.step, due_at=due_at)
        return Outcome(after, None, due_at, None)
    due_day = step.day + timedelta(days=days)
    after = _remember(memory, grade, step, phase=Phase.REVIEW, at_step=None, due_day=due_day)
    return Outcome(after, days, None, due_day)


def _as_recorded(memory: Memory, event: Event, step: _Step) -> Memory:
    """The memory after an event: due when it recorded, in the phase that this implies."""
    if event.due_day is not None:
        return _remember(memory, event.grade, step, phase=Phase.REVIEW, at_step=None, due_day=event.due_day)
    phase, at_step = step.phase, step.card.step
    if phase == Phase.REVIEW:  # the learner had more steps then than now
        lapsed = memory.phase in (Phase.REVIEW, Phase.RELEARNING)
        phase, at_step = (Phase.RELEARNING if lapsed else Phase.LEARNING), 0
    return _remember(memory, event.grade, step, phase=phase, at_step=at_step, due_at=event.due_at)
