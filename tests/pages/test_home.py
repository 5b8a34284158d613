"""Home: a question for a newcomer, then what to do now."""

from datetime import timedelta

import pytest
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.cards.models import Card
from crlearn.quizzes import services as quizzes
from crlearn.quizzes.models import Attempt
from tests import make
from tests.cards.walk import forms, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HOME, FIRST = "/", "/quizzes/first/"


def first_form(client):
    fields = forms(client.get(HOME))[FIRST]
    return {name: fields[name] for name in ("token", "client_uuid")}


def start(user, facts, count=2, number=1):
    """An attempt of some short answers, none answered yet."""
    versions = [fact.questions.get(kind="short_answer").current_id for fact in facts[:count]]
    return quizzes.attempt_start(
        user=user, purpose=Attempt.Purpose.QUIZ, versions=versions, client_uuid=make.uuid(number), now=make.NOW
    )


def answer(attempt, position, *words):
    return quizzes.response_submit(
        item=attempt.items.get(position=position),
        form={"answer": list(words)},
        gave_up=not words,
        client_uuid=make.uuid(100 + position),
        now=make.NOW,
    )


@pytest.fixture
def learner(facts, client):
    user = make.make_user("alice")
    client.force_login(user)
    return user


def heading(page):
    return text(page).split("<h1>")[1].split("</h1>")[0]


def test_a_newcomer_is_asked_one_question_and_no_row_is_made_by_looking(facts, client):
    page = client.get(HOME)
    assert text(page).count("What did they sign?") == 1
    assert "See the sentence that proves it." in text(page)
    assert not User.objects.exists()
    assert "sessionid" not in page.cookies


def test_the_newcomers_form_does_not_hold_the_key(facts, client):
    page = text(client.get(HOME))
    form = page.split(f'action="{FIRST}"')[1].split("</form>")[0]
    assert {fields for fields in ('value="a"', 'value="b"', 'value="c"', "correct") if fields in form} == set()


def test_the_newcomers_answer_makes_a_guest_and_opens_the_verdict(facts, client):
    page = client.post(FIRST, first_form(client) | {"answer": "1"}, follow=True)
    assert User.objects.get().is_guest
    assert "Agreement number 1 of the two neighbours" in text(page)


def test_an_empty_answer_of_a_newcomer_is_asked_again_and_makes_nobody(facts, client):
    page = client.post(FIRST, first_form(client), follow=True)
    assert "Choose an answer first" in text(page)
    assert not User.objects.exists()


def test_an_account_that_has_answered_nothing_is_a_newcomer_too_and_is_offered_no_account(learner, client):
    page = text(client.get(HOME))
    assert FIRST in page
    assert "No account needed" not in page
    assert reverse("account_signup") not in page


def test_without_a_question_home_still_shows_the_documents(db, at, client):
    make.make_document()
    page = client.get(HOME)
    assert page.status_code == 200
    assert FIRST not in text(page)
    assert "1 document to begin with" in text(page)


def test_on_an_empty_site_home_stands(db, client):
    assert client.get(HOME).status_code == 200


def test_due_cards_are_what_to_do_now(learner, facts, client):
    for fact in facts:
        make.make_card(learner, fact)
    page = client.get(HOME)
    assert heading(page) == "3 cards are due today."
    assert "About 1 minute." in text(page)
    assert f'<a class="btn" href="{reverse("cards")}">Review 3 cards</a>' in text(page)


def test_an_unfinished_quiz_is_what_to_do_when_no_card_is_due(learner, facts, client):
    attempt = start(learner, facts[1:])
    page = client.get(HOME)
    assert heading(page) == "You stopped at question 1 of 2."
    assert "Your answers are saved." in text(page)
    assert f'href="{reverse("quizzes:attempt", args=[attempt.public_id])}">Continue at question 1</a>' in text(page)


def test_with_due_cards_the_unfinished_quiz_comes_second_and_only_one_button_is_filled(learner, facts, client):
    answer(start(learner, facts), 1, "1901")
    make.make_card(learner, facts[2])
    page = text(client.get(HOME))
    assert "You stopped at question 2 of 2. Your answers are saved." in page
    assert page.count('class="btn"') == 1


def test_a_finished_quiz_is_not_offered_again(learner, facts, client):
    attempt = start(learner, facts, count=1)
    answer(attempt, 1, "1901")
    assert "You stopped" not in text(client.get(HOME))


@pytest.mark.parametrize(
    ("days", "words"), [(1, "tomorrow"), (3, "on Saturday"), (40, "on 13 April"), (400, "on 8 April 2027")]
)
def test_when_nothing_is_due_it_says_when_the_next_card_comes(learner, facts, client, days, words):
    card = make.make_card(learner, facts[0])
    Card.objects.filter(pk=card.pk).update(
        phase="review", stability=days, difficulty=5, due_day=make.NOW.date() + days * DAY, last_day=make.NOW.date()
    )
    page = client.get(HOME)
    assert heading(page) == "Nothing is due."
    assert f"The next card comes {words}." in text(page)


def test_a_step_of_today_is_said_in_minutes_or_by_the_learners_clock(learner, facts, client):
    User.objects.update(time_zone="Europe/Helsinki", time_zone_chosen=True)
    card = make.make_card(learner, facts[0])
    Card.objects.filter(pk=card.pk).update(phase="learning", step=0, due_at=make.NOW + timedelta(minutes=45))
    assert "The next card comes in 45 minutes." in text(client.get(HOME))
    Card.objects.filter(pk=card.pk).update(due_at=make.NOW + timedelta(hours=3))
    assert "The next card comes at 17:00." in text(client.get(HOME))


def test_after_the_first_question_there_is_something_to_read(learner, facts, client):
    quizzes.attempt_start(
        user=learner,
        purpose=Attempt.Purpose.FIRST,
        versions=[facts[0].questions.get(kind="single_choice").current_id],
        client_uuid=make.uuid(1),
        now=make.NOW,
    )
    page = client.get(HOME)
    assert "Read a section and recall it" in text(page)
    assert 'href="/documents/crs-2023/">Read CRS 2023</a>' in text(page)


def test_progress_is_told_in_the_four_words(learner, facts, client):
    due = make.NOW.date()
    for fact, day in zip(facts, (due + 5 * DAY, due), strict=False):
        card = make.make_card(learner, fact)
        Card.objects.filter(pk=card.pk).update(phase="review", stability=30, difficulty=5, due_day=day, last_day=due)
    page = text(client.get(HOME))
    assert "<b>1</b> of 3 known" in page
    assert "1 slipping, 1 not met yet" in page
    assert "3 facts in order: 1 known, 1 slipping, 1 not met yet" in page


def test_the_coming_days_are_counted(learner, facts, client):
    card = make.make_card(learner, facts[0])
    tomorrow = make.NOW.date() + DAY
    Card.objects.filter(pk=card.pk).update(phase="review", stability=9, due_day=tomorrow, last_day=make.NOW.date())
    assert "<dt>Thu</dt><dd>1 card</dd>" in text(client.get(HOME))


def test_days_to_come_on_which_no_card_comes_are_not_spoken_of(learner, facts, client):
    make.make_card(learner, facts[0])
    assert "Coming up" not in text(client.get(HOME))


def test_a_guest_is_told_once_a_quiz_is_finished_that_it_lives_in_this_browser_only(facts, client):
    guest = make.make_guest()
    client.force_login(guest)
    attempt = start(guest, facts)
    answer(attempt, 1, "1901")
    assert "Your answers live in this browser only." not in text(client.get(HOME))
    answer(attempt, 2, "1902")
    assert "Your answers live in this browser only." in text(client.get(HOME))


def test_an_account_is_not_told_so(learner, facts, client):
    answer(start(learner, facts, count=1), 1, "1901")
    assert "live in this browser only" not in text(client.get(HOME))


def test_another_learners_quiz_and_cards_are_not_shown(learner, facts, client):
    other = make.make_user("bob")
    start(other, facts)
    make.make_card(other, facts[0])
    page = text(client.get(HOME))
    assert "You stopped" not in page
    assert "due today" not in page


def test_home_takes_no_post(client, db):
    assert client.post(HOME).status_code == 405


def test_a_step_that_the_session_would_show_already_counts_as_due(learner, facts, client):
    card = make.make_card(learner, facts[0])
    Card.objects.filter(pk=card.pk).update(phase="learning", step=0, due_at=make.NOW + timedelta(minutes=9))
    assert heading(client.get(HOME)) == "1 card is due today."
