"""The shipped questions, each spoiled in one way: a rule of form finds at least 95 of 100, and the unspoiled pass."""

from dataclasses import replace
from functools import cache

import pytest

from crlearn.bank import files
from crlearn.bank.lint import RULES, Context
from crlearn.bank.lint.subject import Subject
from crlearn.bank.lint.words import tokens
from tests.bank.lint.planted import RECALL, SEEDS, real

QUESTIONS = SEEDS.parent / "questions"
SAMPLE = 120  # questions of a spoiling, from all over the bank


@cache
def bank():
    texts, entries = real()
    return Context.of(files.read(QUESTIONS, list(texts)), texts, entries)


def with_options(model, change):
    """The model with each option changed: change(option, number) gives its new text."""
    options = [option.model_copy(update={"text": change(option, at)}) for at, option in enumerate(model.options)]
    return model.model_copy(update={"options": tuple(options)})


def other(model, text):
    """The model with its last wrong option in other words."""
    last = [option.id for option in model.options if not option.correct][-1]
    return with_options(model, lambda option, _: text(option.text) if option.id == last else option.text)


def key(model):
    return next(option.text for option in model.options if option.correct)


def asked(model, prompt):
    return model.model_copy(update={"prompt": prompt})


def lower(text):
    return text[:1].lower() + text[1:]


def reordered(model):
    return model.model_copy(update={"options": tuple(reversed(model.options))})


def first_word_gap(model):
    words = "".join(model.parts).split()
    return model.model_copy(update={"text": f"[[{words[0]}]] {' '.join(words[1:])}"})


def choice(subject):
    return bool(subject.options)


def words(subject):
    return bool(subject.options) and all(value.type == "words" for value in subject.stated)


def numberless(subject):
    """Options of words alone, none a number: “often” beside a number is not vague."""
    return words(subject) and not any(one[0] == "#" for option in subject.options for one in tokens(option.text))


def ordered(subject):
    return bool(subject.options) and all(value.ordered for value in subject.stated)


def cloze(subject):
    return subject.kind == "cloze"


def short(subject):
    return subject.kind == "short_answer"


SPOILED = {
    "two options": (
        "M1",
        choice,
        lambda m: (
            m.model_copy(update={"options": m.options[:2]})
            if m.type == "single_choice"
            else m.model_copy(update={"options": (*m.options[:1], *(o for o in m.options if not o.correct))})
        ),
    ),
    "the key again, with an article": ("M2", words, lambda m: other(m, lambda _: f"The {lower(key(m))}")),
    "the key again, in capitals": ("M2", choice, lambda m: other(m, lambda _: key(m).upper())),
    "the key and more": (
        "M3",
        words,
        lambda m: other(m, lambda _: f"{key(m)} and the right of passage through every strait"),
    ),
    "all of the above": ("M4", choice, lambda m: other(m, lambda _: "All of the above")),
    "none of these": ("M4", choice, lambda m: other(m, lambda _: "None of these")),
    "descending": ("M5", ordered, reordered),
    "shuffled numbers": ("M5", ordered, lambda m: m.model_copy(update={"keep_order": False})),
    "the odd one out": ("M6", choice, lambda m: asked(m, "Which of these is not among what was said of both in 2023?")),
    "an exception": ("M6", choice, lambda m: asked(m, f"{m.prompt[:-1]}, with one exception?")),
    "the key in the prompt": ("M7", words, lambda m: asked(m, f"{m.prompt[:-1]}, other than {lower(key(m))}?")),
    "always": (
        "M9",
        choice,
        lambda m: with_options(m, lambda option, _: option.text if option.correct else f"Always {lower(option.text)}"),
    ),
    "often": (
        "M10",
        numberless,
        lambda m: other(m, lambda text: f"Often {lower(text)}"),
    ),
    "a long key": (
        "M11",
        words,
        lambda m: with_options(
            m,
            lambda option, _: (
                f"{option.text}, for the reasons that were given by each of both" if option.correct else option.text
            ),
        ),
    ),
    "a year among words": ("M12", words, lambda m: other(m, lambda _: "1996")),
    "three sentences": (
        "M15",
        choice,
        lambda m: asked(m, f"China has a navy. Russia has a navy. The sea is wide. {m.prompt}"),
    ),
    "no question": ("M16", choice, lambda m: asked(m, m.prompt.replace("?", "."))),
    "which is true": ("M16", choice, lambda m: asked(m, f"Which of the following is true? {m.prompt}")),
    "the first word left out": ("M17", cloze, first_word_gap),
    "the answer above the gap": ("M17", cloze, lambda m: asked(m, f"Complete with {m.key} what was written.")),
    "a small word left out": (
        "M17",
        cloze,
        lambda m: m.model_copy(update={"text": "".join(m.parts) + " so it was [[of]] old"}),
    ),
    "no whys": (
        "M18",
        choice,
        lambda m: m.model_copy(update={"options": tuple(o.model_copy(update={"why": None}) for o in m.options)}),
    ),
    "a list": (
        "F1",
        short,
        lambda m: m.model_copy(update={"answer": f"{m.answer}, the first treaty and the second plan"}),
    ),
    "a long answer": (
        "F1",
        short,
        lambda m: m.model_copy(
            update={"answer": f"{m.answer} in the days in which both of the states were at odds with the others"}
        ),
    ),
}


def check(rule_id):
    return next(rule for rule in RULES if rule.id == rule_id).check


@pytest.mark.parametrize("name", SPOILED)
def test_a_question_spoiled_in_this_way_is_found(name):
    rule_id, fits, spoil = SPOILED[name]
    fit = [subject for subject in bank().questions.values() if fits(subject)]
    chosen = fit[:: max(1, len(fit) // SAMPLE)]
    assert len(chosen) >= 15
    missed = []
    for subject in chosen:
        spoiled = Subject(replace(subject.entry, model=spoil(subject.model)), subject.context)
        if not list(check(rule_id)(spoiled)):
            missed.append((subject.ref, spoiled.prompt, [option.text for option in spoiled.options]))
    assert len(missed) <= (1 - RECALL) * len(chosen), missed


@pytest.mark.parametrize("rule_id", sorted({rule_id for rule_id, _, _ in SPOILED.values()}))
def test_what_was_written_and_read_with_care_passes(rule_id):
    questions = bank().questions.values()
    rule = next(rule for rule in RULES if rule.id == rule_id)
    flagged = [
        one.ref
        for one in questions
        if one.kind in rule.applies and rule_id not in one.model.ignore and list(rule.check(one))
    ]
    assert len(flagged) <= 0.02 * len(questions), flagged
