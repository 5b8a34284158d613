"""Passage numbers: given once per document, kept through new readings and new versions, never reused. Pure."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

SAME_PASSAGE = 70.0  # per cent of likeness from which an edited paragraph is still the same one


def carry_numbers(texts: Sequence[str], before: Sequence[tuple[int, str]], highest: int) -> list[int]:
    """Return a number for each text, in order.

    `before` holds (number, text) of the last reading in order; `highest` the greatest number ever given in the document.
    An unchanged text keeps its number; between two such, an edited one takes that of the unused text most like it; a new
    one gets the next number.
    """
    numbers: dict[int, int] = {}
    matcher = SequenceMatcher(None, [text for _, text in before], list(texts), autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            numbers |= {new_start + step: before[old_start + step][0] for step in range(old_end - old_start)}
        elif tag == "replace":
            numbers |= _alike(texts, range(new_start, new_end), dict(before[old_start:old_end]))
    fresh = highest
    for place in range(len(texts)):
        if place not in numbers:
            fresh += 1
            numbers[place] = fresh
    return [numbers[place] for place in range(len(texts))]


def _alike(texts: Sequence[str], places: range, unused: dict[int, str]) -> dict[int, int]:
    """Return place → number for the texts that are an edit of an unused one."""
    found: dict[int, int] = {}
    for place in places:
        best = process.extractOne(texts[place], unused, scorer=fuzz.ratio, score_cutoff=SAME_PASSAGE)
        if best:
            found[place] = best[2]
            del unused[best[2]]
    return found
