"""The way back from a form that may stand on any page."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """Go to where the form says that it came from (its field "next"), if that is an address of this site; or to `otherwise`.

    Not by django.shortcuts.redirect: that takes a text without a slash for the name of a view.
    """
    asked = request.POST.get("next", "")
    hosts, secure = {request.get_host()}, request.is_secure()
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, hosts, require_https=secure)
    return HttpResponseRedirect(asked if is_ours else otherwise)
