"""Which lines are headings: bare, over two lines, as questions, on top of a paragraph without a blank line, run in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crlearn.sources.reading.lexicon import ABBREVIATIONS, ADVERBS, LEADING, OPENERS, SMALL
from crlearn.sources.reading.lines import HYPHENS, Line, Shape
from crlearn.sources.reading.model import FLOW, PROSE, Block, Kind
from crlearn.sources.reading.pieces import Piece, is_finished, split_piece
from crlearn.sources.reading.words import Words, words_of

_ASKS = re.compile(
    r"(?:how|what|which|who|whom|whose|why|when|where|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may)\b",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|says?|said|remains?|seems?|appears?)\b",
    re.I,
)
_RUN_IN = re.compile(r"([A-Z][^.?!:;,]{1,70})([.:])\s+(?=[“\"‘A-Z])")
_CLOSING = re.compile(
    r"(?:(?:issues|considerations|options|implications|questions)\s+for\b.*|conclusions?|outlook|summary|the way forward)",
    re.I,
)


def is_capitals(text: str) -> bool:
    """Say whether text is set in capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def is_title_case(text: str) -> bool:
    """Say whether all words but the small ones have a capital."""
    words = [word.strip("“”‘’\"'()[],:;?–—-") for word in text.split()]
    words = [word for word in words if word and word not in SMALL]
    return bool(words) and all(not word[0].islower() for word in words) and any(word[0].isupper() for word in words)


def opens_sentence(text: str) -> bool:
    """Say whether text can be the beginning of a sentence."""
    return bool(text) and (text[0].isupper() or text[0].isdigit() or text[0] in "“‘\"'([") and not text[:2].islower()


def opens_like_a_sentence(word: str, words: Words) -> bool:
    """Say whether a word with a capital is no name, so that a sentence begins with it."""
    folded = word.casefold()
    return folded in OPENERS or words.is_common(word) or (folded.endswith("ing") and len(folded) > 5)


def is_unended(text: str) -> bool:
    """Say whether a heading cannot end here: it goes on in the next line, whatever stands between."""
    last = text.split()[-1].casefold()
    return text[-1] in ",:–—&" or text[-1] in HYPHENS or last in LEADING


def _has_form(text: str) -> bool:
    """Say whether text may be a heading by its letters."""
    if len(text) > 120 or len(text.split()) > 16 or not opens_sentence(text) or not any(c.isalpha() for c in text):
        return False
    if text.endswith("?"):
        return bool(_ASKS.match(text)) or len(text.split()) <= 8
    return not is_finished(text) and text[-1] not in ";,"


def split_headings(pieces: Sequence[Piece], shape: Shape, words: Words) -> list[Piece]:
    """Return the pieces with headings that stand on top of their paragraph cut off, and glued paragraphs cut apart."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind is not None or not shape.wrapped or len(piece.lines) < 2:
            found.append(piece)
            continue
        found.extend(_cut_headings(piece, shape, words))
    return found


def _cut_headings(piece: Piece, shape: Shape, words: Words) -> list[Piece]:
    edges: list[int] = []
    headings: set[int] = set()
    at = 0
    while at < len(piece.lines):
        opens = at == 0 or at in edges or is_finished(piece.lines[at - 1].text)
        if opens and not piece.bullet and (length := _heading_length(piece.lines[at:], shape, words, first=at == 0)):
            edges += [at, at + length]
            headings.add(at)
            at += length
            continue
        if at and _ends_paragraph(piece.lines[at - 1], piece.lines[at], shape):
            edges.append(at)
        at += 1
    parts = split_piece(piece, sorted(set(edges) - {0}))
    starts = {piece.lines[at].start for at in headings}
    for part in parts:
        if part.lines[0].start in starts:
            part.kind, part.level = Kind.HEADING, 2
    return parts


def _heading_length(lines: Sequence[Line], shape: Shape, words: Words, *, first: bool) -> int:
    """Return how many of the first lines are a heading over the paragraph that the others are; 0 for none."""
    for length in (1, 2, 3):
        if length >= len(lines):
            return 0
        text = " ".join(line.text for line in lines[:length])
        last, after = lines[length - 1], lines[length].text
        if not _has_form(text) or is_unended(text) or not opens_sentence(after) or after[0] in "([":
            continue
        if is_capitals(text):
            if not is_capitals(after):
                return length
            continue
        short = text.endswith("?") or (shape.is_short(last) and first and length == 1)
        titled = is_title_case(text) and not is_title_case(" ".join(after.split()[:6]))
        if titled and _is_surely_title(text, after, words):
            return length
        if (titled or short) and shape.could_fit(last, after.split()[0]):
            return length
    return 0


def _is_surely_title(text: str, after: str, words: Words) -> bool:
    """Say whether capitals stand where names do not explain them: inside the title, or in the first word after it."""
    inner = [words_of(word) for word in text.split()[1:]]
    return "(" not in text and (
        opens_like_a_sentence(words_of(after.split()[0]), words) or sum(map(words.is_capital_for_once, inner)) > 1
    )


def _ends_paragraph(line: Line, following: Line, shape: Shape) -> bool:
    """Say whether a paragraph ends with `line` although no blank line follows."""
    return (
        is_finished(line.text)
        and opens_sentence(following.text)
        and shape.is_short(line)
        and shape.could_fit(line, following.text.split()[0])
    )


def mark_headings(pieces: Sequence[Piece], shape: Shape, words: Words) -> None:
    """Mark the pieces that are headings. One with nothing of the text after it is furniture."""
    for place, piece in enumerate(pieces):
        if piece.kind is not None or piece.bullet or piece.part or len(piece.lines) > 3:
            continue
        if _has_form(piece.text) and (not shape.wrapped or _stands_out(pieces, place, shape, words)):
            piece.kind, piece.level = Kind.HEADING, 2
    for piece in reversed(pieces):
        loose = piece.kind is None and piece.is_bare(14) and is_title_case(piece.text)
        if not loose and (piece.kind is None or piece.kind in PROSE):
            break
        if loose or (piece.kind is Kind.HEADING and piece.level > 1):
            piece.kind = Kind.FURNITURE


def _stands_out(pieces: Sequence[Piece], place: int, shape: Shape, words: Words) -> bool:
    """Say whether a piece of wrapped lines is a heading and not a few lines of a paragraph cut by a column's end."""
    piece = pieces[place]
    last = piece.lines[-1]
    before = next((p for p in pieces[place - 1 :: -1] if p.kind in FLOW or p.kind is None), None) if place else None
    after = next((p for p in pieces[place + 1 :] if p.kind in FLOW or p.kind is None), None)
    closed = (
        before is None or before.kind is Kind.HEADING or is_finished(before.text) or (piece.gap and not shape.columns)
    )
    if after is None or not (opens_sentence(after.text) or after.bullet or is_unended(piece.text)):
        return False
    word = after.text.split()[0]
    if is_capitals(piece.text):
        return True
    if is_title_case(piece.text) or piece.text.endswith("?"):
        return closed or (not _is_full(before, shape, piece) and shape.could_fit(last, word))
    roomy = shape.could_fit(last, word) or opens_like_a_sentence(words_of(word), words)
    alone = len(piece.lines) == 1 and piece.gap and after.gap and piece.words <= 10 and roomy
    return closed and (alone or shape.is_short(last)) and not is_unended(piece.text)


def _is_full(before: Piece | None, shape: Shape, following: Piece) -> bool:
    """Say whether the last line of `before` had no room for the next word."""
    return before is not None and not shape.could_fit(before.lines[-1], following.text.split()[0])


def set_levels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the levels of their headings.

    The first heading is the title where no other is and only a list stands before it. Where a heading follows another at
    once, it begins the subsections of that one; they go on up to a heading that by its wording closes the document.
    """
    found = list(blocks)
    headings = [place for place, block in enumerate(found) if block.kind is Kind.HEADING]
    titled = any(found[place].level == 1 for place in headings)
    if headings and not titled and not any(block.kind is Kind.PARAGRAPH for block in found[: headings[0]]):
        found[headings[0]] = replace(found[headings[0]], level=1)
    inside = False
    for earlier, place in zip([None, *headings], headings, strict=False):
        block = found[place]
        if block.level != 2:
            inside = inside and block.level != 1
            continue
        stacked = earlier is not None and found[earlier].level == 2 and not _has_prose(found[earlier:place])
        inside = (inside or stacked) and not _CLOSING.fullmatch(block.text)
        if inside:
            found[place] = replace(block, level=3)
    return found


def _has_prose(blocks: Sequence[Block]) -> bool:
    return any(block.kind in PROSE for block in blocks)


def run_in_length(text: str) -> int:
    """Return the length of the phrase without a verb that opens a paragraph as its heading does ("Distrust."), or 0."""
    match = _RUN_IN.match(text)
    if not match or len(match.group(1).split()) > 6 or _VERB.search(match.group(1)):
        return 0
    last = match.group(1).split()[-1].casefold()
    if len(text) < match.end() + 80 or len(last) == 1 or last in LEADING | ABBREVIATIONS:
        return 0
    return match.end(2)


def run_ins(texts: Sequence[str]) -> list[int]:
    """Return for each paragraph of one section how long its run-in heading is (0 for none).

    One alone must be in title case; where several paragraphs open so, they bear each other out.
    """
    lengths = [run_in_length(text) for text in texts]
    several = sum(map(bool, lengths)) > 1
    return [
        length if length and (several or _is_sure_run_in(text[:length])) else 0
        for length, text in zip(lengths, texts, strict=True)
    ]


def _is_sure_run_in(text: str) -> bool:
    """Say whether a phrase is a heading without others like it: in title case, and no adverb by itself (Perhaps.)."""
    return text.endswith(".") and is_title_case(text[:-1]) and text[:-1].casefold() not in ADVERBS
