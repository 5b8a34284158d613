"""Read a section, recall it, and study its facts as cards, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers

CARDS = (
    "SELECT c.id, c.fact_id, c.phase FROM cards_card c"
    " WHERE c.user_id = (SELECT user_id FROM quizzes_attempt ORDER BY id DESC LIMIT 1) ORDER BY c.id"
)
GRADES = (
    "SELECT e.grade FROM cards_cardevent e JOIN cards_card c ON c.id = e.card_id"
    " WHERE c.user_id = (SELECT user_id FROM quizzes_attempt ORDER BY id DESC LIMIT 1)"
    " AND e.kind = 'grade' AND e.source = 'session' AND NOT e.voided ORDER BY e.id"
)


def test_recalling_a_section_makes_cards_of_its_facts(person, rows):
    """While it is recalled, nothing of the section's text is on the page; then each fact asked is a card."""
    visit = person()
    visit.goto("/documents/fiia-2018/")
    begin_recall(visit)
    asked = []
    while not visit.path.endswith("/result/"):
        question = answers.asked(rows, visit)
        shown = visit.page.locator("body").inner_text()
        assert not [quote for quote in question.quotes if quote in shown]
        expect(visit.page.locator("article")).to_have_count(0)
        answers.give(visit, rows, right=len(asked) % 2 == 0)
        asked.append(question)
        onward(visit)
    assert 3 <= len(asked) <= 7
    expect(visit.page.get_by_text(re.compile("^Back to the section"))).to_be_visible()
    made = rows(CARDS)
    facts = rows(
        "SELECT DISTINCT f.fact_id FROM quizzes_item i JOIN quizzes_attempt a ON a.id = i.attempt_id"
        " JOIN bank_questionversionfact q ON q.question_version_id = i.question_version_id"
        " JOIN bank_factversion f ON f.id = q.fact_version_id WHERE a.id = (SELECT max(id) FROM quizzes_attempt)"
    )
    assert {fact for _, fact, _ in made} == {fact for (fact,) in facts}


def begin_recall(visit):
    """Fold the first section of a document away that has questions, and answer."""
    visit.button("Recall it").first.click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
    expect(visit.heading()).to_be_focused()


def onward(visit):
    place = visit.path
    expect(visit.page.locator(".dock a.btn")).to_be_visible()
    expect(visit.heading()).to_be_focused()  # by a script that runs after the one for keys
    visit.press("Enter")
    visit.page.wait_for_url(lambda url: place not in url)
    expect(visit.page.locator(".dock a.btn")).to_have_count(0)


@pytest.fixture
def learner(person, rows):
    """Somebody with three new cards, made where their facts stand in the text; at the first card."""
    visit = person()
    visit.goto("/quizzes/")
    visit.page.get_by_label("Short answer").check()
    visit.page.get_by_label("5", exact=True).check()
    visit.button("Begin").click()
    for _ in range(3):
        visit.page.get_by_role("button", name="I don’t know. Show me.").click()
        expect(visit.heading()).to_have_text("Here is the answer.")
        onward(visit)
    visit.goto("/cards/")
    expect(visit.heading()).to_be_focused()
    return visit


def test_cards_by_keyboard_alone(learner, rows):
    """Space turns the card, 1 to 4 grade it, u takes the grade back, o shows the paragraph; the end says what comes next."""
    visit = learner
    before = len(rows(GRADES))
    turn(visit)
    expect(visit.page.locator("mark.proof").first).to_be_visible()
    visit.press("o")
    expect(visit.page.get_by_role("link", name=re.compile("^Go to its place"))).to_be_visible()
    expect(visit.heading()).to_be_focused()

    prompt = visit.page.locator(".asked").inner_text()
    visit.press("1")
    next_card(visit, after=prompt)
    assert rows(GRADES)[before:] == [(1,)]
    visit.press("u")
    expect(visit.button(re.compile("^Undo"))).to_have_count(0)
    expect(visit.button(re.compile("^Show the answer"))).to_be_visible()
    assert rows(GRADES)[before:] == []
    for _ in range(30):
        if visit.page.get_by_role("heading", name="Nothing is due.").count():
            break
        prompt = turn(visit)
        visit.press("4")
        next_card(visit, after=prompt)
    expect(visit.heading()).to_have_text("Nothing is due.")
    expect(visit.heading()).to_be_focused()
    expect(visit.page.get_by_text(re.compile(r"The next card comes "))).to_be_visible()
    assert {grade for (grade,) in rows(GRADES)[before:]} == {4}


@pytest.mark.parametrize(("key", "grade"), [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("Space", 3), ("Enter", 3)])
def test_each_key_gives_the_grade_its_button_says(key, grade, learner, rows):
    """The interval on the button is the one that is kept."""
    before = len(rows(GRADES))
    prompt = turn(learner)
    learner.press(key)
    next_card(learner, after=prompt)
    assert rows(GRADES)[before:] == [(grade,)]


@pytest.mark.parametrize(("key", "kind"), [("-", "bury"), ("@", "suspend")])
def test_a_key_puts_the_card_aside_and_u_brings_it_back(key, kind, learner, rows):
    """As in Anki: “-” leaves the card for tomorrow, “@” puts it aside; each has its button on the answer side."""
    expect(learner.page.locator(f"[data-key='{key}']")).to_have_count(0)
    prompt = turn(learner)
    learner.press(key)
    next_card(learner, after=prompt)
    assert rows("SELECT kind, voided FROM cards_cardevent ORDER BY id DESC LIMIT 1") == [(kind, False)]
    assert turn(learner) != prompt
    learner.press("u")
    expect(learner.button(re.compile("^Undo"))).to_have_count(0)
    assert turn(learner) == prompt


def test_a_key_held_or_pressed_twice_grades_one_card_once(learner, rows):
    """Two quick presses of a key do not grade the next card unseen."""
    before = len(rows(GRADES))
    prompt = turn(learner)
    learner.press("3", "3")
    next_card(learner, after=prompt)
    assert len(rows(GRADES)) == before + 1


def turn(visit):
    """Press Space; return the prompt when its answer is there."""
    expect(visit.button(re.compile("^Show the answer"))).to_be_visible()
    visit.press("Space")
    expect(visit.page.locator(".grades")).to_be_visible()
    expect(visit.heading()).to_be_focused()
    return visit.page.locator(".asked").inner_text()


def next_card(visit, *, after):
    """Wait until the graded card is gone: the next one is there, or the end of the session."""
    expect(visit.page.locator(".asked")).to_have_count(0)
    expect(visit.heading()).to_be_focused()
    assert after


def test_where_keys_are_switched_off_they_press_nothing(person):
    """Somebody who dictates does not choose by accident; the controls themselves still work by keyboard."""
    visit = person()
    visit.goto("/")
    visit.button("Switch single keys off").click()
    expect(visit.button("Single keys are off: switch them on")).to_be_visible()
    visit.page.wait_for_load_state()  # the scripts too
    visit.press("1")
    expect(visit.page.locator("input[name=answer]:checked")).to_have_count(0)
    visit.button("Single keys are off: switch them on").click()
    expect(visit.button("Switch single keys off")).to_be_visible()
    visit.page.wait_for_load_state()  # the scripts too
    visit.press("1")
    expect(visit.page.locator("input[name=answer]").first).to_be_checked()
