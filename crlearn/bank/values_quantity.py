"""Quantities as learners and authors write them: "$3.1 billion", "34–60", "more than 30", "49 per cent"."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from crlearn.bank.values_numbers import DIGITS, read_digits, read_words, spaced
from crlearn.bank.values_tables import DIMENSIONS, NEGATIONS, SCALE_ABBREVIATIONS, SCALES
from crlearn.lib.text import fold

MIN, MAX, ABOUT = "min", "max", "about"

_MORE = "more|greater|higher|larger|over|above|upwards?"
_LESS = "less|fewer|lower|smaller|under|below"
_ADVERBS = "just|slightly|well|far|much|a little|a bit|only|even"
_BEFORE: tuple[tuple[str, str], ...] = (
    (MAX, rf"(?:not|no) (?:{_MORE}) than|at (?:the )?most|up to|a maximum of|<=|≤|=<"),
    (MIN, rf"(?:not|no) (?:{_LESS}) than|at (?:the )?least|a minimum of|minimum|>=|≥|=>"),
    (MIN, rf"(?:{_MORE})(?: than| of)?|in excess of|exceeding|>"),
    (MAX, rf"(?:{_LESS})(?: than)?|<"),
    (
        ABOUT,
        r"about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|an? estimated|estimated|~|≈",
    ),
)
_AFTER: tuple[tuple[str, str], ...] = (
    (MIN, rf"(?<=\d)\+|\+$|\bplus$|\b(?:or|and) (?:{_MORE})\b|\bat least$"),
    (MAX, rf"\b(?:or|and) (?:{_LESS})\b|\bat most$"),
    (ABOUT, r"\bor so\b|\bapproximately$|\bapprox\.?$"),
)
_BETWEEN = re.compile(r"between (.+) and (.+)|from (.+) (?:to|until|till) (.+)")
_SPLIT = re.compile(r"(?<=[\w%€$£])\s*(?:-|\bto\b)\s*(?=[\w€$£])")
_TOKEN = re.compile(
    rf"(?P<number>{DIGITS})|(?P<decade>(?<=\d)s\b)|(?P<word>[^\W\d_]+)|(?P<sign>[%$€£¥₽])|(?P<minus>-(?=\d))"
)
_UNREAD = frozenset(
    (
        "more",
        "less",
        "fewer",
        "over",
        "under",
        "above",
        "below",
        "least",
        "most",
        "than",
        "greater",
        "higher",
        "up",
        "or",
        "except",
    )
)
_FILLERS = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "with",
        "from",
        "between",
        "total",
        "altogether",
        "and",
        "exactly",
    )
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a range (low < high) or a bound, in its unit.

    `low` and `high` include a scale that was written (billion); `factor` is that scale, 1 where none was. `bound` is
    "min", "max", "about" or "". `unit` is a known unit in its one form ("USD", "percent") or ""; `words` is what else
    stood with the number, in the singular.
    """

    low: Fraction
    high: Fraction
    factor: int = 1
    bound: str = ""
    unit: str = ""
    words: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def parse_quantity(text: str) -> Quantity | None:
    """The quantity that a text states, or None where it states none, two, or one that is denied ("not 42")."""
    folded = spaced(fold(text, casefold=True, accents=False).text)
    folded = re.sub(r"\bm[3³]", "cubic metre", folded).strip(" .;!?")
    if any(char.isnumeric() and not char.isdecimal() for char in folded):  # 10² is not 10
        return None
    bound, rest = _bound(folded)
    if rest is None:
        return None
    found = _range(rest) or _amount(rest)
    if found is None or found.words & (NEGATIONS | _UNREAD):
        return None
    return Quantity(found.low, found.high, found.factor, bound, found.unit, found.words - _FILLERS)


def _bound(text: str) -> tuple[str, str | None]:
    """The bound that a text states, and the text without it; None for the text where two bounds contradict."""
    bound = ""
    for kind, pattern in _BEFORE:
        match = re.match(rf"(?:(?:{_ADVERBS}) )?(?:{pattern})(?![a-z])\s*", text)
        if match and match.end() < len(text):
            bound, text = kind, text[match.end() :]
            break
    for kind, pattern in _AFTER:
        match = re.search(pattern, text)
        if match:
            if bound not in ("", kind):
                return "", None
            return kind, f"{text[: match.start()]} {text[match.end() :]}".strip()
    return bound, text


def _range(text: str) -> Quantity | None:
    """A range, where the text states one."""
    between = _BETWEEN.fullmatch(text)
    sides = [tuple(side for side in between.groups() if side)] if between else []
    sides += [(text[: cut.start()], text[cut.end() :]) for cut in _SPLIT.finditer(text)]
    for left, right in sides:
        low, high = _amount(left), _amount(right)
        if low and high:
            return _joined(low, high)
    return None


def _joined(low: Quantity, high: Quantity) -> Quantity | None:
    """Two ends as one range. What only the second end says holds for the first: $3–4 billion; 2017–20 is 2017–2020."""
    if low.unit and high.unit and low.unit != high.unit:
        return None
    first, last = low.low, high.low
    if low.factor == 1 and high.factor > 1:
        first *= high.factor
    if low.factor == high.factor == 1 and 1000 <= first < 10000 and 10 <= last < 100 and last > first % 100:
        last += first // 100 * 100
    first, last = sorted((first, last))
    return Quantity(first, last, high.factor, "", low.unit or high.unit, low.words | high.words)


def _amount(text: str) -> Quantity | None:
    """A text that holds one number, and the unit that stands around it."""
    values, factor, tokens, negative = [], 1, _tokens(text), False
    words: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        number = _number(tokens, at)
        if number:
            value, at = number
            values.append(-value if negative else value)
            while at < len(tokens) and (power := _power(tokens[at], after_word=tokens[at - 1].isalpha())):
                factor, at = factor * 10**power, at + 1
            continue
        negative = token in ("-", "minus")
        words += [] if negative else [token]
        at += 1
    if len(values) != 1:
        return None
    unit, rest = _unit(words)
    return Quantity(values[0] * factor, values[0] * factor, factor, "", unit, rest)


def _tokens(text: str) -> list[str]:
    found = []
    for match in _TOKEN.finditer(text):
        found.append("decade" if match.lastgroup == "decade" else match.group())
    return found


def _number(tokens: list[str], at: int) -> tuple[Fraction, int] | None:
    """The number at a token, without the scale behind it, and where it ends."""
    if tokens[at][0].isdecimal():
        value = read_digits(tokens[at])
        return None if value is None else (value, at + 1)
    found = read_words(tokens, at)
    if (
        found and (power := SCALES.get(tokens[found[1] - 1], 0)) > 2
    ):  # "three billion": the scale is read like a digit's
        return found[0] / 10**power, found[1] - 1
    return found


def _power(token: str, *, after_word: bool) -> int | None:
    """The power of ten that a token behind a number stands for."""
    return SCALES.get(token) or (None if after_word else SCALE_ABBREVIATIONS.get(token))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


_PHRASES = sorted(
    ((tuple(phrase.split()), unit) for unit, phrases in DIMENSIONS.items() for phrase in phrases),
    key=lambda pair: -len(pair[0]),
)


def _unit(words: list[str]) -> tuple[str, frozenset[str]]:
    """The known unit among some words, the longest name first, and the other words in the singular."""
    singular = [_singular(word) for word in words]
    for phrase, unit in _PHRASES:
        for at in range(len(singular) - len(phrase) + 1):
            if tuple(singular[at : at + len(phrase)]) == phrase:
                rest = singular[:at] + singular[at + len(phrase) :]
                again, others = _unit(rest)
                return (unit, others) if again in ("", unit) else (f"{unit} {again}", others)
    return "", frozenset(singular)
