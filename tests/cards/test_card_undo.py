"""Undo: the last grade of the day, any number of times, and each once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from crlearn.cards.models import Card, CardEvent
from tests import make
from tests.cards.walk import HTMX, form, grade, prompt, text, turned, undo

pytestmark = pytest.mark.django_db


def states():
    ignored = {"last_event_id"}
    return [
        {key: value for key, value in row.items() if key not in ignored} for row in Card.objects.order_by("pk").values()
    ]


def test_undo_takes_back_the_grade_and_shows_its_card(learner, client):
    before = states()
    grade(client, 1)
    page = prompt(client)
    assert "Undo “Forgot”" in text(page)
    assert 'data-key="u"' in text(page)
    response = client.post(reverse("cards:undo"), form(page, "undo"), follow=True)
    assert "agreement number 1" in text(response)
    assert "Card 1 of 3" in text(response)
    assert states() == before
    assert CardEvent.objects.get(kind="grade").voided
    assert CardEvent.objects.get(kind="undo").target == CardEvent.objects.get(kind="grade")
    assert form(prompt(client), "undo") is None


def test_for_htmx_the_card_comes_back_in_the_same_response(learner, client):
    grade(client, 4)
    grade(client, 4)
    assert "agreement number 2" in text(undo(client, **HTMX))
    assert "agreement number 1" in text(undo(client, **HTMX))


def test_undo_goes_back_through_the_day_after_the_last_card_too(learner, client):
    before = states()
    for given in (4, 4, 4):
        grade(client, given)
    assert "Nothing is due." in text(prompt(client))
    for number in (3, 2, 1):
        response = client.post(reverse("cards:undo"), form(prompt(client), "undo"), follow=True)
        assert f"agreement number {number}" in text(response)
    assert states() == before


def test_the_undo_of_a_page_sent_twice_takes_back_one_grade(learner, client):
    grade(client, 4)
    grade(client, 4)
    page = prompt(client)
    undo(client, page)
    undo(client, page)
    assert CardEvent.objects.filter(kind="undo").count() == 1


@pytest.mark.parametrize("cards", [3, 1])  # the later grade is another card's, or the same one's
def test_an_undo_from_an_old_tab_takes_back_nothing_else(learner, client, cards):
    Card.objects.exclude(pk__in=[card.pk for card in learner.cards.order_by("pk")[:cards]]).update(suspended=True)
    grade(client, 1)
    old = prompt(client)
    grade(client, 1)
    response = undo(client, old, **HTMX)
    assert "Nothing was changed" in text(response)
    assert not CardEvent.objects.filter(voided=True).exists()


def test_a_grade_that_was_taken_back_is_not_given_again_by_the_back_button(learner, client):
    page = turned(client)
    grade(client, 4, page)
    undo(client)
    response = grade(client, 4, page, **HTMX)
    assert "This answer was taken back." in text(response)
    assert CardEvent.objects.filter(kind="grade", voided=False).count() == 0
    grade(client, 4)  # shown anew it can be
    assert CardEvent.objects.filter(kind="grade", voided=False).count() == 1


def test_yesterdays_grades_stay(learner, client, at):
    grade(client, 4)
    page = prompt(client)
    at(make.NOW + timedelta(days=1))
    assert form(prompt(client), "undo") is None
    assert "Nothing was changed" in text(undo(client, page, **HTMX))
    assert not CardEvent.objects.filter(voided=True).exists()


@pytest.mark.parametrize("target", ["", "x", "0", "999999", "9" * 5000, "-1", "٣"])
def test_a_bad_target_undoes_nothing(learner, client, target):
    grade(client, 4)
    client.post(reverse("cards:undo"), {"target": target, "client_uuid": str(make.uuid(1))})
    assert not CardEvent.objects.filter(kind="undo").exists()


def test_nobody_undoes_somebody_elses_grade(learner, client):
    grade(client, 4)
    fields = form(prompt(client), "undo")
    client.force_login(make.make_user())
    client.post(reverse("cards:undo"), fields)
    assert not CardEvent.objects.filter(kind="undo").exists()
