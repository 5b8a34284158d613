"""Appending to what happened to a card, and making the card what its events say."""

import uuid
from datetime import timedelta
from typing import Any

from crlearn.accounts.models import User
from crlearn.cards import memory
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent
from crlearn.cards.scheduling import Grade, Outcome

IN_SESSION = (CardEvent.Source.SESSION, CardEvent.Source.OFFLINE)
# How long after the turn of the day a card that was shown before it may still be graded, and that grade taken back.
GRACE = timedelta(hours=1)


class ForeignEvent(Exception):
    """An event of this client_uuid is somebody else's: nothing is told of it, and nothing written."""


def kept_event(user: User, client_uuid: uuid.UUID) -> CardEvent | None:
    """Return the user's event of this client_uuid, where it was sent before. Raises ForeignEvent."""
    event = CardEvent.objects.select_related("card").filter(client_uuid=client_uuid).first()
    if event is not None and event.card.user_id != user.pk:
        raise ForeignEvent
    return event


def locked(user: User, pk: int) -> Card:
    """Return the user's card with its last event, locked. Raises Card.DoesNotExist."""
    cards = Card.objects.select_for_update(of=("self",)).select_related("last_event")
    return cards.get(pk=pk, user=user)


def new_event(
    card: Card,
    kind: CardEvent.Kind,
    source: CardEvent.Source,
    study: Study,
    client_uuid: uuid.UUID,
    **more: Any,
) -> CardEvent:
    """Return an event of the present moment after the card's last one, unsaved.

    Its time is never before that of the event it follows: two hosts whose clocks differ must not turn the order round.
    """
    at = max(study.now, card.last_event.at) if card.last_event else study.now
    values = {"study_day": study.day} | more
    return CardEvent(
        card=card,
        kind=kind,
        source=source,
        client_uuid=client_uuid,
        at=at,
        received_at=study.now,
        after_id=card.last_event_id,
        **values,
    )


def graded(event: CardEvent, card: Card, grade: Grade, outcome: Outcome) -> CardEvent:
    """Put a grade and what it leads to into a new event, unsaved."""
    event.grade = grade.value
    event.interval_days, event.due_day, event.due_at = outcome.interval_days, outcome.due_day, outcome.due_at
    event.first_of_day = card.last_day is None or card.last_day < event.study_day
    return event


def follow(card: Card, event: CardEvent, outcome: Outcome) -> None:
    """Put what a saved grade led to into its card, unsaved."""
    memory.keep(card, outcome.memory)
    card.introduced_day = card.introduced_day or event.study_day
    card.last_event = event


def card_rebuild(card: Card, study: Study) -> None:
    """Set and save a card to what its events say."""
    changed = memory.rebuild(card, card.events.order_by("at", "pk"), study.settings)
    CardEvent.objects.bulk_update(changed, ["first_of_day"])
    card.save(update_fields=memory.STATE_FIELDS)


def void(event: CardEvent, card: Card, undo: CardEvent, study: Study) -> CardEvent:
    """Save an undo that names its target, and make the card what its events then say."""
    undo.target = event
    undo.save()
    CardEvent.objects.filter(pk=event.pk).update(voided=True, first_of_day=False)
    card_rebuild(card, study)
    return undo
