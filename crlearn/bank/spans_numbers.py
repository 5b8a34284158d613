"""Finding amounts and numbers in a text: money, percentages, counts, ordinals. Their values come from `bank.values_quantity`."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from crlearn.bank.spans_types import Span, Type
from crlearn.bank.values import parse_quantity
from crlearn.bank.values_numbers import read_words
from crlearn.bank.values_tables import DIMENSIONS, ORDINALS, SCALES, SMALL, TENS

CURRENCIES = frozenset(("USD", "EUR", "RUB", "CNY", "GBP", "JPY"))
_SMALLEST_YEAR, _LARGEST_YEAR = 1500, 2099

_ONES = "|".join(word for word in SMALL if word != "zero")
_SCALE = "|".join(SCALES)
_DIGITS = r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_WORD = rf"(?:{'|'.join(TENS)})(?:[- ](?:{_ONES}))?|{_ONES}"
_WORDS = rf"(?:{_WORD}|an?(?=[ ](?:{_SCALE})\b))(?:[ -](?:{_SCALE})(?:(?:[ ]and)?[ ](?:{_WORD}))?)*"
_NUMBER = rf"(?:(?:{_DIGITS})(?:[ -](?:{_SCALE})|(?:bn|mn|tn|k|m)(?![a-z]))*|\b(?:{_WORDS}))"
_ORDINAL_WORDS = "|".join(ORDINALS)


def _phrase(phrase: str) -> str:
    """One way to write a unit, in either number: barrels per day."""
    first, *rest = phrase.split()
    return "[ -]".join((re.escape(first) + "s?", *(re.escape(word) + "s?" for word in rest)))


_LONG = {unit: [name for name in names if len(name) > 2 or name == "km"] for unit, names in DIMENSIONS.items()}
_UNIT = "|".join(sorted((_phrase(name) for names in _LONG.values() for name in names), key=len, reverse=True))
_US = r"(?:US|U\.S\.)"
_AMOUNT = re.compile(
    rf"""(?<![\w/.,]) (?<![A-Za-z]-) (?<!\d[-–—])
    (?P<sign>(?:{_US}\s?)?[$€£¥₽]\s?)?
    (?P<number>(?<=between\ ){_NUMBER}\ and\ {_NUMBER}|{_NUMBER}(?:\s?[-–—]\s?{_NUMBER}|\ to\ {_NUMBER})?)
    (?P<unit>\s?%|[\s-](?:{_US}\ )?(?:{_UNIT})(?![a-z]))?
    (?![\w/]|[.,]\d|-(?:{_ORDINAL_WORDS})\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_ORDINAL = re.compile(
    rf"\b(?:(?:{'|'.join(TENS)})[- ])?(?:{_ORDINAL_WORDS})\b|(?<![\w.,])\d+(?:st|nd|rd|th)\b|\bnumber[- ]one\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?:an? |the )?half(?= of\b)|(?:a|one)[- ]?(?:third|quarter)|two[- ]thirds|three[- ]quarters)\b",
    re.IGNORECASE,
)
_TIMES = frozenset(("year", "month", "week", "day", "hour", "decade"))
_OVER = re.compile(r"\bover\s+$", re.IGNORECASE)  # “over thirty years” says how long, and is no bound
_FRACTIONS = {"half": "50", "third": "100/3", "quarter": "25", "thirds": "200/3", "quarters": "75"}

_NOUN = re.compile(r"(?:(?<=\d)|(?<=[a-z]))(-[a-z]+(?![\w-])|(?: [A-Za-z][A-Za-z-]*){1,3})")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "aircraft": "aircraft", "personnel": "personnel"}
_NO_NOUN = frozenset(
    (
        *("of", "in", "on", "at", "to", "by", "with", "from", "for", "and", "or", "but", "as", "than", "per"),
        *("the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "which", "who", "that", "this"),
        *("its", "his", "their", "when", "where", "while", "since", "until", "during", "after", "before", "between"),
        *("others", "us"),
    )
)
_POINTING = re.compile(
    r"\b(?:the|these|those|both|all|all of the|its|their|our|other|such|any|between)\s+$", re.IGNORECASE
)
_DESIGNATED = re.compile(r"\b(?:Order|Article|Articles|P\.L\.|Act|Section|Resolution|No\.|Phase|Group of)\s+$")


def numbers(text: str) -> Iterator[Span]:
    """Yield the amounts, counts, numbers and ordinals of a text; the shorter ones inside others too."""
    for match in _AMOUNT.finditer(text):
        yield from _amount(text, match)
    for match in _ORDINAL.finditer(text):
        if (value := _ordinal_value(match.group())) is not None:
            yield Span(match.start(), match.end(), "ordinal", value, match.group())
    for match in _FRACTION.finditer(text):
        share = Fraction(_FRACTIONS[re.split(r"[ -]", match.group().lower())[-1]])
        bound = _bound(text, match.start(), match.end())
        yield Span(
            match.start(), match.end(), "percent", f"{plain_number(share)} percent", match.group(), bound, "percent"
        )


def plain_number(value: Fraction) -> str:
    """A number in digits, without separators: 42, 3.1; as a fraction where it has no end (100/3)."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return f"{value.numerator}/{value.denominator}"
    return format(float(value), "f").rstrip("0")


def _amount(text: str, match: re.Match[str]) -> Iterator[Span]:
    sign, number, unit = match["sign"] or "", match["number"], match["unit"] or ""
    if not sign and not unit and _DESIGNATED.search(text, 0, match.start()):
        return
    between = "between " if text[: match.start()].lower().endswith("between ") else ""
    found = parse_quantity(f"{between}{sign}{number} {unit.strip(' -')}".strip())
    if found is None:
        return
    value = plain_number(found.low) + (f"..{plain_number(found.high)}" if found.low < found.high else "")
    start, end = match.span()
    bound = "" if found.unit in _TIMES and _OVER.search(text, 0, start) else _bound(text, start, end)
    if found.unit:
        kind: Type = "money" if found.unit in CURRENCIES else "percent" if found.unit == "percent" else "count"
        yield Span(start, end, kind, f"{value} {found.unit}", text[start:end], bound, found.unit)
        return
    if _is_year(number) or number.lower() == "one":
        return
    if number.isalpha() and found.high <= 10 and _POINTING.search(text, 0, start):
        return
    noun, stop = _noun(text, end)
    if noun:
        yield Span(start, stop, "count", value, text[start:stop], bound, noun)
    else:
        yield Span(start, end, "number", value, text[start:end], bound)


def _is_year(number: str) -> bool:
    """Whether a plain number of four digits is read as a year; a range of them as a period."""
    return all(
        len(part) == 4 and part.isdecimal() and _SMALLEST_YEAR <= int(part) <= _LARGEST_YEAR
        for part in re.split(r"\s?[-–—]\s?|\ to\ ", number)[:1]
    )


def _noun(text: str, end: int) -> tuple[str, int]:
    """The noun that is counted, in the singular, and where it ends: different occasions, -point. ("", end) for none."""
    match = _NOUN.match(text, end)
    if not match:
        return "", end
    if match[1][0] == "-":
        return match[1][1:], match.end()
    at = end
    for word in match[1].split():
        at = text.index(word, at) + len(word)
        if word.lower() in _NO_NOUN or (text[at : at + 2] in ("’s", "'s")):
            return "", end
        if (noun := _singular(word)) is not None:
            return noun, at
    return "", end


def _singular(word: str) -> str | None:
    """The singular of a plural noun; None for what is none. Units behind a number are plural, adjectives are not."""
    small = word.lower()
    if small in _IRREGULAR:
        return _IRREGULAR[small]
    if len(small) < 4 or not small.endswith("s") or small.endswith(("ss", "us", "is", "ous")):
        return None
    return word[:-3] + "y" if small.endswith("ies") else word[:-2] if small.endswith("xes") else word[:-1]


def _ordinal_value(text: str) -> str | None:
    small = text.lower()
    if small.startswith("number"):
        return "1"
    if small[0].isdecimal():
        return small[:-2]
    found = read_words(small.replace("-", " ").split(), 0)
    return str(found[0]) if found else None


def _bound(text: str, start: int, end: int) -> str:
    """“min”, “max” or “about”, where the words next to a number say so; as `parse_quantity` reads them."""
    before = text[max(0, start - 40) : start].split()
    for count in (4, 3, 2, 1):
        if count <= len(before) and (found := _bound_of(" ".join(before[-count:]), "")):
            return found
    after = text[end : end + 12].split()
    return _bound_of("", " ".join(after[:2]))


@lru_cache(maxsize=4096)
def _bound_of(before: str, after: str) -> str:
    found = parse_quantity(f"{before} 7 {after}".strip())
    return found.bound if found and found.low == found.high == 7 and not found.words and not found.unit else ""
