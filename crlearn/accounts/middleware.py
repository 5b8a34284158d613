"""The learner's own clock in every request."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from crlearn.accounts import services
from crlearn.accounts.models import User
from crlearn.accounts.zones import browser_zone
from crlearn.lib import clock

GetResponse = Callable[[HttpRequest], HttpResponse]
UNSEEN = ("/healthz",)  # asked by machines: no session is opened for them


def local_time(get_response: GetResponse) -> GetResponse:
    """Show times in the learner's zone, and note that they were here."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info in UNSEEN:
            return get_response(request)
        zone = browser_zone(request)
        if isinstance(request.user, User):
            if services.seen(request.user, zone=zone, now=clock.now()):
                request.session.modified = True  # the cookie lives on from this visit, not from the first one
            zone = request.user.time_zone
        with timezone.override(ZoneInfo(zone) if zone else None):
            return get_response(request)

    return middleware
