"""How somebody wants to study."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from crlearn.cards.models import StudySettings
from crlearn.cards.scheduling import INTERVAL_BOUNDS, RETENTION_BOUNDS

MOST_PER_DAY = 9999


class PercentField(forms.IntegerField):
    """A share kept as a decimal (0.90) and asked in per cent (90)."""

    def prepare_value(self, value: Any) -> Any:
        """Return a stored share as a whole number of per cent; what was typed stays as it was typed."""
        return round(value * 100) if isinstance(value, Decimal | float) else value

    def clean(self, value: Any) -> Any:
        """Return the share as a decimal. Raises ValidationError."""
        percent = super().clean(value)
        return None if percent is None else Decimal(percent) / 100

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether another share was typed than was stored."""
        return super().has_changed(self.prepare_value(initial), data)


class StudySettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The settings of the cards; each says in one line what it does. `services.study_settings_save` keeps them."""

    desired_retention = PercentField(
        label=_("How much to remember, in per cent"),
        help_text=_("Cards come back when you are about to fall under it. Higher means more reviews; 90 suits most."),
        min_value=round(RETENTION_BOUNDS[0] * 100),
        max_value=round(RETENTION_BOUNDS[1] * 100),
    )
    new_per_day = forms.IntegerField(
        label=_("New cards a day"),
        help_text=_(
            "How many cards you meet for the first time in a day’s sessions. What a quiz asked does not count."
        ),
        min_value=0,
        max_value=MOST_PER_DAY,
    )
    reviews_per_day = forms.IntegerField(
        label=_("Reviews a day"),
        help_text=_("How many cards come back to you in a day’s sessions; what is over waits until the next day."),
        min_value=0,
        max_value=MOST_PER_DAY,
    )
    maximum_interval = forms.IntegerField(
        label=_("Longest interval, in days"),
        help_text=_("No card stays away longer than this, however well you know it."),
        min_value=INTERVAL_BOUNDS[0],
        max_value=INTERVAL_BOUNDS[1],
    )
    two_buttons = forms.BooleanField(
        label=_("Two buttons instead of four"),
        help_text=_("Only Forgot and Good. You decide faster, and the cards learn your memory as well."),
        required=False,
    )

    class Meta:
        model = StudySettings
        fields = ["desired_retention", "new_per_day", "reviews_per_day", "maximum_interval", "two_buttons"]
