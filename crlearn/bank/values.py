"""Whether a typed answer says what the key says.

Words (`compare_words`) are compared folded, without leading articles, numbers by value; what counts as well is in the
accepted variants and the names of the answer's entity. A slip of the keyboard is let pass, in full, unless it may be
another answer: see `values_typos`. Quantities (`compare_quantity`) are compared by value, unit and bound.

Verdicts on words, with their score:
    right 1 · right_variant 1 (an accepted wording, another name) · typo 1
    other_entity 0 (it is a name of something else) · wrong_number, wrong_date 0 (the words are right) · wrong 0
Verdicts on quantities:
    right 1
    unit_missing: the number as the key writes it, without a unit that the page does not show. 1 where only the name of
        the unit is missing (percent, dollars), ½ where its scale is (3.1 for $3.1 billion: as it stands, another value)
    bound_missing 1: "30" for "more than 30"; the number was known
    half_range ½: one end of a range
    wrong_bound 0 ("less than 30" for "more than 30", "more than 42" for 42) · too_wide 0 (a range round the number)
    wrong_unit 0 · wrong_scale 0 (million for billion) · wrong_number 0 · not_a_number 0
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from crlearn.bank import values_typos
from crlearn.bank.values_quantity import ABOUT, Quantity, parse_quantity
from crlearn.bank.values_tables import LOUD
from crlearn.bank.values_words import plain, squeezed, tokens

__all__ = [
    "Comparison",
    "Key",
    "compare_quantity",
    "compare_words",
    "parse_quantity",
    "plain",
    "same",
    "squeezed",
    "tokens",
]


MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score from 0 to 1, the reason code behind it, and what its sentence needs."""

    score: float
    code: str
    params: dict[str, str] = field(default_factory=dict)


def same(one: str, other: str) -> bool:
    """Whether two texts state one thing: the same words and numbers, the same quantity ("49%", "49 per cent"), or the
    same things in another order ("China and Russia")."""
    return squeezed(one) == squeezed(other) or _same_quantity(one, other) or _same_things(one, other)


def _same_things(one: str, other: str) -> bool:
    """Whether both texts name the same two or more things."""
    left, right = ([squeezed(part) for part in _AND.split(plain(text)) if part.strip()] for text in (one, other))
    return len(left) > 1 and sorted(left) == sorted(right)


_AND = re.compile(r",\s+(?:and\b)?|;|&|\band\b")


def _same_quantity(one: str, other: str) -> bool:
    """Only where a unit makes it a quantity: "42 times" and "42 planes" are words."""
    left, right = parse_quantity(one), parse_quantity(other)
    if not left or not right or not left.unit:
        return False
    return (left.low, left.high, left.bound, left.unit, left.words) == (
        right.low,
        right.high,
        right.bound,
        right.unit,
        right.words,
    )


def compare_words(given: str, answer: str, accept: Iterable[str] = (), others: Iterable[str] = ()) -> Comparison:
    """Compare a typed answer with the answer of the key, what is accepted as well, and the names of other things.

    A name that is also an accepted wording is no other name.
    """
    accepted = list(accept)
    if same(given, answer) or any(same(given, form) for form in _without_brackets(answer)):
        return Comparison(1, "right")
    if any(same(given, form) for text in accepted for form in (text, *_without_brackets(text))):
        return Comparison(1, "right_variant")
    own = [answer, *accepted]
    mine, written = {squeezed(text) for text in own}, squeezed(given)
    foreign = [name for name in others if squeezed(name) not in mine]
    for name in foreign:
        if squeezed(name) == written:
            return Comparison(0, "other_entity", {"name": name})
    for text in own:
        if values_typos.is_typo(given, text, own, foreign):
            return Comparison(1, "typo", {"meant": text})
    codes = [code for text in own if (code := values_typos.other_value(given, text))]
    return Comparison(0, codes[0] if codes else "wrong")


def _without_brackets(text: str) -> list[str]:
    """Both halves of a name with its abbreviation: Shanghai Cooperation Organization (SCO)."""
    name, opened, rest = text.partition(" (")
    short, closed, after = rest.partition(")")
    if opened and closed and not after.strip() and short.isupper() and " " not in short:
        return [name, short]
    return []


@dataclass(frozen=True, slots=True)
class Key:
    """The answer of a numeric question, in base units.

    `scale`: what a plain number is multiplied by (billion); `shown`, `scale_shown`: the page shows the unit, and with
    it the scale, beside the field; `units` and `words`: each way in which the unit may be written; `tolerance`: in base
    units.
    """

    quantity: Quantity
    scale: int
    shown: bool
    scale_shown: bool
    units: frozenset[str]
    words: frozenset[str]
    tolerance: Fraction

    @classmethod
    def of(cls, answer: str, unit: str = "", unit_accept: Sequence[str] = (), tolerance: Decimal = Decimal(0)) -> "Key":
        """From the texts of the file, which the schema has checked. Raises ValueError for an answer without a number."""
        value = parse_quantity(answer)
        written = [parse_quantity(f"1 {name}") for name in (unit, *unit_accept) if name]
        if value is None or None in written:
            raise ValueError(f"not a quantity: {answer} {unit}")
        names = [name for name in written if name]
        scale = value.factor if value.factor >= MILLION else 1  # "one thousand" is a number like any other
        scale_shown = bool(unit) and scale == 1
        if unit:
            low, high = value.low * names[0].factor, value.high * names[0].factor
            scale *= names[0].factor
            value = Quantity(low, high, scale, value.bound, names[0].unit, names[0].words)
        names.append(value)
        return cls(
            quantity=value,
            scale=scale,
            shown=bool(unit),
            scale_shown=scale_shown,
            units=frozenset(name.unit for name in names if name.unit),
            words=frozenset(word for name in names for word in name.words),
            tolerance=Fraction(tolerance) * scale,
        )


def compare_quantity(given: str, key: Key) -> Comparison:
    """Compare a typed number with the key."""
    quantity = parse_quantity(given)
    if quantity is None:
        return Comparison(0, "not_a_number")
    found = _compare_values(quantity, key)
    scaled = False
    if not found.score and quantity.factor < MILLION and key.scale > 1:
        times = key.scale
        enlarged = Quantity(
            quantity.low * times, quantity.high * times, times, quantity.bound, quantity.unit, quantity.words
        )
        second = _compare_values(enlarged, key)
        if second.score or second.code != "wrong_number":
            found, scaled = second, True
    if not found.score:
        return found
    if not _unit_fits(quantity, key):
        return Comparison(0, "wrong_unit")
    if scaled and not key.scale_shown:
        return Comparison(min(found.score, 0.5), "unit_missing")
    if key.quantity.unit and not key.shown and not quantity.unit and found.code == "right":
        return Comparison(1, "unit_missing")
    return found


def _compare_values(given: Quantity, key: Key) -> Comparison:
    """The numbers and bounds alone, both in base units."""
    wanted = key.quantity
    low, high = (abs(given.low - wanted.low) <= key.tolerance, abs(given.high - wanted.high) <= key.tolerance)
    if low and high:
        return _compare_bounds(given.bound, wanted.bound)
    if wanted.low < wanted.high and (low or high or _end(given, wanted, key.tolerance)):
        return Comparison(0.5, "half_range") if given.bound in ("", ABOUT) else Comparison(0, "wrong_bound")
    if given.low < given.high and given.low <= wanted.low and wanted.high <= given.high:
        return Comparison(0, "too_wide")
    if given.low and any(given.low * scale == wanted.low for scale in _OTHER_SCALES) and given.factor > 1:
        return Comparison(0, "wrong_scale")
    return Comparison(0, "wrong_number")


_OTHER_SCALES = tuple(Fraction(10) ** power for power in (-9, -6, -3, 3, 6, 9))


def _end(given: Quantity, wanted: Quantity, tolerance: Fraction) -> bool:
    """Whether a single number is one end of a range."""
    return given.low == given.high and any(abs(given.low - end) <= tolerance for end in (wanted.low, wanted.high))


def _compare_bounds(given: str, wanted: str) -> Comparison:
    """The number is right: is it "more than", "less than", "about" or exact as in the key? "about" is never wrong."""
    if given == wanted:
        return Comparison(1, "right")
    if given in ("", ABOUT):
        return Comparison(1, "bound_missing" if wanted in ("min", "max") else "right")
    return Comparison(0, "wrong_bound")


def _unit_fits(given: Quantity, key: Key) -> bool:
    """Whether what stands with the number may stand there.

    A known unit must be the key's. Other words (42 meetings) must share one with the key's unit where it has words
    (42 times); where the question names no unit they say nothing, save for units that make it another number.
    """
    if given.unit:
        return given.unit in key.units or (not key.units and not key.shown and given.unit not in LOUD)
    return not (given.words and key.shown and not key.words & given.words)
