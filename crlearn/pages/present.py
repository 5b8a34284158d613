"""What the pages of documents say of a document: where it comes from and how that is known."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crlearn.lib.dates import edtf_text
from crlearn.sources import citation
from crlearn.sources.models import Document, Evidence, Passage

KNOWN_NAMES = {
    "title": gettext_lazy("title"),
    "publisher": gettext_lazy("publisher"),
    "author": gettext_lazy("author"),
    "published": gettext_lazy("date"),
    "kind": gettext_lazy("kind"),
    "language": gettext_lazy("language"),
    "licence": gettext_lazy("licence"),
    "url": gettext_lazy("address"),
}
HOW = {
    "in the text": gettext_lazy("From the document itself: %(names)s."),
    "inferred": gettext_lazy("Inferred from what it says: %(names)s."),
    "general knowledge": gettext_lazy("Known from elsewhere: %(names)s."),
}


def source_line(document: Document) -> str:
    """Return publisher and date in a line: "Council on Foreign Relations, 2024"; it begins a sentence."""
    return ", ".join(part for part in (capfirst(document.publisher), edtf_text(document.published)) if part)


def is_repost(document: Document) -> bool:
    """Return whether a document is in other words than the work it retells, and must not be quoted as that work."""
    return "repost" in document.kind.casefold()


def provenance(document: Document) -> dict[str, Any]:
    """Return what the page says under "What this is": publisher and date, kind, repost, how each thing is known, licence, address."""
    known: list[str] = []
    for how, sentence in HOW.items():
        names = [str(name) for key, name in KNOWN_NAMES.items() if document.known.get(key) == how]
        if names:
            known.append(str(sentence) % {"names": ", ".join(names)})
    unknown = [str(name) for key, name in KNOWN_NAMES.items() if key != "licence" and not getattr(document, key)]
    if unknown:
        known.append(_("Not known: %(names)s.") % {"names": ", ".join(unknown)})
    return {
        "line": source_line(document),
        "kind": document.kind,
        "repost_of": document.short.split()[0] if is_repost(document) else "",
        "known": known,
        "licence": document.licence,
        "url": document.url,
    }


def supplied_title(document: Document) -> bool:
    """Return whether the title is not the document's own; in brackets, as editors do it."""
    return document.title.startswith("[") and document.title.endswith("]")


def citations(document: Document, passage: Passage, quoted: Evidence | None, place: str) -> list[dict[str, str]]:
    """Return a quotation with its citation in each style, ready to be copied: {name, id, text}.

    quoted: none for the whole paragraph. place: the permalink, host included.
    """
    cited = citation.Cited(
        key=document.slug,
        title=document.title,
        author=document.author,
        publisher=document.publisher,
        published=document.published,
        kind=document.kind,
        url=document.url,
        paragraph=passage.number,
        place=place,
    )
    words = f"“{quoted.exact if quoted else passage.text}”"
    return [
        {"name": "Chicago", "id": "chicago", "text": f"{words}\n\n{citation.chicago(cited)}"},
        {"name": "APA", "id": "apa", "text": f"{words} {citation.apa_in_text(cited)}\n\n{citation.apa(cited)}"},
        {"name": "BibTeX", "id": "bibtex", "text": citation.bibtex(cited)},
        {"name": _("Link"), "id": "link", "text": place},
    ]
