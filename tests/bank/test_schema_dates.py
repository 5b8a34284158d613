"""Dates are read as the Extended Date/Time Format has them, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank.schema_dates import span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2001", (2001, 1, 1), (2001, 12, 31)),
        ("2001-07", (2001, 7, 1), (2001, 7, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2001-07-16", (2001, 7, 16), (2001, 7, 16)),
        ("2001~", (2001, 1, 1), (2001, 12, 31)),
        ("2001-07?", (2001, 7, 1), (2001, 7, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2001-XX", (2001, 1, 1), (2001, 12, 31)),
        ("2001-07-XX", (2001, 7, 1), (2001, 7, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("2001/2012", (2001, 1, 1), (2012, 12, 31)),
        ("2001-07/2001-09-03", (2001, 7, 1), (2001, 9, 3)),
        ("1999~/200X", (1999, 1, 1), (2009, 12, 31)),
    ],
)
def test_a_date_spans_what_it_may_mean(text, first, last):
    assert span(text) == (date(*first), date(*last))


def test_an_open_end_is_open():
    assert span("2001/..") == (date(2001, 1, 1), date.max)
    assert span("../2012") == (date.min, date(2012, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "01",
        "2001-7",
        "2001-13",
        "2001-02-29",
        "2001-00",
        "16 July 2001",
        "2001-07-16T10:00",
        "2012/2001",
        "../..",
        "/2001",
        "2001/",
        "2001//2002",
        "201X-07",
        "2001-XX-07",
        "2001-21-03",
        "20X1",
        "2001-07-16~~",
        "0000",
        " 2001",
        "2001\n",
        "٢٠٠١",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the text itself
        span(text)


@given(st.text("0123456789X-/~?%. ", max_size=24))
def test_no_text_breaks_the_reader_of_dates(text):
    try:
        first, last = span(text)
    except ValueError:
        return
    assert first <= last
