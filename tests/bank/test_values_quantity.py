"""A quantity is right however it is written; another number, unit or bound never is."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crlearn.bank.values import Key, compare_quantity, parse_quantity
from tests.bank.number_words import in_words


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "unit"),
    [
        ("42", 42, 42, "", ""),
        ("forty-two", 42, 42, "", ""),
        ("1,000", 1000, 1000, "", ""),
        ("1 000 000", 10**6, 10**6, "", ""),
        ("1.000.000", 10**6, 10**6, "", ""),
        ("1,000.5", 1000.5, 1000.5, "", ""),
        ("1.000,5", 1000.5, 1000.5, "", ""),
        ("3.1", Fraction(31, 10), Fraction(31, 10), "", ""),
        ("3,1", Fraction(31, 10), Fraction(31, 10), "", ""),
        ("3,14", Fraction(314, 100), Fraction(314, 100), "", ""),
        ("0,125", Fraction(1, 8), Fraction(1, 8), "", ""),
        ("1.000", 1, 1, "", ""),
        ("-5", -5, -5, "", ""),
        ("minus 5", -5, -5, "", ""),
        ("9th", 9, 9, "", ""),
        ("twenty-first", 21, 21, "", ""),
        ("a hundred", 100, 100, "", ""),
        ("two thousand and nineteen", 2019, 2019, "", ""),
        ("nineteen ninety-six", 1996, 1996, "", ""),
        ("one million two hundred thousand", 1_200_000, 1_200_000, "", ""),
        ("2.5k", 2500, 2500, "", ""),
        ("$3.1 billion", 3_100_000_000, 3_100_000_000, "", "USD"),
        ("US$ 3.1bn", 3_100_000_000, 3_100_000_000, "", "USD"),
        ("3.1 billion US dollars", 3_100_000_000, 3_100_000_000, "", "USD"),
        ("3,100 million USD", 3_100_000_000, 3_100_000_000, "", "USD"),
        ("49%", 49, 49, "", "percent"),
        ("49 per cent", 49, 49, "", "percent"),
        ("49 percentage points", 49, 49, "", "percentage point"),
        ("34–60", 34, 60, "", ""),
        ("34 - 60", 34, 60, "", ""),
        ("34 to 60", 34, 60, "", ""),
        ("between 34 and 60", 34, 60, "", ""),
        ("from 34 to 60 exercises", 34, 60, "", ""),
        ("$3–4 billion", 3 * 10**9, 4 * 10**9, "", "USD"),
        ("three to four billion dollars", 3 * 10**9, 4 * 10**9, "", "USD"),
        ("500 million to 1 billion", 5 * 10**8, 10**9, "", ""),
        ("2017–20", 2017, 2020, "", ""),
        ("2021-2025", 2021, 2025, "", ""),
        ("60 to 34", 34, 60, "", ""),
        ("more than 30", 30, 30, "min", ""),
        ("over 30", 30, 30, "min", ""),
        ("> 30", 30, 30, "min", ""),
        ("30+", 30, 30, "min", ""),
        ("30 plus", 30, 30, "min", ""),
        ("30 or more exercises", 30, 30, "min", ""),
        ("at least 5", 5, 5, "min", ""),
        ("no fewer than 5", 5, 5, "min", ""),
        ("not less than 5", 5, 5, "min", ""),
        ("just over 30", 30, 30, "min", ""),
        ("more than $30 billion", 30 * 10**9, 30 * 10**9, "min", "USD"),
        ("not more than 5", 5, 5, "max", ""),
        ("up to 5", 5, 5, "max", ""),
        ("fewer than 5", 5, 5, "max", ""),
        ("≤5", 5, 5, "max", ""),
        ("5 at most", 5, 5, "max", ""),
        ("about 60", 60, 60, "about", ""),
        ("~60", 60, 60, "about", ""),
        ("60 or so", 60, 60, "about", ""),
        ("nearly 60 per cent", 60, 60, "about", "percent"),
    ],
)
def test_a_quantity_is_read(text, low, high, bound, unit):
    found = parse_quantity(text)
    assert found is not None
    assert (found.low, found.high, found.bound, found.unit) == (low, high, bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "billion",
        "42 or 43",
        "not 42",
        "1/3",
        "one third",
        "10²",
        "½",
        "1,00,00",
        "3..1",
        "34 60",
        "1e9",
        "more than",
        "it was more than 30",
        "at least 5 or fewer",
        "more than 30 at most",
        "100 dollars to 200 euros",
        "9" * 5000,
        "²",
        "٣²",
    ],
)
def test_what_is_no_quantity_is_not_read(text):
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    ("written", "answer", "unit", "score", "code"),
    [
        # exact
        ("42", "42", "", 1, "right"),
        ("about 42", "42", "", 1, "right"),
        ("42 times", "42", "", 1, "right"),
        ("43", "42", "", 0, "wrong_number"),
        ("more than 42", "42", "", 0, "wrong_bound"),
        ("40 to 45", "42", "", 0, "too_wide"),
        ("42 million", "42", "", 0, "wrong_scale"),
        ("42%", "42", "", 0, "wrong_unit"),
        ("$42", "42", "", 0, "wrong_unit"),
        ("the 1960s", "1960", "", 0, "wrong_unit"),
        ("July 2001", "2001", "", 1, "right"),
        ("no idea", "42", "", 0, "not_a_number"),
        # a unit that the page shows
        ("3.1", "3.1", "billion US dollars", 1, "right"),
        ("3.1 billion", "3.1", "billion US dollars", 1, "right"),
        ("$3.1bn", "3.1", "billion US dollars", 1, "right"),
        ("3,100,000,000", "3.1", "billion US dollars", 1, "right"),
        ("3.1 dollars", "3.1", "billion US dollars", 1, "right"),
        ("3.1 million dollars", "3.1", "billion US dollars", 0, "wrong_scale"),
        ("3.1 trillion", "3.1", "billion US dollars", 0, "wrong_scale"),
        ("3.1 billion euros", "3.1", "billion US dollars", 0, "wrong_unit"),
        ("3.1%", "3.1", "billion US dollars", 0, "wrong_unit"),
        ("31", "3.1", "billion US dollars", 0, "wrong_number"),
        ("one thousand", "1000", "billion US dollars", 1, "right"),
        ("3.1 thousand", "3.1", "billion US dollars", 0, "wrong_scale"),
        ("42 times", "42", "times", 1, "right"),
        ("42 planes", "42", "times", 0, "wrong_unit"),
        ("10 exercises", "10", "joint exercises", 1, "right"),
        ("10 naval exercises", "10", "joint exercises", 1, "right"),
        ("49%", "49", "percent", 1, "right"),
        ("49 per cent of imports", "49", "percent", 1, "right"),
        ("49 percentage points", "49", "percent", 0, "wrong_unit"),
        ("5 months", "5", "years", 0, "wrong_unit"),
        # a unit that it does not show
        ("49", "49%", "", 1, "unit_missing"),
        ("3.1 billion", "$3.1 billion", "", 1, "unit_missing"),
        ("3.1", "$3.1 billion", "", 0.5, "unit_missing"),
        ("3.1 billion euros", "$3.1 billion", "", 0, "wrong_unit"),
        # bounds
        ("over 30", "more than 30", "", 1, "right"),
        ("30+", "more than 30", "", 1, "right"),
        ("at least 30", "more than 30", "", 1, "right"),
        ("30", "more than 30", "", 1, "bound_missing"),
        ("about 30", "more than 30", "", 1, "bound_missing"),
        ("less than 30", "more than 30", "", 0, "wrong_bound"),
        ("more than 29", "more than 30", "", 0, "wrong_number"),
        ("31", "more than 30", "", 0, "wrong_number"),
        ("60", "about 60", "", 1, "right"),
        ("more than 60", "about 60", "", 0, "wrong_bound"),
        # ranges
        ("34 to 60", "34–60", "", 1, "right"),
        ("34-60 exercises", "34–60", "exercises", 1, "right"),
        ("34", "34–60", "", 0.5, "half_range"),
        ("60", "34–60", "", 0.5, "half_range"),
        ("34–61", "34–60", "", 0.5, "half_range"),
        ("45", "34–60", "", 0, "wrong_number"),
        ("over 34", "34–60", "", 0, "wrong_bound"),
        ("30–70", "34–60", "", 0, "too_wide"),
    ],
)
def test_quantities_are_compared(written, answer, unit, score, code):
    found = compare_quantity(written, Key.of(answer, unit))
    assert (found.score, found.code) == (score, code)


def test_a_scale_in_the_answer_is_not_shown_by_its_unit():
    key = Key.of("3.1 billion", "US dollars")
    assert compare_quantity("3.1 billion", key).code == "right"
    assert compare_quantity("3.1 bn dollars", key).code == "right"
    assert (compare_quantity("3.1", key).score, compare_quantity("3.1", key).code) == (0.5, "unit_missing")
    assert compare_quantity("3.1 million", key).score == 0


def test_a_tolerance_is_in_the_unit_of_the_answer():
    key = Key.of("3.1", "billion US dollars", (), Fraction(1, 10))
    assert compare_quantity("3.2", key).code == "right"
    assert compare_quantity("3,200 million", key).code == "right"
    assert compare_quantity("3.21", key).code == "wrong_number"


def test_an_accepted_unit_is_a_unit():
    key = Key.of("38", "billion cubic metres", ("bcm",))
    assert compare_quantity("38 bcm", key).code == "right"
    assert compare_quantity("38 mcm", key).code == "wrong_unit"


INTEGERS = st.integers(-(10**9), 10**15)
UNITS = st.sampled_from(["", "times", "percent", "billion US dollars", "joint exercises"])


@given(INTEGERS, UNITS, st.sampled_from(["{}", "{:,}", " {} ", "{}.0", "{:,}.00"]))
def test_a_key_equals_itself_however_it_is_written(number, unit, frame):
    assert compare_quantity(frame.format(number), Key.of(str(number), unit)).code == "right"
    assert compare_quantity(f"{number} {unit}", Key.of(str(number), unit)).code == "right"


@given(st.integers(0, 9999), UNITS)
def test_a_key_equals_itself_in_words(number, unit):
    assert compare_quantity(in_words(number), Key.of(str(number), unit)).code == "right"
    assert compare_quantity(str(number), Key.of(in_words(number), unit)).code == "right"


@given(INTEGERS, INTEGERS, UNITS, st.sampled_from(["{}", "{:,}", "about {}", "more than {}"]))
def test_another_integer_never_passes(one, other, unit, frame):
    assume(one != other)
    assume(unit != "billion US dollars" or one != other * 10**9)  # the same value, written out
    assert compare_quantity(frame.format(one), Key.of(str(other), unit)).score == 0


@given(
    st.integers(0, 5000), st.integers(1, 5000), st.sampled_from(["{}–{}", "{} to {}", "between {} and {}", "{:,}-{:,}"])
)
def test_a_range_equals_itself_and_no_other(low, more, frame):
    key = Key.of(f"{low}–{low + more}")
    assert compare_quantity(frame.format(low, low + more), key).code == "right"
    assert compare_quantity(frame.format(low + 1, low + more + 1), key).score < 1
