"""A paragraph cut into pieces for its page: quotations that may overlap, and footnote references. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crlearn.pages.footnotes import Reference

WORST_FIRST = ("slipping", "learning", "new", "known")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a paragraph: text[start:end], how well its fact is known, and whether it is the one looked for.

    state "": it is marked only where it is looked for.
    """

    start: int
    end: int
    state: str
    pk: int
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a paragraph.

    state: "" where no quotation stands; both: two facts rest on it; proof: it is part of the quotation looked for;
    opens: quotations that begin here; first and last: where the proof's brackets stand; reference: a footnote's (then
    there is no text).
    """

    text: str
    state: str = ""
    both: bool = False
    proof: bool = False
    opens: tuple[int, ...] = ()
    first: bool = False
    last: bool = False
    reference: Reference | None = None


def pieces(text: str, quoted: Sequence[Quoted], references: Sequence[tuple[int, Reference]]) -> list[Marked]:
    """Return the pieces of a paragraph in order; their texts joined are the paragraph.

    Where quotations overlap, a piece shows the state that most needs attention, and that more than one rests on it.
    A quotation that reaches over the paragraph's ends is cut there.
    """
    notes = sorted(references, key=lambda pair: pair[0])
    cuts = {0, len(text)} | {cut for one in quoted for cut in (one.start, one.end)} | {offset for offset, _ in notes}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found: list[Marked] = []
    for low, high in pairwise(edges):
        found += [Marked("", reference=note) for offset, note in notes if offset == low]
        found.append(_piece(text[low:high], low, high, quoted))
    return found + [Marked("", reference=note) for offset, note in notes if offset >= len(text)]


def _piece(text: str, low: int, high: int, quoted: Sequence[Quoted]) -> Marked:
    over = [one for one in quoted if one.start <= low and high <= one.end]
    asked = [one for one in over if one.asked]
    states = [one.state for one in over if one.state]
    return Marked(
        text,
        state=min(states, key=WORST_FIRST.index, default=""),
        both=len(states) > 1,
        proof=bool(asked),
        opens=tuple(dict.fromkeys(one.pk for one in over if max(one.start, 0) == low)),
        first=any(max(one.start, 0) == low for one in asked),
        last=any(high == one.end for one in asked),
    )
