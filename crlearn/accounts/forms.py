"""What somebody may say of themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from crlearn.accounts.adapter import AccountAdapter
from crlearn.accounts.models import User
from crlearn.accounts.zones import zone_choices

LATEST_ROLLOVER = 12


class PreferencesForm(forms.Form):
    """A person's name, time zone and when their day begins; `services.preferences_set` keeps them."""

    name = forms.CharField(label=_("Your name"), max_length=150, widget=forms.TextInput({"autocomplete": "username"}))
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)
    rollover_hour = forms.TypedChoiceField(
        label=_("Your day begins at"),
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in range(LATEST_ROLLOVER + 1)],
        help_text=_("Cards of a day come from this hour on, so that a late evening still counts as the same day."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "name": user.username,
            "time_zone": user.time_zone if user.time_zone_chosen else "",
            "rollover_hour": user.rollover_hour,
        }
        super().__init__(*args, **kwargs)
        self.user = user
        if user.is_guest:
            del self.fields["name"]
        zones = self.fields["time_zone"]
        assert isinstance(zones, forms.ChoiceField)
        zones.choices = [("", _("As my browser says")), *zone_choices()]

    def clean_name(self) -> str:
        """Return the name. Raises ValidationError where it is not free, or not allowed."""
        name: str = self.cleaned_data["name"]
        if name.lower() == self.user.username.lower():
            return User.normalize_username(name)
        return AccountAdapter().clean_username(name)
