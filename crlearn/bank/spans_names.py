"""Finding the entities of the vocabulary in a text, by name and alias."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from crlearn.bank.spans_tables import DEMONYMS, WIDENING
from crlearn.bank.spans_types import Span
from crlearn.bank.values import plain

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+|,")
_GAP = re.compile(r"[ \u00a0\n&/–—-]*|['’]|\. ")


class Named(Protocol):
    """What a gazetteer is made of; an entity of the vocabulary is one."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text: where it stands, its folded form, and whether it begins with, or is all, capital letters."""

    start: int
    end: int
    plain: str
    upper: bool
    loud: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by their first word (folded): (words, id), the longest first; and the place that each demonym comes from."""

    by_first: Mapping[str, tuple[tuple[tuple[_Token, ...], str], ...]]
    demonyms: Mapping[str, str]

    @classmethod
    def of(cls, entities: Iterable[Named]) -> "Gazetteer":
        """From the names and aliases of entities."""
        found: dict[str, list[tuple[tuple[_Token, ...], str]]] = {}
        owners: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                words = tuple(_tokens(name))
                owners.setdefault(plain(name), entity.id)
                if words:
                    found.setdefault(words[0].plain, []).append((words, entity.id))
        by_first = {first: tuple(sorted(names, key=lambda name: -len(name[0]))) for first, names in found.items()}
        return cls(by_first, {word: owners[plain(place)] for word, place in DEMONYMS.items() if plain(place) in owners})


def names(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield where entities are named, and demonyms; a name inside a longer one is yielded too."""
    tokens = _tokens(text)
    for at, token in enumerate(tokens):
        for words, entity in gazetteer.by_first.get(token.plain, ()):
            if _stands(text, tokens, at, words):
                end = tokens[at + len(words) - 1].end
                yield Span(token.start, end, "entity", entity, text[token.start : end])
        if token.upper and (place := gazetteer.demonyms.get(text[token.start : token.end])):
            yield Span(token.start, token.end, "demonym", place, text[token.start : token.end])


def joined(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, and before two names of one thing that overlap their union: President Xi + Xi Jinping."""
    last: Span | None = None
    for span in found:
        if (
            last
            and span.type == last.type == "entity"
            and span.value == last.value
            and last.start < span.start < last.end
        ):
            end = max(span.end, last.end)
            yield Span(last.start, end, "entity", span.value, text[last.start : end])
        if span.type == "entity" and (last is None or span.end > last.end):
            last = span
        yield span


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().replace(".", "")
        loud = word.isupper() and len(word) > 1
        found.append(_Token(match.start(), match.end(), plain(word), word[:1].isupper(), loud))
    return found


def _stands(text: str, tokens: Sequence[_Token], at: int, words: Sequence[_Token]) -> bool:
    """Whether a name stands at a token: the same words, capital letters where the name has them, nothing but blanks and
    hyphens between, and not as the end of a wider name (South China, United Russia)."""
    if at + len(words) > len(tokens):
        return False
    for place, word in enumerate(words):
        token = tokens[at + place]
        if token.plain != word.plain or (word.upper and not token.upper) or (word.loud and not token.loud):
            return False
        if place and word.plain != "," and not _joined(text, tokens[at + place - 1], token):
            return False
    if len(words) == 1 and at and tokens[at - 1].upper and tokens[at - 1].plain in WIDENING:
        return text[tokens[at - 1].end : tokens[at].start] != " "
    return True


def _joined(text: str, one: _Token, other: _Token) -> bool:
    """Whether two tokens stand together as one name. A full stop parts them, save behind an initial."""
    gap = text[one.end : other.start]
    if gap == ". ":
        return one.end - one.start == 1
    return bool(_GAP.fullmatch(gap))
