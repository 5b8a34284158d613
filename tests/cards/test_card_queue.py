"""Which card comes next, what a day has room for, which face it shows, and how well a fact is known."""

from datetime import timedelta

import pytest

from crlearn.bank.models import Fact, Question
from crlearn.cards import memory, selectors, services, withheld
from crlearn.cards.models import Card, CardEvent, Encounter, StudySettings
from crlearn.cards.scheduling import Grade
from crlearn.cards.selectors import Progress
from crlearn.sources.models import Collection, CollectionAccess
from tests import make
from tests.cards.walk import form, grade, prompt, text, turned, undo

pytestmark = pytest.mark.django_db
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
TODAY = make.NOW.date()


@pytest.fixture
def user(db):
    user = make.make_user()
    memory.settings_row(user)
    return user


def put(card, **state):
    """Set what the queue reads of a card."""
    Card.objects.filter(pk=card.pk).update(**state)
    return card.pk


def reviewed(card, due):
    return put(
        card,
        phase="review",
        due_day=due,
        last_day=due - 5 * DAY,
        introduced_day=due - 9 * DAY,
        stability=5.0,
        difficulty=5.0,
        reps=3,
    )


def step(card, due):
    return put(card, phase="learning", step=0, due_at=due, last_day=TODAY, stability=1.0, difficulty=5.0, reps=1)


def order(user, now=make.NOW):
    return selectors.queue(memory.study(user, now=now)).order


def test_steps_that_are_due_come_first_then_reviews_then_new_then_steps_ahead_of_their_time(user):
    cards = [make.make_card(user, fact) for fact in make.make_bank(8)]
    ahead = step(cards[0], make.NOW + 19 * MINUTE)
    step(cards[1], make.NOW + 21 * MINUTE)
    new = [cards[2].pk, cards[3].pk]
    late, today = reviewed(cards[5], TODAY - 3 * DAY), reviewed(cards[4], TODAY)
    reviewed(cards[6], TODAY + DAY)
    due = step(cards[7], make.NOW)
    assert order(user) == [due, late, today, *new, ahead]


def test_new_cards_come_core_first_then_in_reading_order(user):
    document = make.make_document()
    quotes = ["That was a record.", "China paid in advance.", "It was renewed in 2021."]
    facts = [
        make.make_fact(document, quote, importance=importance)
        for quote, importance in zip(quotes, ["core", "detail", "core"], strict=True)
    ]
    for fact in facts:
        make.make_question(fact)
        make.make_card(user, fact)
    assert order(user) == [user.cards.get(fact=facts[index]).pk for index in (2, 0, 1)]


def test_what_more_is_asked_of_a_fact_does_not_follow_its_own_answer(user, client, at):
    first, second = make.make_bank(2)
    for fact, asks in ((first, "main"), (first, "place"), (second, "main")):
        make.make_question(fact, asks=asks, prompt=f"{fact.position} {asks}?")
        make.make_card(user, fact, asks)
    Question.objects.exclude(current__prompt__endswith="?").update(status="retired")
    client.force_login(user)
    facts = []
    for _ in range(3):
        grade(client, 4)
        facts.append(CardEvent.objects.filter(kind="grade").latest("pk").card.fact)
    assert facts == [first, second, first]


def test_a_day_has_room_for_so_many_new_cards_and_reviews(learner, client, at):
    for number, fact in enumerate(make.make_bank(4, "usip-2019")):
        reviewed(make.make_card(learner, fact), TODAY - number * DAY)
    StudySettings.objects.update(new_per_day=1, reviews_per_day=2)
    assert "Card 1 of 3" in text(prompt(client))
    for _ in range(2):
        grade(client, 4)
    assert "Not met yet" in text(prompt(client))
    assert list(learner.cards.filter(last_day=TODAY).values_list("phase", flat=True)) == ["review"] * 2
    grade(client, 4)
    page = text(prompt(client))
    assert "The next card comes tomorrow." in page
    at(make.NOW + DAY)
    assert "Card 1 of 3" in text(prompt(client))


def test_taking_back_an_answer_gives_its_room_back(learner, client):
    StudySettings.objects.update(new_per_day=1)
    grade(client, 4)
    assert "tomorrow" in text(prompt(client))
    undo(client)
    assert "agreement number 1" in text(prompt(client))


def test_what_a_quiz_asked_takes_no_room_in_the_session(learner, client):
    StudySettings.objects.update(new_per_day=1)
    card = learner.cards.order_by("pk").last()
    services.quiz_told(
        study=memory.study(learner, now=make.NOW),
        answers=[services.QuizAnswer(card.fact_id, "main", recall=True, right=True, first_try=True)],
        face=card.fact.questions.get().current,
        response_uuid=make.uuid(1),
        source=CardEvent.Source.QUIZ,
    )
    assert "agreement number 1" in text(prompt(client))


@pytest.mark.parametrize(
    "hide",
    [
        lambda fact: Fact.objects.filter(pk=fact.pk).update(status="retired"),
        lambda fact: Fact.objects.filter(pk=fact.pk).update(on_hold=True),
        lambda fact: Fact.objects.filter(pk=fact.pk).update(superseded_by=Fact.objects.exclude(pk=fact.pk).first()),
        lambda fact: Question.objects.filter(facts=fact).update(status="retired"),
        lambda fact: Question.objects.filter(facts=fact).update(on_hold=True),
        lambda fact: Question.objects.filter(facts=fact).update(asks="other"),
        lambda fact: Question.objects.filter(facts=fact).update(kind="true_false"),
        lambda fact: Fact.objects.filter(pk=fact.pk).update(collection=make_private()),
        lambda fact: Question.objects.filter(facts=fact).update(collection=make_private()),
    ],
    ids=[
        "retired",
        "held",
        "superseded",
        "question retired",
        "held question",
        "asks other",
        "no face",
        "private",
        "private question",
    ],
)
def test_a_card_that_cannot_be_asked_stays_away_and_is_kept(user, hide):
    facts = make.make_bank(2)
    cards = [make.make_card(user, fact) for fact in facts]
    hide(facts[0])
    assert order(user) == [cards[1].pk]
    assert user.cards.count() == 2
    assert selectors.due(memory.study(user, now=make.NOW)).now == 1


def make_private():
    return Collection.objects.create(kind=Collection.Kind.CLASSROOM, name="A class")


@pytest.mark.parametrize(("keys", "asked"), [(True, 1), (False, 0)])
def test_questions_of_a_class_are_faces_only_for_who_may_see_their_keys(user, keys, asked):
    fact, private = make.make_bank(1)[0], make_private()
    make.make_card(user, fact)
    Question.objects.update(collection=private)
    CollectionAccess.objects.create(collection=private, user=user, may_see_keys=keys)
    assert len(order(user)) == asked


def test_withheld_facts_are_neither_asked_nor_shown(learner, client, monkeypatch):
    page = prompt(client)
    facts = Fact.objects.filter(pk=learner.cards.order_by("pk").first().fact_id)
    monkeypatch.setattr(withheld, "REGISTERED", {})
    withheld.register("an open test", lambda user: facts.filter(cards__user=user).values("pk"))
    assert "agreement number 2" in text(prompt(client))
    response = client.get("/cards/show/", form(page, "show"), follow=True)
    assert "1901" not in text(response)


def test_a_step_comes_back_ahead_of_its_time_only_when_nothing_else_is_left(learner, client, at):
    grade(client, 3)
    assert "agreement number 2" in text(prompt(client))
    grade(client, 4)
    grade(client, 4)
    page = text(prompt(client))
    assert "agreement number 1" in page
    assert "Card 4 of 4" in page


def test_a_step_that_is_far_away_is_waited_for(learner, client):
    row = memory.settings_row(learner)
    row.learning_steps = [60, 7200]
    row.save()
    grade(client, 3)
    for _ in range(2):
        grade(client, 4)
    assert "The next card comes at 14:00." in text(prompt(client))


# --- faces --------------------------------------------------------------------------------------------


def shown_prompts(client, count):
    found = []
    for _ in range(count):
        page = turned(client)
        found.append(text(page).split('<p class="asked">')[1].split("</p>")[0])
        grade(client, 1, page)
    return found


def test_the_least_recently_shown_face_comes_next(user, client, at):
    fact = make.make_fact(make.make_document(), "China paid in advance.")
    for name in ("one", "two", "three"):
        make.make_question(fact, prompt=f"Question {name}?")
    make.make_question(fact, kind="single_choice", prompt="Question chosen?")
    make.make_question(fact, kind="true_false", prompt="Question true?")
    make.make_card(user, fact)
    client.force_login(user)
    names = []
    for number in range(4):
        at(make.NOW + number * 2 * MINUTE)
        names += shown_prompts(client, 1)
    assert names == [f"Question {name}?" for name in ("one", "two", "three", "one")]


def test_what_is_asked_of_a_fact_twice_are_two_cards_with_their_own_faces(user):
    fact = make.make_fact(make.make_document(), "China paid in advance.")
    faces = {asks: make.make_question(fact, asks=asks).current for asks in ("main", "year")}
    for asks, face in faces.items():
        card = make.make_card(user, fact, asks)
        assert selectors.face_of(card, user) == face


# --- progress -----------------------------------------------------------------------------------------


def test_progress_has_four_words(user):
    new, learning, slipping, known, forgetting, met, worst = facts = make.make_bank(7)
    cards = {fact: make.make_card(user, fact) for fact in facts if fact != met}
    step(cards[learning], make.NOW)
    reviewed(cards[slipping], TODAY)
    put(cards[known], phase="review", due_day=TODAY + DAY, last_day=TODAY, stability=9.0, difficulty=5.0)
    put(
        cards[forgetting], phase="review", due_day=TODAY + DAY, last_day=TODAY - 40 * DAY, stability=9.0, difficulty=5.0
    )
    Encounter.objects.create(user=user, fact=met, first_at=make.NOW, last_at=make.NOW)
    put(cards[worst], phase="review", due_day=TODAY + DAY, last_day=TODAY, stability=9.0, difficulty=5.0)
    make.make_question(worst, asks="year")
    step(make.make_card(user, worst, "year"), make.NOW)
    study = memory.study(user, now=make.NOW)
    states = selectors.progress(study)
    assert {fact: states.get(fact.pk, Progress.NEW) for fact in facts} == {
        new: Progress.NEW,
        learning: Progress.LEARNING,
        slipping: Progress.SLIPPING,
        known: Progress.KNOWN,
        forgetting: Progress.SLIPPING,
        met: Progress.LEARNING,
        worst: Progress.LEARNING,
    }
    assert selectors.progress(study, [known.pk]) == {known.pk: Progress.KNOWN}
    assert selectors.progress(memory.study(make.make_user(), now=make.NOW)) == {}


def test_the_forecast_counts_the_reviews_of_the_next_days(user):
    cards = [make.make_card(user, fact) for fact in make.make_bank(4)]
    for card, days in zip(cards, (0, 1, 3, 3), strict=True):
        reviewed(card, TODAY + days * DAY)
    counts = [count for _, count in selectors.forecast(memory.study(user, now=make.NOW))]
    assert counts == [1, 0, 2]


def test_a_grade_of_the_session_counts_as_having_met_the_fact(learner, client):
    grade(client, Grade.AGAIN)
    fact = Encounter.objects.get(user=learner).fact_id
    assert selectors.progress(memory.study(learner, now=make.NOW)) == {fact: Progress.LEARNING}
