"""Pictures of the site. `python -m tests.e2e.screenshots` makes the one of the README; with a folder, one of every page, there.

Each page is taken at 390 and 1280 px, light and dark, whole.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.e2e import answers, servers, tour
from tests.e2e.conftest import CHROMIUM_ARGS, find_chromium, reader
from tests.e2e.visits import Visit, choose_quiz

README_PICTURE = servers.ROOT / "crlearn" / "docs" / "verdict.png"
MOST_BYTES = 150_000
WIDTHS = (390, 1280)
THEMES = ("light", "dark")


def take_verdict(visit, rows):
    """A wrong answer, and the sentence that proves the right one."""
    choose_quiz(visit, documents=["CFR 2024"], kinds=["One right answer"], name="the picture of the README")
    answers.give(visit, rows, right=False)
    expect(visit.heading()).to_have_text("Not this time.")
    visit.page.mouse.move(0, 0)
    visit.page.screenshot(path=README_PICTURE)
    size = README_PICTURE.stat().st_size
    print(f"{README_PICTURE.relative_to(servers.ROOT)}: {size // 1000} kB")
    assert size < MOST_BYTES


def take_all(visit, rows, texts, folder):
    """Every page of the tour into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for walk in (tour.of_strangers(visit), tour.of_errors(visit, texts), tour.of_quizzes(visit, rows)):
        take(visit, walk, folder)
    visit.context.clear_cookies()
    take(visit, tour.of_guests(visit, rows), folder)
    take(visit, tour.of_users(visit), folder)


def take(visit, walk, folder):
    for name in walk:
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            for theme in THEMES:
                visit.page.emulate_media(color_scheme=theme)
                visit.page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
        visit.page.emulate_media(color_scheme="light")


def error_pages():
    """The error pages as they are sent, by name. As manage.py does, this takes the machine for a laptop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crlearn.settings")
    os.environ.setdefault("DEBUG", "1")
    import django
    from django.template.loader import render_to_string

    django.setup()
    return {name: render_to_string(f"{name}.html") for name in tour.ERRORS}


def main(arguments):
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        database_url = f"sqlite:///{folder}/crlearn.sqlite3"
        texts = error_pages() if arguments else {}
        server = servers.laptop(folder, database_url)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        try:
            rows = reader(database_url)
            visit = Visit(browser, server.address)
            if arguments:
                take_all(visit, rows, texts, Path(arguments[0]))
            else:
                take_verdict(visit, rows)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
