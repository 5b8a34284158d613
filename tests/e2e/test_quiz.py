"""A guest's quiz, from choice to result, and what reload, Back, a double click and a second tab do to it: nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz

TABLE = (
    "SELECT i.position, count(r.id) FROM quizzes_item i JOIN quizzes_attempt a ON a.id = i.attempt_id"
    " LEFT JOIN quizzes_response r ON r.item_id = i.id WHERE a.id = (SELECT max(id) FROM quizzes_attempt)"
    " GROUP BY i.position ORDER BY i.position"
)


def test_from_choice_to_result_and_into_the_document(person, rows):
    """The passage link leads to the very place in the document, with the sentence marked there."""
    visit = person()
    choose_quiz(visit, documents=["FIIA 2018"], kinds=["One right answer"])
    for number in range(1, 6):
        expect(visit.page.get_by_text(f"Question {number} of 5", exact=True)).to_be_visible()
        answers.give(visit, rows, right=number % 2 == 1)
        expect(visit.heading()).to_have_text("That is right." if number % 2 else "Not this time.")
        expect(visit.heading()).to_be_focused()
        visit.press("Enter")
        if number < 5:
            visit.page.wait_for_url(re.compile(rf"/{number + 1}/$"))
    visit.page.wait_for_url(re.compile(r"/result/$"))
    expect(visit.heading()).to_have_text("3 of 5 right.")
    expect(visit.page.get_by_text("Your answers live in this browser only.")).to_be_visible()
    expect(visit.link("Keep them.")).to_be_visible()

    proof = visit.page.locator("section", has=visit.page.get_by_role("heading", name="The proof")).first
    sentence = marked_text(proof)
    proof.get_by_role("link", name="Read it in place").click()
    visit.page.wait_for_url(re.compile(r"/documents/[a-z0-9-]+/\?quote=\d+#p\d+$"))
    there = visit.page.locator(visit.path[visit.path.index("#") :])
    expect(there).to_be_in_viewport()
    assert marked_text(there) in sentence


def marked_text(locator):
    """The words of the marked sentence, without what only a screen reader gets."""
    texts = locator.locator("mark.proof").evaluate_all(
        "all => all.map(mark => { const copy = mark.cloneNode(true);"
        " copy.querySelectorAll('.vh').forEach(one => one.remove()); return copy.textContent; })"
    )
    assert texts
    return " ".join("".join(texts).replace("\u2060", "").split())


def test_the_wrong_ones_are_asked_again_and_become_cards(person, rows):
    """From the result: add the wrong ones to the cards, then only those again."""
    visit = person()
    choose_quiz(visit, documents=["CFR 2024"], kinds=["One right answer"])
    wrong = []
    for number in range(1, 6):
        question = answers.give(visit, rows, right=number > 2)
        wrong += [question.content["prompt"]] if number <= 2 else []
        expect(visit.heading()).to_be_focused()
        visit.page.locator(".dock .btn").click()
        visit.page.wait_for_url(re.compile(rf"/{number + 1}/$" if number < 5 else r"/result/$"))
    visit.button("Add the wrong ones to my cards").click()
    expect(visit.page.get_by_role("status")).to_contain_text("your cards")
    user = "(SELECT user_id FROM quizzes_attempt ORDER BY id DESC LIMIT 1)"
    assert rows(f"SELECT count(*) FROM cards_card WHERE user_id = {user}")[0][0] >= 2

    visit.button("Again, only the wrong ones").click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
    expect(visit.page.get_by_text("Question 1 of 2", exact=True)).to_be_visible()
    assert answers.asked(rows, visit).content["prompt"] in wrong


def test_dont_know_shows_the_answer(person, rows):
    """Not knowing needs no guess: the button shows the answer and the proof."""
    visit = person()
    choose_quiz(visit, kinds=["Short answer"])
    question = answers.asked(rows, visit)
    visit.button("I don’t know. Show me.").click()
    expect(visit.heading()).to_have_text("Here is the answer.")
    expect(visit.page.locator(".judged")).to_contain_text(question.key)
    assert rows("SELECT gave_up, score FROM quizzes_response WHERE item_id = %s", question.item) == [(True, 0)]


def test_a_wrong_typed_answer_may_be_counted_as_right(person, rows):
    """In self-study the learner has the last word, and the editor gets the wording."""
    visit = person()
    choose_quiz(visit, kinds=["Short answer"])
    question = answers.give(visit, rows, right=False)
    expect(visit.heading()).to_have_text("Not this time.")
    visit.button("Count mine as right").click()
    expect(visit.heading()).to_have_text("That is right.")
    [(mark, most)] = rows("SELECT mark, max_mark FROM quizzes_item WHERE id = %s", question.item)
    assert mark == most
    assert rows("SELECT count(*) FROM quizzes_response WHERE item_id = %s", question.item) == [(1,)]


@pytest.mark.parametrize("disturbance", ["reload", "back", "double click", "two tabs", "leave and return"])
def test_an_answer_is_neither_given_twice_nor_lost(disturbance, person, rows):
    """One response an item in the database, whatever the hand or the browser does."""
    visit = person()
    choose_quiz(visit, kinds=["One right answer"])
    DISTURB[disturbance](visit, rows)
    counts = rows(TABLE)
    assert counts[0] == (1, 1)
    assert all(count <= 1 for _, count in counts)


def reload(visit, rows):
    answers.give(visit, rows, right=False)
    expect(visit.heading()).to_have_text("Not this time.")
    visit.page.reload()
    expect(visit.heading()).to_have_text("Not this time.")


def back(visit, rows):
    """Back from the second question shows the verdict of the first, not its form."""
    answers.give(visit, rows, right=True)
    expect(visit.heading()).to_have_text("That is right.")
    visit.page.locator(".dock .btn").click()
    visit.page.wait_for_url(re.compile(r"/2/$"))
    visit.page.go_back()
    visit.page.wait_for_url(re.compile(r"/1/$"))
    expect(visit.heading()).to_have_text("That is right.")
    expect(visit.page.locator(answers.FORM)).to_have_count(0)


def double_click(visit, rows):
    answers.fill(visit, answers.asked(rows, visit), right=True)
    visit.button("Check my answer").dblclick()
    expect(visit.heading()).to_have_text("That is right.")


def two_tabs(visit, rows):
    """The tab that comes second is shown the first one's answer, and told so."""
    other = visit.tab()
    other.goto(visit.page.url)
    answers.give(visit, rows, right=True)
    expect(visit.heading()).to_have_text("That is right.")
    places = answers.asked(rows, visit).places(right=False)
    other.locator("input[name=answer]").nth(places[0]).check()
    other.get_by_role("button", name="Check my answer").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("That is right.")
    expect(other.get_by_role("status")).to_contain_text("already answered")


def leave_and_return(visit, rows):
    """What was answered is there when somebody comes back by way of home, at the next question."""
    answers.give(visit, rows, right=True)
    expect(visit.heading()).to_have_text("That is right.")
    visit.link("Save and leave").click()
    visit.link(re.compile("^Continue at question 2")).click()
    visit.page.wait_for_url(re.compile(r"/2/$"))


DISTURB = {
    "reload": reload,
    "back": back,
    "double click": double_click,
    "two tabs": two_tabs,
    "leave and return": leave_and_return,
}
