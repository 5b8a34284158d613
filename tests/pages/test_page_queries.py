"""Home, the documents and one document cost the same number of queries whatever their size, each with its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crlearn.quizzes import services as quizzes
from crlearn.quizzes.models import Attempt
from tests import make

pytestmark = pytest.mark.django_db

SESSION = ["the browser's session", "the learner"]
STUDY = ["their study settings with the weights"]
PROGRESS = ["facts met", "cards: how well each is known"]
ROWS = ["the documents", "where facts stand in them", "their sections"]
QUESTION = ["which questions there are for a day", "the one of today"]
TODAY = [
    "today's grades: room left",
    "learning steps",
    "reviews that are due",
    "new cards",
    "a card put aside today",
    "whether there are any cards",
    "the coming days",
    "the quiz that was left",
    "how far it went",
]
DOCUMENT = [
    "the document",
    "its blocks",
    "facts with their quotations",
    "what is put otherwise elsewhere",
    "the terms that explain themselves in its text",
]
REASONS = {
    ("anonymous", "/"): [*ROWS, *QUESTION],
    ("anonymous", "/documents/"): [*ROWS],
    ("anonymous", "/documents/crs-2023/"): [*DOCUMENT, "which facts can be asked"],
    ("anonymous", "/documents/crs-2023/raw/1/"): ["the document", "the paragraph", "its raw text"],
    ("learner", "/"): [*SESSION, "whether they have answered anything", *STUDY, ROWS[0], *PROGRESS, *ROWS[1:], *TODAY],
    ("learner", "/documents/"): [*SESSION, *STUDY, ROWS[0], *PROGRESS, *ROWS[1:]],
    ("learner", "/documents/crs-2023/"): [*SESSION, *STUDY, *DOCUMENT, *PROGRESS, "which facts can be asked"],
}


@pytest.fixture
def learner(at):
    return make.make_user(last_seen_at=make.NOW)


def study(learner, count):
    """A bank of a size, all of it known to the learner as cards, and a quiz of half of it left unfinished."""
    facts = make.make_bank(count)
    make.make_question(facts[0], kind="single_choice")
    for fact in facts:
        make.make_card(learner, fact)
    versions = [fact.questions.first().current_id for fact in facts[: count // 2]]
    quizzes.attempt_start(
        user=learner, purpose=Attempt.Purpose.QUIZ, versions=versions, client_uuid=make.uuid(1), now=make.NOW
    )


@pytest.mark.parametrize("size", [2, 12])
@pytest.mark.parametrize(("who", "address"), REASONS)
def test_the_number_of_queries_has_its_reasons(learner, client, who, address, size):
    study(learner, size)
    if who == "learner":
        client.force_login(learner)
        client.get("/about/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    reasons = REASONS[who, address]
    assert len(queries) == len(reasons), "\n".join(query["sql"][:160] for query in queries)


def test_a_quotation_costs_one_query_more(learner, client):
    study(learner, 2)
    with CaptureQueriesContext(connection) as plain:
        client.get("/documents/crs-2023/")
    with CaptureQueriesContext(connection) as quoted:
        client.get("/documents/crs-2023/?quote=1")
    assert len(quoted) == len(plain) + 1


@pytest.mark.parametrize("address", ["/", "/documents/"])
def test_more_documents_cost_no_more(learner, client, address):
    make.make_bank(2)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(4):
        make.make_bank(2, slug=f"document-{number}")
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(one)
