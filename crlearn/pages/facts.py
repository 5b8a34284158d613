"""A fact's page and what lists facts: who is named in them, when they happened, where they disagree."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from crlearn.bank import browse
from crlearn.bank.models import (
    Disagreement,
    DisagreementClaim,
    Fact,
    FactVersion,
    QuestionVersion,
    VocabularyEntry,
)
from crlearn.bank.reveals import Proof, Revealed, revealed_facts
from crlearn.bank.schema_dates import span
from crlearn.cards import selectors as cards
from crlearn.cards.memory import Study
from crlearn.cards.selectors import Progress
from crlearn.pages.selectors import withheld_from
from crlearn.sources.models import Document
from crlearn.sources.selectors import Viewer

LISTS = {  # name of the address → the kinds of entities that it lists
    "people": ("person",),
    "organisations": ("organisation",),
    "treaties": ("treaty", "text"),
    "places": ("place",),
    "things": ("weapon", "project", "event"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A fact in a list, with how well the viewer knows it. told: the documents that tell of it, where that is asked."""

    fact: Fact
    state: Progress
    told: Sequence[Document] = ()

    @property
    def says(self) -> FactVersion:
        assert self.fact.current is not None
        return self.fact.current


@dataclass(frozen=True, slots=True)
class FactPage:
    """All that a fact's page shows."""

    fact: Fact
    says: FactVersion
    state: Progress | None
    revealed: Revealed
    topics: list[VocabularyEntry]
    entities: list[VocabularyEntry]
    disagreements: list[Disagreement]
    questions: list[QuestionVersion]


def fact_page(viewer: Viewer, fact: Fact, known: Study | None) -> FactPage:
    """Return a fact with its evidence, what disagrees, and its questions. Ten queries at most."""
    assert fact.current is not None
    hidden = withheld_from(viewer)
    return FactPage(
        fact=fact,
        says=fact.current,
        state=cards.progress(known, {fact.pk}).get(fact.pk, Progress.NEW) if known else None,
        revealed=_without(revealed_facts([fact.current], viewer=viewer), hidden),
        topics=list(browse.vocabulary(viewer, browse.TOPICS).filter(facts_of_topic=fact).order_by("position")),
        entities=list(browse.vocabulary(viewer, browse.ENTITIES).filter(facts_of_entity=fact)),
        disagreements=list(browse.disagreements(viewer).filter(claims__fact=fact).exclude(claims__fact__in=hidden)),
        questions=browse.questions_of(viewer, fact, hidden=hidden),
    )


def _without(found: Revealed, hidden: Collection[int]) -> Revealed:
    """Return a reveal without what other documents say, where that is withheld."""
    told = {version.fact_id for other in found.others for version in (other.fact, *other.also)}
    return replace(found, others=[], notes=[]) if not told.isdisjoint(hidden) else found


def states_of(viewer: Viewer, facts: Sequence[Fact], known: Study | None) -> list[Known]:
    """Return facts with how well each is known, those left out that are withheld from the viewer."""
    hidden = withheld_from(viewer)
    shown = [fact for fact in facts if fact.pk not in hidden]
    states = cards.progress(known, {fact.pk for fact in shown}) if known else {}
    return [Known(fact, states.get(fact.pk, Progress.NEW)) for fact in shown]


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a disagreement, in its passage. newest: no other side's document is younger."""

    claim: DisagreementClaim
    proofs: list[Proof]
    newest: bool


def differences(viewer: Viewer) -> list[tuple[Disagreement, list[DisagreementClaim]]]:
    """Return every disagreement with its claims, those left out that touch what is withheld. Two queries."""
    hidden = withheld_from(viewer)
    rows = list(browse.disagreements(viewer).select_related("topic"))
    claims = browse.claims(viewer, rows)
    return [(row, claims[row.pk]) for row in rows if hidden.isdisjoint(claim.fact_id for claim in claims[row.pk])]


def sides(viewer: Viewer, disagreement: Disagreement) -> list[Side]:
    """Return the claims of a disagreement in their order, each with its quotations. Three queries.

    None where one of them is withheld: the note and the other sides would tell it.
    """
    claims = browse.claims(viewer, [disagreement])[disagreement.pk]
    if not withheld_from(viewer).isdisjoint(claim.fact_id for claim in claims):
        return []
    versions = [claim.fact.current for claim in claims if claim.fact.current]
    proofs: dict[int, list[Proof]] = defaultdict(list)
    for proof in revealed_facts(versions, viewer=viewer).proofs:
        for version in (proof.fact, *proof.also):
            proofs[version.fact_id].append(proof)
    published = [_published(claim.fact.document) for claim in claims]
    differ = len(set(published)) > 1
    return [
        Side(claim, proofs[claim.fact_id], differ and day == max(published))
        for claim, day in zip(claims, published, strict=True)
    ]


def _published(document: Document | None) -> date:
    """Return the first day that a document's date may mean; the earliest of all where it has none."""
    return span(document.published)[0] if document and document.published else date.min


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the timeline, with what happened in it or began. vague: its decade or century (EDTF), where no year is told."""

    year: int
    vague: str
    events: list[Known]


def timeline(viewer: Viewer, known: Study | None) -> list[Year]:
    """Return what happened, year by year, with the documents that tell of it. Two queries and those of progress."""
    dated = browse.dated(viewer)
    place = {
        one.fact.pk: (one.began.year, one.fact.current.when[:4] if one.is_vague and one.fact.current else "")
        for one in dated
    }
    listed = states_of(viewer, [one.fact for one in dated], known)
    told = browse.tellers(viewer, [one.fact for one in listed])
    events = [replace(one, told=told[one.fact.pk]) for one in listed]
    return [Year(*at, list(group)) for at, group in groupby(events, key=lambda one: place[one.fact.pk])]


def by_document(listed: Sequence[Known]) -> Mapping[Document | None, list[Known]]:
    """Return facts under their documents, in reading order; what spans documents comes last."""
    ordered = sorted(listed, key=lambda one: _place(one.fact))
    return {document: list(group) for document, group in groupby(ordered, key=lambda one: one.fact.document)}


def _place(fact: Fact) -> tuple[int, int, int]:
    return (fact.document.position, fact.document.pk, fact.position) if fact.document else (2**31, 0, 0)
