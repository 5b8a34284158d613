"""Single choice: what people ask for a name, a date or an amount gets options from the whole corpus."""

from collections.abc import Iterator
from typing import Any

from crlearn.bank.generator.asked import Asked, asked_of
from crlearn.bank.generator.corpus import Corpus, Known
from crlearn.bank.generator.draft import Draft, digest, draft_id, ordered
from crlearn.bank.generator.shown import magnitude, shown
from crlearn.bank.generator.wrong import Wrong, wrong_values
from crlearn.bank.spans import Span


def choices(fact: Known, corpus: Corpus) -> Iterator[Draft]:
    """Yield a single choice for each `asks` of a fact with a typed answer that has a question, but none with options."""
    for place, asked in enumerate(asked_of(fact, corpus)):
        base = next((one for one in asked.questions if one.type in ("short_answer", "numeric")), None)
        if fact.entry.document is None or (asked.span and asked.span.value in corpus.common):
            continue
        if base is None or not asked.span or asked.span.bound or asked.forms & {"single_choice", "multiple_choice"}:
            continue
        seeds = [quote.seed for quote in fact.quotes]
        content = _content(asked, asked.span, base, fact, corpus, digest("choice", *seeds, asked.asks))
        if content:
            yield Draft(fact.ref, "choice", draft_id("choice", *seeds, asked.asks), content, (20, f"{place:03}"))


def _content(asked: Asked, key: Span, base: Any, fact: Known, corpus: Corpus, seed: str) -> dict[str, Any] | None:
    name = corpus.bank.entities[key.value].model.name if key.type == "entity" else shown(key)
    wrong = wrong_values(key, fact, base.prompt, corpus, seed) if name else []
    if not name or not wrong:
        return None
    head = {"asks": asked.asks, "type": "single_choice", "prompt": base.prompt}
    right = Wrong(name, "", None if key.type == "entity" else magnitude(key))
    if key.type == "entity":
        by_name = {one.text: one for one in (right, *wrong)}
        return {**head, "options": options([by_name[text] for text in ordered(list(by_name), seed)], right)}
    ranked = sorted((right, *wrong), key=lambda one: one.order)  # type: ignore[arg-type, return-value]
    return {**head, "keep_order": True, "options": options(ranked, right)}


def options(ranked: list[Wrong], right: Wrong) -> list[dict[str, Any]]:
    """Return the options as a file has them."""
    return [
        {"id": chr(ord("a") + place), "text": one.text, **({"correct": True} if one is right else {"why": one.why})}
        for place, one in enumerate(ranked)
    ]
