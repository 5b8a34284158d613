"""The real bank, spoilt on purpose: each rule finds nearly all of the flaws that a slip of its author would make.

Shares are lower than for planted flaws where a flaw need not be one: a wrong option may share its words with the quotation.
"""

import random
import re
from pathlib import Path

import pytest

from crlearn.bank import files
from crlearn.bank.lint import RULES
from crlearn.bank.lint.context import Context
from crlearn.bank.lint.rule import Rule
from crlearn.bank.lint.subject import Subject
from crlearn.bank.schema_entries import DATED
from tests.bank.lint.planted import real

QUESTIONS = Path(__file__).resolve().parents[3] / "questions"
SAMPLE = 150
CHECKS = {rule.id: rule.check for rule in RULES if isinstance(rule, Rule)}


@pytest.fixture(scope="module")
def context():
    texts, entries = real()
    return Context.of(files.read(QUESTIONS, list(texts)), texts, entries)


def spoilt(subject, **changes):
    """A question with other content; its fact and evidence stay."""
    copy = Subject(subject.entry, subject.context)
    copy.model = subject.model.model_copy(update=changes)
    return copy


def wrong_key(subject):
    """The key exchanged with a wrong option."""
    if subject.kind == "single_choice" and len(subject.facts) == 1:
        wrong = next(option for option in subject.options if not option.correct)
        options = [option.model_copy(update={"correct": option is wrong}) for option in subject.options]
        yield spoilt(subject, options=tuple(options))


def right_called_wrong(subject):
    """One of several right options called wrong."""
    if subject.kind == "multiple_choice" and len(subject.facts) == 1:
        right = next(option for option in subject.options if option.correct)
        called = right.model_copy(update={"correct": False, "why": "It is not named."})
        yield spoilt(subject, options=tuple(called if option is right else option for option in subject.options))


def negation_lost(subject):
    """A negation taken out of a cloze."""
    if subject.kind == "cloze":
        text, count = re.subn(r" (?:not|never) ", " ", subject.model.text, count=1)
        if count:
            yield spoilt(subject, text=text)


def negation_added(subject):
    """A negation put into a cloze."""
    if subject.kind == "cloze" and " not " not in subject.model.text:
        text, count = re.subn(r" (is|are|was|were|has|have|will) ", r" \1 not ", subject.model.text, count=1)
        if count:
            yield spoilt(subject, text=text)


def another_year(subject):
    """The year in the sentence of a cloze changed."""
    if subject.kind == "cloze":
        text, count = re.subn(r"\b(?:19|20)\d\d\b", lambda year: str(int(year[0]) - 31), subject.model.text, count=1)
        if count:
            yield spoilt(subject, text=text)


def no_year(subject):
    """Every year taken out of the prompt of a question on what changes."""
    dated = len(subject.facts) == 1 and subject.fact.nature in DATED
    if dated and subject.kind in ("short_answer", "single_choice") and "as of" not in subject.prompt.lower():
        prompt = re.sub(r"\s*\(?\b(?:19|20)\d\d\b\)?", "", subject.prompt)
        answers = [*subject.keys, *subject.parts]
        if prompt != subject.prompt and not any(re.search(r"\d{4}", text) for text in answers):
            yield spoilt(subject, prompt=prompt)


def no_source(subject):
    """The source taken out of a question on what documents put differently."""
    if len(subject.facts) == 1 and subject.facts[0].ref in subject.context.disagreements and not subject.fact.holder:
        prompt = subject.model.prompt or ""
        for slug in subject.context.documents:
            for name in sorted(subject.context.source_names(slug), key=len, reverse=True):
                prompt = prompt.replace(name, "someone")
        if prompt != subject.model.prompt:
            yield spoilt(subject, prompt=prompt)


@pytest.mark.parametrize(
    ("spoil", "rule", "least"),
    [
        (wrong_key, "G3", 0.75),
        (right_called_wrong, "G5", 0.65),
        (negation_lost, "G6", 0.95),
        (negation_added, "G6", 0.95),
        (another_year, "G4", 0.95),
        (no_year, "G8", 0.95),
        (no_source, "G9", 0.9),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_spoilt_question_is_found(context, spoil, rule, least):
    flaws = [flaw for subject in context.questions.values() for flaw in spoil(subject)]
    flaws = random.Random(rule).sample(flaws, min(SAMPLE, len(flaws)))
    assert len(flaws) >= 25
    missed = [flaw.ref for flaw in flaws if not list(CHECKS[rule](flaw))]
    assert len(missed) <= (1 - least) * len(flaws), missed
