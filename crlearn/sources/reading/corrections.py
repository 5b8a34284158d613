"""What a person puts right in a reading. A correction names its place by a raw offset, so that it survives new code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crlearn.sources.reading.lines import HYPHENS
from crlearn.sources.reading.model import FLOW, Block, Kind, Run, merge_runs
from crlearn.sources.reading.weave import cut_block

Op = Literal["kind", "split", "join", "hyphen"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: `op` at the raw offset `raw` (code points).

    kind: the block there is a `value` (a Kind). split: a block begins there. join: the block there goes on in the next one.
    hyphen: `value` keep or drop for the hyphen there.
    """

    op: Op
    raw: int
    value: str = ""


class CorrectionError(ValueError):
    """A correction that fits nothing. code: op, kind, nowhere, edge, last, hyphen or value."""

    def __init__(self, code: str, correction: Correction) -> None:
        super().__init__(f"{correction.op} at {correction.raw} ({correction.value or 'no value'}): {_WHY[code]}")
        self.code = code
        self.params = {"op": correction.op, "raw": correction.raw, "value": correction.value}


_WHY = {
    "op": "no such operation; there are kind, split, join, hyphen",
    "kind": f"the value must be one of {', '.join(Kind)}",
    "nowhere": "no block holds this offset",
    "edge": "a block begins or ends there already",
    "last": "no block follows that it could be joined with",
    "hyphen": "no hyphen stands there, or none inside a block",
    "value": "the value must be keep or drop, and the other one than it is now",
}


def correct(raw: str, blocks: Sequence[Block], corrections: Sequence[Correction]) -> list[Block]:
    """Return the blocks with the corrections made, one after the other. Raises CorrectionError."""
    found = list(blocks)
    for correction in corrections:
        if correction.op not in _MAKE:
            raise CorrectionError("op", correction)
        found = _MAKE[correction.op](raw, found, correction)
    return found


def _at(blocks: Sequence[Block], correction: Correction) -> int:
    """Return the index of the block that holds the offset, white space inside it included."""
    for place, block in enumerate(blocks):
        if any(start <= correction.raw < end for start, end in block.raw):
            return place
    raise CorrectionError("nowhere", correction)


def _kind(raw: str, blocks: list[Block], correction: Correction) -> list[Block]:
    if correction.value not in set(Kind):
        raise CorrectionError("kind", correction)
    place = _at(blocks, correction)
    kind = Kind(correction.value)
    level = (blocks[place].level or 2) if kind is Kind.HEADING else 0
    blocks[place] = replace(blocks[place], kind=kind, level=level)
    return blocks


def _split(raw: str, blocks: list[Block], correction: Correction) -> list[Block]:
    place = _at(blocks, correction)
    block = blocks[place]
    offset = next(
        (run.text + max(0, correction.raw - run.raw) for run in block.runs if correction.raw < run.raw + run.length), 0
    )
    parts = cut_block(block, [offset])
    if len(parts) != 2:
        raise CorrectionError("edge", correction)
    blocks[place : place + 1] = parts
    return blocks


def _join(raw: str, blocks: list[Block], correction: Correction) -> list[Block]:
    place = _at(blocks, correction)
    first = blocks[place]
    further = range(place + 1, len(blocks))
    # Notes, captions and furniture in between stay where they are: they are what cut the text in two.
    other = next((p for p in further if (blocks[p].kind in FLOW) == (first.kind in FLOW)), -1)
    if other < 0:
        raise CorrectionError("last", correction)
    second = blocks.pop(other)
    blocks[place] = _glue(raw, first, second)
    return blocks


def _glue(raw: str, first: Block, second: Block) -> Block:
    """Return the two blocks as one, with a space where white space stands between them."""
    end, start = first.runs[-1].raw + first.runs[-1].length, second.runs[0].raw
    at = end if raw[end:start].isspace() else start - 1
    space = raw[at : at + 1].isspace() and at >= 0
    shift = len(first.text) + space
    between = (Run(len(first.text), at, 1),) if space else ()
    runs = merge_runs([*first.runs, *between, *(Run(run.text + shift, run.raw, run.length) for run in second.runs)])
    markers = first.markers + tuple((offset + shift, label) for offset, label in second.markers)
    return replace(first, text=first.text + " " * space + second.text, runs=runs, markers=markers)


def _hyphen(raw: str, blocks: list[Block], correction: Correction) -> list[Block]:
    at = correction.raw
    if not 0 <= at < len(raw) or raw[at] not in HYPHENS:
        raise CorrectionError("hyphen", correction)
    if correction.value not in {"keep", "drop"}:
        raise CorrectionError("value", correction)
    for place, block in enumerate(blocks):
        for number, run in enumerate(block.runs):
            if correction.value == "drop" and run.raw <= at < run.raw + run.length:
                blocks[place] = _without(raw, block, run.text + at - run.raw)
                return blocks
            following = block.runs[number + 1] if number + 1 < len(block.runs) else None
            if correction.value == "keep" and run.raw + run.length == at and following and following.raw > at:
                blocks[place] = _with(raw, block, run.text + run.length, at)
                return blocks
    raise CorrectionError("value" if any(s <= at < e for b in blocks for s, e in b.raw) else "hyphen", correction)


def _without(raw: str, block: Block, offset: int) -> Block:
    """Return the block without the hyphen at `offset`, and without the space behind it where a line ends there."""
    tail = 2 if block.text[offset + 1 : offset + 2].isspace() else 1
    runs: list[Run] = []
    for run in block.runs:
        low, high = run.text, run.text + run.length
        runs.append(Run(low, run.raw, max(0, min(high, offset) - low)) if low < offset else Run(0, 0, 0))
        start = max(low, offset + tail)
        runs.append(Run(start - tail, run.raw + start - low, max(0, high - start)))
    markers = tuple((place - tail if place > offset else place, label) for place, label in block.markers)
    return replace(
        block, text=block.text[:offset] + block.text[offset + tail :], runs=merge_runs(runs), markers=markers
    )


def _with(raw: str, block: Block, offset: int, at: int) -> Block:
    """Return the block with the hyphen raw[at] put back at `offset`."""
    runs = [run if run.text < offset else Run(run.text + 1, run.raw, run.length) for run in block.runs]
    runs.append(Run(offset, at, 1))
    markers = tuple((place + 1 if place > offset else place, label) for place, label in block.markers)
    text = block.text[:offset] + raw[at] + block.text[offset:]
    return replace(block, text=text, runs=merge_runs(sorted(runs)), markers=markers)


_MAKE: dict[str, Callable[[str, list[Block], Correction], list[Block]]] = {
    "kind": _kind,
    "split": _split,
    "join": _join,
    "hyphen": _hyphen,
}
