"""Cards left for tomorrow or put aside: by a form of the answer side, with undo, a list, and the way back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from crlearn.bank.models import Fact
from crlearn.cards import withheld
from crlearn.cards.models import CardEvent
from tests import make
from tests.cards.walk import HTMX, form, forms, grade, prompt, text, turned, undo

pytestmark = pytest.mark.django_db
TOMORROW = make.NOW + timedelta(days=1)


def put_aside(client, how, page=None, **headers):
    fields = form(page or turned(client), "put_aside") | {"how": how}
    return client.post(reverse("cards:put_aside"), fields, **headers)


def acts():
    return list(CardEvent.objects.exclude(kind="add").order_by("pk").values_list("kind", "voided"))


def test_the_answer_side_has_a_button_and_a_key_for_each(learner, client):
    page = turned(client)
    keys = {one["value"]: one["data-key"] for one in forms(page)[reverse("cards:put_aside")]["buttons"]}
    assert keys == {"bury": "-", "suspend": "@"}
    assert form(prompt(client), "put_aside") is None


def test_a_card_left_for_tomorrow_comes_tomorrow(learner, client, at):
    page = text(put_aside(client, "bury", **HTMX))
    assert "agreement number 2" in page
    assert "Card 1 of 2" in page
    assert "Undo “Leave it for tomorrow”" in page
    at(TOMORROW)
    page = prompt(client)
    assert "agreement number 1" in text(page)
    assert form(page, "undo") is None


def test_a_card_put_aside_comes_when_it_is_taken_up(learner, client, at):
    response = put_aside(client, "suspend")
    assert response.url == reverse("cards")
    page = text(prompt(client))
    assert "agreement number 2" in page
    assert "Put aside: it is not asked again until you take it up." in page
    at(TOMORROW)
    assert "agreement number 2" in text(prompt(client))
    shown = client.get(reverse("cards:aside"))
    assert "1 card is put aside." in text(shown)
    assert "Agreement number 1 of the two neighbours" in text(shown)
    card = form(shown, "take_up")
    for said in ("Taken up", "That card is not put aside."):
        assert said in text(client.post(reverse("cards:take_up"), card, follow=True))
    assert "agreement number 1" in text(prompt(client))
    assert "No card is put aside." in text(client.get(reverse("cards:aside")))


def test_what_is_put_aside_is_found_from_the_end_of_a_session_and_from_ones_own_page(learner, client):
    for _ in range(3):
        put_aside(client, "suspend")
    page = text(prompt(client))
    assert "Nothing is due." in page
    assert "3 cards are put aside." in page
    assert reverse("cards:aside") in text(client.get(reverse("account")))


@pytest.mark.parametrize("how", ["bury", "suspend"])
def test_undo_takes_back_the_last_thing_done_whatever_it_was(learner, client, how):
    grade(client, 4)
    put_aside(client, how)
    grade(client, 1)
    for number in (3, 2, 1):
        assert f"agreement number {number}" in text(undo(client, **HTMX))
    assert all(voided for kind, voided in acts() if kind != "undo")
    assert form(prompt(client), "undo") is None


@pytest.mark.parametrize("how", ["bury", "suspend"])
def test_a_double_click_puts_aside_one_card(learner, client, how):
    page = turned(client)
    for _ in range(2):
        shown = text(put_aside(client, how, page, **HTMX))
        assert "agreement number 2" in shown
        assert "Nothing was changed" not in shown
    assert acts() == [(how, False)]


def test_an_old_tab_puts_nothing_aside(learner, client):
    page = turned(client)
    grade(client, 4, page)
    assert "Nothing was changed" in text(put_aside(client, "suspend", page, **HTMX))
    assert acts() == [("grade", False)]


def test_what_was_taken_back_is_not_put_aside_again_by_the_back_button(learner, client):
    page = turned(client)
    put_aside(client, "bury", page)
    undo(client)
    assert "taken back" in text(put_aside(client, "bury", page, **HTMX))
    assert acts() == [("bury", True), ("undo", False)]
    put_aside(client, "bury")
    assert acts()[2:] == [("bury", False)]


@pytest.mark.parametrize("how", ["", "grade", "reset", "unsuspend"])
def test_what_is_no_way_to_put_a_card_aside_is_a_bad_request(learner, client, how):
    assert put_aside(client, how).status_code == 400
    assert acts() == []


def test_a_forged_form_puts_nothing_aside(learner, client):
    fields = {"token": "x", "how": "suspend", "client_uuid": str(make.uuid(1))}
    response = client.post(reverse("cards:put_aside"), fields, **HTMX)
    assert "Nothing was changed" in text(response)
    assert acts() == []


def test_nobody_puts_aside_or_takes_up_somebody_elses_card(learner, client):
    page = turned(client)
    card = learner.cards.first()
    make.put_aside(learner, card)
    client.force_login(make.make_user())
    put_aside(client, "bury", page)
    assert client.post(reverse("cards:take_up"), {"card": card.pk}).status_code == 404
    assert acts() == [("suspend", False)]
    assert "Agreement" not in text(client.get(reverse("cards:aside")))


@pytest.mark.parametrize("card", ["", "x", "0", "9" * 30])
def test_no_card_is_not_found(learner, client, card):
    assert client.post(reverse("cards:take_up"), {"card": card}).status_code == 404


def test_a_stranger_is_sent_to_the_cards(client, db):
    assert client.get(reverse("cards:aside")).url == reverse("cards")
    assert client.post(reverse("cards:take_up"), {"card": "1"}).url == reverse("cards")
    assert client.post(reverse("cards:put_aside"), {"how": "bury"}).url == reverse("cards")


def test_what_a_test_withholds_is_not_listed(learner, client, monkeypatch):
    for card in learner.cards.all():
        make.put_aside(learner, card)
    first = learner.cards.order_by("pk").first().fact_id
    monkeypatch.setitem(withheld.REGISTERED, "a test", lambda user: Fact.objects.filter(pk=first).values("pk"))
    page = text(client.get(reverse("cards:aside")))
    assert "2 cards are put aside." in page
    assert "Agreement number 1 " not in page


def test_the_list_costs_one_query_however_long_it_is(learner, client):
    counts = []
    client.get(reverse("cards:aside"))
    for card in learner.cards.all():
        make.put_aside(learner, card)
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("cards:aside"))
        counts.append(len(seen))
    assert counts == [4] * 3  # the browser's session, the learner, their study settings, the cards


@pytest.mark.parametrize("name", ["put_aside", "take_up"])
def test_changes_are_not_taken_by_get(learner, client, name):
    assert client.get(reverse(f"cards:{name}")).status_code == 405
