"""The site as others meet it: started by `make serve`, with hashed files, its logs, its error pages and its mail."""

import json
import re
import subprocess
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.e2e import looks, servers
from tests.e2e.mailbox import Mailbox

PASSWORD = "a long river of words"
NEW_PASSWORD = "another river, longer still"


@pytest.fixture(scope="module")
def mailbox():
    box = Mailbox()
    yield box
    box.close()


@pytest.fixture(scope="module")
def server(site, database_url, var_dir, mailbox):
    """A production server on the database of `site`."""
    running = servers.production(var_dir, database_url, EMAIL_URL=mailbox.url)
    yield running
    running.stop()


@pytest.fixture
def visit(person, server):
    return person(address=server.address)


def fetch(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as answer:
        return answer.headers, answer.read()


def test_the_first_page_weighs_less_than_100_kb(visit):
    """Everything that a newcomer's browser fetches for home, as it comes over the wire, headers included."""
    weights = {}
    names = {}
    visit.devtools.send("Network.enable")
    visit.devtools.on(
        "Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]})
    )
    visit.devtools.on(
        "Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]})
    )
    visit.goto("/")
    visit.page.wait_for_load_state("networkidle")
    fetched = {names[number]: weight for number, weight in weights.items()}
    assert any(url.endswith(".woff2") for url in fetched)
    assert any("htmx" in url for url in fetched)
    assert sum(fetched.values()) < 100_000, fetched


def test_static_files_are_hashed_compressed_and_kept(visit):
    """A file's name changes with its content, so a browser may keep it for ever."""
    visit.goto("/")
    files = visit.page.eval_on_selector_all("link[href], script[src]", "all => all.map(one => one.href || one.src)")
    assert len(files) >= 8
    for address in files:
        assert address.startswith(f"{visit.address}/static/")
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address)
        headers, _ = fetch(address, **{"Accept-Encoding": "br, gzip"})
        assert "immutable" in headers["Cache-Control"]
        if not address.endswith(".woff2"):
            assert headers["Content-Encoding"] in {"br", "gzip"}


def test_the_policy_allows_nothing_from_elsewhere(server):
    headers, _ = fetch(f"{server.address}/")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_healthz_says_ok_and_leaves_nothing(server):
    headers, body = fetch(f"{server.address}/healthz")
    assert body == b"ok"
    assert headers["Set-Cookie"] is None


def test_each_request_is_a_line_of_json(visit, server):
    """A log store can read every line; what an address may hold of a person is not in it."""
    before = len(server.printed().splitlines())
    visit.expect_status(404)
    visit.goto("/documents/fiia-2018/?quote=1")
    visit.goto("/nowhere/secret-key")
    lines = [json.loads(line) for line in server.printed().splitlines()[before:]]
    asked = [line for line in lines if line["logger"] == "crlearn.request"]
    assert [line["status_code"] for line in asked] == [200, 404]
    assert all(line["milliseconds"] > 0 for line in asked)
    assert "secret-key" not in json.dumps(asked)


def test_what_is_not_there_says_so_in_the_same_look(visit):
    visit.expect_status(404)
    assert visit.goto("/nowhere/").status == 404
    expect(visit.heading()).to_have_text("There is nothing here.")
    assert_in_the_look(visit)
    assert visit.goto("/quizzes/00000000-0000-4000-8000-000000000000/1/").status == 404
    assert visit.goto("/documents/nothing/").status == 404


def test_a_form_without_its_token_is_refused_in_the_same_look(visit):
    visit.goto("/accounts/login/")
    visit.context.clear_cookies()
    visit.page.get_by_label("Name or email").fill("somebody")
    visit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visit.expect_status(403)
    visit.button("Sign in").click()
    expect(visit.heading()).to_have_text("This form has grown too old.")
    assert_in_the_look(visit)


def test_a_form_that_was_tampered_with_is_refused_in_the_same_look(visit):
    visit.goto("/")
    visit.button("Dark").evaluate("button => { button.value = 'purple'; }")
    visit.expect_status(400)
    visit.button("Dark").click()
    expect(visit.heading()).to_have_text("That was not understood.")
    assert_in_the_look(visit)


def test_a_broken_server_says_so_in_the_same_look(person, server, var_dir, tmp_path):
    """Without its tables the site cannot show a page: it says so, and the log has the traceback in one line."""
    broken = servers.production(var_dir, f"sqlite:///{tmp_path}/empty.sqlite3", prepared=False)
    try:
        visit = person(address=broken.address)
        visit.expect_status(500)
        assert visit.goto("/").status == 500
        expect(visit.heading()).to_have_text("Something broke on our side.")
        assert_in_the_look(visit)
        lines = [json.loads(line) for line in broken.printed().splitlines() if line.startswith("{")]
        assert any("OperationalError" in line.get("traceback", "") for line in lines)
    finally:
        broken.stop()


def assert_in_the_look(visit):
    """The rule, the letters, the way home, and nothing that a phone would cut off."""
    expect(visit.link("CRLearn")).to_have_attribute("href", "/")
    rule = visit.page.evaluate("() => getComputedStyle(document.querySelector('.sheet'), '::before').width")
    assert rule == "1px"
    assert looks.sideways(visit) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "x" * 40}, "ALLOWED_HOSTS"),
        ({"SECRET_KEY": "x" * 40, "ALLOWED_HOSTS": "a.example", "DATABASE_URL": "mysql://a/b"}, "DATABASE_URL"),
        ({"SECRET_KEY": "x" * 40, "ALLOWED_HOSTS": "a.example", "HTTPS": "perhaps"}, "HTTPS"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_line(given, said, tmp_path):
    """The line names the setting; nothing is made before."""
    result = subprocess.run(
        servers.serve_command(servers.free_port()),
        cwd=servers.ROOT,
        env=servers.environment(VAR_DIR=str(tmp_path), **given),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode != 0
    lines = [line for line in result.stderr.splitlines() if not line.startswith("make:")]
    assert len(lines) == 1
    assert said in lines[0]
    assert list(tmp_path.iterdir()) == []


def test_a_forgotten_password_is_set_anew_by_mail(person, server, mailbox):
    """The link in the mail works once, and the new password opens the account."""
    visit = person(address=server.address, past_csp=True)
    visit.goto("/accounts/signup/")
    visit.page.get_by_label("Username").fill("forgetful")
    visit.page.get_by_label("Email (optional)").fill("forgetful@example.org")
    visit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visit.button("Make my account").click()
    expect(visit.link(re.compile("forgetful$"))).to_be_visible()
    visit.goto("/account/")
    visit.button("Leave this computer").click()
    expect(visit.link("Sign in").first).to_be_visible()

    visit.goto("/accounts/login/")
    visit.link("I forgot my password").click()
    assert_well(visit)
    visit.page.get_by_role("textbox", name="Email").fill("forgetful@example.org")
    visit.button("Send me the link").click()
    expect(visit.heading()).to_have_text("Look into your mail")
    assert_well(visit)
    [message] = [one for one in mailbox.messages if one["To"] == "forgetful@example.org"]
    link = re.search(r"http://\S+/reset/key/\S+", message.get_content())[0]
    visit.page.goto(link)
    assert_well(visit)
    for field in visit.page.locator("input[type=password]").all():
        field.fill(NEW_PASSWORD)
    visit.button("Set the password").click()
    expect(visit.heading()).to_have_text("Your password is changed.")
    assert_well(visit)

    visit.page.goto(link)
    expect(visit.page.get_by_text("This link has been used already")).to_be_visible()
    visit.goto("/accounts/login/")
    visit.page.get_by_label("Name or email").fill("forgetful@example.org")
    visit.page.get_by_label("Password", exact=True).fill(NEW_PASSWORD)
    visit.button("Sign in").click()
    expect(visit.link(re.compile("forgetful$"))).to_be_visible()


def assert_well(visit):
    """The page holds to what every page holds to."""
    assert [fault for check in looks.CHECKS.values() for fault in check(visit)] == []
