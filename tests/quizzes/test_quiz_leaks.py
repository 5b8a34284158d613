"""The page that asks holds nothing of the key: walked over the real bank, all of its questions and all eight kinds."""

import copy
import html
import random
import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from crlearn.bank.kinds import KINDS
from crlearn.bank.models import Question, QuestionVersion
from crlearn.quizzes import first_question
from crlearn.quizzes.models import Attempt
from tests import make
from tests.quizzes.walk import HTMX, page, start, steady, text

CHOSEN = {"single_choice", "multiple_choice"}
SHORT = 25
# What a template or a script might carry beside the words of the question.
TELLING = (r"(?<!auto)correct", "per_fact", "data-right", "is_right", " checked", " selected")


@pytest.fixture(scope="module")
def bank(django_db_setup, django_db_blocker):
    """The shipped documents and bank, loaded once for this file and taken out again."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        call_command("load_sources", verbosity=0)
        call_command("load_bank", verbosity=0)
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def client(bank, django_db_blocker):
    with django_db_blocker.unblock():
        browser = Client()
        browser.force_login(make.make_user())
        yield browser


def questions(kind):
    rows = Question.objects.filter(status="ready", kind=kind).select_related("current").order_by("ref")
    return rows.prefetch_related("current__facts__evidence", "current__facts__fact")


def asked(client, question, **headers):
    """The page that asks a question, as the browser gets it: headers and all."""
    user = make.User.objects.get(pk=client.session["_auth_user_id"])
    attempt = start(user, question)
    response = page(client, attempt, **headers)
    assert response.status_code == 200, question.ref
    return response


def everything(response):
    """All that reaches the browser, as text."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return html.unescape(f"{headers}\n{response.cookies.output()}\n{text(response)}")


def secrets(question):
    """What a page must not hold before the answer, as texts; what the question itself says is no secret."""
    version = question.current
    content = KINDS[question.kind].load(version.content)
    found = {version.explanation, question.ref}
    for fact in version.facts.all():
        found |= {fact.statement, fact.fact.ref, fact.slip}
        found |= {evidence.exact for evidence in fact.evidence.all()}
    for part in (*getattr(content, "options", ()), content):
        found.add(getattr(part, "why", "") or "")
    if question.kind in {"cloze", "short_answer"}:
        found |= {key for key in (content.key, *content.accept) if len(key) > 2}
    if question.kind == "numeric":
        found |= {content.answer} if len(content.answer) > 2 else set()  # a small figure stands on every page
    if getattr(content, "swap", None):
        found.add(content.swap.was)
    said = " ".join([version.prompt, getattr(content, "text", "").replace("[[", " ").replace("]]", " ")])
    return {secret for secret in found if secret and not stands_in(secret, said)}


def stands_in(secret, words):
    return re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", words, re.IGNORECASE) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_key_reaches_the_browser(client, kind):
    found = list(questions(kind))
    assert len(found) >= 5
    pages = {question: everything(asked(client, question)) for question in found}
    mains = {
        question: page.split("<main")[1].split("</main>")[0].replace("(gap)", "") for question, page in pages.items()
    }
    # A short answer may be a word of the markup, or one that the frame of every page has; what is hidden there, the
    # twins below would show.
    shown = {question: re.sub(r"<[^>]*>", " ", main) for question, main in mains.items()}
    frame = " ".join(set.intersection(*(set(words.split()) for words in shown.values())))
    for question in found:
        page, main, words = pages[question], mains[question], shown[question]
        for secret in secrets(question):
            if len(secret) < SHORT:
                assert stands_in(secret, frame) or not stands_in(secret, words), (question.ref, secret)
            else:
                assert not stands_in(secret, page), (question.ref, secret)
        for word in TELLING:
            assert not re.search(word, main), (question.ref, word)
        assert_places_only(main, kind)


def assert_places_only(main, kind):
    """Parts go by their place on the page: 1, 2, 3 from top to bottom, whatever the order that was drawn."""
    values = re.findall(r'<(?:input class="bead"|option)[^>]* value="([^"]*)"', main)
    names = set(re.findall(r' name="([^"]+)"', main))
    assert all(re.fullmatch(r"csrfmiddlewaretoken|client_uuid|answer(-\d+)?", name) for name in names), names
    places = [str(number) for number in range(1, len(set(values) - {""}) + 1)]
    if kind == "true_false":
        assert values == ["true", "false"]
    elif kind in CHOSEN:
        assert values == places
    elif values:
        assert list(dict.fromkeys(values)) == ["", *places]


def twin(question):
    """The same question with another key: for whoever does not know the answer the two look alike."""
    content = copy.deepcopy(question.current.content)
    if question.kind in CHOSEN:
        for option in content["options"]:
            option["why"] = "ztwin"
        right = [bool(option.get("correct")) for option in content["options"]]
        for option, flag in zip(content["options"], [right[-1], *right[:-1]], strict=True):
            option["correct"] = flag
    elif question.kind == "true_false":
        content |= {"answer": not content["answer"], "swap": None, "why": "ztwin"}
    elif question.kind == "cloze":
        content |= {"text": re.sub(r"\[\[.*\]\]", "[[ztwin]]", content["text"]), "accept": [], "entity": None}
    elif question.kind == "short_answer":
        content |= {"answer": "ztwin", "accept": [], "entity": None}
    elif question.kind == "numeric":
        content |= {"answer": "7654321", "tolerance": "1"}
    elif question.kind == "ordering":
        content["steps"] = content["steps"][::-1]
    return content | {"explanation": "ztwin"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "matching"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole", "htmx"])
def test_with_another_key_the_page_would_be_the_same(client, kind, headers):
    """The strongest sign that nothing leaks: to the last byte, besides what is random."""
    user = make.User.objects.get(pk=client.session["_auth_user_id"])
    for question in random.Random(7).sample(list(questions(kind)), 5):
        attempt = start(user, question)
        before = steady(page(client, attempt, **headers))
        version = QuestionVersion.objects.filter(pk=question.current_id)
        version.update(content=twin(question), explanation="ztwin")
        after = steady(page(client, attempt, **headers))
        version.update(content=question.current.content, explanation=question.current.explanation)
        assert before == after, question.ref


def test_where_the_right_one_stands_is_left_to_chance(client):
    """Over many draws every place is as likely: neither the file's order nor its key shows through."""
    user = make.User.objects.get(pk=client.session["_auth_user_id"])
    single = [one for one in questions("single_choice") if not one.current.content.get("keep_order")]
    places = [0, 0, 0, 0]
    four = [one for one in single if len(one.current.content["options"]) == 4][:60]
    for question in four * 5:
        order = start(user, question).items.get().order["options"]
        [right] = [option["id"] for option in question.current.content["options"] if option.get("correct")]
        places[order.index(right)] += 1
    expected = sum(places) / 4
    assert sum((count - expected) ** 2 / expected for count in places) < 21  # p < .0001 for three degrees of freedom


def test_the_newcomers_question_holds_no_key_either(bank, django_db_blocker):
    from crlearn.lib import clock

    with django_db_blocker.unblock():
        browser = Client()
        response = browser.get(reverse("home"))
        today = first_question.of_the_day(browser.get(reverse("home")).wsgi_request.user, clock.now().date())
        question = Question.objects.prefetch_related("current__facts__evidence", "current__facts__fact").get(
            pk=today.question.pk
        )
        page = everything(response)
        for secret in secrets(question):
            assert not stands_in(secret, page), secret
        assert not Attempt.objects.filter(purpose="first").exists()
