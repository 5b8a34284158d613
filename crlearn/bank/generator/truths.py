"""True or false: a sentence of a document as it stands, or with one value exchanged."""

import re
from collections.abc import Iterator

from crlearn.bank.generator.asked import asked_of, asks_of
from crlearn.bank.generator.corpus import Corpus, Known, Quote
from crlearn.bank.generator.draft import Draft, digest, draft_id, pick
from crlearn.bank.generator.lead import unnamed
from crlearn.bank.generator.sentence import stands_alone, words
from crlearn.bank.generator.shown import shown
from crlearn.bank.generator.wrong import wrong_values
from crlearn.bank.spans import Span

LONGEST = 35  # words, with “According to …” before the sentence
_SMALL = re.compile(r"(?:In|Since|The|As|Between|During|After|Before|For|At|On|Both|Neither|From|Many|Some|Most|With) ")
_CITED = re.compile(r"\baccording to\b", re.IGNORECASE)  # whose word it is would be said twice
_SWAPPED = frozenset(("year", "month", "period", "decade", "money", "percent"))


def truths(fact: Known, corpus: Corpus) -> Iterator[Draft]:
    """Yield a statement to be judged for a fact that has none: half of them true, as a digest falls.

    It is of a value that a recall question asks, so that a wrong answer brings back a card that can be shown.
    """
    if any(entry.model.type == "true_false" for entry in fact.asked):
        return
    asked = list(asked_of(fact, corpus))
    for quote in fact.quotes[:1] if fact.entry.document else ():
        for sentence in quote.begun:
            if not _clear(sentence, fact, corpus):
                continue
            for span in corpus.spans(sentence):
                same = asks_of(span, asked)
                if same and same.has_recall and _swappable(span, sentence):
                    if draft := _draft(same.asks, fact, quote, sentence, span, corpus):
                        yield draft
                    return


def _clear(sentence: str, fact: Known, corpus: Corpus) -> bool:
    whole = sentence.endswith(".") and stands_alone(sentence) and not _CITED.search(sentence)
    return whole and not unnamed(fact, sentence, corpus)


def _swappable(span: Span, sentence: str) -> bool:
    return span.type in _SWAPPED and bool(shown(span)) and sentence.count(span.text) == 1


def _draft(asks: str, fact: Known, quote: Quote, sentence: str, span: Span, corpus: Corpus) -> Draft | None:
    seed = digest("truth", quote.seed, *span.key)
    said = _small(sentence, corpus)
    opening = f"According to {corpus.publisher(quote.slug)} ({corpus.when(quote.slug)}), "
    if not said or words(opening + said) > LONGEST:
        return None
    base = {"asks": asks, "type": "true_false"}
    place = (40, seed)
    ident = draft_id("truth", quote.seed, *span.key)
    if pick(seed[12:], 2):
        return Draft(fact.ref, "truth", ident, {**base, "prompt": opening + said, "answer": "true"}, place)
    wrong = wrong_values(span, fact, sentence, corpus, seed, count=1)
    if not wrong:
        return None
    prompt = opening + said.replace(span.text, wrong[0].text)
    content = {
        **base,
        "prompt": prompt,
        "answer": "false",
        "swap": {"from": span.text, "to": wrong[0].text},
        "why": f"{span.text} is right. What is told of {wrong[0].text}: {wrong[0].why}",
    }
    return Draft(fact.ref, "truth", ident, content, place)


def _small(sentence: str, corpus: Corpus) -> str:
    """Return a sentence as it goes on after a comma; "" where its first word may be a name or is unknown."""
    first = corpus.spans(sentence)[:1]
    if first and first[0].start == 0 and first[0].type in ("entity", "demonym"):
        return sentence
    return sentence[0].lower() + sentence[1:] if _SMALL.match(sentence) else ""
