"""Reading the bank: what may be asked and shown to whom, and what a draw gets to see, in a bounded number of queries."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crlearn.bank import selectors
from crlearn.bank.models import Fact, Question, Status, VocabularyEntry
from crlearn.sources.models import Collection, CollectionAccess
from tests import make

pytestmark = pytest.mark.django_db
ANYBODY = AnonymousUser()


@pytest.fixture
def document():
    return make.make_document()


@pytest.fixture
def fact(document):
    return make.make_fact(document, "China paid in advance.")


@pytest.fixture
def private():
    return Collection.objects.create(kind="classroom", name="Class")


def entry(kind, slug, name, *, collection=None, status=Status.READY, **content):
    collection = collection or Collection.objects.get(kind="site")
    return VocabularyEntry.objects.create(
        collection=collection,
        ref=f"{collection.pk}/{kind}/{slug}",
        kind=kind,
        slug=slug,
        name=name,
        status=status,
        entry=content,
    )


CHANGES = [
    {"status": Status.DRAFT},
    {"status": Status.REVIEW},
    {"status": Status.RETIRED},
    {"on_hold": True},
    {"current": None},
]


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_is_ready_may_be_asked_or_shown(fact, change):
    asks = make.make_question(fact)
    assert list(selectors.questions(ANYBODY)) == [asks]
    assert list(selectors.facts(ANYBODY)) == [fact]
    Question.objects.filter(pk=asks.pk).update(**change)
    assert not selectors.questions(ANYBODY).exists()
    Fact.objects.filter(pk=fact.pk).update(**change)
    assert not selectors.facts(ANYBODY).exists()


@pytest.mark.parametrize("change", CHANGES[:-1])
def test_a_group_is_asked_only_while_all_of_its_facts_may_be(document, fact, change):
    other = make.make_fact(document, "Energy made up most of it.")
    group = make.make_question(fact, other)
    assert list(selectors.questions(ANYBODY)) == [group]
    Fact.objects.filter(pk=other.pk).update(**change)
    assert not selectors.questions(ANYBODY).exists()


@pytest.mark.parametrize(
    ("access", "sees"), [(None, False), ({"may_see_keys": False}, False), ({"may_see_keys": True}, True)]
)
def test_the_keys_of_a_collection_are_for_those_who_may_see_them(document, private, access, sees):
    user = make.make_user()
    fact = make.make_fact(document, "China paid in advance.", collection=private)
    asks = make.make_question(fact)
    if access:
        CollectionAccess.objects.create(collection=private, user=user, **access)
    for found, row in ((selectors.facts(user), fact), (selectors.questions(user), asks)):
        assert list(found) == ([row] if sees else [])
    assert not selectors.questions(ANYBODY).exists()
    assert not selectors.questions(make.make_user()).exists()


def test_topics_are_those_that_have_facts(fact):
    empty, full = entry("topic", "trade", "Trade"), entry("topic", "arms", "Arms")
    fact.topics.add(full)
    make.make_fact(fact.document, "Energy made up most of it.", status=Status.DRAFT).topics.add(empty)
    assert [topic.slug for topic in selectors.topics(ANYBODY)] == ["arms"]


def test_a_question_with_two_facts_of_a_topic_is_found_once(document, fact):
    other = make.make_fact(document, "Energy made up most of it.")
    arms = entry("topic", "arms", "Arms")
    for one in (fact, other):
        one.topics.add(arms)
    group = make.make_question(fact, other)
    assert list(selectors.with_topics(selectors.questions(ANYBODY), ["arms", "trade"])) == [group]
    assert not selectors.with_topics(selectors.questions(ANYBODY), ["trade"]).exists()


def test_facts_are_counted_by_document(document, fact):
    make.make_fact(document, "Energy made up most of it.")
    make.make_fact(document, "That was a record.", status=Status.DRAFT)
    assert selectors.facts_by_document(ANYBODY) == {document.pk: 2}


def test_names_of_entities_are_those_of_the_site_and_of_ones_own(fact, private):
    entry("entity", "pla", "People’s Liberation Army", aliases=["PLA"])
    entry("entity", "old", "An old name", status=Status.RETIRED)
    entry("topic", "arms", "Arms")
    entry("entity", "secret", "Operation X", collection=private)
    public = {"pla": ["People’s Liberation Army", "PLA"]}
    assert selectors.entity_names() == selectors.entity_names(make.make_user()) == public
    member = make.make_user()
    CollectionAccess.objects.create(collection=private, user=member)
    assert selectors.entity_names(member) == public | {"secret": ["Operation X"]}


# --- candidates


def test_a_candidate_tells_what_a_draw_must_know(document, fact):
    detail = make.make_fact(document, "Energy made up most of it.", importance="detail")
    group = make.make_question(detail, fact, kind="matching")
    [found] = selectors.candidates(selectors.questions(ANYBODY))
    text = "\n\n".join(passage.text for passage in document.current.passages.order_by("position"))
    spans = [
        (document.current_id, text.index(quote), text.index(quote) + len(quote))
        for quote in (
            "Energy made up most of it.",
            "China paid in advance.",
        )
    ]
    assert (found.question, found.version, found.kind) == (group.pk, group.current_id, "matching")
    assert found.facts == (detail.pk, fact.pk)
    assert found.importance == "core"  # of the more important one
    assert found.spans == tuple(spans)


def test_a_question_without_quotations_is_a_candidate_too(fact):
    fact.current.factevidence_set.all().delete()
    make.make_question(fact)
    [found] = selectors.candidates(selectors.questions(ANYBODY))
    assert found.spans == ()


@pytest.mark.parametrize("count", [2, 12])
def test_candidates_cost_three_queries_however_many(count):
    make.make_bank(count)
    with CaptureQueriesContext(connection) as caught:
        assert len(selectors.candidates(selectors.questions(ANYBODY))) == count
    # the questions, their facts, the quotations of these
    assert len(caught) == 3


def test_quotations_of_a_document_come_in_reading_order_with_present_facts(document, fact):
    early = make.make_fact(document, "It was to hold for twenty years.")
    make.make_fact(document, "That was a record.", status=Status.DRAFT)
    found = selectors.facts_of_passages(ANYBODY, document.current_id)
    assert [(one.fact, evidence.exact) for one, evidence in found] == [
        (early, "It was to hold for twenty years."),
        (fact, "China paid in advance."),
    ]
