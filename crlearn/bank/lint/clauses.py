"""Sentences and clauses of a quotation, and which of them bears what a question says."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crlearn.bank.lint.words import content_words

__all__ = ["bearing", "clauses", "sentences_of"]

_SENTENCE = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\bU\.S|\bU\.N|\bMr|\bMs|\bDr|\bSt|\bNo|\bcf|\bvs|e\.g|i\.e)\.$")
_MODAL = "may|might|could|would|will|has|have|had|is|are|was|were"
_CLAUSE = re.compile(
    rf"""\s*[;:—–]\s*
    | ,?\s+(?:but|although|though|even\ though|while|whereas)\s+
    | ,\s+(?:yet|however,?)\s+
    | ,\s+(?:and|or|so)\s+(?=\w+\ \w+)
    | \s+and\s+(?=(?:[\w’.-]+\ ){{1,3}}(?:{_MODAL})\b)
    | ,\s+(?=(?:\w+\ of\ )?(?:which|whom)\b|who\b|where\b|when\b|as\b)
    | ,\s+(?=(?:\w+ly\ )?\w{{3,}}(?:ing\b|ed\ (?:in|by|on|as|to|at|with|under|from)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(
    r"((?:As|While|Although|Though|When|If|Since|After|Before|Because|Unless|In addition|Despite)\b[^,]{8,}),\s+"
)


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a quotation or a prompt (short texts: no model is asked)."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()]):
            found.append(text[start : match.start()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return tuple(one for one in found if one)


@lru_cache(maxsize=4096)
def clauses(sentence: str) -> tuple[str, ...]:
    """A sentence cut at semicolons, colons, dashes, contrasts, and a comma before "and", "or", "so", a relative or a
    participle, and behind a subordinate clause that opens it."""
    opening = _OPENING.match(sentence)
    parts = [opening[1], *_CLAUSE.split(sentence[opening.end() :])] if opening else _CLAUSE.split(sentence)
    return tuple(part.strip() for part in parts if part.strip())


def bearing(parts: Sequence[str], key: str, claim: str) -> Iterator[str]:
    """Yield the parts that bear a claim: those with most of the key's words; of several, those with most of the claim's.

    Where no part has any of these words, all are yielded: which one bears it cannot be told.
    """
    first, second = set(content_words(key)), set(content_words(claim))
    scores = [(len(first & set(content_words(part))), len(second & set(content_words(part)))) for part in parts]
    best = max(scores, default=(0, 0))
    yield from (part for part, score in zip(parts, scores, strict=True) if score == best)
