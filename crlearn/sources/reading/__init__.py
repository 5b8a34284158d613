"""Raw text → reading text: clean prose for a reader, with the way back to the raw characters for a checker. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from crlearn.sources.reading import furniture, headings
from crlearn.sources.reading.blob import split_blobs
from crlearn.sources.reading.corrections import Correction, CorrectionError, correct
from crlearn.sources.reading.entry import DocumentEntry, EntryError, load_entries, parse_entries
from crlearn.sources.reading.joints import Joiner
from crlearn.sources.reading.lines import Shape, split_lines
from crlearn.sources.reading.model import Block, Kind, Run, raw_ranges, reading_text
from crlearn.sources.reading.notes import mark_notes
from crlearn.sources.reading.pieces import cut, mark_numbered
from crlearn.sources.reading.sentences import sentences
from crlearn.sources.reading.weave import Weaver, cut_block
from crlearn.sources.reading.words import Words, vocabulary

REVISION = 2  # raise it when the same raw text is read otherwise than before

__all__ = [
    "REVISION",
    "Block",
    "Correction",
    "CorrectionError",
    "DocumentEntry",
    "EntryError",
    "Kind",
    "Run",
    "load_entries",
    "parse_entries",
    "raw_ranges",
    "read",
    "reading_text",
    "sentences",
    "vocabulary",
]


def read(
    raw: str, entry: DocumentEntry, corrections: Sequence[Correction] = (), corpus: Collection[str] = ()
) -> list[Block]:
    """Return the blocks of a document in the order of its raw text.

    `entry` is evidence for what is title and what is series or byline; `corpus` holds words of other documents (as
    `vocabulary` gives them), evidence for or against a hyphen at a line end. Raises CorrectionError.
    """
    lines = split_lines(raw)
    shape = Shape.of(lines)
    words = Words(lines, corpus)
    pieces = furniture.mark_page_marks(raw, cut(raw, lines, shape), shape)
    if not shape.wrapped:
        pieces = split_blobs(raw, pieces, entry, words)
    pieces, cuts = mark_notes(raw, pieces)
    pieces = furniture.split_title(furniture.split_doubles(pieces), entry)
    furniture.mark_title(pieces, entry)
    furniture.mark_captions(pieces)
    pieces = headings.split_headings(pieces, shape, words)
    mark_numbered(pieces)
    furniture.mark_navigation(pieces)
    furniture.mark_end_matter(pieces)
    furniture.mark_pull_quotes(pieces)
    headings.mark_headings(pieces, shape, words)
    blocks = Weaver(raw, shape, Joiner(lines, shape, words), cuts).weave(pieces)
    return correct(raw, headings.set_levels(_split_run_ins(blocks)), corrections)


def _split_run_ins(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the headings that are run in to their paragraphs made blocks of their own."""
    found: list[Block] = []
    section: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind is not Kind.HEADING:
            section.append(block)
            continue
        lengths = headings.run_ins([b.text if b.kind is Kind.PARAGRAPH else "" for b in section])
        for inner, length in zip(section, lengths, strict=True):
            if not length:
                found.append(inner)
                continue
            head, rest = cut_block(inner, [length])
            found += [replace(head, kind=Kind.HEADING, level=3), rest]
        section = []
        if block is not None:
            found.append(block)
    return found
