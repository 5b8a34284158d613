"""The session of cards: a prompt, its answer, a grade, the next prompt."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages as notices
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh, replace_url

from crlearn.accounts.models import User
from crlearn.accounts.services import learner_ensure
from crlearn.cards import access, memory, messages, present, promises, selectors, services
from crlearn.cards.memory import Study
from crlearn.cards.models import CardEvent
from crlearn.cards.scheduling import Grade
from crlearn.lib import clock, ways
from crlearn.lib.forms import client_uuid

ASIDE = {kind.value: kind for kind in (CardEvent.Kind.BURY, CardEvent.Kind.SUSPEND)}


def _is_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def as_pk(text: str) -> int:
    """Return a key that was sent as text; 0, which no row has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _to_cards(request: HttpRequest) -> HttpResponse:
    """Go to the first page of the cards."""
    return HttpResponseClientRedirect(reverse("cards")) if _is_htmx(request) else redirect("cards")


def learners_only(view: Callable[[HttpRequest, Study], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give a view how its learner studies now; somebody without a row (who has left meanwhile) has no cards to act on."""

    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponse:
        if not isinstance(request.user, User):
            return _to_cards(request)
        return view(request, memory.study(request.user, now=clock.now()))

    return inner


@never_cache
@require_safe
def session(request: HttpRequest) -> HttpResponse:
    """Show the card to answer now, or when the next one comes, or how cards are made."""
    if not isinstance(request.user, User):
        return render(request, "cards/none.html", {"section": "cards"})
    study = memory.study(request.user, now=clock.now())
    return _prompt(request, study, prefer=as_pk(request.GET.get("card", "")))


def _prompt(request: HttpRequest, study: Study, prefer: int | None = None) -> HttpResponse:
    found = selectors.queue(study)
    turn = selectors.next_turn(study, found, prefer)
    if turn is not None:
        return render(request, "cards/prompt.html", present.prompt(turn.card, turn.face, study, found))
    if _is_htmx(request):
        return _to_cards(request)
    if not selectors.has_cards(study.user):
        return render(request, "cards/none.html", {"section": "cards"})
    coming = messages.next_card(selectors.next_due(study, found), study.day)
    return render(
        request,
        "cards/done.html",
        present.frame(found) | {"coming": coming, "aside": len(selectors.put_aside(study.user))},
    )


def _present_state(request: HttpRequest, study: Study, sentence: str) -> HttpResponse:
    """Say in a sentence why nothing was written, and show where the learner is."""
    notices.info(request, sentence)
    if _is_htmx(request):
        return replace_url(_prompt(request, study), reverse("cards"))
    return redirect("cards")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@learners_only
def show(request: HttpRequest, study: Study) -> HttpResponse:
    """Show the answer side of the card that a token names; ?whole=1: with the whole paragraph. Writes nothing."""
    sent = request.POST if request.method == "POST" else request.GET
    token = sent.get("token", "")
    try:
        promised = promises.opened(token)
    except promises.BadToken:
        return _present_state(request, study, messages.stale("expired"))
    card = access.own_card(study.user, promised.card)
    if card.last_event_id != promised.after:
        return _present_state(request, study, messages.stale("moved_on"))
    found = selectors.queue(study)
    face = selectors.face_shown(promised.face, study.user)
    if face is None or card.pk not in found.order:
        return _present_state(request, study, messages.stale("gone"))
    revealed = selectors.revealed(face, card, found, study.user)
    shown = present.Shown(card, face, promised, token)
    context = present.answer(shown, study, found, revealed, whole="whole" in sent)
    return render(request, "cards/answer.html", context)


@require_POST
@learners_only
def grade(request: HttpRequest, study: Study) -> HttpResponse:
    """Take a grade, and show the next card."""
    try:
        given = Grade(int(request.POST.get("grade", "")))
    except ValueError:
        raise BadRequest("A grade is 1, 2, 3 or 4.") from None
    try:
        event = services.card_grade(
            study=study, token=request.POST.get("token", ""), grade=given, client_uuid=client_uuid(request)
        )
    except services.BadToken:
        return _present_state(request, study, messages.stale("expired"))
    except services.StaleCard as error:
        return _present_state(request, study, messages.stale(error.code))
    if event.grade is not None and event.grade != given:
        return _present_state(request, study, messages.graded_before(Grade(event.grade)))
    if _is_htmx(request):
        return replace_url(_prompt(request, study), reverse("cards"))
    return redirect("cards")


@require_POST
@learners_only
def put_aside(request: HttpRequest, study: Study) -> HttpResponse:
    """Leave the card that a token shows for tomorrow, or put it aside for longer, and show the next one."""
    how = request.POST.get("how", "")
    if how not in ASIDE:
        raise BadRequest("A card is buried or suspended.")
    token = request.POST.get("token", "")
    try:
        event = services.card_put_aside(study=study, token=token, kind=ASIDE[how], client_uuid=client_uuid(request))
    except services.BadToken:
        return _present_state(request, study, messages.stale("expired"))
    except services.StaleCard as error:
        return _present_state(request, study, messages.stale(error.code))
    if event.kind == CardEvent.Kind.SUSPEND:
        notices.info(request, messages.put_aside())
    if _is_htmx(request):
        return replace_url(_prompt(request, study), reverse("cards"))
    return redirect("cards")


@require_POST
@learners_only
def undo(request: HttpRequest, study: Study) -> HttpResponse:
    """Take back the last grade, or the last card put aside, and show its card again."""
    try:
        event = services.session_undo(
            study=study, target=as_pk(request.POST.get("target", "")), client_uuid=client_uuid(request)
        )
    except services.StaleCard as error:
        return _present_state(request, study, messages.stale(error.code))
    if _is_htmx(request):
        return replace_url(_prompt(request, study, prefer=event.card_id), reverse("cards"))
    return redirect(f"{reverse('cards')}?card={event.card_id}")


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Make cards of a fact; a newcomer becomes a guest by it."""
    fact = access.addable_fact(request.user, request.POST.get("fact", ""))
    is_newcomer = not isinstance(request.user, User)
    now = clock.now()
    study = memory.study(learner_ensure(request, now=now), now=now)
    if services.fact_add(study=study, fact=fact):
        sentence = _("This fact is among your cards.")
    else:
        sentence = _("No question asks for this fact yet, so it cannot be a card.")
    if _is_htmx(request) and not is_newcomer:
        return render(request, "cards/_added.html", {"sentence": sentence})
    notices.info(request, sentence)
    if _is_htmx(request):  # signing the guest in has changed the token that guards the page's other forms
        return HttpResponseClientRefresh()
    return ways.back(request, reverse("cards"))
