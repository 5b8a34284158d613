"""The prompt, its answer, and the pages where no card is due."""

from datetime import timedelta

import pytest
from django.urls import reverse

from crlearn.bank.models import Question
from crlearn.cards import memory, services
from crlearn.cards.models import Card, CardEvent, StudySettings
from tests import make
from tests.cards.walk import HTMX, buttons, form, grade, prompt, text, turned

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_prompt_holds_nothing_of_the_answer(learner, client):
    page = text(prompt(client))
    assert "In which year was agreement number 1 signed?" in page
    for secret in (
        "1901",
        "of the two neighbours",
        "crs-2023/fact",
        "Observers in both capitals",
        "/documents/crs-2023",
    ):
        assert secret not in page


@pytest.mark.parametrize(
    ("kind", "asked", "key"),
    [
        ("short_answer", "What did they sign?", "a treaty of friendship"),
        ("cloze", "They signed a treaty of", "friendship"),
        ("numeric", "How much was the trade?", "240 billion US dollars"),
        ("single_choice", "What did they sign?", "a treaty"),
    ],
)
def test_every_face_shows_its_key_only_when_turned(at, client, kind, asked, key):
    user = make.make_user()
    fact = make.make_fact(make.make_document(), "China paid in advance.")
    make.make_question(fact, kind=kind, explanation="Payment came first.")
    make.make_card(user, fact)
    client.force_login(user)
    before = prompt(client)
    after = text(turned(client, before))
    assert asked in text(before)
    assert f"data-focus>{key}</h1>" in after
    assert "Payment came first." in after
    assert "Payment came first." not in text(before)
    if kind != "single_choice":  # its options are all shown, none marked
        assert key not in text(before)
    else:
        assert [option in text(before) for option in ("a map", "a bill")] == [True, True]


def test_the_answer_shows_the_sentence_and_the_paragraph_only_on_request(learner, client):
    page = prompt(client)
    sentence = turned(client, page)
    whole = client.get(reverse("cards:show"), form(sentence, "show") | {"whole": "1"})
    assert "Agreement number 1 of the two neighbours was signed in the year 1901." in text(sentence)
    assert "A publisher, August 2023" in text(sentence)
    assert "Observers in both capitals" not in text(sentence)
    assert "Observers in both capitals" in text(whole)
    assert 'data-key="o"' in text(sentence)
    assert text(whole).index("/documents/crs-2023/") < text(whole).index('data-key="o"')
    assert form(whole, "grade") == form(sentence, "grade")  # the same card, graded once


def test_the_paragraph_hides_what_is_still_asked_today(at, client):
    user, document = make.make_user(), make.make_document()
    for quote in (
        "Russia delivered the first regiment of missiles in 2018.",
        "The price was about 3 billion US dollars.",
    ):
        fact = make.make_fact(document, quote)
        make.make_question(fact)
        make.make_card(user, fact)
    client.force_login(user)
    first = client.get(reverse("cards:show"), form(prompt(client), "show") | {"whole": "1"})
    assert "first regiment" in text(first)
    assert "3 billion" not in text(first)
    assert "China paid in advance." in text(first)  # nobody asks for it
    grade(client, 4)
    second = client.get(reverse("cards:show"), form(prompt(client), "show") | {"whole": "1"})
    assert "3 billion" in text(second)
    assert "first regiment" in text(second)  # known for some days: it may be read again


def test_another_document_that_says_otherwise_is_shown_with_the_answer(at, client):
    user = make.make_user()
    fact = make.make_fact(make.make_document(), "That was a record.")
    other = make.make_fact(make.make_document("fiia-2018"), "The price was about 3 billion US dollars.")
    make.make_question(fact)
    make.make_disagreement((fact, "a record"), (other, "three billion"), kind="contradiction")
    make.make_card(user, fact)
    client.force_login(user)
    assert "otherwise" not in text(prompt(client))
    page = text(turned(client))
    assert "Another document says otherwise" in page
    assert "The price was about 3 billion US dollars." in page
    assert "They count differently." in page


def test_the_other_side_stays_hidden_while_it_is_itself_still_asked(at, client):
    user = make.make_user()
    fact = make.make_fact(make.make_document(), "That was a record.")
    other = make.make_fact(make.make_document("fiia-2018"), "The price was about 3 billion US dollars.")
    make.make_disagreement((fact, "a record"), (other, "three billion"))
    for one in (fact, other):
        make.make_question(one)
        make.make_card(user, one)
    client.force_login(user)
    answers = [client.get(reverse("cards:show"), form(prompt(client), "show") | {"whole": "1"})]
    grade(client, 4)
    answers.append(client.get(reverse("cards:show"), form(prompt(client), "show") | {"whole": "1"}))
    assert ["puts it differently" in text(answer) for answer in answers] == [False, True]


def test_the_buttons_say_grade_and_interval_and_every_key_has_its_control(learner, client):
    page = turned(client)
    assert [button["aria-label"] for button in buttons(page)[:3]] == [
        "Forgot, 1 minute",
        "Hard, 6 minutes",
        "Good, 10 minutes",
    ]
    assert buttons(page)[3]["aria-label"].startswith("Easy, ")
    assert [button["data-key"] for button in buttons(page)] == ["1", "2", "3", "4"]
    for key in ("Space", "Enter", "o"):
        assert f'data-key="{key}"' in text(page)
    before = text(prompt(client))
    assert 'data-key="Space"' in before
    assert 'data-key="Enter"' in before


def test_two_buttons_are_forgot_and_good(learner, client):
    row = memory.settings_row(learner)
    row.two_buttons = True
    services.study_settings_save(row=row, fields=["two_buttons"])
    page = turned(client)
    assert [button["value"] for button in buttons(page)] == ["1", "3"]
    assert 'data-key="Space"' in text(page)
    grade(client, 3, page)
    assert CardEvent.objects.get(kind="grade").grade == 3


def test_for_htmx_only_the_session_comes(learner, client):
    for response in (client.get(reverse("cards"), **HTMX), turned(client, **HTMX)):
        assert "<html" not in text(response)
        assert 'id="session"' in text(response)


def test_showing_and_looking_write_nothing(learner, client):
    prompt(client)
    before = list(CardEvent.objects.values()), list(Card.objects.values())
    turned(client)
    client.post(reverse("cards:show"), form(prompt(client), "show"))
    assert (list(CardEvent.objects.values()), list(Card.objects.values())) == before


@pytest.mark.parametrize("card", ["", "x", "0", "99999", "9" * 5000])
def test_a_wish_for_a_card_that_is_not_due_is_passed_over(learner, client, card):
    assert "agreement number 1" in text(client.get(reverse("cards"), {"card": card}))


def test_nobody_is_shown_a_card_of_somebody_else(learner, client):
    theirs = make.make_card(make.make_user(), make.make_bank(1, "usip-2019")[0])
    grade(client, 4)
    assert "agreement number 2" in text(client.get(reverse("cards"), {"card": theirs.pk}))


def test_a_newcomer_hears_how_cards_are_made_and_gets_no_row(db, client):
    page = text(prompt(client))
    assert "You have no cards yet." in page
    assert reverse("documents") in page
    assert not StudySettings.objects.exists()


def test_somebody_without_cards_hears_how_they_are_made(db, client):
    client.force_login(make.make_user())
    assert "How cards are made" in text(prompt(client))


@pytest.mark.parametrize("name", ["show", "grade", "undo"])
def test_a_newcomer_who_has_no_cards_is_sent_to_the_first_page(db, client, name):
    response = client.post(reverse(f"cards:{name}"), {"token": "x", "grade": "3", "target": "1"})
    assert response.url == reverse("cards")
    response = client.post(reverse(f"cards:{name}"), {"token": "x", "grade": "3", "target": "1"}, **HTMX)
    assert response["HX-Redirect"] == reverse("cards")


@pytest.mark.parametrize(("method", "name"), [("get", "grade"), ("get", "undo"), ("get", "add"), ("put", "show")])
def test_wrong_methods_are_refused(learner, client, method, name):
    assert getattr(client, method)(reverse(f"cards:{name}")).status_code == 405


def test_the_session_is_not_kept_by_the_browser(learner, client):
    assert "no-store" in prompt(client)["Cache-Control"]
    assert "no-store" in turned(client)["Cache-Control"]


def test_when_nothing_is_due_the_day_of_the_next_card_is_said(learner, client, at):
    for _ in range(3):
        grade(client, 4)
    Card.objects.update(due_day=make.NOW.date() + 8 * DAY)
    Card.objects.filter(pk=learner.cards.first().pk).update(due_day=make.NOW.date() + 2 * DAY)
    page = text(prompt(client))
    assert "Nothing is due. " not in page  # the heading stands alone
    assert "The next card comes on Friday." in page
    assert "3 answers today, 3 remembered." in page


def test_htmx_is_sent_to_the_whole_page_at_the_end_of_a_session(learner, client):
    grade(client, 4)
    grade(client, 4)
    response = grade(client, 4, **HTMX)
    assert response["HX-Redirect"] == reverse("cards")
    assert "Nothing is due." in text(prompt(client))


def test_the_count_is_what_was_done_today_and_what_is_due_now(learner, client):
    assert "Card 1 of 3" in text(prompt(client))
    grade(client, 3)
    page = grade(client, 1, **HTMX)
    assert "Card 3 of 3. 1 remembered, 1 forgotten." in text(page)


def test_the_masthead_stays_small_on_a_long_day(at, client):
    user = make.make_user()
    for fact in make.make_bank(30):
        make.make_card(user, fact)
    StudySettings.objects.update(new_per_day=100)
    client.force_login(user)
    for _ in range(13):
        grade(client, 4)
    page = text(prompt(client))
    assert "Card 14 of 30" in page
    assert page.count("<g transform") == 24


def test_suspended_and_buried_cards_stay_away_and_come_back(learner, client, at):
    suspended, buried, _left = learner.cards.order_by("pk")
    make.put_aside(learner, suspended, "suspend")
    make.put_aside(learner, buried, "bury")
    page = text(prompt(client))
    assert "agreement number 3" in page
    assert "Card 1 of 1" in page
    grade(client, 4)
    assert "The next card comes tomorrow." in text(prompt(client))
    at(make.NOW + DAY)
    assert "agreement number 2" in text(prompt(client))
    services.card_take_up(study=memory.study(learner, now=make.NOW + DAY), card=suspended)
    assert "agreement number 1" in text(prompt(client))


def test_a_question_retired_between_prompt_and_answer_is_not_shown(learner, client):
    page = prompt(client)
    first = Question.objects.order_by("pk").first()
    first.on_hold = True
    first.save(update_fields=["on_hold"])
    response = client.get(reverse("cards:show"), form(page, "show"), follow=True)
    assert "taken out of the bank or put on hold" in text(response)
    assert "agreement number 2" in text(response)
    assert "1901" not in text(response)


def test_a_question_retired_between_answer_and_grade_still_takes_the_grade(learner, client):
    page = turned(client)
    Question.objects.update(status="retired")
    grade(client, 3, page)
    event = CardEvent.objects.get(kind="grade")
    assert event.grade == 3
    assert event.face.content["answer"] == "1901"
    assert "Nothing is due." in text(prompt(client))


def test_an_edited_question_is_answered_by_the_version_that_was_shown(learner, client):
    page = prompt(client)
    question = Question.objects.order_by("pk").first()
    make.make_question_version(question, prompt="When?", answer="in 1999")
    assert "1901" in text(turned(client, page))
    assert "When?" in text(prompt(client))


def test_a_person_of_another_day_and_zone_sees_their_own_study_day(learner, client, at):
    grade(client, 4)
    card = learner.cards.get(phase="review")
    learner.time_zone, learner.time_zone_chosen = "Pacific/Auckland", True
    learner.save()
    event = card.events.get(kind="grade")
    at(make.NOW + timedelta(hours=4))
    assert "Card 1 of 2" in text(prompt(client))  # it is five in the morning of Thursday in Auckland
    grade(client, 4)
    assert CardEvent.objects.get(kind="grade", pk__gt=event.pk).study_day == event.study_day + DAY
