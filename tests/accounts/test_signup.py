"""Making an account: a guest's row becomes it, in place, with everything; or nothing happens."""

from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from crlearn.accounts.adapter import AccountAdapter
from crlearn.accounts.models import User
from tests import make
from tests.cards.walk import forms, text
from tests.pages.test_home import FIRST, first_form

pytestmark = pytest.mark.django_db
SIGNUP = "/accounts/signup/"
GOOD = {"username": "alice", "email": "", "password1": "a long enough secret"}


def answer_first(client):
    """Answer the newcomer's question: the visitor becomes a guest."""
    client.post(FIRST, first_form(client) | {"answer": "1"})
    return User.objects.get(is_guest=True)


def signed_in(client):
    return int(client.session["_auth_user_id"])


def test_a_guest_answers_signs_up_and_keeps_everything(facts, client):
    guest = answer_first(client)
    make.make_card(guest, facts[1])
    before = (guest.attempts.get().pk, guest.cards.count(), guest.encounters.count(), guest.date_joined)
    page = client.post(SIGNUP, GOOD, follow=True)
    account = User.objects.get()
    assert (account.pk, account.username, account.is_guest) == (guest.pk, "alice", False)
    assert (account.attempts.get().pk, account.cards.count(), account.encounters.count(), account.date_joined) == before
    assert signed_in(client) == account.pk
    assert "You are signed in as alice." in text(page)
    assert "due today" in text(page)
    client.logout()
    assert client.login(username="alice", password="a long enough secret")


def test_signing_up_changes_the_key_of_the_session_and_ends_the_old_one(facts, client):
    answer_first(client)
    old = client.session.session_key
    client.post(SIGNUP, GOOD)
    assert client.session.session_key != old
    assert not Session.objects.filter(session_key=old).exists()


def test_the_first_answer_begins_a_session_under_a_key_of_its_own(facts, client):
    client.get("/")
    answer_first(client)
    assert client.session.session_key


def test_somebody_new_makes_an_account_by_a_name_alone(facts, client):
    client.post(SIGNUP, GOOD)
    account = User.objects.get()
    assert (account.username, account.email, account.is_guest) == ("alice", "", False)
    assert signed_in(client) == account.pk


def test_a_name_that_is_an_email_is_also_the_address_to_set_a_new_password_by(facts, client, mailoutbox):
    client.post(SIGNUP, GOOD | {"username": "Alice@example.org"})
    assert User.objects.get().email == "alice@example.org"
    client.logout()
    client.post("/accounts/password/reset/", {"email": "alice@example.org"})
    assert mailoutbox[0].to == ["alice@example.org"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "bob"},
        {"username": "BOB"},
        {"username": "guest-7"},
        {"username": "Guest-" + "0" * 8},
        {"username": ""},
        {"username": "a b"},
        {"username": "bob@example.org"},
        {"email": "bob@example.org"},
        {"email": "no address"},
        {"password1": "short"},
        {"password1": ""},
        {"password1": "alice alice", "username": "alice-alice"},
    ],
)
def test_where_signing_up_fails_a_guest_stays_a_guest_with_everything(facts, client, wrong):
    make.make_user("bob", email="bob@example.org")
    guest = answer_first(client)
    row = User.objects.values().get(pk=guest.pk)
    page = client.post(SIGNUP, GOOD | wrong)
    assert page.status_code == 200
    assert "Something has to be mended." in text(page)
    assert User.objects.values().get(pk=guest.pk) == row
    assert signed_in(client) == guest.pk
    assert "Keep what this browser holds" in text(page)
    assert guest.attempts.count() == 1


@contextmanager
def taken_in_the_last_moment(monkeypatch):
    """Somebody else takes the name after it was found free, before it is saved."""
    check = AccountAdapter.clean_username

    def then_taken(self, username, shallow=False):
        name = check(self, username, shallow)
        make.make_user(name)
        return name

    with monkeypatch.context() as patch:
        patch.setattr(AccountAdapter, "clean_username", then_taken)
        yield


def test_a_name_taken_in_the_last_moment_leaves_the_guest_a_guest(facts, client, monkeypatch):
    guest = answer_first(client)
    row = User.objects.values().get(pk=guest.pk)
    with taken_in_the_last_moment(monkeypatch):
        page = client.post(SIGNUP, GOOD)
    assert "Somebody has this name already." in text(page)
    assert User.objects.values().get(pk=guest.pk) == row
    assert signed_in(client) == guest.pk


def test_somebody_with_an_account_is_not_asked_to_make_another(facts, client):
    alice = make.make_user("alice")
    client.force_login(alice)
    assert client.get(SIGNUP).url == "/"
    assert client.post(SIGNUP, GOOD | {"username": "second"}).url == "/"
    assert User.objects.count() == 1


def test_the_page_says_what_an_email_is_for_and_that_no_mail_is_sent_where_none_is(db, client, settings):
    settings.EMAIL_IS_SENT = True
    assert "to set a new password when you have forgotten yours" in text(client.get(SIGNUP))
    settings.EMAIL_IS_SENT = False
    assert "this site sends no mail" in text(client.get(SIGNUP))


def test_signing_up_goes_on_to_where_one_came_from_but_never_to_another_site(facts, client):
    assert client.post(SIGNUP, GOOD | {"next": "/documents/"}).url == "/documents/"
    client.logout()
    assert client.post(SIGNUP, GOOD | {"username": "b", "next": "https://elsewhere.example/"}).url == "/"


def test_the_form_without_scripts_holds_all_it_needs(db, client):
    fields = forms(client.get(SIGNUP))[SIGNUP]
    assert {"username", "email", "password1"} <= set(fields)
    assert client.get(reverse("account_login")).status_code == 200
