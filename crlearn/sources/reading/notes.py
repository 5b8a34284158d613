"""Footnotes: which pieces are their bodies, and which digits in the text are their markers."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from crlearn.sources.reading.lines import Line
from crlearn.sources.reading.model import Kind
from crlearn.sources.reading.pieces import Piece, is_finished

_BODY = re.compile(r"(\[?)(\d{1,3})([\].)]?)\s+(?=[“\"'‘(]?[A-Za-z])")
_MARK = re.compile(r"\[(?P<bracket>\d{1,3})\]|(?P<raised>[¹²³⁰-⁹]+)|(?<=[^\s\d])(?P<plain>\d{1,3})(?=$|[\s.,;:)”’—–])")
_SOURCE = re.compile(
    r"https?://|www\.|\bAccessed\b|\bibid\b|\b(?:19|20)\d\d\b|\bpp?\. ?\d|\b\d+[–-]\d+\.|[“\"].+[”\"]", re.I
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
Cuts = dict[int, tuple[int, str]]  # raw offset of a marker → (its end, the label)


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    raw: int
    end: int
    weight: float
    piece: int = -1
    line: int = -1


def mark_notes(raw: str, pieces: list[Piece]) -> tuple[list[Piece], Cuts]:
    """Return the pieces with the bodies of footnotes as pieces of their own, and the markers found in the others."""
    found = _marks(raw, pieces)
    bodies = _bodies(raw, pieces, {mark.number for mark in found})
    numbers = {body.number for body in bodies}
    inside = [pieces[body.piece].lines[line] for body in bodies for line in _lines_of(pieces, bodies, body)]
    marks = _chain(
        mark
        for mark in found
        if (mark.number in numbers or (mark.weight >= 2 and _between(mark.number, numbers)))
        and not any(ln.start <= mark.raw < ln.end for ln in inside)
    )
    if len(marks) * 2 < len(bodies):
        return pieces, {}
    cuts = {mark.raw: (mark.end, str(mark.number)) for mark in marks}
    return list(_with_bodies(raw, pieces, bodies)), cuts


def _between(number: int, numbers: Collection[int]) -> bool:
    """Say whether a number is missing among those of the notes: its marker has lost its note, and is one all the same."""
    return min(numbers, default=number) < number < max(numbers, default=number)


def _bodies(raw: str, pieces: Sequence[Piece], marked: Collection[int]) -> list[_Candidate]:
    """Return where numbered notes begin: an ascending chain of numbers, answered by markers or naming sources."""
    found: list[_Candidate] = []
    for place, piece in enumerate(pieces):
        if piece.kind is not None or piece.bullet:
            continue
        for at, line in enumerate(piece.lines):
            match = _BODY.match(raw, line.start, line.end)
            if not match:
                continue
            number = int(match.group(2))
            sourced = bool(_SOURCE.search(" ".join(ln.text for ln in piece.lines[at:])))
            # In mid-sentence a line may begin with a date; a note that stands there is marked and names a source.
            loose = at > 0 and not is_finished(piece.lines[at - 1].text)
            weight = 1.0 + 2 * (number in marked) + sourced - loose
            if weight >= (3 if loose else 2):
                found.append(_Candidate(number, line.start, match.end(), weight, place, at))
    return _chain(found, step=2)


def _chain(candidates: Iterable[_Candidate], step: int = 1000) -> list[_Candidate]:
    """Return the weightiest sequence of candidates with ascending numbers, no two neighbours more than `step` apart."""
    ordered = sorted(candidates, key=lambda c: c.raw)
    best: list[tuple[float, int]] = []  # weight of the best chain that ends here, its last but one
    for place, one in enumerate(ordered):
        score, back = 0.0, -1
        for earlier in range(place):
            other = ordered[earlier]
            gap = one.number - other.number
            before = best[earlier][0] - min(1.0, (gap - 1) * 0.1)
            if 0 < gap <= step and before > score:
                score, back = before, earlier
        if back < 0:
            score = -min(1.0, (one.number - 1) * 0.1)
        best.append((score + one.weight, back))
    chain: list[_Candidate] = []
    place = max(range(len(best)), key=lambda p: best[p][0], default=-1)
    while place >= 0:
        chain.append(ordered[place])
        place = best[place][1]
    return chain[::-1]


def _marks(raw: str, pieces: Sequence[Piece]) -> list[_Candidate]:
    """Return every number that may be a marker, weighed by what stands around it."""
    found: list[_Candidate] = []
    flow = [line for piece in pieces if piece.kind is None for line in piece.lines]
    for place, line in enumerate(flow):
        after = flow[place + 1].text if place + 1 < len(flow) else ""
        for match in _MARK.finditer(raw, line.start, line.end):
            if match.start() > line.start and (weight := _weight(raw, line, match, after)):
                digits = match["bracket"] or match["plain"] or match["raised"].translate(_RAISED)
                found.append(_Candidate(int(digits), match.start(), match.end(), weight))
    return found


def _weight(raw: str, line: Line, match: "re.Match[str]", after: str) -> float:
    """Return how much a number looks like a marker; 0 for not at all (0.6 billion, 1,500, J-20, $5)."""
    if not match["plain"]:
        return 4
    before = raw[match.start() - 1]
    further = raw[match.start() - 2] if match.start() - 2 >= line.start else " "
    rest = raw[match.end() : line.end].lstrip() or after
    opens = not rest or rest[0].isupper() or rest[0] in "“‘(["
    if before in ".!?…":
        if further.isdigit():
            return 2 if opens else 0
        return 3 if opens else 1
    if before in '”’")]':
        return 3
    if before in ",;:":
        return 0 if further.isdigit() else 2
    if before.isalpha():
        return 2 if before.islower() else 0.5
    return 0


def _lines_of(pieces: Sequence[Piece], bodies: Sequence[_Candidate], body: _Candidate) -> range:
    """Return the line numbers of a body inside its piece."""
    ends = [other.line for other in bodies if other.piece == body.piece and other.line > body.line]
    return range(body.line, min(ends, default=len(pieces[body.piece].lines)))


def _with_bodies(raw: str, pieces: Sequence[Piece], bodies: Sequence[_Candidate]) -> Iterable[Piece]:
    by_piece: dict[int, list[_Candidate]] = defaultdict(list)
    for body in bodies:
        by_piece[body.piece].append(body)
    for place, piece in enumerate(pieces):
        first = by_piece[place][0].line if place in by_piece else len(piece.lines)
        if first == len(piece.lines):
            yield piece
            continue
        if first:
            yield Piece(piece.lines[:first], bullet=piece.bullet)
        for body in by_piece[place]:
            lines = [piece.lines[at] for at in _lines_of(pieces, bodies, body)]
            lines[0] = lines[0].part(raw, body.end, lines[0].end)
            yield Piece(lines, kind=Kind.FOOTNOTE, label=str(body.number))
