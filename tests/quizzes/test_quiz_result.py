"""The end of a quiz: the score, each question with its passage, and what to do with what went wrong."""

import re
import uuid
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from crlearn.bank.kinds import KINDS
from crlearn.cards.models import Card, CardEvent
from crlearn.quizzes.models import Attempt
from tests import make
from tests.quizzes.walk import (
    answer,
    answer_all,
    hidden,
    item,
    page,
    question,
    right_form,
    send,
    start,
    text,
    whole,
)

pytestmark = pytest.mark.django_db


def result(client, attempt):
    return client.get(whole(attempt, "result"))


def again(client, attempt):
    response = client.post(whole(attempt, "again"), hidden(result(client, attempt), whole(attempt, "again")))
    return Attempt.objects.get(public_id=response.url.split("/")[2])


class Outline(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.ids, self.levels, self.named = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.named += attrs.get("aria-labelledby", "").split() + attrs.get("aria-describedby", "").split()


@pytest.fixture
def finished(client, attempt):
    """Three questions, the second answered wrongly."""
    answer_all(client, attempt, wrong=[2])
    return attempt


def test_the_score_is_said_first(client, finished):
    shown = text(result(client, finished))
    assert ">2 of 3 right.</h1>" in shown
    assert "What went wrong comes back as cards." in shown
    assert 'aria-label="2 right, 1 not."' in shown


def test_each_question_stands_there_with_its_verdict_and_its_passage(client, finished):
    shown = text(result(client, finished))
    rows = shown.split('<section class="row answered"')[1:]
    assert len(rows) == 3
    for number, row in enumerate(rows, 1):
        assert f"In which year was agreement number {number} signed?" in row
        assert f"Agreement number {number} of the two neighbours was signed in the year {1900 + number}." in row
        assert "Observers in both capitals took note of it then." in row
        assert "Read it in place" in row
        assert ("Not this time." if number == 2 else "That is right.") in row
    assert "zebra crossing" in rows[1]


def test_part_of_the_points_is_said_in_per_cent(client, learner, document):
    fact = make.make_fact(document, "China paid in advance.")
    attempt = start(learner, question(fact, kind="ordering"), question(fact))
    form = right_form(item(attempt))
    send(client, attempt, 1, form | {"answer-1": form["answer-2"], "answer-2": form["answer-1"]})
    answer(client, attempt, 2)
    shown = text(result(client, attempt))
    assert "1 of 2 right." in shown
    assert "that is 67 per cent of the points." in shown


def test_all_kinds_on_one_page_have_ids_of_their_own_and_headings_in_order(client, learner, document):
    facts = [
        make.make_fact(document, quote) for quote in ("China paid in advance.", "It was to hold for twenty years.")
    ]
    attempt = start(learner, *[question(*facts, kind=kind, explanation="As was the custom.") for kind in KINDS])
    answer_all(client, attempt, wrong=[1, 2, 3, 4])
    found = Outline(text(result(client, attempt)))
    assert len(found.ids) == len(set(found.ids)) > 20
    assert set(found.named) <= set(found.ids)
    assert found.levels[0] == 1
    assert found.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(found.levels, found.levels[1:], strict=False))


@pytest.mark.parametrize("name", KINDS)
def test_verdict_pages_have_ids_of_their_own_and_headings_in_order_too(client, learner, document, name):
    facts = [
        make.make_fact(document, quote) for quote in ("China paid in advance.", "It was to hold for twenty years.")
    ]
    attempt = start(learner, question(*facts, kind=name, explanation="As was the custom."))
    for shown in (page(client, attempt), client.get(answer(client, attempt, right=False).url)):
        found = Outline(text(shown))
        assert len(found.ids) == len(set(found.ids))
        assert set(found.named) <= set(found.ids)
        assert found.levels[0] == 1
        assert all(after - before <= 1 for before, after in zip(found.levels, found.levels[1:], strict=False))


# --- again, only the wrong ones


def test_only_the_wrong_ones_are_asked_again(client, finished):
    fresh = again(client, finished)
    assert fresh.purpose == "again"
    assert [one.question_version for one in fresh.items.all()] == [item(finished, 2).question_version]
    assert "Only the wrong ones" in text(page(client, fresh))
    assert fresh.user == finished.user


def test_what_was_partly_right_is_asked_again_too(client, learner, document):
    fact = make.make_fact(document, "China paid in advance.")
    attempt = start(learner, question(fact, kind="multiple_choice"), question(fact))
    send(client, attempt, 1, {"answer": right_form(item(attempt))["answer"][:1]})
    answer(client, attempt, 2)
    assert [one.question_version.kind for one in again(client, attempt).items.all()] == ["multiple_choice"]


def test_a_double_click_starts_it_once(client, finished):
    form = hidden(result(client, finished), whole(finished, "again"))
    first, second = (client.post(whole(finished, "again"), form).url for _ in range(2))
    assert first == second
    assert Attempt.objects.count() == 2


def test_it_asks_the_questions_as_they_are_now(client, finished):
    asks = item(finished, 2).question_version.question
    now = make.make_question_version(asks, prompt="In which year was the second one signed?", answer="1902")
    assert [one.question_version for one in again(client, finished).items.all()] == [now]


def test_what_was_withdrawn_is_not_asked_again(client, finished):
    asks = item(finished, 2).question_version.question
    asks.on_hold = True
    asks.save(update_fields=["on_hold"])
    response = client.post(whole(finished, "again"), {"client_uuid": str(uuid.uuid4())}, follow=True)
    assert "There is nothing to ask again." in text(response)
    assert Attempt.objects.count() == 1


def test_where_all_was_right_there_is_nothing_to_repeat(client, attempt):
    answer_all(client, attempt)
    shown = text(result(client, attempt))
    assert "3 of 3 right." in shown
    assert "Nothing went wrong." in shown
    assert whole(attempt, "again") not in shown
    assert whole(attempt, "add_cards") not in shown
    client.post(whole(attempt, "again"))
    assert Attempt.objects.count() == 1


def test_an_open_attempt_has_nothing_to_repeat_or_to_add(client, attempt):
    answer(client, attempt, right=False)
    cards = Card.objects.count()
    assert client.post(whole(attempt, "again")).url == whole(attempt, "attempt")
    assert client.post(whole(attempt, "add_cards")).url == whole(attempt, "attempt")
    assert Attempt.objects.count() == 1
    assert Card.objects.count() == cards


# --- add the wrong ones to my cards


def add(client, attempt):
    return text(client.post(whole(attempt, "add_cards"), follow=True))


def test_what_went_wrong_is_a_card_already_and_the_button_says_so(client, finished, facts):
    before = set(Card.objects.values_list("fact", flat=True))
    assert facts[1].pk in before
    assert "The 1 fact that went wrong is among your cards already." in add(client, finished)
    assert set(Card.objects.values_list("fact", flat=True)) == before


def test_the_button_makes_the_cards_that_are_missing_and_again_does_nothing(client, finished, facts):
    CardEvent.objects.update(after=None, target=None)
    Card.objects.update(last_event=None)
    Card.objects.all().delete()
    assert "1 fact was added to your cards." in add(client, finished)
    assert list(Card.objects.values_list("fact", flat=True)) == [facts[1].pk]
    assert "is among your cards already." in add(client, finished)
    assert Card.objects.count() == 1
    assert CardEvent.objects.filter(kind="add").count() == 1


def group(learner, facts, client):
    """A group of three facts of which the second and third are answered wrongly; it and its attempt."""
    pairs = [
        {"id": f"p{number}", "left": f"Agreement {number}", "right": str(1900 + number), "fact": fact.ref}
        for number, fact in enumerate(facts[:3], 1)
    ]
    asks = question(*facts[:3], kind="matching", pairs=pairs)
    attempt = start(learner, asks)
    order = item(attempt).order
    form = right_form(item(attempt))
    places = [order["left"].index(pair) + 1 for pair in ("p2", "p3")]
    one, other = (f"answer-{place}" for place in places)
    send(client, attempt, 1, form | {one: form[other], other: form[one]})
    return attempt


def test_of_a_group_each_fact_is_told_by_its_own_part(client, learner, facts):
    attempt = group(learner, facts, client)
    assert item(attempt).mark.quantize(Decimal("0.01")) == Decimal("0.33")
    grades = dict(CardEvent.objects.filter(kind="grade").values_list("card__fact", "grade"))
    assert grades == {facts[1].pk: 1, facts[2].pk: 1}  # recognised right: tells nothing, makes no card
    assert not Card.objects.filter(fact=facts[0]).exists()


def test_of_a_group_only_the_wrong_facts_are_added(client, learner, facts):
    attempt = group(learner, facts, client)
    assert "The 2 facts that went wrong are among your cards already." in add(client, attempt)
    assert not Card.objects.filter(fact=facts[0]).exists()


def test_of_an_order_each_step_is_told_by_its_neighbours(client, learner, facts):
    steps = [
        {"id": f"s{number}", "text": f"No. {number}", "fact": fact.ref} for number, fact in enumerate(facts[:4], 1)
    ]
    attempt = start(learner, question(*facts[:4], kind="ordering", steps=steps))
    form = right_form(item(attempt))
    send(client, attempt, 1, form | {"answer-3": form["answer-4"], "answer-4": form["answer-3"]})
    assert set(CardEvent.objects.filter(kind="grade").values_list("card__fact", "grade")) == {
        (facts[1].pk, 1),
        (facts[2].pk, 1),
        (facts[3].pk, 1),
    }


# --- a guest's


def test_a_guest_is_told_where_the_answers_live(client, facts, at):
    guest = make.make_guest()
    client.force_login(guest)
    attempt = start(guest, facts[0].questions.get())
    answer(client, attempt)
    shown = text(result(client, attempt))
    assert "Your answers live in this browser only." in shown
    assert 'href="/accounts/signup/"' in shown


def test_somebody_with_an_account_is_not(client, finished):
    assert "Your answers live in this browser only." not in text(result(client, finished))


def test_every_verdict_of_it_can_be_opened_again(client, finished):
    answered = page(client, finished, 2)
    assert "Not this time." in text(answered)
    assert f'href="{whole(finished, "result")}"' in text(answered)
