"""What a learner chooses a quiz to be of, and what they say of a question."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from crlearn.bank import selectors as bank
from crlearn.bank.kinds import KINDS
from crlearn.quizzes.pool import Choice
from crlearn.sources.selectors import Viewer, documents

COUNTS = (5, 10, 20)
KIND_NAMES = {
    "single_choice": _("One right answer"),
    "multiple_choice": _("Several right answers"),
    "true_false": _("True or false"),
    "cloze": _("Fill the gap"),
    "short_answer": _("Short answer"),
    "numeric": _("A figure"),
    "matching": _("Matching"),
    "ordering": _("Put in order"),
}


class ChoiceForm(forms.Form):
    """Documents, topics, types and number of questions; nothing ticked means all."""

    count = forms.TypedChoiceField(
        label=_("How many questions"),
        coerce=int,
        choices=[(count, str(count)) for count in COUNTS],
        initial=10,
        widget=forms.RadioSelect,
    )
    documents = forms.MultipleChoiceField(label=_("From"), required=False, widget=forms.CheckboxSelectMultiple)
    topics = forms.MultipleChoiceField(label=_("About"), required=False, widget=forms.CheckboxSelectMultiple)
    since = forms.IntegerField(label=_("What happened from the year"), required=False, min_value=1, max_value=9999)
    until = forms.IntegerField(label=_("to the year"), required=False, min_value=1, max_value=9999)
    kinds = forms.MultipleChoiceField(
        label=_("Types"),
        required=False,
        choices=[(name, KIND_NAMES[name]) for name in KINDS],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = list(documents(viewer))
        topics = dict(bank.topics(viewer).values_list("slug", "name"))
        self.names = {document.slug: document.short for document in listed} | topics
        self._offer("documents", {document.slug: f"{document.short}: {document.title}" for document in listed})
        self._offer("topics", topics)

    def _offer(self, name: str, choices: Mapping[str, str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(choices.items())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            self.add_error("until", _("The span ends before it begins."))
        return data

    def choice(self) -> Choice:
        """Return the valid form as a choice."""
        return Choice(**{field.name: self.cleaned_data[field.name] for field in fields(Choice)})

    def chosen_names(self) -> list[str]:
        """Return the chosen documents and topics as they are called, for the name of the quiz."""
        chosen: Sequence[str] = [*self.cleaned_data["documents"], *self.cleaned_data["topics"]]
        since, until = (str(self.cleaned_data[name] or "") for name in ("since", "until"))
        span = since if since == until else f"{since}–{until}"
        return [self.names[slug] for slug in chosen] + ([span] if since or until else [])


class ReportForm(forms.Form):
    """What is wrong with a question, in the learner's words."""

    text = forms.CharField(
        max_length=2000,
        error_messages={"required": _("Say what is wrong with it, then send it.")},
    )
