"""A document as its sections: a heading and what stands under it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import Http404

from crlearn.sources.models import DocumentVersion, Passage
from crlearn.sources.selectors import passages

READ = {Passage.Kind.PARAGRAPH, Passage.Kind.LIST_ITEM}


@dataclass(slots=True)
class Section:
    """A stretch of a document. `number` is that of its first paragraph, and its name for ever."""

    heading: Passage | None
    blocks: list[Passage] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""

    @property
    def numbered(self) -> list[Passage]:
        return [block for block in self.blocks if block.number is not None]

    @property
    def number(self) -> int:
        return self.numbered[0].number or 0 if self.numbered else 0

    @property
    def start(self) -> int:
        """Return where its first block begins in the reading text."""
        return self.numbered[0].start or 0

    @property
    def end(self) -> int:
        last = self.numbered[-1]
        return (last.start or 0) + len(last.text)


def split(blocks: Sequence[Passage]) -> list[Section]:
    """Return the sections of a document: each heading of level 2, or of the title, opens one. Empty ones are left out.

    Run-in headings (level 3) stand inside a section. Furniture and footnotes belong to none.
    """
    found = [Section(None)]
    for block in blocks:
        if block.kind == Passage.Kind.HEADING and block.level <= 2:
            found.append(Section(block if block.level == 2 else None))
        elif block.kind not in {Passage.Kind.FURNITURE, Passage.Kind.FOOTNOTE}:
            found[-1].blocks.append(block)
    return [section for section in found if section.numbered]


def section_at(version: DocumentVersion, number: int) -> Section:
    """Return the section whose first paragraph has this number. Raises Http404."""
    for section in split(passages(version)):
        if section.number == number:
            return section
    raise Http404
