"""What is read of the bank to be looked through: facts by ref, what they are about, when they happened, where they disagree."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from crlearn.bank import selectors
from crlearn.bank.models import (
    Disagreement,
    DisagreementClaim,
    Fact,
    FactAlias,
    FactEvidence,
    QuestionVersion,
    Status,
    VocabularyEntry,
)
from crlearn.bank.schema_dates import span
from crlearn.sources.models import Document
from crlearn.sources.selectors import Viewer, keys_visible, visible

TOPICS, ENTITIES, TERMS = VocabularyEntry.Kind.TOPIC, VocabularyEntry.Kind.ENTITY, VocabularyEntry.Kind.TERM


def facts(viewer: Viewer) -> QuerySet[Fact]:
    """Return the facts that the viewer may look at, with what they say now."""
    return selectors.facts(viewer).select_related("current", "document")


def facts_once_called(viewer: Viewer, ref: str) -> list[Fact]:
    """Return the facts that had this ref before they were renamed, merged or split. One query."""
    return list(facts(viewer).filter(pk__in=FactAlias.objects.filter(ref=ref).values("fact")))


def questions_of(viewer: Viewer, fact: Fact, *, hidden: Collection[int] = ()) -> list[QuestionVersion]:
    """Return the questions that ask a fact, as they are now; groups last. One query.

    hidden: facts that must not be shown; a group that asks one of them is left out, since its key tells them.
    """
    asked = selectors.questions(viewer).filter(questionfact__fact=fact).exclude(facts__in=hidden).distinct()
    rows = QuestionVersion.objects.filter(pk__in=asked.values("current")).select_related("question")
    return list(rows.order_by("question__is_group", "question__origin", "question__position"))


def disagreements(viewer: Viewer) -> QuerySet[Disagreement]:
    """Return the disagreements of two sides at least that are shown, and no side that is secret from the viewer.

    A side that is retired or on hold is left out; one that is somebody else's takes the disagreement with it, since the
    note speaks of every side.
    """
    shown = selectors.facts(viewer).values("pk")
    secret = DisagreementClaim.objects.exclude(keys_visible(viewer, "fact__collection"))
    return (
        Disagreement.objects.filter(keys_visible(viewer), status=Status.READY)
        .exclude(pk__in=secret.values("disagreement"))
        .alias(shown=Count("claims", filter=Q(claims__fact__in=shown)))
        .filter(shown__gte=2)
        .order_by("topic__position", "ref")
    )


def claims(viewer: Viewer, rows: Sequence[Disagreement]) -> dict[int, list[DisagreementClaim]]:
    """Return disagreement pk → its claims in their order, with facts and documents. One query."""
    found: dict[int, list[DisagreementClaim]] = {row.pk: [] for row in rows}
    for claim in DisagreementClaim.objects.filter(
        disagreement__in=found, fact__in=selectors.facts(viewer).values("pk")
    ).select_related("fact__current", "fact__document"):
        found[claim.disagreement_id].append(claim)
    return found


def vocabulary(viewer: Viewer, *kinds: str) -> QuerySet[VocabularyEntry]:
    """Return the topics, entities or terms, or several of them, that the viewer may look at, by name."""
    return (
        VocabularyEntry.objects.filter(visible(viewer), kind__in=kinds).exclude(status=Status.RETIRED).order_by("name")
    )


def counted(entities: QuerySet[VocabularyEntry], viewer: Viewer) -> list[VocabularyEntry]:
    """Return entities with `facts`, how many facts are about each. One query."""
    shown = selectors.facts(viewer).values("pk")
    return list(entities.annotate(facts=Count("facts_of_entity", filter=Q(facts_of_entity__in=shown), distinct=True)))


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with the first and the last day that its date may mean."""

    fact: Fact
    first: date
    last: date

    @property
    def began(self) -> date:
        """The day to list it under: the first one, or the last where the beginning is open."""
        return self.first if self.first > date.min else self.last

    @property
    def is_vague(self) -> bool:
        """Whether not even the year is told (196X)."""
        return bool(self.fact.current and "X" in self.fact.current.when[:4])


def dated(viewer: Viewer) -> list[Dated]:
    """Return the facts that say when something happened, the earliest first, what is vague after its first year. One query."""
    rows = facts(viewer).exclude(current__when="")
    found = [Dated(fact, *span(fact.current.when)) for fact in rows if fact.current]
    return sorted(found, key=lambda one: (one.began.year, one.is_vague, one.began, one.last, one.fact.ref))


def tellers(viewer: Viewer, facts: Sequence[Fact]) -> dict[int, list[Document]]:
    """Return fact pk → the documents that its quotations stand in, each once, the first quotation's first. One query."""
    links = FactEvidence.objects.filter(
        visible(viewer, "evidence__version__document__collection"), fact_version__in=[fact.current_id for fact in facts]
    ).select_related("fact_version", "evidence__version__document")
    found: dict[int, list[Document]] = {fact.pk: [] for fact in facts}
    for link in links.defer("evidence__version__raw").order_by("position"):
        document, known = link.evidence.version.document, found[link.fact_version.fact_id]
        if document not in known:
            known.append(document)
    return found


def happened(viewer: Viewer, since: int, until: int) -> list[int]:
    """Return the facts that may have happened in the years from since to until, both included. One query."""
    return [one.fact.pk for one in dated(viewer) if one.first.year <= until and since <= one.last.year]
