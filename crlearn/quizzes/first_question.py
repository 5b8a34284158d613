"""The one live question on a newcomer's home: shown without a row in the database, so its form says which it was.

The order of its options follows from the question and the day by the site's secret: the page holds nothing to work it out.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing
from django.shortcuts import get_object_or_404
from django.utils.crypto import salted_hmac

from crlearn.bank import selectors as bank
from crlearn.bank.kinds import KINDS, Order
from crlearn.bank.models import Question, QuestionVersion
from crlearn.quizzes.services import arranged
from crlearn.sources.selectors import Viewer

SALT = "crlearn.quizzes.first"


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """A question to be shown before there is an attempt."""

    question: Question
    version: QuestionVersion
    show: dict[str, Any]
    token: str

    @property
    def template(self) -> str:
        return KINDS[self.version.kind].template


def of_the_day(viewer: Viewer, day: date) -> FirstQuestion | None:
    """Return the question of a day, one of those that may greet a newcomer; None where the bank has none. Two queries."""
    keys = _greeting(viewer)
    if not keys:
        return None
    chosen = keys[day.toordinal() % len(keys)]
    question = Question.objects.select_related("current", "document").get(pk=chosen)
    version = question.current
    assert version is not None
    kind = KINDS[version.kind]
    token = signing.dumps({"version": version.pk, "day": day.isoformat()}, salt=SALT)
    show = kind.show(kind.load(version.content), _order(version, day.isoformat()))
    return FirstQuestion(question, version, show, token)


def _greeting(viewer: Viewer) -> list[int]:
    """Return the questions fit for somebody who knows nothing yet, as pks: written single choices of core facts.

    A question of no document of its own is left out, since the verdict leads on to reading one. One query; it asks
    nothing of the quotations, whose joins PostgreSQL plans badly just after a load.
    """
    pool = bank.questions(viewer).filter(
        kind="single_choice", origin="written", facts__importance="core", is_group=False, document__isnull=False
    )
    return list(pool.order_by("ref").values_list("pk", flat=True))


def opened(token: str) -> tuple[QuestionVersion, Order]:
    """Return the question of a token with the order it was shown in. Raises BadSignature, Http404. One query."""
    data = signing.loads(token, salt=SALT)
    version = get_object_or_404(QuestionVersion, pk=data["version"])
    return version, _order(version, data["day"])


def _order(version: QuestionVersion, day: str) -> Order:
    seed = salted_hmac(SALT, f"{version.pk} {day}", algorithm="sha256").digest()
    return arranged(version, random.Random(seed))


def answerable(version: QuestionVersion, order: Order, form: Mapping[str, Sequence[str]], *, gave_up: bool) -> None:
    """Raise BadAnswer where a form holds no answer to the question."""
    if not gave_up:
        kind = KINDS[version.kind]
        kind.parse(kind.load(version.content), order, form)
