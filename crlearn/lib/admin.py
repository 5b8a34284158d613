"""The administration's pages for what nobody may change by hand."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows to be searched and looked at: not added, changed or deleted."""

    show_full_result_count = False  # it would count the whole table at every search

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[Any]:
        """Return what is shown of a row: every field but those in `exclude`. No form is made of them."""
        fields = (*self.opts.concrete_fields, *self.opts.many_to_many)
        return [field.name for field in fields if field.name not in (self.exclude or ())]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
