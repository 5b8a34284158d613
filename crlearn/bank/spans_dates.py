"""Finding dates in a text: days, months, seasons, years, periods, decades, centuries. Values are EDTF (see `bank.spans`)."""

import re
from collections.abc import Iterator

from crlearn.bank.spans_types import Span, Type
from crlearn.bank.values_numbers import read_words
from crlearn.bank.values_tables import MONTHS, ORDINALS, TENS

_YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_DASH = r"\s?[-–—]\s?"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINAL = rf"(?:(?:{'|'.join(TENS)})[- ])?(?:{'|'.join(ORDINALS)})|\d{{1,2}}(?:st|nd|rd|th)"
_BEFORE_MONTH = "in|last|this|next|since|until|till|by|early|late|mid|during|from|of|between|every|after|before"

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_MONTH_DAY = re.compile(rf"\b({_MONTH})\b\.? ({_DAY})(?:{_DASH}({_DAY}))?(?:,? ({_YEAR}))?")
_DAY_MONTH = re.compile(rf"(?<![\w.,-])({_DAY})(?:{_DASH}({_DAY}))?(?: of)? ({_MONTH})\b\.?(?:,? ({_YEAR}))?")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\b\.?,? (?:of )?({_YEAR})")
_BARE_MONTH = re.compile(rf"(?i:\b(?:{_BEFORE_MONTH}))[ -]({_MONTH})\b\.?(?![ ,]+(?:of )?\d)")
_SEASON = re.compile(rf"(?i:\b({'|'.join(_SEASONS)}))(?: of)? ({_YEAR})")
_PERIOD = re.compile(rf"(?<![\w$€£.,–-])({_YEAR}){_DASH}({_YEAR}|\d\d(?!\d))(?!-?\w)")
_BETWEEN = re.compile(rf"(?i:\bbetween|\bfrom) ({_YEAR}) (?:and|to|until|till|through) ({_YEAR})")
_DECADE = re.compile(r"(?<![\w$€£])(1[5-9]\d|20\d)0['’]?s\b")
_CENTURY = re.compile(rf"(?i:\b({_ORDINAL})[- ]centur(?:y|ies))\b")
_LONE_YEAR = re.compile(rf"(?:(?<![\w$€£.,–—-])|(?i:(?<=mid-)|(?<=pre-)|(?<=post-)))(?:{_YEAR})(?!{_DASH}\d)")


def dates(text: str) -> Iterator[Span]:
    """Yield the dates of a text; the parts of a longer one are yielded too."""
    yield from _days(text)
    yield from _months(text)
    yield from _years(text)


def _days(text: str) -> Iterator[Span]:
    for match in _ISO.finditer(text):
        yield _span(match, "date", match.group())
    for match in _MONTH_DAY.finditer(text):
        month, day, last, year = match.groups()
        yield _span(match, "date", _between(_day(year, month, day), last and _day(year, month, last)))
    for match in _DAY_MONTH.finditer(text):
        day, last, month, year = match.groups()
        yield _span(match, "date", _between(_day(year, month, day), last and _day(year, month, last)))


def _months(text: str) -> Iterator[Span]:
    for match in _MONTH_YEAR.finditer(text):
        yield _span(match, "month", f"{match[2]}-{_number(match[1])}")
    for match in _BARE_MONTH.finditer(text):
        yield _span(match, "month", f"XXXX-{_number(match[1])}", group=1)
    for match in _SEASON.finditer(text):
        yield _span(match, "month", f"{match[2]}-{_SEASONS[match[1].lower()]}")


def _years(text: str) -> Iterator[Span]:
    for match in (*_PERIOD.finditer(text), *_BETWEEN.finditer(text)):
        first, last = match[1], match[2]
        last = first[:2] + last if len(last) == 2 else last
        if first < last:
            start = match.start(1)
            yield Span(start, match.end(), "period", f"{first}/{last}", text[start : match.end()])
            for group in (1, 2):
                if len(match[group]) == 4:
                    yield _span(match, "year", match[group], group=group)
    for match in _DECADE.finditer(text):
        yield _span(match, "decade", f"{match[1]}X")
    for match in _CENTURY.finditer(text):
        yield _span(match, "century", f"{_ordinal(match[1]) - 1:02}XX")
    for match in _LONE_YEAR.finditer(text):
        yield _span(match, "year", match.group())


def _span(match: re.Match[str], kind: Type, value: str, group: int = 0) -> Span:
    return Span(match.start(group), match.end(group), kind, value, match[group])


def _number(month: str) -> str:
    return f"{MONTHS[month.lower()]:02}"


def _day(year: str | None, month: str, day: str) -> str:
    return f"{year or 'XXXX'}-{_number(month)}-{int(day.rstrip('stndrh')):02}"


def _between(first: str, last: str | None) -> str:
    return f"{first}/{last}" if last else first


def _ordinal(text: str) -> int:
    digits = text.rstrip("stndrhSTNDRH")
    if digits.isdecimal():
        return int(digits)
    found = read_words(text.lower().replace("-", " ").split(), 0)
    assert found  # the pattern lets nothing else through
    return int(found[0])
