"""What changes memory. Every change is an event; a card's fields are what its events say."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from crlearn.cards import events, memory, promises
from crlearn.cards.events import ForeignEvent
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent, StudySettings
from crlearn.cards.promises import BadToken
from crlearn.cards.queue import last_act
from crlearn.cards.scheduling import Grade
from crlearn.cards.services_add import cards_add, fact_add, new_order
from crlearn.cards.services_told import QuizAnswer, encounters_note, quiz_told, quiz_untold

__all__ = [
    "BadToken",
    "QuizAnswer",
    "StaleCard",
    "card_grade",
    "card_put_aside",
    "card_take_up",
    "cards_add",
    "fact_add",
    "new_order",
    "quiz_told",
    "quiz_untold",
    "session_undo",
    "study_settings_save",
]

LONGEST_ANSWER = timedelta(days=1)


class StaleCard(Exception):
    """The card has moved on since it was shown, on another tab or device: nothing was written.

    code: moved_on, new_day, undone, nothing_to_undo.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def card_grade(*, study: Study, token: str, grade: Grade, client_uuid: uuid.UUID) -> CardEvent:
    """Keep a grade with the outcome that its button promised. The same client_uuid again returns the kept event.

    Raises BadToken and StaleCard; nothing is written then, nor for a card that is not the learner's.
    """
    if kept := _kept_grade(study, client_uuid):
        return kept
    promised = promises.opened(token)
    try:
        card = events.locked(study.user, promised.card)
    except Card.DoesNotExist:
        raise StaleCard("moved_on") from None
    if card.last_event_id != promised.after:
        if kept := _kept_grade(study, client_uuid):  # it came in while the lock was waited for
            return kept
        raise StaleCard("moved_on")
    if promised.day != study.day and study.now - promised.shown_at > events.GRACE:
        raise StaleCard("new_day")
    outcome = promises.kept(promised, grade, before=memory.memory_of(card), now=study.now)
    event = events.new_event(
        card,
        CardEvent.Kind.GRADE,
        CardEvent.Source.SESSION,
        study,
        client_uuid,
        study_day=promised.day,
        face_id=promised.face,
        parameters_id=promised.parameters,
        milliseconds=_milliseconds(study.now - promised.shown_at),
    )
    events.graded(event, card, grade, outcome).save()
    if card.introduced_day is None:
        encounters_note(study=study, facts=[card.fact_id])
    events.follow(card, event, outcome)
    card.save(update_fields=memory.STATE_FIELDS)
    return event


def _kept_grade(study: Study, client_uuid: uuid.UUID) -> CardEvent | None:
    """Return the grade that was sent before under this identity. Raises StaleCard where it was taken back since."""
    try:
        kept = events.kept_event(study.user, client_uuid)
    except ForeignEvent:
        raise BadToken("This identity belongs to another event.") from None
    if kept is None:
        return None
    if kept.voided or kept.kind != CardEvent.Kind.GRADE:
        raise StaleCard("undone")
    return kept


def _milliseconds(span: timedelta) -> int:
    return int(max(timedelta(0), min(span, LONGEST_ANSWER)).total_seconds() * 1000)


@transaction.atomic
def session_undo(*, study: Study, target: int, client_uuid: uuid.UUID) -> CardEvent:
    """Take back the last thing done in a session of this day, a grade or a card put aside, named by `target`, the pk of
    its event; return the undo.

    The same client_uuid again returns the kept undo. Raises StaleCard where `target` is not the last act (any more).
    """
    try:
        if kept := events.kept_event(study.user, client_uuid):
            return kept
    except ForeignEvent:
        raise StaleCard("nothing_to_undo") from None
    last = last_act(study)
    if last is None or last.event != target:
        raise StaleCard("nothing_to_undo")
    card = events.locked(study.user, last.card)
    event = card.events.filter(pk=target, voided=False).first()
    if event is None:  # taken back while the lock was waited for
        raise StaleCard("nothing_to_undo")
    undo = events.new_event(card, CardEvent.Kind.UNDO, CardEvent.Source.SESSION, study, client_uuid)
    return events.void(event, card, undo, study)


@transaction.atomic
def card_put_aside(*, study: Study, token: str, kind: CardEvent.Kind, client_uuid: uuid.UUID) -> CardEvent:
    """Put the card that a token shows aside: buried until the next study day, or suspended until it is taken up again.

    The same client_uuid again returns the kept event. Raises BadToken and StaleCard; nothing is written then, nor for a
    card that is not the learner's.
    """
    identity = uuid.uuid5(client_uuid, f"{study.user.pk} {kind}")  # nobody's can meet another's
    if kept := events.kept_event(study.user, identity):
        return _standing(kept)
    promised = promises.opened(token)
    try:
        card = events.locked(study.user, promised.card)
    except Card.DoesNotExist:
        raise StaleCard("moved_on") from None
    if kept := events.kept_event(study.user, identity):  # it came in while the lock was waited for
        return _standing(kept)
    if card.last_event_id != promised.after:
        raise StaleCard("moved_on")
    due_day = study.day + timedelta(days=1) if kind == CardEvent.Kind.BURY else None
    return _set_aside(study, card, kind, identity, due_day)


def _standing(kept: CardEvent) -> CardEvent:
    """Return an event that was sent before. Raises StaleCard where it was taken back since."""
    if kept.voided:
        raise StaleCard("undone")
    return kept


@transaction.atomic
def card_take_up(*, study: Study, card: Card) -> bool:
    """Take a suspended card up again; return whether it was suspended."""
    locked = events.locked(study.user, card.pk)
    if locked.suspended:
        _set_aside(study, locked, CardEvent.Kind.UNSUSPEND, uuid.uuid4(), None)
        return True
    return False


def _set_aside(
    study: Study, card: Card, kind: CardEvent.Kind, client_uuid: uuid.UUID, due_day: date | None
) -> CardEvent:
    event = events.new_event(card, kind, CardEvent.Source.SESSION, study, client_uuid, due_day=due_day)
    event.save()
    events.card_rebuild(card, study)
    return event


def study_settings_save(*, row: StudySettings, fields: Sequence[str]) -> StudySettings:
    """Keep what a learner changed of their study settings. Cards keep the days they have; the next grades follow it."""
    row.save(update_fields=fields)
    return row
