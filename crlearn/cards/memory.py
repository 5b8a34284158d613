"""Between the rows of the database and the pure scheduler: how somebody studies, and a card as its events make it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crlearn.accounts.models import User
from crlearn.cards import scheduling
from crlearn.cards.models import Card, CardEvent, ParameterSet, StudySettings
from crlearn.cards.scheduling import Grade, Memory, Phase
from crlearn.lib import clock

MEMORY_FIELDS = ("phase", "step", "stability", "difficulty", "due_at", "due_day", "last_day", "reps", "lapses")
STATE_FIELDS = (*MEMORY_FIELDS, "suspended", "buried_until", "introduced_day", "last_event")


@dataclass(frozen=True, slots=True)
class Study:
    """How somebody studies now: their settings for the scheduler, and the study day of a moment."""

    user: User
    row: StudySettings
    settings: scheduling.Settings
    now: datetime
    day: date


def study(user: User, *, now: datetime) -> Study:
    """Return the study settings of a learner at a moment, making the row where there is none. One query, as a rule."""
    row = settings_row(user)
    day = clock.study_day(now, user.time_zone, user.rollover_hour)
    return Study(user=user, row=row, settings=settings_from(row), now=now, day=day)


def settings_row(user: User) -> StudySettings:
    """Return how a learner studies, with its parameters, making the row where there is none."""
    row = StudySettings.objects.select_related("parameters").filter(user=user).first()
    if row is None:
        row, _ = StudySettings.objects.get_or_create(user=user, defaults={"parameters": default_parameters()})
    return row


def settings_from(row: StudySettings) -> scheduling.Settings:
    """Return a learner's settings as the scheduler takes them."""
    defaults = scheduling.Settings()
    return scheduling.Settings(
        desired_retention=float(row.desired_retention),
        learning_steps=_steps(row.learning_steps) or defaults.learning_steps,
        relearning_steps=_steps(row.relearning_steps) or defaults.relearning_steps,
        maximum_interval=row.maximum_interval,
        weights=tuple(row.parameters.weights),
    )


def _steps(seconds: Sequence[int]) -> tuple[timedelta, ...]:
    return tuple(timedelta(seconds=value) for value in seconds)


def default_parameters() -> ParameterSet:
    """Return the row of the algorithm's own weights, making it at its first use."""
    weights = list(scheduling.Settings().weights)
    digest = hashlib.sha256(json.dumps(weights).encode()).hexdigest()
    return ParameterSet.objects.get_or_create(user=None, digest=digest, defaults={"weights": weights})[0]


def memory_of(card: Card) -> Memory:
    """Return a card's stored memory."""
    values = {name: getattr(card, name) for name in MEMORY_FIELDS}
    return Memory(**values | {"phase": Phase(card.phase)})


def keep(card: Card, memory: Memory) -> None:
    """Put a memory into a card's fields, unsaved."""
    for name in MEMORY_FIELDS:
        setattr(card, name, getattr(memory, name))
    card.phase = memory.phase.value


def rebuild(card: Card, events: Iterable[CardEvent], settings: scheduling.Settings) -> list[CardEvent]:
    """Set a card's fields, unsaved, to what its events say: the one definition of its state.

    `events` oldest first; voided ones and undos count for nothing. Returns the events whose `first_of_day` was not what
    it has to be; it is set, unsaved.
    """
    graded: list[scheduling.Event] = []
    changed: list[CardEvent] = []
    last_day: date | None = None
    card.suspended, card.buried_until, card.introduced_day, card.last_event = False, None, None, None
    for event in events:
        card.last_event = event
        stands = event.kind == CardEvent.Kind.GRADE and not event.voided
        first = stands and (last_day is None or event.study_day > last_day)
        if event.first_of_day != first:
            event.first_of_day = first
            changed.append(event)
        if stands:
            graded.append(_as_graded(event))
            last_day = event.study_day if first else last_day
            card.introduced_day = card.introduced_day or event.study_day
        elif event.voided:
            continue
        elif event.kind == CardEvent.Kind.RESET:
            graded, card.introduced_day, last_day = [], None, None
        elif event.kind in {CardEvent.Kind.SUSPEND, CardEvent.Kind.UNSUSPEND}:
            card.suspended = event.kind == CardEvent.Kind.SUSPEND
        elif event.kind in {CardEvent.Kind.BURY, CardEvent.Kind.UNBURY}:
            card.buried_until = event.due_day if event.kind == CardEvent.Kind.BURY else None
    keep(card, scheduling.rebuild(graded, settings, card_id=card.pk))
    return changed


def _as_graded(event: CardEvent) -> scheduling.Event:
    assert event.grade is not None  # a constraint of the database
    return scheduling.Event(Grade(event.grade), event.at, event.study_day, event.due_day, event.due_at)
