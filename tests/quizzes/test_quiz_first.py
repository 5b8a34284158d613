"""The newcomer's question: live on the first page, without a row until it is answered."""

import base64
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.test import Client
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.bank.models import Fact, Question
from crlearn.cards.models import Card
from crlearn.quizzes import first_question
from crlearn.quizzes.models import Attempt, Item, Response
from tests import make
from tests.quizzes.walk import forms, hidden, item, question, text, url, whole

pytestmark = pytest.mark.django_db
FIRST = "/quizzes/first/"


@pytest.fixture
def asks(facts, at):
    return question(facts[0], kind="single_choice", explanation="It was the first of many.")


@pytest.fixture
def home(asks, client):
    return client.get(reverse("home"))


def rows():
    """How many rows each table has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def order(form):
    _, order = first_question.opened(form["token"])
    return order["options"]


def right(form):
    return {"answer": str(order(form).index("a") + 1)}


def wrong(form):
    return {"answer": str(order(form).index("b") + 1)}


def attempt_of(response):
    return Attempt.objects.get(public_id=response.url.split("/")[2])


def test_it_is_of_one_document_that_can_be_read_next(asks, facts):
    """A fact that spans documents would leave the newcomer with nothing to read."""
    spanning = make.make_fact(facts[0].document, facts[1].current.statement, ref="across/both")
    asked = question(spanning, kind="single_choice")
    Fact.objects.filter(pk=spanning.pk).update(document=None)
    Question.objects.filter(pk=asked.pk).update(document=None)
    days = [date(2026, 3, 4) + timedelta(days=number) for number in range(3)]
    assert {first_question.of_the_day(AnonymousUser(), day).question for day in days} == {asks}


def test_looking_at_it_makes_no_row_in_any_table(asks, client):
    before = rows()
    page = text(client.get(reverse("home")))
    assert "What did they sign?" in page
    assert FIRST in forms(client.get(reverse("home")))
    assert rows() == before
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize(
    ("choose", "title", "cards"), [(right, "That is right.", 0), (wrong, "Not this time.", 1)], ids=["right", "wrong"]
)
def test_the_answer_makes_a_guest_and_opens_its_passage(home, client, asks, choose, title, cards):
    form = hidden(home, FIRST)
    response = client.post(FIRST, form | choose(form))
    attempt = attempt_of(response)
    assert response.url == url(attempt)
    assert (attempt.purpose, attempt.finished_at) == ("first", make.NOW)
    assert User.objects.get() == attempt.user
    assert attempt.user.is_guest
    assert item(attempt).question_version == asks.current
    assert Card.objects.count() == cards
    shown = text(client.get(response.url))
    assert f">{title}</h1>" in shown
    assert "Agreement number 1 of the two neighbours was signed in the year 1901." in shown
    assert "It was the first of many." in shown


def test_what_was_shown_is_what_is_judged(home, client):
    form = hidden(home, FIRST)
    texts = [part.split("&#8288;")[1] for part in text(home).split('class="choice"')[1:]]
    shown = {"a": "a treaty", "b": "a map", "c": "a bill"}
    assert texts == [shown[one] for one in order(form)]
    attempt = attempt_of(client.post(FIRST, form | {"answer": "2"}))
    assert item(attempt).order["options"] == order(form)
    assert Response.objects.get().answer == {"option": order(form)[1]}


def test_its_verdict_leads_to_the_document_and_to_five_more(home, client, facts):
    form = hidden(home, FIRST)
    shown = client.get(client.post(FIRST, form | right(form)).url)
    assert f'<a class="btn" href="{reverse("document", args=["crs-2023"])}">Read this, 1 minute</a>' in text(shown)
    assert "Next question" not in text(shown)
    more = forms(shown)[reverse("quizzes")]
    response = client.post(reverse("quizzes"), {key: more[key] for key in ("client_uuid", "count", "documents")})
    attempt = attempt_of(response)
    assert attempt.items.count() == 5
    assert attempt.user == User.objects.get()
    assert attempt.rules["documents"] == ["crs-2023"]


def test_not_knowing_is_an_answer_too(home, client):
    response = client.post(FIRST, hidden(home, FIRST) | {"gave_up": "1"})
    assert "Here is the answer." in text(client.get(response.url))
    assert Response.objects.get().gave_up


@pytest.mark.parametrize("form", [{}, {"answer": "9"}, {"answer": ["1", "2"]}])
def test_a_form_without_an_answer_leads_home_with_a_word_and_no_row(home, client, form):
    before = rows()
    response = client.post(FIRST, hidden(home, FIRST) | form)
    assert response.url == reverse("home")
    assert 'class="notice error"' in text(client.get(response.url)).split("data-fault")[0]
    assert rows() == before


@pytest.mark.parametrize("forge", ["", "x", "{}", "payload", "other salt"])
def test_a_forged_token_leads_home(home, client, asks, forge):
    token = hidden(home, FIRST)["token"]
    data = {"version": asks.current_id, "day": "2026-03-04"}
    if forge == "payload":
        forged = base64.urlsafe_b64encode(b'{"version":1,"day":"2026-03-05"}').decode().rstrip("=")
        token = forged + token[token.index(":") :]
    elif forge == "other salt":
        token = signing.dumps(data, salt="another")
    else:
        token = forge
    before = rows()
    response = client.post(FIRST, {"token": token, "client_uuid": str(make.uuid(1)), "answer": "1"})
    assert response.url == reverse("home")
    assert rows() == before


def test_a_token_of_a_question_that_is_gone_is_not_found(client, db):
    token = signing.dumps({"version": 999, "day": "2026-03-04"}, salt=first_question.SALT)
    assert client.post(FIRST, {"token": token, "answer": "1"}).status_code == 404
    assert not User.objects.exists()


def test_the_token_does_not_hold_the_order(home):
    payload = hidden(home, FIRST)["token"].split(":")[0]
    held = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    assert "options" not in held
    assert '"a"' not in held


def test_the_order_hangs_on_the_secret_of_the_site(asks, settings):
    days = [date(2026, 3, 4) + timedelta(days=number) for number in range(12)]

    def orders():
        return [
            tuple(option["text"] for option in first_question.of_the_day(AnonymousUser(), day).show["options"])
            for day in days
        ]

    before = orders()
    assert before == orders()
    assert len(set(before)) > 1
    settings.SECRET_KEY = "another-secret-another-secret-another-secret"
    assert before != orders()


def test_the_question_changes_from_day_to_day(asks, facts):
    for fact in facts[1:3]:
        question(fact, kind="single_choice")
    seen = {first_question.of_the_day(AnonymousUser(), date(2026, 3, day)).question.pk for day in (4, 5, 6)}
    assert len(seen) == 3


def test_a_form_of_yesterday_is_still_good(home, client, at):
    form = hidden(home, FIRST)
    at(make.NOW + timedelta(days=3))
    attempt = attempt_of(client.post(FIRST, form | right(form)))
    assert item(attempt).mark == 1


def test_a_double_click_of_somebody_known_answers_once(home, client):
    client.force_login(make.make_guest())
    form = hidden(home, FIRST)
    first = client.post(FIRST, form | right(form))
    second = client.post(FIRST, form | wrong(form))
    assert first.url == second.url
    assert Attempt.objects.count() == Response.objects.count() == 1
    assert item(attempt_of(first)).mark == 1


def test_a_double_click_of_a_newcomer_loses_nothing(home, asks):
    """Both come without a session: each gets a guest of its own, and the one that the browser follows is whole."""
    form = hidden(home, FIRST)
    urls = set()
    for browser in (Client(), Client()):
        response = browser.post(FIRST, form | right(form))
        assert "That is right." in text(browser.get(response.url))
        urls.add(response.url)
    assert len(urls) == 2
    assert Response.objects.count() == Item.objects.count() == 2


def test_only_a_written_choice_on_a_core_fact_greets_a_newcomer(facts):
    question(facts[0], kind="true_false")
    generated = question(facts[1], kind="single_choice")
    type(generated).objects.filter(pk=generated.pk).update(origin="generated")
    detail = make.make_fact(facts[0].document, "Agreement number 1 of the two neighbours", importance="detail")
    question(detail, kind="single_choice")
    assert first_question.of_the_day(AnonymousUser(), date(2026, 3, 4)) is None


def test_without_one_home_still_stands(facts, client):
    assert client.get(reverse("home")).status_code == 200


def test_its_result_page_stands_too(home, client):
    form = hidden(home, FIRST)
    attempt = attempt_of(client.post(FIRST, form | right(form)))
    assert "1 of 1 right." in text(client.get(whole(attempt, "result")))


def test_it_is_taken_by_post_alone(client, db):
    assert client.get(FIRST).status_code == 405
