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
    "quote_not_prose": _("“{quote}” stands in a {kind}. Quote the prose that says it"),
    "quote_short": _("“{quote}” has {count} words; quote the {least} or more that say it"),
    "quote_long": _("this quotation runs over {count} sentences; {most} are the most. Quote what bears the fact"),
    "undated": _("a {nature} changes. Say in the prompt when it held: a year, “as of”, or a dated source (CFR 2024)"),
    "undated_now": _("“{word}” is another day for each reader. Say the year, or name a dated source (CFR 2024)"),
    "other_year": _(
        "the years of the prompt ({years}) do not say when the fact held ({as_of}). Add that, or a dated source"
    ),
    "points_at_text": _(
        "“{words}” points at a text that is not there when this is asked. Name the document, or ask without it"
    ),
    "opens_with_pronoun": _("“{word}” stands for something that the question has not named. Say what it is"),
    "acronym": _(
        "{acronym} is neither spelled out here nor in vocabulary.yaml. Spell it out, or add it to the glossary"
    ),
    "holder_unnamed": _(
        "this is held by {holder}, and the question states it as a fact. Name them; the publisher is not enough"
    ),
    "hedge_lost": _("the source says “{hedge}”, the question has no doubt. Keep the doubt, or ask what is certain"),
    "negation_lost": _("the quotation denies this (“{word}”), the question affirms it. Check which of them is right"),
    "negation_added": _("the question denies this (“{word}”), the quotation affirms it. Check which of them is right"),
    "negation_count": _("one negation more or less than in the quotation (“{word}”). Check what is said"),
    "opposite": _("the question says “{word}” where the quotation says the opposite. Check what is said"),
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
