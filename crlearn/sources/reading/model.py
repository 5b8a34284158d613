"""What reading gives: blocks of text, each with the way back to the raw characters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

SEPARATOR = "\n\n"  # between two blocks of the reading text


class Kind(StrEnum):
    """What a block is. Furniture is all that the author did not write as part of the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    FURNITURE = "furniture"


FLOW = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM})
PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})


class Run(NamedTuple):
    """text[text : text + length] stands for raw[raw : raw + length], code point by code point.

    White space may differ: a line end or a no-break space reads as a space. Where white space of the raw text is left
    out between two runs, the space that stands for it ends the first one; so a run that ends otherwise, with a gap behind
    it, has something other than white space left out: a dropped hyphen, a footnote's marker, a footnote in mid-sentence.
    """

    text: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the reading text, such as a paragraph."""

    kind: Kind
    text: str
    runs: tuple[Run, ...]
    level: int = 0  # headings: 1 title, 2 section, 3 subsection
    label: str = ""  # footnotes: the marker, such as "6"
    markers: tuple[tuple[int, str], ...] = ()  # references to footnotes: offset in text, label

    @property
    def raw(self) -> list[tuple[int, int]]:
        """Return the raw ranges (half open, merged). Inside one, white space may differ from the text."""
        return raw_ranges(self, 0, len(self.text))


def raw_ranges(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    """Return the raw ranges that block.text[start:end] stands for, merged where only white space lies between."""
    ranges: list[tuple[int, int]] = []
    open_ended = False
    for run in block.runs:
        low, high = max(start, run.text), min(end, run.text + run.length)
        if low >= high:
            continue
        raw_low, raw_high = run.raw + low - run.text, run.raw + high - run.text
        if ranges and (open_ended or ranges[-1][1] == raw_low):
            ranges[-1] = (ranges[-1][0], raw_high)
        else:
            ranges.append((raw_low, raw_high))
        open_ended = block.text[high - 1].isspace()
    return ranges


def reading_text(blocks: Sequence[Block]) -> tuple[str, list[int]]:
    """Return the reading text, and where each block starts in it (-1 for furniture, which is left out)."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for block in blocks:
        if block.kind is Kind.FURNITURE:
            starts.append(-1)
            continue
        length += len(SEPARATOR) if parts else 0
        starts.append(length)
        parts.append(block.text)
        length += len(block.text)
    return SEPARATOR.join(parts), starts


def merge_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours that continue each other made one, and empty ones left out."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if not run.length:
            continue
        if last and last.text + last.length == run.text and last.raw + last.length == run.raw:
            merged[-1] = Run(last.text, last.raw, last.length + run.length)
        else:
            merged.append(run)
    return tuple(merged)
