"""Stability, difficulty and intervals are those of FSRS-6 as published, computed here without the library."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crlearn.cards.fuzz import fuzz_range
from crlearn.cards.scheduling import Grade, Memory, Phase, Settings, apply, outcomes, retrievability
from crlearn.lib import clock

DAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 20, 15, 30, 999, tzinfo=UTC)
DEFAULT = Settings()
AGAIN, HARD, GOOD, EASY = Grade

# The published defaults of FSRS-6, written out: a change of the library's must not pass unseen.
W = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614),
    *(0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)


class Reference:
    """FSRS-6 as published, one formula a method, with no line of the library's."""

    def __init__(self, w=W):
        self.w = w
        self.factor = 0.9 ** (-1 / w[20]) - 1

    def recall(self, days, s):
        return (1 + self.factor * days / s) ** -self.w[20]

    def interval(self, s, retention):
        return max(1, round(s / self.factor * (retention ** (-1 / self.w[20]) - 1)))

    def first(self, g):
        return max(self.w[g - 1], 0.001), self.limit(self.difficulty_at_first(g))

    def difficulty_at_first(self, g):
        return self.w[4] - math.exp(self.w[5] * (g - 1)) + 1

    def limit(self, d):
        return min(max(d, 1.0), 10.0)

    def difficulty(self, d, g):
        damped = d - self.w[6] * (g - 3) * (10 - d) / 9
        return self.limit(self.w[7] * self.difficulty_at_first(4) + (1 - self.w[7]) * damped)

    def stability(self, s, d, g, days):
        w = self.w
        if days == 0:
            growth = math.exp(w[17] * (g - 3 + w[18])) * s ** -w[19]
            return s * (max(growth, 1.0) if g >= 2 else growth)
        r = self.recall(days, s)
        if g == 1:
            lapsed = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp(w[14] * (1 - r))
            return min(lapsed, s / math.exp(w[17] * w[18]))
        bonus = {2: w[15], 3: 1.0, 4: w[16]}[g]
        return s * (1 + math.exp(w[8]) * (11 - d) * s ** -w[9] * (math.exp(w[10] * (1 - r)) - 1) * bonus)

    def run(self, answers):
        """(stability, difficulty) after answers of (grade, days since the last)."""
        s = d = None
        for g, days in answers:
            if s is None:
                s, d = self.first(g)
            else:
                s, d = self.stability(s, d, g, days), self.difficulty(d, g)
        return s, d


SEQUENCES = [
    [(3, 0)],
    [(1, 0)],
    [(4, 0), (4, 16), (4, 90)],
    [(3, 0), (3, 0), (3, 2), (3, 11), (3, 46)],
    [(1, 0), (3, 0), (3, 0), (2, 1), (3, 1), (1, 5), (3, 0), (3, 2)],
    [(2, 0), (2, 0), (3, 0), (1, 3), (1, 0), (1, 1), (4, 0)],
    [(3, 0), (4, 0), (1, 400), (3, 0), (3, 0), (4, 1), (2, 30)],
    [(1, 0), (1, 1), (1, 1), (1, 1), (1, 1), (3, 0)],
]

# What the formulae above give, frozen, so that formula and library cannot move together.
VECTORS = [
    (2.3065, 2.11810397),
    (0.212, 6.4133),
    (532.6707036, 1.0),
    (162.9998158, 2.090586343),
    (2.282571581, 9.160899817),
    (0.1704749709, 9.801937433),
    (24.4151702, 7.321417621),
    (0.02963249695, 9.921678876),
]


def answer(memory, grade, day, *, now=NOW, settings=DEFAULT, card_id=7):
    return apply(memory, grade, now=now, study_day=day, settings=settings, card_id=card_id)


def after(answers, **options):
    memory, day = Memory(), DAY
    for grade, days in answers:
        day += timedelta(days=days)
        memory = answer(memory, Grade(grade), day, **options).memory
    return memory


@pytest.mark.parametrize(("answers", "vector"), list(zip(SEQUENCES, VECTORS, strict=True)))
def test_memory_follows_the_published_formulae(answers, vector):
    memory = after(answers)
    assert (memory.stability, memory.difficulty) == pytest.approx(Reference().run(answers), rel=1e-12)
    assert (memory.stability, memory.difficulty) == pytest.approx(vector, rel=1e-7)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 400)), min_size=1, max_size=12),
    st.sampled_from([W, (*W[:19], 0.3, 0.5), tuple(value * 0.9 + 0.05 for value in W)]),
)
@settings(deadline=None)
def test_memory_follows_the_formulae_for_any_answers(answers, weights):
    memory = after(answers, settings=Settings(weights=weights))
    s, d = Reference(weights).run(answers)
    if s < 30_000:  # above it our hundred-year limit bites
        assert (memory.stability, memory.difficulty) == pytest.approx((s, d), rel=1e-9)


@pytest.mark.parametrize("retention", [0.70, 0.85, 0.90, 0.95, 0.99])
@pytest.mark.parametrize("answers", SEQUENCES)
def test_intervals_are_the_formulas_within_the_fuzz(answers, retention):
    chosen = Settings(desired_retention=retention)
    memory = after(answers, settings=chosen)
    result = outcomes(memory, now=NOW, study_day=memory.last_day + timedelta(days=3), settings=chosen, card_id=1)
    s, _ = Reference().run([*answers, (4, 3)])
    low, high = fuzz_range(Reference().interval(s, retention), least=1, most=36500)
    good = result[GOOD].interval_days or 0
    assert low <= result[EASY].interval_days <= max(high, good + 1)  # pushed up by the order at most by need


def test_the_defaults_are_those_of_fsrs_6():
    assert DEFAULT.weights == W
    assert DEFAULT.desired_retention == 0.90
    assert DEFAULT.learning_steps == (timedelta(minutes=1), timedelta(minutes=10))
    assert DEFAULT.relearning_steps == (timedelta(minutes=10),)


def test_two_evenings_in_a_row_are_a_day_apart_even_if_the_second_is_earlier():
    memory = after([(3, 0), (3, 0)])
    late = answer(memory, GOOD, DAY + timedelta(days=1), now=NOW)
    early = answer(memory, GOOD, DAY + timedelta(days=1), now=NOW - timedelta(hours=3))
    assert late == early
    s, d = Reference().run([(3, 0), (3, 0), (3, 1)])
    assert (early.memory.stability, early.memory.difficulty) == pytest.approx((s, d))


@pytest.mark.parametrize(
    ("zone", "evenings"),
    [
        # around both clock changes, and over 29 February: one study day apart, to FSRS as to the learner
        ("Europe/Helsinki", ("2026-03-28T18:00:00", "2026-03-29T16:00:00")),
        ("Europe/Helsinki", ("2026-10-24T18:00:00", "2026-10-25T20:30:00")),
        ("UTC", ("2028-02-28T20:00:00", "2028-02-29T07:00:00")),
        ("UTC", ("2028-02-29T20:00:00", "2028-03-01T07:00:00")),
    ],
)
def test_odd_nights_count_as_one_day(zone, evenings):
    days = [clock.study_day(datetime.fromisoformat(text).replace(tzinfo=UTC), zone, 4) for text in evenings]
    memory = Memory()
    for day in (days[0], days[0], days[1]):
        memory = answer(memory, GOOD, day).memory
    assert (memory.stability, memory.difficulty) == pytest.approx(Reference().run([(3, 0), (3, 0), (3, 1)]))


@given(st.integers(3, 5000), st.integers(0, 2**40))
def test_the_spread_is_deterministic_and_never_oversteps(days, card_id):
    memory = Memory(Phase.REVIEW, None, float(days), 5.0, None, DAY, DAY - timedelta(days=days), reps=9)
    result = answer(memory, HARD, DAY, card_id=card_id)
    s = Reference().stability(float(days), 5.0, 2, days)
    low, high = fuzz_range(Reference().interval(s, 0.9), least=1, most=36500)
    assert low <= result.interval_days <= high
    assert result == answer(memory, HARD, DAY, card_id=card_id)


def test_the_spread_uses_its_whole_range_and_changes_with_card_and_count():
    memory = Memory(Phase.REVIEW, None, 20.0, 5.0, None, DAY, DAY - timedelta(days=20), reps=9)
    days = {answer(memory, GOOD, DAY, card_id=card).interval_days for card in range(500)}
    s = Reference().stability(20.0, 5.0, 3, 20)
    low, high = fuzz_range(Reference().interval(s, 0.9), least=1, most=36500)
    assert days == set(range(low, high + 1))
    assert len({answer(replace(memory, reps=reps), GOOD, DAY).interval_days for reps in range(40)}) > 1


def test_retrievability_is_the_published_curve():
    memory = after([(3, 0), (3, 0), (3, 2)])
    for days in (0, 1, 10, 400):
        there = retrievability(memory, study_day=memory.last_day + timedelta(days=days), settings=DEFAULT)
        assert there == pytest.approx(Reference().recall(days, memory.stability))
    whole = replace(memory, stability=30.0)
    assert retrievability(whole, study_day=whole.last_day + timedelta(days=30), settings=DEFAULT) == pytest.approx(0.9)
    assert retrievability(Memory(), study_day=DAY, settings=DEFAULT) is None
