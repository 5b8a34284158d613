"""Footnotes linked both ways: from each reference to its note, and from the note back to every reference. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's marker in the text. `anchor` is its id on the page; `note` the id of its note, "" where there is none."""

    label: str
    anchor: str
    note: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its id on the page, and the references that it leads back to."""

    label: str
    anchor: str
    references: list[Reference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The references of each block as (offset, reference), and the notes in order."""

    of_block: Mapping[int, list[tuple[int, Reference]]]
    notes: list[Note]


def link(markers: Mapping[int, Sequence[tuple[int, str]]], labels: Sequence[str]) -> Footnotes:
    """Return the footnotes of a document linked.

    markers: block → (offset, label) of its references, blocks in reading order; labels: those of the notes, in order.
    Ids are numbers of places in the document, so that any label will do ("*", "†", the same one twice).
    """
    notes = [Note(label, f"t{place}") for place, label in enumerate(labels, 1)]
    by_label: dict[str, Note] = {}
    for note in notes:
        by_label.setdefault(note.label, note)
    of_block: dict[int, list[tuple[int, Reference]]] = {}
    count = 0
    for block, found in markers.items():
        of_block[block] = []
        for offset, label in found:
            count += 1
            target = by_label.get(label)
            reference = Reference(label, f"r{count}", target.anchor if target else "")
            of_block[block].append((offset, reference))
            if target:
                target.references.append(reference)
    return Footnotes(of_block, notes)
