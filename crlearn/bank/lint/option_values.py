"""What an option states as a whole: a date, an amount, a name, or just words. Two options compare by that, not by spelling."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from crlearn.bank.lint.words import word_set
from crlearn.bank.spans import Gazetteer, Span, spans
from crlearn.bank.spans_types import DATES, NUMBERS
from crlearn.bank.values import parse_quantity

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DECIMALS = re.compile(r"\d[.](\d+)")
_SCALE = re.compile(r"\b(hundred|thousand|million|billion|trillion)s?\b", re.IGNORECASE)
# What may stand round a value without saying anything of its own.
_AROUND = word_set(
    "a about after almost an and any approximately around as at before between by during early exactly fewer from in just "
    "late least less mid middle more most nearly of on only or over place position rank roughly since some than the "
    "through time times under until up year years"
)
_AROUND_NAMES = word_set("a an and at both by from in of on since the to with")
_PART = re.compile(r"\b(early|mid|middle|late)\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|the)[ -])?(?P<part>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b",
    re.IGNORECASE,
)
_COUNTS = {"two": 2, "three": 3, "four": 4}
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_GROUPS = {"place": "actor", "organisation": "actor", "treaty": "text", "project": "thing", "weapon": "thing"}
_OPEN_END = Fraction(10**30)


@dataclass(frozen=True, slots=True)
class Value:
    """What an option states.

    `type`: date, money, percent, ordinal, number, name, words. Of dates and amounts `low` and `high` (dates as the
    number yyyymmdd, amounts in base units; an open end is ±10³⁰), `form`: how exactly it is put (year, month; unit,
    scale, decimals), `shape`: single, range or bound. Of names `names`: the ids, and `group`: what sort of thing.
    """

    type: str
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    form: str = ""
    shape: str = "single"
    names: frozenset[str] = frozenset()
    group: str = ""

    @property
    def ordered(self) -> bool:
        """Whether it has a place on a scale."""
        return self.type not in ("name", "words")

    def overlaps(self, other: "Value") -> bool:
        """Whether two dates, or two amounts, have something in common."""
        return self.low <= other.high and other.low <= self.high


WORDS = Value("words")


def value_of(text: str, gazetteer: Gazetteer, kinds: dict[str, str]) -> Value:
    """Return what an option states. `kinds`: entity → its kind, as the vocabulary has it."""
    found = spans(text, gazetteer)
    rest = _rest(text, found)
    if fraction := _fraction(text):
        return fraction
    if not found:
        return _bare_number(text)
    if rest - _AROUND:
        return WORDS
    if all(span.type == "entity" for span in found):
        if rest - _AROUND_NAMES:
            return WORDS
        groups = {_GROUPS.get(kinds.get(span.value, ""), kinds.get(span.value, "")) for span in found}
        return Value("name", names=frozenset(span.value for span in found), group="/".join(sorted(groups)))
    if len(found) > 1 or found[0].type not in DATES | NUMBERS:
        return WORDS
    return _dated(found[0], text) if found[0].type in DATES else _amount(found[0], text)


def _rest(text: str, found: Sequence[Span]) -> set[str]:
    """The words of a text outside some spans, in lower case."""
    kept, last = [], 0
    for span in found:
        kept.append(text[last : span.start])
        last = span.end
    kept.append(text[last:])
    return {word.lower() for part in kept for word in _WORD.findall(part)}


def _bare_number(text: str) -> Value:
    """“One” alone is no span in running text, but as an option it is a number."""
    quantity = parse_quantity(text)
    if quantity is None or quantity.words - _AROUND or quantity.low != quantity.high:
        return WORDS
    return Value("number", quantity.low, quantity.high, _form(text, ""))


def _fraction(text: str) -> Value | None:
    """“A third”, “more than half”: shares, as percent."""
    match = _FRACTION.search(text)
    if not match or (not match["count"] and match["part"].lower() != "half"):
        return None
    before, after = text[: match.start()].lower(), text[match.end() :]
    if {word.lower() for word in _WORD.findall(f"{before} {after}")} - _AROUND:
        return None
    share = Fraction(100 * _COUNTS.get((match["count"] or "").lower(), 1), _PARTS.index(match["part"].lower()) + 2)
    bound = "min" if re.search(r"\b(?:more than|over|at least)\b", before) else ""
    bound = "max" if re.search(r"\b(?:less than|under|at most|fewer than)\b", before) else bound
    return _bounded("percent", share, share, "percent 0", bound)


def _amount(span: Span, text: str) -> Value:
    value, _, unit = span.value.partition(" ")
    first, _, last = value.partition("..")
    low, high = Fraction(first), Fraction(last or first)
    kind = "number" if span.type == "count" else span.type
    return _bounded(kind, low, high, _form(text, unit), span.bound)


def _bounded(kind: str, low: Fraction, high: Fraction, form: str, bound: str) -> Value:
    if bound == "min":
        return Value(kind, low + Fraction(1, 10**9), _OPEN_END, form, "bound")
    if bound == "max":
        return Value(kind, -_OPEN_END, high - Fraction(1, 10**9), form, "bound")
    return Value(kind, low, high, form, "range" if low < high else "single")


def _form(text: str, unit: str) -> str:
    decimals = _DECIMALS.search(text)
    scale = _SCALE.search(text)
    return " ".join((unit, scale[1].lower() if scale else "", str(len(decimals[1]) if decimals else 0))).strip()


def _dated(span: Span, text: str) -> Value:
    first, _, last = span.value.partition("/")
    low, high = _day(first, "0"), _day(last or first, "9")
    words = {word.lower() for word in _WORD.findall(text)}
    shape = "range" if last else "single"
    if words & {"before", "until"}:
        low, high, shape = -_OPEN_END, low - 1, "bound"
    elif "after" in words:
        low, high, shape = high + 1, _OPEN_END, "bound"
    form: str = "" if last else span.type
    if part := _PART.search(text):  # the late 1990s
        place = ("early", "mid", "late").index(part[1].lower().replace("middle", "mid"))
        third = (high - low) / 3
        low, high, form = low + place * third, low + (place + 1) * third - 1, f"part of a {form}"
    return Value("date", low, high, form, shape)


def _day(date: str, unknown: str) -> Fraction:
    """A canonical date, or its earliest (0) or latest (9) day, as the number yyyymmdd."""
    if date.startswith("XXXX"):  # a month or a day of no year
        date = "0000" + date[4:]
    parts = [part.replace("X", unknown) for part in date.split("-")]
    parts += ["00" if unknown == "0" else "99"] * (3 - len(parts))
    return Fraction(int("".join(parts)))
