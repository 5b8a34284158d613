"""What is read of the bank. Every selector of what may be private takes the viewer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, Q, QuerySet

from crlearn.bank.models import (
    Fact,
    FactEvidence,
    FactVersion,
    Question,
    QuestionVersionFact,
    Status,
    VocabularyEntry,
)
from crlearn.bank.reveals import Proof, Revealed, revealed
from crlearn.sources.models import Evidence
from crlearn.sources.selectors import Viewer, keys_visible, visible

__all__ = [
    "Candidate",
    "Proof",
    "Revealed",
    "candidates",
    "entity_names",
    "facts",
    "facts_by_document",
    "facts_of_passages",
    "questions",
    "revealed",
    "topics",
    "with_topics",
]


def facts(viewer: Viewer) -> QuerySet[Fact]:
    """Return the facts that may be shown to the viewer: ready, not on hold, their keys no secret."""
    return Fact.objects.filter(keys_visible(viewer), status=Status.READY, on_hold=False, current__isnull=False)


def questions(viewer: Viewer) -> QuerySet[Question]:
    """Return the questions that may be asked of the viewer: ready, not on hold, of facts that are so too.

    Their keys are shown after the answer; an exam draws from its class's collection by a selector of its own.
    """
    return (
        Question.objects.filter(keys_visible(viewer), status=Status.READY, on_hold=False, current__isnull=False)
        .exclude(facts__on_hold=True)
        .exclude(facts__status__in=[Status.DRAFT, Status.REVIEW, Status.RETIRED])
    )


def topics(viewer: Viewer) -> QuerySet[VocabularyEntry]:
    """Return the topics that have facts, in their order."""
    return VocabularyEntry.objects.filter(
        visible(viewer), kind=VocabularyEntry.Kind.TOPIC, status=Status.READY, facts_of_topic__status=Status.READY
    ).distinct()


def facts_by_document(viewer: Viewer) -> dict[int, int]:
    """Return document pk → how many facts it has."""
    rows = facts(viewer).filter(document__isnull=False).order_by().values_list("document").annotate(count=Count("pk"))
    return dict(rows)


def entity_names(viewer: Viewer | None = None) -> dict[str, list[str]]:
    """Return entity slug → its name and aliases, for the comparison of typed answers. One query.

    viewer: whose own collections count beside the site's; none: the site's alone.
    """
    entities = VocabularyEntry.objects.filter(visible(viewer or AnonymousUser()), kind=VocabularyEntry.Kind.ENTITY)
    rows = entities.exclude(status=Status.RETIRED).values_list("slug", "name", "entry")
    return {slug: [name, *entry.get("aliases", ())] for slug, name, entry in rows}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question as a draw sees it: what it asks, where its evidence stands, and what kind it is."""

    question: int
    version: int
    kind: str
    origin: str
    asks: str
    facts: tuple[int, ...]
    importance: str
    spans: tuple[tuple[int, int, int], ...]  # (document version pk, start, end) in the reading text


def candidates(pool: QuerySet[Question]) -> list[Candidate]:
    """Return the questions of a pool with their facts and evidence. Three queries, whatever the size."""
    rows = list(
        pool.order_by("document", "position", "pk").distinct().values("pk", "current", "kind", "origin", "asks")
    )
    versions = [row["current"] for row in rows]
    asked: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for version, fact_version, fact, importance in (
        QuestionVersionFact.objects.filter(question_version__in=versions)
        .order_by("position")
        .values_list("question_version", "fact_version", "fact_version__fact", "fact_version__fact__importance")
    ):
        asked[version].append((fact_version, fact, importance))
    spans = _spans({fact_version for links in asked.values() for fact_version, _, _ in links})
    return [
        Candidate(
            question=row["pk"],
            version=row["current"],
            kind=row["kind"],
            origin=row["origin"],
            asks=row["asks"],
            facts=tuple(fact for _, fact, _ in asked[row["current"]]),
            importance=min((importance for _, _, importance in asked[row["current"]]), default="minor"),
            spans=tuple(span for version, _, _ in asked[row["current"]] for span in spans[version]),
        )
        for row in rows
    ]


def _spans(fact_versions: Iterable[int]) -> dict[int, list[tuple[int, int, int]]]:
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for fact_version, version, start, end in (
        FactEvidence.objects.filter(fact_version__in=fact_versions, evidence__start__isnull=False)
        .order_by("position")
        .values_list("fact_version", "evidence__version", "evidence__start", "evidence__end")
    ):
        spans[fact_version].append((version, start or 0, end or 0))
    return spans


def facts_of_passages(viewer: Viewer, version_pk: int) -> list[tuple[FactVersion, Evidence]]:
    """Return (current fact version, evidence) of a document version, in reading order. One query."""
    links = (
        FactEvidence.objects.filter(
            evidence__version=version_pk,
            evidence__passage__isnull=False,
            fact_version__fact__in=facts(viewer).values("pk"),
            fact_version__fact__current=F("fact_version"),
        )
        .select_related("fact_version__fact", "evidence__passage")
        .order_by("evidence__start", "evidence__end", "fact_version")
    )
    return [(link.fact_version, link.evidence) for link in links]


def with_topics(pool: QuerySet[Question], slugs: Sequence[str]) -> QuerySet[Question]:
    """Return the questions of a pool whose facts have one of the topics."""
    return pool.filter(Q(facts__topics__slug__in=slugs)).distinct()
