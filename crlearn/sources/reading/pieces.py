"""Lines → pieces: what the blank lines, pages, bullets and indents of the file hold together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from crlearn.sources.reading.lines import Line, Shape
from crlearn.sources.reading.model import Kind
from crlearn.sources.reading.patterns import PAGE_NUMBER

_ROUND = re.compile(r"[•▪■●◦‣⁃∙·]\s*(?=\S)|o\s(?=[A-Z])")
_DASH = re.compile(r"[–—*\-]\s+(?=\S)")
_BARE_BULLET = re.compile(r"[•▪■●◦‣⁃∙·]")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+[“\"‘A-Z]")
_END = re.compile(r"[.!?…:]['\"”’)\]]*$")
_MARKED_END = re.compile(r"([.!?…:]['\"”’)\]]*)(?:\d{1,3}|\[\d{1,3}\]|[¹²³⁰-⁹]+)$")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(eq=False)
class Piece:
    """Lines which belong together, and what they are once that is known (`kind` None: not known yet)."""

    lines: list[Line]
    kind: Kind | None = None
    level: int = 0
    label: str = ""
    bullet: Line | None = None
    part: bool = field(default=False)  # cut out of a longer line: what comes before it stands on the same line

    @cached_property
    def text(self) -> str:
        """The words in one line; for judging, not for reading."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def folded(self) -> str:
        """The words without capitals and punctuation."""
        return fold(self.text)

    @property
    def gap(self) -> bool:
        return self.lines[0].gap

    @property
    def page(self) -> bool:
        return self.lines[0].page

    @property
    def words(self) -> int:
        return len(self.text.split())

    def is_bare(self, most: int = 14) -> bool:
        """Say whether this is a short line that is no sentence: a heading, a title, a link."""
        return self.bullet is None and self.words <= most and len(self.text) <= 120 and not is_finished(self.text)


def fold(text: str) -> str:
    """Return text without capitals and punctuation, to compare by."""
    return _NO_LETTERS.sub(" ", text.casefold()).strip()


def is_finished(text: str) -> bool:
    """Say whether text ends as a sentence does; a footnote's marker may follow."""
    return bool(_END.search(text) or _MARKED_END.search(text))


def cut(raw: str, lines: Sequence[Line], shape: Shape) -> list[Piece]:
    """Return the lines as pieces. A file with one line a paragraph gives a piece a line."""
    pieces: list[Piece] = []
    bullet: Line | None = None
    for line in lines:
        if _BARE_BULLET.fullmatch(line.text):
            if bullet:
                pieces.append(Piece([bullet], kind=Kind.FURNITURE))
            bullet = line
            continue
        before = pieces[-1] if pieces else None
        glyph = bullet or _bullet(raw, line, before if shape.wrapped else None)
        if glyph and not bullet:
            line = _without(raw, line, glyph)
        if glyph or before is None or not shape.wrapped or line.gap or line.page or _is_set_off(line):
            pieces.append(Piece([line], bullet=glyph))
        else:
            before.lines.append(line)
        bullet = None
    if bullet:
        pieces.append(Piece([bullet], kind=Kind.FURNITURE))
    return pieces


def _is_set_off(line: Line) -> bool:
    """Say whether a line's indent or inner spacing says that it does not continue the one above."""
    return line.indent > 1 or line.spread


def _bullet(raw: str, line: Line, before: Piece | None) -> Line | None:
    """Return the bullet that a line begins with. A dash may also be the author's own in the middle of a sentence."""
    text = raw[line.start : line.end]
    if PAGE_NUMBER.fullmatch(line.text):
        return None
    match = _ROUND.match(text)
    if not match and (match := _DASH.match(text)):
        opens = line.gap or line.page or line.indent > 0 or before is None or is_finished(before.text)
        match = match if opens or (before is not None and before.bullet is not None) else None
    if not match:
        return None
    glyph = match.group().rstrip()
    return Line(line.start, line.start + len(glyph), glyph, line.indent, False, line.gap, line.page)


def _without(raw: str, line: Line, glyph: Line) -> Line:
    """Return the line without its bullet."""
    rest = line.part(raw, glyph.end, line.end)
    return Line(rest.start, rest.end, rest.text, line.indent, line.trail, line.gap, line.page, line.spread)


def mark_numbered(pieces: Sequence[Piece]) -> None:
    """Mark sentences which are numbered one after the other as items of a list; the numbers are part of the text."""
    numbers = [(piece, int(m[1])) for piece in pieces if piece.kind is None and (m := _NUMBER.match(piece.text))]
    for (piece, number), (other, following) in pairwise(numbers):
        if following == number + 1 and is_finished(piece.text) and is_finished(other.text):
            piece.kind = other.kind = Kind.LIST_ITEM


def split_piece(piece: Piece, at: Iterable[int]) -> list[Piece]:
    """Return the piece cut before each of the line numbers `at` (ascending)."""
    edges = [0, *at, len(piece.lines)]
    if len(edges) == 2:
        return [piece]
    parts = [piece.lines[low:high] for low, high in pairwise(edges)]
    return [Piece(part, bullet=piece.bullet if place == 0 else None) for place, part in enumerate(parts) if part]
