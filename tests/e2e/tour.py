"""Every page of the site, one after the other: each generator brings a visit to a page and yields the page's name."""

import re

from playwright.sync_api import expect

from tests.e2e import answers
from tests.e2e.visits import choose_quiz

DOCUMENTS = ("crs-2023", "cfr-2024", "crs-2022-repost", "usip-2019", "fiia-2018")
ERRORS = ("400", "403", "403_csrf", "404", "429", "500")
PASSWORD = "a long river of words"
PLAIN = {
    "welcome": "/",
    "documents": "/documents/",
    **{f"document-{slug}": f"/documents/{slug}/" for slug in DOCUMENTS},
    "raw": "/documents/fiia-2018/raw/3/",
    "cite": "/documents/fiia-2018/cite/3/",
    "fact": "/facts/crs-2023/border-agreement/",
    "disagreements": "/disagreements/",
    "disagreement": "/disagreements/pipelines-to-china/",
    "timeline": "/timeline/",
    "people": "/people/",
    "entity": "/entities/sco/",
    "glossary": "/glossary/",
    "bank": "/bank/",
    "search": "/search/?q=border+treaty",
    "quizzes": "/quizzes/",
    "cards-none": "/cards/",
    "about": "/about/",
    "privacy": "/privacy/",
    "sign-in": "/accounts/login/",
    "sign-up": "/accounts/signup/",
    "reset": "/accounts/password/reset/",
    "reset-bad-link": "/accounts/password/reset/key/1-bad/",
    "account-inactive": "/accounts/inactive/",
    "confirm-sent": "/accounts/confirm-email/",
    "confirm-bad-link": "/accounts/confirm-email/bad/",
}


def of_strangers(visit):
    """The pages that need nobody, and what their forms say to a mistake."""
    for name, path in PLAIN.items():
        visit.goto(path)
        yield name
    visit.goto("/")
    visit.button("Check my answer").click()
    expect(visit.page.get_by_text("Choose an answer first")).to_be_visible()
    yield "welcome-mistake"
    visit.goto("/accounts/login/")
    visit.page.get_by_label("Name or email").fill("nobody")
    visit.page.get_by_label("Password", exact=True).fill("nothing")
    visit.button("Sign in").click()
    expect(visit.page.get_by_role("alert").filter(has_text="do not match")).to_be_visible()
    yield "sign-in-mistake"
    visit.goto("/accounts/signup/")
    visit.page.get_by_label("Username").fill("short")
    visit.page.get_by_label("Password", exact=True).fill("1")
    visit.button("Make my account").click()
    expect(visit.page.get_by_role("alert").filter(has_text="has to be mended")).to_be_visible()
    yield "sign-up-mistake"
    visit.goto("/documents/fiia-2018/")
    raw = visit.page.get_by_role("link", name=re.compile("^Raw text of paragraph")).first
    raw.click()
    expect(visit.page.locator("details.rawtext")).to_be_visible()
    visit.page.locator("details.facts").first.click()
    yield "document-notes-open"
    visit.goto("/documents/fiia-2018/")
    visit.page.locator("article .term").first.click()
    expect(visit.page.locator(".explained:popover-open")).to_be_visible()
    yield "document-term-open"


def of_errors(visit, texts):
    """The error pages. `texts`: name → HTML, as the server would send it."""
    for name in ERRORS:
        path = f"/shown/{name}"
        visit.page.route(visit.address + path, sender(texts[name]))
        visit.goto(path)
        yield f"error-{name}"


def sender(text):
    return lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=text)


def of_quizzes(visit, rows):
    """The newcomer's verdict, every type before and after a right, a wrong and no answer, and a result."""
    visit.goto("/")
    visit.page.locator("input[name=answer]").first.check()
    visit.button("Check my answer").click()
    visit.page.wait_for_url(re.compile(r"/1/$"))
    yield "first-verdict"
    for kind, label in answers.KIND_NAMES.items():
        choose_quiz(visit, kinds=[label], name=f"tour {kind}")
        yield f"item-{kind}"
        answers.give(visit, rows, right=False)
        expect(visit.heading()).to_be_focused()
        yield f"verdict-{kind}-wrong"
        onward(visit)
        answers.give(visit, rows, right=True)
        expect(visit.heading()).to_have_text("That is right.")
        yield f"verdict-{kind}-right"
    choose_quiz(visit, kinds=["Short answer"], documents=["CRS 2023"], name="tour result")
    visit.expect_status(422)
    visit.button("Check my answer").click()
    expect(visit.page.get_by_role("alert").filter(has_text="Write an answer first")).to_be_visible()
    yield "item-mistake"
    visit.button("I don’t know. Show me.").click()
    expect(visit.heading()).to_have_text("Here is the answer.")
    visit.page.get_by_text("Something is wrong with this question").click()
    yield "verdict-unknown"
    for number in range(4):
        onward(visit)
        answers.give(visit, rows, right=number % 2 == 0)
        expect(visit.heading()).to_be_focused()
    onward(visit)
    yield "result"
    visit.button("Add the wrong ones to my cards").click()
    expect(visit.page.get_by_role("status")).to_be_visible()
    yield "result-notice"
    visit.goto("/quizzes/")
    yield "quizzes-before"


def onward(visit):
    """Go to the next question, or to the result."""
    place = visit.path
    visit.page.locator(".dock a.btn").click()
    visit.page.wait_for_url(lambda url: place not in url)
    if not visit.path.endswith("/result/"):
        expect(visit.page.locator(answers.FORM)).to_be_visible()


def of_guests(visit, rows):
    """Home with something to do, a recall, the cards, and a guest's own pages."""
    choose_quiz(visit, kinds=["Short answer"], documents=["USIP 2019"], name="tour guest")
    for _ in range(2):
        visit.button("I don’t know. Show me.").click()
        expect(visit.heading()).to_have_text("Here is the answer.")
        onward(visit)
    visit.goto("/documents/usip-2019/")
    yield "document-known"
    visit.button("Recall it").first.click()
    visit.page.wait_for_url(re.compile(r"/1/$"))
    yield "recall"
    answers.give(visit, rows, right=False)
    expect(visit.heading()).to_be_focused()
    visit.page.get_by_role("link", name="Read it in place").first.click()
    visit.page.wait_for_url(re.compile(r"\?quote=\d+"))
    yield "document-quote"
    visit.goto("/documents/")
    yield "documents-known"
    visit.goto("/")
    yield "home"
    visit.goto("/cards/")
    yield "card-prompt"
    visit.button(re.compile("^Show the answer")).click()
    expect(visit.page.locator(".grades")).to_be_visible()
    yield "card-answer"
    visit.button(re.compile("^Show the whole paragraph")).click()
    expect(visit.link(re.compile("^Go to its place"))).to_be_visible()
    yield "card-answer-whole"
    visit.button(re.compile("^Forgot")).click()
    expect(visit.button(re.compile("^Undo"))).to_be_visible()
    yield "card-after-a-grade"
    visit.button(re.compile("^Show the answer")).click()
    visit.button(re.compile("^Put it aside")).click()
    expect(visit.page.get_by_role("status")).to_be_visible()
    yield "card-put-aside"
    visit.goto("/cards/aside/")
    yield "cards-aside"
    visit.button("Take it up again").click()
    visit.goto("/cards/")
    for _ in range(60):
        if visit.page.get_by_role("heading", name="Nothing is due.").count():
            break
        visit.button(re.compile("^Show the answer")).click()
        visit.button(re.compile("^Easy, ")).click()
        expect(visit.page.locator(".grades")).to_have_count(0)
    yield "cards-done"
    for name, path in {
        "guest-account": "/account/",
        "guest-sign-up": "/accounts/signup/",
        "guest-sign-in": "/accounts/login/",
    }.items():
        visit.goto(path)
        yield name
    visit.goto("/account/")
    visit.button("Leave this computer").click()
    yield "leave"


def of_users(visit):
    """An account's own pages. Needs somebody without an account; they make one."""
    visit.goto("/accounts/signup/")
    visit.page.get_by_label("Username").fill("tourist")
    visit.page.get_by_label("Email (optional)").fill("tourist@example.org")
    visit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visit.button("Make my account").click()
    expect(visit.link(re.compile("tourist$"))).to_be_visible()
    yield "home-of-account"
    for name, path in {"account": "/account/", "email": "/accounts/email/", "password-change": "/accounts/password/change/",
                       "reauthenticate": "/accounts/reauthenticate/", "sign-out": "/accounts/logout/"}.items():  # fmt: skip
        visit.goto(path)
        yield name
    visit.goto("/account/")
    visit.button("Keep these").click()
    expect(visit.page.get_by_role("status")).to_be_visible()
    yield "account-kept"
    visit.goto("/account/erase/")
    yield "erase"
    visit.button("Yes, erase it").click()
    expect(visit.button("Erase everything now")).to_be_visible()
    yield "erase-sure"
    visit.button("Erase everything now").click()
    expect(visit.page.locator(answers.FORM)).to_be_visible()
    yield "welcome-after-erasing"
