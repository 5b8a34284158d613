"""What a quiz tells the memory: the rules one by one."""

from datetime import timedelta

import pytest

from crlearn.cards import memory, services
from crlearn.cards.models import Card, CardEvent, Encounter
from crlearn.cards.services import QuizAnswer
from tests import make

pytestmark = pytest.mark.django_db
QUIZ, RECALL = CardEvent.Source.QUIZ, CardEvent.Source.RECALL
DAY = timedelta(days=1)


@pytest.fixture
def fact(db):
    fact = make.make_fact(make.make_document(), "China paid in advance.")
    make.make_question(fact)
    return fact


def tell(user, fact, *, recall=True, right=True, first_try=True, source=QUIZ, number=1, now=make.NOW):
    services.quiz_told(
        study=memory.study(user, now=now),
        answers=[QuizAnswer(fact.pk, "main", recall=recall, right=right, first_try=first_try)],
        face=fact.questions.first().current,
        response_uuid=make.uuid(number),
        source=source,
    )


def put(card, **state):
    """Put a card where the test needs it, by the real grades: new, in its steps, due for review or not."""
    study = memory.study(card.user, now=make.NOW - 30 * DAY)
    if state["phase"] == "new":
        return
    tell(card.user, card.fact, right=state["phase"] == "review", number=90, now=study.now)
    if state["phase"] == "review":
        tell(card.user, card.fact, number=91, now=study.now + timedelta(minutes=11))
    Card.objects.filter(pk=card.pk).update(**state)


NOT_YET = {"phase": "review", "due_day": make.NOW.date() + DAY}
DUE = {"phase": "review", "due_day": make.NOW.date()}
STEP_DUE = {"phase": "learning", "due_at": make.NOW}
STEP_LATER = {"phase": "learning", "due_at": make.NOW + timedelta(minutes=1)}
NEW = {"phase": "new"}
RIGHT, WRONG = {"right": True}, {"right": False}
CHOSEN = {"recall": False}
SECOND = {"first_try": False}

RULES = [
    # the card before, the answer, what the memory hears (None: nothing), is there a card afterwards
    ("wrong makes the card and is Again", None, WRONG, 1, True),
    ("wrong by choosing makes the card too", None, WRONG | CHOSEN, 1, True),
    ("right in a recall form makes the card", None, RIGHT, 3, True),
    ("right by choosing makes no card", None, RIGHT | CHOSEN, None, False),
    ("right at the second try makes no card", None, RIGHT | SECOND, None, False),
    ("right in a recall form is Good for a card never answered", NEW, RIGHT, 3, True),
    ("right by choosing leaves a card never answered alone", NEW, RIGHT | CHOSEN, None, True),
    ("right in a recall form is Good for a card that is due", DUE, RIGHT, 3, True),
    ("right in a recall form is nothing for a card that is not due", NOT_YET, RIGHT, None, True),
    ("right by choosing is nothing for a card that is due", DUE, RIGHT | CHOSEN, None, True),
    ("right at the second try is nothing for a card that is due", DUE, RIGHT | SECOND, None, True),
    ("wrong lapses a card that is due", DUE, WRONG, 1, True),
    ("wrong lapses a card that is not due", NOT_YET, WRONG, 1, True),
    ("wrong by choosing lapses a card", NOT_YET, WRONG | CHOSEN, 1, True),
    ("wrong at the second try lapses a card", NOT_YET, WRONG | SECOND, 1, True),
    ("right in a recall form is Good for a step that is due", STEP_DUE, RIGHT, 3, True),
    ("right in a recall form is nothing for a step that is not", STEP_LATER, RIGHT, None, True),
]


@pytest.mark.parametrize(
    ("before", "answer", "grade", "card"), [row[1:] for row in RULES], ids=[row[0] for row in RULES]
)
def test_a_quiz_tells(fact, before, answer, grade, card):
    user = make.make_user()
    if before:
        put(make.make_card(user, fact, now=make.NOW - 31 * DAY), **before)
    tell(user, fact, **answer)
    told = CardEvent.objects.filter(kind="grade", at=make.NOW)
    assert list(told.values_list("grade", flat=True)) == ([grade] if grade else [])
    assert Card.objects.filter(user=user, fact=fact).exists() == card
    assert Encounter.objects.filter(user=user, fact=fact).exists()


def test_recalling_a_section_makes_a_card_of_all_that_was_asked(fact):
    user = make.make_user()
    tell(user, fact, recall=False, source=RECALL)
    assert user.cards.get().phase == "new"  # chosen rightly: a card, but no grade


def test_a_wrong_choice_in_a_lapsed_card_is_kept_apart_from_reviews(fact):
    user = make.make_user()
    tell(user, fact, right=False)
    event = CardEvent.objects.get(kind="grade")
    assert (event.source, event.face, event.due_day) == ("quiz", fact.questions.get().current, None)
    assert event.due_at == make.NOW + timedelta(minutes=1)


def test_told_twice_of_the_same_response_it_hears_it_once(fact):
    user = make.make_user()
    for _ in range(2):
        tell(user, fact, right=False)
    assert CardEvent.objects.filter(kind="grade").count() == 1
    tell(user, fact, right=False, number=2)
    assert CardEvent.objects.filter(kind="grade").count() == 2


def test_a_suspended_card_is_left_alone(fact):
    user = make.make_user()
    card = make.make_card(user, fact)
    make.put_aside(user, card)
    tell(user, fact, right=False)
    assert not CardEvent.objects.filter(kind="grade").exists()


def test_a_group_tells_each_card_its_own_and_a_fact_asked_twice_its_worse(fact):
    user = make.make_user()
    other = make.make_fact(fact.document, "That was a record.")
    make.make_question(other)
    said = [(fact, True), (other, False), (fact, False)]
    services.quiz_told(
        study=memory.study(user, now=make.NOW),
        answers=[QuizAnswer(one.pk, "main", recall=True, right=right, first_try=True) for one, right in said],
        face=make.make_question(fact, other, kind="matching").current,
        response_uuid=make.uuid(1),
        source=QUIZ,
    )
    grades = CardEvent.objects.filter(kind="grade").values_list("card__fact", "grade")
    assert dict(grades) == {fact.pk: 1, other.pk: 1}


def test_telling_of_many_facts_costs_no_more_queries_than_of_one(db, django_assert_max_num_queries):
    user = make.make_user()
    facts = make.make_bank(12)
    face = facts[0].questions.get().current

    def tell_of(facts, number, limit):
        answers = [QuizAnswer(one.pk, "main", recall=True, right=False, first_try=True) for one in facts]
        study = memory.study(user, now=make.NOW)
        with django_assert_max_num_queries(limit) as seen:
            services.quiz_told(study=study, answers=answers, face=face, response_uuid=make.uuid(number), source=QUIZ)
        return len(seen)

    assert tell_of(facts[:1], 1, 15) == tell_of(facts[1:], 2, 15)


def test_a_mark_changed_afterwards_voids_what_was_told(fact):
    user = make.make_user()
    card = make.make_card(user, fact, now=make.NOW - 31 * DAY)
    put(card, **NOT_YET)
    put_events = list(card.events.values_list("pk", flat=True))
    before = (
        Card.objects.filter(pk=card.pk).values("phase", "stability", "difficulty", "reps", "lapses", "last_day").get()
    )
    tell(user, fact, right=False)
    assert Card.objects.get(pk=card.pk).lapses == 1
    study = memory.study(user, now=make.NOW)
    for _ in range(2):
        services.quiz_untold(study=study, response_uuid=make.uuid(1), pairs=[(fact.pk, "main")])
    assert Card.objects.filter(pk=card.pk).values(*before).get() == before
    added = card.events.exclude(pk__in=put_events)
    assert list(added.order_by("pk").values_list("kind", "voided")) == [("grade", True), ("undo", False)]


def test_nobody_elses_memory_is_told_or_untold(fact):
    user, other = make.make_user(), make.make_user()
    make.make_card(other, fact)
    tell(user, fact, right=False)
    services.quiz_untold(study=memory.study(other, now=make.NOW), response_uuid=make.uuid(1), pairs=[(fact.pk, "main")])
    assert other.cards.get().events.count() == 1
    assert CardEvent.objects.get(kind="grade").voided is False


def test_what_has_no_recall_question_of_its_own_becomes_the_card_that_can_be_shown(fact):
    user = make.make_user()
    make.make_question(fact, kind="true_false", asks="verdict")
    tell = {"study": memory.study(user, now=make.NOW), "source": QUIZ, "response_uuid": make.uuid(7)}
    told = QuizAnswer(fact.pk, "verdict", recall=False, right=False, first_try=True)
    services.quiz_told(answers=[told], face=fact.questions.get(asks="verdict").current, **tell)
    assert list(user.cards.values_list("fact", "asks", "lapses", "reps")) == [(fact.pk, "main", 0, 1)]


def test_what_cannot_be_shown_at_all_makes_no_card(fact):
    user = make.make_user()
    bare = make.make_fact(fact.document, "That was a record.")
    asked = make.make_question(bare, kind="true_false").current
    tell = {"study": memory.study(user, now=make.NOW), "source": QUIZ, "response_uuid": make.uuid(7)}
    told = QuizAnswer(bare.pk, "main", recall=False, right=False, first_try=True)
    services.quiz_told(answers=[told], face=asked, **tell)
    assert not user.cards.exists()
    assert user.encounters.filter(fact=bare).exists()
