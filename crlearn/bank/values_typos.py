"""Which differences between a typed answer and the key are slips of the keyboard.

A slip is a small distance (optimal string alignment: a letter left out, put in, exchanged, or two neighbours swapped),
allowed by length, that cannot be another answer. Never a slip: anything in a number; a word that is itself a country,
a month, a number, a word of another known name or a known look-alike (content, contest); a first letter; a letter far
from the right one on the keyboard and to the ear (chance, change); a prefix or an ending that makes another word (formal, informal; import, export; employer, employee); a negation put in or left out;
an answer as near to another known name as to this one.
"""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz.distance import OSA, Levenshtein

from crlearn.bank.values_numbers import WORDS
from crlearn.bank.values_tables import COUNTRIES, ENDINGS, FORMS, LOOKALIKES, MONTHS, NEGATIONS, NEIGHBOURS, PREFIXES
from crlearn.bank.values_words import is_number, squeezed, tokens

_OTHER_WORDS = COUNTRIES | LOOKALIKES | frozenset(MONTHS) | WORDS | NEGATIONS


def allowance(letters: int) -> int:
    """How many slips are let pass in so many letters: none under 5, 1 from 5, 2 from 10, 3 from 20."""
    return (letters >= 5) + (letters >= 10) + (letters >= 20)


def is_typo(given: str, meant: str, own: Iterable[str], others: Iterable[str]) -> bool:
    """Whether `given` can only be `meant`, mistyped. `own`: all that is right; `others`: names of other things."""
    if not _slipped(given, meant):
        return False
    names = list(others)
    mine = {word for text in own for word in tokens(text)}
    foreign = {word for name in names for word in tokens(name)}
    if any(
        word in foreign or (word in _OTHER_WORDS and not _inflected(word, mine)) for word in set(tokens(given)) - mine
    ):
        return False
    written = squeezed(given)
    distance = OSA.distance(written, squeezed(meant))
    return all(OSA.distance(written, squeezed(name), score_cutoff=distance) > distance for name in names)


def other_value(given: str, meant: str) -> str:
    """What differs where the words are the same: "wrong_number", "wrong_date" (a date with its month), or ""."""
    left, right = tokens(given), tokens(meant)
    if left == right or [_shape(word) for word in left] != [_shape(word) for word in right]:
        return ""
    return "wrong_date" if any(word in MONTHS for word in right) else "wrong_number"


def _shape(token: str) -> str:
    """The token itself, but one mark for all numbers and one for all months."""
    return "#" if is_number(token) else "month" if token in MONTHS else token


def _inflected(word: str, mine: set[str]) -> bool:
    """Whether a word is one of the answer in another form: Russian, nations."""
    return any(word == one + end or one == word + end for one in mine for end in FORMS)


def _slipped(given: str, meant: str) -> bool:
    """Whether the difference is small and in no place where it means something."""
    left, right = tokens(given), tokens(meant)
    letters = sum(len(word) for word in right if not is_number(word))
    if [word for word in left if is_number(word)] != [word for word in right if is_number(word)]:
        return False
    if Counter(word for word in left if word in NEGATIONS) != Counter(word for word in right if word in NEGATIONS):
        return False
    if len(left) != len(right):  # a space too many or too few, and at most one slip beside it
        return letters >= 10 and _word_slipped(squeezed(given), squeezed(meant), 1)
    total = 0
    for one, other in zip(left, right, strict=True):
        if one != other:
            if is_number(one) or is_number(other) or not _word_slipped(one, other, min(2, allowance(len(other)))):
                return False
            total += OSA.distance(one, other)
    return 0 < total <= allowance(letters)


def _word_slipped(given: str, meant: str, most: int) -> bool:
    """Whether one word can be the other, mistyped."""
    if not 0 < OSA.distance(given, meant, score_cutoff=most) <= most:
        return False
    if given[0] != meant[0] and given != meant[1::-1] + meant[2:]:  # but for the first two letters swapped
        return False
    return _near_keys(given, meant) and not _other_prefix(given, meant) and not _other_ending(given, meant)


def _near_keys(given: str, meant: str) -> bool:
    """Whether every letter that was exchanged is near the right one, on the keyboard or to the ear."""
    for edit in Levenshtein.editops(given, meant):
        at, place = edit.src_pos, edit.dest_pos
        if edit.tag != "replace" or given[at] in NEIGHBOURS.get(meant[place], ""):
            continue
        if not _swapped(given, meant, at, place):
            return False
    return True


def _swapped(given: str, meant: str, at: int, place: int) -> bool:
    """Whether an exchange is half of a swap of two neighbours."""
    return (
        given[at : at + 2] == meant[place : place + 2][::-1]
        or given[at - 1 : at + 1] == meant[place - 1 : place + 1][::-1]
    )


def _other_prefix(one: str, other: str) -> bool:
    """Whether two words differ by a prefix that means something and nothing else."""
    common = 0
    while common < min(len(one), len(other)) and one[-1 - common] == other[-1 - common]:
        common += 1
    for kept in range(common, 2, -1):
        first, second = one[: len(one) - kept], other[: len(other) - kept]
        if first != second and all(head in PREFIXES or not head for head in (first, second)):
            return True
    return False


def _other_ending(one: str, other: str) -> bool:
    """Whether two words are the two sides of one dealing."""
    return one[:-2] == other[:-2] and {one[-2:], other[-2:]} in ENDINGS
