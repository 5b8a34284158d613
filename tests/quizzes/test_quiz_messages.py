"""Every code that an answer or a form can be judged with has words."""

import ast
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from crlearn.bank.kinds import KINDS, BadAnswer
from crlearn.bank.models import QuestionVersion
from crlearn.quizzes import messages
from crlearn.quizzes.messages import RULES
from crlearn.quizzes.models import Attempt, Item, Response

BANK = Path(__file__).parents[2] / "crlearn" / "bank"
SOURCES = [*sorted((BANK / "kinds").glob("*.py")), *sorted(BANK.glob("values*.py"))]
PARAMS = {"right": 1, "pairs": 3, "wrong": 1, "keys": 2, "rule": "adjacent", "kept": 1, "neighbours": 3}


def codes_of(name, place):
    """The texts that the pure modules give as argument number `place` of a call, or return from a function so named."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            called = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if called == name and len(node.args) > place:
                found |= _texts(node.args[place])
    return found


def returned_by(name):
    return {
        text
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name == name
        for one in ast.walk(node)
        if isinstance(one, ast.Return) and one.value
        for text in _texts(one.value)
    } - {""}


def _texts(node):
    """The texts that an expression can be; those that it is compared with are none of them."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) | _texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


VERDICTS = codes_of("Verdict", 1) | codes_of("Comparison", 1) | returned_by("other_value") | {"gave_up"}
BAD_ANSWERS = codes_of("BadAnswer", 0)


def judged(code, kind="short_answer", score=0):
    version = QuestionVersion(kind=kind)
    one = Item(question_version=version, attempt=Attempt(), mark=Decimal(score), max_mark=Decimal(1))
    return one, Response(code=code, score=Decimal(score), params=PARAMS, gave_up=code == "gave_up")


def test_the_codes_are_found_in_the_code():
    assert {
        "right",
        "wrong",
        "partly",
        "typo",
        "right_variant",
        "unit_missing",
        "wrong_scale",
        "wrong_date",
    } <= VERDICTS
    assert {"nothing_chosen", "nothing_written", "several_chosen", "same_place", "not_a_number"} <= BAD_ANSWERS
    assert len(VERDICTS) >= 16
    assert len(BAD_ANSWERS) >= 8


@pytest.mark.parametrize("code", sorted(VERDICTS))
@pytest.mark.parametrize("kind", ["short_answer", "single_choice", "ordering"])
def test_every_verdict_has_a_sentence_of_its_own(code, kind):
    sentence = messages.verdict_sentence(*judged(code, kind))
    assert sentence.endswith(".")
    assert "%" not in sentence
    assert sentence not in {messages.verdict_sentence(*judged(other)) for other in VERDICTS - {code}}


@pytest.mark.parametrize("code", sorted(BAD_ANSWERS))
def test_every_bad_answer_has_a_sentence_that_says_what_to_do(code):
    sentence = messages.bad_answer(BadAnswer(code, missing=2, limit=200))
    assert sentence.endswith(".")
    assert sentence != messages.bad_answer(BadAnswer("no_such_code"))


@pytest.mark.parametrize(("missing", "words"), [(1, "1 row is"), (2, "2 rows are")])
def test_what_is_missing_is_counted(missing, words):
    assert messages.bad_answer(BadAnswer("incomplete", missing=missing)).startswith(words)


def test_every_kind_whose_parts_count_says_its_rule():
    parted = {name for name in KINDS if name in {"multiple_choice", "matching", "ordering"}}
    assert set(RULES) == parted
    for name in parted:
        for code in ("partly", "wrong"):
            assert "1 of" in messages.verdict_sentence(*judged(code, name, 0.5 if code == "partly" else 0))


@pytest.mark.parametrize("code", ["half_range", "unit_missing"])
def test_half_a_figure_says_that_it_is_half(code):
    assert "half counts" in messages.verdict_sentence(*judged(code, "numeric", 0.5))


def test_a_missing_unit_that_costs_nothing_does_not_say_half():
    assert "Counted as right" in messages.verdict_sentence(*judged("unit_missing", "numeric", 1))


@pytest.mark.parametrize(
    ("mark", "gave_up", "code", "title"),
    [
        (1, False, "right", "That is right."),
        ("0.5", False, "partly", "Partly right."),
        (0, False, "wrong", "Not this time."),
        (0, True, "unknown", "Here is the answer."),
    ],
)
def test_a_verdict_is_said_in_words(mark, gave_up, code, title):
    one = Item(mark=Decimal(mark), max_mark=Decimal(1))
    assert messages.verdict_code(one, Response(gave_up=gave_up)) == code
    assert messages.verdict_title(code) == title


@pytest.mark.parametrize(
    ("total", "made", "words"),
    [
        (1, 1, "1 fact was added to your cards."),
        (3, 3, "3 facts were added to your cards."),
        (3, 1, "1 fact was added to your cards; the others are there already."),
        (3, 0, "The 3 facts that went wrong are among your cards already."),
        (1, 0, "The 1 fact that went wrong is among your cards already."),
    ],
)
def test_adding_cards_says_what_it_did(total, made, words):
    assert messages.cards_added(total, made) == words


@pytest.mark.parametrize(
    ("purpose", "rules", "name"),
    [
        ("recall", {"section": "Arms"}, "Recall: Arms"),
        ("first", {}, "Your first question"),
        ("again", {}, "Only the wrong ones"),
        ("quiz", {"names": ["CFR 2024", "Arms"]}, "CFR 2024, Arms"),
        ("quiz", {"names": []}, "All documents"),
        ("quiz", {}, "All documents"),
    ],
)
def test_an_attempt_has_a_name(purpose, rules, name):
    with translation.override("en-gb"):
        assert messages.attempt_name(Attempt(purpose=purpose, rules=rules)) == name
