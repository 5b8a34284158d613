"""From a quotation to its place: in the reading text, in its passage, and in the raw file."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from crlearn.sources.anchoring import Anchor, State, anchor
from crlearn.sources.reading import Block, raw_ranges, reading_text

CONTEXT = 32  # characters of prefix and suffix that are stored


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation found: offsets in the reading text, the index of its block, raw ranges, and its context."""

    start: int
    end: int
    block: int
    raw: list[tuple[int, int]]
    exact: str
    prefix: str
    suffix: str


class QuotationError(ValueError):
    """A quotation that has no place: code is orphan, ambiguous or two_passages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReadingText:
    """The reading text of one version, and the way from it to passages and raw characters.

    Blocks are those of the text, furniture left out, in order.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.text, self._starts = reading_text(blocks)

    @cached_property
    def _by_raw(self) -> list[tuple[int, int, int]]:
        """(raw offset, text offset, length) of every run, by raw offset."""
        return sorted(
            (run.raw, start + run.text, run.length)
            for start, block in zip(self._starts, self.blocks, strict=True)
            for run in block.runs
        )

    def find(self, quote: str, *, prefix: str = "", suffix: str = "") -> Place:
        """Return the place of a quotation. Raises QuotationError where it has none, or more than one."""
        found: Anchor = anchor(self.text, exact=quote, prefix=prefix, suffix=suffix)
        if found.state not in {State.EXACT, State.REFORMATTED} or found.start is None or found.end is None:
            raise QuotationError(found.state.value)
        return self.at(found.start, found.end)

    def at(self, start: int, end: int) -> Place:
        """Return text[start:end] as a place. Raises QuotationError where it runs over the end of a passage."""
        index = bisect_right(self._starts, start) - 1
        block, base = self.blocks[index], self._starts[index]
        if end > base + len(block.text):
            raise QuotationError("two_passages")
        return Place(
            start=start,
            end=end,
            block=index,
            raw=raw_ranges(block, start - base, end - base),
            exact=self.text[start:end],
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )

    def from_raw(self, raw: Sequence[Sequence[int]]) -> Place | None:
        """Return where raw ranges stand in the reading text now; None where it no longer holds their ends."""
        start, last = self._text_offset(raw[0][0]), self._text_offset(raw[-1][1] - 1)
        if start is None or last is None or last < start:
            return None
        try:
            return self.at(start, last + 1)
        except QuotationError:
            return None

    def _text_offset(self, raw: int) -> int | None:
        place = bisect_right(self._by_raw, (raw, 1 << 62, 0)) - 1
        if place < 0:
            return None
        run_raw, run_text, length = self._by_raw[place]
        return run_text + raw - run_raw if raw < run_raw + length else None


def digest(version_sha256: str, slug: str, raw: Sequence[Sequence[int]]) -> str:
    """Return the identity of a place: one Evidence row each."""
    ranges = ",".join(f"{start}-{end}" for start, end in raw)
    return hashlib.sha256(f"{slug} {version_sha256} {ranges}".encode()).hexdigest()
