"""Choosing a quiz: what it is of, how it is drawn, and that it starts once."""

import random
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.bank.models import FactVersion, Question, Status, VocabularyEntry
from crlearn.quizzes.models import Attempt, Item
from crlearn.quizzes.services import arranged
from crlearn.sources.models import Collection, CollectionAccess
from tests import make
from tests.quizzes.walk import answer, answer_all, hidden, item, question, right_form, start, steady, text, url, whole

pytestmark = pytest.mark.django_db
CHOOSE = "/quizzes/"


def choose(client, **form):
    """Send the form of a fresh page; return the attempt that it led to, or the page."""
    shown = client.get(CHOOSE)
    response = client.post(CHOOSE, hidden(shown, CHOOSE) | {"count": 5} | form)
    return Attempt.objects.get(public_id=response.url.split("/")[2]) if response.status_code == 302 else response


def asked(attempt):
    """The questions of an attempt, in order."""
    return [item.question_version.question for item in attempt.items.select_related("question_version__question")]


def retire(questions):
    questions.update(status=Status.RETIRED)


@pytest.fixture
def two(db):
    """A document with three facts, another with two."""
    return make.make_bank(3), make.make_bank(2, "cfr-2024")


def test_an_empty_choice_is_about_everything(two, client, at):
    attempt = choose(client, count=10)
    assert {one.document.slug for one in asked(attempt)} == {"crs-2023", "cfr-2024"}
    assert attempt.items.count() == 5
    assert list(attempt.items.values_list("position", flat=True)) == [1, 2, 3, 4, 5]
    assert (attempt.purpose, attempt.started_at, attempt.finished_at) == ("quiz", make.NOW, None)
    assert attempt.rules == {
        "version": 1,
        "behaviour": "immediate",
        "count": 10,
        "documents": [],
        "topics": [],
        "kinds": [],
        "since": None,
        "until": None,
        "names": [],
    }


def test_a_chosen_document_is_the_only_one_asked(two, client):
    attempt = choose(client, documents="cfr-2024")
    assert {one.document.slug for one in asked(attempt)} == {"cfr-2024"}
    assert attempt.rules["names"] == ["CRS 2023"]  # what make calls every document


def test_topics_and_types_narrow_it_down(two, client):
    topic = VocabularyEntry.objects.create(
        collection=two[0][0].collection, ref="topics/arms", kind="topic", slug="arms", name="Arms", entry={}
    )
    two[0][1].topics.add(topic)
    question(two[0][1], kind="true_false")
    assert [one.facts.get() for one in asked(choose(client, topics="arms"))] == [two[0][1]]
    assert [one.kind for one in asked(choose(client, topics="arms", kinds="true_false"))] == ["true_false"]
    assert [one.kind for one in asked(choose(client, kinds=["true_false", "cloze"]))] == ["true_false"]


@pytest.mark.parametrize(("count", "items"), [(5, 5), (10, 10), (20, 12)])
def test_as_many_questions_as_wished_or_as_there_are(client, db, count, items):
    make.make_bank(12)
    attempt = choose(client, count=count)
    assert attempt.items.count() == items
    told = "Only 12 questions fit this choice." in text(client.get(url(attempt)))
    assert told is (items < count)


@pytest.mark.parametrize(
    ("years", "expected", "name"),
    [
        ({"since": "2001", "until": "2003"}, {0, 1, 2}, "2001–2003"),
        ({"since": "2002"}, {1, 2}, "2002–"),
        ({"since": "2003", "until": "2003"}, {1, 2}, "2003"),
        ({"until": "1999"}, {2}, "–1999"),
    ],
)
def test_a_span_of_years_asks_what_may_have_happened_in_it(two, client, years, expected, name):
    facts = two[0]
    for fact, when in zip(facts, ("2001-07-16", "2003", "199X/2010"), strict=True):
        FactVersion.objects.filter(pk=fact.current_id).update(when=when)
    attempt = choose(client, **years)
    assert {facts.index(one.facts.get()) for one in asked(attempt)} == expected
    assert attempt.rules["names"] == [name]


def test_a_span_of_years_asks_no_group_with_a_fact_outside_it(two, client):
    first, second, third = two[0]
    for fact, when in ((first, "2001"), (second, "2002"), (third, "1960")):
        FactVersion.objects.filter(pk=fact.current_id).update(when=when)
    pairs = [{"id": "a", "left": "first", "right": "one"}, {"id": "b", "left": "third", "right": "two"}]
    make.make_question(first, third, kind="matching", prompt="Match them.", pairs=pairs)
    make.make_question(second, kind="true_false")
    for since, kinds in (("2001", {"true_false"}), ("1960", {"true_false", "matching"})):
        attempt = choose(client, since=since, until="2002", kinds=["true_false", "matching"])
        assert {one.kind for one in asked(attempt)} == kinds


@pytest.mark.parametrize(
    "years", [{"since": "2003", "until": "2001"}, {"since": "x"}, {"until": "0"}, {"since": "99999"}]
)
def test_a_span_that_is_none_is_refused(two, client, years):
    assert choose(client, **years).status_code == 422


def test_the_timeline_hands_its_years_over(two, client):
    page = text(client.get(CHOOSE + "?since=2001&until=2003"))
    assert 'name="since" value="2001"' in page
    assert 'name="until" value="2003"' in page


def test_where_no_question_fits_it_says_so_and_keeps_what_was_chosen(two, client):
    shown = choose(client, count=20, documents="cfr-2024", kinds="matching")
    assert shown.status_code == 422
    page = text(shown)
    assert "No question fits this choice." in page
    for kept in ('value="20"', 'value="cfr-2024"', 'value="matching"'):
        tag = next(tag for tag in page.split("<") if tag.startswith("input") and kept in tag)
        assert "checked" in tag
    assert page.count(" checked") == 3
    assert not Attempt.objects.exists()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "form",
    [{"count": ""}, {"count": "7"}, {"documents": "no-such"}, {"topics": "x"}, {"kinds": "essay"}, {"count": "5\x00"}],
)
def test_what_is_not_offered_is_refused(two, client, form):
    shown = choose(client, **form)
    assert shown.status_code == 422
    assert "Something has to be mended." in text(shown)
    assert not Attempt.objects.exists()


def test_the_same_form_starts_one_quiz_however_often_it_is_sent(two, client):
    form = hidden(client.get(CHOOSE), CHOOSE) | {"count": 5}
    first = client.post(CHOOSE, form)
    before = [(one.question_version_id, one.order) for one in Item.objects.order_by("position")]
    assert client.post(CHOOSE, form).url == first.url
    assert [(one.question_version_id, one.order) for one in Item.objects.order_by("position")] == before
    assert client.post(CHOOSE, form | {"client_uuid": str(uuid.uuid4())}).url != first.url
    assert Attempt.objects.count() == 2


def test_two_people_may_send_the_same_identity(two, client):
    """It is forged then, or two clicks of a newcomer: nobody gets what is another's, and nothing breaks."""
    form = {"client_uuid": str(make.uuid(1)), "count": 5}
    mine, theirs = client.post(CHOOSE, form), Client().post(CHOOSE, form)
    assert mine.url != theirs.url
    assert Attempt.objects.values("user").distinct().count() == 2


def test_a_form_without_a_good_identity_starts_a_quiz_all_the_same(two, client):
    assert client.post(CHOOSE, {"count": 5, "client_uuid": "x"}).status_code == 302


def test_looking_makes_no_row_and_starting_makes_the_guest(two, client):
    client.get(CHOOSE)
    assert not User.objects.exists()
    attempt = choose(client)
    assert attempt.user.is_guest
    assert User.objects.count() == 1


def test_the_address_may_tick_things_beforehand(two, client):
    page = text(client.get(CHOOSE, {"documents": "cfr-2024", "kinds": ["cloze", "nonsense"], "utm": "x"}))
    assert page.count(" checked") == 3  # those and the number
    assert "Something has to be mended." not in page


def test_the_orders_are_drawn_once_and_stored(learner, client, document):
    fact = make.make_fact(document, "China paid in advance.")
    for kind, parts in {"single_choice": 3, "multiple_choice": 4, "matching": 3, "ordering": 4}.items():
        question(fact, kind=kind)
        attempt = choose(client, kinds=kind)
        order = item(attempt).order
        assert all(len(ids) == parts for ids in order.values())
        client.get(url(attempt))  # the first time it says that there is only one
        assert steady(client.get(url(attempt))) == steady(client.get(url(attempt)))
        assert item(attempt).order == order


@pytest.mark.parametrize("known", ["public_id", "client_uuid", "pk"])
def test_the_order_does_not_follow_from_what_the_page_holds(learner, document, known):
    """Who knows the file must not be able to work out which option is which."""
    asks = question(make.make_fact(document, "China paid in advance."), kind="ordering")
    attempts = [start(learner, asks) for _ in range(6)]
    drawn = [item(attempt).order for attempt in attempts]
    guessed = [arranged(asks.current, random.Random(str(getattr(attempt, known)))) for attempt in attempts]
    assert drawn != guessed


def test_what_was_not_asked_before_comes_first(learner, client):
    facts = make.make_bank(10)
    first = choose(client, count=5)
    answer_all(client, first)
    second = choose(client, count=5)
    assert not {one.pk for one in asked(first)} & {one.pk for one in asked(second)}
    assert len(facts) == 10


def test_questions_that_a_person_wrote_come_first(learner, client, facts):
    for fact in facts:
        made = question(fact, kind="true_false")
        Question.objects.filter(pk=made.pk).update(origin="generated")
    assert {one.origin for one in asked(choose(client, count=5))} == {"written"}


def test_two_questions_of_one_quiz_never_rest_on_overlapping_quotations(learner, client, document):
    inner = make.make_fact(document, "Russia delivered the first regiment of missiles in 2018.")
    outer = make.make_fact(
        document, "Russia delivered the first regiment of missiles in 2018. The price was about 3 billion US dollars."
    )
    beside = make.make_fact(document, "China paid in advance.")
    for fact in (inner, outer, beside):
        question(fact)
    for _ in range(10):
        facts = {one.facts.get() for one in asked(choose(client))}
        assert len(facts) == 2
        assert beside in facts


def test_a_question_precedes_one_whose_explanation_answers_it(learner, client, facts):
    telling = question(facts[0], kind="cloze", explanation="Agreement number 2 was signed in 1902, as all knew.")
    retire(facts[0].questions.exclude(pk=telling.pk))
    told = facts[1].questions.get()
    for _ in range(10):
        order = asked(choose(client))
        assert order.index(told) < order.index(telling)


@pytest.mark.parametrize("change", [{"status": Status.DRAFT}, {"status": Status.RETIRED}, {"on_hold": True}])
@pytest.mark.parametrize("of", ["question", "fact"])
def test_what_is_not_ready_is_not_asked(learner, client, facts, change, of):
    asks = facts[0].questions.get()
    row = asks if of == "question" else facts[0]
    type(row).objects.filter(pk=row.pk).update(**change)
    assert asks not in asked(choose(client, count=20))


def test_a_private_collection_is_asked_of_those_who_may_see_its_keys(learner, client, facts):
    private = Collection.objects.create(kind="classroom", name="Class")
    fact = make.make_fact(make.make_document("memo"), "China paid in advance.", collection=private)
    secret = question(fact)
    assert secret not in asked(choose(client, count=20))
    access = CollectionAccess.objects.create(collection=private, user=learner)
    assert secret not in asked(choose(client, count=20))  # an exam is not practised beforehand
    access.may_see_keys = True
    access.save()
    assert secret in asked(choose(client, count=20))


def test_finished_quizzes_are_listed_with_their_score(learner, client, attempt):
    answer_all(client, attempt, wrong=[2])
    page = text(client.get(CHOOSE))
    assert reverse("quizzes:result", args=[attempt.public_id]) in page
    assert "2 of 3 right" in page


def test_every_quiz_that_was_left_can_be_gone_on_with(learner, client, facts):
    older = start(learner, *[fact.questions.get() for fact in facts[:2]], names=["Older"])
    answer(client, older)
    start(learner, facts[2].questions.get(), names=["Newer"])
    page = text(client.get(CHOOSE)).split("Not finished")[1]
    assert "1 of 2 answered" in page
    assert "0 of 1 answered" in page
    assert f'href="{whole(older, "attempt")}">Older</a>' in page
    answer(client, older, 2)
    page = text(client.get(CHOOSE)).split("Not finished")[1]
    assert "Older" not in page.split("Before")[0]
    assert "Older" in page.split("Before")[1]


def test_it_takes_no_other_methods(client, db):
    assert client.put(CHOOSE).status_code == 405
    assert client.delete(CHOOSE).status_code == 405


def test_a_group_is_drawn_as_one_question_of_several_facts(learner, client, facts):
    group = question(*facts[:3], kind="matching")
    for one in facts[:3]:
        retire(one.questions.filter(kind="short_answer"))
    attempt = choose(client, count=20)
    assert group in asked(attempt)
    assert attempt.items.count() == 3
    [place] = [one.position for one in attempt.items.all() if one.question_version.question_id == group.pk]
    assert len(right_form(item(attempt, place))) == 3
