"""Pieces → blocks: joins what pages, columns, notes and figures cut apart, and keeps the way back."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from crlearn.sources.reading.headings import is_unended
from crlearn.sources.reading.joints import Break, Joiner, Joint
from crlearn.sources.reading.lexicon import LEADING
from crlearn.sources.reading.lines import HYPHENS, Line, Shape
from crlearn.sources.reading.model import Block, Kind, Run, merge_runs
from crlearn.sources.reading.notes import Cuts
from crlearn.sources.reading.pieces import Piece, is_finished

_WHITE = re.compile(r"\s")
_STRETCH = re.compile(r"\S+(?:\s\S+)*")


@dataclass
class _Thread:
    """A block in the making."""

    raw: str
    kind: Kind
    level: int = 0
    label: str = ""
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    markers: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    end: int = 0  # raw offset behind the last character
    last: Line | None = None

    def put(self, start: int, end: int) -> None:
        """Add raw[start:end] as it stands."""
        self.parts.append(_WHITE.sub(" ", self.raw[start:end]))
        self.runs.append(Run(self.length, start, end - start))
        self.length += end - start
        self.end = end

    def put_space(self, following: int) -> None:
        """Add the space before raw[following]: the first of the white space there, or the last behind a gap."""
        if not self.length:
            return
        gap = self.raw[self.end : following]
        place = self.end if gap.isspace() else following - 1
        if self.raw[place : place + 1].isspace():
            self.parts.append(" ")
            self.runs.append(Run(self.length, place, 1))
            self.length += 1

    def drop(self) -> None:
        """Take back the last character, a hyphen."""
        self.parts[-1] = self.parts[-1][:-1]
        last = self.runs.pop()
        self.runs.append(Run(last.text, last.raw, last.length - 1))
        self.length -= 1
        self.end -= 1

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def block(self) -> Block:
        return Block(self.kind, self.text, merge_runs(self.runs), self.level, self.label, tuple(self.markers))


class Weaver:
    """Makes blocks of pieces, in the order of the raw text."""

    def __init__(self, raw: str, shape: Shape, joiner: Joiner, cuts: Cuts) -> None:
        self._raw = raw
        self._shape = shape
        self._joiner = joiner
        self._cuts = cuts
        self._places = sorted(cuts)
        self._threads: list[_Thread] = []
        self._open: _Thread | None = None  # the heading or prose that may go on
        self._bullets: _Thread | None = None

    def weave(self, pieces: Iterable[Piece]) -> list[Block]:
        """Return the blocks."""
        for piece in pieces:
            kind = piece.kind or (Kind.LIST_ITEM if piece.bullet else Kind.PARAGRAPH)
            if piece.bullet:
                self._put_bullet(piece.bullet)
            elif kind not in (Kind.FURNITURE, Kind.CAPTION, Kind.FOOTNOTE):
                self._bullets = None
            if kind in (Kind.FURNITURE, Kind.CAPTION, Kind.FOOTNOTE):
                self._add(_Thread(self._raw, kind, label=piece.label), piece)
            elif self._open is not None and self._continues(self._open, piece, kind):
                self._add(self._open, piece)
            else:
                self._open = self._add(_Thread(self._raw, kind, piece.level), piece)
        blocks = [thread.block() for thread in self._threads]
        return sorted((block for block in blocks if block.text), key=lambda block: block.runs[0].raw)

    def _put_bullet(self, bullet: Line) -> None:
        """Keep the bullets of a list together as one piece of furniture, so that the items are free of them."""
        if self._bullets is None:
            self._bullets = _Thread(self._raw, Kind.FURNITURE)
            self._threads.append(self._bullets)
        self._bullets.put_space(bullet.start)
        self._bullets.put(bullet.start, bullet.end)

    def _add(self, thread: _Thread, piece: Piece) -> _Thread:
        if not thread.length:
            self._threads.append(thread)
        for line in piece.lines:
            self._put_line(thread, line)
        return thread

    def _put_line(self, thread: _Thread, line: Line) -> None:
        joint = self._joint(thread, line)
        if joint is Joint.DROP:
            thread.drop()
        tight = joint is not Joint.SPACE
        for stretch in _STRETCH.finditer(self._raw, line.start, line.end):
            self._put_stretch(thread, stretch.start(), stretch.end(), tight)
            tight = False
        thread.last = line

    def _put_stretch(self, thread: _Thread, start: int, end: int, tight: bool) -> None:
        """Add the words of raw[start:end], between which there are single spaces; markers go aside."""
        cuts = self._places[bisect_left(self._places, start) : bisect_left(self._places, end)]
        for cut in [*cuts, end]:
            words = self._raw[start:cut]
            low = start + len(words) - len(words.lstrip())
            if low < cut:
                if not tight or low > start:
                    thread.put_space(low)
                thread.put(low, low + len(words.strip()))
                tight = True
            if cut < end:
                start, label = self._cuts[cut]
                thread.markers.append((thread.length, label))

    def _joint(self, thread: _Thread, line: Line) -> Joint:
        if thread.last is None or not thread.length:
            return Joint.SPACE
        before = "".join(thread.parts[-12:]).split()
        first = self._raw[line.start : line.end].split(maxsplit=2)
        marked = any(offset == thread.length for offset, _ in thread.markers)
        if marked or thread.last.end == line.start:
            return Joint.SPACE
        return self._joiner.joint(Break(before[-1], first[0], first[1] if len(first) > 1 else "", thread.last.trail))

    def _continues(self, thread: _Thread, piece: Piece, kind: Kind) -> bool:
        """Say whether a piece goes on with the sentence, the paragraph or the heading of the thread."""
        text = thread.text
        if kind is Kind.HEADING or thread.kind is Kind.HEADING:
            same = kind is thread.kind and (piece.level == thread.level == 1 or is_unended(text))
            return same and thread.level <= piece.level
        if piece.bullet or thread.last is None:
            return False
        opening = piece.text.lstrip("“‘\"'([")[:1]
        if opening.islower():
            return not piece.part
        if is_finished(text):
            same_paragraph = self._shape.wrapped and piece.page and not piece.gap and not piece.part
            return same_paragraph and self._is_full(thread.last, piece)
        if text[-1] in HYPHENS or text[-1] in ",;–—" or text.split()[-1].casefold() in LEADING:
            return True
        cut = self._shape.wrapped and (self._shape.columns or not piece.gap)
        return cut and self._is_full(thread.last, piece)

    def _is_full(self, line: Line, piece: Piece) -> bool:
        """Say whether the next word had no room on the line, so that nobody wanted to end it there."""
        return not self._shape.could_fit(line, piece.text.split()[0])


def cut_block(block: Block, at: Sequence[int]) -> list[Block]:
    """Return the block cut before each of the text offsets `at`, without white space at the ends; markers go along."""
    edges = [0, *at, len(block.text)]
    found: list[Block] = []
    for low, high in pairwise(edges):
        text = block.text[low:high]
        low += len(text) - len(text.lstrip())
        high = low + len(text.strip())
        runs = [
            Run(
                max(run.text, low) - low,
                run.raw + max(0, low - run.text),
                min(run.text + run.length, high) - max(run.text, low),
            )
            for run in block.runs
            if run.text < high and run.text + run.length > low
        ]
        own = low if low else -1  # a marker at the cut belongs to the sentence before it
        markers = tuple((offset - low, label) for offset, label in block.markers if own < offset <= high)
        if text.strip():
            found.append(Block(block.kind, block.text[low:high], merge_runs(runs), block.level, block.label, markers))
    return found
