"""Signing up, signing in: allauth's views, where a guest needs something else."""

from typing import Any

from allauth.account import views as allauth
from django.contrib.auth.views import redirect_to_login
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from crlearn.accounts.adapter import AccountAdapter
from crlearn.accounts.models import User


class SignupView(allauth.SignupView):  # type: ignore[misc]
    """Make an account, all of it or nothing: where it fails, a guest stays the guest they were."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save and sign in; a name that somebody else took in this very moment is said like any other mistake."""
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
        except IntegrityError:
            form.add_error("username", AccountAdapter.error_messages["username_taken"])
            refused: HttpResponse = self.form_invalid(form)
            return refused
        return response


def logout(request: HttpRequest) -> HttpResponseBase:
    """Sign out of an account. A guest has none: leaving erases them, which their page says first."""
    if isinstance(request.user, User) and request.user.is_guest:
        return redirect("account")
    response: HttpResponseBase = allauth.logout(request)
    return response


def admin_login(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    """Sign in to the administration where everybody signs in: with its limits, and with what the guest had done."""
    return redirect_to_login(request.GET.get("next") or "/admin/")
