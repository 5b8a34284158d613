"""People in the administration."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from crlearn.accounts import services, views
from crlearn.accounts.models import User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    """Accounts and guests. Deleting one erases all that is theirs, as they could do themselves."""

    list_display = ["username", "email", "is_guest", "is_staff", "last_seen_at", "date_joined"]
    list_filter = ["is_guest", "is_staff", "is_superuser", "is_active"]
    ordering = ["-date_joined"]
    show_full_result_count = False
    readonly_fields = ["is_guest", "last_seen_at", "last_login", "date_joined"]
    fieldsets = [
        *(DjangoUserAdmin.fieldsets or ()),
        (_("Study"), {"fields": ["is_guest", "time_zone", "time_zone_chosen", "rollover_hour", "last_seen_at"]}),
    ]

    def get_deleted_objects(
        self, objs: Iterable[User], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """Return what is listed before the last yes: the people. What is theirs goes too, by the service, not row by row."""
        people = [str(user) for user in objs]
        return people, {str(self.opts.verbose_name_plural): len(people)}, set(), []

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        services.person_erase(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            services.person_erase(user)


admin.site.login = views.admin_login  # type: ignore[method-assign]
