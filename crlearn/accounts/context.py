"""What every template may know of the person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from crlearn.accounts.models import User

THEMES = ("light", "dark")


def look(request: HttpRequest) -> dict[str, Any]:
    """Return the chosen theme ("light", "dark" or "" for the device's own), whether there is an account or a guest, whether
    single keys are switched off, and whether mail is only printed."""
    theme = request.COOKIES.get("theme", "")
    user = getattr(request, "user", None)
    return {
        "theme": theme if theme in THEMES else "",
        "no_keys": request.COOKIES.get("keys") == "off",
        "has_account": isinstance(user, User) and not user.is_guest,
        "is_guest": isinstance(user, User) and user.is_guest,
        "no_mail": not settings.EMAIL_IS_SENT,
    }
