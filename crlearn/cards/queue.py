"""The queue of a learner: which cards may be shown, which are to do now and in which order, and what was done today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from crlearn.accounts.models import User
from crlearn.bank.models import Question, Status
from crlearn.cards import withheld
from crlearn.cards.events import GRACE, IN_SESSION
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent
from crlearn.cards.scheduling import Grade
from crlearn.sources.models import Collection, CollectionAccess
from crlearn.sources.selectors import visible

RECALL_KINDS = ("short_answer", "cloze", "numeric")
LEARN_AHEAD = timedelta(minutes=20)
STEPS = (Card.Phase.LEARNING, Card.Phase.RELEARNING)
MOST_STEPS = 500  # of one learner, in one look at the queue


def faces(user: User) -> QuerySet[Question]:
    """Return the questions that may be a face of this learner's cards: recall forms, and single choice as the last resort.

    Of a collection that is not public only where its keys may be seen: a class's exam is not practised beforehand.
    """
    keys_seen = CollectionAccess.objects.filter(user=user, may_see_keys=True).values("collection")
    return Question.objects.filter(
        Q(collection__kind=Collection.Kind.SITE) | Q(collection__in=keys_seen),
        status=Status.READY,
        on_hold=False,
        is_group=False,
        kind__in=(*RECALL_KINDS, "single_choice"),
        current__isnull=False,
    )


def studied(user: User, day: date) -> QuerySet[Card]:
    """Return a learner's cards that may be shown on a study day: not suspended, not buried, with something to ask, and
    of facts that are ready, not on hold, not superseded, not withheld and still theirs to see."""
    askable = faces(user).filter(questionfact__fact=OuterRef("fact"), asks=OuterRef("asks"))
    cards = Card.objects.filter(
        Q(buried_until__isnull=True) | Q(buried_until__lte=day),
        visible(user, "fact__collection"),
        Exists(askable),
        user=user,
        suspended=False,
        fact__status=Status.READY,
        fact__on_hold=False,
        fact__superseded_by=None,
    )
    return withheld.without(cards, user)


class Waiting(NamedTuple):
    """A card in the queue: its pk, and its fact's."""

    card: int
    fact: int


@dataclass(frozen=True, slots=True)
class Graded:
    """One grade given in a session."""

    event: int
    card: int
    fact: int
    grade: Grade
    at: datetime
    day: date
    is_first: bool  # of its card on its study day
    is_new: bool  # the card was first graded on that day


@dataclass(frozen=True, slots=True)
class PutAside:
    """A card that was put aside in a session: buried until the next study day, or suspended."""

    event: int
    card: int
    fact: int
    at: datetime
    kind: CardEvent.Kind


Act = Graded | PutAside


def recently_graded(study: Study) -> list[Graded]:
    """Return the grades given in sessions of this study day, in order, with those of the last hour on a neighbouring day.

    One query, whatever the number of cards: by the index on the cards' last day.
    """
    rows = _recent(study, CardEvent.Kind.GRADE).filter(card__last_day__gte=study.day - timedelta(days=1))
    return [
        Graded(event, card, fact, Grade(grade or 0), at, day, first, introduced == day)
        for event, card, fact, grade, at, day, first, introduced in rows.order_by("at", "pk").values_list(
            "pk", "card", "card__fact", "grade", "at", "study_day", "first_of_day", "card__introduced_day"
        )
    ]


def last_put_aside(study: Study) -> PutAside | None:
    """Return the card that was put aside last in sessions of this study day, if it still is. One query.

    By the index on the cards that are aside; SQLite takes it only where its condition stands in the query as it is.
    """
    rows = _recent(study, CardEvent.Kind.BURY, CardEvent.Kind.SUSPEND).filter(
        Q(card__suspended=True) | Q(card__buried_until__isnull=False),
        Q(card__suspended=True) | Q(card__buried_until__gt=study.day),
    )
    row = rows.order_by("-at", "-pk").values_list("pk", "card", "card__fact", "at", "kind").first()
    return PutAside(*row[:4], CardEvent.Kind(row[4])) if row else None


def _recent(study: Study, *kinds: CardEvent.Kind) -> QuerySet[CardEvent]:
    """Return what was done in sessions of this study day, or within the last hour on a neighbouring one."""
    around = [study.day + timedelta(days=days) for days in (-1, 1)]
    return CardEvent.objects.filter(
        Q(study_day=study.day) | Q(study_day__in=around, at__gte=study.now - GRACE),
        card__user=study.user,
        kind__in=kinds,
        source__in=IN_SESSION,
        voided=False,
    )


def last_act(study: Study) -> Act | None:
    """Return what an undo would take back: the last grade, or the last card put aside, of this day. Two queries."""
    return _later(recently_graded(study), last_put_aside(study))


def _later(graded: list[Graded], aside: PutAside | None) -> Act | None:
    acts: list[Act] = [*graded[-1:], *([aside] if aside else [])]
    return max(acts, key=lambda act: (act.at, act.event), default=None)


def limits_left(study: Study, graded: list[Graded]) -> tuple[int, int]:
    """Return how many new cards and how many reviews the day's sessions still have room for."""
    firsts = [one for one in graded if one.is_first and one.day == study.day]
    new = sum(1 for one in firsts if one.is_new)
    return max(0, study.row.new_per_day - new), max(0, study.row.reviews_per_day - (len(firsts) - new))


@dataclass(frozen=True, slots=True)
class Queue:
    """What a learner has to do now, each kind of card in its order, and what they did today."""

    steps: list[Waiting]  # learning steps that are due
    reviews: list[Waiting]  # due on this study day or before, within the day's limit
    new: list[Waiting]  # within the day's limit
    ahead: list[Waiting]  # learning steps due within 20 minutes: shown when nothing else is left
    later: list[Waiting]  # learning steps due after that
    next_step: datetime | None  # when the first of `later` is due
    done: list[Grade]  # today's grades, in order
    last: Act | None  # what an undo would take back

    @property
    def now(self) -> int:
        """How many cards are due now."""
        return len(self.steps) + len(self.reviews) + len(self.new)

    @property
    def order(self) -> list[int]:
        """Every card that may be shown now, as pks: steps, reviews, new ones, steps ahead of their time.

        What asks more of the fact that was answered last comes after the others that are due: its answer was just seen.
        """
        due = [*self.steps, *self.reviews, *self.new]
        if self.last is not None:
            seen = self.last.fact
            due.sort(key=lambda waiting: waiting.fact == seen)
        return [waiting.card for waiting in (*due, *self.ahead)]

    @property
    def facts(self) -> set[int]:
        """Every fact that will still be asked today."""
        cards = (*self.steps, *self.reviews, *self.new, *self.ahead, *self.later)
        return {waiting.fact for waiting in cards}


def queue(study: Study) -> Queue:
    """Return a learner's queue. Five queries at most, each bounded by a limit, whatever the number of cards."""
    graded = recently_graded(study)
    new_left, reviews_left = limits_left(study, graded)
    cards = studied(study.user, study.day)
    in_steps = cards.filter(phase__in=STEPS).order_by("due_at", "pk").values_list("pk", "fact", "due_at")
    steps = [(Waiting(pk, fact), due) for pk, fact, due in in_steps[:MOST_STEPS] if due is not None]
    reviews = cards.filter(phase=Card.Phase.REVIEW, due_day__lte=study.day).order_by("due_day", "pk")
    new = cards.filter(phase=Card.Phase.NEW).order_by("new_order", "pk")
    horizon = study.now + LEARN_AHEAD
    later = [(waiting, due) for waiting, due in steps if due > horizon]
    return Queue(
        steps=[waiting for waiting, due in steps if due <= study.now],
        reviews=[Waiting(*row) for row in reviews.values_list("pk", "fact")[:reviews_left]],
        new=[Waiting(*row) for row in new.values_list("pk", "fact")[:new_left]],
        ahead=[waiting for waiting, due in steps if study.now < due <= horizon],
        later=[waiting for waiting, _ in later],
        next_step=later[0][1] if later else None,
        done=[one.grade for one in graded if one.day == study.day],
        last=_later(graded, last_put_aside(study)),
    )
