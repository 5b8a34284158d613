"""What the pages of an attempt get: plain data, never more of the key than may be seen."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from crlearn.bank.kinds import KINDS
from crlearn.bank.present import revealed_data
from crlearn.quizzes import grading, messages, pool, selectors, services, spoilers
from crlearn.quizzes.models import Attempt, Item, Response
from crlearn.quizzes.selectors import Missed, Recalled
from crlearn.quizzes.spoilers import Asked
from crlearn.sources.models import Document
from crlearn.sources.sections import Section
from crlearn.sources.selectors import Viewer, documents


def _frame(current: Item | None, items: Sequence[Item], attempt: Attempt) -> dict[str, Any]:
    shown = _reveal(attempt).correctness
    return {
        "attempt": attempt,
        "name": messages.attempt_name(attempt),
        "ticks": [_tick(item, current, shown=shown) for item in items],
        "ticks_label": messages.progress_sentence(items, current)
        if shown or not current
        else messages.place(current, len(items)),
        "total": len(items),
        "identity": uuid.uuid4(),
    }


def _tick(item: Item, current: Item | None, *, shown: bool) -> str:
    if current is not None and item.pk == current.pk and item.answered_at is None:
        return "now"
    if item.mark is None or not shown:
        return "todo"
    if item.mark >= item.max_mark:
        return "right"
    return "partly" if item.mark else "wrong"


def asked(current: Item, items: Sequence[Item]) -> dict[str, Any]:
    """Return the page of an item that has no answer yet; nothing in it holds the key."""
    version = current.question_version
    kind = KINDS[version.kind]
    return _frame(current, items, current.attempt) | {
        "item": current,
        "place": messages.place(current, len(items)),
        "q": kind.show(kind.load(version.content), current.order),
        "kind_template": kind.template,
        "siglum": version.question.document.siglum if version.question.document else "",
    }


def judged(current: Item, response: Response | None, still: Sequence[Asked] = ()) -> dict[str, Any]:
    """Return an answered question as its kind's judged template takes it.

    still: what is still asked; what the author says of this question is left out where it would tell it (`later`).
    """
    version = current.question_version
    kind = KINDS[version.kind]
    code = messages.verdict_code(current, response)
    shown = kind.reveal(kind.load(version.content), current.order, response.answer if response else None)
    return {
        "item": current,
        "r": _without_whys(shown, still),
        "code": code,
        "judged_template": f"bank/kinds/{kind.name}_judged.html",
        "title": messages.verdict_title(code),
        "sentence": messages.verdict_sentence(current, response),
        "explanation": "" if spoilers.tells(version.explanation, still) else version.explanation,
        "later": any(spoilers.tells(text, still) for text in pool.after(version)),
    }


def _without_whys(shown: dict[str, Any], still: Sequence[Asked]) -> dict[str, Any]:
    if still and shown.get("why") and spoilers.tells(shown["why"], still):
        shown = shown | {"why": ""}
    if still and any(option.get("why") for option in shown.get("options", ())):
        options = [
            option | {"why": ""} if spoilers.tells(option["why"], still) else option for option in shown["options"]
        ]
        shown = shown | {"options": options}
    return shown


def answered(current: Item, items: Sequence[Item], response: Response, viewer: Viewer) -> dict[str, Any]:
    """Return the verdict page: the verdict, the key, the explanation, and the passage with its evidence marked."""
    attempt = current.attempt
    revealed = selectors.revealed(current, items, viewer)
    following = selectors.first_open(items)
    is_first = attempt.purpose == Attempt.Purpose.FIRST
    code = messages.verdict_code(current, response)
    return (
        _frame(current, items, attempt)
        | judged(current, response, selectors.still_asked(items))
        | revealed_data(revealed)
        | {
            "place": messages.place(current, len(items)),
            "may_count": services.may_count(current, response),
            "comes_back": messages.comes_back(attempt, code, len(revealed.facts)),
            "next_url": _next_url(attempt, following),
            "following": following,
            "is_first": is_first,
            "document": _to_read(viewer, current) if is_first else None,
        }
    )


def may_see(current: Item) -> bool:
    """Return whether the key of an answered item may be seen now."""
    return _reveal(current.attempt).key


def _reveal(attempt: Attempt) -> grading.Reveal:
    return grading.shown(attempt.rules, finished=attempt.finished_at is not None)


def _next_url(attempt: Attempt, following: Item | None) -> str:
    if following:
        return reverse("quizzes:item", args=[attempt.public_id, following.position])
    return reverse("quizzes:result", args=[attempt.public_id])


def _to_read(viewer: Viewer, current: Item) -> Document | None:
    return documents(viewer).filter(pk=current.question_version.question.document_id or 0).first()


def result(attempt: Attempt, items: Sequence[Item], viewer: Viewer) -> dict[str, Any]:
    """Return the result page: the score, every question with its verdict and its passages, and where to go on."""
    responses = selectors.responses_of(attempt)
    reveals = selectors.revealed_all(items, viewer)
    missed = selectors.missed(items, responses)
    return (
        _frame(None, items, attempt)
        | _onward(selectors.recalled(viewer, attempt))
        | {
            "score": grading.total(services.marks_of(items)),
            "rows": [judged(item, responses.get(item.pk)) | revealed_data(reveals[item.pk]) for item in items],
            "wrong": len(missed.questions),
            "are_cards": _are_cards(attempt, missed),
        }
    )


def _are_cards(attempt: Attempt, missed: Missed) -> bool:
    return bool(missed.pairs) and selectors.are_cards(attempt.user, missed.pairs)


def _onward(recalled: Recalled | None) -> dict[str, Any]:
    """Return where a section's recall leads: back to the section, and to the next one."""
    if recalled is None:
        return {"back": None, "onward": None}
    url = reverse("document", args=[recalled.document.slug])
    return {
        "back": _link(url, recalled.section) or {"url": url, "title": recalled.document.title},
        "onward": _link(url, recalled.following),
    }


def _link(url: str, section: Section | None) -> dict[str, str] | None:
    return {"url": f"{url}#p{section.number}", "title": section.title or _("The beginning")} if section else None
