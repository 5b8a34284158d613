"""Making cards."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from crlearn.accounts.models import User
from crlearn.bank.models import Fact
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent
from crlearn.cards.queue import faces

Pair = tuple[int, str]  # pk of a fact, and what is asked of it
IMPORTANCE_ORDER = {"core": 0, "detail": 1, "minor": 2}


@transaction.atomic
def cards_add(*, study: Study, pairs: Iterable[Pair], source: CardEvent.Source = CardEvent.Source.ADDED) -> list[Card]:
    """Make cards for (fact pk, asks) that the learner does not have yet; return those made. Seven queries at most.

    What has no face to be shown by becomes the card that `faced` names.
    """
    return cards_make(study=study, pairs=faced(study.user, pairs).values(), source=source)


def cards_make(*, study: Study, pairs: Iterable[Pair], source: CardEvent.Source) -> list[Card]:
    """Make the cards of pairs that have a face, as `cards_add` does; within a transaction. Six queries at most.

    New cards come in reading order, core first.
    """
    wanted = list(dict.fromkeys(pairs))
    facts = {fact.pk: fact for fact in Fact.objects.filter(pk__in={pk for pk, _ in wanted}).select_related("document")}
    have = set(Card.objects.filter(user=study.user, fact__in=facts).values_list("fact_id", "asks"))
    fresh = [
        Card(user=study.user, fact=facts[pk], asks=asks, created_at=study.now, new_order=new_order(facts[pk]))
        for pk, asks in wanted
        if pk in facts and (pk, asks) not in have
    ]
    if not fresh:
        return []
    Card.objects.bulk_create(fresh, ignore_conflicts=True)
    made = list(
        Card.objects.filter(user=study.user, last_event=None, fact__in=[card.fact_id for card in fresh], events=None)
    )
    events = CardEvent.objects.bulk_create(
        CardEvent(
            card=card,
            kind=CardEvent.Kind.ADD,
            source=source,
            client_uuid=uuid.uuid4(),  # one that nobody can take beforehand,
            at=study.now,
            received_at=study.now,
            study_day=study.day,
        )
        for card in made
    )
    for card, event in zip(made, events, strict=True):
        card.last_event = event
    Card.objects.bulk_update(made, ["last_event"])
    return made


def faced(user: User, pairs: Iterable[Pair]) -> dict[Pair, Pair]:
    """Return (fact pk, asks) → the pair whose card can be shown: itself, or what else is asked of the fact. One query.

    Groups and true/false ask of a fact what no recall question may ask; their card is that of the fact's main question,
    or of the first there is. A fact without any face is left out.
    """
    wanted = list(pairs)
    asked: dict[int, set[str]] = defaultdict(set)
    rows = faces(user).filter(questionfact__fact__in={fact for fact, _ in wanted})
    for fact, asks in rows.values_list("questionfact__fact", "asks"):
        asked[fact].add(asks)
    return {
        (fact, asks): (fact, asks if asks in asked[fact] else min(asked[fact], key=lambda name: (name != "main", name)))
        for fact, asks in wanted
        if asked[fact]
    }


def fact_add(*, study: Study, fact: Fact) -> bool:
    """Make a card for each thing that is asked of a fact. Return whether there is any."""
    asks = faces(study.user).filter(questionfact__fact=fact).values_list("asks", flat=True)
    pairs = [(fact.pk, name) for name in sorted(set(asks))]
    cards_add(study=study, pairs=pairs)
    return bool(pairs)


def new_order(fact: Fact) -> int:
    """Return where a new card comes: core before detail before minor, then by document and reading order."""
    document = fact.document.position if fact.document else 999
    return (IMPORTANCE_ORDER.get(fact.importance, 3) * 1000 + document) * 1_000_000 + fact.position
