"""A document's facts as W3C Web Annotations (https://www.w3.org/TR/annotation-model/)."""

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse

from crlearn.bank.models import FactVersion
from crlearn.bank.present import place_url
from crlearn.sources.models import Document, Evidence

CONTENT_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def annotation_page(
    document: Document, found: Sequence[tuple[FactVersion, Evidence]], absolute: Callable[[str], str]
) -> dict[str, Any]:
    """Return an AnnotationPage with one annotation for each fact and quotation; `absolute` completes an address."""
    here = absolute(reverse("annotations", args=[document.slug]))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": here,
        "type": "AnnotationPage",
        "items": [annotation(document, fact, evidence, absolute) for fact, evidence in found],
    }


def annotation(
    document: Document, fact: FactVersion, evidence: Evidence, absolute: Callable[[str], str]
) -> dict[str, Any]:
    """Return one quotation as an annotation: its fact as the body; it selects in the reading text and in the raw file."""
    here = absolute(reverse("annotations", args=[document.slug]))
    passage = evidence.passage
    reading = {
        "source": absolute(reverse("document", args=[document.slug])),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.exact,
                "prefix": evidence.prefix,
                "suffix": evidence.suffix,
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    }
    received = {
        "source": absolute(reverse("original", args=[document.slug])),
        "selector": [{"type": "TextPositionSelector", "start": start, "end": end} for start, end in evidence.raw],
    }
    return {
        "id": f"{here}#{fact.pk}-{evidence.pk}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "format": "text/plain", "value": fact.statement},
        "target": [reading, received],
        "rights": document.licence or None,
        "via": absolute(place_url(document, passage, evidence.pk)) if passage else None,
    }
