"""Which document says so: a sentence of one side of a disagreement, and the documents to choose from."""

from collections.abc import Iterator
from typing import Any

from crlearn.bank.generator.asked import asked_of
from crlearn.bank.generator.choices import options
from crlearn.bank.generator.corpus import Corpus, Known, Quote
from crlearn.bank.generator.draft import Draft, digest, draft_id, ordered
from crlearn.bank.generator.sentence import stands_alone, words
from crlearn.bank.generator.wrong import Wrong

SHORTEST, LONGEST = 6, 24  # words of the sentence that is shown
MOST = 4  # options
ASKS = ("source", "document", "holder")


def sources(fact: Known, corpus: Corpus) -> Iterator[Draft]:
    """Yield a question for the document of a fact: of one side of each disagreement that no group asks."""
    disagreement = _unasked(fact, corpus)
    sides = _sides(disagreement, corpus) if disagreement else {}
    sentence = _sentence(fact, corpus)
    if len(sides) < 2 or sentence is None or _first(disagreement, corpus) != fact.ref:
        return
    quote = fact.quotes[0]
    ranked = _options(quote, sides, corpus, digest("source", quote.seed))
    right = next(one for one in ranked if one.text == _name(quote.slug, corpus))
    content = {
        "asks": "source",
        "type": "single_choice",
        "prompt": f"Which of these sources has the words “{sentence.rstrip('.')}”?",
        "options": options(ranked, right),
    }
    yield Draft(fact.ref, "source", draft_id("source", quote.seed), content, (25, ""))


def _unasked(fact: Known, corpus: Corpus) -> Any:
    """Return a disagreement that a fact takes part in and that no group question asks; else None."""
    groups = [set(entry.facts) for entry in corpus.groups]
    for entry in corpus.bank.disagreements.values():
        refs = {claim.fact for claim in entry.model.claims}
        if fact.ref in refs and not any(len(refs & group) > 1 for group in groups):
            return entry.model
    return None


def _first(disagreement: Any, corpus: Corpus) -> str:
    """Return which side of a disagreement is asked: one of those that can be, as a digest falls."""
    refs = {claim.fact for claim in disagreement.claims if claim.fact in corpus.facts}
    able = [ref for ref in sorted(refs) if _sentence(corpus.facts[ref], corpus)]
    return str(ordered(able, disagreement.id)[0]) if able else ""


def _sentence(fact: Known, corpus: Corpus) -> str | None:
    """Return a sentence of a fact that can be shown; None where there is none, or people ask for its document already."""
    if len({quote.slug for quote in fact.quotes}) != 1 or any(one.asks in ASKS for one in asked_of(fact, corpus)):
        return None
    quote = fact.quotes[0]
    return next((one for one in quote.sentences if _fits(one, quote, corpus)), None)


def _fits(sentence: str, quote: Quote, corpus: Corpus) -> bool:
    """Whether a sentence can be shown: short enough, clear by itself, and the words of one document only."""
    plain = corpus.documents[quote.slug].publisher
    return (
        SHORTEST <= words(sentence) <= LONGEST
        and stands_alone(sentence)
        and not any(mark in sentence for mark in '“”"')
        and plain not in sentence
        and not any(sentence.rstrip(".") in text.text for slug, text in corpus.texts.items() if slug != quote.slug)
    )


def _sides(disagreement: Any, corpus: Corpus) -> dict[str, str]:
    """Slug → what the document says, for each side that stands in the file of one."""
    found: dict[str, str] = {}
    for claim in disagreement.claims:
        slug = claim.fact.partition("/")[0]
        if slug in corpus.documents:
            found.setdefault(slug, claim.says)
    return found


def _options(quote: Quote, sides: dict[str, str], corpus: Corpus, seed: str) -> list[Wrong]:
    slugs = [quote.slug, *(slug for slug in sides if slug != quote.slug)]
    others = [slug for slug in ordered(list(corpus.documents), seed) if slug not in slugs]
    slugs += sorted(others, key=lambda slug: corpus.publisher(slug).startswith("a "))  # the nameless last
    found = [
        Wrong(_name(slug, corpus), sides.get(slug, "No passage of it is cited for this.")) for slug in slugs[:MOST]
    ]
    by_name = {one.text: one for one in found}
    return [by_name[name] for name in ordered(list(by_name), seed)]


def _name(slug: str, corpus: Corpus) -> str:
    publisher = corpus.publisher(slug).removeprefix("the ").removeprefix("a ")
    return f"{publisher[0].upper()}{publisher[1:]}, {corpus.documents[slug].published[:4]}"
