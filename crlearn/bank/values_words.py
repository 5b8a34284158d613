"""Short texts as the words and numbers that they are, so that two ways to write one thing are the same."""

import re
from functools import lru_cache

from crlearn.bank.values_numbers import DIGITS, read_digits, read_words, spaced
from crlearn.bank.values_tables import MONTHS, ROMANS, SCALE_ABBREVIATIONS, SCALES
from crlearn.lib.text import fold

_ABBREVIATION = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])'s\b")
_INNER = re.compile(r"(?<=\w)'(?=\w)")
_TOKEN = re.compile(rf"{DIGITS}|[^\W\d_]+|[%$€£¥₽]|[^\W\d]+")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_LEADING = frozenset(("a", "an", "the", "in", "at", "on", "by"))  # "in Moscow" answers where
_LARGE = SCALES | {word: power for word, power in SCALE_ABBREVIATIONS.items() if len(word) > 1}  # a J-20B is no billion
_SPELLINGS = (  # British to American, where an answer is no worse for either
    (re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})our(s|ed|ing|able|ful|ite|hood|ly|liness|er|ers|al)?$"), r"or\1"),
    (re.compile(r"^(def|off|lic)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"^(cent|theat|kilomet|met)re(s?)$"), r"\1er\2"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Folded, without case and accents: what is the same to a reader's eye."""
    if text.isascii() and text.isprintable():  # the same, thirty times as fast; a test holds the two together
        return " ".join(text.lower().replace("`", "'").split())
    return fold(text, casefold=True, accents=False).text


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text; a number is its value behind a #, whether in digits, words or as an ordinal.

    Articles and a preposition go at the front ("the" everywhere), "U.S." is "us", "Xi's" is "xi", dates read year, month, day,
    British spellings are American. ("#" cannot stand in a word, so a number never equals one.)
    """
    text = spaced(plain(text)).replace("&", " and ")
    text = _ISO_DATE.sub(lambda match: " ".join((match[1], _month(int(match[2])), match[3])), text)
    text = _ABBREVIATION.sub(lambda match: match.group().replace(".", ""), text)
    text = _INNER.sub("", _POSSESSIVE.sub("", text))
    words = [_spelled(word) for word in _TOKEN.findall(text)]
    while words and words[0] in _LEADING and len(words) > 1 and not (words[0] == "a" and words[1] in SCALES):
        words.pop(0)
    return tuple(_dates(_valued([word for word in words if word != "the"] or words)))


def is_number(token: str) -> bool:
    """Whether a token of `tokens` is a number."""
    return token[0] == "#"


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The tokens of a text run together, so that "Su-35", "Su 35" and "SU35" are one. Numbers keep apart."""
    return re.sub(r"(?<=\d)#", " #", "".join(tokens(text))) or plain(text)


@lru_cache(maxsize=16384)  # a bank has few words, and asks for each of them a hundred times
def _spelled(word: str) -> str:
    if word == "%":
        return "percent"
    if len(word) > 4:
        for pattern, new in _SPELLINGS:
            word = pattern.sub(new, word)
    return word


def _valued(words: list[str]) -> list[str]:
    """The words with every number as its value."""
    found: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word[0].isdecimal():
            value = read_digits(word)
            at += 1
            while value is not None and at < len(words) and (power := _LARGE.get(words[at])):
                value, at = value * 10**power, at + 1
            found.append(word if value is None else f"#{value}")
        elif number := read_words(words, at):
            found.append(f"#{number[0]}")
            at = number[1]
        elif word == "per" and words[at + 1 : at + 2] == ["cent"]:
            found.append("percent")
            at += 2
        else:
            found.append(f"#{ROMANS[word]}" if word in ROMANS and found else word)
            at += 1
    return found


def _dates(words: list[str]) -> list[str]:
    """The words with each date in one order: 16 July 2001, July 16 2001 and 2001-07-16 → #2001 july #16."""
    found = list(words)
    for at, word in enumerate(words):
        if word not in MONTHS:
            continue
        month = _month(MONTHS[word])
        before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 3]
        if before and _is_day(before[0]):  # 16 July (2001)
            found[at - 1 : at + 2] = (
                [*after[:1], month, before[0]] if after and _is_year(after[0]) else [month, before[0], *after[:1]]
            )
        elif after and _is_day(after[0]):  # July 16 (2001)
            found[at : at + 3] = (
                [after[1], month, after[0]] if len(after) == 2 and _is_year(after[1]) else [month, *after]
            )
        elif after and _is_year(after[0]):  # July 2001
            found[at : at + 2] = [after[0], month]
    return found


def _month(number: int) -> str:
    return next((name for name, value in MONTHS.items() if value == number), str(number))


def _is_day(token: str) -> bool:
    return token[0] == "#" and token[1:].isdecimal() and 1 <= int(token[1:]) <= 31


def _is_year(token: str) -> bool:
    return token[0] == "#" and token[1:].isdecimal() and len(token) == 5
