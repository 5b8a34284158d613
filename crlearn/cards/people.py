"""A person's cards: moved from a guest to an account, given out, erased."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Case, QuerySet, Value, When

from crlearn.accounts.models import User
from crlearn.accounts.people import Holdings
from crlearn.cards import memory
from crlearn.cards.models import Card, CardEvent, Encounter, Goal, ParameterSet, StudySettings

BATCH = 200
EXPORTED_CARD = ("asks", "created_at", *memory.MEMORY_FIELDS, "suspended", "buried_until", "introduced_day")
EXPORTED_EVENT = (
    "kind", "source", "client_uuid", "at", "study_day", "answer", "proposed_grade", "grade", "milliseconds",
    "interval_days", "due_day", "due_at", "voided",
)  # fmt: skip
EXPORTED_SETTINGS = (
    "desired_retention", "maximum_interval", "learning_steps", "relearning_steps", "new_per_day", "reviews_per_day",
    "two_buttons",
)  # fmt: skip


def merge(source: User, target: User) -> None:
    """Move a guest's cards, encounters, goals and, where the account has none, study settings to the account.

    Where both have a card of the same (fact, asks), the events of both come onto the account's card, in order of time,
    and it is rebuilt. The number of queries grows with the cards that meet, two for every 200 of them, not with events.
    """
    _merge_settings(source, target)
    meeting = _meeting(source, target)
    Card.objects.filter(user=source).exclude(pk__in=meeting).update(user=target)
    merge_cards(meeting, target)
    _merge_encounters(source, target)
    Goal.objects.filter(user=source).update(user=target)


def _merge_settings(source: User, target: User) -> None:
    """Move what the guest's grades were computed with; the account's own settings stay."""
    known = dict(ParameterSet.objects.filter(user=target).values_list("digest", "pk"))
    for row in ParameterSet.objects.filter(user=source):
        if row.digest in known:
            CardEvent.objects.filter(parameters=row).update(parameters=known[row.digest])
            StudySettings.objects.filter(parameters=row).update(parameters=known[row.digest])
            row.delete()
        else:
            ParameterSet.objects.filter(pk=row.pk).update(user=target)
    if StudySettings.objects.filter(user=target).exists():
        StudySettings.objects.filter(user=source).delete()
    else:
        StudySettings.objects.filter(user=source).update(user=target)


def _meeting(source: User, target: User) -> dict[int, int]:
    """Return pk → pk for the guest's cards of what the account has a card of too, locking both."""
    cards = Card.objects.select_for_update().filter(user__in=[source, target]).order_by("pk")
    mine: dict[tuple[int, str], int] = {}
    theirs: dict[tuple[int, str], int] = {}
    for pk, user, fact, asks in cards.values_list("pk", "user_id", "fact_id", "asks"):
        (mine if user == source.pk else theirs)[fact, asks] = pk
    return {pk: theirs[pair] for pair, pk in mine.items() if pair in theirs}


def merge_cards(meeting: Mapping[int, int], target: User) -> None:
    """Put the events of cards that meet onto the account's card, and make it what all of them say."""
    if not meeting:
        return
    pairs = list(meeting.items())
    for batch in (pairs[start : start + BATCH] for start in range(0, len(pairs), BATCH)):
        to = Case(*(When(card=guest, then=Value(own)) for guest, own in batch))
        CardEvent.objects.filter(card__in=[guest for guest, _ in batch]).update(card=to)
    created = dict(Card.objects.filter(pk__in=meeting).values_list("pk", "created_at"))
    events: dict[int, list[CardEvent]] = defaultdict(list)
    for event in CardEvent.objects.filter(card__in=meeting.values()).order_by("at", "pk"):
        events[event.card_id].append(event)
    settings = memory.settings_from(memory.settings_row(target))
    cards = Card.objects.in_bulk(meeting.values())
    changed = []
    for guest, own in pairs:
        card = cards[own]
        card.created_at = min(card.created_at, created[guest])
        changed += memory.rebuild(card, events[own], settings)
    CardEvent.objects.bulk_update(changed, ["first_of_day"], batch_size=BATCH)
    Card.objects.bulk_update(cards.values(), [*memory.STATE_FIELDS, "created_at"], batch_size=BATCH)
    Card.objects.filter(pk__in=meeting).delete()


def _merge_encounters(source: User, target: User) -> None:
    """Move encounters; where both met a fact, the first time is the earlier one, the last time the later."""
    own = {row.fact_id: row for row in Encounter.objects.filter(user=target)}
    both = []
    for row in Encounter.objects.filter(user=source, fact__in=own):
        mine = own[row.fact_id]
        mine.first_at, mine.last_at = min(mine.first_at, row.first_at), max(mine.last_at, row.last_at)
        both.append(mine)
    Encounter.objects.bulk_update(both, ["first_at", "last_at"], batch_size=BATCH)
    Encounter.objects.filter(user=source, fact__in=[row.fact_id for row in both]).delete()
    Encounter.objects.filter(user=source).update(user=target)


def export(user: User) -> dict[str, Any]:
    """Return everything that the cards hold of a person, ready for JSON. Six queries."""
    events: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for event in CardEvent.objects.filter(card__user=user).select_related("face__question").order_by("at", "pk"):
        question = event.face.question.ref if event.face else None
        events[event.card_id].append(_fields(event, EXPORTED_EVENT) | {"question": question})
    cards = Card.objects.filter(user=user).select_related("fact").order_by("pk")
    met = Encounter.objects.filter(user=user).select_related("fact").order_by("pk")
    settings = StudySettings.objects.filter(user=user).first()
    return {
        "settings": _fields(settings, EXPORTED_SETTINGS) if settings else None,
        "cards": [
            {"fact": card.fact.ref} | _fields(card, EXPORTED_CARD) | {"events": events[card.pk]} for card in cards
        ],
        "encounters": [{"fact": row.fact.ref} | _fields(row, ("first_at", "last_at")) for row in met],
        "goals": _goals(Goal.objects.filter(user=user)),
    }


def _goals(goals: QuerySet[Goal]) -> list[dict[str, Any]]:
    names = ("name", "on", "target_recall", "created_at", "archived_at")
    rows = goals.prefetch_related("facts").order_by("pk")
    return [_fields(goal, names) | {"facts": sorted(fact.ref for fact in goal.facts.all())} for goal in rows]


def _fields(row: Any, names: Sequence[str]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str | list | dict) else str(value)


def erase(user: User) -> None:
    """Delete what a cascade from the person would stumble on: events and settings hold on to the weights they used."""
    Card.objects.filter(user=user).delete()
    StudySettings.objects.filter(user=user).delete()
    ParameterSet.objects.filter(user=user).delete()


HOLDINGS = Holdings("cards", merge, export, erase)
