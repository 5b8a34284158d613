"""A person's quizzes: moved from a guest to an account, given out, erased."""

from collections import defaultdict
from typing import Any

from crlearn.accounts.models import User
from crlearn.accounts.people import Holdings
from crlearn.bank.models import Report
from crlearn.quizzes import grading
from crlearn.quizzes.models import Attempt, MarkChange, Quiz, Response


def merge(source: User, target: User) -> None:
    """Move a guest's attempts, and what they changed or reported, to an account. Four queries."""
    Attempt.objects.filter(user=source).update(user=target)
    MarkChange.objects.filter(by=source).update(by=target)
    Report.objects.filter(reporter=source).update(reporter=target)
    Quiz.objects.filter(created_by=source).update(created_by=target)


def export(user: User) -> dict[str, Any]:
    """Return every attempt with its answers and marks, and every report, ready for JSON. Five queries.

    What an open attempt does not show yet, whether an answer was right, is not given out here either.
    """
    responses: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in Response.objects.filter(item__attempt__user=user).order_by("try_no"):
        answer = {"at": row.at.isoformat(), "answer": row.answer, "gave_up": row.gave_up}
        responses[row.item_id].append(answer | {"score": str(row.score), "judged": row.code})
    attempts = user.attempts.prefetch_related("items__question_version__question").order_by("started_at")
    return {
        "attempts": [_attempt(attempt, responses) for attempt in attempts],
        "reports": [
            {"question": report.question_version.question.ref, "kind": report.kind, "at": report.created_at.isoformat()}
            | {"text": report.text, "answer": report.answer}
            for report in Report.objects.filter(reporter=user)
            .select_related("question_version__question")
            .order_by("pk")
        ],
    }


def _attempt(attempt: Attempt, responses: dict[int, list[dict[str, Any]]]) -> dict[str, Any]:
    judged = grading.shown(attempt.rules, finished=attempt.finished_at is not None).correctness
    return {
        "purpose": attempt.purpose,
        "rules": attempt.rules,
        "started_at": attempt.started_at.isoformat(),
        "finished_at": attempt.finished_at.isoformat() if attempt.finished_at else None,
        "items": [
            {
                "question": item.question_version.question.ref,
                "version": item.question_version.number,
                "order": item.order,
                "mark": str(item.mark) if judged and item.mark is not None else None,
                "of": str(item.max_mark),
                "answers": [one if judged else _unjudged(one) for one in responses[item.pk]],
            }
            for item in attempt.items.all()
        ],
    }


def _unjudged(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name not in {"score", "judged"}}


def erase(user: User) -> None:
    """Delete the person's attempts. What they reported of questions stays with the bank, without their name."""
    Attempt.objects.filter(user=user).delete()


HOLDINGS = Holdings("quizzes", merge, export, erase)
