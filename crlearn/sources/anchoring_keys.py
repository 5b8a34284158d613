"""What makes two stretches of text the same words: their keys agree, and the gaps between the letters do.

The key of a text is its folded characters without white space, hyphens and quotation marks. Equal keys are
found at the speed of a string search, but they are not enough: 34–60 and 3460, "notable" and "not able"
share one. So every gap between two characters of a key is compared as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from crlearn.lib.text import Folded, fold

_KEPT = re.compile(r"[^ \"'-]+")
_NUMBER_MARKS = ".,:/"


@dataclass(frozen=True, slots=True)
class Key:
    """A text's key. Runs of kept characters begin at ``at`` in the key and at ``folded_at`` in the folded text."""

    text: str
    folded: Folded
    at: list[int]
    folded_at: list[int]

    def folded_index(self, index: int) -> int:
        """Where a character of the key stands in the folded text."""
        run = _last_not_above(self.at, index)
        return self.folded_at[run] + index - self.at[run]

    def index(self, position: int) -> int:
        """Where the first kept character from the original's ``position`` on stands in the key."""
        folded_index = self.folded.index(position)
        run = _last_not_above(self.folded_at, folded_index)
        if run < 0:
            return 0
        end = self.at[run + 1] if run + 1 < len(self.at) else len(self.text)
        return min(self.at[run] + folded_index - self.folded_at[run], end)

    def gaps(self, start: int, end: int) -> dict[int, str]:
        """What was dropped inside the key's range: before the character at each offset from ``start``."""
        run = _last_not_above(self.at, start) + 1
        found: dict[int, str] = {}
        while run < len(self.at) and self.at[run] < end:
            length = self.at[run] - self.at[run - 1]
            found[self.at[run] - start] = self.folded.text[self.folded_at[run - 1] + length : self.folded_at[run]]
            run += 1
        return found

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's range of a non-empty range of the key."""
        return self.folded.span(self.folded_index(start), self.folded_index(end - 1) + 1)


def key_of(text: str) -> Key:
    """The key of a text."""
    folded = fold(text)
    runs = [(match.group(), match.start()) for match in _KEPT.finditer(folded.text)]
    at = list(accumulate((len(run) for run, _ in runs), initial=0))[:-1]
    return Key("".join(run for run, _ in runs), folded, at, [start for _, start in runs])


@lru_cache(maxsize=8)
def key_of_document(text: str) -> Key:
    """The key of a long text, kept for a while: its quotations come one after the other."""
    return key_of(text)


def same_words(key: Key, start: int, end: int, other: Key, other_start: int) -> bool:
    """Whether the key's range reads the same as the other's from ``other_start``, whose characters are equal."""
    gaps = key.gaps(start, end)
    others = other.gaps(other_start, other_start + end - start)
    text = key.text
    for offset in gaps.keys() | others.keys():
        gap, opposite = gaps.get(offset, ""), others.get(offset, "")
        place = start + offset
        if gap != opposite and not _same_gap(gap, opposite, text[max(0, place - 2) : place], text[place : place + 2]):
            return False
    return True


def _same_gap(one: str, two: str, before: str, after: str) -> bool:
    """Whether two different gaps between the same characters mean the same.

    Inside and between words a hyphen counts for little: it may be a line end's (alli-ance), dropped
    (nonstate) or set (long-term), so "re-sign" passes for "resign". White space and apostrophes must not come
    or go: "not able" is not "notable", nor "its" "it's". Nor, between digits, may anything.
    """
    left, right = before[-1], after[0]
    hyphen, space = ("-" in one, "-" in two), (one != "", two != "")
    if _in_number(before, after):
        return hyphen[0] == hyphen[1] and (hyphen[0] or space[0] == space[1])
    wordlike = (left.isalnum() or left == ".") and right.isalnum()
    if hyphen[0] == hyphen[1]:
        return hyphen[0] or not (left.isalnum() and right.isalnum()) or space[0] == space[1]
    hyphenated = one if hyphen[0] else two
    return wordlike and not hyphenated.startswith(" ")  # a dash with space before it is punctuation


def _in_number(before: str, after: str) -> bool:
    """Whether a gap lies between two digits, or beside the point or comma between two digits."""
    left, right = before[-1], after[0]
    if left.isdigit():
        return right.isdigit() or (right in _NUMBER_MARKS and after[1:].isdigit())
    return left in _NUMBER_MARKS and right.isdigit() and before[:-1].isdigit()


def _last_not_above(ascending: list[int], value: int) -> int:
    """The index of the last number not above ``value``; -1 if there is none."""
    return bisect_right(ascending, value) - 1
