"""Takes apart a line that holds a whole document: what a poster put around it, and headings glued into it."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from crlearn.sources.reading import patterns
from crlearn.sources.reading.entry import DocumentEntry
from crlearn.sources.reading.headings import is_title_case, opens_like_a_sentence
from crlearn.sources.reading.lexicon import LEADING, OPENERS, SMALL
from crlearn.sources.reading.lines import Line
from crlearn.sources.reading.model import Kind
from crlearn.sources.reading.pieces import Piece, fold, is_finished
from crlearn.sources.reading.words import Words, words_of

_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z]\.)(?<=[.!?])[”’\")\]]*\s+(?=[“‘\"(\[]?[A-Z])")
_TOKEN = re.compile(r"\S+")
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|led|share|appears?|seems?)"
)
BLOB = 1500  # characters; no paragraph is as long
MOST_WORDS = 10


def split_blobs(raw: str, pieces: Sequence[Piece], entry: DocumentEntry, words: Words) -> list[Piece]:
    """Return the pieces with what a poster put before and after set apart, and glued headings cut out of blobs."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.kind is not None or len(piece.lines) > 1 or piece.bullet:
            found.append(piece)
            continue
        first = not any(other.kind is None and _is_text(other) for other in pieces[:place])
        found.extend(_split(raw, piece.lines[0], entry, words, first=first, last=place > len(pieces) - 3))
    return found


def _is_text(piece: Piece) -> bool:
    return piece.words > 25 and is_finished(piece.text)


def _split(raw: str, line: Line, entry: DocumentEntry, words: Words, *, first: bool, last: bool) -> Iterable[Piece]:
    start = _after_lead(raw, line, entry) if first else line.start
    end = _before_goodbye(raw, line, start) if last else line.end
    if start > line.start:
        yield Piece([line.part(raw, line.start, start)], kind=Kind.FURNITURE)
    if end > start:
        yield from _split_headings(raw, _whole(raw, line, start, end), words)
    if end < line.end:
        yield from (Piece([part], kind=Kind.FURNITURE) for part in _sentences_of(raw, line, end, line.end))


def _whole(raw: str, line: Line, start: int, end: int) -> Line:
    return line if (start, end) == (line.start, line.end) else line.part(raw, start, end)


def _edges(raw: str, start: int, end: int) -> list[int]:
    """Return where sentences may begin in raw[start:end]; some are not real (after an abbreviation)."""
    return [start, *(match.end() for match in _SENTENCE_END.finditer(raw, start, end))]


def _sentences_of(raw: str, line: Line, start: int, end: int) -> list[Line]:
    edges = [*_edges(raw, start, end), end]
    return [line.part(raw, low, high) for low, high in pairwise(edges)]


def _after_lead(raw: str, line: Line, entry: DocumentEntry) -> int:
    """Return where the text begins after the sentence with which somebody presents it."""
    edges = [*_edges(raw, line.start, line.end), line.end]
    start = line.start
    sentence = raw[edges[0] : edges[1]].strip()
    about = fold(entry.title) in fold(sentence) or len(sentence.split()) <= 40
    if patterns.LEAD_IN.fullmatch(sentence) and about:
        start = edges[1]
    if match := patterns.FROM_HERE.match(raw, start, line.end):
        start = match.end()
    return start + len(raw[start : line.end]) - len(raw[start : line.end].lstrip())


def _before_goodbye(raw: str, line: Line, start: int) -> int:
    """Return where the text ends before the links that somebody put after it."""
    end = line.end
    for edge in reversed(_edges(raw, start, line.end)):
        if not patterns.GOODBYE.fullmatch(raw[edge:end].strip()):
            break
        end = edge
    return end


def _split_headings(raw: str, line: Line, words: Words) -> Iterable[Piece]:
    """Yield a blob in pieces: its headings, and what stands under each."""
    if len(line.text) < BLOB:
        yield Piece([line])
        return
    inside = _capitals_inside(raw, line)
    low = line.start
    for edge in _edges(raw, line.start, line.end):
        if edge >= low and (end := _heading_end(raw, edge, line.end, words, inside)):
            if edge > low:
                yield Piece([line.part(raw, low, edge)], part=True)
            yield Piece([line.part(raw, edge, end)], kind=Kind.HEADING, level=2)
            low = end
    yield Piece([line.part(raw, low, line.end)], part=low > line.start)


def _capitals_inside(raw: str, line: Line) -> Collection[str]:
    """Return the words that have their capital more than once where no sentence begins: names and the like."""
    seen: dict[str, int] = {}
    edges = set(_edges(raw, line.start, line.end))
    for match in _TOKEN.finditer(raw, line.start, line.end):
        word = words_of(match.group())
        if match.start() not in edges and word[:1].isupper():
            seen[word] = seen.get(word, 0) + 1
    return {word for word, times in seen.items() if times > 1}


def _heading_end(raw: str, start: int, end: int, words: Words, inside: Collection[str]) -> int:
    """Return where a heading glued to the next sentence ends, 0 where none begins at `start`.

    The sign is a capital where none belongs: a word that is no name begins a sentence although none has ended.
    """
    tokens = []
    for match in _TOKEN.finditer(raw, start, end):
        tokens.append(match)
        if len(tokens) > MOST_WORDS + 6:
            break
    for place, match in enumerate(tokens[1:], 1):
        before = tokens[place - 1].group()
        if not before[-1].isalnum() or place > MOST_WORDS or _VERB.fullmatch(before):
            return 0
        word = words_of(match.group())
        if not word[:1].isupper() or word in inside or before.casefold() in LEADING | SMALL:
            continue
        if opens_like_a_sentence(word, words) and _goes_on(tokens[place + 1 :], word):
            head = raw[start : tokens[place - 1].end()]
            if place > 1 or is_title_case(head):
                return tokens[place - 1].end()
    return 0


def _goes_on(tokens: "Sequence[re.Match[str]]", word: str) -> bool:
    """Say whether the word is followed as in a sentence: the next word that counts is small, or a name after an article."""
    content = (words_of(token.group()) for token in tokens)
    following = next((w for w in content if w and w.casefold() not in SMALL), "")
    return bool(tokens) and (following[:1].islower() or word.casefold() in OPENERS)
