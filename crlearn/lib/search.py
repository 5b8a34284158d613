"""Search: every word that is looked for begins a word of a folded text. The database narrows by a column of folded text
(with a trigram index on PostgreSQL); the rest is done here, the same on every database.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from crlearn.lib.text import fold

MOST_WORDS = 8
LONGEST = 200  # characters of a query that are read
WINDOW = 90  # characters shown on either side of the first hit
WORD = re.compile(r"[^\W_]+(?:['.,·-][^\W_]+)*")


def folded(*texts: str) -> str:
    """Return texts as they are searched: folded, in lower case, without accents, each on a line of its own."""
    return "\n".join(_plain(text) for text in texts if text)


def _plain(text: str) -> str:
    return fold(text, casefold=True, accents=False).text


def terms(query: str) -> list[str]:
    """Return the words of a query, folded, each once and at most eight; none where there is nothing to look for."""
    return list(dict.fromkeys(WORD.findall(_plain(query[:LONGEST]))))[:MOST_WORDS]


def holds(words: Sequence[str], field: str = "folded") -> Q:
    """Return the condition that words of a folded column begin with every word. It narrows; `score` decides.

    A part of a word is not enough: "us" would bring every text on Russia, and those that are looked at are limited.
    """
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__contains": word})  # what an index answers
        condition &= Q(**{f"{field}__regex": rf"(^|\W|_){re.escape(word)}"})  # read alike by Python and PostgreSQL
    return condition


def score(words: Sequence[str], text: str) -> int:
    """Return how well a folded text fits: 0 where a word begins no word of it; more for whole words and the phrase."""
    total = 0
    for word in words:
        hits = [match.end() for match in _beginning(word).finditer(text)]
        if not hits:
            return 0
        whole = any(end == len(text) or not text[end].isalnum() for end in hits)
        total += 2 if whole else 1
    return total + (len(words) if len(words) > 1 and " ".join(words) in text else 0)


def _beginning(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a found text; hit: it is what was looked for."""

    text: str
    hit: bool


def snippet(words: Iterable[str], text: str) -> list[Snippet]:
    """Return the surroundings of the first hit in a text as it reads, every hit in them marked; its beginning without one."""
    plain = fold(text, casefold=True, accents=False)
    spans = sorted(plain.span(*match.span()) for word in words for match in _beginning(word).finditer(plain.text))
    first = spans[0][0] if spans else 0
    start, end = _at_words(text, first - WINDOW, first + 2 * WINDOW)
    found, cursor = [Snippet("… " if start else "", False)], start
    for low, high in spans:
        if low >= cursor and high <= end:
            found += [Snippet(text[cursor:low], False), Snippet(text[low:high], True)]
            cursor = high
    found += [Snippet(text[cursor:end], False), Snippet(" …" if end < len(text) else "", False)]
    return [piece for piece in found if piece.text]


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range moved to the ends of words, within the text."""
    start = text.find(" ", start) + 1 if start > 0 else 0
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    return start, min(end, len(text))
