"""How sign-up and sign-in treat a guest: the guest's row becomes the account, or is merged into it."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import filter_users_by_email
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from crlearn.accounts import services
from crlearn.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter with the places where a guest meets an account, and this site's words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("That email and password do not match. Check both and try again."),
        "username_password_mismatch": _("That name and password do not match. Check both and try again."),
        "email_taken": _("There is an account with this email already. Sign in to it, or give another one."),
        "username_taken": _("Somebody has this name already. Choose another one."),
        "username_blacklisted": _("This name cannot be given. Choose another one."),
        "too_many_login_attempts": _("Too many tries went wrong. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Send somebody who has an account to their day: a second one would only take their place."""
        if isinstance(request.user, User) and not request.user.is_guest:
            raise ImmediateHttpResponse(redirect("home"))
        return True

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Return the name as it will be stored. Raises ValidationError: taken, not allowed, or like a guest's.

        An email may serve as the name, unless it is somebody's already.
        """
        username = User.normalize_username(username)
        if username.lower().startswith(services.GUEST_PREFIX):
            raise self.validation_error("username_blacklisted")
        name: str = super().clean_username(username, shallow)
        if not shallow and is_email(name) and filter_users_by_email(name):
            raise self.validation_error("email_taken")
        return name

    def new_user(self, request: HttpRequest) -> Any:
        """Return the row that sign-up fills in: the guest's own, so that all of it is kept."""
        if isinstance(request.user, User) and request.user.is_guest:
            return services.guest_converted(request.user)
        return super().new_user(request)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> Any:
        """Fill in and save the new account; a name that is an email is taken as the email too, so that it can be reset."""
        data = form.cleaned_data
        if not data.get("email") and is_email(data["username"]):
            data["email"] = data["username"].lower()
        return super().save_user(request, user, form, commit)

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in under a new session key, and bring along what the browser's guest had done: both or neither."""
        guest = request.user if isinstance(request.user, User) and request.user.is_guest else None
        with transaction.atomic():
            if guest is not None and guest.pk != user.pk:
                services.people_merge(source=guest, target=user)
            elif guest is not None:
                update_session_auth_hash(request, user)  # the same person goes on: Django would empty the session
            super().login(request, user)


def is_email(text: str) -> bool:
    """Return whether a text is an email address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
