"""A person's own page: preferences, everything as a file, erasing, leaving."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.bank.models import Report
from crlearn.cards.models import Card, CardEvent, Encounter, StudySettings
from crlearn.quizzes import services as quizzes
from crlearn.quizzes.models import Attempt, Response
from tests import make
from tests.cards.walk import forms, text

pytestmark = pytest.mark.django_db
ACCOUNT, ERASE, LEAVE = "/account/", "/account/erase/", "/account/leave/"
GOOD = {
    "name": "alice",
    "time_zone": "Europe/Helsinki",
    "rollover_hour": "5",
    "desired_retention": "85",
    "new_per_day": "7",
    "reviews_per_day": "50",
    "maximum_interval": "365",
}


def study(user, facts, number):
    """An answered quiz, a card with a grade, and a report of somebody's."""
    version = facts[0].questions.get(kind="short_answer").current
    attempt = quizzes.attempt_start(
        user=user,
        purpose=Attempt.Purpose.QUIZ,
        versions=[version.pk],
        client_uuid=make.uuid(number),
        now=make.NOW,
    )
    quizzes.response_submit(
        item=attempt.items.get(),
        form={"answer": [f"wrong answer {number}"]},
        gave_up=False,
        client_uuid=make.uuid(number + 1),
        now=make.NOW,
    )
    quizzes.report_make(version=version, by=user, text=f"report {number}", client_uuid=make.uuid(number + 2))


@pytest.fixture
def alice(facts, client):
    user = make.make_user("alice", email="alice@example.org", last_seen_at=make.NOW)
    study(user, facts, 10)
    client.force_login(user)
    return user


@pytest.fixture
def bob(facts):
    user = make.make_user("bob")
    study(user, facts, 20)
    return user


@pytest.fixture
def guest(facts, client):
    user = make.make_guest(last_seen_at=make.NOW)
    study(user, facts, 30)
    client.force_login(user)
    return user


@pytest.mark.parametrize("address", [ACCOUNT, ERASE, "/account/data/"])
def test_somebody_unknown_is_asked_to_sign_in_and_comes_back(db, client, address):
    assert client.get(address).url == f"{reverse('account_login')}?next={address}"


def test_preferences_are_kept(alice, client):
    assert client.post(ACCOUNT, GOOD).url == ACCOUNT
    alice.refresh_from_db()
    assert (alice.time_zone, alice.time_zone_chosen, alice.rollover_hour) == ("Europe/Helsinki", True, 5)
    row = StudySettings.objects.get(user=alice)
    assert (str(row.desired_retention), row.new_per_day, row.maximum_interval) == ("0.85", 7, 365)
    assert 'value="Europe/Helsinki" selected' in text(client.get(ACCOUNT))


def test_a_chosen_zone_stands_against_the_browsers_until_it_is_given_back(alice, client):
    client.post(ACCOUNT, GOOD)
    client.cookies["tz"] = "Asia%2FTokyo"
    client.get("/")
    assert User.objects.get(pk=alice.pk).time_zone == "Europe/Helsinki"
    client.post(ACCOUNT, GOOD | {"time_zone": ""})
    client.get("/")
    assert User.objects.get(pk=alice.pk).time_zone == "Asia/Tokyo"


def test_a_name_can_be_changed_to_one_that_is_free(alice, bob, client):
    client.post(ACCOUNT, GOOD | {"name": "Alice"})
    assert User.objects.get(pk=alice.pk).username == "Alice"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "BOB"},
        {"name": "guest-1"},
        {"name": ""},
        {"name": "a b c"},
        {"time_zone": "Mars/Olympus"},
        {"rollover_hour": "13"},
        {"rollover_hour": "x"},
        {"desired_retention": "100"},
        {"new_per_day": "-1"},
    ],
)
def test_what_cannot_be_is_said_and_nothing_of_the_form_is_kept(alice, bob, client, wrong):
    before = User.objects.values().get(pk=alice.pk)
    page = client.post(ACCOUNT, GOOD | wrong)
    assert page.status_code == 422
    assert "Something has to be mended." in text(page)
    assert User.objects.values().get(pk=alice.pk) == before
    assert StudySettings.objects.get(user=alice).new_per_day == 20


def test_a_guest_is_offered_to_keep_it_and_has_preferences_but_no_name(guest, client):
    page = text(client.get(ACCOUNT))
    assert reverse("account_signup") in page
    assert reverse("account_login") in page
    assert reverse("account_change_password") not in page
    name = guest.username
    client.post(ACCOUNT, GOOD)
    guest.refresh_from_db()
    assert (guest.username, guest.time_zone, guest.is_guest) == (name, "Europe/Helsinki", True)


def test_everything_of_ones_own_can_be_downloaded_and_nothing_of_others(alice, bob, client):
    response = client.get("/account/data/")
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    data = response.json()
    assert data["account"]["name"] == "alice"
    assert data["quizzes"]["attempts"][0]["items"][0]["answers"][0]["answer"] == {"text": "wrong answer 10"}
    assert data["quizzes"]["reports"][0]["text"] == "report 10"
    assert data["cards"]["cards"][0]["events"]
    assert "wrong answer 20" not in response.content.decode()
    assert "report 20" not in response.content.decode()


def test_a_guests_download_does_not_show_the_name_that_only_the_server_uses(guest, client):
    assert client.get("/account/data/").json()["account"]["name"] == ""


def erase(client):
    """Go through both questions, as a browser without scripts does."""
    client.get(ERASE)
    assert "no way back" in text(client.post(ERASE))
    return client.post(ERASE, {"sure": "2"})


def test_erasing_is_asked_twice(alice, client):
    assert "no way back" not in text(client.get(ERASE))
    client.post(ERASE)
    assert User.objects.filter(pk=alice.pk).exists()
    assert "sure" not in forms(client.get(ERASE))[ERASE]


@pytest.mark.parametrize("who", ["alice", "guest"])
def test_erasing_takes_all_of_one_person_and_nothing_of_another(request, bob, client, who):
    person = request.getfixturevalue(who)
    before = {model: model.objects.count() for model in (Attempt, Response, Card, CardEvent, Encounter)}
    assert erase(client).url == "/"
    assert not User.objects.filter(pk=person.pk).exists()
    assert User.objects.filter(pk=bob.pk).exists()
    after = {model: model.objects.count() for model in before}
    assert after == {model: count // 2 for model, count in before.items()}
    assert [report.reporter for report in Report.objects.order_by("pk")].count(None) == 1


def test_after_erasing_the_browser_is_a_newcomers(alice, client):
    response = erase(client)
    assert not client.session.keys()
    assert "sessionid" not in client.cookies or not client.cookies["sessionid"].value
    assert '"storage"' in response["Clear-Site-Data"]
    assert "No account needed." in text(client.get("/"))


def test_an_account_that_leaves_is_signed_out_and_keeps_everything(alice, client):
    client.cookies["theme"] = "dark"
    client.cookies["keys"] = "off"
    client.cookies["tz"] = "UTC"
    assert client.post(LEAVE).url == "/"
    assert User.objects.filter(pk=alice.pk).exists()
    assert alice.attempts.count() == 1
    assert not any(client.cookies[name].value for name in ("sessionid", "theme", "keys", "tz"))
    assert not Session.objects.exists()


def test_a_guest_that_leaves_is_told_first_and_then_erased(guest, bob, client):
    page = client.post(LEAVE)
    assert "They cannot be brought back." in text(page)
    assert User.objects.filter(pk=guest.pk).exists()
    assert client.post(LEAVE, {"sure": "1"}).url == "/"
    assert not User.objects.filter(pk=guest.pk).exists()
    assert list(Attempt.objects.values_list("user", flat=True)) == [bob.pk]
    assert not Session.objects.exists()


def test_a_guest_may_come_back_to_the_page_that_asks_and_it_erases_nothing(guest, client):
    page = client.get(LEAVE, {"sure": "1"})
    assert "They cannot be brought back." in text(page)
    assert User.objects.filter(pk=guest.pk).exists()


def test_the_cookies_of_neighbouring_sites_stay(alice, client):
    assert "cookies" not in client.post(LEAVE)["Clear-Site-Data"]


def test_leaving_by_mistake_needs_a_post_and_somebody_unknown_may_leave_too(alice, client):
    assert client.get(LEAVE).url == ACCOUNT
    assert client.get(ACCOUNT).status_code == 200
    client.logout()
    assert client.post(LEAVE).url == "/"


def test_a_guests_row_that_is_gone_already_does_no_harm(guest, client):
    User.objects.filter(pk=guest.pk).delete()
    assert client.get("/").status_code == 200
    assert client.post(LEAVE, {"sure": "1"}).url == "/"
