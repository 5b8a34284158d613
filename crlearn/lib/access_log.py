"""One line in the log for each request in production: what, how it ended, how long it took."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

log = logging.getLogger("crlearn.request")
GetResponse = Callable[[HttpRequest], HttpResponse]


def access_log(get_response: GetResponse) -> GetResponse:
    """Log every request but health checks."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = get_response(request)
        if request.path != "/healthz":
            milliseconds = round((time.perf_counter() - start) * 1000, 1)
            # the route, not the path: a path may hold the key of a password reset
            route = request.resolver_match.route if request.resolver_match else "?"
            fields = {"route": route, "status_code": response.status_code, "milliseconds": milliseconds}
            log.info("%s /%s", request.method, route, extra=fields)
        return response

    return middleware
