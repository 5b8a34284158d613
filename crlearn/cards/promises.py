"""What a card's buttons promise: the four outcomes, computed when the card is shown and signed into its form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core import signing

from crlearn.cards import memory, scheduling
from crlearn.cards.memory import Study
from crlearn.cards.models import Card
from crlearn.cards.scheduling import Grade, Memory, Outcome, Phase

SALT = "crlearn.cards.shown"
LIFETIME = timedelta(days=2)


class BadToken(ValueError):
    """The form does not carry what the server gave it, or has grown too old."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A card as it was shown: its face, the last event it had then, and what each grade leads to.

    `outcomes` are packed: `pack` says how. Their days are counted from `day`, their steps from the moment of the answer.
    """

    card: int
    after: int | None
    face: int
    day: date
    shown_at: datetime
    parameters: int
    outcomes: Mapping[Grade, Sequence[Any]]

    def wait(self, grade: Grade) -> timedelta:
        """Return what a button says: seconds for a step, whole days for a review."""
        wait, interval = self.outcomes[grade][5], self.outcomes[grade][7]
        return timedelta(seconds=wait) if interval is None else timedelta(days=interval)


def promise(*, card: Card, face: int, study: Study) -> Promise:
    """Return what a card shown now with this face (pk of a question version) promises. Writes nothing."""
    outcomes = scheduling.outcomes(
        memory.memory_of(card), now=study.now, study_day=study.day, settings=study.settings, card_id=card.pk
    )
    return Promise(
        card=card.pk,
        after=card.last_event_id,
        face=face,
        day=study.day,
        shown_at=study.now,
        parameters=study.row.parameters_id,
        outcomes={grade: pack(outcome, study.now) for grade, outcome in outcomes.items()},
    )


def sign(promised: Promise) -> str:
    """Return a promise as a token for a form. It holds ids and days, nothing of the answer."""
    values = {
        "card": promised.card,
        "after": promised.after,
        "face": promised.face,
        "day": promised.day.isoformat(),
        "shown": promised.shown_at.isoformat(),
        "parameters": promised.parameters,
        "outcomes": [list(promised.outcomes[grade]) for grade in Grade],
    }
    return signing.dumps(values, salt=SALT, compress=True)


def opened(token: str) -> Promise:
    """Return what a token says. Raises BadToken."""
    try:
        values: dict[str, Any] = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature as error:
        raise BadToken("The card's form has expired or was changed.") from error
    return Promise(
        card=values["card"],
        after=values["after"],
        face=values["face"],
        day=date.fromisoformat(values["day"]),
        shown_at=datetime.fromisoformat(values["shown"]),
        parameters=values["parameters"],
        outcomes=dict(zip(Grade, values["outcomes"], strict=True)),
    )


def pack(outcome: Outcome, shown_at: datetime) -> list[Any]:
    """Return an outcome as JSON: phase, step, stability, difficulty, lapses, seconds to wait, due day, days to wait."""
    after = outcome.memory
    wait = int((outcome.due_at - _whole(shown_at)).total_seconds()) if outcome.due_at else None
    due_day = outcome.due_day.isoformat() if outcome.due_day else None
    state = [after.phase.value, after.step, after.stability, after.difficulty, after.lapses]
    return [*state, wait, due_day, outcome.interval_days]


def kept(promised: Promise, grade: Grade, *, before: Memory, now: datetime) -> Outcome:
    """Return the outcome that a button promised; a step counts from `now`, a review stays on the promised day."""
    phase, step, stability, difficulty, lapses, wait, due, interval = promised.outcomes[grade]
    due_at = None if wait is None else _whole(now) + timedelta(seconds=wait)
    due_day = None if due is None else date.fromisoformat(due)
    after = Memory(
        phase=Phase(phase),
        step=step,
        stability=stability,
        difficulty=difficulty,
        due_at=due_at,
        due_day=due_day,
        last_day=max(promised.day, before.last_day or promised.day),
        reps=before.reps + 1,
        lapses=lapses,
    )
    return Outcome(after, interval, due_at, due_day)


def _whole(moment: datetime) -> datetime:
    """A moment to the second, in UTC, as the scheduler counts steps."""
    return moment.astimezone(UTC).replace(microsecond=0)
