"""A guest's cards move to the account, all of a person's are given out, and all are erased."""

import json
from datetime import timedelta

import pytest

from crlearn.accounts import services as accounts
from crlearn.accounts.models import User
from crlearn.cards import memory, people, promises, services
from crlearn.cards.models import Card, CardEvent, Encounter, Goal, ParameterSet, StudySettings
from crlearn.cards.scheduling import Grade
from crlearn.cards.services import QuizAnswer
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def answer(card, grade, now, number):
    """Grade a card at a moment, as a session does."""
    study = memory.study(card.user, now=now)
    face = card.fact.questions.first().current.pk
    token = promises.sign(promises.promise(card=Card.objects.get(pk=card.pk), face=face, study=study))
    return services.card_grade(study=study, token=token, grade=Grade(grade), client_uuid=make.uuid(number))


@pytest.fixture
def two(db):
    """A guest and an account, each with two cards, one of the same fact."""
    guest, account = make.make_guest(), make.make_user()
    facts = make.make_bank(3)
    for number, fact in enumerate(facts[:2]):
        answer(make.make_card(guest, fact), 4, make.NOW + number * DAY, number)
    for number, fact in enumerate(facts[1:]):
        answer(make.make_card(account, fact), 1, make.NOW + number * timedelta(hours=1), 10 + number)
    return guest, account, facts


def test_cards_that_the_account_lacks_move_with_their_events(two):
    guest, account, facts = two
    card = guest.cards.get(fact=facts[0])
    before = people.export(guest)["cards"][0]
    accounts.people_merge(source=guest, target=account)
    assert Card.objects.get(pk=card.pk).user == account
    assert people.export(account)["cards"][0] == before
    assert not User.objects.filter(pk=guest.pk).exists()


def test_cards_that_meet_get_the_events_of_both_in_order_of_time_and_are_rebuilt(two):
    guest, account, facts = two
    accounts.people_merge(source=guest, target=account)
    card = account.cards.get(fact=facts[1])
    events = list(card.events.order_by("at", "pk"))
    assert [(event.kind, event.grade) for event in events] == [("add", None), ("add", None), ("grade", 1), ("grade", 4)]
    assert (card.phase, card.due_day, card.reps) == ("review", events[-1].due_day, 2)
    assert card.last_event == events[-1]
    assert account.cards.count() == 3
    again = Card.objects.get(pk=card.pk)
    memory.rebuild(again, events, memory.settings_from(memory.settings_row(account)))
    assert [getattr(again, name) for name in memory.STATE_FIELDS] == [
        getattr(card, name) for name in memory.STATE_FIELDS
    ]


def test_the_first_answer_of_a_day_is_one_after_the_merge(db):
    guest, account, fact = make.make_guest(), make.make_user(), make.make_bank(1)[0]
    answer(make.make_card(guest, fact), 3, make.NOW, 1)
    answer(make.make_card(account, fact), 3, make.NOW + timedelta(hours=2), 2)
    accounts.people_merge(source=guest, target=account)
    assert list(CardEvent.objects.filter(kind="grade").order_by("at").values_list("first_of_day", flat=True)) == [
        True,
        False,
    ]


def test_what_was_undone_stays_undone_after_the_merge(two):
    guest, account, facts = two
    study = memory.study(guest, now=make.NOW + DAY)
    target = guest.cards.get(fact=facts[1]).last_event
    services.session_undo(study=study, target=target.pk, client_uuid=make.uuid(50))
    accounts.people_merge(source=guest, target=account)
    card = account.cards.get(fact=facts[1])
    assert (card.phase, card.reps) == ("learning", 1)
    assert card.events.get(kind="undo").target == target


@pytest.mark.parametrize(
    ("guests", "accounts_own"), [((0, 1), (2, 3)), ((2, 3), (0, 1)), ((1, 2), (0, 3)), ((0, 3), (1, 2))]
)
def test_encounters_keep_the_first_and_the_last_time(two, guests, accounts_own):
    guest, account, facts = two
    for user, (first, last) in ((guest, guests), (account, accounts_own)):
        times = {"first_at": make.NOW + first * DAY, "last_at": make.NOW + last * DAY}
        Encounter.objects.filter(user=user, fact=facts[1]).update(**times)
    accounts.people_merge(source=guest, target=account)
    met = Encounter.objects.get(fact=facts[1])
    assert (met.user, met.first_at, met.last_at) == (account, make.NOW, make.NOW + 3 * DAY)
    assert Encounter.objects.filter(user=account).count() == 3


def test_the_accounts_settings_stay_and_a_guests_are_taken_where_it_has_none(two):
    guest, account, _ = two
    StudySettings.objects.filter(user=guest).update(new_per_day=3)
    StudySettings.objects.filter(user=account).update(new_per_day=7)
    accounts.people_merge(source=guest, target=account)
    assert StudySettings.objects.get(user=account).new_per_day == 7
    guest, fresh = make.make_guest(), make.make_user()
    memory.settings_row(guest)
    StudySettings.objects.filter(user=guest).update(new_per_day=3)
    accounts.people_merge(source=guest, target=fresh)
    assert StudySettings.objects.get(user=fresh).new_per_day == 3


def test_goals_and_weights_of_ones_own_move(two):
    guest, account, facts = two
    weights = list(memory.default_parameters().weights)
    both = [ParameterSet.objects.create(user=user, digest="same", weights=weights) for user in (guest, account)]
    own = ParameterSet.objects.create(user=guest, digest="own", weights=weights)
    StudySettings.objects.filter(user=guest).update(parameters=own)
    CardEvent.objects.filter(card__user=guest).update(parameters=both[0])
    goal = Goal.objects.create(user=guest, name="Exam", on=make.NOW.date())
    goal.facts.add(*facts)
    accounts.people_merge(source=guest, target=account)
    assert Goal.objects.get().user == account
    assert set(ParameterSet.objects.filter(user=account)) == {both[1], own}
    assert CardEvent.objects.filter(parameters=both[1]).exists()


def test_merging_costs_no_more_queries_for_more_events(db, django_assert_max_num_queries):
    def merge(slug, events):
        guest, account, fact = make.make_guest(), make.make_user(), make.make_bank(1, slug)[0]
        for user in (guest, account):
            card = make.make_card(user, fact)
            for number in range(events):
                answer(card, 3, make.NOW + number * DAY, user.pk * 1000 + number)
        with django_assert_max_num_queries(40) as seen:
            people.merge(guest, account)
        assert account.cards.get().reps == 2 * events
        return len(seen)

    assert merge("a-1", 1) == merge("b-2", 30)


def test_everything_of_a_person_is_given_out_as_json(two):
    _, account, facts = two
    services.quiz_told(
        study=memory.study(account, now=make.NOW),
        answers=[QuizAnswer(facts[0].pk, "main", recall=True, right=True, first_try=True)],
        face=facts[0].questions.get().current,
        response_uuid=make.uuid(77),
        source=CardEvent.Source.QUIZ,
    )
    Goal.objects.create(user=account, name="Exam", on=make.NOW.date()).facts.add(facts[0])
    data = json.loads(json.dumps(people.export(account)))
    assert [card["fact"] for card in data["cards"]] == [fact.ref for fact in (facts[1], facts[2], facts[0])]
    assert [event["grade"] for event in data["cards"][0]["events"]] == [None, 1]
    assert data["cards"][0]["events"][1]["question"] == facts[1].questions.get().ref
    assert data["goals"][0]["facts"] == [facts[0].ref]
    assert {row["fact"] for row in data["encounters"]} == {fact.ref for fact in facts}
    assert data["settings"]["desired_retention"] == "0.90"
    assert people.export(make.make_user()) == {"settings": None, "cards": [], "encounters": [], "goals": []}


def test_erasing_a_person_leaves_nothing_of_theirs_and_all_of_the_others(two):
    guest, account, _ = two
    own = ParameterSet.objects.create(user=account, digest="own", weights=list(memory.default_parameters().weights))
    StudySettings.objects.filter(user=account).update(parameters=own)
    CardEvent.objects.filter(card__user=account).update(parameters=own)
    others = list(CardEvent.objects.filter(card__user=guest).values())
    accounts.person_erase(account)
    assert list(CardEvent.objects.values()) == others
    assert not ParameterSet.objects.filter(digest="own").exists()
    assert set(Card.objects.values_list("user", flat=True)) == {guest.pk}
    assert set(Encounter.objects.values_list("user", flat=True)) == {guest.pk}
