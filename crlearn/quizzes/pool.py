"""Which questions there are to draw from, and what is drawn."""

import random
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import F, QuerySet

from crlearn.accounts.models import User
from crlearn.bank import browse
from crlearn.bank import selectors as bank
from crlearn.bank.models import FactEvidence, Question, QuestionFact, QuestionVersion
from crlearn.bank.selectors import Candidate
from crlearn.cards.models import Encounter
from crlearn.quizzes import draw, spoilers
from crlearn.quizzes.models import Item
from crlearn.sources.models import Document
from crlearn.sources.selectors import Viewer


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose a quiz to be of; empty means all.

    since, until: years between which what is asked happened; with either, only facts with a
    date are asked, and a group where all of its facts have one among them.
    """

    count: int = 10
    documents: Sequence[str] = ()
    topics: Sequence[str] = ()
    kinds: Sequence[str] = ()
    since: int | None = None
    until: int | None = None

    def as_rules(self) -> dict[str, object]:
        """Return it as it is kept with the attempt."""
        return asdict(self)


def pool(viewer: Viewer, choice: Choice) -> QuerySet[Question]:
    """Return the questions that fit a choice. A span of years costs one query."""
    questions = bank.questions(viewer)
    if choice.documents:
        questions = questions.filter(document__slug__in=choice.documents)
    if choice.topics:
        questions = bank.with_topics(questions, choice.topics)
    if choice.kinds:
        questions = questions.filter(kind__in=choice.kinds)
    if choice.since or choice.until:
        facts = browse.happened(viewer, choice.since or date.min.year, choice.until or date.max.year)
        outside = QuestionFact.objects.exclude(fact__in=facts)
        questions = questions.filter(questionfact__fact__in=facts).exclude(pk__in=outside.values("question")).distinct()
    return questions


def drawn(viewer: Viewer, choice: Choice, *, seed: uuid.UUID) -> list[Candidate]:
    """Return the questions that a quiz of this choice asks this viewer, in order. Six queries; a seed gives the same again.

    A question that another one's explanation or quotation would answer comes before it.
    """
    candidates = bank.candidates(pool(viewer, choice))
    seen = seen_questions(viewer) if isinstance(viewer, User) else set()
    chosen = draw.draw(candidates, choice.count, random.Random(seed.int), seen=seen)
    return [chosen[place] for place in spoilers.ordered(_told([candidate.version for candidate in chosen]))]


def drawn_for_section(
    viewer: Viewer, *, version: int, start: int, end: int, count: int, seed: uuid.UUID
) -> list[Candidate]:
    """Return the questions to recall a section of a document version by, in reading order. Five queries.

    They ask the facts that have a quotation in it: one question a fact, of single facts only.
    """
    facts = (
        FactEvidence.objects.filter(
            evidence__version=version,
            evidence__start__gte=start,
            evidence__start__lt=end,
            fact_version__fact__current=F("fact_version"),
        )
        .values("fact_version__fact")
        .distinct()
    )
    questions = bank.questions(viewer).filter(is_group=False, questionfact__fact__in=facts)
    met = (
        set(Encounter.objects.filter(user=viewer).values_list("fact", flat=True)) if isinstance(viewer, User) else set()
    )
    place = (version, start, end)
    return draw.section(bank.candidates(questions), count, random.Random(seed.int), place=place, met=met)


def seen_questions(user: User) -> set[int]:
    """Return the questions that a learner has already been asked in a quiz. One query."""
    return set(
        Item.objects.filter(attempt__user=user, answered_at__isnull=False).values_list(
            "question_version__question", flat=True
        )
    )


def asked(version: QuestionVersion, document: Document | None) -> spoilers.Asked:
    """Return what a question asks, as a text that tells it is known by."""
    names = f"{document.title} {document.short} {document.publisher}" if document else ""
    return spoilers.asked(version.kind, version.content, names)


def _told(versions: Sequence[int]) -> list[tuple[list[str], spoilers.Asked]]:
    """Return the texts that are shown after each question, and what it asks. Two queries."""
    rows = QuestionVersion.objects.select_related("question__document").in_bulk(versions)
    quoted: dict[int, list[str]] = defaultdict(list)
    evidence = FactEvidence.objects.filter(fact_version__question_versions__in=versions)
    for version, exact in evidence.values_list("fact_version__question_versions", "evidence__exact"):
        quoted[version].append(exact)
    return [([*quoted[pk], *after(rows[pk])], asked(rows[pk], rows[pk].question.document)) for pk in versions]


def after(version: QuestionVersion) -> list[str]:
    """Return what an author says after a question: the explanation, and why each wrong option is wrong."""
    options = version.content.get("options", ())
    whys = [option.get("why") for option in options] + [version.content.get("why")]
    return [text for text in (version.explanation, *whys) if text]
