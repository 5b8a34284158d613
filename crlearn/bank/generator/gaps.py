"""Gaps on the best value of a quotation that nothing asks for yet."""

from collections.abc import Iterator

from crlearn.bank.generator.asked import Asked, asked_of, asks_of
from crlearn.bank.generator.corpus import Corpus, Known, Quote
from crlearn.bank.generator.draft import Draft, digest, draft_id
from crlearn.bank.generator.lead import lead, noun
from crlearn.bank.generator.sentence import covering, gapped
from crlearn.bank.spans import Span

_FIGURES = ("money", "percent", "count", "ordinal")


def gaps(fact: Known, corpus: Corpus) -> Iterator[Draft]:
    """Yield a gap for each value of a fact's quotations that can be asked, the best first."""
    if fact.entry.document is None:  # each of its sides is a fact of its own, and asked there
        return
    asked = list(asked_of(fact, corpus))
    found: dict[str, tuple[tuple[int, int], Quote, str, Span, str]] = {}
    for index, quote in enumerate(fact.quotes):
        for sentence in quote.begun:
            for span in corpus.spans(sentence):
                if not _worth(span, fact, corpus) or not (text := gapped(sentence, *covering(sentence, span), corpus)):
                    continue
                if asks := _asks(span, asked, corpus):
                    rank = (_rank(span, fact), index)
                    if asks not in found or rank < found[asks][0]:
                        found[asks] = (rank, quote, sentence, span, text)
    for asks, (rank, quote, sentence, span, text) in found.items():
        prompt = lead(quote, fact, sentence, span, corpus)
        content = {"asks": asks, "type": "cloze", "prompt": prompt, "text": text}
        if span.type == "entity":
            content["entity"] = span.value
        place = (30 + rank[0] * 5 + rank[1], asks)
        yield Draft(fact.ref, "cloze", draft_id("cloze", quote.seed, asks), content, place)


def _worth(span: Span, fact: Known, corpus: Corpus) -> bool:
    """Whether a value is worth a gap: a name that the fact is about and not every fact, no “first”, no “two”."""
    match span.type:
        case "entity":
            return span.value in fact.model.about and span.value not in corpus.common
        case "ordinal":
            return span.value != "1"
        case "count":
            return span.value not in ("1", "2") and not span.value.startswith(("1 ", "2 "))
        case "money" | "percent" | "year" | "period" | "decade":
            return True
        case "month":
            return not span.value.startswith("XXXX")
    return False


def _rank(span: Span, fact: Known) -> int:
    """Figures first where the fact is one, then names, then other figures, and bare dates last."""
    if span.type in _FIGURES:
        return 0 if fact.model.nature == "figure" else 2
    return 1 if span.type == "entity" else 3


def _asks(span: Span, asked: list[Asked], corpus: Corpus) -> str:
    """Return what a gap would ask: as people named it, or after the type of the value; "" where it is asked so already."""
    if same := asks_of(span, asked):
        return "" if same.has_recall else same.asks
    name = noun(span, corpus)
    taken = {one.asks for one in asked}
    return f"{name}-{digest(span.value)[:4]}" if name in taken else name
