"""Every type of question: its key is not in the page, and a right and a wrong answer, by mouse and by keyboard."""

import html
import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz

WAYS = [(right, keyboard) for right in (True, False) for keyboard in (False, True)]


@pytest.mark.parametrize("kind", answers.KIND_NAMES)
def test_a_right_and_a_wrong_answer(kind, person, rows):
    """Each is judged as it should be, with its passage, whichever way it was given; the next question takes the focus."""
    visit = person()
    left = list(WAYS)
    while left:
        choose_quiz(visit, kinds=[answers.KIND_NAMES[kind]])
        while left:
            right, keyboard = left.pop(0)
            question = answers.asked(rows, visit)
            assert question.kind == kind
            assert_no_key(visit, question)
            answers.give(visit, rows, right=right, keyboard=keyboard)
            assert_judged(visit, rows, question, right=right)
            if not onward(visit, keyboard=keyboard):
                break


def assert_judged(visit, rows, question, *, right):
    """The verdict stands on the page and has the focus; the proof is marked; the database holds one answer and its mark."""
    title = "That is right." if right else re.compile(r"^(Not this time|Partly right)\.$")
    expect(visit.heading()).to_have_text(title)
    expect(visit.heading()).to_be_focused()
    marked = visit.page.locator("mark.proof").first
    expect(marked).to_be_visible()
    stored = rows(
        "SELECT i.mark, i.max_mark, r.try_no FROM quizzes_item i JOIN quizzes_response r ON r.item_id = i.id"
        " WHERE i.id = %s",
        question.item,
    )
    assert len(stored) == 1
    assert (stored[0][0] == stored[0][1]) is right
    shown = spaceless(visit.page.locator("main").inner_text())
    assert any(spaceless(quote) in shown for quote in question.quotes)
    if question.kind in {"cloze", "short_answer", "numeric"}:
        assert spaceless(question.key) in shown


def onward(visit, *, keyboard):
    """Go to the next question; return whether there is one."""
    following = visit.page.get_by_role("link", name=re.compile("^(Next question|See the result|Your result)"))
    expect(following).to_be_visible()
    place = visit.path
    if keyboard:
        visit.press("Enter")
    else:
        following.click()
    visit.page.wait_for_url(lambda url: place not in url)
    if visit.path.endswith("/result/"):
        return False
    expect(visit.page.locator(answers.FORM)).to_be_visible()
    expect(visit.heading()).to_be_focused()
    return True


FRAME = {"question", "answer", "your answer"}  # words that stand on every page that asks


def assert_no_key(visit, question):
    """Before the answer the page holds neither the key, nor what is said of it afterwards, nor the ids of the file."""
    source = html.unescape(re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', "", visit.page.content()))
    for said in (question.explanation, *question.quotes, *whys(question)):
        assert not said or spaceless(said) not in spaceless(source)
    form = visit.page.locator(answers.FORM)
    if question.kind in {"cloze", "short_answer", "numeric"}:
        text = visit.page.locator("main").inner_text() + " ".join(
            form.locator("input:not([type=hidden])").evaluate_all("all => all.map(one => one.outerHTML)")
        )
        is_of_the_frame = len(question.key) < 3 or question.key.casefold() in FRAME
        assert is_of_the_frame or not re.search(rf"\b{re.escape(question.key)}\b", text, re.IGNORECASE), question
    assert len(set(bare_parts(form))) <= 1, "one option is made differently from the others"


def whys(question):
    """What is said of each option after the answer."""
    told = [option["why"] for option in question.content.get("options", ()) if option["why"]]
    return [*told, *([question.content["why"]] if question.content.get("why") else [])]


def bare_parts(form):
    """The HTML of each option without its text, its place and whether it is on: nothing else may tell them apart."""
    parts = form.locator("label.choice, option:not([value=''])")
    for part in parts.evaluate_all("all => all.map(one => [one.outerHTML, one.textContent])"):
        outer, text = part
        outer = html.unescape(outer).replace(text.strip("\u2060"), "")
        yield re.sub(r' (value|data-key)="(\d|true|false)"| selected(="")?', "", outer)


def spaceless(text):
    return "".join(text.replace("\u2060", "").split()).casefold()
