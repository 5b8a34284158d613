"""People: a learner is a row of User, also before they have an account (a guest)."""

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person. A guest is one whose only key is the browser's session; signing up converts the row in place."""

    is_guest = models.BooleanField(_("guest"), default=False)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", help_text=_("IANA name, such as Europe/Helsinki.")
    )
    time_zone_chosen = models.BooleanField(
        default=False, help_text="Set by the person; the browser's is no longer taken."
    )
    rollover_hour = models.PositiveSmallIntegerField(
        _("the day begins at"),
        default=4,
        validators=[MaxValueValidator(12)],
        help_text=_("Hour of the local clock at which a new study day begins."),
    )
    last_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta(AbstractUser.Meta):
        indexes = [
            # tick: guests idle for 180 days
            models.Index(fields=["last_seen_at"], condition=models.Q(is_guest=True), name="guest_last_seen"),
        ]

    def __str__(self) -> str:
        return str(_("a guest")) if self.is_guest else self.get_username()
