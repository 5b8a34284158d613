"""Memory follows a fact that was renamed or merged."""

import pytest

from crlearn.bank.models import FactAlias
from crlearn.cards.services_follow import cards_follow
from tests import make

pytestmark = pytest.mark.django_db


def test_the_cards_of_a_renamed_fact_go_with_it_once():
    old, new = make.make_bank(2)
    user = make.make_user()
    card = make.make_card(user, old)
    FactAlias.objects.create(ref=old.ref, fact=new)
    assert cards_follow() == 1
    card.refresh_from_db()
    assert card.fact == new
    assert cards_follow() == 0


def test_where_both_have_a_card_their_events_meet_on_one():
    old, new = make.make_bank(2)
    user = make.make_user()
    gone, kept = make.make_card(user, old), make.make_card(user, new)
    events = gone.events.count() + kept.events.count()
    FactAlias.objects.create(ref=old.ref, fact=new)
    cards_follow()
    assert list(user.cards.values_list("pk", flat=True)) == [kept.pk]
    assert kept.events.count() == events
