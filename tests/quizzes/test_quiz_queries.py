"""What a page of a quiz costs: a number of queries that no bank and no quiz can raise, each with its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from crlearn.quizzes.models import Attempt
from tests import make
from tests.quizzes.walk import HTMX, answer, answer_all, hidden, page, question, right_form, start, url, whole
from tests.quizzes.walk import item as item_of

pytestmark = pytest.mark.django_db

REQUEST = ["the browser's session", "the learner"]
ATTEMPT = ["the attempt, if it is theirs", "its items with questions and documents"]
PROOF = [
    "the facts of the question",
    "their disagreements",
    "the other sides of these, with what they say",
    "the evidence of all with passages and documents",
]
HIDDEN = ["the quotations that open items still ask for"]
WRITE = [
    "begin",
    "the learner, locked: they may be signing in to an account",
    "the attempt with its owner, locked: over or not",
    "which of its items are open: whose turn it is, and whether this is the last",
    "the names of all entities (typed answers only)",
    "the response",
    "the mark of the item",
    "the study settings with the weights",
    "the facts that it speaks of",
]
MEMORY = [  # a wrong answer on a fact without a card: the most there can be
    "that the facts were met",
    "savepoint",
    "what of them can be asked by a card",
    "the facts to make cards of",
    "the cards there are",
    "the new cards",
    "those that were made",
    "their first events",
    "each card with its first event",
    "the cards that are told",
    "what was told before",
    "the grades",
    "the cards as they are then",
    "release",
]
REASONS = {
    "choose": [*REQUEST, "the documents", "the topics", "those left open", "the last quizzes with their scores"],
    "ask": [*REQUEST, *ATTEMPT],
    "verdict": [*REQUEST, *ATTEMPT, "the response", *HIDDEN, *PROOF],
    "result": [
        *REQUEST,
        *ATTEMPT,
        "the responses",
        *PROOF,
        "the facts behind what went wrong",
        "whether these are cards",
    ],
}
START = [
    "begin",
    "the learner, locked: two clicks are one",
    "an attempt that this form has started before",
    "the attempt",
    "the question versions, for their orders",
    "the items",
    "commit",
]
DRAW = [
    "the questions that fit",
    "their facts",
    "the quotations of these",
    "the questions asked before",
    "what is said after each drawn question",
    "the quotations shown after them",
]


def count(client, address, form=None, **headers):
    """The queries of one request."""
    with CaptureQueriesContext(
        connection,
    ) as caught:
        response = client.get(address, **headers) if form is None else client.post(address, form, **headers)
    assert response.status_code in {200, 302}
    return [query["sql"] for query in caught]


@pytest.fixture(params=[(3, 2), (40, 20)], ids=["small", "large"])
def quiz(request, client, at):
    """An attempt of so many items at a bank of so many facts, half of them in a disagreement with another document."""
    facts, items = request.param
    learner = make.make_user()
    client.force_login(learner)
    client.get(reverse("quizzes"))  # the visit is noted once in half a day
    made = make.make_bank(facts)
    others = make.make_bank(facts, "cfr-2024")
    for one, other in zip(made, others, strict=True):
        make.make_disagreement((one, "so"), (other, "otherwise"))
        question(one, kind="single_choice", explanation="As was the custom.")
    return start(learner, *[fact.questions.order_by("pk").first() for fact in made[:items]])


def assert_reasons(found, reasons):
    assert len(found) == len(reasons), "\n".join(sql[:160] for sql in found)


def test_choosing(client, quiz):
    assert_reasons(count(client, reverse("quizzes")), REASONS["choose"])


def test_asking(client, quiz):
    assert_reasons(count(client, url(quiz)), REASONS["ask"])
    assert_reasons(count(client, url(quiz), **HTMX), REASONS["ask"])


def test_the_verdict(client, quiz):
    answer(client, quiz)
    assert_reasons(count(client, url(quiz)), REASONS["verdict"])


def test_the_result(client, quiz):
    answer_all(client, quiz, wrong=[1, 2])
    assert_reasons(count(client, whole(quiz, "result")), REASONS["result"])


def test_answering_for_the_first_time_wrongly(client, quiz):
    """The dearest answer: the learner's first, wrong, so that settings and a card are made."""
    answer(client, quiz)  # the settings of study are made with the very first answer
    form = hidden(page(client, quiz, 2), url(quiz, 2)) | {"answer": "zebra crossing"}
    found = count(client, url(quiz, 2), form, **HTMX)
    extra = [] if item_of(quiz, 2).attempt.items.filter(answered_at=None).exists() else ["that the attempt is over"]
    still = HIDDEN if not extra else []  # nothing is open after the last one
    assert_reasons(found, [*REQUEST, *ATTEMPT, *WRITE, *extra, *MEMORY, "commit", *still, *PROOF])


def test_answering_again_costs_no_write(client, quiz):
    form = hidden(page(client, quiz), url(quiz)) | {"answer": "1901"}
    client.post(url(quiz), form)
    found = count(client, url(quiz), form, **HTMX)
    assert not [sql for sql in found if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    reasons = ["begin", "the learner, locked", "the attempt, locked", "which items are open"]
    reasons += ["the item as it is by now", "the response", "commit"]
    assert_reasons(found, [*REQUEST, *ATTEMPT, *reasons, *HIDDEN, *PROOF])


def test_a_group_of_many_facts_costs_no_more_than_one_fact(client, at):
    numbers = []
    for facts in (2, 12):
        learner = make.make_user()
        client.force_login(learner)
        made = make.make_bank(facts, f"paper-{facts}")
        pairs = [{"id": f"p{n}", "left": f"L{n}", "right": f"R{n}", "fact": fact.ref} for n, fact in enumerate(made)]
        attempt = start(learner, question(*made, kind="matching", pairs=pairs), question(made[0]))
        count(client, reverse("cards"))  # the settings are there
        form = right_form(item_of(attempt))
        form = dict(zip(form, [*list(form.values())[1:], form["answer-1"]], strict=True))
        numbers.append(len(count(client, url(attempt), form | {"client_uuid": str(make.uuid(facts))}, **HTMX)))
    assert numbers[0] == numbers[1]


def test_starting(client, quiz):
    form = hidden(client.get(reverse("quizzes")), reverse("quizzes")) | {"count": 5}
    assert_reasons(count(client, reverse("quizzes"), form), [*REQUEST, "the documents", "the topics", *DRAW, *START])
    assert Attempt.objects.count() == 2
