"""What a posted form may hold besides its fields: the identity that makes a second sending harmless."""

import uuid

from django.http import HttpRequest


def client_uuid(request: HttpRequest) -> uuid.UUID:
    """Return the form's own identity (field client_uuid); a form without a good one gets a new one, so nothing is lost."""
    try:
        return uuid.UUID(request.POST.get("client_uuid", ""))
    except ValueError:
        return uuid.uuid4()


def posted(request: HttpRequest) -> dict[str, list[str]]:
    """Return a posted form as plain data: field → values."""
    return {name: [str(value) for value in values] for name, values in request.POST.lists()}
