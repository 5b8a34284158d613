"""Dates as documents give them, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.lib.dates import edtf_text


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", ""),
        ("2001", "2001"),
        ("2018-01", "January 2018"),
        ("2001-07-16", "16 July 2001"),
        ("2001~", "about 2001"),
        ("196X", "the 1960s"),
        ("19XX", "the 1900s"),
        ("196X?", "about the 1960s"),
        ("2001-XX", "2001"),
        ("2001-XX-XX", "2001"),
        ("2001-07-XX", "July 2001"),
        ("2001-21", "spring 2001"),
        ("2001-24", "winter 2001"),
        ("1999/2006", "1999 to 2006"),
        ("196X/1975", "the 1960s to 1975"),
        ("2017-06/2021-11", "June 2017 to November 2021"),
        ("../2012", "until 2012"),
        ("2001/..", "since 2001"),
        ("2001-99", "2001-99"),
        ("soon", "soon"),
    ],
)
def test_in_words(edtf, words):
    assert edtf_text(edtf) == words


DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.integers(1000, 9999).map(str),
    st.integers(100, 999).map("{}X".format),
    st.tuples(st.integers(1000, 9999), st.integers(21, 24)).map(lambda pair: "{}-{}".format(*pair)),
)


@given(DATES, st.sampled_from(["{}", "{}~", "../{}", "{}/.."]))
def test_no_notation_is_left_to_the_reader(edtf, frame):
    words = edtf_text(frame.format(edtf))
    assert not any(mark in words for mark in ("X", "/", "..", "~", "-"))
