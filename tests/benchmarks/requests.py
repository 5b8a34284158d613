"""Pages through Django's whole stack, each beside a bare view that sends as many statements and as many bytes."""

import re
import statistics
import time
import uuid
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import include, path

from crlearn.quizzes.models import Item

SAMPLES = 40
urlpatterns = [path("floor/", lambda request: floor(request)), path("", include("crlearn.urls"))]
load = {"statements": 0, "bytes": 0}


def floor(request: HttpRequest) -> HttpResponse:
    """Send as many of the simplest statements as the measured page did, and as many bytes."""
    assert request.user.is_authenticated  # the session and the user are the page's first two statements
    with connection.cursor() as cursor:
        for _ in range(load["statements"] - 2):
            cursor.execute("SELECT id, username FROM accounts_user WHERE id = %s", [request.user.pk])
            cursor.fetchall()
    return HttpResponse("x" * load["bytes"])


def run(line: Callable[..., None]) -> None:
    """Print the medians of the pages of a quiz."""
    with override_settings(ROOT_URLCONF=__name__):
        client = Client()
        answer: list[float] = []
        asked: list[float] = []
        statements = size = 0
        while len(answer) < SAMPLES:
            start = client.post(
                "/quizzes/", {"count": "20", "kinds": "single_choice", "client_uuid": str(uuid.uuid4())}
            )
            attempt = start.headers["Location"]
            for item in Item.objects.filter(attempt__public_id=attempt.split("/")[2]).order_by("position"):
                url = f"{attempt}{item.position}/"
                page = timed(asked, lambda url=url: client.get(url, headers={"hx-request": "true"}))
                form = filled(page.content.decode())
                with CaptureQueriesContext(connection) as queries:
                    shown = timed(
                        answer, lambda url=url, form=form: client.post(url, form, headers={"hx-request": "true"})
                    )
                statements, size = len(queries), len(shown.content)
        load.update(statements=statements, bytes=size)
        least: list[float] = []
        for _ in range(SAMPLES):
            timed(least, lambda: client.get("/floor/"))
        bare = statistics.median(least)
        line("a question's page", statistics.median(asked), bare, "bare view")
        line(f"submit an answer ({statements} statements)", statistics.median(answer), bare, "bare view")
        for name, url in (("home", "/"), ("a document", "/documents/cfr-2024/")):
            times: list[float] = []
            for _ in range(SAMPLES):
                timed(times, lambda url=url: client.get(url))
            line(name, statistics.median(times), bare, "bare view")


def timed(times: list[float], request: Callable[[], HttpResponse]) -> HttpResponse:
    """Make a request and keep how long it took."""
    start = time.perf_counter()
    response = request()
    times.append(time.perf_counter() - start)
    assert response.status_code == 200, response.status_code
    return response


def filled(page: str) -> dict[str, str]:
    """Return a form's fields with the first choice of each, or some words."""
    form = {"client_uuid": str(uuid.uuid4())}
    for name in re.findall(r'name="(answer[^"]*)"', page):
        form.setdefault(name, "1")
    return form
