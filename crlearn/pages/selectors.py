"""What pages put together from documents, facts and memory: the documents in a list, and how well each is known."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.db.models.functions import Length

from crlearn.accounts.models import User
from crlearn.bank import selectors as bank
from crlearn.bank.models import Fact, FactEvidence
from crlearn.cards import selectors as cards
from crlearn.cards import withheld
from crlearn.cards.memory import Study, study
from crlearn.cards.selectors import Progress
from crlearn.pages.present import source_line, supplied_title
from crlearn.pages.spine import in_words, spine, tally
from crlearn.sources.models import Document, Evidence, Passage
from crlearn.sources.sections import split
from crlearn.sources.selectors import Viewer, documents, keys_visible


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: its spine and how much of it is known."""

    document: Document
    spine: dict[str, Any]
    facts: frozenset[int]
    counts: Mapping[Progress, int]

    @property
    def source(self) -> str:
        return source_line(self.document)

    @property
    def has_supplied_title(self) -> bool:
        return supplied_title(self.document)

    @property
    def known(self) -> int:
        return self.counts[Progress.KNOWN]

    @property
    def others(self) -> list[tuple[str, int]]:
        """Return (word, count) of the states besides known that occur."""
        return in_words({state: count for state, count in self.counts.items() if state != Progress.KNOWN})

    @property
    def untouched(self) -> bool:
        return self.counts[Progress.NEW] == len(self.facts)


def study_of(viewer: Viewer, now: datetime) -> Study | None:
    """Return how the viewer studies, or None for somebody who has not yet answered anything."""
    return study(viewer, now=now) if isinstance(viewer, User) else None


def withheld_from(viewer: Viewer) -> set[int]:
    """Return the facts that the viewer's pages must not show for now. One query for each app that withholds any."""
    if not isinstance(viewer, User):
        return set()
    queries = [facts(viewer) for facts in withheld.REGISTERED.values()]
    return {pk for query in queries for pk in Fact.objects.filter(pk__in=query).values_list("pk", flat=True)}


def document_rows(viewer: Viewer, known: Study | None) -> list[DocumentRow]:
    """Return every document with its progress. Three queries and the two of progress, however many documents."""
    listed = list(documents(viewer))
    states = cards.progress(known) if known else {}
    current = [document.current_id or 0 for document in listed]
    places = _places(viewer, current)
    bounds = _bounds(current)
    return [_row(document, bounds[pk], places[pk], states) for document, pk in zip(listed, current, strict=True)]


def _row(
    document: Document, bounds: list[tuple[int, int]], places: Mapping[int, int], states: Mapping[int, Progress]
) -> DocumentRow:
    drawn = spine(bounds, list(places.items()), states, max((end for _, end in bounds), default=1))
    return DocumentRow(document, drawn, frozenset(places), tally(list(places), states))


def _places(viewer: Viewer, versions: list[int]) -> Mapping[int, Mapping[int, int]]:
    """Return version → fact → where its first quotation begins, in reading order. One query."""
    links = FactEvidence.objects.filter(
        evidence__version__in=versions,
        evidence__start__isnull=False,
        fact_version__fact__in=bank.facts(viewer).values("pk"),
        fact_version__fact__current=F("fact_version"),
    ).order_by("evidence__start")
    places: dict[int, dict[int, int]] = defaultdict(dict)
    for version, fact, start in links.values_list("evidence__version", "fact_version__fact", "evidence__start"):
        places[version].setdefault(fact, start or 0)
    return places


def _bounds(versions: list[int]) -> Mapping[int, list[tuple[int, int]]]:
    """Return version → (start, end) of its sections in the reading text, without reading the texts. One query."""
    rows = Passage.objects.filter(version__in=versions).order_by("position")
    blocks: dict[int, list[Passage]] = defaultdict(list)
    lengths: dict[int, int] = {}
    for passage in rows.annotate(length=Length("text")).defer("text", "runs", "markers"):
        blocks[passage.version_id].append(passage)
        lengths[passage.pk] = passage.length
    bounds: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for version, passages in blocks.items():
        for section in split(passages):
            last = section.numbered[-1]
            bounds[version].append((section.start, (last.start or 0) + lengths[last.pk]))
    return bounds


def quotation(viewer: Viewer, version_pk: int, pk: int | None) -> Evidence | None:
    """Return a quotation of a document version, also one of an older fact, if the viewer may see a fact that it proves.

    One query, none without a pk.
    """
    if pk is None:
        return None
    rows = Evidence.objects.filter(keys_visible(viewer, "fact_versions__fact__collection"), pk=pk, version=version_pk)
    return rows.distinct().first()


def asked_alone(viewer: Viewer, facts: Collection[int]) -> set[int]:
    """Return those of the facts that have a question of their own to be asked. One query."""
    questions = bank.questions(viewer).filter(is_group=False, questionfact__fact__in=facts)
    return set(questions.values_list("questionfact__fact", flat=True))
