"""What belongs to the site as a whole: its theme, what it says of itself, and whether it is well."""

from django.core.exceptions import BadRequest
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from crlearn.accounts.context import THEMES
from crlearn.lib import ways

A_YEAR = 365 * 24 * 3600


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep how the pages look in a cookie: light, dark, or (empty) like the device; then go back."""
    chosen = request.POST.get("theme", "")
    if chosen not in (*THEMES, ""):
        raise BadRequest("theme is light, dark or empty")
    response = ways.back(request, "/")
    if chosen:
        response.set_cookie("theme", chosen, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Keep in a cookie whether single keys press what they are shown on; speech input types them by accident."""
    chosen = request.POST.get("keys", "")
    if chosen not in {"on", "off"}:
        raise BadRequest("keys is on or off")
    response = ways.back(request, "/")
    if chosen == "off":
        response.set_cookie("keys", chosen, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    else:
        response.delete_cookie("keys", samesite="Lax")
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what this is."""
    return render(request, "pages/about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of a person, where and how long."""
    return render(request, "pages/privacy.html")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for an icon beside what is no page (a document's original) to the site's own."""
    return redirect(static("crlearn/favicon.svg"))


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say "ok" when the database answers; 503 when it does not. Opens no session."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except Error:
        return HttpResponse("the database does not answer", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
