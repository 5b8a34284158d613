"""A real server in a process of its own, with the real documents and bank, and a real browser to use it."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e import servers
from tests.e2e.visits import Visit

CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
MAC_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def pytest_collection_modifyitems(items):
    for item in items:
        if "/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


def find_chromium():
    """Return the path of a Chromium, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return str(MAC_CHROME) if MAC_CHROME.exists() else None


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium. In CI a missing one is a failure, at home a skip that is counted and says what is missing."""
    path = find_chromium()
    if path is None and os.environ.get("CI"):
        pytest.fail("There is no Chromium: the browser tests cannot run (apt install chromium).")
    if path is None:
        pytest.skip("BROWSER TESTS SKIPPED: there is no Chromium (apt install chromium)")
    return path


@pytest.fixture(scope="session")
def database_url(tmp_path_factory):
    """The server's own database: an SQLite file, or a new one beside DATABASE_URL on its PostgreSQL."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith(("postgres", "psql", "pgsql")):
        yield f"sqlite:///{tmp_path_factory.mktemp('e2e')}/crlearn.sqlite3"
        return
    import psycopg

    name = f"crlearn_e2e_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    yield given.rsplit("/", 1)[0] + "/" + name
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def var_dir(tmp_path_factory):
    """Where the servers keep what `var/` holds on a laptop."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def site(chromium, database_url, var_dir):
    """Start the site as `make run` does; return its address."""
    server = servers.laptop(var_dir, database_url)
    yield server.address
    server.stop()
    assert "Traceback" not in server.printed(), server.printed()


@pytest.fixture(scope="session")
def rows(database_url):
    """A function that runs SQL on the server's database and returns the rows: what a person's clicks left there."""
    return reader(database_url)


def reader(database_url):
    """Return a function that runs SQL, with %s for a parameter in both dialects. Django's own connection is not used: beside a
    running browser it would take the test for an asynchronous one."""

    def run(sql, *params):
        if database_url.startswith("sqlite"):
            with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), timeout=20)) as connection:
                return connection.execute(sql.replace("%s", "?"), params).fetchall()
        import psycopg

        with psycopg.connect(database_url) as connection:
            return connection.execute(sql, params).fetchall()

    return run


@pytest.fixture(scope="module")
def browser(chromium):
    """A Chromium, one for each file of tests: none is left running beside tests that use the database themselves."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield running
        running.close()


@pytest.fixture
def person(browser, site):
    """A function that opens a browser of somebody new: person(width=390, javascript=False, …)."""
    visits = []

    def open_(*, address=site, **look):
        visits.append(Visit(browser, address, **look))
        return visits[-1]

    yield open_
    for visit in visits:
        visit.close()
    assert not [visit.complaints for visit in visits if visit.complaints]
