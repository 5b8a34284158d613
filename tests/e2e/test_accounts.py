"""A guest becomes a user and keeps everything; another guest merges into that account; leaving takes all of it away."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz

PASSWORD = "a long river of words"
OF_USER = (
    "SELECT (SELECT count(*) FROM quizzes_attempt WHERE user_id = u.id),"
    " (SELECT count(*) FROM quizzes_response r JOIN quizzes_item i ON i.id = r.item_id"
    "  JOIN quizzes_attempt a ON a.id = i.attempt_id WHERE a.user_id = u.id),"
    " (SELECT count(*) FROM cards_card WHERE user_id = u.id),"
    " (SELECT count(DISTINCT c.fact_id) FROM cards_cardevent e JOIN cards_card c ON c.id = e.card_id WHERE c.user_id = u.id)"
    " FROM accounts_user u WHERE u.id = %s"
)


def newest(rows):
    """The pk of the last person who came."""
    return rows("SELECT max(id) FROM accounts_user")[0][0]


def study(visit, rows, *, documents):
    """Answer two questions wrongly: two responses, two cards; leave the quiz unfinished. Return the guest's pk."""
    choose_quiz(visit, documents=documents, kinds=["One right answer"])
    for number in (1, 2):
        answers.give(visit, rows, right=False)
        expect(visit.heading()).to_have_text("Not this time.")
        visit.press("Enter")
        visit.page.wait_for_url(re.compile(rf"/{number + 1}/$"))
    return newest(rows)


def sign_up(visit, name):
    visit.goto("/accounts/signup/")
    visit.page.get_by_label("Username").fill(name)
    visit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visit.button("Make my account").click()
    expect(visit.link(re.compile(f"{name}$"))).to_be_visible()


def sign_in(visit, name, password=PASSWORD):
    visit.goto("/accounts/login/")
    visit.page.get_by_label("Name or email").fill(name)
    visit.page.get_by_label("Password", exact=True).fill(password)
    visit.button("Sign in").click()


@pytest.fixture
def learner(person, rows):
    """A guest with two answers who made an account: their visit, their pk, their name."""
    visit = person()
    pk = study(visit, rows, documents=["USIP 2019"])
    name = f"reader-{pk}"
    kept = rows(OF_USER, pk)
    sign_up(visit, name)
    assert rows(OF_USER, pk) == kept
    assert kept[0][0] == 1
    assert min(kept[0][1:]) >= 2
    return visit, pk, name


def test_a_guest_becomes_a_user_and_keeps_everything(learner, rows):
    """The row stays the same one, and the unfinished quiz goes on where it stopped."""
    visit, pk, name = learner
    assert rows("SELECT username, is_guest FROM accounts_user WHERE id = %s", pk) == [(name, False)]
    visit.goto("/")
    visit.link(re.compile("Continue at question 3|^USIP 2019")).first.click()
    visit.page.wait_for_url(re.compile(r"/3/$"))


def test_another_guest_merges_into_the_account(learner, person, rows):
    """Signing in elsewhere brings along what was done there; the guest's own row is gone."""
    _, pk, name = learner
    [(attempts, responses, cards, _)] = rows(OF_USER, pk)
    other = person(width=390)
    guest = study(other, rows, documents=["CFR 2024"])
    assert guest != pk
    [(more_attempts, more_responses, more_cards, _)] = rows(OF_USER, guest)
    sign_in(other, name)
    expect(other.link(re.compile(f"{name}$"))).to_be_visible()
    assert rows("SELECT count(*) FROM accounts_user WHERE id = %s", guest) == [(0,)]
    [after] = rows(OF_USER, pk)
    assert after[:2] == (attempts + more_attempts, responses + more_responses)
    assert after[2] == cards + more_cards


def test_what_was_done_signed_out_is_there_on_another_computer(learner, person):
    """An account is the same on every device."""
    _, _, name = learner
    elsewhere = person()
    sign_in(elsewhere, name)
    expect(
        elsewhere.page.get_by_text(re.compile("You stopped at question 3 of 5|cards? (is|are) due today")).first
    ).to_be_visible()


def test_a_wrong_password_says_so_and_keeps_the_guest(learner, person, rows):
    """Nothing is merged into an account by somebody who does not have its password."""
    _, pk, name = learner
    other = person()
    guest = study(other, rows, documents=["CFR 2024"])
    before = rows(OF_USER, pk)
    other.expect_status(422)
    sign_in(other, name, "not the password")
    expect(other.page.get_by_role("alert").filter(has_text="do not match")).to_be_visible()
    assert rows(OF_USER, pk) == before
    assert rows("SELECT is_guest FROM accounts_user WHERE id = %s", guest) == [(True,)]


def test_leaving_this_computer_erases_a_guest(person, rows):
    """It is said first; then neither the browser nor the database holds anything of them."""
    visit = person()
    guest = study(visit, rows, documents=["CFR 2024"])
    visit.goto("/account/")
    visit.button("Leave this computer").click()
    expect(visit.heading()).to_have_text("Leaving erases what this browser holds.")
    assert rows("SELECT count(*) FROM accounts_user WHERE id = %s", guest) == [(1,)]
    visit.button("Erase it and leave").click()
    visit.page.wait_for_url(visit.address + "/")
    assert rows("SELECT count(*) FROM accounts_user WHERE id = %s", guest) == [(0,)]
    assert rows("SELECT count(*) FROM quizzes_attempt WHERE user_id = %s", guest) == [(0,)]
    assert_newcomer(visit)


def test_leaving_this_computer_keeps_an_account(learner, rows):
    """The browser forgets, the account does not; Back shows nothing of it."""
    visit, pk, _ = learner
    before = rows(OF_USER, pk)
    visit.goto("/account/")
    visit.button("Leave this computer").click()
    visit.page.wait_for_url(visit.address + "/")
    assert_newcomer(visit)
    assert rows(OF_USER, pk) == before
    visit.page.go_back()
    expect(visit.button("Sign in").or_(visit.link("Sign in")).first).to_be_visible()
    expect(visit.button("Leave this computer")).to_have_count(0)


def assert_newcomer(visit):
    """Home asks its first question again, and no cookie is left that knows anybody."""
    expect(visit.page.locator("form:has(.ask)")).to_have_count(1)
    assert "sessionid" not in {cookie["name"] for cookie in visit.context.cookies()}
