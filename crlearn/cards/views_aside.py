"""The cards that a learner has put aside: their list, and the way back."""

from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from crlearn.cards import access, messages, selectors, services
from crlearn.cards.memory import Study
from crlearn.cards.views import as_pk, learners_only


@never_cache
@require_safe
@learners_only
def aside(request: HttpRequest, study: Study) -> HttpResponse:
    """Show the cards that are put aside, each with what takes it up again."""
    return render(request, "cards/aside.html", {"section": "cards", "cards": selectors.put_aside(study.user)})


@require_POST
@learners_only
def take_up(request: HttpRequest, study: Study) -> HttpResponse:
    """Take a card up again. A second time nothing more happens."""
    card = access.own_card(study.user, as_pk(request.POST.get("card", "")))
    notices.info(request, messages.taken_up(services.card_take_up(study=study, card=card)))
    return redirect("cards:aside")
