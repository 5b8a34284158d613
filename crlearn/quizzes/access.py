"""The one door to attempts: one's own, or 404."""

import uuid
from collections.abc import Sequence

from django.http import Http404
from django.shortcuts import get_object_or_404

from crlearn.accounts.models import User
from crlearn.quizzes.models import Attempt, Item
from crlearn.sources.selectors import Viewer


def own_attempt(viewer: Viewer, public_id: uuid.UUID) -> Attempt:
    """Return the viewer's attempt. Raises Http404 for anybody else's, and for guests without a row. One query."""
    if not isinstance(viewer, User):
        raise Http404
    attempt = get_object_or_404(Attempt, public_id=public_id, user=viewer.pk)
    attempt.user = viewer
    return attempt


def own_item(items: Sequence[Item], position: int) -> Item:
    """Return the item at a position of one's own attempt. Raises Http404."""
    if not 1 <= position <= len(items):
        raise Http404
    return items[position - 1]
