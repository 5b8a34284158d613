"""Typed spans: the dates, amounts, numbers and names that stand in a text, each with one canonical value.

    spans("They met on forty-two occasions in June 2019.", gazetteer) → count 42 (occasion) · month 2019-06

Types and the form of their values:
    year 2017 · month 2017-06, XXXX-06 (no year said), 2016-22 (a season, as EDTF numbers them) · date 2001-07-16,
    XXXX-06-05/XXXX-06-07 · period 2017/2020 · decade 196X · century 20XX
    money 600000000 USD · percent 17 percent · count 42, 75 year (a known unit is part of the value; any other noun is
    in `unit` alone) · number 600000000 · ordinal 70; a range of amounts is 34..60 percent
    entity: its id in the vocabulary · demonym: the id of the place that “Russian” comes from

What is read as a number, and its value, is decided by `bank.values_quantity`; here it is only found. Offsets are code
points of the text. “The two countries” is a reference and no count, “one” alone no number, and “S-400” is a name.
"""

from collections.abc import Iterable

from crlearn.bank.spans_dates import dates
from crlearn.bank.spans_names import Gazetteer, joined, names
from crlearn.bank.spans_numbers import numbers
from crlearn.bank.spans_types import DATES, NUMBERS, Span

__all__ = ["DATES", "NUMBERS", "Gazetteer", "Span", "all_spans", "spans", "states"]

_RANK = ("entity", "date", "month", "period", "century", "decade", "year", "money", "percent", "count", "ordinal")


def spans(text: str, gazetteer: Gazetteer) -> list[Span]:
    """Return the typed spans of a text in order, none overlapping another: of two that do, the longer stays."""
    taken: list[Span] = []
    for span in sorted(all_spans(text, gazetteer), key=_preference):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
    return sorted(taken, key=lambda span: span.start)


def all_spans(text: str, gazetteer: Gazetteer) -> list[Span]:
    """Return every span, those inside a longer one too (the year in the name of a treaty), in order of their starts."""
    best: dict[tuple[int, int], Span] = {}
    for span in sorted((*dates(text), *numbers(text), *joined(text, names(text, gazetteer))), key=_preference):
        best.setdefault((span.start, span.end), span)
    return sorted(best.values(), key=lambda span: (span.start, -span.end))


def states(said: Span, asked: Span) -> bool:
    """Whether `said` bears `asked`: the same value, a date within the one asked, an end of a period, “Russian” for Russia.

    Bounds and the nouns of counts are not compared: “more than 30 times” bears 30.
    """
    if said.key == asked.key:
        return True
    if said.type in DATES and asked.type in DATES:
        return any(_within(part, asked.value) for part in (said.value, *said.value.split("/")))
    return {said.type, asked.type} == {"entity", "demonym"} and said.value == asked.value


def _within(date: str, wider: str) -> bool:
    """Whether a canonical date lies in a wider one: 2017-06 in 2017, 1965 and 1965-07 in 196X."""
    if "/" in wider:
        first, last = wider.split("/")
        return date in (first, last)
    plain = wider.rstrip("X")
    return date == wider or (len(plain) < len(date) and date.startswith(plain) and date[len(plain)] in "-0123456789")


def _preference(span: Span) -> tuple[int, int, int]:
    rank = _RANK.index(span.type) if span.type in _RANK else len(_RANK)
    return span.start - span.end, rank, span.start


def values(found: Iterable[Span]) -> set[tuple[str, str]]:
    """Return the keys of some spans, to compare one text with another."""
    return {span.key for span in found}
