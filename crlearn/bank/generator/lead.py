"""The line above a gap: what it is about, what stands in the gap, whose words they are, and of when."""

from crlearn.bank.generator.corpus import Corpus, Known, Quote
from crlearn.bank.spans import Span

_KINDS = {"text": "document"}
_TYPES = {"money": "amount", "percent": "share", "count": "number", "ordinal": "rank"}


def lead(quote: Quote, fact: Known, sentence: str, span: Span, corpus: Corpus) -> str:
    """Return a line that dates a sentence, names who wrote it, and says of whom it speaks where it does not say so itself."""
    head = unnamed(fact, sentence, corpus) or corpus.bank.topics[fact.model.topics[0]].model.name
    return f"{head}: fill in the {noun(span, corpus)} in the words of {corpus.publisher(quote.slug)} ({corpus.when(quote.slug)})."


def noun(span: Span, corpus: Corpus) -> str:
    """Return what sort of thing a value is, in a word: person, year, amount."""
    if span.type == "entity":
        kind = str(corpus.bank.entities[span.value].model.kind)
        return _KINDS.get(kind, kind)
    return _TYPES.get(span.type, str(span.type))


def unnamed(fact: Known, sentence: str, corpus: Corpus) -> str:
    """Return “China and Russia”, if a fact is about them and a sentence leaves one of them unnamed (“both powers”); else ""."""
    named = {span.value for span in corpus.all_spans(sentence) if span.type in ("entity", "demonym")}
    about = [entity for entity in fact.model.about if entity in corpus.main]
    if set(about) <= named:
        return ""
    return " and ".join(corpus.bank.entities[entity].model.name for entity in about[:2])
