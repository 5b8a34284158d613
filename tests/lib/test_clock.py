"""A study day turns when the learner's wall clock shows the rollover hour, whatever else clocks do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.lib import clock

ZONES = [
    "UTC",
    "Europe/Helsinki",
    "America/New_York",
    "America/St_Johns",  # half an hour off
    "Australia/Lord_Howe",  # clocks change by half an hour
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Pacific/Apia",  # skipped 30 December 2011
    "Pacific/Kiritimati",
    "America/Havana",  # clocks change at midnight
    "Asia/Beirut",
    "Atlantic/Azores",
    "Antarctica/Troll",  # clocks change by two hours
]


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "zone", "hour", "day"),
    [
        # an ordinary night: 03:59 still belongs to yesterday
        ("2026-01-15T01:59:59", "Europe/Helsinki", 4, date(2026, 1, 14)),
        ("2026-01-15T02:00:00", "Europe/Helsinki", 4, date(2026, 1, 15)),
        ("2026-01-15T00:00:00", "UTC", 0, date(2026, 1, 15)),
        ("2026-01-15T22:59:59", "UTC", 23, date(2026, 1, 14)),
        # clocks forward (Helsinki, 29 March 2026, 03:00 becomes 04:00): the day turns at once
        ("2026-03-29T00:59:59", "Europe/Helsinki", 4, date(2026, 3, 28)),
        ("2026-03-29T01:00:00", "Europe/Helsinki", 4, date(2026, 3, 29)),
        # clocks back (25 October 2026, 04:00 becomes 03:00): the second 03:30 is night again
        ("2026-10-25T00:30:00", "Europe/Helsinki", 4, date(2026, 10, 24)),
        ("2026-10-25T01:30:00", "Europe/Helsinki", 4, date(2026, 10, 24)),
        ("2026-10-25T02:00:00", "Europe/Helsinki", 4, date(2026, 10, 25)),
        # a rollover hour that does not exist (New York, 8 March 2026, 02:00 becomes 03:00)
        ("2026-03-08T06:59:59", "America/New_York", 2, date(2026, 3, 7)),
        ("2026-03-08T07:00:00", "America/New_York", 2, date(2026, 3, 8)),
        # a rollover hour that comes twice (1 November 2026, 02:00 becomes 01:00): the first one counts
        ("2026-11-01T04:59:59", "America/New_York", 1, date(2026, 10, 31)),
        ("2026-11-01T05:00:00", "America/New_York", 1, date(2026, 11, 1)),
        ("2026-11-01T06:00:00", "America/New_York", 1, date(2026, 11, 1)),
        # leap days
        ("2028-02-29T03:00:00", "UTC", 4, date(2028, 2, 28)),
        ("2028-02-29T04:00:00", "UTC", 4, date(2028, 2, 29)),
        ("2028-03-01T03:00:00", "UTC", 4, date(2028, 2, 29)),
        ("2026-03-01T03:00:00", "UTC", 4, date(2026, 2, 28)),
    ],
)
def test_study_day(moment, zone, hour, day):
    assert clock.study_day(utc(moment), zone, hour) == day


def test_a_flight_from_tokyo_to_new_york_repeats_a_study_day_but_skips_none():
    leaving = utc("2026-05-10T01:00:00")  # 10:00 in Tokyo
    landing = leaving + timedelta(hours=13)  # 10:00 in New York, the same date
    assert clock.study_day(leaving, "Asia/Tokyo", 4) == date(2026, 5, 10)
    assert clock.study_day(landing, "America/New_York", 4) == date(2026, 5, 10)
    late = utc("2026-05-10T20:00:00")  # 05:00 on the 11th in Tokyo, the 10th in New York
    assert clock.study_day(late, "Asia/Tokyo", 4) == date(2026, 5, 11)
    assert clock.study_day(late, "America/New_York", 4) == date(2026, 5, 10)


def test_now_may_be_given_in_any_zone():
    tokyo = utc("2026-05-10T01:00:00").astimezone(clock.zone("Asia/Tokyo"))
    assert clock.study_day(tokyo, "America/New_York", 4) == date(2026, 5, 9)


@pytest.mark.parametrize(
    "name", ["", "Europe/Nowhere", "America", "../etc/passwd", "/etc/passwd", "a\0b", "x" * 5000, "Европа/Хельсинки"]
)
def test_an_unknown_zone_is_named_in_the_error(name):
    with pytest.raises(clock.UnknownZone, match="Unknown time zone") as caught:
        clock.study_day(utc("2026-01-01T00:00:00"), name, 4)
    assert caught.value.name == name
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("hour", [-1, 24, 4.5])
def test_a_rollover_hour_is_one_of_24(hour):
    with pytest.raises(ValueError, match="rollover_hour"):
        clock.study_day(utc("2026-01-01T00:00:00"), "UTC", hour)


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        clock.study_day(datetime(2026, 1, 1), "UTC", 4)
    with pytest.raises(ValueError, match="aware"):
        clock.next_rollover(datetime(2026, 1, 1), "UTC", 4)


def test_now_is_utc():
    assert clock.now().utcoffset() == timedelta(0)


def test_noon_is_the_noon_of_that_date_in_utc():
    assert clock.noon(date(2028, 2, 29)) == utc("2028-02-29T12:00:00")


@pytest.mark.parametrize(
    ("moment", "zone", "hour", "turns"),
    [
        ("2026-01-15T12:00:00", "Europe/Helsinki", 4, "2026-01-16T02:00:00"),
        ("2026-01-15T01:59:59.999", "Europe/Helsinki", 4, "2026-01-15T02:00:00"),
        ("2026-01-15T02:00:00", "Europe/Helsinki", 4, "2026-01-16T02:00:00"),
        ("2026-03-28T12:00:00", "Europe/Helsinki", 4, "2026-03-29T01:00:00"),  # a study day of 23 hours
        ("2026-10-24T12:00:00", "Europe/Helsinki", 4, "2026-10-25T02:00:00"),  # and of 25
        ("2026-03-07T12:00:00", "America/New_York", 2, "2026-03-08T07:00:00"),
        ("2026-10-31T12:00:00", "America/New_York", 1, "2026-11-01T05:00:00"),
        ("2011-12-30T09:00:00", "Pacific/Apia", 4, "2011-12-30T10:00:00"),  # the date jumps by two
    ],
)
def test_next_rollover(moment, zone, hour, turns):
    assert clock.next_rollover(utc(moment), zone, hour) == utc(turns)


@given(
    moment=st.datetimes(datetime(2005, 1, 1), datetime(2037, 12, 1)),
    zone=st.sampled_from(ZONES),
    hour=st.integers(1, 23),
)
def test_next_rollover_is_the_second_in_which_the_study_day_turns(moment, zone, hour):
    now = moment.replace(tzinfo=UTC)
    today = clock.study_day(now, zone, hour)
    turns = clock.next_rollover(now, zone, hour)
    assert now < turns <= now + timedelta(hours=30)
    assert clock.study_day(turns, zone, hour) > today
    assert clock.study_day(turns - timedelta(seconds=1), zone, hour) <= today


@given(
    moment=st.datetimes(datetime(2005, 1, 1), datetime(2037, 12, 1)),
    wait=st.timedeltas(timedelta(0), timedelta(days=3)),
    zone=st.sampled_from(ZONES),
    hour=st.integers(1, 12),
)
def test_in_one_place_study_days_never_go_back(moment, wait, zone, hour):
    now = moment.replace(tzinfo=UTC)
    assert clock.study_day(now, zone, hour) <= clock.study_day(now + wait, zone, hour)
