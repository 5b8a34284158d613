"""Taking a quiz: one item at a time, its verdict, the result, and what comes of it."""

import random
import uuid

from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from crlearn.bank.kinds import BadAnswer
from crlearn.cards import memory
from crlearn.cards import services as cards
from crlearn.lib import clock
from crlearn.lib.forms import client_uuid, posted
from crlearn.quizzes import access, messages, present, selectors, services
from crlearn.quizzes.forms import ReportForm
from crlearn.quizzes.models import Attempt, Item, Response


@never_cache
@require_safe
def attempt(request: HttpRequest, attempt: uuid.UUID) -> HttpResponse:
    """Go to where an attempt stands: its first open item, or its result."""
    return redirect(_stand(access.own_attempt(request.user, attempt)))


def _stand(run: Attempt, items: list[Item] | None = None) -> str:
    """Return the address where an attempt stands."""
    opened = selectors.first_open(selectors.items_of(run) if items is None else items)
    if opened is None or run.finished_at:
        return reverse("quizzes:result", args=[run.public_id])
    return reverse("quizzes:item", args=[run.public_id, opened.position])


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """Send the browser to another page; htmx loads it whole."""
    return HttpResponseClientRedirect(url) if _is_htmx(request) else redirect(url)


def _is_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


@never_cache  # Back shows the verdict, not the form of a question that is answered by now
@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, attempt: uuid.UUID, position: int) -> HttpResponse:
    """Ask an item, take its answer, and show the verdict with its passage; all at one address."""
    run = access.own_attempt(request.user, attempt)
    items = selectors.items_of(run)
    current = access.own_item(items, position)
    if request.method == "POST":
        return _taken(request, current, items)
    if current.answered_at:
        return _answered(request, current, items, current.responses.latest("try_no"))
    return _asked(request, current, items)


def _taken(request: HttpRequest, current: Item, items: list[Item]) -> HttpResponse:
    """Take a sent answer."""
    form = posted(request)
    try:
        submitted = services.response_submit(
            item=current, form=form, gave_up="gave_up" in form, client_uuid=client_uuid(request), now=clock.now()
        )
    except BadAnswer as error:
        return _asked(request, current, items, error=messages.bad_answer(error), sent=form)
    except (services.OutOfTurn, services.AttemptClosed):
        return _go(request, _stand(current.attempt, items))
    if submitted.stood:
        notices.info(request, messages.answer_stood())
    if not _is_htmx(request):
        return redirect("quizzes:item", current.attempt.public_id, current.position)
    return _answered(request, current, items, submitted.response)


def _asked(
    request: HttpRequest, current: Item, items: list[Item], *, error: str = "", sent: dict[str, list[str]] | None = None
) -> HttpResponse:
    opened = selectors.first_open(items)
    if current.attempt.finished_at or (opened is not None and opened.pk != current.pk):
        return _go(request, _stand(current.attempt, items))
    context = present.asked(current, items) | {"error": error, "sent": sent or {}}
    return render(request, "quizzes/item.html", context, status=422 if error else 200)


def _answered(request: HttpRequest, current: Item, items: list[Item], response: Response) -> HttpResponse:
    if not present.may_see(current):
        return _go(request, _stand(current.attempt, items))
    return render(request, "quizzes/verdict.html", present.answered(current, items, response, request.user))


@never_cache
@require_safe
def result(request: HttpRequest, attempt: uuid.UUID) -> HttpResponse:
    """Show the score, and each question with its passage."""
    run = access.own_attempt(request.user, attempt)
    items = selectors.items_of(run)
    if not run.finished_at:
        return redirect(_stand(run, items))
    context = present.result(run, items, request.user) | {"section": "quizzes"}
    return render(request, "quizzes/result.html", context)


@require_POST
def again(request: HttpRequest, attempt: uuid.UUID) -> HttpResponse:
    """Start an attempt at only what went wrong, as those questions are now."""
    run = access.own_attempt(request.user, attempt)
    missed = selectors.missed(selectors.items_of(run), selectors.responses_of(run))
    versions = selectors.versions_now(request.user, missed.questions)
    if not run.finished_at or not versions:
        notices.info(request, _("There is nothing to ask again."))
        return redirect("quizzes:attempt", attempt)
    random.Random(client_uuid(request).int).shuffle(versions)
    place = {name: run.rules[name] for name in ("document", "passage", "section") if name in run.rules}
    fresh = services.attempt_start(
        user=run.user,
        purpose=Attempt.Purpose.AGAIN,
        versions=versions,
        client_uuid=client_uuid(request),
        now=clock.now(),
        rules={"again": str(run.public_id), **place},
    )
    return redirect("quizzes:attempt", fresh.public_id)


@require_POST
def add_cards(request: HttpRequest, attempt: uuid.UUID) -> HttpResponse:
    """Make cards of what went wrong; what is a card already stays as it is."""
    run = access.own_attempt(request.user, attempt)
    if run.finished_at:
        missed = selectors.missed(selectors.items_of(run), selectors.responses_of(run))
        made = cards.cards_add(study=memory.study(run.user, now=clock.now()), pairs=missed.pairs)
        facts = {fact for fact, _ in missed.pairs}
        if facts:
            notices.success(request, messages.cards_added(len(facts), len({card.fact_id for card in made})))
    return redirect("quizzes:attempt", attempt)


@require_POST
def count(request: HttpRequest, attempt: uuid.UUID, position: int) -> HttpResponse:
    """Count a typed answer as right, and propose it to the editor."""
    current = _own(request, attempt, position)
    services.answer_counted(item=current, by=current.attempt.user, client_uuid=client_uuid(request), now=clock.now())
    return redirect("quizzes:item", attempt, position)


@require_POST
def report(request: HttpRequest, attempt: uuid.UUID, position: int) -> HttpResponse:
    """Keep what a learner says is wrong with a question that they have answered."""
    current = _own(request, attempt, position)
    form = ReportForm(request.POST)
    if not form.is_valid():
        notices.error(request, " ".join(str(error) for error in form.errors["text"]))
    elif current.answered_at:
        services.report_make(
            version=current.question_version,
            by=current.attempt.user,
            text=form.cleaned_data["text"],
            client_uuid=client_uuid(request),
        )
        notices.success(request, _("Thank you. The editor of the bank will read it."))
    return redirect("quizzes:item", attempt, position)


def _own(request: HttpRequest, attempt: uuid.UUID, position: int) -> Item:
    return access.own_item(selectors.items_of(access.own_attempt(request.user, attempt)), position)
