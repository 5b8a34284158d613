"""The one door to cards and to what may become one."""

from django.shortcuts import get_object_or_404

from crlearn.bank import selectors as bank
from crlearn.bank.models import Fact
from crlearn.cards.models import Card
from crlearn.sources.selectors import Viewer


def own_card(viewer: Viewer, pk: int) -> Card:
    """Return the viewer's card with its fact. Raises Http404 for anybody else's."""
    return get_object_or_404(Card.objects.select_related("fact__document"), pk=pk, user=viewer.pk or 0)


def addable_fact(viewer: Viewer, ref: str) -> Fact:
    """Return a fact that the viewer may see, by its ref. Raises Http404."""
    return get_object_or_404(bank.facts(viewer), ref=ref.replace("\0", ""))  # PostgreSQL refuses NUL
