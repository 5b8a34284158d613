"""Grounding, first part: every quotation stands in its document, in one place, and is prose (G1, G2, G11)."""

import re
from collections.abc import Iterator

from crlearn.bank.lint.rule import FACTS, Hit, Rule, Subject, block
from crlearn.bank.lint.texts import DocumentText
from crlearn.lib.text import fold
from crlearn.sources.quotations import Place
from crlearn.sources.reading.model import PROSE

SHOWN = 70  # characters of a quotation in a finding
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")


def _stands(subject: Subject) -> Iterator[Hit]:
    for quoted in subject.quotations:
        at = ("evidence", quoted.index)
        if quoted.error and quoted.error != "ambiguous":
            yield block(f"quote_{quoted.error}", at=at, document=quoted.slug, quote=quoted.quote[:SHOWN])
        elif quoted.place and quoted.place.exact != quoted.quote:
            yield block("quote_reformatted", at=at, document=quoted.slug, quote=quoted.place.exact[:SHOWN])
    file = subject.context.bank.by_name(subject.entry.file)
    document = subject.context.documents.get(subject.entry.document or "")
    if document and subject.entry.position == 0 and file.model.document_sha256 != document.entry.sha256:  # type: ignore[union-attr]
        yield block("other_version", document=document.entry.slug, sha256=document.entry.sha256)


def _once(subject: Subject) -> Iterator[Hit]:
    for quoted in subject.quotations:
        at = ("evidence", quoted.index)
        if quoted.error == "ambiguous":
            yield block("quote_ambiguous", at=at, document=quoted.slug, quote=quoted.quote[:SHOWN])
        elif quoted.document and quoted.place:
            evidence = subject.fact.evidence[quoted.index]
            for name, context in (("prefix", evidence.prefix), ("suffix", evidence.suffix)):
                if context and not _framed(quoted.document, quoted.place, name, context):
                    yield block("wrong_context", at=(*at, name), key=name, text=context[:SHOWN])


def _framed(document: DocumentText, place: Place, name: str, context: str) -> bool:
    """Whether the context stands right before or behind a place."""
    wanted, reach = fold(context).text, 2 * len(context) + 10
    if name == "prefix":
        return fold(document.text[max(0, place.start - reach) : place.start]).text.endswith(wanted)
    return fold(document.text[place.end : place.end + reach]).text.startswith(wanted)


FEWEST_WORDS, MOST_SENTENCES = 6, 3


def _prose(subject: Subject) -> Iterator[Hit]:
    for quoted in subject.quotations:
        if not quoted.document or not quoted.place:
            continue
        at = ("evidence", quoted.index)
        kind = quoted.document.reading.blocks[quoted.place.block].kind
        words = len(_WORD.findall(quoted.place.exact))
        count = quoted.document.count(quoted.place)
        if kind not in PROSE:
            yield block("quote_not_prose", at=at, kind=kind.replace("_", " "), quote=quoted.quote[:SHOWN])
        elif words < FEWEST_WORDS:
            yield block("quote_short", at=at, count=words, least=FEWEST_WORDS, quote=quoted.quote[:SHOWN])
        elif count > MOST_SENTENCES:
            yield block("quote_long", at=at, count=count, most=MOST_SENTENCES, quote=quoted.quote[:SHOWN])


RULES = (
    Rule(
        "G1",
        "quotations stand in their documents",
        "2–10 % of machine-made quotations do not stand in the text",
        FACTS,
        _stands,
        (
            "quote_orphan",
            "quote_two_passages",
            "quote_unknown_document",
            "quote_reformatted",
            "other_version",
        ),
    ),
    Rule(
        "G2",
        "quotations stand in one place",
        "Apache Annotator, describeTextQuote",
        FACTS,
        _once,
        ("quote_ambiguous", "wrong_context"),
    ),
    Rule(
        "G11",
        "quotations are prose",
        "readers complain of questions on furniture",
        FACTS,
        _prose,
        ("quote_not_prose", "quote_short", "quote_long"),
    ),
)
