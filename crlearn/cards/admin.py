"""Cards and their events, to look at: what changes them is the learner."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from crlearn.cards.models import Card, CardEvent


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Nothing is added, changed or deleted here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Card)
class CardAdmin(ReadOnlyAdmin):
    list_display = ["fact", "asks", "user", "phase", "due_at", "due_day", "reps", "lapses", "suspended"]
    list_filter = ["phase", "suspended"]
    list_select_related = ["fact", "user"]
    search_fields = ["fact__ref", "user__username"]


@admin.register(CardEvent)
class CardEventAdmin(ReadOnlyAdmin):
    list_display = ["at", "card", "kind", "grade", "source", "study_day", "interval_days", "voided"]
    list_filter = ["kind", "source", "grade", "voided"]
    list_select_related = ["card__fact"]
    search_fields = ["card__fact__ref", "card__user__username"]
    date_hierarchy = "at"
