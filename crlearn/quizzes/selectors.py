"""What is read of attempts; what there is to draw from is in pool.py."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Count, F, Q

from crlearn.accounts.models import User
from crlearn.bank import selectors as bank
from crlearn.bank.models import FactEvidence, QuestionVersionFact
from crlearn.bank.selectors import Proof, Revealed
from crlearn.cards.models import Card
from crlearn.quizzes import pool, spoilers
from crlearn.quizzes.models import Attempt, Item, Response
from crlearn.quizzes.pool import Choice, drawn, drawn_for_section, seen_questions
from crlearn.quizzes.spoilers import Asked
from crlearn.sources import sections
from crlearn.sources.models import Document
from crlearn.sources.sections import Section
from crlearn.sources.selectors import Viewer, documents, passages

__all__ = ["Choice", "drawn", "drawn_for_section", "seen_questions"]


def items_of(attempt: Attempt) -> list[Item]:
    """Return an attempt's items in order with their questions. One query."""
    return list(attempt.items.select_related("question_version__question__document").order_by("position"))


def first_open(items: Sequence[Item]) -> Item | None:
    """Return the first item that has no answer yet."""
    return next((item for item in items if item.answered_at is None), None)


def hidden_ranges(items: Sequence[Item]) -> dict[int, list[tuple[int, int]]]:
    """Return document version → the quotations that open items will still ask for, not to be shown before. One query."""
    still = [item.question_version_id for item in items if item.answered_at is None]
    if not still:
        return {}
    ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for version, start, end in (
        FactEvidence.objects.filter(fact_version__question_versions__in=still, evidence__start__isnull=False)
        .values_list("evidence__version", "evidence__start", "evidence__end")
        .distinct()
    ):
        ranges[version].append((start or 0, end or 0))
    return ranges


def still_asked(items: Sequence[Item]) -> list[Asked]:
    """Return what the open items ask, so that nothing is shown that tells it."""
    versions = [item.question_version for item in items if item.answered_at is None]
    return [pool.asked(version, version.question.document) for version in versions]


def revealed(item: Item, items: Sequence[Item], viewer: Viewer) -> Revealed:
    """Return what proves an answered item, without what the attempt still asks. Five queries at most."""
    version = item.question_version_id
    found = bank.revealed([version], hidden=hidden_ranges(items), viewer=viewer, together=True)[version]
    asked = still_asked(items)
    if not asked:
        return found
    return replace(
        found,
        proofs=[_without(proof, asked) for proof in found.proofs],
        others=[_without(proof, asked) for proof in found.others if not spoilers.tells(proof.evidence.exact, asked)],
        notes=[note for note in found.notes if not spoilers.tells(note, asked)],
    )


def _without(proof: Proof, asked: Sequence[Asked]) -> Proof:
    return replace(proof, segments=spoilers.without(proof.segments, asked))


def revealed_all(items: Sequence[Item], viewer: Viewer) -> dict[int, Revealed]:
    """Return item pk → what proves it, for an attempt that is over. Four queries, whatever the number of items."""
    reveals = bank.revealed([item.question_version_id for item in items], hidden={}, viewer=viewer, together=True)
    return {item.pk: reveals[item.question_version_id] for item in items}


def responses_of(attempt: Attempt) -> dict[int, Response]:
    """Return item pk → its last response. One query."""
    rows = Response.objects.filter(item__attempt=attempt).order_by("try_no")
    return {response.item_id: response for response in rows}


def left_open(viewer: Viewer, count: int = 5) -> list[Attempt]:
    """Return the viewer's newest attempts that are not over, with how many items are answered, and how many there are.

    One query.
    """
    if not isinstance(viewer, User):
        return []
    rows = viewer.attempts.filter(finished_at=None).exclude(purpose=Attempt.Purpose.FIRST)
    answered = Count("items", filter=Q(items__answered_at__isnull=False))
    return list(rows.annotate(answered=answered, total=Count("items")).order_by("-started_at")[:count])


def unfinished(user: User) -> Attempt | None:
    """Return a learner's newest attempt that is not over, with how many items are answered. One query."""
    return next(iter(left_open(user, 1)), None)


def has_finished_a_quiz(user: User) -> bool:
    """Return whether the learner has come to the end of any attempt but the newcomer's question."""
    return user.attempts.filter(finished_at__isnull=False).exclude(purpose=Attempt.Purpose.FIRST).exists()


@dataclass(frozen=True, slots=True)
class Missed:
    """What went wrong in an attempt: questions (pks) to ask again, and the (fact, asks) behind them."""

    questions: list[int] = field(default_factory=list)
    pairs: list[tuple[int, str]] = field(default_factory=list)


def missed(items: Sequence[Item], responses: dict[int, Response]) -> Missed:
    """Return what an attempt's items that are not fully right ask; of a group only the facts that were not. One query."""
    wrong = {item.question_version_id: item for item in items if item.mark is not None and item.mark < item.max_mark}
    links = QuestionVersionFact.objects.filter(question_version__in=wrong).order_by("question_version", "position")
    pairs: dict[tuple[int, str], None] = {}
    for version, fact, ref in links.values_list("question_version", "fact_version__fact", "fact_version__fact__ref"):
        item = wrong[version]
        if item.pk not in responses or responses[item.pk].per_fact.get(ref, 0) < 1:
            pairs[fact, item.question_version.question.asks] = None
    return Missed([item.question_version.question_id for item in wrong.values()], list(pairs))


def versions_now(viewer: Viewer, questions: Sequence[int]) -> list[int]:
    """Return the present versions of the questions that may still be asked, in the order given. One query."""
    current = dict(bank.questions(viewer).filter(pk__in=questions).values_list("pk", "current"))
    return [version for pk in questions if (version := current.get(pk))]


def are_cards(user: User, pairs: Sequence[tuple[int, str]]) -> bool:
    """Return whether all these (fact, asks) are among the learner's cards. One query."""
    have = set(Card.objects.filter(user=user, fact__in=[fact for fact, _ in pairs]).values_list("fact_id", "asks"))
    return have >= set(pairs)


def past(viewer: Viewer, count: int = 5) -> list[Attempt]:
    """Return the viewer's last finished quizzes with how many items they had, and how many were right. One query."""
    if not isinstance(viewer, User):
        return []
    rows = viewer.attempts.filter(finished_at__isnull=False).exclude(purpose=Attempt.Purpose.FIRST)
    right = Count("items", filter=Q(items__mark__gte=F("items__max_mark")))
    return list(rows.annotate(total=Count("items"), right=right).order_by("-finished_at")[:count])


@dataclass(frozen=True, slots=True)
class Recalled:
    """The section that an attempt recalled, and the one after it; none where the document reads otherwise by now."""

    document: Document
    section: Section | None
    following: Section | None


def recalled(viewer: Viewer, attempt: Attempt) -> Recalled | None:
    """Return where a recall leads on to, or None for other attempts. Two queries."""
    if "document" not in attempt.rules:
        return None
    document = documents(viewer).filter(slug=attempt.rules["document"]).first()
    if document is None or document.current is None:
        return None
    found = sections.split(passages(document.current))
    place = next((at for at, one in enumerate(found) if one.number == attempt.rules["passage"]), None)
    if place is None:
        return Recalled(document, None, None)
    return Recalled(document, found[place], found[place + 1] if place + 1 < len(found) else None)
