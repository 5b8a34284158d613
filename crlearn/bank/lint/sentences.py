"""All sentences of all documents, to find those that speak of what a question asks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from crlearn.bank.lint.texts import DocumentText
from crlearn.bank.lint.words import content_words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, its place in the reading text, and the stems of its content words."""

    slug: str
    start: int
    end: int
    text: str
    words: frozenset[str]


class Sentences:
    """The sentences of some documents, with the weight of each word: the rarer, the more it tells."""

    def __init__(self, documents: Iterable[DocumentText]) -> None:
        self.all: list[Sentence] = []
        self._by_word: dict[str, list[int]] = {}
        for document in documents:
            for start, end in document.sentences:
                text = document.text[start:end]
                words = frozenset(content_words(text))
                for word in words:
                    self._by_word.setdefault(word, []).append(len(self.all))
                self.all.append(Sentence(document.entry.slug, start, end, text, words))

    def weight(self, words: Iterable[str]) -> float:
        """Return how much some words tell together; a word that stands nowhere tells as much as one that stands once."""
        return sum(math.log((len(self.all) + 1) / (len(self._by_word.get(word, ())) or 1)) for word in words)

    def speaking_of(self, words: frozenset[str], share: float) -> list[tuple[Sentence, float]]:
        """Return the sentences that have at least that share of the words' weight, with the share."""
        whole = self.weight(words)
        if not whole:
            return []
        weights: dict[int, float] = {}
        for word in words:
            one = self.weight((word,))
            for place in self._by_word.get(word, ()):
                weights[place] = weights.get(place, 0.0) + one
        return [(self.all[place], told / whole) for place, told in weights.items() if told >= share * whole]
