"""What all rules share: the bank, the documents, the vocabulary, built once for a run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from crlearn.bank.files import Bank, Entry
from crlearn.bank.lint.sentences import Sentences
from crlearn.bank.lint.subject import Quoted, Subject, quoted_of
from crlearn.bank.lint.texts import DocumentText
from crlearn.bank.lint.words import content_words, tokens
from crlearn.bank.spans import Gazetteer, Span, all_spans
from crlearn.bank.values import squeezed
from crlearn.sources.quotations import ReadingText
from crlearn.sources.reading import DocumentEntry

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[&/][A-Z]+)?\b")
LINTED = ("ready", "review")  # a draft is not finished, and what is retired is no longer asked


class Context:
    """A bank with its documents. Make it with `Context.of`."""

    def __init__(self, bank: Bank, documents: dict[str, DocumentText]) -> None:
        self.bank = bank
        self.documents = documents
        self._spans: dict[str, list[Span]] = {}
        self._longest: dict[str, list[Span]] = {}
        self._quotations: dict[str, tuple[Quoted, ...]] = {}

    @classmethod
    def of(cls, bank: Bank, texts: Mapping[str, ReadingText], documents: Sequence[DocumentEntry]) -> Context:
        """From the bank's files, the reading text of each document by slug, and the entries of documents.yaml."""
        return cls(bank, {entry.slug: DocumentText(entry, texts[entry.slug]) for entry in documents})

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of all entities, to find them in a text."""
        return Gazetteer.of(entry.model for entry in self.bank.entities.values())

    def spans(self, text: str) -> list[Span]:
        """Return the typed spans of a text, those inside longer ones too; worked out once."""
        if text not in self._spans:
            self._spans[text] = all_spans(text, self.gazetteer)
        return self._spans[text]

    def longest(self, text: str) -> list[Span]:
        """Return the typed spans of a text, of two that overlap the longer; as `bank.spans.spans` gives them."""
        if text not in self._longest:
            taken: list[Span] = []
            for span in sorted(self.spans(text), key=lambda span: (span.start - span.end, span.start)):
                if not any(span.start < other.end and other.start < span.end for other in taken):
                    taken.append(span)
            self._longest[text] = sorted(taken, key=lambda span: span.start)
        return self._longest[text]

    def quotations(self, fact: Entry) -> tuple[Quoted, ...]:
        """Return the quotations of a fact, with their places."""
        if fact.ref not in self._quotations:
            self._quotations[fact.ref] = quoted_of(fact, self.documents)
        return self._quotations[fact.ref]

    @cached_property
    def sentences(self) -> Sentences:
        """Every sentence of every document."""
        return Sentences(self.documents.values())

    @cached_property
    def facts(self) -> dict[str, Subject]:
        """The facts that are looked at, by ref."""
        facts = self.bank.facts.values()
        return {entry.ref: Subject(entry, self) for entry in facts if entry.model.status in LINTED}

    @cached_property
    def questions(self) -> dict[str, Subject]:
        """The questions that are looked at, by ref: those whose facts are too."""
        return {
            entry.ref: Subject(entry, self)
            for entry in self.bank.questions.values()
            if entry.model.status in LINTED and all(ref in self.facts for ref in entry.facts)
        }

    @cached_property
    def by_answer(self) -> dict[str, list[Subject]]:
        """Answer (squeezed) → the questions with that one answer."""
        found: dict[str, list[Subject]] = {}
        for subject in self.questions.values():
            if len(subject.keys) == 1:
                found.setdefault(squeezed(subject.keys[0]), []).append(subject)
        return found

    @cached_property
    def answers(self) -> dict[str, frozenset[str]]:
        """Ref of a fact → the answers (squeezed) of the questions that ask it alone."""
        found: dict[str, set[str]] = {}
        for subject in self.questions.values():
            if len(subject.facts) == 1:
                found.setdefault(subject.facts[0].ref, set()).update(squeezed(key) for key in subject.keys)
        return {ref: frozenset(answers) for ref, answers in found.items()}

    def facts_after(self, subject: Subject) -> Sequence[Subject]:
        """Return the facts that stand behind a fact, so that each pair is met once."""
        return self._ordered[self._places[subject.ref] + 1 :]

    @cached_property
    def _ordered(self) -> tuple[Subject, ...]:
        return tuple(self.facts.values())

    @cached_property
    def _places(self) -> dict[str, int]:
        return {ref: place for place, ref in enumerate(self.facts)}

    def source_names(self, slug: str) -> tuple[str, ...]:
        """Return the names of a document and of its publisher: short name and the words that only it has of it, title,
        publisher, other names of the publisher."""
        entry = self.documents[slug].entry
        others = {
            word for other in self.documents.values() if other.entry is not entry for word in other.entry.short.split()
        }
        own = {word for word in entry.short.split() if word not in others and not word.isdecimal()}
        names = {entry.short, entry.title, entry.publisher, *own}
        for known in self.names.values():
            names |= set(known) if entry.publisher in known else set()
        return tuple(sorted(name for name in names if name))

    @cached_property
    def publishers(self) -> frozenset[str]:
        """The entities that published a document."""
        publishers = [document.entry.publisher for document in self.documents.values()]
        return frozenset(span.value for name in publishers for span in self.spans(name) if span.type == "entity")

    @cached_property
    def source_words(self) -> frozenset[str]:
        """The content words by which the documents are named: publishers, short names, years."""
        entries = [document.entry for document in self.documents.values()]
        names = [f"{entry.publisher} {entry.short} {entry.published[:4]}" for entry in entries]
        return frozenset(content_words(" ".join(names)))

    def alike(self, words: frozenset[str], other: frozenset[str]) -> float:
        """Return how much two sets of words have in common, by weight: from 0 to 1."""
        whole = self.sentences.weight(words | other)
        return self.sentences.weight(words & other) / whole if whole else 0.0

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Entity → its name and its aliases."""
        return {key: (one.model.name, *one.model.aliases) for key, one in self.bank.entities.items()}

    @cached_property
    def terms(self) -> dict[str, Any]:
        """Glossary term as it stands in the texts → its model."""
        return {one.model.term: one.model for one in self.bank.terms.values()}

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every token of the vocabulary: names, glossary, topics, and the titles and publishers of documents."""
        terms = [text for one in self.terms.values() for text in (one.term, one.expansion or "")]
        topics = [one.model.name for one in self.bank.topics.values()]
        entries = [document.entry for document in self.documents.values()]
        titles = [text for entry in entries for text in (entry.title, entry.publisher, entry.short)]
        names = [name for names in self.names.values() for name in names]
        return frozenset(token for text in (*names, *terms, *topics, *titles) for token in tokens(text))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Every word of capital letters in a name of the vocabulary, a term of its glossary, or a document's short name."""
        names = [name for names in self.names.values() for name in names]
        shorts = [document.entry.short for document in self.documents.values()]
        return frozenset(_CAPITALS.findall(" ".join((*names, *self.terms, *shorts))))

    @cached_property
    def disagreements(self) -> dict[str, tuple[Any, ...]]:
        """Ref of a fact → the disagreements (models) that it takes part in."""
        found: dict[str, list[Any]] = {}
        for entry in self.bank.disagreements.values():
            for claim in entry.model.claims:
                found.setdefault(claim.fact, []).append(entry.model)
        return {ref: tuple(models) for ref, models in found.items()}
