"""What changes attempts: starting, answering, finishing, and a mark changed afterwards."""

import random
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from crlearn.accounts.models import User
from crlearn.bank.kinds import KINDS, Answer, Verdict
from crlearn.bank.models import QuestionVersion, Report
from crlearn.bank.selectors import entity_names
from crlearn.cards import memory
from crlearn.cards import services as cards
from crlearn.cards.models import CardEvent
from crlearn.cards.selectors import RECALL_KINDS
from crlearn.quizzes import grading
from crlearn.quizzes.models import Attempt, Item, MarkChange, Response

RULES_VERSION = 1
TYPED_KINDS = RECALL_KINDS


class AttemptClosed(Exception):
    """The attempt is over: nothing was written."""


class OutOfTurn(Exception):
    """An earlier item is still open: nothing was written."""


class EmptyQuiz(Exception):
    """No question fits what was asked for."""


def own_identity(client_uuid: uuid.UUID, *owner: object) -> uuid.UUID:
    """Return the identity under which a sent form is kept: its own, bound to what it is for.

    So a form sent again is known again, and nobody's can meet another's, whatever a browser sends.
    """
    return uuid.uuid5(client_uuid, " ".join(str(part) for part in owner))


@transaction.atomic
def attempt_start(
    *,
    user: User,
    purpose: Attempt.Purpose,
    versions: Sequence[int],
    client_uuid: uuid.UUID,
    now: datetime,
    rules: Mapping[str, Any] | None = None,
    orders: Mapping[int, dict[str, list[str]]] | None = None,
) -> Attempt:
    """Start an attempt at these question versions (pks, in order), drawing the order of their options once.

    The same client_uuid again returns the attempt that it started. `orders` gives orders that were already shown.
    Raises EmptyQuiz.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # of two clicks the second waits, and finds the first
    identity = own_identity(client_uuid, user.pk)
    if kept := user.attempts.filter(client_uuid=identity).first():
        return kept
    if not versions:
        raise EmptyQuiz
    attempt = Attempt.objects.create(
        user=user,
        purpose=purpose,
        rules={"version": RULES_VERSION, "behaviour": grading.IMMEDIATE, **(rules or {})},
        client_uuid=identity,
        started_at=now,
    )
    rng = random.Random()  # not seeded by anything that the page holds
    rows = QuestionVersion.objects.in_bulk(versions)
    Item.objects.bulk_create(
        Item(
            attempt=attempt,
            position=position,
            question_version_id=pk,
            order=(orders or {}).get(pk) or arranged(rows[pk], rng),
        )
        for position, pk in enumerate(versions, 1)
    )
    return attempt


def arranged(version: QuestionVersion, rng: random.Random) -> dict[str, list[str]]:
    """Return an order for a question's options, pairs or steps."""
    kind = KINDS[version.kind]
    return kind.arrange(kind.load(version.content), rng)


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of an answer: the response that counts, and whether another one had been kept before it."""

    response: Response
    stood: bool = False


@transaction.atomic
def response_submit(
    *, item: Item, form: Mapping[str, Sequence[str]], gave_up: bool, client_uuid: uuid.UUID, now: datetime
) -> Submitted:
    """Judge and keep one submitted answer, and tell the memory of it.

    An item that has its answer already (double click, another tab, Back) keeps it: that one is returned, with `stood`
    where it came from another form. `item` and its attempt are brought up to date.
    Raises BadAnswer where the form holds no answer, AttemptClosed, OutOfTurn; nothing is written then.
    """
    attempt, identity = item.attempt, own_identity(client_uuid, item.pk)
    _lock(attempt)
    still_open = list(attempt.items.filter(answered_at=None).order_by("position").values_list("pk", flat=True))
    if item.pk not in still_open:
        item.refresh_from_db(fields=["mark", "answered_at"])
        kept = item.responses.latest("try_no")
        return Submitted(kept, stood=kept.client_uuid != identity)
    if attempt.finished_at:
        raise AttemptClosed
    if item.pk != still_open[0]:
        raise OutOfTurn
    answer, verdict = judge(item, form, gave_up=gave_up)
    score = grading.score_of(verdict.score)
    response = Response.objects.create(
        item=item,
        try_no=1,
        client_uuid=identity,
        answer=answer,
        gave_up=gave_up,
        score=score,
        code=verdict.code,
        params=verdict.params,
        per_fact=verdict.per_fact,
        at=now,
    )
    item.mark, item.answered_at = grading.mark_of(score, item.max_mark), now
    item.save(update_fields=["mark", "answered_at"])
    if len(still_open) == 1:
        attempt.finished_at = now
        attempt.save(update_fields=["finished_at"])
    _memory_told(attempt, response, now)
    return Submitted(response)


def _lock(attempt: Attempt) -> None:
    """Lock an attempt, its owner first, and bring both up to date.

    In this order a merge of the owner into an account locks them too, so neither waits for the other; where the merge
    came first, the attempt is the account's by now.
    """
    rows = Attempt.objects.select_for_update(of=("self",)).select_related("user")
    owner = None
    while owner is None:
        owner = User.objects.select_for_update(no_key=True).filter(pk=attempt.user_id).first()
        attempt.refresh_from_db(fields=["finished_at", "user"], from_queryset=rows)


def judge(item: Item, form: Mapping[str, Sequence[str]], *, gave_up: bool) -> tuple[Answer | None, Verdict]:
    """Return the answer that a form holds and what it is worth. Raises BadAnswer."""
    if gave_up:
        return None, Verdict(0.0, "gave_up")
    version = item.question_version
    kind = KINDS[version.kind]
    content = kind.load(version.content)
    answer = kind.parse(content, item.order, form)
    names = entity_names(item.attempt.user) if version.kind in TYPED_KINDS else {}
    return answer, kind.check(content, answer, names)


def _memory_told(attempt: Attempt, response: Response, now: datetime) -> None:
    """Let the cards know of what may be seen by now: this response, or at the end of a closed attempt all of them."""
    if attempt.rules["behaviour"] == grading.IMMEDIATE:
        told = [response]
    elif attempt.finished_at:
        rows = Response.objects.filter(item__attempt=attempt).select_related("item__question_version__question")
        told = list(rows.order_by("item__position"))
    else:
        return
    study = memory.study(attempt.user, now=now)
    source = CardEvent.Source.RECALL if attempt.purpose == Attempt.Purpose.RECALL else CardEvent.Source.QUIZ
    for one in told:
        version = one.item.question_version
        cards.quiz_told(
            study=study,
            answers=_answers_told(version, one),
            face=version,
            response_uuid=one.client_uuid,
            source=source,
        )


def _answers_told(version: QuestionVersion, response: Response) -> list[cards.QuizAnswer]:
    """Return what a response says of each fact of its question; a part that names a fact speaks for it. One query."""
    return [
        cards.QuizAnswer(
            fact_id=pk,
            asks=version.question.asks,
            recall=version.kind in RECALL_KINDS,
            right=response.per_fact.get(ref, float(response.score)) >= 1,
            first_try=response.try_no == 1,
        )
        for pk, ref in version.facts.values_list("fact_id", "fact__ref")
    ]


@transaction.atomic
def answer_counted(*, item: Item, by: User, client_uuid: uuid.UUID, now: datetime) -> bool:
    """Give full marks for a typed answer that its author holds to be right, and propose it to the editor.

    For self-study only. What the wrong answer told the memory is voided. Return whether it was counted now; a second
    time nothing more happens.
    """
    _lock(item.attempt)
    item.refresh_from_db(fields=["mark", "answered_at"])
    response = item.responses.order_by("-try_no").first()
    if response is None or not may_count(item, response):
        return False
    MarkChange.objects.create(
        item=item,
        client_uuid=own_identity(client_uuid, item.pk),
        by=by,
        at=now,
        old=item.mark,
        new=item.max_mark,
        reason="counted_by_learner",
    )
    kind = Report.Kind.PROPOSED_ANSWER
    Report.objects.create(
        question_version=item.question_version,
        reporter=by,
        kind=kind,
        answer=response.answer,
        client_uuid=own_identity(client_uuid, item.pk, kind.value),
    )
    item.mark = item.max_mark
    item.save(update_fields=["mark"])
    asks = item.question_version.question.asks
    pairs = [(pk, asks) for pk in item.question_version.facts.values_list("fact", flat=True)]
    cards.quiz_untold(study=memory.study(by, now=now), response_uuid=response.client_uuid, pairs=pairs)
    return True


def may_count(item: Item, response: Response) -> bool:
    """Return whether "Count mine as right" is offered: a typed answer, not fully right, in self-study, not yet counted,
    once its key may be seen."""
    return (
        item.question_version.kind in TYPED_KINDS
        and item.attempt.purpose != Attempt.Purpose.ASSIGNED
        and grading.shown(item.attempt.rules, finished=item.attempt.finished_at is not None).key
        and response.answer is not None
        and item.mark is not None
        and item.mark < item.max_mark
    )


def report_make(*, version: QuestionVersion, by: User, text: str, client_uuid: uuid.UUID) -> Report:
    """Keep what a learner says is wrong with a question. The same client_uuid again returns the kept report."""
    kind = Report.Kind.PROBLEM
    return Report.objects.get_or_create(
        client_uuid=own_identity(client_uuid, by.pk, kind.value),
        defaults={"question_version": version, "reporter": by, "kind": kind, "text": text},
    )[0]


def marks_of(items: Sequence[Item]) -> list[tuple[Decimal | None, Decimal]]:
    """Return (mark, maximum) of each item, for grading.total."""
    return [(item.mark, item.max_mark) for item in items]
