"""Guests, their clock, and when they were here."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from crlearn.accounts import services
from crlearn.accounts.models import User
from crlearn.accounts.zones import zone_choices
from tests import make
from tests.accounts.test_signup import answer_first

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("cookie", ["Europe/Helsinki", "Europe%2FHelsinki"])
def test_a_guest_lives_in_the_zone_that_the_browser_tells(facts, client, cookie):
    client.cookies["tz"] = cookie
    assert answer_first(client).time_zone == "Europe/Helsinki"


@pytest.mark.parametrize("cookie", ["", "Mars/Olympus", "../../etc/passwd", "%00", "Europe", "x" * 4000])
def test_a_zone_that_does_not_exist_is_not_believed(facts, client, cookie):
    client.cookies["tz"] = cookie
    assert answer_first(client).time_zone == "UTC"
    assert client.get("/").status_code == 200


def test_a_guest_that_moves_is_followed(facts, client):
    guest = answer_first(client)
    client.cookies["tz"] = "Asia/Tokyo"
    client.get("/")
    guest.refresh_from_db()
    assert guest.time_zone == "Asia/Tokyo"


def test_being_here_is_noted_twice_a_day_at_most_and_renews_the_cookie(facts, at, client):
    guest = answer_first(client)
    at(make.NOW + 11 * HOUR)
    assert "sessionid" not in client.get("/about/").cookies
    guest.refresh_from_db()
    assert guest.last_seen_at == make.NOW
    at(make.NOW + 13 * HOUR)
    assert client.get("/about/").cookies["sessionid"]["max-age"] == 400 * 24 * 3600
    guest.refresh_from_db()
    assert guest.last_seen_at == make.NOW + 13 * HOUR


def test_reading_makes_no_guest_and_no_session(facts, client):
    for address in ("/", "/documents/", "/documents/crs-2023/", "/cards/", "/quizzes/", "/about/", "/accounts/login/"):
        assert client.get(address).status_code == 200
    assert not User.objects.exists()
    assert not Session.objects.exists()


def test_a_guest_who_signs_up_between_the_search_and_the_erasing_is_kept(db):
    guest = make.make_guest(last_seen_at=make.NOW - timedelta(days=200))
    User.objects.filter(pk=guest.pk).update(is_guest=False)
    assert services._guest_expire(guest.pk, make.NOW) is False
    assert User.objects.filter(pk=guest.pk).exists()


def test_merging_the_same_guest_twice_does_nothing_the_second_time(db):
    guest, account = make.make_guest(), make.make_user()
    services.people_merge(source=guest, target=account)
    again = User(pk=guest.pk or 1, is_guest=True)
    services.people_merge(source=again, target=account)
    assert list(User.objects.all()) == [account]


def test_every_zone_to_choose_is_one_that_the_clock_knows():
    names = [name for _, zones in zone_choices() for name, _ in zones]
    assert {"UTC", "Europe/Helsinki", "America/Argentina/Ushuaia"} <= set(names)
    assert len(names) == len(set(names))
