"""The documents: their list, one of them to be read, and the way back to its raw characters."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from crlearn.accounts.http import HtmxRequest
from crlearn.bank import selectors as bank
from crlearn.bank.present import place_url
from crlearn.lib import clock
from crlearn.pages import annotations as web
from crlearn.pages import present, raw, selectors
from crlearn.pages.document import document_page
from crlearn.sources.models import Document, DocumentVersion, Passage
from crlearn.sources.selectors import block_of, documents

MOST_DIGITS = 18  # a longer number is none of ours, and would not fit the database


def _document(request: HttpRequest, slug: str) -> tuple[Document, DocumentVersion]:
    """Return a document that the visitor may read, and its current version. Raises Http404."""
    document = get_object_or_404(documents(request.user), slug=slug)
    assert document.current is not None  # documents() asks for it
    return document, document.current


def _quote(request: HttpRequest) -> int | None:
    """Return the pk of the quotation that is looked for (?quote=12), or None."""
    text = request.GET.get("quote", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


@never_cache
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Show every document with its progress."""
    study = selectors.study_of(request.user, clock.now())
    context = {"section": "documents", "rows": selectors.document_rows(request.user, study), "study": study}
    return render(request, "documents/list.html", context)


@never_cache
@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a document to be read, its facts marked; ?quote= marks one quotation as the proof."""
    shown, _ = _document(request, slug)
    study = selectors.study_of(request.user, clock.now())
    quote = _quote(request)
    context = {
        "section": "documents",
        "document": shown,
        "page": document_page(request.user, shown, study, quote),
        "source": present.provenance(shown),
        "study": study,
        "quote": quote,
    }
    return render(request, "documents/document.html", context)


@vary_on_headers("HX-Request")  # or Back shows the fragment that a cache has kept under this address
@require_safe
def raw_passage(request: HtmxRequest, slug: str, number: int) -> HttpResponse:
    """Show the raw characters behind a paragraph, beside it (htmx) or on a page of their own."""
    shown, current = _document(request, slug)
    passage = get_object_or_404(Passage, version=current, number=number)
    quoted = selectors.quotation(request.user, current.pk, _quote(request))
    if quoted and quoted.passage_id != passage.pk:
        quoted = None
    view = raw.around(current.raw_text, block_of(passage).raw, quoted.raw if quoted else ())
    context = {"section": "documents", "document": shown, "passage": passage, "raw": view, "quoted": quoted}
    template = "documents/raw.html#raw" if request.htmx else "documents/raw.html"
    return render(request, template, context)


@vary_on_headers("HX-Request")
@require_safe
def cite(request: HtmxRequest, slug: str, number: int) -> HttpResponse:
    """Show how to cite a paragraph, or the quotation asked for: beside it (htmx) or on a page of its own."""
    shown, current = _document(request, slug)
    passage = get_object_or_404(Passage, version=current, number=number)
    quoted = selectors.quotation(request.user, current.pk, _quote(request))
    if quoted and quoted.passage_id != passage.pk:
        quoted = None
    place = place_url(shown, passage, quoted.pk if quoted else None)
    context = {
        "section": "documents",
        "document": shown,
        "passage": passage,
        "place": place,
        "citations": present.citations(shown, passage, quoted, request.build_absolute_uri(place)),
    }
    return render(request, "documents/cite.html#cite" if request.htmx else "documents/cite.html", context)


@require_safe
def original(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a document's bytes as they were received."""
    _, current = _document(request, slug)
    return HttpResponse(bytes(current.raw), content_type="text/plain; charset=utf-8")


@require_safe
def annotations(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a document's facts and quotations as W3C Web Annotations."""
    shown, current = _document(request, slug)
    hidden = selectors.withheld_from(request.user)
    found = [pair for pair in bank.facts_of_passages(request.user, current.pk) if pair[0].fact_id not in hidden]
    return JsonResponse(
        web.annotation_page(shown, found, request.build_absolute_uri),
        content_type=web.CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
