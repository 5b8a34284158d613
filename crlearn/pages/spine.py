"""A document drawn as its facts in order: places along a line, in per cent. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from crlearn.cards.selectors import Progress

WIDTH = 98.5  # per cent: room for the last tick
GAP = 0.45


def spine(
    sections: Sequence[tuple[int, int]], facts: Sequence[tuple[int, int]], states: Mapping[int, Progress], length: int
) -> dict[str, Any]:
    """Return what parts/_spine.html draws.

    sections: (start, end) in the reading text; facts: (fact pk, start), in order; length: of the reading text.
    """
    span = max(length, 1)
    counts = tally([pk for pk, _ in facts], states)
    return {
        "label": _("%(total)d facts in order: %(counts)s")
        % {"total": len(facts), "counts": ", ".join(f"{count} {word}" for word, count in in_words(counts))},
        "sections": [
            {"x1": _percent(start / span * 100 + GAP), "x2": _percent(end / span * 100 - GAP)}
            for start, end in sections
        ],
        "facts": [
            {"x": _percent(start / span * WIDTH), "state": states.get(pk, Progress.NEW).value} for pk, start in facts
        ],
    }


def tally(facts: Sequence[int], states: Mapping[int, Progress]) -> dict[Progress, int]:
    """Return how many of the facts are in each state."""
    counts = dict.fromkeys(Progress, 0)
    for pk in facts:
        counts[states.get(pk, Progress.NEW)] += 1
    return counts


def in_words(counts: Mapping[Progress, int]) -> list[tuple[str, int]]:
    """Return (word, count) for the states that occur, best known first."""
    words = {
        Progress.KNOWN: _("known"),
        Progress.SLIPPING: _("slipping"),
        Progress.LEARNING: _("learning"),
        Progress.NEW: _("not met yet"),
    }
    return [(words[state], counts[state]) for state in words if counts.get(state)]


def _percent(value: float) -> str:
    return f"{min(max(value, 0), 100):.1f}%"
