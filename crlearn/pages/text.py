"""A paragraph cut into pieces for its page: quotations that may overlap, footnote references, and terms. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crlearn.pages.footnotes import Reference
from crlearn.pages.glossary import Place

WORST_FIRST = ("slipping", "learning", "new", "known")
_BEFORE = re.compile(r"[^\w\s/–—-]*\Z")  # what may not be left behind at the end of a line
_AFTER = re.compile(r"(?:[’']s\b)?[^\w\s/–—-]*")  # what may not stand at the beginning of one


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a paragraph: text[start:end], how well its fact is known, and whether it is the one looked for.

    state "": it is marked only where it is looked for. core: its fact is a core one.
    """

    start: int
    end: int
    state: str
    pk: int
    asked: bool = False
    core: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A term that explains itself, and what clings to it: a browser breaks the line around a control, even before a comma."""

    slug: str
    before: str
    name: str
    after: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a paragraph.

    state: "" where no quotation stands; both: two facts rest on it; proof: it is part of the quotation looked for;
    opens: quotations that begin here; core: one of them is of a core fact; first and last: where the proof's brackets
    stand; reference: a footnote's (then there is no text); term: the term that the piece is.
    """

    text: str
    state: str = ""
    both: bool = False
    proof: bool = False
    opens: tuple[int, ...] = ()
    core: bool = False
    first: bool = False
    last: bool = False
    reference: Reference | None = None
    term: Explained | None = None


def pieces(
    text: str, quoted: Sequence[Quoted], references: Sequence[tuple[int, Reference]], terms: Iterable[Place] = ()
) -> list[Marked]:
    """Return the pieces of a paragraph in order; their texts joined are the paragraph.

    Where quotations overlap, a piece shows the state that most needs attention, and that more than one rests on it.
    A quotation that reaches over the paragraph's ends is cut there. Of each term, whose places lie in the text, the
    first is marked that neither the border of a quotation nor a reference cuts in two.
    """
    notes = sorted(references, key=lambda pair: pair[0])
    cuts = {0, len(text)} | {cut for one in quoted for cut in (one.start, one.end)} | {offset for offset, _ in notes}
    borders = {cut for cut in cuts if 0 <= cut <= len(text)}
    explained = _explained(text, terms, borders)
    found: list[Marked] = []
    for low, high in pairwise(sorted(borders.union(*explained))):
        found += [Marked("", reference=note) for offset, note in notes if offset == low]
        found.append(_piece(text[low:high], low, high, quoted, explained.get((low, high))))
    return found + [Marked("", reference=note) for offset, note in notes if offset >= len(text)]


def _explained(text: str, terms: Iterable[Place], borders: Collection[int]) -> Mapping[tuple[int, int], Explained]:
    """Return the range of each term that is marked, with what clings to it on this side of the next border → the term."""
    found: dict[tuple[int, int], Explained] = {}
    told: set[str] = set()
    free = 0
    for place in sorted(terms, key=lambda place: place.start):
        start, end = place.start, place.end
        if place.slug in told or start < free or any(start < cut < end for cut in borders):
            continue
        clings = _BEFORE.search(text[max(free, *(cut for cut in borders if cut <= start)) : start])
        before = clings.group() if clings else ""
        follows = _AFTER.match(text, end, min(cut for cut in borders if cut >= end))
        after = follows.group() if follows else ""
        free = end + len(after)
        found[start - len(before), free] = Explained(place.slug, before, text[start:end], after)
        told.add(place.slug)
    return found


def _piece(text: str, low: int, high: int, quoted: Sequence[Quoted], term: Explained | None) -> Marked:
    over = [one for one in quoted if one.start <= low and high <= one.end]
    asked = [one for one in over if one.asked]
    states = [one.state for one in over if one.state]
    opened = [one for one in over if max(one.start, 0) == low]
    return Marked(
        text,
        state=min(states, key=WORST_FIRST.index, default=""),
        both=len(states) > 1,
        proof=bool(asked),
        opens=tuple(dict.fromkeys(one.pk for one in opened)),
        core=any(one.core for one in opened),
        first=any(max(one.start, 0) == low for one in asked),
        last=any(high == one.end for one in asked),
        term=term,
    )
