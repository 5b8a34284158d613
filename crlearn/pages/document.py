"""A document's page: its reading text in sections, with facts, footnotes and quotations marked."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crlearn.bank import browse
from crlearn.bank import selectors as bank
from crlearn.bank.models import FactVersion, VocabularyEntry
from crlearn.bank.present import fact_url
from crlearn.cards import selectors as cards
from crlearn.cards.memory import Study
from crlearn.cards.selectors import Progress
from crlearn.pages import footnotes
from crlearn.pages.differences import Difference, Otherwise, differences_of, otherwise
from crlearn.pages.footnotes import Footnotes, Note
from crlearn.pages.glossary import Glossary
from crlearn.pages.selectors import asked_alone, quotation, withheld_from
from crlearn.pages.spine import spine, tally
from crlearn.pages.text import Marked, Quoted, pieces
from crlearn.sources.models import Document, Evidence, Passage
from crlearn.sources.sections import READ, Section, split
from crlearn.sources.selectors import Viewer, passages

LEAST_RECALLED = 3  # a section with fewer offers no recall of its own
MOST_RECALLED = 7  # questions to a section


@dataclass(frozen=True, slots=True)
class FactNote:
    """A fact in the margin of a paragraph."""

    fact: FactVersion
    evidence: Evidence
    state: Progress

    @property
    def url(self) -> str:
        return fact_url(self.fact.fact)

    @property
    def is_core(self) -> bool:
        return self.fact.fact.importance == "core"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page: its text in pieces, the facts that it supports, each once, and what is said otherwise of them."""

    passage: Passage
    pieces: list[Marked]
    facts: list[FactNote]
    otherwise: Otherwise | None

    @property
    def core(self) -> int:
        """Return how many of its facts are core ones."""
        return sum(note.is_core for note in self.facts)


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of the page: its heading, its blocks, its facts by state, and how many questions recall it."""

    section: Section
    heading: Paragraph | None
    paragraphs: list[Paragraph]
    counts: Mapping[Progress, int]
    questions: int
    identity: uuid.UUID = field(default_factory=uuid.uuid4)  # of its recall form

    @property
    def facts(self) -> int:
        return sum(self.counts.values())

    @property
    def known(self) -> int:
        return self.counts[Progress.KNOWN]

    @property
    def fields(self) -> list[dict[str, str]]:
        return [{"name": "client_uuid", "value": str(self.identity)}]

    @property
    def first(self) -> int:
        return self.section.number

    @property
    def last(self) -> int:
        return self.section.numbered[-1].number or 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with its way back to the text."""

    note: Note
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that a document's page shows. `quoted` is the quotation looked for, None where it is not in this version;
    `terms` are those that explain themselves in its text.
    """

    document: Document
    sections: list[PageSection]
    footnotes: list[Footnote]
    spine: dict[str, Any]
    counts: Mapping[Progress, int]
    quoted: Evidence | None
    terms: list[VocabularyEntry]

    @property
    def facts(self) -> int:
        return sum(self.counts.values())

    @property
    def paragraphs(self) -> int:
        return sum(len(one.section.numbered) for one in self.sections)


class _Build:
    """What every block of one page is made with."""

    def __init__(
        self,
        notes: Mapping[int, list[FactNote]],
        linked: Footnotes,
        quoted: Evidence | None,
        differences: Mapping[int, Sequence[Difference]],
        glossary: Glossary,
    ) -> None:
        self.notes = notes
        self.linked = linked
        self.quoted = quoted
        self.differences = differences
        self.glossary = glossary
        self.explained: set[str] = set()  # slugs of the terms marked so far

    def paragraph(self, passage: Passage, told: set[str] | None = None) -> Paragraph:
        """Return a block in pieces: its quotations marked, overlapping ones too, its footnote references, its terms.

        told: the terms that the section has explained before; those of the block are added. None: it explains none.
        """
        notes = self.notes.get(passage.pk, [])
        quoted = [self._quoted(note.evidence, note.state.value, passage, note.is_core) for note in notes]
        looked_for = self.quoted
        if looked_for and looked_for.passage_id == passage.pk and looked_for.pk not in {one.pk for one in quoted}:
            quoted.append(self._quoted(looked_for, "", passage))
        facts: dict[int, FactNote] = {}
        for note in notes:
            facts.setdefault(note.fact.fact_id, note)
        places = self.glossary.places(passage.text) if told is not None else []
        terms = [place for place in places if place.slug not in (told or ())]
        marked = pieces(passage.text, quoted, self.linked.of_block.get(passage.pk, []), terms)
        here = {piece.term.slug for piece in marked if piece.term}
        self.explained |= here
        if told is not None:
            told |= here
        return Paragraph(passage, marked, list(facts.values()), otherwise(facts, self.differences))

    def _quoted(self, row: Evidence, state: str, passage: Passage, core: bool = False) -> Quoted:
        base = passage.start or 0
        asked = self.quoted is not None and row.pk == self.quoted.pk
        return Quoted((row.start or 0) - base, (row.end or 0) - base, state, row.pk, asked, core)


def document_page(viewer: Viewer, document: Document, known: Study | None, quote: int | None = None) -> DocumentPage:
    """Return a document with its facts marked. Eight queries at most and one for a quotation, whatever its length."""
    assert document.current is not None
    blocks = passages(document.current)
    hidden = withheld_from(viewer)
    found = [pair for pair in bank.facts_of_passages(viewer, document.current.pk) if pair[0].fact_id not in hidden]
    first_places: dict[int, int] = {}
    by_passage: dict[int, list[FactNote]] = defaultdict(list)
    states = cards.progress(known, {fact.fact_id for fact, _ in found}) if known else {}
    for fact, evidence in found:
        first_places.setdefault(fact.fact_id, evidence.start or 0)
        by_passage[evidence.passage_id or 0].append(FactNote(fact, evidence, states.get(fact.fact_id, Progress.NEW)))
    linked = _linked(blocks)
    differences = differences_of(viewer, document, first_places, hidden)
    terms = {term.slug: term for term in browse.vocabulary(viewer, browse.TERMS)}
    glossary = Glossary({slug: term.name for slug, term in terms.items()})
    build = _Build(by_passage, linked, quotation(viewer, document.current.pk, quote), differences, glossary)
    sections = _sections(blocks, build, asked_alone(viewer, first_places), states)
    bounds = [(one.section.start, one.section.end) for one in sections]
    bodies = [block for block in blocks if block.kind == Passage.Kind.FOOTNOTE]
    return DocumentPage(
        document=document,
        sections=sections,
        footnotes=[Footnote(note, build.paragraph(body)) for note, body in zip(linked.notes, bodies, strict=True)],
        spine=spine(bounds, list(first_places.items()), states, max((end for _, end in bounds), default=1)),
        counts=tally(list(first_places), states),
        quoted=build.quoted,
        terms=[term for slug, term in terms.items() if slug in build.explained],
    )


def _linked(blocks: Sequence[Passage]) -> Footnotes:
    markers = {block.pk: [(int(offset), str(label)) for offset, label in block.markers] for block in blocks}
    return footnotes.link(markers, [block.label for block in blocks if block.kind == Passage.Kind.FOOTNOTE])


def _sections(
    blocks: Sequence[Passage], build: _Build, asked: Collection[int], states: Mapping[int, Progress]
) -> list[PageSection]:
    """Return the sections of the page. Recall draws by where a quotation begins, so the count does too."""
    made = []
    for section in split(blocks):
        told: set[str] = set()
        paragraphs = [build.paragraph(block, told if block.kind in READ else None) for block in section.blocks]
        heading = build.paragraph(section.heading) if section.heading else None
        facts = {note.fact.fact_id for paragraph in paragraphs for note in paragraph.facts}
        questions = min(len(facts.intersection(asked)), MOST_RECALLED)
        questions = questions if questions >= LEAST_RECALLED else 0
        made.append(PageSection(section, heading, paragraphs, tally(sorted(facts), states), questions))
    return made
