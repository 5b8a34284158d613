"""Looking things up: from a word to the fact, its sentence and its citation; from the timeline to a quiz."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("javascript", [True, False])
def test_from_a_word_to_the_fact_and_its_sentence(javascript, person):
    """The box in the header finds names, facts and passages; a fact leads to its place in the document."""
    visit = person(javascript=javascript)
    visit.goto("/")
    box = visit.page.get_by_role("search").get_by_label("Search")
    box.fill("friendship treaty")
    box.press("Enter")
    expect(visit.page.locator("mark.hit").first).to_be_visible()
    facts = visit.page.get_by_role("region", name="Facts").get_by_role("link")
    facts.first.click()
    expect(visit.page.locator("mark.proof").first).to_be_visible()
    visit.link("Read it in place").first.click()
    visit.page.wait_for_url(re.compile(r"/documents/[a-z0-9-]+/\?quote=\d+#p\d+$"))
    expect(visit.page.locator("mark.proof").first).to_be_in_viewport()


def test_by_keyboard_alone_a_quotation_is_copied_with_its_citation(person):
    visit = person()
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.goto("/documents/crs-2023/")
    visit.tab_to(visit.link("Cite paragraph 3"))
    visit.press("Enter")
    copy = visit.button("Copy: APA")
    expect(copy).to_be_visible()
    visit.tab_to(copy)
    visit.press("Enter")
    expect(visit.page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    expect(copy).to_be_focused()  # still a button, by the name that it had
    copied = visit.page.evaluate("() => navigator.clipboard.readText()")
    assert "(Congressional Research Service, 2023, para. 3)" in copied
    assert f"{visit.address}/documents/crs-2023/#p3" in copied


def test_it_is_said_which_citation_was_copied_last_and_where_none_could_be(person):
    visit = person()
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.goto("/documents/crs-2023/cite/3/")
    for style in ("Chicago", "BibTeX"):
        visit.button(f"Copy: {style}").click()
        expect(visit.page.get_by_text("Copied.")).to_have_count(1)
    visit.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    visit.button("Copy: APA").click()
    expect(visit.page.get_by_text("The browser does not allow it.")).to_be_visible()
    expect(visit.page.get_by_text("Copied.")).to_have_count(0)
    assert "(Congressional Research Service, 2023, para. 3)" in visit.page.evaluate("() => getSelection().toString()")


def test_a_span_of_the_timeline_becomes_a_quiz(person, rows):
    """Only what may have happened in those years is asked."""
    visit = person()
    visit.goto("/timeline/")
    visit.page.get_by_label("Study the years from").fill("2001")
    visit.page.get_by_label("to", exact=True).fill("2001")
    visit.button("Study this span").click()
    visit.button("Begin").click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
    whens = rows(
        'SELECT f."when" FROM quizzes_item i JOIN bank_questionversionfact q ON q.question_version_id = i.question_version_id'
        " JOIN bank_factversion f ON f.id = q.fact_version_id WHERE i.attempt_id = (SELECT max(id) FROM quizzes_attempt)"
    )
    assert whens
    assert any("2001" in when or "200X" in when for (when,) in whens)


def test_where_documents_differ_leads_to_both_sentences(person):
    visit = person(width=390)
    visit.goto("/documents/")
    visit.link("Where they differ").click()
    visit.link("In their passages").first.click()
    expect(visit.page.locator("mark.proof").nth(1)).to_be_attached()
    assert visit.page.locator("blockquote").count() >= 2
