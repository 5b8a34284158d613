"""Which words the documents use: the evidence for how a word that was broken at a line end is to be made whole."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from crlearn.sources.reading.lines import HYPHENS, Line, split_lines

WORD = re.compile(r"[^\W_]+(?:[-\u2010’'][^\W_]+)*")
_PART = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def vocabulary(raws: Iterable[str]) -> frozenset[str]:
    """Return the words of several raw texts as they are written, for `read(…, corpus=…)`. Broken words are left out."""
    return frozenset(word for raw in raws for word in _whole_words(split_lines(raw)))


def _whole_words(lines: Sequence[Line]) -> Iterable[str]:
    """Yield every word but those that a line end cuts, and addresses, which run words together."""
    broken = False
    for line in lines:
        tokens = line.text.split()
        first = 1 if broken else 0
        broken = tokens[-1][-1] in HYPHENS
        for token in tokens[first : len(tokens) - 1 if broken else None]:
            if "://" not in token and "www." not in token:
                yield from WORD.findall(token)


class Words:
    """How often a form occurs, whatever its capitals."""

    def __init__(self, lines: Sequence[Line], corpus: Collection[str] = ()) -> None:
        own = list(_whole_words(lines))
        self._whole: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()
        self._heads: dict[str, set[str]] = {}
        self._exact = Counter(own)
        self._small: set[str] = {word for word in (*own, *corpus) if word.islower()}
        for word in own:
            self._count(word)
        for word in corpus:
            if word.casefold() not in self._whole:
                self._count(word)

    def _count(self, word: str) -> None:
        folded = word.casefold().replace("\u2010", "-")
        self._whole[folded] += 1
        parts = folded.split("-")
        if len(parts) > 1:
            self._heads.setdefault(parts[0], set()).add(folded)
            for low in range(len(parts)):
                for high in range(low + 1, len(parts) + 1):
                    if high - low < len(parts):
                        self._parts["-".join(parts[low:high])] += 1

    def times(self, form: str) -> int:
        """Return how often the form stands alone or as a part of a compound, inflected forms included."""
        folded = form.casefold()
        return sum(self._whole[variant] + self._parts[variant] for variant in _variants(folded))

    def knows(self, form: str) -> bool:
        """Say whether the form is a word of the documents."""
        return self.times(form) > 0

    def is_common(self, form: str) -> bool:
        """Say whether a word is no name: it occurs without a capital, and not more often with one."""
        small, capital = self._exact[form.casefold()], self._exact[form]
        return small >= capital if small else capital <= 1 and form.casefold() in self._small

    def is_capital_for_once(self, form: str) -> bool:
        """Say whether a word has a capital here that it does not usually have: it is no name, and it is in a title."""
        folded = form.casefold()
        common = folded in self._small or any(v in self._small for v in (folded + "s", folded.removesuffix("s")))
        return form[:1].isupper() and common and self._exact[form] <= 1

    def stands_alone(self, form: str) -> bool:
        """Say whether the form is a word by itself, not only a part of a compound."""
        return any(self._whole[variant] for variant in _variants(form.casefold()))

    def begins_compounds(self, form: str) -> bool:
        """Say whether the form is written with a hyphen where it begins a compound.

        A word of its own needs one example (long-serving). A prefix (anti-, re-) needs two, and more than it has words
        which are written together.
        """
        folded = form.casefold()
        examples = len(self._heads.get(folded, ()))
        if not examples or self._whole[folded]:
            return bool(examples)
        together = sum(
            word.startswith(folded) and self._whole[word[len(folded) :]] > 0 for word in self._whole if "-" not in word
        )
        return examples > 1 and examples > together


_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "’s", "ism", "ist")


def _variants(form: str) -> set[str]:
    """Return the form and its near inflections (copter, copters; direct, directed)."""
    found = {form}
    for ending in _ENDINGS:
        found.add(form + ending)
        if form.endswith(ending) and len(form) - len(ending) > 2:
            found.add(form[: -len(ending)])
    return found


def words_of(token: str) -> str:
    """Return a token without the punctuation around it."""
    return token.strip("“”‘’\"'()[]{}.,;:!?…*")
