"""A card is what its events say: whatever happened, in whatever order, rebuilding it changes nothing."""

import itertools
from datetime import timedelta

import pytest
from django.test import TestCase
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from crlearn.bank.models import Fact
from crlearn.cards import memory, promises, queue, selectors, services
from crlearn.cards.models import Card, CardEvent
from crlearn.cards.scheduling import Grade
from crlearn.cards.services import QuizAnswer
from tests import make

STATE = [name if name != "last_event" else "last_event_id" for name in memory.STATE_FIELDS]


def kept(card):
    return {name: getattr(card, name) for name in STATE}


class Learning(RuleBasedStateMachine):
    """Random days of one learner with three cards."""

    def __init__(self):
        super().__init__()
        self.user = make.make_user()
        self.facts = list(Fact.objects.order_by("pk"))
        self.now = make.NOW
        self.identities = itertools.count(self.user.pk * 10_000)
        for fact in self.facts:
            make.make_card(self.user, fact)

    @property
    def study(self):
        return memory.study(self.user, now=self.now)

    def identity(self):
        return make.uuid(next(self.identities))

    @rule(grade=st.sampled_from(list(Grade)), seconds=st.integers(0, 7200), again=st.booleans())
    def grade(self, grade, seconds, again):
        """Answer the card that is due, where one is; perhaps the form is sent twice."""
        turn = selectors.next_turn(self.study, selectors.queue(self.study))
        if turn is None:
            return
        token = promises.sign(promises.promise(card=turn.card, face=turn.face.pk, study=self.study))
        promised = promises.opened(token)
        self.now += timedelta(seconds=seconds)
        identity = self.identity()
        before = CardEvent.objects.count()
        if promised.day != self.study.day and seconds > 3600:
            with pytest.raises(services.StaleCard):
                services.card_grade(study=self.study, token=token, grade=grade, client_uuid=identity)
            assert CardEvent.objects.count() == before
            return
        event = services.card_grade(study=self.study, token=token, grade=grade, client_uuid=identity)
        wait = event.interval_days if event.due_at is None else event.due_at - event.at.replace(microsecond=0)
        assert promised.wait(grade) == (wait if event.due_at else timedelta(days=wait))
        if again:
            assert services.card_grade(study=self.study, token=token, grade=grade, client_uuid=identity) == event
            assert CardEvent.objects.count() == before + 1

    @rule(stale=st.booleans())
    def undo(self, stale):
        """Take back the last grade, or the last card put aside, where there is one; perhaps by an old form."""
        last = queue.last_act(self.study)
        if last is None:
            return
        target = last.event - 1 if stale else last.event
        if stale:
            with pytest.raises(services.StaleCard):
                services.session_undo(study=self.study, target=target, client_uuid=self.identity())
            return
        services.session_undo(study=self.study, target=target, client_uuid=self.identity())
        assert CardEvent.objects.get(pk=target).voided

    @rule(number=st.integers(0, 2), recall=st.booleans(), right=st.booleans(), regraded=st.booleans())
    def quiz(self, number, recall, right, regraded):
        """Answer a question in a quiz; perhaps its mark is changed afterwards."""
        fact, identity = self.facts[number], self.identity()
        answer = QuizAnswer(fact.pk, "main", recall=recall, right=right, first_try=True)
        face = fact.questions.get().current
        services.quiz_told(
            study=self.study, answers=[answer], face=face, response_uuid=identity, source=CardEvent.Source.QUIZ
        )
        if regraded:
            services.quiz_untold(study=self.study, response_uuid=identity, pairs=[answer.pair])

    @rule(number=st.integers(0, 2), what=st.sampled_from(["suspend", "unsuspend", "bury"]))
    def set_aside(self, number, what):
        """Suspend a card, take it up again, or bury it."""
        card = self.user.cards.order_by("pk")[number]
        if what == "unsuspend":
            services.card_take_up(study=self.study, card=card)
        else:
            make.put_aside(self.user, card, what, now=self.now)

    @rule(hours=st.sampled_from([0.3, 5, 24, 100, 1000]))
    def wait(self, hours):
        """Let time pass."""
        self.now += timedelta(hours=hours)

    @rule(zone=st.sampled_from(["Asia/Tokyo", "America/New_York", "Pacific/Auckland", "UTC"]))
    def fly(self, zone):
        """Go to another time zone."""
        self.user.time_zone = zone

    def teardown(self):
        """A rebuilt card is the stored one, and each event follows the one before it."""
        for card in self.user.cards.all():
            events = list(card.events.order_by("at", "pk"))
            again = Card.objects.get(pk=card.pk)
            assert memory.rebuild(again, events, self.study.settings) == []
            assert kept(again) == kept(card)
            assert again.due_day is None or again.due_at is None
            assert [event.after_id for event in events] == [None, *[event.pk for event in events[:-1]]]


class RebuildTest(TestCase):
    """Every example has a learner of its own in one bank."""

    @classmethod
    def setUpTestData(cls):
        make.make_bank(3)

    def test_a_card_rebuilt_from_its_events_equals_the_stored_one(self):
        run_state_machine_as_test(
            Learning,
            settings=settings(
                max_examples=50,
                stateful_step_count=30,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )


@pytest.mark.django_db
def test_the_first_answer_of_a_day_is_the_next_one_once_the_first_is_taken_back():
    user, fact = make.make_user(), make.make_bank(1)[0]
    card = make.make_card(user, fact)
    study = memory.study(user, now=make.NOW)
    promised = promises.promise(card=card, face=fact.questions.get().current.pk, study=study)
    first = services.card_grade(study=study, token=promises.sign(promised), grade=Grade.GOOD, client_uuid=make.uuid(1))
    later = memory.study(user, now=make.NOW + timedelta(minutes=1))
    services.quiz_told(
        study=later,
        answers=[QuizAnswer(fact.pk, "main", recall=True, right=False, first_try=True)],
        face=fact.questions.get().current,
        response_uuid=make.uuid(2),
        source=CardEvent.Source.QUIZ,
    )
    assert list(CardEvent.objects.filter(first_of_day=True)) == [first]
    services.session_undo(study=later, target=first.pk, client_uuid=make.uuid(3))
    assert CardEvent.objects.get(first_of_day=True).source == "quiz"


@pytest.mark.django_db
def test_after_a_flight_westwards_an_earlier_study_day_is_no_new_first_answer():
    user, fact = make.make_user(), make.make_bank(1)[0]
    card = make.make_card(user, fact)
    face = fact.questions.get().current.pk
    for number, zone in enumerate(["Pacific/Auckland", "America/New_York", "Pacific/Auckland"]):
        user.time_zone = zone
        study = memory.study(user, now=make.NOW.replace(hour=18) + number * timedelta(minutes=20))
        card.refresh_from_db()
        token = promises.sign(promises.promise(card=card, face=face, study=study))
        services.card_grade(study=study, token=token, grade=Grade.AGAIN, client_uuid=make.uuid(number))
    events = list(card.events.filter(kind="grade").order_by("at"))
    assert [event.study_day.day for event in events] == [5, 4, 5]
    assert [event.first_of_day for event in events] == [True, False, False]
    card.refresh_from_db()
    assert memory.rebuild(card, card.events.order_by("at", "pk"), study.settings) == []
