"""Facts that a learner's cards must not show for now: while a test without feedback is open, its answers are not given away.

What withholds facts lies above the cards and registers here, in AppConfig.ready, how it is asked.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from crlearn.accounts.models import User
from crlearn.cards.models import Card

Withheld = Callable[[User], QuerySet[Any, Any]]

REGISTERED: dict[str, Withheld] = {}


def register(name: str, facts: Withheld) -> None:
    """Keep a function from a learner to a query for the pks of facts; registering again replaces it."""
    REGISTERED[name] = facts


def without(cards: QuerySet[Card], user: User) -> QuerySet[Card]:
    """Return the cards whose facts are not withheld from the learner."""
    for facts in REGISTERED.values():
        cards = cards.exclude(fact__in=facts(user))
    return cards
