"""Signing in: by name or email; what the browser's guest had done comes along."""

import pytest
from django.contrib.sessions.models import Session

from crlearn.accounts import people
from crlearn.accounts.models import User
from crlearn.accounts.people import Holdings
from crlearn.bank.models import Report
from crlearn.quizzes.models import Attempt
from tests import make
from tests.accounts.test_signup import answer_first, signed_in
from tests.cards.walk import text
from tests.pages.test_account import study

pytestmark = pytest.mark.django_db
LOGIN, SECRET = "/accounts/login/", "a long enough secret"


@pytest.fixture
def alice(facts):
    user = make.make_user("alice", email="alice@example.org", time_zone="Europe/Helsinki", time_zone_chosen=True)
    user.set_password(SECRET)
    user.save()
    study(user, facts, 500)
    return user


def sign_in(client, name="alice", password=SECRET):
    return client.post(LOGIN, {"login": name, "password": password})


@pytest.mark.parametrize("name", ["alice", "ALICE", "alice@example.org", "Alice@Example.org", " alice "])
def test_one_signs_in_by_name_or_email(alice, client, name):
    assert sign_in(client, name).url == "/"
    assert signed_in(client) == alice.pk


def test_another_guest_merges_into_an_existing_account(alice, facts, client):
    guest = answer_first(client)
    study(guest, facts[1:], 10)
    make.make_card(guest, facts[0])  # a card of the same fact as one of the account's
    ids = set(guest.attempts.values_list("pk", flat=True)) | set(alice.attempts.values_list("pk", flat=True))
    assert "What you did in this browser comes along." in text(client.get(LOGIN))
    sign_in(client)
    assert signed_in(client) == alice.pk
    assert list(User.objects.all()) == [alice]
    assert set(alice.attempts.values_list("pk", flat=True)) == ids
    assert alice.cards.filter(fact=facts[0]).count() == 1
    assert alice.cards.filter(fact=facts[1]).count() == 1
    assert {report.reporter for report in Report.objects.all()} == {alice}
    alice.refresh_from_db()
    assert alice.time_zone == "Europe/Helsinki"


def test_after_the_merge_the_guests_attempts_open_in_the_account(alice, facts, client):
    attempt = answer_first(client).attempts.get()
    sign_in(client)
    assert client.get(f"/quizzes/{attempt.public_id}/1/").status_code == 200


def test_signing_in_begins_a_new_session_and_ends_the_guests(alice, facts, client):
    answer_first(client)
    old = client.session.session_key
    sign_in(client)
    assert client.session.session_key != old
    assert Session.objects.count() == 1


def test_a_wrong_password_changes_nothing_for_the_guest(alice, facts, client):
    guest = answer_first(client)
    page = sign_in(client, password="a wrong secret")
    assert "That name and password do not match." in text(page)
    assert signed_in(client) == guest.pk
    assert guest.attempts.count() == 1


def test_a_merge_that_fails_half_way_leaves_guest_and_account_as_they_were(alice, facts, client, monkeypatch):
    guest = answer_first(client)

    def fail(source, target):
        raise RuntimeError("half way")

    broken = Holdings("zz", fail, lambda user: None, lambda user: None)
    monkeypatch.setitem(people.REGISTERED, "zz", broken)
    client.raise_request_exception = False
    assert sign_in(client).status_code == 500
    assert User.objects.get(pk=guest.pk).is_guest
    assert guest.attempts.count() == 1
    monkeypatch.delitem(people.REGISTERED, "zz")
    assert client.get("/account/").status_code == 200
    assert signed_in(client) == guest.pk
    sign_in(client)
    assert signed_in(client) == alice.pk


def test_an_account_is_never_merged_into_another(alice, facts, client):
    bob = make.make_user("bob")
    study(bob, facts, 20)
    client.force_login(bob)
    sign_in(client)
    assert signed_in(client) == alice.pk
    assert Attempt.objects.filter(user=bob).count() == 1


def test_passwords_cannot_be_tried_without_end(alice, client):
    for _ in range(5):
        sign_in(client, password="a wrong secret")
    page = sign_in(client)
    assert "Too many tries went wrong." in text(page)
    assert "_auth_user_id" not in client.session


def test_many_tries_from_one_place_meet_a_page_that_says_so(alice, client):
    pages = [client.get(LOGIN) for _ in range(1)] + [sign_in(client, name=f"n{n}") for n in range(31)]
    assert pages[-1].status_code == 429
    assert "That was too often." in text(pages[-1])


def test_a_guest_cannot_sign_in_by_its_own_name(facts, client):
    guest = answer_first(client)
    client.logout()
    for password in ("", "!", guest.password):
        sign_in(client, guest.username, password)
        assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["password/change/", "password/set/", "email/", "reauthenticate/"])
def test_a_guest_is_led_from_what_only_accounts_have_to_making_one(facts, client, address):
    answer_first(client)
    assert client.get(f"/accounts/{address}").url == "/accounts/signup/"
    assert client.post(f"/accounts/{address}", {"password1": SECRET, "password2": SECRET}).url == "/accounts/signup/"
    assert not User.objects.get().has_usable_password()


def test_a_guest_is_not_signed_out_by_the_way_but_led_to_leaving(facts, client):
    answer_first(client)
    assert client.post("/accounts/logout/").url == "/account/"
    assert User.objects.filter(is_guest=True).exists()


def test_an_account_signs_out_and_changes_its_password(alice, client):
    client.force_login(alice)
    assert client.get("/accounts/password/change/").status_code == 200
    new = "another long secret"
    client.post("/accounts/password/change/", {"oldpassword": SECRET, "password1": new, "password2": new})
    assert client.get("/account/").status_code == 200
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session
    sign_in(client, password=new)
    assert signed_in(client) == alice.pk
