"""A term in a document explains itself, by keyboard and by tap, and gets in nobody's way."""

import pytest
from playwright.sync_api import expect

PLACE = "article .term[popovertarget='t-pla']"
SELECTED = """(place) => {
  const selection = getSelection();
  selection.selectAllChildren(document.querySelector(place));
  return selection.toString();
}"""
SIGNS = "() => getComputedStyle(document.querySelector('.begins-core'), '::before').display"


def shown(visit):
    visit.goto("/documents/fiia-2018/")
    return visit.page.locator(PLACE).first, visit.page.locator("#t-pla")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_opens_a_term_goes_into_it_and_comes_back(width, person):
    visit = person(width=width, javascript=False)
    control, explanation = shown(visit)
    expect(explanation).to_be_hidden()
    visit.tab_to(control)
    visit.press("Enter")
    expect(explanation).to_be_visible()
    expect(explanation).to_contain_text("People’s Liberation Army")
    visit.press("Tab")
    expect(explanation.get_by_role("link")).to_be_focused()
    visit.press("Escape")
    expect(explanation).to_be_hidden()
    expect(control).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_tap_opens_a_term_whole_on_the_screen_and_a_tap_elsewhere_closes_it(width, person):
    visit = person(width=width)
    control, explanation = shown(visit)
    control.click()
    expect(explanation).to_be_in_viewport(ratio=1)
    visit.press("Escape")
    expect(explanation).to_be_hidden()
    control.click()
    expect(explanation).to_be_visible()
    visit.page.mouse.click(width - 5, 5)
    expect(explanation).to_be_hidden()


def test_on_a_wide_screen_the_explanation_stands_at_its_word(person):
    visit = person()
    control, explanation = shown(visit)
    control.click()
    word, box = control.bounding_box(), explanation.bounding_box()
    assert abs(box["x"] - word["x"]) < 2
    assert 0 <= box["y"] - (word["y"] + word["height"]) < 12


def test_a_term_leads_to_its_place_among_all_terms(person):
    visit = person()
    control, explanation = shown(visit)
    control.click()
    explanation.get_by_role("link").click()
    visit.page.wait_for_url("**/glossary/#pla")
    expect(visit.page.locator("#pla")).to_be_in_viewport()


def test_what_is_copied_has_the_words_of_the_document(person, rows):
    visit = person()
    control, _ = shown(visit)
    number = control.locator("xpath=ancestor::*[starts-with(@id, 'p')][1]").get_attribute("id")
    ((words,),) = rows(
        "SELECT p.text FROM sources_passage p JOIN sources_document d ON d.current_id = p.version_id"
        " WHERE d.slug = %s AND p.number = %s",
        "fiia-2018",
        int(number[1:]),
    )
    visit.page.evaluate("() => document.querySelectorAll('article sup').forEach((one) => one.remove())")
    assert visit.page.evaluate(SELECTED, f"#{number} .passage") == words


def test_who_does_not_want_the_facts_marked_sees_no_sign_of_the_core_ones(person):
    visit = person()
    visit.goto("/documents/crs-2023/")
    assert visit.page.evaluate(SIGNS) != "none"
    visit.page.get_by_label("Mark the facts").uncheck()
    assert visit.page.evaluate(SIGNS) == "none"
    expect(visit.page.locator(".begins-core").first).to_be_hidden()
    expect(visit.page.locator("details.facts").first).to_be_hidden()
