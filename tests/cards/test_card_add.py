"""Adding a fact's cards by hand."""

import pytest
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.bank.models import Fact, Question
from crlearn.cards.models import Card, CardEvent
from tests import make
from tests.cards.walk import HTMX, prompt, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(at):
    fact = make.make_fact(make.make_document(), "China paid in advance.")
    make.make_question(fact)
    make.make_question(fact, kind="numeric", asks="price")
    make.make_question(fact, kind="true_false", asks="other")
    return fact


def add(client, fact, onward="/documents/crs-2023/", **headers):
    return client.post(reverse("cards:add"), {"fact": fact.ref, "next": onward}, **headers)


def test_a_fact_becomes_a_card_for_each_thing_that_can_be_recalled_of_it(fact, client):
    user = make.make_user()
    client.force_login(user)
    for _ in range(2):
        assert add(client, fact).url == "/documents/crs-2023/"
    assert sorted(user.cards.values_list("asks", flat=True)) == ["main", "price"]
    assert CardEvent.objects.filter(kind="add", source="added").count() == 2
    assert "Card 1 of 2" in text(prompt(client))


def test_for_htmx_the_button_gives_way_to_a_sentence(fact, client):
    client.force_login(make.make_user())
    response = add(client, fact, **HTMX)
    assert text(response).strip() == '<p role="status">This fact is among your cards.</p>'


def test_a_newcomer_becomes_a_guest_and_the_page_is_loaded_anew(fact, client):
    response = add(client, fact, **HTMX)
    assert response["HX-Refresh"] == "true"
    assert User.objects.get().is_guest
    assert Card.objects.filter(user__is_guest=True).count() == 2


def test_a_fact_without_a_question_for_cards_is_no_card(fact, client):
    Question.objects.exclude(kind="true_false").update(status="retired")
    client.force_login(make.make_user())
    assert "cannot be a card" in text(add(client, fact, **HTMX))
    assert not Card.objects.exists()


@pytest.mark.parametrize("change", [{"status": "retired"}, {"on_hold": True}, {"ref": "another/one"}])
def test_what_may_not_be_seen_is_not_added(fact, client, change):
    Fact.objects.update(**change)
    assert add(client, fact).status_code == 404
    assert not User.objects.exists()


def test_a_ref_that_no_database_takes_is_no_fact(fact, client):
    assert client.post(reverse("cards:add"), {"fact": "crs-2023/\0"}).status_code == 404


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "", "nowhere", "home"]
)
def test_the_way_back_stays_on_this_site(fact, client, onward):
    client.force_login(make.make_user())
    assert add(client, fact, onward).url == reverse("cards")
