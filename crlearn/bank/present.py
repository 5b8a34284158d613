"""What templates get of proofs: plain data, so that every page shows them the same way."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from crlearn.bank.models import Disagreement, Fact
from crlearn.bank.reveals import Proof, Revealed
from crlearn.lib.dates import edtf_text
from crlearn.sources.models import Document, Passage


def place_url(document: Document, passage: Passage, evidence_pk: int | None = None) -> str:
    """Return where a passage stands in its document, with a quotation to be marked there."""
    query = f"?quote={evidence_pk}" if evidence_pk else ""
    anchor = f"#p{passage.number}" if passage.number else ""
    return f"{reverse('document', args=[document.slug])}{query}{anchor}"


def cite_url(document: Document, passage: Passage, evidence_pk: int) -> str:
    """Return where a quotation is shown with its citation; "" for what has no permalink."""
    if not passage.number:
        return ""
    return f"{reverse('cite', args=[document.slug, passage.number])}?quote={evidence_pk}"


def document_data(document: Document) -> dict[str, str]:
    """Return what a citation names of a document."""
    return {
        "short": document.short,
        "title": document.title,
        "publisher": document.publisher,
        "date": edtf_text(document.published),
        "kind": document.kind,
    }


def fact_url(fact: Fact) -> str:
    """Return a fact's address."""
    return reverse("fact", args=fact.ref.split("/", 1))


def proof_data(proof: Proof) -> dict[str, Any]:
    """Return a proof as parts/_proof.html takes it."""
    facts = [proof.fact, *proof.also]
    return {
        "document": document_data(proof.document),
        "siglum": proof.document.siglum,
        "passage_number": proof.passage.number,
        "place_url": place_url(proof.document, proof.passage, proof.evidence.pk),
        "cite_url": cite_url(proof.document, proof.passage, proof.evidence.pk),
        "segments": proof.segments,
        "sentence": _sentence(proof.segments),
        "further": proof.further,
        "holder": _joined(fact.holder for fact in facts),
        "as_of": _joined(edtf_text(fact.as_of) for fact in facts),
        "slip": " ".join(dict.fromkeys(fact.slip for fact in facts if fact.slip)),
        "says": proof.says,
    }


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _sentence(segments: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return what is marked of a paragraph alone; nothing where that is all of it."""
    marked = [segment for segment in segments if segment["mark"] in {"proof", "counter"}]
    if not any(segment["text"].strip() for segment in segments if segment not in marked):
        return []
    gap = {"text": " … ", "mark": ""}
    return [piece for segment in marked for piece in (gap, segment)][1:]


def revealed_data(revealed: Revealed) -> dict[str, Any]:
    """Return a reveal as the verdict and card pages take it."""
    own = {proof.document.pk for proof in revealed.proofs}
    return {
        "proofs": [proof_data(proof) for proof in revealed.proofs],
        "others": [
            proof_data(other) | {"label": other_label(other.kind, here=other.document.pk in own)}
            for other in revealed.others
        ],
        "notes": revealed.notes,
        "statements": [fact.statement for fact in revealed.facts],
    }


def other_label(kind: str, *, here: bool) -> str:
    """Return how the other side of a disagreement is announced. here: it stands in the document that is shown already."""
    contradicts = kind == Disagreement.Kind.CONTRADICTION
    if here:
        return (
            _("The document says otherwise elsewhere")
            if contradicts
            else _("Elsewhere the document puts it differently")
        )
    return _("Another document says otherwise") if contradicts else _("Another document puts it differently")
