"""What the pages of facts get: plain data and words."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crlearn.bank.kinds import KINDS
from crlearn.bank.models import Disagreement, DisagreementClaim, QuestionVersion, VocabularyEntry
from crlearn.bank.present import fact_url, proof_data, revealed_data
from crlearn.lib.dates import edtf_text
from crlearn.pages.facts import LISTS, FactPage, Known, Side, Year
from crlearn.quizzes.forms import KIND_NAMES

LIST_NAMES = {
    "people": gettext_lazy("People"),
    "organisations": gettext_lazy("Organisations"),
    "treaties": gettext_lazy("Treaties and texts"),
    "places": gettext_lazy("Places"),
    "things": gettext_lazy("Weapons, projects, events"),
}
IMPORTANCE = {
    "core": gettext_lazy("Core fact"),
    "detail": gettext_lazy("Detail"),
    "minor": gettext_lazy("Minor fact"),
}
NATURE = {
    "event": gettext_lazy("an event"),
    "figure": gettext_lazy("a figure"),
    "state": gettext_lazy("a state of things"),
    "judgement": gettext_lazy("a judgement"),
    "forecast": gettext_lazy("a forecast"),
    "definition": gettext_lazy("a definition"),
}
DIFFER = {
    Disagreement.Kind.CONTRADICTION: gettext_lazy("Both cannot be so."),
    Disagreement.Kind.UPDATE: gettext_lazy("One is newer than the other."),
    Disagreement.Kind.MEASURE: gettext_lazy("They measure different things."),
    Disagreement.Kind.DEGREE: gettext_lazy("They differ in degree."),
    Disagreement.Kind.ATTRIBUTION: gettext_lazy("They name different holders."),
}


def rows(listed: Sequence[Known]) -> list[dict[str, Any]]:
    """Return facts as lists take them: address, statement, date in words, documents, and how well each is known."""
    return [
        {
            "url": fact_url(one.fact),
            "statement": one.says.statement,
            "when": edtf_text(one.says.when),
            "sigla": [document.siglum for document in one.told],
            "state": one.state,
        }
        for one in listed
    ]


def year_data(one: Year) -> dict[str, Any]:
    """Return a year of the timeline: its id on the page, its heading, its first year, and its events as `rows` has them."""
    return {
        "id": f"y{one.vague or one.year}",
        "heading": capfirst(edtf_text(one.vague)) or str(one.year),
        "year": one.year,
        "events": rows(one.events),
    }


def disagreement_url(row: Disagreement) -> str:
    """Return a disagreement's address."""
    return reverse("disagreement", args=[row.ref.rsplit("/", 1)[-1]])


def fact_data(page: FactPage) -> dict[str, Any]:
    """Return a fact's page as its template takes it."""
    return {
        "fact": page.fact,
        "says": page.says,
        "state": page.state,
        "when": edtf_text(page.says.when),
        "as_of": edtf_text(page.says.as_of),
        "importance": IMPORTANCE.get(page.fact.importance, ""),
        "nature": NATURE.get(page.fact.nature, ""),
        "topics": page.topics,
        "entities": page.entities,
        "disagreements": [(disagreement_url(row), DIFFER[Disagreement.Kind(row.kind)]) for row in page.disagreements],
        "questions": [_question(version) for version in page.questions],
        **revealed_data(page.revealed),
    }


def _question(version: QuestionVersion) -> dict[str, Any]:
    """Return a question with its key in words; gap: what stands before and after it, in a sentence with one."""
    content: Any = KINDS[version.kind].load(version.content)
    return {
        "kind": KIND_NAMES[version.kind],
        "prompt": version.prompt,
        "gap": (content.parts[0], content.parts[2]) if version.kind == "cloze" else (),
        "keys": _keys(version.kind, content),
        "group": version.question.is_group,
    }


def _keys(kind: str, content: Any) -> list[str]:
    match kind:
        case "single_choice" | "multiple_choice":
            return [option.text for option in content.keys]
        case "true_false":
            return [_("True") if content.answer else _("False")]
        case "cloze" | "short_answer":
            return [content.key]
        case "numeric":
            return [f"{content.answer} {content.unit or ''}".strip()]
        case "matching":
            return [f"{pair.left} → {pair.right}" for pair in content.pairs]
        case _:
            return [step.text for step in content.steps]


def by_topic(differences: Sequence[tuple[Disagreement, list[DisagreementClaim]]]) -> dict[str, list[dict[str, Any]]]:
    """Return topic → its disagreements, each with its address, how it differs, and its claims in short."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row, claims in differences:
        data = {"url": disagreement_url(row), "differ": DIFFER[Disagreement.Kind(row.kind)], "claims": claims}
        found.setdefault(row.topic.name if row.topic else _("Other matters"), []).append(data)
    return found


def disagreement_data(row: Disagreement, sides: Sequence[Side]) -> dict[str, Any]:
    """Return a disagreement's page: its claims, each with its passages, and how to read them together."""
    return {
        "topic": row.topic,
        "differ": DIFFER[Disagreement.Kind(row.kind)],
        "note": row.note,
        "sides": [
            {
                "says": side.claim.says,
                "siglum": side.claim.fact.document.siglum if side.claim.fact.document else "",
                "url": fact_url(side.claim.fact),
                "newest": side.newest,
                "proofs": [proof_data(proof) for proof in side.proofs],
            }
            for side in sides
        ],
    }


def lists() -> list[tuple[str, Any]]:
    """Return (name of the address, heading) of every list of entities."""
    return list(LIST_NAMES.items())


def list_of(entity: VocabularyEntry) -> str:
    """Return the name of the list that an entity stands in."""
    return next((name for name, kinds in LISTS.items() if entity.entry.get("kind") in kinds), "things")
