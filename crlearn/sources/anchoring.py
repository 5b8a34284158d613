"""Finding a quotation again in a text that may have changed since. Pure.

First all places that carry the quotation's words are gathered, then each is judged by what stands around
it, and by whether the quotation's own place can be seen to be empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from crlearn.sources.anchoring_context import Rating, old_place, rate
from crlearn.sources.anchoring_sites import Quoted, Site, sites

CONTEXT = 32  # characters of prefix and suffix that are stored with a quotation

_ENOUGH = 8  # characters of the context's key that agree: more than chance
_TELLING = 16  # a quotation shorter than that needs one more character of context for each that it lacks
_CLEARLY = 4  # times nearer than the next: then position decides
_UNIQUE_WORDS, _UNIQUE_LENGTH = 4, 24  # from here on a text does not say the same twice by chance
_MOVABLE_WORDS, _MOVABLE_LENGTH = 6, 32
_SENTENCE_END = re.compile(r"[.!?:;•][\"'”’»)\]]*\s*$|\n\s*\n\s*$|^\s*$")
_SENTENCE_CLOSED = re.compile(r"[.!?][\"'”’»)\]]*\s*$")
_PARAGRAPH_CLOSED = re.compile(r"\s*$|[ \t]*\n\s*\n")


class State(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"  # the same characters, perhaps elsewhere
    REFORMATTED = "reformatted"  # the same words; white space, hyphens, quotation marks, ligatures differ
    CHANGED = "changed"  # other words, the same passage
    AMBIGUOUS = "ambiguous"  # several places fit, and nothing decides
    ORPHAN = "orphan"  # it is gone


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quotation stands: code points start..end of the text, both None for an orphan.

    For an ambiguous one they are the likeliest of the places, to show to the person who decides.
    """

    state: State
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text with up to 32 characters before and after it: what is stored to find it again."""

    exact: str
    prefix: str
    suffix: str


def describe(text: str, start: int, end: int) -> Quotation:
    """The quotation of the code points start..end. Raises ValueError unless 0 <= start < end <= len(text)."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"not a stretch of the text: {start}..{end} of {len(text)}")
    return Quotation(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor(text: str, *, exact: str, prefix: str = "", suffix: str = "", position: int | None = None) -> Anchor:
    """Find the quotation ``exact`` in ``text``.

    prefix, suffix: what stood around it; position: where it began, in code points of the text it was
    taken from. Context decides between several places; position only where one is clearly nearest.
    """
    start = _untouched(text, exact, prefix, suffix, position)
    if start is not None:
        return Anchor(State.EXACT, start, start + len(exact))
    quoted = Quoted.of(exact, prefix, suffix, position)
    found = sites(text, quoted)
    if not found:
        return Anchor(State.ORPHAN)
    if not (prefix or suffix):
        return _nearest(text, quoted, found)
    if framed := [site for site in found if site.framed]:
        return _nearest(text, quoted, framed)
    rated = rate(text, quoted, found)
    place = old_place(text, quoted, found)
    if place and place.sites:
        return _nearest(text, quoted, place.sites)
    if place and place.rating.total >= rated[0][0].total:
        return _moved(text, quoted, found) if place.start == place.end else Anchor(State.ORPHAN)
    return _by_context(text, quoted, rated)


def _untouched(text: str, exact: str, prefix: str, suffix: str, position: int | None) -> int | None:
    """Where the quotation stands with its very context, at its old position or nowhere else: the usual case,
    told without folding anything."""
    frame = prefix + exact + suffix
    place = -1
    if position is not None and position >= len(prefix) and text.startswith(frame, position - len(prefix)):
        place = position - len(prefix)
    elif prefix and suffix and exact:
        place = text.find(frame)
        if text.find(frame, place + 1) >= 0:
            return None
    whole = exact and (prefix or place == 0) and (suffix or place + len(frame) == len(text))
    return place + len(prefix) if whole and place >= 0 else None


def _nearest(text: str, quoted: Quoted, found: list[Site]) -> Anchor:
    """The only site, or the one clearly nearest to the old position; else ambiguous."""
    position = quoted.position
    if len(found) == 1:
        return _at(text, quoted, found[0])
    if position is None:
        return Anchor(State.AMBIGUOUS, found[0].start, found[0].end)
    first, second = sorted(found, key=lambda site: abs(site.start - position))[:2]
    if abs(first.start - position) * _CLEARLY < abs(second.start - position):
        return _at(text, quoted, first)
    return Anchor(State.AMBIGUOUS, first.start, first.end)


def _moved(text: str, quoted: Quoted, found: list[Site]) -> Anchor:
    """The quotation's own place is empty: it was deleted, and the same words elsewhere are a look-alike.

    A whole sentence of some length, standing once and as a whole sentence again, has rather been moved.
    """
    site = found[0]
    long_enough = quoted.words >= _MOVABLE_WORDS and len(quoted.key) >= _MOVABLE_LENGTH
    if (
        len(found) == 1
        and long_enough
        and _is_sentence(quoted.prefix, quoted.exact, quoted.suffix)
        and _is_sentence(text[: site.start][-CONTEXT:], quoted.exact, text[site.end :][:CONTEXT])
    ):
        return _at(text, quoted, site)
    return Anchor(State.ORPHAN)


def _by_context(text: str, quoted: Quoted, rated: list[tuple[Rating, Site]]) -> Anchor:
    """No site has the whole context and the old place is not to be seen: weigh what context there is."""
    most = rated[0][0].total
    enough = _ENOUGH + max(0, _TELLING - len(quoted.key))
    if most >= min(enough, quoted.longest_side):
        return _nearest(text, quoted, [site for rating, site in rated if rating.total * 4 > most * 3])
    if quoted.words < _UNIQUE_WORDS and len(quoted.key) < _UNIQUE_LENGTH:
        return Anchor(State.ORPHAN)  # a few words in strange company are not the quotation
    return _nearest(text, quoted, [site for _, site in rated])


def _is_sentence(before: str, quotation: str, after: str) -> bool:
    """Whether the quotation begins and ends where a sentence or paragraph does."""
    closed = _SENTENCE_CLOSED.search(quotation) or _PARAGRAPH_CLOSED.match(after)
    return bool(_SENTENCE_END.search(before) and closed)


def _at(text: str, quoted: Quoted, site: Site) -> Anchor:
    """The anchor at a site."""
    same = text[site.start : site.end] == quoted.exact
    return Anchor(State.EXACT if same else State.REFORMATTED, site.start, site.end)
