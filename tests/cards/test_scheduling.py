"""Cards come back on the right day, in the order of the grades, and a rebuilt memory is the one that was kept."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crlearn.cards.scheduling import (
    BadSettings,
    Event,
    Grade,
    Memory,
    Phase,
    Settings,
    apply,
    outcomes,
    rebuild,
    retrievability,
)
from crlearn.lib import clock

DAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 20, 15, 30, 999, tzinfo=UTC)
DEFAULT = Settings()
AGAIN, HARD, GOOD, EASY = Grade


def answer(memory, grade, day, *, now=NOW, settings=DEFAULT, card_id=7):
    return apply(memory, grade, now=now, study_day=day, settings=settings, card_id=card_id)


def after(answers, **options):
    memory, day = Memory(), DAY
    for grade, days in answers:
        day += timedelta(days=days)
        memory = answer(memory, Grade(grade), day, **options).memory
    return memory


# --- learning steps ---------------------------------------------------------------------------------


def test_a_new_card_takes_its_steps_from_the_real_time_to_the_second():
    result = outcomes(Memory(), now=NOW, study_day=DAY, settings=DEFAULT, card_id=7)
    start = datetime(2026, 1, 5, 20, 15, 30, tzinfo=UTC)
    assert result[AGAIN].due_at == start + timedelta(minutes=1)
    assert result[HARD].due_at == start + timedelta(minutes=5, seconds=30)
    assert result[GOOD].due_at == start + timedelta(minutes=10)
    assert [result[grade].memory.step for grade in (AGAIN, HARD, GOOD)] == [0, 0, 1]
    assert {result[grade].memory.phase for grade in (AGAIN, HARD, GOOD)} == {Phase.LEARNING}
    assert result[EASY].memory.phase == Phase.REVIEW
    assert result[EASY].due_at is None
    assert result[EASY].due_day == DAY + timedelta(days=result[EASY].interval_days)


def test_due_moments_are_utc_whatever_zone_now_is_in():
    tokyo = NOW.astimezone(clock.zone("Asia/Tokyo"))
    due = answer(Memory(), AGAIN, DAY, now=tokyo).due_at
    assert due.tzinfo == UTC
    assert due == datetime(2026, 1, 5, 20, 16, 30, tzinfo=UTC)


def test_a_learning_card_graduates_and_a_lapse_goes_to_relearning():
    memory = after([(3, 0), (3, 0)])
    assert (memory.phase, memory.step, memory.due_at, memory.reps, memory.lapses) == (Phase.REVIEW, None, None, 2, 0)
    lapsed = answer(memory, AGAIN, memory.due_day).memory
    assert (lapsed.phase, lapsed.step, lapsed.due_day, lapsed.lapses) == (Phase.RELEARNING, 0, None, 1)
    again = answer(lapsed, AGAIN, lapsed.last_day).memory
    assert (again.phase, again.lapses) == (Phase.RELEARNING, 1)  # one lapse, however often it is repeated
    assert answer(again, GOOD, again.last_day).memory.phase == Phase.REVIEW


def test_without_steps_every_answer_is_a_review():
    bare = Settings(learning_steps=(), relearning_steps=())
    first = outcomes(Memory(), now=NOW, study_day=DAY, settings=bare, card_id=7)
    assert all(outcome.memory.phase == Phase.REVIEW for outcome in first.values())
    old = after([(3, 0), (3, 2), (3, 11), (3, 46)], settings=bare)
    days = [
        outcome.interval_days
        for outcome in outcomes(old, now=NOW, study_day=old.due_day, settings=bare, card_id=7).values()
    ]
    assert 1 <= days[0] <= days[1] < days[2] < days[3]


def test_a_card_with_more_steps_than_the_settings_now_have_still_graduates():
    memory = replace(after([(3, 0)]), step=5)
    assert answer(memory, GOOD, DAY).memory.phase == Phase.REVIEW
    assert answer(memory, AGAIN, DAY).memory.step == 0


# --- study days -------------------------------------------------------------------------------------


def test_a_study_day_before_the_last_one_counts_as_the_same_day():
    # Tokyo to New York, or a device whose clock was a day ahead
    memory = after([(3, 0), (3, 0)])
    there = answer(memory, GOOD, DAY - timedelta(days=1))
    assert there == answer(memory, GOOD, DAY)
    assert there.memory.last_day == DAY
    assert there.due_day > DAY
    assert retrievability(memory, study_day=DAY - timedelta(days=1), settings=DEFAULT) == 1.0


def test_a_review_answered_twice_in_a_day_is_a_short_term_review():
    memory = after([(3, 0), (3, 0), (3, 2)])
    assert after([(3, 0), (3, 0), (3, 2), (3, 0)]).stability >= memory.stability
    assert after([(3, 0), (3, 0), (3, 2), (1, 0)]).stability < memory.stability


# --- order, bounds, spread --------------------------------------------------------------------------

ANSWERS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 600)), max_size=10)
STEPS = st.lists(st.integers(1, 86400).map(lambda seconds: timedelta(seconds=seconds)), max_size=3).map(tuple)
ANY_SETTINGS = st.builds(
    Settings,
    desired_retention=st.floats(0.70, 0.99),
    learning_steps=STEPS,
    relearning_steps=STEPS,
    maximum_interval=st.one_of(st.integers(1, 12), st.integers(1, 36500)),
)


@given(ANSWERS, st.integers(0, 600), ANY_SETTINGS, st.integers(0, 2**63))
@settings(deadline=None, max_examples=200)
def test_better_grades_wait_longer_and_all_stay_in_bounds(answers, days, chosen, card_id):
    memory = after(answers, settings=chosen, card_id=card_id)
    day = (memory.last_day or DAY) + timedelta(days=days)
    result = outcomes(memory, now=NOW, study_day=day, settings=chosen, card_id=card_id)
    waits = {grade: outcome.interval_days for grade, outcome in result.items() if outcome.interval_days is not None}
    assert all(1 <= wait <= chosen.maximum_interval for wait in waits.values())
    passing = [waits[grade] for grade in (HARD, GOOD, EASY) if grade in waits]
    if chosen.maximum_interval >= len(passing):
        assert passing == sorted(set(passing))
    if AGAIN in waits:
        assert waits[AGAIN] <= min(passing)
    for grade, outcome in result.items():
        kept = outcome.memory
        assert (kept.due_at, kept.due_day) == (outcome.due_at, outcome.due_day)
        assert (kept.phase == Phase.REVIEW) == (kept.due_day is not None) == (kept.due_at is None)
        assert (kept.step is None) == (kept.phase == Phase.REVIEW)
        assert kept.reps == memory.reps + 1
        if kept.due_day is not None:
            assert kept.due_day == kept.last_day + timedelta(days=outcome.interval_days)
            assert kept.due_day > day
        else:
            assert kept.due_at > NOW
            assert kept.due_at.microsecond == 0
        assert outcome == apply(memory, grade, now=NOW, study_day=day, settings=chosen, card_id=card_id)


@pytest.mark.parametrize("maximum", [1, 2, 3, 100])
def test_a_short_maximum_is_kept_and_leaves_what_order_it_can(maximum):
    chosen = Settings(maximum_interval=maximum)
    memory = replace(after([(4, 0)]), stability=5000.0, last_day=DAY)
    result = outcomes(memory, now=NOW, study_day=DAY + timedelta(days=50), settings=chosen, card_id=1)
    days = [result[grade].interval_days for grade in (HARD, GOOD, EASY)]
    assert days == {1: [1, 1, 1], 2: [1, 1, 2], 3: [1, 2, 3]}.get(maximum, days)
    assert max(days) <= maximum
    assert maximum < 3 or days == sorted(set(days))


# --- rebuilding -------------------------------------------------------------------------------------


def recorded(answers, chosen, card_id):
    """The events of some answers, and the memory after them."""
    memory, day, now, events = Memory(), DAY, NOW, []
    for grade, days in answers:
        day, now = day + timedelta(days=days), now + timedelta(days=days)
        outcome = apply(memory, Grade(grade), now=now, study_day=day, settings=chosen, card_id=card_id)
        events.append(Event(Grade(grade), now, day, outcome.due_day, outcome.due_at))
        memory = outcome.memory
    return events, memory


@given(ANSWERS, ANY_SETTINGS, st.integers(0, 2**63))
@settings(deadline=None)
def test_a_rebuilt_memory_is_the_one_kept_step_by_step(answers, chosen, card_id):
    events, memory = recorded(answers, chosen, card_id)
    assert rebuild(events, chosen) == memory
    unrecorded = [replace(event, due_day=None, due_at=None) for event in events]
    assert rebuild(unrecorded, chosen, card_id=card_id) == memory


@given(ANSWERS, ANY_SETTINGS, ANY_SETTINGS)
@settings(deadline=None)
def test_rebuilding_with_other_settings_keeps_the_days_that_were_promised(answers, then, now):
    events, memory = recorded(answers, then, 7)
    rebuilt = rebuild(events, now)
    assert (rebuilt.due_day, rebuilt.due_at) == (memory.due_day, memory.due_at)
    assert (rebuilt.phase == Phase.REVIEW) == (memory.phase == Phase.REVIEW)
    assert (rebuilt.step is None) == (rebuilt.phase in (Phase.REVIEW, Phase.NEW))
    assert (rebuilt.stability, rebuilt.difficulty, rebuilt.reps) == (
        memory.stability,
        memory.difficulty,
        memory.reps,
    )


def test_a_recorded_day_outlives_new_weights():
    events, memory = recorded([(3, 0), (3, 0), (3, 2), (3, 11)], DEFAULT, 7)
    other = Settings(weights=(*DEFAULT.weights[:8], 2.2, *DEFAULT.weights[9:]), desired_retention=0.8)
    rebuilt = rebuild(events, other)
    assert rebuilt.due_day == memory.due_day
    assert rebuilt.stability > memory.stability


def test_no_events_are_a_card_never_answered():
    assert rebuild([], DEFAULT) == Memory()


# --- retrievability ---------------------------------------------------------------------------------


@given(ANSWERS.filter(bool), st.integers(0, 5000), st.integers(1, 5000), ANY_SETTINGS)
@settings(deadline=None)
def test_memory_only_fades(answers, days, more, chosen):
    memory = after(answers, settings=chosen)
    sooner, later = (
        retrievability(memory, study_day=memory.last_day + timedelta(days=wait), settings=chosen)
        for wait in (days, days + more)
    )
    assert 0 < later < sooner <= 1


# --- settings ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"desired_retention": 0.69}, "retention_out_of_bounds"),
        ({"desired_retention": 0.995}, "retention_out_of_bounds"),
        ({"desired_retention": math.nan}, "retention_out_of_bounds"),
        ({"maximum_interval": 0}, "interval_out_of_bounds"),
        ({"maximum_interval": 36501}, "interval_out_of_bounds"),
        ({"learning_steps": (timedelta(0),)}, "step_out_of_bounds"),
        ({"learning_steps": (timedelta(days=2),)}, "step_out_of_bounds"),
        ({"relearning_steps": (timedelta(minutes=-10),)}, "step_out_of_bounds"),
        ({"relearning_steps": (timedelta(seconds=1.5),)}, "step_out_of_bounds"),
        ({"learning_steps": (timedelta(minutes=1),) * 11}, "too_many_steps"),
        ({"weights": (0.5,) * 19}, "bad_weights"),
        ({"weights": (*DEFAULT.weights[:20], 0.9)}, "bad_weights"),
        ({"weights": (math.nan, *DEFAULT.weights[1:])}, "bad_weights"),
    ],
)
def test_settings_out_of_bounds_are_refused_with_a_code(wrong, code):
    with pytest.raises(BadSettings) as caught:
        Settings(**wrong)
    assert caught.value.code == code


WILD = (*(100.0,) * 4, 1.0, 4.0, 4.0, 0.001, 4.5, 0.0, 3.5, 1.5, 0.06, 0.26, 1.6, 1.0, 6.0, 2.0, 2.0, 0.0, 0.8)


@given(st.lists(st.tuples(st.integers(2, 4), st.integers(0, 600)), min_size=30, max_size=60))
@settings(deadline=None, max_examples=20)
def test_no_answers_overflow_even_with_the_wildest_weights(answers):
    assert after(answers, settings=Settings(weights=WILD)).stability <= 36500
