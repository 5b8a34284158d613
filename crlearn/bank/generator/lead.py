"""The line above a gap: what it is about, whose words they are, and of when."""

from crlearn.bank.generator.corpus import Corpus, Known, Quote


def lead(quote: Quote, fact: Known, sentence: str, corpus: Corpus) -> str:
    """Return a line that dates a sentence, names who wrote it, and says of whom it speaks where it does not say so itself."""
    head = unnamed(fact, sentence, corpus) or corpus.bank.topics[fact.model.topics[0]].model.name
    return f"{head}: fill the gap in the words of {corpus.publisher(quote.slug)} ({corpus.when(quote.slug)})."


def unnamed(fact: Known, sentence: str, corpus: Corpus) -> str:
    """Return “China and Russia”, if a fact is about them and a sentence leaves one of them unnamed (“both powers”); else ""."""
    named = {span.value for span in corpus.all_spans(sentence) if span.type in ("entity", "demonym")}
    about = [entity for entity in fact.model.about if entity in corpus.main]
    if set(about) <= named:
        return ""
    return " and ".join(corpus.bank.entities[entity].model.name for entity in about[:2])
