"""The documents as the rules read them: from a folder, without a database."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from crlearn.sources import reading
from crlearn.sources.quotations import Place, ReadingText
from crlearn.sources.reading import DocumentEntry, EntryError, Kind

AROUND = 2  # sentences before and after a quotation that may explain it


class TextError(ValueError):
    """A folder of documents that cannot be read; the message says which file and why."""


def read_folder(folder: Path) -> tuple[dict[str, ReadingText], list[DocumentEntry]]:
    """Return the reading text of every document of documents.yaml by slug, and the entries. Raises TextError.

    Corrections that a person made in a database are not known here.
    """
    try:
        entries = reading.load_entries(folder / "documents.yaml")
    except EntryError as error:
        raise TextError(str(error)) from None
    raws = {entry.slug: _raw(folder, entry) for entry in entries}
    corpus = reading.vocabulary(raws.values())
    texts = {entry.slug: text_of(raws[entry.slug], entry, corpus) for entry in entries}
    return texts, entries


def text_of(raw: str, entry: DocumentEntry, corpus: Iterable[str] = ()) -> ReadingText:
    """Return the reading text of a raw text, furniture left out."""
    blocks = reading.read(raw, entry, (), frozenset(corpus))
    return ReadingText([block for block in blocks if block.kind is not Kind.FURNITURE])


def _raw(folder: Path, entry: DocumentEntry) -> str:
    path = folder / entry.file
    try:
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != entry.sha256:
            raise TextError(f"{path}: its sha256 is not the one that documents.yaml gives for {entry.slug}")
        return raw.decode("utf-8")
    except OSError as error:
        raise TextError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise TextError(f"{path}: not UTF-8 at byte {error.start}") from None


class DocumentText:
    """One document: its entry, its reading text, its sentences and headings, each worked out once."""

    def __init__(self, entry: DocumentEntry, reading_text: ReadingText) -> None:
        self.entry = entry
        self.reading = reading_text
        self.text = reading_text.text

    @cached_property
    def starts(self) -> list[int]:
        """Where each block begins in the text."""
        return reading.reading_text(self.reading.blocks)[1]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) of each sentence of its prose and headings, in order; footnotes and captions are no neighbours."""
        kinds = {Kind.FOOTNOTE, Kind.CAPTION}
        aside = [
            (start, start + len(block.text))
            for start, block in zip(self.starts, self.reading.blocks, strict=True)
            if block.kind in kinds
        ]
        return [
            (start, end)
            for start, end in reading.sentences(self.text)
            if not any(low <= start < high for low, high in aside)
        ]

    def window(self, place: Place, around: int = AROUND) -> str:
        """Return the sentences that a place touches and `around` more on either side."""
        first, last = self._touched(place)
        if first < 0:
            return place.exact
        low, high = max(0, first - around), min(len(self.sentences) - 1, last + around)
        return " ".join(self.text[start:end] for start, end in self.sentences[low : high + 1])

    def sentence(self, place: Place) -> str:
        """Return the whole sentences that a place touches."""
        return self.window(place, 0)

    def count(self, place: Place) -> int:
        """Return how many sentences a place touches."""
        first, last = self._touched(place)
        return last - first + 1

    def _touched(self, place: Place) -> tuple[int, int]:
        """The first and the last sentence that a place touches; -1 for both where it stands in none."""
        first = bisect_right(self.sentences, (place.start, len(self.text))) - 1
        last = bisect_left(self.sentences, (place.end, 0)) - 1
        if first < 0 or self.sentences[first][1] <= place.start:
            return -1, -1
        return first, max(first, last)

    def headings(self, place: Place) -> list[str]:
        """Return the headings that a place stands under, outermost first."""
        found: dict[int, str] = {}
        for block in self.reading.blocks[: place.block]:
            if block.kind is Kind.HEADING:
                found = {level: text for level, text in found.items() if level < block.level}
                found[block.level] = block.text
        return list(found.values())
