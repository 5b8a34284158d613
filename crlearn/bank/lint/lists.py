"""Lists in a sentence: whether it names two things side by side, as “free and fair elections and humanitarian aid”."""

import re
from functools import lru_cache

from crlearn.bank.lint.support import akin
from crlearn.bank.lint.words import STOP, content_words

MOST = 0.67  # of a phrase's content words that a stretch of a sentence must have
LOOSE = 2  # words of the sentence between two words of a phrase that may be others

_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_JOIN = re.compile(
    r"(?:\s*,?\s*\b(?:and|or|as well as|along with|both|together with)\b(?: (?:by|for|of|on|in|with)\b)?\s*|\s*,\s*)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:.—–()]|\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|did|does|do|that|which|who|whose|while"
    r"|although|though|but|because|since|as|by|if|when|where|however|than|not|respectively|from|to)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def _stems(text: str) -> tuple[tuple[str, int, int], ...]:
    """The content words of a sentence, each with its place."""
    found = []
    for match in _TOKEN.finditer(text):
        if match[0].lower() not in STOP:
            found += [(word, match.start(), match.end()) for word in content_words(match[0])]
    return tuple(found)


def stretch(sentence: str, phrase: str) -> tuple[int, int] | None:
    """Where a sentence says a phrase: the shortest stretch with most of its content words close together. None: nowhere."""
    wanted = set(content_words(phrase))
    if not wanted:
        return None
    words = _stems(sentence)
    hits = [(at, next((one for one in wanted if akin(one, word)), "")) for at, (word, _, _) in enumerate(words)]
    hits = [(at, one) for at, one in hits if one]
    best: tuple[int, int] | None = None
    for first in range(len(hits)):
        seen: set[str] = set()
        last = hits[first][0]
        for at, one in hits[first:]:
            if at - last > LOOSE + 1:
                break
            last = at
            seen.add(one)
            if len(seen) >= MOST * len(wanted):
                span = words[hits[first][0]][1], words[at][2]
                if best is None or span[1] - span[0] < best[1] - best[0]:
                    best = span
                if len(seen) == len(wanted):
                    break
    return best


def stands_beside(phrase: str, text: str) -> bool:
    """Whether a text says a phrase somewhere."""
    return stretch(text, phrase) is not None


def listed_together(sentence: str, one: str, other: str) -> bool:
    """Whether nothing but commas, “and”, and other short items stands between two phrases of a sentence."""
    first, second = stretch(sentence, one), stretch(sentence, other)
    if first is None or second is None or "respectively" in sentence:
        return False
    low, high = sorted((first, second))
    if low[1] > high[0]:
        return False
    gap = sentence[low[1] : high[0]]
    joins = list(_JOIN.finditer(gap))
    return bool(joins) and not _BREAK.search(_JOIN.sub(" ", gap)) and _close(gap, joins)


def _close(gap: str, joins: list[re.Match[str]]) -> bool:
    """Whether the phrases end and begin next to a join, give or take the few words that a phrase leaves out."""
    return len(gap[: joins[0].start()].split()) <= LOOSE and len(gap[joins[-1].end() :].split()) <= LOOSE
