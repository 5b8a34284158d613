"""Taking a quiz: asked, answered, judged; and what Back, reload, a double click and a second tab do to it: nothing."""

import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from crlearn.bank.kinds import KINDS
from crlearn.cards.models import Card, CardEvent, Encounter
from crlearn.quizzes.models import Attempt, Item, Response
from tests import make
from tests.quizzes.walk import (
    HTMX,
    answer,
    answer_all,
    hidden,
    item,
    page,
    question,
    right_form,
    send,
    start,
    steady,
    text,
    url,
    whole,
    wrong_form,
)

pytestmark = pytest.mark.django_db
STOOD = "You had already answered this question"
PROOF = '<mark class="proof">'


def heading(response):
    return text(response).split("<h1")[1].split(">", 1)[1].split("</h1>")[0]


def is_fragment(response):
    return not text(response).lstrip().startswith("<!doctype") and 'id="session"' in text(response)


@pytest.fixture
def of_kind(learner, document):
    """Make an attempt at one question of a kind."""
    fact = make.make_fact(document, "China paid in advance.", holder="some observers", as_of="2018-05")

    def make_attempt(kind, **content):
        return start(learner, question(fact, kind=kind, **content), question(fact, kind="true_false"))

    return make_attempt


# --- one item after the other


def test_an_attempt_leads_to_its_first_open_item_and_at_last_to_its_result(client, attempt):
    for position in (1, 2, 3):
        assert client.get(whole(attempt, "attempt")).url == url(attempt, position)
        assert heading(page(client, attempt, position)) == f"In which year was agreement number {position} signed?"
        assert f"Question {position} of 3" in text(page(client, attempt, position))
        answer(client, attempt, position)
    assert client.get(whole(attempt, "attempt")).url == whole(attempt, "result")


def test_an_answer_is_kept_with_its_mark_and_time(client, attempt):
    answer(client, attempt)
    one, [response] = item(attempt), Response.objects.all()
    assert (one.mark, one.answered_at) == (Decimal(1), make.NOW)
    assert (response.item, response.try_no, response.answer) == (one, 1, {"text": "1901"})
    assert (response.score, response.code, response.gave_up, response.at) == (1, "right", False, make.NOW)
    assert Attempt.objects.get().finished_at is None


def test_the_last_answer_ends_the_attempt(client, attempt, at):
    answer_all(client, attempt, wrong=[1, 2])
    assert Attempt.objects.get().finished_at == make.NOW
    assert list(Item.objects.order_by("position").values_list("mark", flat=True)) == [0, 0, 1]


def test_without_scripts_an_answer_redirects_to_its_verdict(client, attempt):
    response = answer(client, attempt)
    assert (response.status_code, response.url) == (302, url(attempt))
    assert heading(client.get(response.url)) == "That is right."


def test_with_htmx_the_verdict_comes_at_once_as_the_same_page_in_a_fragment(client, attempt):
    response = answer(client, attempt, **HTMX)
    assert response.status_code == 200
    assert is_fragment(response)
    whole_page = steady(page(client, attempt))
    inner = steady(response).split('id="session">')[1].rsplit("</div>", 1)[0].strip()
    assert inner in whole_page


def test_with_htmx_the_next_item_is_a_fragment_too(client, attempt):
    assert is_fragment(page(client, attempt, **HTMX))
    assert not is_fragment(page(client, attempt))
    assert "HX-Request" in page(client, attempt)["Vary"]


def test_no_cache_keeps_a_page_of_a_quiz(client, attempt):
    for address in (url(attempt), whole(attempt, "attempt"), whole(attempt, "result"), reverse("quizzes")):
        assert "no-store" in client.get(address)["Cache-Control"]


# --- every kind, right and wrong


@pytest.mark.parametrize("name", KINDS)
def test_a_right_answer_of_each_kind(client, of_kind, name):
    attempt = of_kind(name, explanation="It was the custom.")
    shown = client.get(answer(client, attempt).url)
    assert heading(shown) == "That is right."
    assert item(attempt).mark == 1
    assert_whole(shown)


@pytest.mark.parametrize("name", KINDS)
def test_a_wrong_answer_of_each_kind(client, of_kind, name):
    attempt = of_kind(name, explanation="It was the custom.")
    shown = client.get(answer(client, attempt, right=False).url)
    assert heading(shown) == "Not this time."
    assert item(attempt).mark == 0
    assert_whole(shown)
    assert "This fact comes back as a card." in text(shown)


@pytest.mark.parametrize("name", KINDS)
def test_not_knowing_shows_the_answer(client, of_kind, name):
    attempt = of_kind(name, explanation="It was the custom.")
    shown = client.get(send(client, attempt, 1, {"gave_up": "1"}).url)
    assert heading(shown) == "Here is the answer."
    [response] = Response.objects.all()
    assert (response.answer, response.gave_up, response.score) == (None, True, 0)
    assert_whole(shown)


def assert_whole(shown):
    """A verdict has the sentence marked in its paragraph, with all that says where it comes from."""
    page = text(shown)
    assert f"{PROOF}<span" in page
    paragraph = page.split("<blockquote")[1].split("</blockquote>")[0]
    for words in ("Russia delivered the first regiment of missiles in 2018.", "China paid in advance."):
        assert words in paragraph
    for words in (
        "The proof",
        "All about crs-2023",
        "A publisher, August 2023.",
        "Held by some observers.",
        "As of May 2018.",
        "It was the custom.",
        "CRS 23 ¶&nbsp;2",
    ):
        assert words in page
    place = page.split(">Read it in place</a>")[0].rsplit('href="', 1)[1]
    assert place.startswith("/documents/crs-2023/?quote=")
    assert place.endswith('#p2"')


PARTLY = [
    ("multiple_choice", lambda form: {"answer": form["answer"][:1]}, Decimal("0.5"), "Right choices: 1 of 2."),
    (
        "matching",
        lambda form: {**form, "answer-1": form["answer-2"], "answer-2": form["answer-1"]},
        Decimal("0.3333"),
        "Right pairs: 1 of 3. Each counts the same.",
    ),
    (
        "multiple_choice",
        lambda form: {"answer": [*form["answer"], next(str(n) for n in range(1, 5) if str(n) not in form["answer"])]},
        Decimal("0.5"),
        "Right choices: 2 of 2. Wrong ones: 1; each takes a right one away.",
    ),
    (
        "ordering",
        lambda form: {**form, "answer-1": form["answer-2"], "answer-2": form["answer-1"]},
        Decimal("0.3333"),
        "What counts is which step follows which. That is right 1 of 3 times.",
    ),
]


@pytest.mark.parametrize(("name", "bend", "mark", "words"), PARTLY, ids=[case[3] for case in PARTLY])
def test_part_of_the_mark_is_given_by_a_rule_that_is_said(client, of_kind, name, bend, mark, words):
    attempt = of_kind(name)
    shown = client.get(send(client, attempt, 1, bend(right_form(item(attempt)))).url)
    assert heading(shown) == "Partly right."
    assert words in text(shown)
    assert item(attempt).mark == mark


@pytest.mark.parametrize(
    ("answer", "mark", "words"),
    [
        ("240", 1, "The proof is below."),
        ("240 billion", 1, "The proof is below."),
        ("240 billion euros", 0, "The number is right, the unit is not."),
        ("240 million", 0, "Check million and billion."),
        ("250", 0, "The number is another one."),
        ("more than 240", 0, "make it another answer"),
        ("200–300", 0, "The answer lies in your range"),
    ],
)
def test_a_figure_is_judged_with_its_reason(client, of_kind, answer, mark, words):
    attempt = of_kind("numeric")
    shown = client.get(send(client, attempt, 1, {"answer": answer}).url)
    assert words in text(shown)
    assert item(attempt).mark == mark


def test_the_verdict_takes_the_focus_and_the_question_before_it(client, attempt):
    assert text(page(client, attempt)).count("data-focus") == 1
    assert "data-focus>In which year" in text(page(client, attempt))
    shown = text(answer(client, attempt, **HTMX))
    assert shown.count("data-focus") == 1
    assert 'id="verdict" tabindex="-1" data-focus>That is right.' in shown


# --- forms that hold no answer


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("single_choice", {}, "Choose an answer first"),
        ("single_choice", {"answer": ["1", "2"]}, "Only one answer can be chosen here."),
        ("single_choice", {"answer": "9"}, "That is not one of the answers."),
        ("multiple_choice", {"answer": "a"}, "That is not one of the answers."),
        ("true_false", {"answer": "perhaps"}, "That is not one of the answers."),
        ("short_answer", {"answer": "  "}, "Write an answer first"),
        ("short_answer", {"answer": "x" * 201}, "Use fewer words."),
        ("cloze", {"answer": "\x00"}, "Write an answer first"),
        ("numeric", {"answer": "many"}, "A figure is asked for"),
        ("matching", {"answer-1": "1"}, "2 rows are still without an answer."),
        (
            "ordering",
            {"answer-1": "1", "answer-2": "1", "answer-3": "2", "answer-4": "3"},
            "A step stands in two places.",
        ),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole", "htmx"])
def test_a_form_without_an_answer_is_asked_again_and_nothing_is_written(client, of_kind, name, form, words, headers):
    attempt = of_kind(name)
    shown = send(client, attempt, 1, form, **headers)
    assert shown.status_code == 422
    assert words in text(shown)
    assert 'role="alert" tabindex="-1" data-focus' in text(shown)
    assert text(shown).count("data-focus") == 1
    assert not Response.objects.exists()
    assert not Encounter.objects.exists()
    assert item(attempt).answered_at is None


def test_what_a_form_held_is_kept_when_it_is_asked_again(client, of_kind):
    attempt = of_kind("matching")
    assert text(send(client, attempt, 1, {"answer-1": "2"})).count(" selected") == 1
    attempt = of_kind("numeric")
    assert 'value="about &lt;b&gt;many"' in text(send(client, attempt, 1, {"answer": "about <b>many"}))


# --- again, back, twice, elsewhere


def test_a_reload_shows_the_same_verdict(client, attempt):
    answer(client, attempt)
    assert steady(page(client, attempt)) == steady(page(client, attempt))
    assert STOOD not in text(page(client, attempt))


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole", "htmx"])
def test_a_double_click_answers_once_and_says_nothing_of_it(client, attempt, headers):
    form = hidden(page(client, attempt), url(attempt)) | {"answer": "1901"}
    client.post(url(attempt), form, **headers)
    again = client.post(url(attempt), form, **headers)
    shown = page(client, attempt) if not headers else again
    assert STOOD not in text(shown)
    assert Response.objects.count() == 1
    assert CardEvent.objects.filter(kind="grade").count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole", "htmx"])
@pytest.mark.parametrize("first", [True, False], ids=["right first", "wrong first"])
def test_of_two_tabs_the_first_answer_stands_and_the_second_is_told_so(client, attempt, headers, first):
    one, other = page(client, attempt), page(client, attempt)
    send(client, attempt, 1, {"answer": "1901" if first else "1999"}, shown=one)
    sent = send(client, attempt, 1, {"answer": "1999" if first else "1901"}, shown=other, **headers)
    shown = sent if headers else client.get(sent.url)
    assert STOOD in text(shown)
    assert 'role="status"' in text(shown)
    assert heading(shown) == ("That is right." if first else "Not this time.")
    assert Response.objects.get().answer == {"text": "1901" if first else "1999"}
    assert item(attempt).mark == first
    assert STOOD not in text(page(client, attempt))  # it is said once


def test_back_and_another_answer_change_nothing(client, attempt):
    before = page(client, attempt)
    answer(client, attempt)
    answer(client, attempt, 2)
    assert STOOD in text(client.get(send(client, attempt, 1, {"gave_up": "1"}, shown=before).url))
    assert list(Response.objects.values_list("code", flat=True)) == ["right", "right"]


def test_an_empty_form_after_the_answer_shows_the_verdict(client, attempt):
    before = page(client, attempt)
    answer(client, attempt)
    assert send(client, attempt, 1, {}, shown=before, **HTMX).status_code == 200
    assert Response.objects.count() == 1


def test_an_item_out_of_turn_leads_to_the_one_whose_turn_it_is(client, attempt):
    assert page(client, attempt, 2).url == url(attempt, 1)
    assert page(client, attempt, 3, **HTMX)["HX-Redirect"] == url(attempt, 1)
    form = {"client_uuid": str(uuid.uuid4()), "answer": "1903"}
    assert client.post(url(attempt, 3), form).url == url(attempt, 1)
    assert client.post(url(attempt, 3), form, **HTMX)["HX-Redirect"] == url(attempt, 1)
    assert not Response.objects.exists()


def test_the_way_back_to_what_is_answered_is_open_and_leads_on(client, attempt):
    answer(client, attempt, 1)
    answer(client, attempt, 2, right=False)
    shown = text(page(client, attempt, 1))
    assert "That is right." in shown
    assert f'href="{url(attempt, 3)}"' in shown


def test_the_last_verdict_leads_to_the_result_by_a_plain_link(client, attempt):
    answer_all(client, attempt)
    shown = text(page(client, attempt, 3))
    link = shown.split("See the result")[0].rsplit("<a", 1)[1]
    assert f'href="{whole(attempt, "result")}"' in link
    assert "hx-get" not in link


def test_two_items_may_be_sent_under_one_identity(client, attempt):
    """A forged or copied number must not lose the second answer."""
    for position, year in ((1, "1901"), (2, "1902")):
        client.post(url(attempt, position), {"client_uuid": str(make.uuid(1)), "answer": year})
    assert Response.objects.count() == 2


def test_the_result_of_an_open_attempt_is_its_next_item(client, attempt):
    answer(client, attempt)
    assert client.get(whole(attempt, "result")).url == url(attempt, 2)


def test_an_edit_of_the_question_does_not_reach_what_was_asked(client, attempt):
    answer(client, attempt)
    asks = item(attempt).question_version.question
    make.make_question_version(asks, prompt="Another question?", answer="7")
    asks.on_hold = True
    asks.save(update_fields=["on_hold"])
    shown = text(page(client, attempt))
    assert "In which year was agreement number 1 signed?" in shown
    assert "Another question?" not in shown


# --- an attempt that keeps its verdicts for the end


def test_without_immediate_feedback_nothing_is_told_before_the_end(learner, client, facts):
    closed = start(learner, *[fact.questions.get() for fact in facts[:2]], behaviour="deferred")
    sent = answer(client, closed, 1, right=False)
    assert client.get(sent.url).url == url(closed, 2)
    assert page(client, closed, 1).url == url(closed, 2)
    asked = page(client, closed, 2)
    assert "wrong" not in text(asked).split("</header>")[0]
    assert "1 not." not in text(asked)
    home = text(client.get("/")).split("<main")[1]
    assert 'class="wrong"' not in home
    assert "1 not." not in home
    assert exported(client) == [(None, [set()]), (None, [])]
    assert not Encounter.objects.exists()
    assert not Card.objects.exists()
    assert answer(client, closed, 2, **HTMX).status_code == 200
    assert Encounter.objects.count() == 2
    assert CardEvent.objects.filter(kind="grade").count() == 2
    assert heading(page(client, closed, 1)) == "Not this time."
    assert exported(client) == [("0.0000", [{"score", "judged"}]), ("1.0000", [{"score", "judged"}])]


def exported(client):
    """Of each item what the file of one's data says: its mark, and what stands there of how each answer was judged."""
    [attempt] = client.get("/account/data/").json()["quizzes"]["attempts"]
    return [(one["mark"], [set(answer) & {"score", "judged"} for answer in one["answers"]]) for one in attempt["items"]]


def test_wrong_forms_are_worth_nothing(of_kind):
    """The helper of these tests keeps its word for every kind."""
    for name in KINDS:
        one = item(of_kind(name))
        kind = KINDS[name]
        content = kind.load(one.question_version.content)
        form = {key: value if isinstance(value, list) else [value] for key, value in wrong_form(one).items()}
        assert kind.check(content, kind.parse(content, one.order, form)).score == 0
