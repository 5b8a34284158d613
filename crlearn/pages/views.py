"""Home: one live question for a newcomer, then what to do now."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from crlearn.accounts.models import User
from crlearn.lib import clock
from crlearn.pages import selectors
from crlearn.pages import today as days
from crlearn.quizzes import first_question


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what to do now, or, to somebody who has answered nothing yet, a question to begin with."""
    now = clock.now()
    if not isinstance(request.user, User) or days.is_newcomer(request.user):
        return render(request, "pages/welcome.html", _welcome(request))
    study = selectors.study_of(request.user, now)
    assert study is not None
    rows = selectors.document_rows(request.user, study)
    found = days.today(study)
    context = _listed(rows) | {
        "section": "today",
        "now": now,
        "today": found,
        "call": days.call(found, rows, study),
    }
    return render(request, "pages/home.html", context)


def _welcome(request: HttpRequest) -> dict[str, Any]:
    rows = selectors.document_rows(request.user, None)
    question = first_question.of_the_day(request.user, clock.now().date())
    return _listed(rows) | {"section": "today", "question": question, "identity": uuid.uuid4()}


def _listed(rows: list[selectors.DocumentRow]) -> dict[str, Any]:
    facts: frozenset[int] = frozenset().union(*(row.facts for row in rows))
    return {"rows": rows, "facts": len(facts)}
