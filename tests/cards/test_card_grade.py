"""Grading through the URL: what the button said is kept, once, and nothing else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from crlearn.cards import memory, promises, services
from crlearn.cards.models import Card, CardEvent, Encounter
from tests import make
from tests.cards.walk import HTMX, buttons, form, grade, prompt, text, turned, undo

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = date(2026, 3, 4)


def grades():
    return CardEvent.objects.filter(kind="grade")


def test_a_grade_is_kept_with_all_that_was_shown(learner, client, at):
    page = turned(client)
    at(make.NOW + timedelta(seconds=7))
    response = grade(client, 4, page)
    assert response.url == reverse("cards")
    event, card = grades().get(), learner.cards.get(phase="review")
    said = buttons(page)[3]["aria-label"]
    assert said == f"Easy, {event.interval_days} days"
    assert (event.due_day - TODAY).days == event.interval_days
    assert (card.due_day, card.due_at, card.last_event, card.introduced_day) == (event.due_day, None, event, TODAY)
    assert (event.study_day, event.milliseconds, event.source) == (TODAY, 7000, "session")
    assert event.face == event.face.question.current
    assert event.parameters.user is None
    assert event.after.kind == "add"
    assert event.first_of_day
    assert Encounter.objects.get(user=learner).fact == card.fact


def test_a_step_counts_from_the_answer_and_a_review_from_the_day_it_was_shown(learner, client, at):
    page = turned(client)
    answered = at(make.NOW + timedelta(minutes=3, microseconds=5))
    grade(client, 3, page)
    assert learner.cards.get(phase="learning").due_at == answered.replace(microsecond=0) + timedelta(minutes=10)


def test_htmx_gets_the_next_card_in_the_same_response(learner, client):
    response = grade(client, 4, **HTMX)
    assert "agreement number 2" in text(response)
    assert "<html" not in text(response)
    assert response["HX-Replace-Url"] == reverse("cards")


def test_the_same_form_sent_twice_is_one_grade(learner, client):
    page = turned(client)
    for _ in range(2):
        response = grade(client, 3, page, **HTMX)
    assert grades().count() == 1
    assert "agreement number 2" in text(response)
    assert "Nothing was changed" not in text(response)


def test_another_grade_for_the_same_showing_changes_nothing_and_says_so(learner, client):
    page = turned(client)
    grade(client, 3, page)
    response = grade(client, 1, page, **HTMX)
    assert grades().get().grade == 3
    assert "This card already has your answer “Good”." in text(response)


def test_a_card_turned_twice_is_graded_once(learner, client):
    page = prompt(client)
    first, again = turned(client, page), turned(client, page)
    grade(client, 3, first)
    grade(client, 3, again)
    assert grades().count() == 1


def test_a_stale_tab_writes_nothing_and_shows_where_the_learner_is(learner, client, at):
    one_tab = turned(client)
    at(make.NOW + timedelta(seconds=1))
    other_tab = turned(client)
    grade(client, 3, one_tab)
    for headers in ({}, HTMX):
        fields = form(other_tab, "grade") | {"grade": 1}
        response = client.post(reverse("cards:grade"), fields, follow=True, **headers)
        assert "answered on another page or device" in text(response)
        assert "agreement number 2" in text(response)
    assert grades().get().grade == 3


def test_a_stale_prompt_does_not_show_its_answer(learner, client):
    stale = prompt(client)
    grade(client, 3)
    response = client.get(reverse("cards:show"), form(stale, "show"), follow=True)
    assert "1901" not in text(response)
    assert "answered on another page or device" in text(response)


def test_a_quiz_that_told_of_the_card_meanwhile_makes_the_form_stale(learner, client, at):
    page = turned(client)
    fact = learner.cards.first().fact
    answer = services.QuizAnswer(fact.pk, "main", recall=True, right=False, first_try=True)
    services.quiz_told(
        study=memory.study(learner, now=make.NOW),
        answers=[answer],
        face=fact.questions.get().current,
        response_uuid=make.uuid(5),
        source=CardEvent.Source.QUIZ,
    )
    grade(client, 4, page)
    assert grades().get().grade == 1


@pytest.mark.parametrize("token", ["", "nonsense", "eyJjYXJkIjoxfQ:1xV:x"])
def test_a_forged_form_writes_nothing(learner, client, token):
    response = client.post(
        reverse("cards:grade"), {"token": token, "grade": "3", "client_uuid": str(make.uuid(1))}, follow=True
    )
    assert "shown too long ago" in text(response)
    assert not grades().exists()


def test_a_changed_form_writes_nothing(learner, client):
    token = form(turned(client), "grade")["token"]
    client.post(reverse("cards:grade"), {"token": token[:20] + "A" + token[21:], "grade": "3"})
    assert not grades().exists()


def test_an_expired_form_writes_nothing_and_shows_the_card_anew(learner, client, monkeypatch):
    page = turned(client)
    monkeypatch.setattr(promises, "LIFETIME", timedelta(seconds=-1))
    response = grade(client, 3, page, **HTMX)
    assert "shown too long ago" in text(response)
    assert "agreement number 1" in text(response)
    assert not grades().exists()


@pytest.mark.parametrize("sent", [{}, {"grade": "0"}, {"grade": "5"}, {"grade": "good"}, {"grade": ""}])
def test_what_is_no_grade_is_a_bad_request(learner, client, sent):
    fields = form(turned(client), "grade") | sent
    assert client.post(reverse("cards:grade"), fields).status_code == 400
    assert not grades().exists()


def test_somebody_elses_form_neither_shows_nor_grades(learner, client):
    page = prompt(client)
    answer = turned(client, page)
    client.force_login(make.make_user())
    assert client.get(reverse("cards:show"), form(page, "show")).status_code == 404
    grade(client, 3, answer)
    assert not grades().exists()


def test_somebody_elses_identity_tells_nothing_and_writes_nothing(learner, client):
    page = turned(client)
    grade(client, 3, page)
    mine = make.make_user()
    make.make_card(mine, learner.cards.first().fact)
    client.force_login(mine)
    fields = form(turned(client), "grade") | {"client_uuid": form(page, "grade")["client_uuid"], "grade": 1}
    client.post(reverse("cards:grade"), fields)
    assert grades().get().card.user == learner


def test_a_form_without_an_identity_still_takes_its_grade_once(learner, client):
    fields = form(turned(client), "grade") | {"client_uuid": "none", "grade": 3}
    for _ in range(2):
        client.post(reverse("cards:grade"), fields)
    assert grades().count() == 1


def test_the_turn_of_the_day_between_answer_and_grade_keeps_what_the_button_said(learner, client, at):
    at(make.NOW.replace(hour=3, minute=59))
    page = turned(client)
    at(make.NOW.replace(hour=4, minute=1))
    grade(client, 4, page)
    event = grades().get()
    assert event.study_day == TODAY - DAY
    assert event.due_day == TODAY - DAY + event.interval_days * DAY
    assert form(prompt(client), "undo")  # and it can still be taken back
    undo(client)
    assert learner.cards.filter(phase="new").count() == 3


def test_a_card_left_open_overnight_is_shown_anew(learner, client, at):
    page = turned(client)
    at(make.NOW + timedelta(hours=20))
    response = grade(client, 4, page, **HTMX)
    assert "A new day has begun" in text(response)
    assert "agreement number 1" in text(response)
    assert not grades().exists()


def test_a_clock_that_runs_behind_does_not_turn_the_order_round(learner, client, at):
    grade(client, 1)
    for _ in range(2):
        grade(client, 4)
    at(make.NOW - timedelta(seconds=30))  # the next answer reaches another host
    grade(client, 3)
    card = learner.cards.get(phase="learning")
    assert [event.grade for event in card.events.order_by("at", "pk")] == [None, 1, 3]
    assert card.last_event.grade == 3


def test_a_suspended_card_takes_no_grade_from_an_old_form(learner, client):
    page = turned(client)
    card = Card.objects.get(pk=learner.cards.order_by("pk").first().pk)
    make.put_aside(learner, card)
    grade(client, 3, page)
    assert not grades().exists()
