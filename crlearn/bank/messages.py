"""The words of the bank's checks: what is wrong with a question, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from crlearn.bank.lint.rule import Finding

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

GROUNDING: dict[str, _StrPromise] = {
    "quote_orphan": _("this does not stand in {document}: “{quote}”. Copy it from the reading text"),
    "quote_two_passages": _(
        "this runs over the end of a paragraph of {document}: “{quote}”. Give it as two quotations"
    ),
    "quote_unknown_document": _("there is no document {document}; source: is a slug of documents.yaml"),
    "quote_reformatted": _("marks or spaces differ; in {document} it reads “{quote}”. Copy it from the reading text"),
    "other_version": _(
        "the file’s document_sha256 is not the {document} at hand; that is {sha256}. Check the quotations"
    ),
    "quote_ambiguous": _("this stands more than once in {document}: “{quote}”. Add prefix: or suffix:"),
    "wrong_context": _("{key} “{text}” does not stand there. Copy it from the reading text"),
}

FORM: dict[str, _StrPromise] = {}

WHOLE: dict[str, _StrPromise] = {}

IGNORED: dict[str, _StrPromise] = {
    "idle_ignore": _("{rule} finds nothing here; take it out of ignore:"),
    "unknown_rule": _("there is no rule {rule}; take it out of ignore:"),
}

MESSAGES = GROUNDING | FORM | WHOLE | IGNORED

FIGURES: dict[str, _StrPromise] = {}  # code of a measure of the score card → its words


def sentence(finding: Finding) -> str:
    """Return a finding in words."""
    return MESSAGES[finding.code].format(**finding.params)
