"""Each page of a session costs the same number of queries whatever the number of cards, each with its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from crlearn.cards.models import StudySettings
from tests import make
from tests.cards.walk import HTMX, form, grade, prompt, turned

pytestmark = pytest.mark.django_db

REQUEST = ["the browser's session", "the learner", "their study settings with the weights"]
QUEUE = ["today's grades: room left, ticks, what can be undone", "learning steps", "reviews that are due", "new cards",
         "a card put aside today: it can be undone too"]  # fmt: skip
CARD = ["the card with its fact and document", "its least recently shown face"]
REASONS = {
    "prompt": [*REQUEST, *QUEUE, *CARD],
    "answer": [
        *REQUEST,
        "the card that the form names",
        *QUEUE,
        "the face that was shown, unless it was taken out since",
        "what else is asked today: hidden in the paragraph",
        "the fact of the face",
        "its disagreements",
        "the evidence with passages and documents",
    ],
    "grade": [
        *REQUEST,
        "begin",
        "an event sent before under this identity",
        "the card, locked, with its last event",
        "the grade",
        "that the fact was met (first grade of a card only)",
        "the card as the grade leaves it",
        "commit",
        *QUEUE,
        *CARD,
    ],
    "undo": [
        *REQUEST,
        "begin",
        "an event sent before under this identity",
        "today's grades: which is the last",
        "a card put aside today: or is that the last",
        "the card, locked, with its last event",
        "the grade to be taken back",
        "the undo",
        "the grade, voided",
        "all events of the card",
        "the card as they make it",
        "commit",
        *QUEUE,
        *CARD,
    ],
}


@pytest.fixture
def session(at, client):
    """A session with so many cards, begun."""

    def begin(count):
        user = make.make_user()
        for fact in make.make_bank(count, f"bank-{count}"):
            make.make_card(user, fact)
        StudySettings.objects.update(new_per_day=100)
        client.force_login(user)
        prompt(client)  # notes, twice a day, that the learner was here
        return user

    return begin


@pytest.mark.parametrize("cards", [3, 60])
@pytest.mark.parametrize("page", list(REASONS))
def test_the_queries_of_a_page_are_those_with_a_reason(session, client, page, cards):
    session(cards)
    answer = turned(client)
    if page == "undo":
        grade(client, 4, answer)
        to_undo = form(prompt(client), "undo")
    requests = {
        "prompt": lambda: client.get(reverse("cards")),
        "answer": lambda: turned(client, answer),
        "grade": lambda: grade(client, 4, answer, **HTMX),
        "undo": lambda: client.post(reverse("cards:undo"), to_undo, **HTMX),
    }
    with CaptureQueriesContext(connection) as seen:
        response = requests[page]()
    assert response.status_code == 200
    assert len(seen) == len(REASONS[page]), "\n".join(query["sql"][:300] for query in seen)
