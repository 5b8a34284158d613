"""Requests as the views know them."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from crlearn.accounts.models import User


class HtmxRequest(HttpRequest):
    """A request of anybody, with what htmx says of it."""

    htmx: HtmxDetails


class LearnerRequest(HtmxRequest):
    """A request of somebody who has a row: a guest or an account."""

    user: User
