"""Without a mouse, and without surprises: Tab reaches everything in order, the page never jumps, no policy is broken."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz

TABBABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  // Tab reaches a group of radio buttons once, the arrows go through it
  const isEntry = (radio, group) => radio === (group.find((one) => one.checked) ?? group[0]);
  return [...all].filter((one) => {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
    return one.type !== "radio" || isEntry(one, [...document.getElementsByName(one.name)]);
  }).map((one) => one.outerHTML.slice(0, 200));
}"""
FOCUSED = "() => document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 200)"
COVERED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const dock = document.querySelector(".dock");
  if (!dock || dock.contains(at) || getComputedStyle(dock).position !== "sticky") return false;
  return box.top >= dock.getBoundingClientRect().top;
}"""
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.mark.parametrize("path", ["/", "/documents/", "/documents/crs-2022-repost/", "/quizzes/", "/accounts/signup/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_tab_reaches_everything_in_the_order_of_the_page(path, width, person):
    visit = person(width=width)
    visit.goto(path)
    assert_all_reached(visit)


def test_tab_reaches_everything_in_a_question_and_its_verdict(person, rows):
    """From the question, which has the focus, onwards to the dock; nothing in focus is hidden behind it."""
    visit = person(height=600)
    choose_quiz(visit, kinds=["Put in order"])
    assert_all_reached(visit)
    answers.give(visit, rows, right=False)
    expect(visit.heading()).to_be_focused()
    assert_all_reached(visit)


def assert_all_reached(visit):
    """Press Tab through the page and around, and compare with what can take the focus, in order."""
    expected = visit.page.evaluate(TABBABLE)
    reached = []
    for _ in range(len(expected) + 3):
        visit.press("Tab")
        focused = visit.page.evaluate(FOCUSED)
        assert not visit.page.evaluate(COVERED), f"hidden behind the dock: {focused}"
        reached += [focused] if focused else []
    start = expected.index(reached[0])
    assert reached[: len(expected)] == expected[start:] + expected[:start]


def test_the_skip_link_skips(person):
    """The first Tab shows it; Enter takes the focus past the masthead."""
    visit = person()
    visit.goto("/documents/")
    visit.press("Tab")
    skip = visit.link("Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    visit.press("Enter")
    visit.press("Tab")
    assert visit.page.evaluate("() => document.activeElement.closest('main') !== null")


def test_marking_an_answer_moves_nothing_under_the_eye(person, rows):
    """htmx puts the verdict in; nothing of the page has jumped, neither then nor at the next question."""
    visit = person()
    choose_quiz(visit, kinds=["One right answer"])
    visit.page.evaluate(SHIFTS)
    answers.give(visit, rows, right=False)
    expect(visit.heading()).to_be_focused()
    assert shifted(visit) < 0.02
    visit.press("Enter")
    visit.page.wait_for_url(re.compile(r"/2/$"))
    expect(visit.heading()).to_be_focused()
    assert shifted(visit) < 0.02


@pytest.mark.parametrize("path", ["/", "/documents/cfr-2024/", "/quizzes/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_does_not_jump_while_it_loads(path, width, person):
    visit = person(width=width)
    visit.context.add_init_script(f"({SHIFTS})()")
    visit.goto(path)
    visit.page.wait_for_load_state("networkidle")
    assert shifted(visit) < 0.02


def shifted(visit):
    """How much has moved by itself so far, when the page has been painted."""
    return visit.page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifted), 50)))"
    )


def test_a_lost_connection_is_said_and_loses_nothing(person, rows):
    """While the server cannot be reached the page says so and keeps what was chosen; then the same answer goes through."""
    visit = person()
    choose_quiz(visit, kinds=["One right answer"])
    question = answers.asked(rows, visit)
    visit.context.set_offline(True)
    answers.fill(visit, question, right=True)
    answers.check(visit)
    expect(visit.page.get_by_role("alert").filter(has_text="did not go through")).to_be_visible()
    visit.context.set_offline(False)
    answers.check(visit)
    expect(visit.heading()).to_have_text("That is right.")
    visit.complaints.clear()  # of the lost connection


def test_a_document_shows_its_raw_text_beside_a_paragraph(person):
    """On demand, in place; the marked raw characters are the paragraph's own words."""
    visit = person()
    visit.goto("/documents/fiia-2018/#p3")
    paragraph = visit.page.locator("#p3")
    text = paragraph.locator("p.passage").inner_text()
    paragraph.get_by_role("link", name="Raw text of paragraph 3").click()
    raw = paragraph.locator("pre.raw mark")
    expect(raw.first).to_be_visible()
    expect(paragraph.locator("summary[data-focus]")).to_be_focused()
    marked = "".join("".join(raw.all_text_contents()).split())
    assert marked[:40] == "".join(text.replace("\u2060", "").split())[:40]
    assert visit.path == "/documents/fiia-2018/#p3"


def test_footnotes_lead_there_and_back(person):
    visit = person()
    visit.goto("/documents/fiia-2018/")
    reference = visit.page.locator("article sup a").first
    anchor = reference.get_attribute("id")
    reference.click()
    note = visit.page.locator(f"li:has(a[href='#{anchor}'])")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name=re.compile("^Back to the text")).first.click()
    expect(visit.page.locator(f"#{anchor}")).to_be_in_viewport()
