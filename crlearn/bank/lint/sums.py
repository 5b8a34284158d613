"""Grounding: the arithmetic of a quotation adds up, or the fact says that it is a slip of the source (G13)."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from crlearn.bank.lint.clauses import sentences_of
from crlearn.bank.lint.rule import FACTS, Hit, Rule, Subject, warn
from crlearn.bank.spans import Span

ROUNDED = Fraction(6, 100)  # sources round: "nearly doubled", "17 percent"
POINTS = Fraction(3, 2)  # percentage points by which a rounded share may be off

_FROM_TO = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:to|up to|down to)\s*(?:about|around|nearly|almost|over|more than)?\s*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:increase|rise|growth|gain|jump|decrease|decline|drop|fall|cut|difference|up|down|by)\b", re.IGNORECASE
)
_DOWN = re.compile(
    r"\b(?:decrease|decline|drop|fall|fell|fallen|cut|down|decreas\w+|declin\w+|shrank|shrunk|reduc\w+)\b",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:increas\w*|rise|rose|risen|growth|grew|grown|gain\w*|jump\w*|climb\w*|up)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:total(?:s|ing|ling|ed)?|altogether|in all|together|combined|sum of|make up)\b", re.IGNORECASE
)
_TIMES: dict[str, int | Fraction] = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": Fraction(1, 2)}
_TIMED = re.compile(r"\b(doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|e|es)\b", re.IGNORECASE)
_SPELL = re.compile(
    r"\b(?:later|after|earlier|before|ago|of relations|anniversary|lasted|period|span)\b", re.IGNORECASE
)


def _adds_up(subject: Subject) -> Iterator[Hit]:
    if subject.model.slip:
        return
    for index, quote in enumerate(subject.quotes):
        for sentence in sentences_of(quote):
            found = subject.context.longest(sentence)
            for said, right in (*_changes(sentence, found), *_totals(sentence, found), *_years(sentence, found)):
                yield warn("sum_wrong", at=("evidence", index), said=said, right=right)


def _number(span: Span) -> Fraction | None:
    """The number of an amount; None for a range."""
    value = span.value.split()[0]
    return None if ".." in value else Fraction(value)


def _amounts(found: list[Span]) -> list[Span]:
    return [
        span for span in found if span.type in ("money", "percent", "count", "number") and _number(span) is not None
    ]


def _shown(value: Fraction) -> str:
    return f"{float(value):,.10g}"


def _close(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= ROUNDED * max(abs(one), abs(other))


def _changes(sentence: str, found: list[Span]) -> Iterator[tuple[str, str]]:
    """From A to B: the way it goes, how many times, and the difference or share that the sentence gives."""
    amounts = _amounts(found)
    for first, second in pairwise(amounts):
        low, high = _number(first), _number(second)
        if low is None or high is None or not low:
            continue
        if not _FROM_TO.search(sentence[: first.start]) or not _TO.match(sentence[first.end : second.start]):
            continue
        head = sentence[: first.start]
        if (_UP.search(head) and not _DOWN.search(head) and high < low) or (
            _DOWN.search(head) and not _UP.search(head) and high > low
        ):
            yield f"{first.text} → {second.text}", "the other way"
        if (times := _TIMED.search(sentence)) and not _close(high, low * _TIMES[times[1].lower()]):
            yield times[0], f"× {float(high / low):.2g}"
        for third in amounts:
            if third not in (first, second) and _CHANGE.search(sentence[max(0, third.start - 30) : third.end + 15]):
                yield from _difference(low, high, first, third)


def _difference(low: Fraction, high: Fraction, first: Span, third: Span) -> Iterator[tuple[str, str]]:
    """A change as it is said against what it is: as a share, or in the unit of both ends."""
    said = _number(third) or Fraction(0)
    if third.type == "percent" and first.type != "percent":
        right = abs(high - low) / low * 100
        if abs(said - right) > POINTS and not _close(said, right):
            yield third.text, f"{float(right):.3g} percent"
    elif third.type == first.type and third.unit == first.unit and not _close(said, abs(high - low)):
        yield third.text, _shown(abs(high - low))


def _totals(sentence: str, found: list[Span]) -> Iterator[tuple[str, str]]:
    """A total of amounts of one unit: the largest next to “total” is the sum of the others; shares are no more than 100."""
    match = _TOTAL.search(sentence)
    if not match:
        return
    by_unit: dict[tuple[str, str], list[Span]] = {}
    for span in _amounts(found):
        by_unit.setdefault((span.type, span.unit), []).append(span)
    for spans in by_unit.values():
        if len(spans) < 3:
            continue
        behind = [span for span in spans if span.start >= match.end()]
        before = [span for span in spans if span.end <= match.start()]
        total = behind[0] if behind else before[-1]
        parts = sum(_number(span) or Fraction(0) for span in spans if span is not total)
        said = _number(total) or Fraction(0)
        if not _close(said, Fraction(parts)):
            yield total.text, _shown(Fraction(parts))


def _years(sentence: str, found: list[Span]) -> Iterator[tuple[str, str]]:
    """Two years, and how many years lie between them."""
    years = sorted(
        {int(span.value[:4]) for span in found if span.type in ("year", "month", "date") and span.value[0] != "X"}
    )
    spells = [
        span for span in found if (span.type == "count" and span.unit == "year") or _is_anniversary(span, sentence)
    ]
    if len(years) != 2 or len(spells) != 1 or not _SPELL.search(sentence):
        return
    said = _number(spells[0]) if spells[0].type == "count" else Fraction(spells[0].value)
    right = years[1] - years[0]
    if said is not None and abs(said - right) > 0 and not spells[0].bound:
        yield spells[0].text, f"{right} years"


def _is_anniversary(span: Span, sentence: str) -> bool:
    return span.type == "ordinal" and sentence[span.end :].lstrip().lower().startswith("anniversary")


RULES = (Rule("G13", "the arithmetic adds up", "sources slip too", FACTS, _adds_up, ("sum_wrong",)),)
