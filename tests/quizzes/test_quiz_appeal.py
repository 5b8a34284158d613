"""Count mine as right, and something is wrong with this question."""

from decimal import Decimal

import pytest

from crlearn.bank.models import Report
from crlearn.cards.models import Card, CardEvent
from crlearn.quizzes.models import Attempt, Item, MarkChange, Response
from tests import make
from tests.quizzes.walk import answer, hidden, item, page, question, send, start, text, url

pytestmark = pytest.mark.django_db
COUNT = "Count mine as right"


def count(client, attempt, position=1, **form):
    address = url(attempt, position, "count")
    return client.post(address, hidden(page(client, attempt, position), address) | form)


def report(client, attempt, words, position=1, **form):
    address = url(attempt, position, "report")
    return client.post(address, hidden(page(client, attempt, position), address) | {"text": words} | form)


@pytest.fixture
def wrong(client, attempt):
    """The first item, answered wrongly in the learner's own words."""
    send(client, attempt, 1, {"answer": "in nineteen-oh-one"})
    assert item(attempt).mark == 0
    return attempt


def test_a_wrong_typed_answer_may_be_counted_as_right(client, learner, wrong):
    assert COUNT in text(page(client, wrong))
    response = count(client, wrong)
    assert response.url == url(wrong)
    assert item(wrong).mark == 1
    [change], [proposal] = MarkChange.objects.all(), Report.objects.all()
    assert (change.item, change.by, change.old, change.new) == (item(wrong), learner, 0, 1)
    assert (change.at, change.reason) == (make.NOW, "counted_by_learner")
    assert (proposal.kind, proposal.state, proposal.reporter) == ("proposed_answer", "open", learner)
    assert proposal.question_version == item(wrong).question_version
    assert proposal.answer == {"text": "in nineteen-oh-one"}


def test_the_page_then_says_so_and_offers_it_no_more(client, wrong):
    count(client, wrong)
    shown = text(page(client, wrong))
    assert "That is right." in shown
    assert "You counted your answer as right. Your wording was passed on to the editor" in shown
    assert COUNT not in shown
    assert "comes back as a card" not in shown


def test_the_answer_itself_stays_as_it_was_judged(client, wrong):
    count(client, wrong)
    response = Response.objects.get()
    assert (response.score, response.code) == (0, "wrong")


def test_what_it_told_the_memory_is_taken_back(client, wrong):
    told = CardEvent.objects.get(kind="grade")
    assert told.grade == 1
    count(client, wrong)
    told.refresh_from_db()
    assert told.voided
    card = Card.objects.get()
    assert (card.phase, card.reps, card.lapses) == ("new", 0, 0)


def test_twice_is_harmless(client, wrong):
    form = hidden(page(client, wrong), url(wrong, 1, "count"))
    for _ in range(2):
        assert client.post(url(wrong, 1, "count"), form).status_code == 302
    assert client.post(url(wrong, 1, "count"), {"client_uuid": str(make.uuid(5))}).status_code == 302
    assert MarkChange.objects.count() == Report.objects.count() == 1
    assert CardEvent.objects.filter(kind="undo").count() == 1


def test_it_changes_the_score(client, wrong):
    answer(client, wrong, 2)
    answer(client, wrong, 3)
    count(client, wrong)
    assert "3 of 3 right." in text(client.get(f"/quizzes/{wrong.public_id}/result/"))


def test_half_a_mark_may_be_counted_as_a_whole_one(client, learner, document):
    fact = make.make_fact(document, "China paid in advance.")
    attempt = start(learner, question(fact, kind="numeric", answer="34–60", unit="meetings"))
    send(client, attempt, 1, {"answer": "34"})
    assert item(attempt).mark == Decimal("0.5")
    assert "half counts" in text(page(client, attempt))
    count(client, attempt)
    assert item(attempt).mark == 1


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "true_false", "matching", "ordering"])
def test_what_is_chosen_cannot_be_counted(client, learner, document, kind):
    attempt = start(learner, question(make.make_fact(document, "China paid in advance."), kind=kind))
    answer(client, attempt, right=False)
    assert COUNT not in text(page(client, attempt))
    assert_not_counted(client, attempt, mark=0)


def test_not_knowing_cannot_be_counted(client, attempt):
    send(client, attempt, 1, {"gave_up": "1"})
    assert COUNT not in text(page(client, attempt))
    assert_not_counted(client, attempt, mark=0)


def test_a_right_answer_has_nothing_to_count(client, attempt):
    answer(client, attempt)
    assert COUNT not in text(page(client, attempt))
    assert_not_counted(client, attempt, mark=1)


def test_an_open_item_cannot_be_counted(client, attempt):
    assert_not_counted(client, attempt, mark=None)


def test_in_an_assigned_quiz_the_learner_does_not_mark(client, learner, facts):
    attempt = start(learner, facts[0].questions.get(), purpose=Attempt.Purpose.ASSIGNED)
    answer(client, attempt, right=False)
    assert COUNT not in text(page(client, attempt))
    assert_not_counted(client, attempt, mark=0)


def test_before_its_key_may_be_seen_nothing_is_counted(client, learner, facts):
    attempt = start(learner, *[fact.questions.get() for fact in facts[:2]], behaviour="deferred")
    answer(client, attempt, right=False)
    assert_not_counted(client, attempt, mark=0)


def assert_not_counted(client, attempt, *, mark):
    response = client.post(url(attempt, 1, "count"), {"client_uuid": str(make.uuid(5))})
    assert response.url == url(attempt)
    assert item(attempt).mark == mark
    assert not MarkChange.objects.exists()
    assert not Report.objects.exists()


# --- something is wrong with this question


def test_what_is_wrong_reaches_the_editor(client, learner, wrong):
    response = report(client, wrong, "  The year is that of another one.\nSee page 2.  ")
    assert response.url == url(wrong)
    assert "Thank you. The editor of the bank will read it." in text(client.get(response.url))
    [row] = Report.objects.all()
    assert (row.kind, row.state, row.reporter) == ("problem", "open", learner)
    assert row.text.splitlines() == ["The year is that of another one.", "See page 2."]
    assert row.question_version == item(wrong).question_version


@pytest.mark.parametrize("words", ["", "   ", "x" * 2001, "a\x00b"])
def test_a_report_that_cannot_be_kept_is_said(client, wrong, words):
    response = report(client, wrong, words)
    assert 'class="notice error"' in text(client.get(response.url)).split("data-fault")[0]
    assert not Report.objects.exists()


def test_a_report_sent_twice_is_kept_once(client, wrong):
    form = hidden(page(client, wrong), url(wrong, 1, "report")) | {"text": "Wrong."}
    for _ in range(2):
        client.post(url(wrong, 1, "report"), form)
    assert Report.objects.count() == 1


def test_counting_and_reporting_from_one_page_are_two_things(client, wrong):
    """Both forms of a page carry the same identity: neither may swallow the other."""
    same = str(make.uuid(7))
    count(client, wrong, client_uuid=same)
    report(client, wrong, "Wrong.", client_uuid=same)
    assert sorted(Report.objects.values_list("kind", flat=True)) == ["problem", "proposed_answer"]


def test_two_people_may_report_under_one_identity(client, outsider, wrong, facts):
    other = make.User.objects.get(pk=outsider.session["_auth_user_id"])
    theirs = start(other, facts[0].questions.get())
    answer(outsider, theirs)
    same = str(make.uuid(7))
    report(client, wrong, "Mine.", client_uuid=same)
    report(outsider, theirs, "Theirs.", client_uuid=same)
    assert set(Report.objects.values_list("text", "reporter")) == {("Mine.", wrong.user_id), ("Theirs.", other.pk)}


def test_an_open_question_cannot_be_reported(client, attempt):
    client.post(url(attempt, 1, "report"), {"text": "I want the answer."})
    assert not Report.objects.exists()


def test_marks_and_reports_are_not_taken_by_get(client, wrong):
    for name in ("count", "report"):
        assert client.get(url(wrong, 1, name)).status_code == 405
    assert Item.objects.get(pk=item(wrong).pk).mark == 0
