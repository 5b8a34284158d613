"""The bank's score card as a page: what it holds, how much of each document it asks, and how it came out of the lint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from crlearn.bank.models import VocabularyEntry
from crlearn.bank.scorecard import Kept
from crlearn.pages.present_facts import IMPORTANCE
from crlearn.quizzes.forms import KIND_NAMES
from crlearn.sources.models import Document

NATURES = {
    "event": gettext_lazy("Events"),
    "figure": gettext_lazy("Figures"),
    "state": gettext_lazy("States of things"),
    "judgement": gettext_lazy("Judgements"),
    "forecast": gettext_lazy("Forecasts"),
    "definition": gettext_lazy("Definitions"),
}
ORIGINS = {
    "written": gettext_lazy("Written by hand"),
    "edited": gettext_lazy("Generated, then edited"),
    "generated": gettext_lazy("Generated"),
}
CUES = {
    "longest": gettext_lazy("the longest option"),
    "shortest": gettext_lazy("the shortest option"),
    "clang": gettext_lazy("the option with words of the question"),
    "convergence": gettext_lazy("the option most like the others"),
    "twin": gettext_lazy("one of two options that are nearly alike"),
    "hedged": gettext_lazy("the most cautious option"),
    "measured": gettext_lazy("an option without an absolute word"),
    "middle": gettext_lazy("the number in the middle"),
    "position": gettext_lazy("the first place"),
    "majority": pgettext_lazy("cue", "what most of these say"),
}
STEPS = (1, 5, 15)  # questions on a paragraph from which it is drawn darker


@dataclass(frozen=True, slots=True)
class Count:
    """A line of a table: what, how many facts and questions. None: not counted that way."""

    name: str
    facts: int | None
    questions: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A paragraph on a document's map: where it begins and how wide it is, in per cent; level 0 (not asked) to 3."""

    x: str
    width: str
    level: int


@dataclass(frozen=True, slots=True)
class Map:
    """A document's coverage: its bars, and the share of its long paragraphs that are asked, in per cent."""

    document: Document
    bars: list[Bar]
    per_cent: int
    label: str


def bank_page(kept: Kept, documents: Sequence[Document], topics: Sequence[VocabularyEntry]) -> dict[str, Any]:
    """Return the page's context from a kept card."""
    card, held = kept.card, kept.card["held"]
    shorts = {document.slug: document.short for document in documents} | {"across": _("Across documents")}
    names = {topic.slug: topic.name for topic in topics}
    return {
        "kept": kept,
        "facts": held["facts"],
        "questions": held["questions"],
        "tables": [
            (_("By document"), _counts(shorts, held["facts_by_document"], held["questions_by_document"])),
            (_("By topic"), _counts(names, held["facts_by_topic"], held["questions_by_topic"])),
            (_("By weight"), _counts(IMPORTANCE, held["facts_by_importance"], held["questions_by_importance"])),
            (_("By nature"), _counts(NATURES, held["facts_by_nature"], held["questions_by_nature"])),
            (_("By type"), _counts(KIND_NAMES, None, held["questions_by_type"])),
            (_("By origin"), _counts(ORIGINS, None, held["questions_by_origin"])),
        ],
        "maps": _maps(card["documents"], documents),
        "cues": [_cue(row) for row in card["solvers"] if not row["group"]],
        "sound": _per_cent(card["sound"]),
        "recall": _per_cent(card["recall"]),
        "precision": _per_cent(card["precision"]),
        "blocking": card["blocking"],
        "warnings": card["warnings"],
        "silenced": sum(card["silenced"].values()),
    }


def _counts(names: Mapping[str, Any], facts: Mapping[str, int] | None, questions: Mapping[str, int]) -> list[Count]:
    order = [name for name in names if name in questions or (facts and name in facts)]
    return [Count(str(names[name]), facts.get(name, 0) if facts else None, questions.get(name, 0)) for name in order]


def _maps(scores: Sequence[Mapping[str, Any]], documents: Sequence[Document]) -> list[Map]:
    by_slug = {score["document"]: score for score in scores}
    return [_map(document, by_slug[document.slug]) for document in documents if document.slug in by_slug]


def _map(document: Document, score: Mapping[str, Any]) -> Map:
    pieces = score["pieces"]
    words = sum(piece["words"] for piece in pieces) or 1
    bars, before = [], 0
    for piece in pieces:
        width = max(piece["words"] / words * 100 - 0.3, 0.2)
        level = sum(piece["questions"] >= step for step in STEPS)
        bars.append(Bar(f"{before / words * 100:.2f}%", f"{width:.2f}%", level))
        before += piece["words"]
    asked = sum(1 for piece in pieces if piece["questions"])
    label = _("%(asked)d of %(total)d paragraphs are asked") % {"asked": asked, "total": len(pieces)}
    return Map(document, bars, floor(round(score["covered"] * 100, 6)), label)


def _cue(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": CUES.get(row["solver"], row["solver"]),
        "hits": row["hits"],
        "total": row["n"],
        "expected": f"{row['expected']:.0f}",
        "bound": row["bound"],
        "inside": row["hits"] <= row["bound"],
    }


def _per_cent(share: float) -> str:
    """Return a share in words, cut and not rounded: what is not whole is never "100"."""
    return f"{floor(round(share * 1000, 6)) / 10:.1f}".removesuffix(".0")
