"""Every string that a person sees goes through gettext: a pseudo-locale brackets each, and what stands bare must be content."""

import re
from html.parser import HTMLParser
from zoneinfo import available_timezones

import pytest
from django.apps import apps
from django.core import mail
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from crlearn.bank.models import Fact, FactVersion, VocabularyEntry
from tests import make
from tests.cards import walk as cards
from tests.quizzes import walk

pytestmark = pytest.mark.django_db

OPEN, CLOSE = "⟦", "⟧"
SHOWN = {"title", "aria-label", "aria-description", "placeholder", "alt", "data-label"}
SILENT = {"script", "style", "textarea"}  # what a field holds is content: a citation, or what somebody wrote
# Names, and what is written alike in every language: keys of the keyboard, letters that number options, units of size.
PROPER = {"CRLearn", "Chicago", "APA", "BibTeX", "CSL", "JSON", "Esc", "Tab", "example.com", "testserver", "UTC"}
KINDS = ("single_choice", "multiple_choice", "true_false", "cloze", "short_answer", "numeric", "matching", "ordering")
ERRORS = ("400", "403", "403_csrf", "404", "429", "500")
WORD = re.compile(r"[^\W\d_]{2,}")


class Pseudo(trans_real.DjangoTranslation):
    """English, each message between brackets."""

    def gettext(self, message):
        found = super().gettext(message)
        found = found.split(trans_real.CONTEXT_SEPARATOR)[-1]
        return f"{OPEN}{found}{CLOSE}" if found else found

    def ngettext(self, singular, plural, number):
        found = super().ngettext(singular, plural, number)
        return f"{OPEN}{found.split(trans_real.CONTEXT_SEPARATOR)[-1]}{CLOSE}"


@pytest.fixture
def pseudo(settings):
    """The site's language, bracketed, while a test runs."""
    kept = dict(trans_real._translations)
    code = settings.LANGUAGE_CODE
    trans_real._translations[code] = Pseudo(code)
    default, trans_real._default = trans_real._default, trans_real._translations[code]
    with translation.override(code):
        yield
    trans_real._default = default
    trans_real._translations.clear()
    trans_real._translations.update(kept)


class Bare(HTMLParser):
    """Collects what stands outside of every bracket, text and attributes alike."""

    def __init__(self, content):
        super().__init__()
        self.content, self.depth, self.silent, self.found = content, 0, 0, []

    def handle_starttag(self, tag, attrs):
        self.silent += tag in SILENT
        named = dict(attrs)
        for name, value in attrs:
            is_button = name == "value" and tag == "input" and named.get("type") in {"submit", "button"}
            is_meta = name == "content" and named.get("name") == "description"
            if value and (name in SHOWN or is_button or is_meta):
                self.found += [f"{name}: {words}" for words in self.bare(value, [0])]

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent:
            depth = [self.depth]
            self.found += self.bare(data, depth)
            self.depth = depth[0]

    def bare(self, text, depth):
        """Return the words of a text that stand outside of brackets and are no content."""
        pieces = [""]
        for char in text:
            if char in OPEN + CLOSE:
                depth[0] += 1 if char == OPEN else -1
                pieces.append("")
            elif not depth[0]:
                pieces[-1] += char
        whole = [" ".join(piece.split()) for piece in pieces]
        return [
            piece
            for piece in whole
            if piece not in self.content and any(word not in self.content for word in WORD.findall(piece))
        ]


def content():
    """All texts that are in the database: what people wrote, and not the site."""
    words = " ".join([*PROPER, *available_timezones()]).replace("/", " ").replace("_", " ")
    for model in apps.get_models():
        if model._meta.app_label in {"sources", "bank", "accounts", "quizzes"}:
            for row in model._default_manager.all():
                for field in row._meta.concrete_fields:
                    if isinstance(field, models.CharField | models.TextField | models.JSONField):
                        words += f" {getattr(row, field.attname)}"
                    elif isinstance(field, models.BinaryField) and getattr(row, field.attname):
                        words += " " + bytes(getattr(row, field.attname)).decode()
    return " ".join(words.split())


def bare(text):
    parser = Bare(content())
    parser.feed(text)
    assert OPEN in text, "The page has no translated word at all."
    assert parser.depth == 0, "A bracket was cut off: a translated string is shortened or split."
    return parser.found


class Visit:
    """A browser without scripts that holds every page it is shown to the rule."""

    def __init__(self, client):
        self.client, self.faults = client, []

    def see(self, response):
        if response.content and response.get("Content-Type", "").startswith("text/html"):
            where = f"{response.request['REQUEST_METHOD']} {response.request['PATH_INFO']}"
            self.faults += [f"{where}: {words}" for words in bare(response.content.decode())]
        return response

    def get(self, address, **headers):
        return self.see(self.client.get(address, **headers))

    def post(self, address, form=None, **headers):
        return self.see(self.client.post(address, form or {}, follow=True, **headers))


@pytest.fixture
def visit(client, at, bank, pseudo):
    return Visit(client)


@pytest.fixture
def at(monkeypatch):
    """The clock, standing at make.NOW."""
    monkeypatch.setattr("crlearn.lib.clock.now", lambda: make.NOW)


@pytest.fixture
def bank(db, at):
    """A document with a question of every kind, and something that says otherwise."""
    facts = make.make_bank(8)
    for fact, kind in zip(facts, KINDS, strict=True):
        walk.question(fact, kind=kind, explanation="zexplanation")
    row = make.make_disagreement((facts[0], "zone year"), (facts[1], "zanother year"))
    type(row).objects.update(ref="across/disagreements/zd")
    Fact.objects.filter(pk=facts[0].pk).update(ref="crs-2023/zfact")
    FactVersion.objects.update(when="2001-07", as_of="2001", holder="zholder")
    for kind, said in (("entity", {"kind": "person", "aliases": ["zalias"]}), ("term", {"expansion": "zexpansion"})):
        VocabularyEntry.objects.create(
            collection=facts[0].collection, ref=f"vocabulary/z{kind}", kind=kind, slug="zperson",
            name="treaty" if kind == "term" else "zname",  # a word of the document: there it explains itself
            entry={"line": "zline", **said},
        )  # fmt: skip
    facts[0].entities.add(VocabularyEntry.objects.get(kind="entity"))
    return facts


@pytest.fixture
def learner(client, bank):
    user = make.make_user("zlearner", email="zlearner@example.com")
    user.set_password("a long river of words")
    user.save()
    client.force_login(user)
    return user


def questions(bank):
    """One question of each kind."""
    return [fact.questions.filter(kind=kind).last() for fact, kind in zip(bank, KINDS, strict=True)]


PLAIN = (
    "/", "/documents/", "/documents/crs-2023/", "/documents/crs-2023/raw/1/", "/documents/crs-2023/cite/1/",
    "/facts/crs-2023/zfact/", "/disagreements/", "/disagreements/zd/", "/timeline/", "/people/", "/organisations/",
    "/treaties/", "/places/", "/things/", "/entities/zperson/", "/glossary/", "/bank/", "/search/", "/search/?q=agreement",
    "/search/?q=zebra", "/quizzes/", "/cards/", "/about/",
    "/privacy/", "/account/", "/account/leave/", "/account/erase/", "/accounts/login/", "/accounts/signup/",
    "/accounts/password/reset/", "/accounts/password/reset/key/1-bad/", "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/", "/accounts/inactive/", "/accounts/confirm-email/",
    "/accounts/confirm-email/bad/", "/accounts/email/", "/accounts/password/change/", "/accounts/password/set/",
    "/accounts/reauthenticate/", "/accounts/logout/", "/nowhere/",
)  # fmt: skip


def test_strangers(visit):
    for address in PLAIN:
        visit.get(address)
    visit.post("/accounts/login/", {"login": "nobody", "password": "nothing"})
    visit.post("/accounts/signup/", {"username": "!", "password1": "1"})
    visit.post("/accounts/password/reset/", {"email": "nothing"})
    visit.post("/quizzes/", {})
    visit.post("/quizzes/first/", {})
    assert visit.faults == []


def test_members(visit, learner):
    for address in PLAIN:
        visit.get(address)
    visit.post("/accounts/password/change/", {"oldpassword": "no", "password1": "1", "password2": "2"})
    visit.post("/accounts/email/", {"action_add": "", "email": "nothing"})
    visit.post("/account/", {"time_zone": "Nowhere", "rollover": "99"})
    visit.post("/account/", {"time_zone": "UTC", "rollover": "4"})
    visit.post("/account/erase/", {})
    assert visit.faults == []


@pytest.mark.parametrize("given", ["right", "wrong", "unknown"])
def test_quizzes(visit, learner, bank, given):
    attempt = walk.start(learner, *questions(bank))
    for position in range(1, len(bank) + 1):
        shown = visit.get(walk.url(attempt, position))
        item = walk.item(attempt, position)
        form = {
            "right": walk.right_form(item),
            "wrong": walk.wrong_form(item),
            "unknown": {"gave_up": "1"},
        }[given]
        visit.see(walk.send(visit.client, attempt, position, form, shown=shown, follow=True))
        visit.get(walk.url(attempt, position))
        visit.get(walk.url(attempt, position), **cards.HTMX)
    for address in (walk.whole(attempt, "result"), "/", "/documents/", "/documents/crs-2023/", "/account/"):
        visit.get(address)
    for name in ("add_cards", "again"):
        address = walk.whole(attempt, name)
        form = cards.forms(visit.get(walk.whole(attempt, "result"))).get(address, {})
        visit.post(address, {field: value for field, value in form.items() if field != "buttons"})
    assert visit.faults == []


def test_answers_that_are_none(visit, learner, bank):
    for number, question in enumerate(questions(bank)):
        attempt = walk.start(learner, question)
        form = {"answer": "x" * 2000} if number % 2 else {}
        assert visit.see(walk.send(visit.client, attempt, 1, form)).status_code == 422
        visit.see(walk.send(visit.client, attempt, 1, {}, **cards.HTMX))
    assert visit.faults == []


def test_what_a_learner_says_of_a_question(visit, learner, bank):
    attempt = walk.start(learner, *questions(bank)[3:5])
    walk.answer(visit.client, attempt, 1, right=False)
    for name in ("count", "report"):
        shown = cards.forms(walk.page(visit.client, attempt, 1)).get(walk.url(attempt, 1, name), {})
        shown.pop("buttons", None)
        visit.post(walk.url(attempt, 1, name), shown | {"text": "zwords"})
    assert visit.faults == []


@pytest.mark.parametrize("buttons", [2, 4])
def test_cards(visit, learner, bank, buttons):
    for fact in bank[:3]:
        make.make_card(learner, fact)
    visit.get("/")
    while "show" in str(cards.forms(shown := visit.get("/cards/"))):
        if not cards.form(shown, "show"):
            break
        turned = visit.see(cards.turned(visit.client, shown))
        visit.see(cards.turned(visit.client, shown, **cards.HTMX))
        visit.see(cards.grade(visit.client, "3", turned, follow=True))
        if learner.cards.filter(events__isnull=False).count() == 3:
            break
    visit.get("/cards/")
    visit.get("/documents/crs-2023/")
    assert visit.faults == []


@pytest.mark.parametrize("name", ERRORS)
def test_error_pages(pseudo, name):
    assert bare(render_to_string(f"{name}.html")) == []


def test_mail(visit, learner):
    visit.client.logout()
    for address in ("zlearner@example.com", "zunknown@example.com"):
        visit.post(reverse("account_reset_password"), {"email": address})
    assert mail.outbox
    for letter in mail.outbox:
        for text in (letter.subject, letter.body):
            plain = re.sub(r"https?://\S+", "", text.replace("<", " ").replace(">", " "))
            assert bare(plain) == []


def test_a_bare_word_is_found(pseudo, db):
    """The rule itself: what is not translated, in a text or an attribute, is found; what is bracketed is not."""
    with pytest.raises(AssertionError, match="no translated word"):
        bare("<p>nothing translated</p>")
    assert bare(f"<p>{OPEN}Good <b>day</b>{CLOSE}, Earthling</p>") == [", Earthling"]
    assert bare(f'<p title="Hello">{OPEN}x{CLOSE}</p>') == ["title: Hello"]
