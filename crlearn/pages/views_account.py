"""A person's own page: preferences, all that is theirs as a file, and two ways to leave."""

from typing import Any

from django.contrib import messages as notices
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from crlearn.accounts import services
from crlearn.accounts.access import learners_only
from crlearn.accounts.forms import PreferencesForm
from crlearn.accounts.http import LearnerRequest
from crlearn.accounts.models import User
from crlearn.cards import memory
from crlearn.cards import services as cards
from crlearn.cards.forms import StudySettingsForm
from crlearn.lib import clock

OWN_COOKIES = ("theme", "keys", "tz", "messages", "csrftoken", "sessionid")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@learners_only
def account(request: LearnerRequest) -> HttpResponse:
    """Show and keep how somebody is called, when their day begins, and how they study."""
    row = memory.study(request.user, now=clock.now()).row
    sent = request.POST if request.method == "POST" else None
    preferences = PreferencesForm(sent, user=request.user)
    study = StudySettingsForm(sent, instance=row)
    if sent is not None and preferences.is_valid() and study.is_valid():
        _keep(request.user, preferences.cleaned_data, study)
        notices.success(request, _("Kept."))
        return redirect("account")
    context = {"section": "account", "preferences": preferences, "study": study}
    return render(request, "pages/account.html", context, status=422 if sent is not None else 200)


def _keep(user: User, preferences: dict[str, Any], study: StudySettingsForm) -> None:
    services.preferences_set(
        user,
        name=preferences.get("name", user.username),
        time_zone=preferences["time_zone"],
        rollover_hour=preferences["rollover_hour"],
    )
    cards.study_settings_save(row=study.instance, fields=study.changed_data)


@never_cache
@require_safe
@learners_only
def data(request: LearnerRequest) -> HttpResponse:
    """Give all that is kept of a person, as a file of JSON."""
    response = JsonResponse(
        services.person_export(request.user), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response["Content-Disposition"] = 'attachment; filename="crlearn.json"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@learners_only
def erase(request: LearnerRequest) -> HttpResponse:
    """Erase a person and all that is theirs: asked once on the page, and once more after the first yes."""
    if request.method == "POST" and request.POST.get("sure") == "2":
        services.person_erase(request.user)
        return _left(request)
    step = 2 if request.method == "POST" else 1
    return render(request, "pages/erase.html", {"section": "account", "step": step})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this computer: an account signs out; a guest, after a page that says so, is erased. Nothing stays behind.

    The page itself may be come back to, by a reload or after choosing a theme on it.
    """
    is_guest = isinstance(request.user, User) and request.user.is_guest
    if request.method != "POST" and not is_guest:
        return redirect("account")
    if isinstance(request.user, User) and is_guest:
        if "sure" not in request.POST:
            return render(request, "pages/leave.html", {"section": "account"})
        services.person_erase(request.user)
    return _left(request)


def _left(request: HttpRequest) -> HttpResponse:
    """End the session, take every cookie of this site out of the browser, and go home."""
    logout(request)
    response = redirect("home")
    for name in OWN_COOKIES:
        response.delete_cookie(name)
    # Not "cookies": that would take those of every other site under the same domain too, such as a university's.
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
