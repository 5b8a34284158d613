"""What is read of memory: what is due, a card's face and what stands behind it, and progress in the four words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Case, Count, F, Max, Min, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from crlearn.accounts.models import User
from crlearn.bank import selectors as bank
from crlearn.bank.models import FactEvidence, QuestionVersion
from crlearn.bank.selectors import Revealed
from crlearn.cards import scheduling, withheld
from crlearn.cards.memory import Study, memory_of
from crlearn.cards.models import Card, CardEvent, Encounter
from crlearn.cards.queue import RECALL_KINDS, STEPS, Queue, faces, queue, studied
from crlearn.sources.selectors import visible

__all__ = ["RECALL_KINDS", "Due", "Progress", "Queue", "faces", "queue", "studied"]


class Progress(StrEnum):
    """How well a learner knows a fact: the same four words everywhere."""

    NEW = "new"  # not met yet
    LEARNING = "learning"
    SLIPPING = "slipping"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Due:
    """What is to do today: steps due now, reviews due, new cards within the day's limit, and steps that come later."""

    steps: int
    reviews: int
    new: int
    later: int

    @property
    def now(self) -> int:
        """How many cards are due now."""
        return self.steps + self.reviews + self.new


def due(study: Study) -> Due:
    """Return how much there is to do now, within the day's limits. Five queries at most."""
    found = queue(study)
    return Due(len(found.steps), len(found.reviews), len(found.new), len(found.ahead) + len(found.later))


def has_cards(user: User) -> bool:
    """Return whether the learner has any card at all. One query."""
    return Card.objects.filter(user=user).exists()


def put_aside(user: User) -> list[Card]:
    """Return the cards that a learner has suspended, in reading order; not those of facts they may not see now.

    One query.
    """
    cards = Card.objects.filter(visible(user, "fact__collection"), user=user, suspended=True)
    rows = withheld.without(cards, user).select_related("fact__current", "fact__document")
    return list(rows.order_by("new_order", "pk"))


@dataclass(frozen=True, slots=True)
class Turn:
    """The card to show now, and its face."""

    card: Card
    face: QuestionVersion


def next_turn(study: Study, found: Queue, prefer: int | None = None) -> Turn | None:
    """Return the card to show now: `prefer`, where it may be shown, or the first of the queue. Two queries, as a rule."""
    order = found.order
    if prefer is not None and prefer in order:
        order.insert(0, prefer)
    for pk in order:
        card = Card.objects.select_related("fact__document").get(pk=pk)
        if face := face_of(card, study.user):
            return Turn(card, face)
    return None


def face_of(card: Card, user: User) -> QuestionVersion | None:
    """Return the face that comes next: the least recently shown recall question; single choice where there is no other.

    One query.
    """
    shown = (
        CardEvent.objects.filter(card=card, kind=CardEvent.Kind.GRADE, face__question=OuterRef("pk"))
        .order_by()
        .values("face__question")
        .annotate(last=Max("at"))
        .values("last")
    )
    question = (
        faces(user)
        .filter(questionfact__fact=card.fact_id, asks=card.asks)
        .annotate(last_shown=Subquery(shown), resort=Case(When(kind__in=RECALL_KINDS, then=0), default=1))
        .select_related("current__question__document")
        .order_by("resort", F("last_shown").asc(nulls_first=True), "position", "pk")
        .first()
    )
    return question.current if question else None


def face_shown(pk: int, user: User) -> QuestionVersion | None:
    """Return the version that a card was shown with, unless its question was retired or put on hold since. One query."""
    version = QuestionVersion.objects.select_related("question__document").filter(pk=pk)
    return version.filter(question__in=faces(user)).first()


def revealed(face: QuestionVersion, card: Card, found: Queue, user: User) -> Revealed:
    """Return what stands behind a face: its proofs and what other documents say, without what is still asked today.

    Five queries at most.
    """
    hidden = hidden_ranges(card, found)
    return bank.revealed([face.pk], hidden=hidden, viewer=user, together=True)[face.pk]


def hidden_ranges(card: Card, found: Queue) -> dict[int, list[tuple[int, int]]]:
    """Return document version → the quotations of the learner's other facts that are still asked today. One query."""
    rows = FactEvidence.objects.filter(
        fact_version__fact__in=found.facts - {card.fact_id},
        fact_version__fact__current=F("fact_version"),
        evidence__start__isnull=False,
    )
    ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for version, start, end in rows.values_list("evidence__version", "evidence__start", "evidence__end").distinct():
        ranges[version].append((start or 0, end or 0))
    return ranges


def next_due(study: Study, found: Queue) -> datetime | date | None:
    """Return when the next card comes once nothing is due: a moment of today, or a study day; None: no card waits.

    Three queries at most.
    """
    if found.next_step is not None:
        return found.next_step
    tomorrow = study.day + timedelta(days=1)
    cards = studied(study.user, study.day)
    over_limit = Q(phase=Card.Phase.NEW) | Q(phase=Card.Phase.REVIEW, due_day__lte=study.day)
    if cards.filter(over_limit).exists():
        return tomorrow
    days = cards.filter(phase=Card.Phase.REVIEW).order_by("due_day").values_list("due_day", flat=True)
    buried = studied(study.user, date.max).filter(buried_until__gt=study.day)
    back = Greatest("buried_until", Coalesce("due_day", "buried_until"))
    return min((day for day in (days.first(), buried.aggregate(day=Min(back))["day"]) if day), default=None)


def progress(study: Study, facts: Iterable[int] | None = None) -> dict[int, Progress]:
    """Return fact pk → how well it is known, for the facts that the learner has met; others are Progress.NEW.

    A fact asked in several ways is as well known as the worst of them. Two queries.
    """
    order = list(Progress)
    cards = Card.objects.filter(user=study.user).exclude(phase=Card.Phase.NEW)
    met = Encounter.objects.filter(user=study.user)
    if facts is not None:
        chosen = list(facts)
        cards, met = cards.filter(fact__in=chosen), met.filter(fact__in=chosen)
    result = dict.fromkeys(met.values_list("fact_id", flat=True), Progress.LEARNING)
    seen: set[int] = set()
    for card in cards:
        state = progress_of(card, study)
        known = result[card.fact_id] if card.fact_id in seen else state
        result[card.fact_id] = min(known, state, key=order.index)
        seen.add(card.fact_id)
    return result


def progress_of(card: Card, study: Study) -> Progress:
    """Return the word for one card on this study day."""
    if card.phase == Card.Phase.NEW:
        return Progress.NEW
    if card.phase in STEPS:
        return Progress.LEARNING
    recall = scheduling.retrievability(memory_of(card), study_day=study.day, settings=study.settings)
    is_due = card.due_day is not None and card.due_day <= study.day
    slipping = is_due or (recall is not None and recall < study.settings.desired_retention)
    return Progress.SLIPPING if slipping else Progress.KNOWN


def forecast(study: Study, days: int = 3) -> list[tuple[date, int]]:
    """Return how many reviews fall due on each of the next days. One query."""
    last = study.day + timedelta(days=days)
    rows = dict(
        studied(study.user, study.day)
        .filter(phase=Card.Phase.REVIEW, due_day__gt=study.day, due_day__lte=last)
        .order_by()
        .values_list("due_day")
        .annotate(count=Count("pk"))
    )
    return [(day, rows.get(day, 0)) for day in (study.day + timedelta(days=n) for n in range(1, days + 1))]
