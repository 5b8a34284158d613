"""Folding: what one reader would call the same text, made the same string, with a way back.

Anchoring, the comparison of typed answers and search fold here, so that they agree on what is the same.
Folding makes white space, quotation marks, dashes, ligatures and other compatibility characters alike
and drops what has no width. It never changes a word or a number: superscripts and fractions stay, for
10² is not 102.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_DOUBLE_QUOTES = '"“”„‟«»″‶〝〞〟＂'
_SINGLE_QUOTES = "'‘’‚‛‹›′‵`´ʹʼ＇"
_QUOTES = dict.fromkeys(_DOUBLE_QUOTES, '"') | dict.fromkeys(_SINGLE_QUOTES, "'")
_OTHER_DASHES = "−⁃"  # minus sign, hyphen bullet: dashes by use, though not by Unicode category Pd
# Their plain letters would be another number, or a word run together with its neighbour.
_KEPT_APART = {"<super>", "<sub>", "<fraction>", "<circle>"}
_WORD = re.compile(r"[^\W_]+(?:['.,·-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. ``text[i]`` came from the original's code points ``positions[i]`` to ``ends[i]``.

    Both arrays rise; two letters of one ligature share their place. Dropped characters lie in gaps.
    """

    text: str
    positions: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's range of the non-empty folded range start..end, without what was dropped around it."""
        return self.positions[start], self.ends[end - 1]

    def index(self, position: int) -> int:
        """Where the first folded character from the original's ``position`` on stands."""
        return bisect_left(self.positions, position)


def fold(text: str, *, casefold: bool = False, accents: bool = True) -> Folded:
    """Fold ``text``: white space runs to one space and trimmed, quotation marks to " or ', dashes and
    hyphens to -, ligatures and compatibility characters to plain letters, zero-width characters and soft
    hyphens dropped, accents composed (or, with accents=False, taken off), case folded on request.
    """
    characters = set(text)
    maps = {char: _fold_character(char, casefold, accents) for char in characters}
    parts = _Parts(_translate(text, {char: new for char, new in maps.items() if len(new) == 1 and new != char}))
    last = 0
    for match in _irregular(maps).finditer(text):
        parts.keep(last, match.start())
        parts.replace(match.start(), match.end(), _fold_run(match.group(), casefold, accents))
        last = match.end()
    parts.keep(last, len(text))
    return parts.folded()


def words(text: str) -> list[str]:
    """The words of a text, folded and in lower case: "U.S.-led" is one, and so are "1,000" and "it's"."""
    return _WORD.findall(fold(text, casefold=True).text)


def is_joiner(char: str) -> bool:
    """Whether a character continues the letter before it: a combining mark or a Hangul vowel or final."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=4096)
def _fold_character(char: str, casefold: bool, accents: bool) -> str:
    """What one character folds to: "" if dropped, " " for white space, else one or more characters."""
    if char in _QUOTES:
        return _QUOTES[char]
    if char.isspace() or char in "\u2800\u3164":  # the blank braille pattern and the Hangul filler look like spaces
        return " "
    category = unicodedata.category(char)
    if category in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f":  # formats, controls, variation selectors
        return ""
    if category == "Pd" or char in _OTHER_DASHES:
        return "-"
    return _fold_letter(char, casefold, accents)


def _fold_letter(char: str, casefold: bool, accents: bool) -> str:
    """A character that is neither quotation mark, dash nor blank, made plain."""
    kind = unicodedata.decomposition(char).partition(" ")[0]
    compatible = kind.startswith("<") and kind not in _KEPT_APART
    plain = unicodedata.normalize("NFKC" if compatible else "NFC", char)
    if not accents:
        plain = _without_accents(plain)
    if casefold:
        plain = plain.casefold()
    if plain == char or " " in plain:  # a spacing accent: its plain form would be a space and a mark
        return char
    return "".join(_fold_character(part, casefold, accents) for part in plain)  # ŉ holds an apostrophe


def _without_accents(text: str) -> str:
    """The text without its combining marks."""
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(char for char in apart if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def _translate(text: str, table: dict[str, str]) -> str:
    """Each character of ``text`` exchanged as ``table`` says, one for one."""
    if len(table) > 40 or set(table) & set(table.values()):  # a chain of replacements must not feed itself
        return text.translate({ord(char): new for char, new in table.items()})
    for char, new in table.items():  # the same, and much faster for the few that English prose has
        text = text.replace(char, new)
    return text


def _irregular(maps: dict[str, str]) -> re.Pattern[str]:
    """Finds what cannot be folded one character for one: letters with their marks, characters that become
    several, dropped ones, and white space of more than one character. (A lone space is regular: speed.)"""
    joiner = _char_class(char for char in maps if is_joiner(char))
    dropped = _char_class(char for char, new in maps.items() if new == "" and not is_joiner(char))
    blank = _char_class(char for char, new in maps.items() if new in ("", " "))
    branches = []
    if joiner:
        base = f"[^{joiner[1:-1]}{blank[1:-1]}]?"
        branches.append(f"{base}(?:{dropped}*{joiner})+" if dropped else f"{base}{joiner}+")
    if several := _char_class(char for char, new in maps.items() if len(new) > 1):
        branches.append(several)
    if blank:
        branches.append(f"{blank}{{2,}}")
    if dropped:
        branches.append(dropped)
    return re.compile("|".join(branches) or r"(?!)", re.DOTALL)


def _char_class(chars: Iterable[str]) -> str:
    """A regular expression for any one of some characters; "" for none."""
    inside = "".join(re.escape(char) for char in sorted(chars))
    return f"[{inside}]" if inside else ""


@lru_cache(maxsize=4096)
def _fold_run(run: str, casefold: bool, accents: bool) -> str:
    """What an irregular run folds to."""
    parts = [_fold_character(char, casefold, accents) for char in run]
    folded = "".join(parts)
    if not folded.strip(" "):
        return folded[:1]
    if not is_joiner(run[-1]):
        return folded
    shown = "".join(char for char, part in zip(run, parts, strict=True) if part or is_joiner(char))
    composed = unicodedata.normalize("NFC", shown if accents else _without_accents(shown))
    plain = "".join(_fold_character(char, casefold, accents) for char in composed)
    return unicodedata.normalize("NFC", plain)  # a mark on a ligature joins its last letter


class _Parts:
    """Collects the folded text piece by piece, with the places it came from."""

    def __init__(self, mapped: str) -> None:
        self.mapped = mapped  # as long as the original; right wherever it is kept
        self.text: list[str] = []
        self.identity = array("I", range(len(mapped) + 1))  # slices of it copy faster than ranges
        self.positions = array("I")
        self.ends = array("I")

    def keep(self, start: int, end: int) -> None:
        """Take a stretch that is folded one character for one."""
        if start < end:
            self.text.append(self.mapped[start:end])
            self.positions.extend(self.identity[start:end])
            self.ends.extend(self.identity[start + 1 : end + 1])

    def replace(self, start: int, end: int, new: str) -> None:
        """Take ``new`` for a stretch."""
        if new:
            self.text.append(new)
            self.positions.extend([start] * len(new))
            self.ends.extend([end] * len(new))

    def folded(self) -> Folded:
        """All of it, without white space at either end."""
        text = "".join(self.text)
        start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
        return Folded(text[start:end], self.positions[start:end], self.ends[start:end])
