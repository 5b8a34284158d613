"""The raw characters behind a paragraph, with exactly its own marked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CONTEXT = 160  # raw characters shown before and after
Ranges = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class RawPiece:
    """A stretch of the raw text: `own` where it belongs to the paragraph, `quoted` where to the quotation looked for."""

    text: str
    own: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class RawView:
    """A paragraph's surroundings in the raw text: raw[start:end], code points; `first` and `last` are its own bounds."""

    pieces: list[RawPiece]
    start: int
    end: int
    first: int
    last: int


def around(raw: str, own: Ranges, quoted: Ranges = ()) -> RawView:
    """Return the raw text around a paragraph. `own`: its ranges; `quoted`: those of a quotation in it. Half open."""
    first, last = min(low for low, _ in own), max(high for _, high in own)
    start, end = max(0, first - CONTEXT), min(len(raw), last + CONTEXT)
    edges = {start, end}
    edges.update(edge for ranges in (own, quoted) for low, high in ranges for edge in (low, high) if start < edge < end)
    cuts = sorted(edges)
    pieces = [RawPiece(raw[low:high], _covers(own, low), _covers(quoted, low)) for low, high in pairwise(cuts)]
    return RawView(pieces, start, end, first, last)


def _covers(ranges: Ranges, place: int) -> bool:
    return any(low <= place < high for low, high in ranges)
