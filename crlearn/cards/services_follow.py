"""Memory follows its facts: a fact that was renamed, merged or split takes the cards of what it was with it."""

from django.db import transaction

from crlearn.accounts.models import User
from crlearn.bank.models import FactAlias
from crlearn.cards.models import Card
from crlearn.cards.people import merge_cards


def cards_follow() -> int:
    """Move the cards of facts that have a new ref; return how many were moved. Does nothing the second time.

    Of a fact that was split, the cards go to the first of its parts by ref. Where a learner has a card of the new fact
    already, the events of both come onto it, and it is rebuilt. One transaction for each former ref.
    """
    moved = 0
    seen: set[str] = set()
    for alias in FactAlias.objects.select_related("fact").order_by("ref", "fact__ref"):
        if alias.ref not in seen:
            seen.add(alias.ref)
            moved += _follow(alias)
    return moved


@transaction.atomic
def _follow(alias: FactAlias) -> int:
    cards = list(Card.objects.select_for_update(of=("self",)).filter(fact__ref=alias.ref).select_related("user"))
    if not cards:
        return 0
    held = Card.objects.filter(fact=alias.fact, user__in=[card.user_id for card in cards])
    there = {(card.user_id, card.asks): card.pk for card in held}
    meeting: dict[User, dict[int, int]] = {}
    free = []
    for card in cards:
        other = there.get((card.user_id, card.asks))
        if other is None:
            free.append(card.pk)
        else:
            meeting.setdefault(card.user, {})[card.pk] = other
    Card.objects.filter(pk__in=free).update(fact=alias.fact)
    for user, pairs in meeting.items():
        merge_cards(pairs, user)
    return len(cards)
