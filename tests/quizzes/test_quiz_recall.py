"""Recalling a section after reading: its facts in reading order, each once, all of them cards afterwards."""

import pytest
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.cards.models import Card, CardEvent
from crlearn.quizzes.models import Attempt
from tests import make
from tests.quizzes.walk import answer, answer_all, page, question, send, start, text, whole

pytestmark = pytest.mark.django_db
FIRST = [
    f"The {word} thing of the opening happened in the year {year}." for word, year in (("first", 1), ("second", 2))
]
MANY = [f"Item number {number} of the list was agreed in {1900 + number}." for number in range(1, 10)]


@pytest.fixture
def document(db):
    """Two sections: two facts before any heading, nine under the second heading, none under the third."""
    blocks = [
        ("heading", "A paper", {"level": 1}),
        *[("paragraph", words) for words in FIRST],
        ("heading", "The list", {"level": 2}),
        *[("paragraph", words) for words in MANY],
        ("heading", "In short", {"level": 2}),
        ("paragraph", "That is all there is to say of it."),
    ]
    return make.make_read_document(blocks)


@pytest.fixture
def facts(document):
    """The facts, made last to first, so that no order but that of the text can be right by chance."""
    made = [make.make_fact(document, quote) for quote in reversed([*FIRST, *MANY])][::-1]
    for fact in made:
        question(fact, kind="single_choice")
        question(fact, answer="in that year")
    return made


def recall(client, number, **form):
    address = reverse("quizzes:recall", args=["fiia-2018", number])
    return client.post(address, {"client_uuid": str(make.uuid(1)), **form})


def started(response):
    return Attempt.objects.get(public_id=response.url.split("/")[2])


def asked(attempt):
    return [one.question_version.question for one in attempt.items.select_related("question_version__question")]


def test_a_section_asks_its_facts_in_reading_order_by_recall(learner, client, facts):
    attempt = started(recall(client, 1))
    assert [one.facts.get() for one in asked(attempt)] == facts[:2]
    assert {one.kind for one in asked(attempt)} == {"short_answer"}
    assert attempt.purpose == "recall"
    assert (
        attempt.rules["section"] == "All about fiia-2018"
    )  # what stands before the first heading has no name of its own


def test_at_most_seven_are_asked_and_the_next_time_the_others_first(learner, client, facts):
    attempt = started(recall(client, 3))
    first = [one.facts.get() for one in asked(attempt)]
    assert len(first) == 7
    assert first == [fact for fact in facts if fact in first]
    answer_all(client, attempt)
    second = [one.facts.get() for one in asked(started(recall(client, 3, client_uuid=str(make.uuid(2)))))]
    assert set(facts[2:]) - set(first) <= set(second)


def test_no_group_is_asked(learner, client, facts):
    for fact in facts[:2]:
        fact.questions.update(status="retired")
    question(*facts[:2], kind="matching")
    response = recall(client, 1)
    assert response.url == reverse("document", args=["fiia-2018"])


def test_no_fact_of_elsewhere_is_asked(learner, client, facts):
    question(make.make_fact(make.make_document("memo"), "China paid in advance."))
    for number, own in ((1, facts[:2]), (3, facts[2:])):
        for one in asked(started(recall(client, number, client_uuid=str(make.uuid(number))))):
            assert one.facts.get() in own


def test_the_text_is_folded_away_and_the_page_says_what_is_recalled(learner, client, facts):
    attempt = started(recall(client, 3))
    shown = text(page(client, attempt))
    assert "Recall: The list" in shown
    for quote in MANY:
        assert quote not in shown


def test_a_verdict_leaves_out_what_the_section_still_asks(learner, client, document):
    make.make_read_document([("paragraph", "One came early. Two came late. Three came last.")], "memo")
    paper = document.__class__.objects.get(slug="memo")
    for quote in ("One came early.", "Two came late.", "Three came last."):
        question(make.make_fact(paper, quote), answer=quote[-6:-1])
    response = client.post(reverse("quizzes:recall", args=["memo", 1]), {"client_uuid": str(make.uuid(1))})
    attempt = started(response)
    shown = text(client.get(answer(client, attempt).url))
    assert "One came early." in shown
    assert "Two came late." not in shown


@pytest.mark.parametrize("right", [True, False])
def test_every_fact_that_was_asked_becomes_a_card(learner, client, facts, right):
    attempt = started(recall(client, 1))
    answer(client, attempt, 1, right=right)
    send(client, attempt, 2, {"gave_up": "1"})
    assert set(Card.objects.values_list("fact", flat=True)) == {facts[0].pk, facts[1].pk}
    grades = CardEvent.objects.filter(kind="grade").order_by("pk")
    assert [(event.source, event.grade) for event in grades] == [("recall", 3 if right else 1), ("recall", 1)]
    assert "This fact is among your cards now." in text(page(client, attempt, 1))


def test_a_fact_that_is_recognised_becomes_a_card_too(learner, client, document):
    fact = make.make_fact(document, FIRST[0])
    question(fact, kind="single_choice")
    answer(client, started(recall(client, 1)))
    assert Card.objects.get().fact == fact


def test_the_result_leads_back_to_the_section_and_on_to_the_next(learner, client, facts):
    attempt = started(recall(client, 1))
    answer_all(client, attempt)
    shown = text(client.get(whole(attempt, "result")))
    place = reverse("document", args=["fiia-2018"])
    assert f'Back to the section: <a href="{place}#p1">' in shown
    assert f'The next one: <a href="{place}#p3">The list</a>' in shown
    assert f'class="btn" href="{place}#p3"' in shown


def test_the_last_section_leads_back_alone(learner, client, document):
    question(make.make_fact(document, "That is all there is to say of it."))
    attempt = started(recall(client, 12))
    answer_all(client, attempt, wrong=[1])
    shown = text(client.get(whole(attempt, "result")))
    assert "#p12" in shown
    assert "The next one:" not in shown
    repeated = client.post(whole(attempt, "again"), {"client_uuid": str(make.uuid(9))})
    assert "#p12" in text(_finished(client, started(client.get(repeated.url))))


def _finished(client, attempt):
    answer_all(client, attempt)
    return client.get(whole(attempt, "result"))


def test_a_quiz_of_ones_own_choice_leads_to_no_section(learner, client, facts):
    attempt = start(learner, facts[0].questions.first())
    answer_all(client, attempt)
    assert "Back to the section" not in text(client.get(whole(attempt, "result")))


def test_a_section_without_questions_says_so(learner, client, document):
    response = recall(client, 12)
    assert response.url == reverse("document", args=["fiia-2018"])
    assert "There is no question on this section yet." in text(client.get(response.url))
    assert not Attempt.objects.exists()


def test_a_double_click_starts_one_recall(learner, client, facts):
    assert recall(client, 1).url == recall(client, 1).url
    assert Attempt.objects.count() == 1


def test_a_newcomer_may_recall_and_becomes_a_guest(client, facts, at):
    attempt = started(recall(client, 1))
    assert attempt.user.is_guest
    assert User.objects.count() == 1


@pytest.mark.parametrize(("slug", "number"), [("no-such", 1), ("fiia-2018", 2), ("fiia-2018", 99), ("fiia-2018", 0)])
def test_what_is_no_section_is_not_found(client, facts, slug, number):
    assert client.post(reverse("quizzes:recall", args=[slug, number])).status_code == 404
    assert not User.objects.exists()


def test_it_is_not_started_by_a_link(client, facts):
    assert client.get(reverse("quizzes:recall", args=["fiia-2018", 1])).status_code == 405
