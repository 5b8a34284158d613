"""The newcomer's first minute: one live question, its passage, and where to go on."""

import re

from playwright.sync_api import expect

KEPT = (
    "SELECT (SELECT count(*) FROM accounts_user), (SELECT count(*) FROM django_session),"
    " (SELECT count(*) FROM quizzes_attempt), (SELECT count(*) FROM cards_card)"
)


def test_nothing_is_kept_of_somebody_who_only_looks(person, rows):
    """Reading leaves no row of a person, no session, and no cookie by which they could be known again."""
    before = rows(KEPT)
    visit = person()
    for path in ("/", "/documents/", "/documents/fiia-2018/", "/quizzes/", "/cards/", "/about/", "/accounts/signup/"):
        assert visit.goto(path).status == 200
    assert rows(KEPT) == before
    assert {cookie["name"] for cookie in visit.context.cookies()} <= {"csrftoken", "tz"}


def test_the_first_answer_opens_its_passage(person, rows):
    """Home asks one question; the answer shows the sentence it rests on; from there one reads on."""
    before = rows(KEPT)
    visit = person()
    visit.goto("/")
    expect(visit.page.locator("form:has(.ask)")).to_have_count(1)
    answer_first(visit)
    expect(visit.heading()).to_be_focused()
    proof = visit.page.locator("blockquote mark.proof")
    expect(proof.first).to_be_visible()
    assert [after - had for after, had in zip(rows(KEPT)[0], before[0], strict=True)][:3] == [1, 1, 1]

    reading = visit.page.get_by_role("link", name=re.compile(r"^Read this, \d+ minutes?$"))
    title = visit.page.locator("p.cite b").first.inner_text()
    reading.click()
    expect(visit.heading()).to_have_text(title)


def test_five_more_begins_a_quiz_of_that_document(person, rows):
    """The other way on: five questions, and none of them is the one just answered."""
    visit = person()
    visit.goto("/")
    answer_first(visit)
    visit.button("Five more").click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
    expect(visit.page.get_by_text("Question 1 of 5", exact=True)).to_be_visible()
    asked = rows(
        "SELECT a.purpose, i.question_version_id FROM quizzes_item i JOIN quizzes_attempt a ON a.id = i.attempt_id"
        " WHERE a.user_id = (SELECT max(id) FROM accounts_user)"
    )
    assert sorted(purpose for purpose, _ in asked) == ["first", *["quiz"] * 5]
    assert len({version for _, version in asked}) == 6


def test_an_answer_is_asked_for_before_anything_is_kept(person, rows):
    """Pressing the button without choosing says what is missing, and makes no guest."""
    before = rows(KEPT)
    visit = person()
    visit.goto("/")
    visit.button("Check my answer").click()
    expect(visit.page.get_by_text("Choose an answer first")).to_be_visible()
    assert rows(KEPT) == before


def answer_first(visit):
    """Take the first option of the newcomer's question."""
    visit.page.locator("input[name=answer]").first.check()
    visit.button("Check my answer").click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
