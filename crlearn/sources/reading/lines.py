"""Raw text → lines, and what their lengths and ends tell of how the file was made."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

INVISIBLE = "\ufeff\u200b"  # a byte order mark, a zero-width space: nothing to read at either end of a line
HYPHENS = "-\u2010\u00ad"
LONG = 200  # characters: no typesetter's line is as long
CLEARLY_SHORT = 0.72


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one, without the white space around it: raw[start:end]."""

    start: int
    end: int
    text: str  # white space made single spaces
    indent: int = 0  # characters of white space before it
    trail: bool = False  # white space stands between it and the line end
    gap: bool = False  # a blank line above it
    page: bool = False  # the first line of a page
    spread: bool = False  # two or more spaces somewhere inside

    def part(self, raw: str, start: int, end: int) -> "Line":
        """Return the part raw[start:end] as a line of its own."""
        text = raw[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return Line(start, end, " ".join(raw[start:end].split()), trail=self.trail and end == self.end)


def split_lines(raw: str) -> list[Line]:
    """Return the lines of `raw` that have something on them."""
    lines: list[Line] = []
    offset, blank, feed = 0, True, True
    for whole in raw.splitlines(keepends=True):
        body = whole.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        inner = body.lstrip().lstrip(INVISIBLE).lstrip()
        indent = len(body) - len(inner)
        inner = inner.rstrip().rstrip(INVISIBLE).rstrip()
        if inner:
            start = offset + indent
            lines.append(
                Line(
                    start,
                    start + len(inner),
                    " ".join(inner.split()),
                    indent,
                    trail=len(body) > indent + len(inner),
                    gap=blank,
                    page=feed,
                    spread="   " in inner.replace("\xa0", " "),
                )
            )
            blank = feed = False
        else:
            blank = True
        feed = feed or "\x0c" in whole[len(body) :]
        offset += len(whole)
    return _mark_pages(lines)


def _mark_pages(lines: list[Line]) -> list[Line]:
    """Mark the lines that begin a page. Often its only trace is one more leading space than lines have otherwise."""
    if not lines:
        return lines
    indents = Counter(line.indent for line in lines)
    usual, times = indents.most_common(1)[0]
    if times * 2 < len(lines) or indents[usual + 1] * 4 > len(lines):
        return lines
    return [
        Line(
            ln.start, ln.end, ln.text, ln.indent - usual, ln.trail, ln.gap, ln.page or ln.indent == usual + 1, ln.spread
        )
        for ln in lines
    ]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file was made."""

    wrapped: bool  # lines are broken at a measure; otherwise a line is a paragraph
    trailing_tells: bool  # a line broken at a space ends in one, a line broken inside a word does not
    columns: bool  # some blank line stands in the middle of a sentence, where a column or page ends
    measures: tuple[int, ...]  # the measure around each line, in characters
    places: dict[int, int]  # start of a line → its index

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Shape":
        """Return the shape of the file that has these lines."""
        size = sum(len(line.text) for line in lines)
        in_long = sum(len(line.text) for line in lines if len(line.text) > LONG and " " in line.text)
        following = sum(not line.gap for line in lines[1:])
        wrapped = bool(lines) and in_long * 4 < size and following * 3 > len(lines)
        broken = [line.trail for line in lines if line.text[-1] in HYPHENS]
        whole = [line.trail for line in lines if line.text[-1] not in HYPHENS]
        columns = any(
            line.gap and line.text[0].islower() and before.text[-1] not in ".!?:" for before, line in pairwise(lines)
        )
        tells = bool(broken) and sum(whole) > 0.6 * len(whole) and sum(broken) * 2 <= len(broken)
        return cls(wrapped, tells, columns, _measures(lines), {line.start: place for place, line in enumerate(lines)})

    def could_fit(self, line: Line, word: str) -> bool:
        """Say whether `word` had room at the end of `line`, so that somebody wanted the line to end there."""
        return len(line.text) + 1 + len(word) <= self._measure(line)

    def is_short(self, line: Line) -> bool:
        """Say whether a line ends long before the measure."""
        return len(line.text) < CLEARLY_SHORT * self._measure(line)

    def _measure(self, line: Line) -> int:
        return self.measures[self.places[line.start]] if line.start in self.places else len(line.text)


def _measures(lines: Sequence[Line], around: int = 12) -> tuple[int, ...]:
    """Return for each line the length that full lines have where it stands: columns, pages and notes differ.

    Only lines of runs about as wide count; a line alone, such as a heading, has the measure of what it stands over.
    """
    runs = _runs(lines)
    peaks = [max((len(line.text) for line in run[:-1]), default=0) for run in runs]
    peak_of = [peak for run, peak in zip(runs, peaks, strict=True) for _ in run]
    full = [not last for run in runs for last in (*[False] * (len(run) - 1), True)]
    found: list[int] = []
    for run, peak in zip(runs, _filled(peaks), strict=True):
        for _ in run:
            place = len(found)
            near = range(max(0, place - around), min(len(lines), place + around + 1))
            lengths = sorted(len(lines[at].text) for at in near if full[at] and abs(peak_of[at] - peak) * 5 <= peak)
            found.append(lengths[len(lengths) * 7 // 10] if lengths else peak or len(run[0].text))
    return tuple(found)


def _filled(peaks: Sequence[int]) -> list[int]:
    """Return the peaks with each 0 replaced by the next one that is not, or else by the last."""
    found = list(peaks)
    following = next((peak for peak in reversed(peaks) if peak), 0)
    for place in range(len(found) - 1, -1, -1):
        following = found[place] = found[place] or following
    return found


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in runs without a blank line or a page's end between them."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or line.gap or line.page:
            runs.append([])
        runs[-1].append(line)
    return runs
