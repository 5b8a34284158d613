"""The places in a text where a quotation's words stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from crlearn.lib.text import words
from crlearn.sources.anchoring_keys import Key, key_of, key_of_document, same_words

MOST_SITES = 300  # more places than that are looked at only where the context also fits, or nearby
_MOST_WORK = 4_000_000  # characters compared: only a text that repeats itself without end has so many places
_EDGE = 8  # characters of context that a place must share to be looked at then
SIGNS = {"-", "\u2212", "\u2010", "\u2011", "\u2012", "\u2013"}  # all hyphens and dashes that stand for a minus
_SPACELESS = "\u0e00"  # from here on (Thai, Chinese …) scripts mostly do without spaces


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotation looked for. left, key, right: the keys of prefix, quotation and suffix, read as one text."""

    exact: str
    prefix: str
    suffix: str
    position: int | None
    whole: Key
    start: int
    end: int

    @classmethod
    def of(cls, exact: str, prefix: str, suffix: str, position: int | None) -> Quoted:
        """Prepare a quotation."""
        whole = key_of(prefix + exact + suffix)
        start, end = whole.index(len(prefix)), whole.index(len(prefix) + len(exact))
        return cls(exact, prefix, suffix, position, whole, start, end)

    @property
    def left(self) -> str:
        return self.whole.text[: self.start]

    @property
    def key(self) -> str:
        return self.whole.text[self.start : self.end]

    @property
    def right(self) -> str:
        return self.whole.text[self.end :]

    @property
    def signed(self) -> bool:
        """Whether the quotation begins with the sign of a number."""
        return self.exact[:1] in SIGNS and self.exact[1:2].isdigit()

    @property
    def words(self) -> int:
        """How many words the quotation has."""
        return len(words(self.exact))

    @property
    def longest_side(self) -> int:
        """The length of the longer of the two contexts, in characters of the key."""
        return max(len(self.left), len(self.right))


@dataclass(frozen=True, slots=True)
class Site:
    """A place with the quotation's words: code points start..end of the text, a..b of its key.

    framed: the whole prefix stands before it and the whole suffix after it.
    """

    start: int
    end: int
    a: int
    b: int
    framed: bool


def sites(text: str, quoted: Quoted) -> list[Site]:
    """All places with the words of the quotation, in order. None begins or ends inside a word or number where
    the quotation did not."""
    if not quoted.exact:
        return []
    key = key_of_document(text)
    found = []
    for start in _occurrences(text, quoted.exact, quoted.prefix, quoted.suffix, quoted.position):
        end = start + len(quoted.exact)
        found.append(_site(text, key, quoted, start, end, key.index(start), key.index(end)))
    if quoted.key:
        exact = {(site.a, site.b) for site in found}
        found += [site for site in _reformatted(text, key, quoted) if (site.a, site.b) not in exact]
    return _whole_words(text, quoted, sorted(found, key=lambda site: site.start))


def _reformatted(text: str, key: Key, quoted: Quoted) -> Iterator[Site]:
    """The places with the same words in whatever form."""
    positions = key.folded.positions
    around = quoted.position if quoted.position is None else key.index(quoted.position)
    for a in _occurrences(key.text, quoted.key, quoted.left, quoted.right, around):
        b = a + len(quoted.key)
        first, last = key.folded_index(a), key.folded_index(b - 1)
        splits = first > 0 and positions[first - 1] == positions[first]  # begins or ends inside a ligature
        splits = splits or (last + 1 < len(positions) and positions[last] == positions[last + 1])
        if not splits and same_words(quoted.whole, quoted.start, quoted.end, key, a):
            start, end = _with_marks(key, quoted, first, last)
            if not quoted.signed or text[start] in SIGNS:
                yield _site(text, key, quoted, start, end, a, b)


def _occurrences(text: str, wanted: str, prefix: str, suffix: str, position: int | None) -> list[int]:
    """Where ``wanted`` stands. Of very many places only those with some context, or those nearby."""
    places = list(islice(find_all(text, wanted), max(MOST_SITES, _MOST_WORK // len(wanted))))
    if len(places) <= MOST_SITES:
        return places
    before, after = prefix[-_EDGE:], suffix[:_EDGE]
    likely = [
        place
        for place in places
        if (before and text.endswith(before, 0, place)) or (after and text.startswith(after, place + len(wanted)))
    ]
    near = position or 0
    chosen = sorted(likely or places, key=lambda place: abs(place - near))[:MOST_SITES]
    return sorted(chosen)


def find_all(text: str, wanted: str) -> Iterator[int]:
    """Every place where ``wanted`` begins, overlapping ones too."""
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)


def _site(text: str, key: Key, quoted: Quoted, start: int, end: int, a: int, b: int) -> Site:
    """A site, looked at for its context."""
    framed = (text.endswith(quoted.prefix, 0, start) and text.startswith(quoted.suffix, end)) or (
        key.text.endswith(quoted.left, 0, a) and key.text.startswith(quoted.right, b)
    )
    return Site(start, end, a, b, framed)


def _with_marks(key: Key, quoted: Quoted, first: int, last: int) -> tuple[int, int]:
    """The range of the text for the folded characters first to last, with the quotation marks and hyphens
    around them that the quotation begins and ends with."""
    whole, folded = quoted.whole, key.folded
    head = whole.folded.text[whole.folded.index(len(quoted.prefix)) : whole.folded_index(quoted.start)]
    tail = whole.folded.text[
        whole.folded_index(quoted.end - 1) + 1 : whole.folded.index(len(quoted.prefix) + len(quoted.exact))
    ]
    for mark in reversed(head.replace(" ", "")):
        there = first - 1 - (folded.text[:first][-1:] == " ")
        if there < 0 or not _same_mark(mark, folded.text[there]):
            break
        first = there
    for mark in tail.replace(" ", ""):
        there = last + 1 + (folded.text[last + 1 : last + 2] == " ")
        if there >= len(folded.text) or not _same_mark(mark, folded.text[there]):
            break
        last = there
    return folded.span(first, last + 1)


def _same_mark(one: str, two: str) -> bool:
    """Whether two folded marks are both hyphens, or both quotation marks of whatever kind."""
    return (one == "-") == (two == "-") and two in "-\"'"


def _whole_words(text: str, quoted: Quoted, found: list[Site]) -> list[Site]:
    """The sites without those that begin or end inside a word or number, where the quotation did not.

    A quotation without context on a side is taken to be whole there.
    """
    left = _joined(quoted.prefix, quoted.exact)
    right = _joined(quoted.exact, quoted.suffix)
    cuts = [_cuts(text, site) for site in found]
    return [
        site for site, (begins, ends) in zip(found, cuts, strict=True) if (left or not begins) and (right or not ends)
    ]


def _cuts(text: str, site: Site) -> tuple[bool, bool]:
    """Whether a site begins and whether it ends inside a word or number."""
    around = slice(max(0, site.start - 8), site.start), slice(site.end, site.end + 8)
    inside = text[site.start : site.end]
    return _joined(text[around[0]], inside), _joined(inside, text[around[1]])


def _joined(before: str, after: str) -> bool:
    """Whether a word, number or signed number goes on from ``before`` into ``after``."""
    before = _visible(before[-8:])
    after = _visible(after[:8])
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if left.isalnum() and right.isalnum():
        return left < _SPACELESS or right < _SPACELESS
    return bool(
        (right.isdigit() and re.search(r"\d[.,]$|(?:^|[^\w)])[-−+±]$", before))
        or (left.isdigit() and re.match(r"[.,]\d", after))
    )


def _visible(text: str) -> str:
    """The text without characters that have no width."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf")
