"""Theme, about, privacy, health, and the pages for what goes wrong."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from crlearn.pages import views
from tests.cards.walk import text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_theme_is_kept_and_shown(client, chosen):
    response = client.post("/theme/", {"theme": chosen, "next": "/about/"})
    assert response.url == "/about/"
    assert f'data-theme="{chosen}"' in text(client.get("/about/"))


def test_the_devices_theme_takes_the_choice_back(client):
    client.post("/theme/", {"theme": "dark"})
    client.post("/theme/", {"theme": ""})
    assert "data-theme" not in text(client.get("/about/"))


@pytest.mark.parametrize(
    "after", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "", "nowhere", "home"]
)
def test_after_choosing_a_theme_one_stays_on_this_site(client, after):
    assert client.post("/theme/", {"theme": "dark", "next": after}).url == "/"


def test_a_theme_that_does_not_exist_is_refused_and_a_get_changes_nothing(client):
    assert client.post("/theme/", {"theme": 'x" onload="'}).status_code == 400
    assert client.get("/theme/", {"theme": "dark"}).status_code == 405
    assert "theme" not in client.cookies


@pytest.mark.parametrize("cookie", ["blue", '"><script>'])
def test_a_theme_cookie_that_somebody_made_up_is_not_believed(client, cookie):
    client.cookies["theme"] = cookie
    assert "data-theme" not in text(client.get("/about/"))


def test_single_keys_can_be_switched_off_and_on_again(client):
    assert "data-no-keys" not in text(client.get("/about/"))
    assert client.post("/keys/", {"keys": "off", "next": "/about/"}).url == "/about/"
    assert "data-no-keys" in text(client.get("/about/"))
    client.post("/keys/", {"keys": "on"})
    assert "data-no-keys" not in text(client.get("/about/"))


def test_keys_are_on_or_off_and_a_get_changes_nothing(client):
    assert client.post("/keys/", {"keys": "x"}).status_code == 400
    assert client.get("/keys/", {"keys": "off"}).status_code == 405
    assert "keys" not in client.cookies
    assert client.post("/keys/", {"keys": "off", "next": "//elsewhere.example/"}).url == "/"


@pytest.mark.parametrize("address", ["/about/", "/privacy/"])
def test_what_the_site_says_of_itself_is_only_read(client, address):
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_browser_that_asks_for_an_icon_is_led_to_it(client):
    assert client.get("/favicon.ico").url.endswith("favicon.svg")


def test_it_is_well_when_the_database_answers_and_opens_no_session_for_saying_so(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert client.post("/healthz", secure=True).status_code == 405


def test_it_is_not_well_when_the_database_does_not_answer(client):
    def refuse(*args):
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse):
        assert client.get("/healthz").status_code == 503


def test_an_address_that_leads_nowhere_says_so_in_the_look(client):
    page = client.get("/nothing/")
    assert page.status_code == 404
    assert "There is nothing here." in text(page)
    assert "crlearn/css/base.css" in text(page)


def test_a_form_without_its_token_says_what_to_do(db):
    page = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})
    assert page.status_code == 403
    assert "This form has grown too old." in text(page)


def test_a_fault_of_ours_says_so_without_touching_the_database(client, monkeypatch):
    def fail(*args):
        raise RuntimeError("a fault")

    monkeypatch.setattr(views.selectors, "document_rows", fail)
    client.raise_request_exception = False
    page = client.get("/")
    assert page.status_code == 500
    assert "Something broke on our side." in text(page)


def test_a_request_that_cannot_be_read_says_so_in_the_look(client):
    assert "That was not understood." in text(client.post("/theme/", {"theme": "blue"}))


def test_pages_allow_no_script_or_style_but_the_sites_own(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
