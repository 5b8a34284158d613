"""The main path with JavaScript switched off: everything works, a page at a time."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz


def test_the_main_path(person, rows):
    """Home's question, its verdict, the document, a recall, a quiz, its result, the cards, an account."""
    visit = person(javascript=False)
    visit.goto("/")
    visit.page.locator("input[name=answer]").first.check()
    visit.button("Check my answer").click()
    expect(visit.page.locator("mark.proof").first).to_be_visible()
    visit.link(re.compile("^Read this")).click()
    expect(visit.page.locator("article")).to_be_visible()

    visit.button("Recall it").first.click()
    run_through(visit, rows)
    choose_quiz(visit, documents=["CFR 2024"])
    run_through(visit, rows)
    visit.button("Add the wrong ones to my cards").click()
    expect(visit.page.get_by_role("status")).to_be_visible()

    visit.link("Cards").click()
    prompt = visit.heading().inner_text()
    visit.button(re.compile("^Show the answer")).click()
    expect(visit.page.locator("mark.proof").first).to_be_visible()
    visit.button(re.compile("^Show the whole paragraph")).click()
    expect(visit.link(re.compile("^Go to its place"))).to_be_visible()
    visit.button(re.compile("^Good, ")).click()
    expect(visit.heading()).not_to_have_text(prompt)
    visit.button(re.compile("^Undo")).click()
    expect(visit.heading()).to_have_text(prompt)

    visit.goto("/accounts/signup/")
    visit.page.get_by_label("Username").fill("no-script")
    visit.page.get_by_label("Password", exact=True).fill("a long river of words")
    visit.button("Make my account").click()
    expect(visit.link(re.compile("no-script$"))).to_be_visible()
    assert rows("SELECT is_guest FROM accounts_user WHERE username = %s", "no-script") == [(False,)]


def run_through(visit, rows):
    """Answer every question, every other one wrongly, up to the result."""
    number = 0
    while not visit.path.endswith("/result/"):
        number += 1
        answers.give(visit, rows, right=number % 2 == 0, script=False)
        expect(visit.heading()).to_have_text(re.compile("^(That is right|Not this time|Partly right)"))
        visit.page.locator(".dock a.btn").click()
    expect(visit.heading()).to_contain_text(f"of {number} right.")


@pytest.mark.parametrize("kind", ["Matching", "Put in order"])
def test_what_has_a_script_elsewhere_has_selects(kind, person, rows):
    """A question in parts is answered by choosing, and judged by the same rule."""
    visit = person(javascript=False)
    choose_quiz(visit, kinds=[kind])
    answers.give(visit, rows, right=True, script=False)
    expect(visit.heading()).to_have_text("That is right.")


def test_an_empty_form_says_what_is_missing(person):
    """The page comes back with the mistake named, and nothing kept."""
    visit = person(javascript=False)
    visit.expect_status(422)
    choose_quiz(visit, kinds=["A figure"])
    visit.button("Check my answer").click()
    expect(visit.page.get_by_role("alert").filter(has_text="Write an answer first")).to_be_visible()


def test_the_theme_can_be_chosen(person):
    """Dark on a light device stays dark on the next page."""
    visit = person(javascript=False)
    visit.goto("/documents/")
    visit.button("Dark").click()
    visit.page.wait_for_url(re.compile("/documents/$"))
    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    visit.goto("/quizzes/")
    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(visit.button("Dark")).to_have_attribute("aria-pressed", "true")
