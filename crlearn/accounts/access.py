"""Doors for pages that need a person: anybody with a row, or only those with an account."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from crlearn.accounts.models import User

View = Callable[..., HttpResponseBase]


def learners_only(view: View) -> View:
    """Let in guests and accounts; send others to the sign-in page, and back afterwards."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        return view(request, *args, **kwargs)

    return inner


def accounts_only(view: View) -> View:
    """Keep guests out of what only an account has (a password, an email): they are asked to make one."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if isinstance(request.user, User) and request.user.is_guest:
            return redirect("account_signup")
        return view(request, *args, **kwargs)

    return inner
