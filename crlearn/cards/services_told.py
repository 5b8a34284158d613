"""What a quiz tells the memory, at the moment its key may be seen and not before."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from crlearn.bank.models import QuestionVersion
from crlearn.cards import events, memory, scheduling
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent, Encounter
from crlearn.cards.scheduling import Grade
from crlearn.cards.services_add import Pair, cards_make, faced


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """What a quiz tells the memory of one fact, once its key may be seen."""

    fact_id: int
    asks: str
    recall: bool  # a form in which the learner had to produce the answer
    right: bool
    first_try: bool

    @property
    def pair(self) -> tuple[int, str]:
        """What a card is the memory of."""
        return self.fact_id, self.asks

    @property
    def recalled(self) -> bool:
        """Whether it shows that the learner knew it: produced, at the first try."""
        return self.right and self.recall and self.first_try


@transaction.atomic
def quiz_told(
    *,
    study: Study,
    answers: Iterable[QuizAnswer],
    face: QuestionVersion,
    response_uuid: uuid.UUID,
    source: CardEvent.Source,
) -> None:
    """Let the memory know of an answer in a quiz.

    Wrong (also "I don't know") grades Again and makes the card. Right at the first try in a recall form makes the card
    or, where it is due, grades Good. Recognition forms can only lapse a card. In a section's recall every fact that was
    asked becomes a card. Told twice of the same response, it does nothing the second time. The number of queries does
    not depend on the number of facts.
    """
    answers = list(answers)
    encounters_note(study=study, facts=[answer.fact_id for answer in answers])
    cards_of = faced(study.user, [answer.pair for answer in answers])
    by_pair: dict[Pair, QuizAnswer] = {}
    for answer in answers:
        pair = cards_of.get(answer.pair)
        if pair and (pair not in by_pair or not answer.right):  # asked twice of one fact: the wrong one counts
            by_pair[pair] = answer
    if not by_pair:
        return
    in_recall = source == CardEvent.Source.RECALL
    makes = [pair for pair, answer in by_pair.items() if in_recall or answer.recalled or not answer.right]
    cards_make(study=study, pairs=makes, source=source)
    rows = Card.objects.select_for_update(of=("self",)).select_related("last_event").order_by("pk")
    cards = {(card.fact_id, card.asks): card for card in rows.filter(user=study.user, fact__in=[f for f, _ in by_pair])}
    uuids = {pair: _uuid(response_uuid, pair) for pair in by_pair if pair in cards}
    told = set(CardEvent.objects.filter(client_uuid__in=uuids.values()).values_list("client_uuid", flat=True))
    grades = [
        (cards[pair], grade, client_uuid)
        for pair, client_uuid in uuids.items()
        if client_uuid not in told and (grade := _grade(by_pair[pair], cards[pair], study))
    ]
    _grade_all(grades, study, face, source)


def _uuid(response_uuid: uuid.UUID, pair: Pair) -> uuid.UUID:
    """The identity of what a response tells one card."""
    return uuid.uuid5(response_uuid, f"{pair[0]} {pair[1]}")


def _grade(answer: QuizAnswer, card: Card, study: Study) -> Grade | None:
    """Return the grade that a quiz's answer is for this card: Again, Good, or none."""
    if card.suspended:
        return None
    if not answer.right:
        return Grade.AGAIN
    is_due = (
        card.phase == Card.Phase.NEW
        or (card.due_day is not None and card.due_day <= study.day)
        or (card.due_at is not None and card.due_at <= study.now)
    )
    return Grade.GOOD if answer.recalled and is_due else None


def _grade_all(
    grades: list[tuple[Card, Grade, uuid.UUID]], study: Study, face: QuestionVersion, source: CardEvent.Source
) -> None:
    rows, outcomes = [], []
    for card, grade, client_uuid in grades:
        outcome = scheduling.apply(
            memory.memory_of(card), grade, now=study.now, study_day=study.day, settings=study.settings, card_id=card.pk
        )
        event = events.new_event(
            card,
            CardEvent.Kind.GRADE,
            source,
            study,
            client_uuid,
            face=face,
            parameters_id=study.row.parameters_id,
        )
        rows.append(events.graded(event, card, grade, outcome))
        outcomes.append(outcome)
    for (card, _, _), event, outcome in zip(grades, CardEvent.objects.bulk_create(rows), outcomes, strict=True):
        events.follow(card, event, outcome)
    Card.objects.bulk_update([card for card, _, _ in grades], memory.STATE_FIELDS)


def encounters_note(*, study: Study, facts: Iterable[int]) -> None:
    """Note that the learner has met these facts. One query."""
    Encounter.objects.bulk_create(
        [
            Encounter(user=study.user, fact_id=fact, first_at=study.now, last_at=study.now)
            for fact in dict.fromkeys(facts)
        ],
        update_conflicts=True,
        unique_fields=["user", "fact"],
        update_fields=["last_at"],
    )


@transaction.atomic
def quiz_untold(*, study: Study, response_uuid: uuid.UUID, pairs: Iterable[tuple[int, str]]) -> None:
    """Void what a response told the memory: its mark was changed afterwards. The cards are rebuilt."""
    uuids = [_uuid(response_uuid, pair) for pair in faced(study.user, pairs).values()]
    told = CardEvent.objects.filter(client_uuid__in=uuids, card__user=study.user, voided=False)
    for event in told:
        card = events.locked(study.user, event.card_id)
        undo_uuid = uuid.uuid5(event.client_uuid, "undo")
        undo = events.new_event(card, CardEvent.Kind.UNDO, CardEvent.Source.QUIZ, study, undo_uuid)
        events.void(event, card, undo, study)
