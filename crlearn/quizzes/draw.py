"""Which questions a quiz asks. Pure: candidates and a seeded generator in, an order out."""

import random
from collections.abc import Collection, Sequence

from crlearn.bank.selectors import Candidate

IMPORTANCE = {"core": 0, "detail": 1, "minor": 2}
RECALL = frozenset(("short_answer", "cloze", "numeric"))
Span = tuple[int, int, int]  # document version pk, start, end in its reading text


def draw(
    candidates: Sequence[Candidate], count: int, rng: random.Random, *, seen: Collection[int] = ()
) -> list[Candidate]:
    """Return at most `count` questions: those not seen before first, of these the written ones first.

    No fact is asked twice, and no two rest on overlapping quotations, since the passage shown after one would answer
    the other.
    """
    shuffled = list(candidates)
    rng.shuffle(shuffled)
    shuffled.sort(key=lambda c: (c.question in seen, c.origin == "generated"))
    return _apart(shuffled, count)


def section(
    candidates: Sequence[Candidate], count: int, rng: random.Random, *, place: Span, met: Collection[int]
) -> list[Candidate]:
    """Return at most `count` questions to recall a section by, in the order of their quotations in it.

    Facts not yet met come first, core facts before details, recall forms before recognition.
    """
    shuffled = list(candidates)
    rng.shuffle(shuffled)
    shuffled.sort(
        key=lambda c: (
            all(fact in met for fact in c.facts),
            IMPORTANCE.get(c.importance, 3),
            c.kind not in RECALL,
            c.origin == "generated",
        )
    )
    return sorted(
        _apart(shuffled, count), key=lambda c: min((s for s in c.spans if _starts_in(s, place)), default=place)
    )


def _apart(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    chosen: list[Candidate] = []
    facts: set[int] = set()
    spans: list[Span] = []
    for candidate in candidates:
        if len(chosen) == count:
            break
        if facts.isdisjoint(candidate.facts) and not any(_touch(a, b) for a in candidate.spans for b in spans):
            chosen.append(candidate)
            facts.update(candidate.facts)
            spans += candidate.spans
    return chosen


def _touch(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _starts_in(span: Span, place: Span) -> bool:
    return span[0] == place[0] and place[1] <= span[1] < place[2]
