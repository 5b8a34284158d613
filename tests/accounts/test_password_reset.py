"""A forgotten password: by mail, or, where none is sent, by what the server prints."""

import re

import pytest

from tests import make
from tests.accounts.test_signup import signed_in
from tests.cards.walk import forms, text

pytestmark = pytest.mark.django_db
RESET, NEW = "/accounts/password/reset/", "a wholly new secret"


@pytest.fixture
def alice(db, settings):
    settings.EMAIL_IS_SENT = True
    return make.make_user("alice", email="alice@example.org")


def ask(client, email="alice@example.org"):
    return client.post(RESET, {"email": email}, follow=True)


def link_in(mail):
    return re.search(r"http://testserver(/\S+)", mail.body)[1]


def set_password(client, link):
    page = client.get(link, follow=True)
    (address,) = [action for action in forms(page) if "reset/key" in action]
    return client.post(address, {"password1": NEW, "password2": NEW}, follow=True)


def test_the_mails_link_sets_a_new_password(alice, client, mailoutbox):
    assert "Look into your mail" in text(ask(client))
    assert "Your name is alice." in mailoutbox[0].body
    assert "Your password is changed." in text(set_password(client, link_in(mailoutbox[0])))
    client.post("/accounts/login/", {"login": "alice", "password": NEW})
    assert signed_in(client) == alice.pk


def test_a_link_works_once(alice, client, mailoutbox):
    ask(client)
    link = link_in(mailoutbox[0])
    set_password(client, link)
    assert "used already, or it is too old" in text(client.get(link, follow=True))


def test_nobody_learns_whether_an_address_has_an_account(alice, client, mailoutbox):
    known, unknown = text(ask(client)), text(ask(client, "nobody@example.org"))
    token = re.compile(r'csrfmiddlewaretoken" value="\w+|X-CSRFToken": "\w+')
    assert token.sub("", known) == token.sub("", unknown)
    assert [mail.to for mail in mailoutbox] == [["alice@example.org"], ["nobody@example.org"]]
    assert "/key/" not in mailoutbox[1].body


def test_where_no_mail_is_sent_the_pages_say_where_the_message_goes_and_whom_to_ask(alice, client, settings):
    settings.EMAIL_IS_SENT = False
    for page in (text(client.get(RESET)), text(ask(client))):
        assert "printed" in page
        assert "who runs this site" in page
        assert "Look into your mail" not in page


def test_a_text_that_is_no_address_is_said_to_be_none(db, client, mailoutbox):
    assert "Something has to be mended." in text(ask(client, "alice"))
    assert not mailoutbox
