"""Where sentences begin and end."""

import re
from functools import cache
from typing import Any

_BLOCK_END = re.compile(r"\n\s*\n")


@cache
def _segmenter() -> Any:
    """Return the sentence splitter. Imported at first use: its model takes a moment, and reading does not need it."""
    from nupunkt import sent_spans

    return sent_spans


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text`, in order, without the white space around it.

    A blank line (the end of a block) ends a sentence. Footnote markers are to be out of the text already.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end, following in [(m.start(), m.end()) for m in _BLOCK_END.finditer(text)] + [(len(text), len(text))]:
        found.extend(_of_block(text, start, end))
        start = following
    return found


def _of_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    block = text[start:end]
    spans: list[tuple[int, int]] = []
    for low, high in _segmenter()(block) if block.strip() else []:
        piece = block[low:high]
        low += len(piece) - len(piece.lstrip())
        high = low + len(piece.strip())
        if low == high:
            continue
        # A sentence does not begin with a small letter or a closing mark: there it was cut too early.
        if spans and (block[low].islower() or block[low] in "”’)],;"):
            spans[-1] = (spans[-1][0], start + high)
        else:
            spans.append((start + low, start + high))
    return spans
