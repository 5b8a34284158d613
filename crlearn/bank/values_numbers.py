"""Numbers as people write them: digits with their separators, words, ordinals. All exact (Fraction)."""

import re
from fractions import Fraction

from crlearn.bank.values_tables import ORDINALS, SCALES, SMALL, TENS

# 1 000 000 | 1,000.5 | 9th; letters may follow (3.1bn)
DIGITS = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,']\d+)*(?:(?:st|nd|rd|th)\b)?"
LONGEST = 60  # digits that are still a number
WORDS = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | frozenset(ORDINALS)

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([,.' ])\d{3})(?:\1\d{3})*")
_HYPHEN = re.compile(rf"\b({'|'.join(TENS)})-({'|'.join([*SMALL, *ORDINALS])})\b")


def read_digits(text: str) -> Fraction | None:
    """The value of a match of DIGITS, or None where its separators make no sense.

    The last separator is the decimal one where two kinds are used (1,000.5 and 1.000,5). A comma alone, or several,
    divides thousands if three digits follow (1,000 is a thousand, as English has it) and is decimal if it cannot
    (3,1 and 0,125); a point alone is decimal (1.000 is one), several divide thousands (1.000.000).
    """
    text = text.rstrip("stndrh")
    if len(text) > LONGEST:
        return None
    marks = sorted({char for char in text if not char.isdecimal()}, key=text.rindex)
    whole, part = text, ""
    if len(marks) == 2 and text.count(marks[1]) == 1 and marks[1] in ".,":
        whole, _, part = text.partition(marks[1])
    elif marks in (["."], [","]) and text.count(marks[0]) == 1 and (marks == ["."] or not _GROUPED.fullmatch(text)):
        whole, _, part = text.partition(marks[0])
    if not whole.isdecimal():
        if not _GROUPED.fullmatch(whole):
            return None
        whole = re.sub(r"\D", "", whole)
    return Fraction(int(whole + part), 10 ** len(part))


def spaced(text: str) -> str:
    """Folded text with the hyphens of number words taken out: forty-two → forty two."""
    return _HYPHEN.sub(r"\1 \2", text)


def read_words(tokens: list[str], start: int) -> tuple[Fraction, int] | None:
    """The number that begins at a token, and where it ends: "two thousand and nineteen", "twenty-first", "a hundred".

    None where no number begins. Years may be read in pairs ("nineteen ninety-six").
    """
    value, end = _below_hundred(tokens, start)
    if value is None:
        if tokens[start] != "a" or start + 1 == len(tokens) or tokens[start + 1] not in SCALES:
            return None
        value, end = 1, start + 1
    elif value >= 10 and (pair := _below_hundred(tokens, end))[0] is not None and pair[0] >= 10:
        return Fraction(value * 100 + pair[0]), pair[1]
    return _scaled(tokens, value, end)


def _scaled(tokens: list[str], value: int, end: int) -> tuple[Fraction, int]:
    """Go on after a first number below a hundred: hundreds, thousands and so on, from large to small."""
    total, current, least = 0, value, 99
    while end < len(tokens):
        power = SCALES.get(tokens[end])
        if power == 2 and 0 < current < 100:
            current, end = current * 100, end + 1
        elif power and power > 2 and power < least and current:
            total, current, least, end = total + current * 10**power, 0, power, end + 1
        elif current % 100 == 0 and (current or total):
            after = end + (tokens[end] == "and")
            more, stop = _below_hundred(tokens, after)
            if more is None:
                break
            current, end = current + more, stop
        else:
            break
    return Fraction(total + current), end


def _below_hundred(tokens: list[str], at: int) -> tuple[int | None, int]:
    """The number below a hundred at a token, and where it ends. Ordinals count as their number."""
    if at >= len(tokens):
        return None, at
    word = tokens[at]
    if word in TENS:
        unit = tokens[at + 1] if at + 1 < len(tokens) else ""
        one = SMALL.get(unit, ORDINALS.get(unit, 0))
        return (TENS[word] * 10 + one, at + 2) if 0 < one < 10 else (TENS[word] * 10, at + 1)
    value = SMALL.get(word, ORDINALS.get(word))
    return value, at if value is None else at + 1
