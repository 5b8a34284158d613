"""Small banks with a flaw planted in them, as tables: what a rule must find, and look-alikes that it must let pass.

A case is YAML, all keys optional:

    name:      of the test
    text:      the document (slug crs-2023): paragraphs with a blank line between; "# " begins a heading, "[^6] " a
               footnote, "^^ " a caption. `real` instead: the document as it is in seeds/
    others:    {slug: text} of more documents
    documents: {slug: {title: …, short: …, published: …}} over what documents.yaml has of them
    quote:     the quotation of the fact (a text, a mapping, or a list of them); else the first paragraph
    fact:      what the fact has besides
    question:  its question; `questions`: several
    facts:     several facts, each {quote, question, …}, instead of all that
    groups:    questions of several facts
    across:    the file across.yaml; vocabulary: the file vocabulary.yaml
"""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from crlearn.bank import files
from crlearn.bank.lint import RULES, lint_context
from crlearn.bank.lint.context import Context
from crlearn.bank.lint.texts import read_folder
from crlearn.sources.quotations import ReadingText
from crlearn.sources.reading import Block, Kind, Run

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
LEAST_FLAWS, LEAST_LEGAL, RECALL = 10, 5, 0.95
OVER_ALL = ("B7", "B8")  # these rules judge what the others found
MARKS = {"# ": Kind.HEADING, "[^6] ": Kind.FOOTNOTE, "^^ ": Kind.CAPTION}
TEXT = "In August 2023, a joint PRC and Russian flotilla conducted a maritime patrol in areas including the vicinity of Alaska."
FACT = {
    "statement": "A joint flotilla of China and Russia patrolled near Alaska in August 2023.",
    "nature": "event",
    "when": "2023-08",
    "importance": "core",
    "topics": ["exercises"],
}
QUESTION = {
    "type": "short_answer",
    "prompt": "Near which US state did a joint flotilla patrol in August 2023?",
    "answer": "Alaska",
}
VOCABULARY = {
    "topics": [{"id": "exercises", "name": "Military exercises"}],
    "entities": [
        {"id": "china", "kind": "place", "name": "China", "aliases": ["PRC", "Beijing", "People’s Republic of China"]},
        {"id": "russia", "kind": "place", "name": "Russia", "aliases": ["Moscow", "Russian Federation"]},
        {"id": "alaska", "kind": "place", "name": "Alaska"},
        {"id": "sco", "kind": "organisation", "name": "Shanghai Cooperation Organization", "aliases": ["SCO"]},
        {"id": "nato", "kind": "organisation", "name": "North Atlantic Treaty Organization", "aliases": ["NATO"]},
        {"id": "united-states", "kind": "place", "name": "United States", "aliases": ["US", "U.S.", "Washington"]},
        {"id": "xi-jinping", "kind": "person", "name": "Xi Jinping", "aliases": ["Xi"]},
        {"id": "vladimir-putin", "kind": "person", "name": "Vladimir Putin", "aliases": ["Putin"]},
    ],
}


@dataclass(frozen=True)
class Table:
    """The flaws that a rule must find and the look-alikes that it must let pass: YAML lists of cases."""

    flaws: list
    legal: list

    @classmethod
    def of(cls, flaws: str, legal: str) -> "Table":
        return cls(yaml.safe_load(flaws), yaml.safe_load(legal))


@cache
def real() -> tuple:
    """The documents of seeds/: texts by slug, entries."""
    return read_folder(SEEDS)


def context_of(case: dict) -> Context:
    """The small bank of a case, with its documents."""
    texts, entries = dict(real()[0]), list(real()[1])
    given = {"crs-2023": case.get("text", TEXT), **case.get("others", {})}
    for slug, text in given.items():
        if text != "real":
            texts[slug] = ReadingText(_blocks(text))
    for slug in set(texts) - set(given):
        texts[slug] = ReadingText(_blocks(f"Nothing of this is told in {slug}."))
    over = case.get("documents", {})
    entries = [entry.model_copy(update=over.get(entry.slug, {})) for entry in entries]
    with tempfile.TemporaryDirectory() as folder:
        for name, content in _files(case, entries).items():
            Path(folder, name).write_text(yaml.safe_dump(_as_text(content), allow_unicode=True, sort_keys=False))
        bank = files.read(Path(folder), list(texts))
    return Context.of(bank, texts, entries)


def found(rule_id: str, case: dict) -> tuple:
    """What a rule finds in a case."""
    rule = next(rule for rule in RULES if rule.id == rule_id)
    rules = RULES if rule_id in OVER_ALL else [rule]
    return tuple(finding for finding in lint_context(context_of(case), rules).findings if finding.rule == rule_id)


def _files(case: dict, entries: list) -> dict:
    first = {"quote": case.get("quote"), **case.get("fact", {})}
    for key in ("question", "questions"):
        if key in case:
            first[key] = case[key]
    facts = [_fact(case, number, fact) for number, fact in enumerate(case.get("facts", [first]), 1)]
    sha256 = case.get("sha256") or next(entry.sha256 for entry in entries if entry.slug == "crs-2023")
    document = {"document": "crs-2023", "document_sha256": sha256, "facts": facts}
    if "groups" in case:
        document["groups"] = [{"id": f"g{number}", **group} for number, group in enumerate(case["groups"], 1)]
    vocabulary = {**VOCABULARY, **case.get("vocabulary", {})}
    return {"crs-2023.yaml": document, "vocabulary.yaml": vocabulary} | (
        {"across.yaml": case["across"]} if "across" in case else {}
    )


def _fact(case: dict, number: int, given: dict) -> dict:
    given = dict(given)
    quote = given.pop("quote", None) or case.get("text", TEXT).split("\n\n")[0].strip()
    evidence = [
        one if isinstance(one, dict) else {"quote": one} for one in (quote if isinstance(quote, list) else [quote])
    ]
    asked = given.pop("questions", None) or [given.pop("question", {})]
    questions = [_question(index, one) for index, one in enumerate(asked, 1)]
    fact = {"id": f"f{number}", **FACT, "evidence": evidence, **given, "questions": questions}
    return {key: value for key, value in fact.items() if value is not None}


def _question(number: int, given: dict) -> dict:
    start = {} if "type" in given else QUESTION
    question = {"id": f"q{number}", **start, **given}
    if "options" in question:
        question["options"] = [
            {"id": "abcdefgh"[index], **(option if isinstance(option, dict) else {"text": option})}
            for index, option in enumerate(question["options"])
        ]
    for option in question.get("options", ()):
        if option["text"].startswith("*"):  # marks the key
            option |= {"text": option["text"][1:], "correct": "true"}
    return question


def _as_text(value: object) -> object:
    """Every scalar as text, as the files have it."""
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _blocks(text: str) -> list[Block]:
    blocks, at = [], 0
    for part in text.strip().split("\n\n"):
        line = " ".join(part.split())
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        line = line[len(mark) :]
        kind = MARKS.get(mark, Kind.PARAGRAPH)
        blocks.append(Block(kind, line, (Run(0, at, len(line)),), level=2 if kind is Kind.HEADING else 0))
        at += len(line) + 2
    return blocks
