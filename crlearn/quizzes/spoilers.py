"""Whether what is shown after one question answers another one that is still to come. Pure.

Quotations of open questions are left out of the passages by their place. This is for the rest: a sentence, an
explanation or a note in other words. It tells an open question where it holds one of its answers and at least two of
the words that the question is asked in, beside those that every question on the document shares.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from crlearn.bank.kinds import KINDS
from crlearn.bank.kinds.choice import ChoiceContent
from crlearn.bank.kinds.cloze import ClozeContent
from crlearn.bank.kinds.numeric import NumericContent
from crlearn.bank.kinds.written import WrittenContent
from crlearn.bank.values import tokens
from crlearn.bank.values_words import is_number
from crlearn.sources.reading.sentences import sentences

CUES = 2  # words shared with the question, beside its answer
LETTERS = 5  # shorter words say little

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question: the wordings of its answer, and the stems of the words it is asked in."""

    keys: frozenset[Words]
    cues: frozenset[str]


def asked(kind: str, content: Mapping[str, Any], common: str) -> Asked:
    """Return what a question asks. `common`: names and titles, whose words tell nothing (China, Council …).

    Only short answers and options are looked for: statements, pairs and steps have no answer that stands in a text.
    """
    loaded = KINDS[kind].load(content)
    dull = stems(tokens(common))
    keys = {tokens(text) for text in _answers(loaded) if text} | _values(loaded)
    words = [word for key in keys for word in key]
    return Asked(
        keys=frozenset(key for key in keys if key and not stems(key) <= dull),
        cues=stems(word for word in tokens(_prompt(loaded)) if len(word) >= LETTERS) - stems(words) - dull,
    )


def _answers(content: Any) -> list[str]:
    match content:
        case ChoiceContent():
            return [option.text for option in content.keys]
        case WrittenContent():
            return [content.key, *content.accept]
    return []


def _values(content: Any) -> set[Words]:
    """Return the number that is asked for, also with the scale of its unit (billion), whatever the unit is called."""
    if not isinstance(content, NumericContent):
        return set()
    written = [tokens(content.answer), tokens(f"{content.answer} {content.unit or ''}")]
    return {tuple(word for word in words if is_number(word)) for words in written}


def _prompt(content: Any) -> str:
    gapped = [content.parts[0], content.parts[2]] if isinstance(content, ClozeContent) else []
    return " ".join([content.prompt or "", *gapped])


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of English words."""
    return frozenset(_stem(word) for word in words)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


def tells(text: str, questions: Iterable[Asked]) -> bool:
    """Return whether a text answers one of the questions."""
    words = tokens(text)
    return any(
        any(_stands_in(key, words) for key in question.keys) and len(question.cues & stems(words)) >= CUES
        for question in questions
    )


def _stands_in(key: Words, words: Words) -> bool:
    size = len(key)
    return any(words[at : at + size] == key for at in range(len(words) - size + 1))


def ordered(told: Sequence[tuple[Sequence[str], Asked]]) -> list[int]:
    """Return places in an order in which no question follows one that answers it, as far as there is one.

    told: of each question in its present order, the texts that are shown after it, and what it asks.
    """
    left, order = list(range(len(told))), []
    while left:
        chosen = next((one for one in left if not _tells_another(one, left, told)), left[0])
        left.remove(chosen)
        order.append(chosen)
    return order


def _tells_another(one: int, left: Sequence[int], told: Sequence[tuple[Sequence[str], Asked]]) -> bool:
    others = [told[other][1] for other in left if other != one]
    return any(tells(text, others) for text in told[one][0])


def without(segments: Sequence[Mapping[str, str]], questions: Collection[Asked]) -> list[dict[str, str]]:
    """Return a passage in pieces without the unmarked sentences that answer one of the questions (mark "hidden")."""
    pieces: list[dict[str, str]] = []
    for segment in segments:
        if segment["mark"] or not tells(segment["text"], questions):
            pieces.append(dict(segment))
        else:
            pieces += _sentences_without(segment["text"], questions)
    return pieces


def _sentences_without(text: str, questions: Collection[Asked]) -> list[dict[str, str]]:
    pieces: list[dict[str, str]] = []
    cursor = 0
    for start, end in sentences(text):
        if tells(text[start:end], questions):
            pieces += [{"text": text[cursor:start], "mark": ""}, {"text": "", "mark": "hidden"}]
            cursor = end
    return [piece for piece in [*pieces, {"text": text[cursor:], "mark": ""}] if piece["text"] or piece["mark"]]
