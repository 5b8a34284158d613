"""Wrong values for a right one: of the same type, from the whole corpus, each with what it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from crlearn.bank.generator.corpus import Corpus, Known, Value
from crlearn.bank.generator.draft import digest, ordered, pick
from crlearn.bank.generator.shown import magnitude, shown
from crlearn.bank.spans import DATES, Span, states
from crlearn.bank.values import tokens

COUNT = 3


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong value as it is shown, and one line on what it belongs to."""

    text: str
    why: str
    order: tuple[str, ...] | Fraction | None = None


def wrong_values(key: Span, fact: Known, prompt: str, corpus: Corpus, seed: str, count: int = COUNT) -> list[Wrong]:
    """Return `count` wrong values for a key, or none where the corpus has not so many. The key's rank is drawn evenly."""
    found = _names(key, fact, prompt, corpus, seed) if key.type == "entity" else _values(key, fact, prompt, corpus)
    if key.type == "entity":
        return found[:count] if len(found) >= count else []
    mine = magnitude(key)
    below = [one for one in found if one.order is not None and _less(one.order, mine)]
    above = [one for one in found if one.order is not None and _less(mine, one.order)]
    ranks = [rank for rank in range(count + 1) if rank <= len(below) and count - rank <= len(above)]
    if not ranks:
        return []
    rank = ranks[pick(seed, len(ranks))]
    return _near(below, mine, rank, seed) + _near(above, mine, count - rank, seed)


def _less(one: object, other: object) -> bool:
    return one < other  # type: ignore[operator, no-any-return]


def _near(found: Sequence[Wrong], key: object, count: int, seed: str) -> list[Wrong]:
    """Return `count` of the values nearest to the key, not always the very nearest."""
    ranked = sorted(found, key=lambda one: (_distance(one.order, key), one.text))[: 2 * count]
    return sorted(ranked, key=lambda one: digest(seed, one.text))[:count]


def _distance(one: object, key: object) -> Fraction:
    if isinstance(one, tuple) and isinstance(key, tuple):
        left, right = (
            int("".join(char for char in text[0][:7] if char.isdigit()).ljust(6, "0")) for text in (one, key)
        )
        return Fraction(abs(left - right))
    assert isinstance(one, Fraction)
    assert isinstance(key, Fraction)
    return abs(one - key)


def _values(key: Span, fact: Known, prompt: str, corpus: Corpus) -> list[Wrong]:
    """Return the values of the corpus that look like the key and are not right, each once, with a statement that has it."""
    known = [*_right(fact, corpus), *corpus.all_spans(prompt), key]
    limit = max((corpus.year(quote.slug) for quote in fact.quotes), default=9999)
    found: dict[str, Wrong] = {}
    for value in sorted(corpus.values, key=_telling):
        span, text = value.span, shown(value.span)
        if span.type != key.type or span.unit != key.unit or not text or text in found or not _alike(span, key):
            continue
        if any(states(span, other) or states(other, span) for other in known) or _related(value, fact, corpus):
            continue
        if key.type in DATES and fact.model.nature != "forecast" and int(span.value[:4].replace("X", "0")) > limit:
            continue
        found[text] = Wrong(text, value.fact.model.statement, magnitude(span))
    return list(found.values())


def _telling(value: Value) -> tuple[bool, int, str]:
    """Order values by how well their fact says what belongs to them: what happened then first, short statements first."""
    model = value.fact.model
    return (model.when != value.span.value, len(model.statement), value.fact.ref)


def _alike(one: Span, other: Span) -> bool:
    """Whether two amounts are of one size, so that neither is out of the question: within a factor of a hundred."""
    left, right = magnitude(one), magnitude(other)
    if isinstance(left, tuple) or isinstance(right, tuple):
        return True
    return bool(left and right and Fraction(1, 100) <= left / right <= 100)


def _right(fact: Known, corpus: Corpus) -> list[Span]:
    """Return every value that may be right of a fact: of its quotations, and of the facts that it disagrees with."""
    texts = [fact.model.statement, *(quote.text for quote in fact.quotes)]
    for ref in corpus.rivals.get(fact.ref, ()):
        if other := corpus.facts.get(ref):
            texts += [other.model.statement, *(quote.text for quote in other.quotes)]
    return [span for text in texts for span in corpus.all_spans(text)]


def _related(value: Value, fact: Known, corpus: Corpus) -> bool:
    """Whether a value is said of the same things: a fact that shares an entity which is not everywhere, or the passage."""
    shared = set(value.fact.model.about) & set(fact.model.about) - corpus.common
    places = {(quote.slug, quote.place.block) for quote in fact.quotes}
    return bool(shared) or any((quote.slug, quote.place.block) in places for quote in value.fact.quotes)


def _names(key: Span, fact: Known, prompt: str, corpus: Corpus, seed: str) -> list[Wrong]:
    """Return other entities of the same kind, those of the fact's topics first, each with its line in the vocabulary."""
    entities = corpus.bank.entities
    mine = entities[key.value].model
    if mine.kind not in _KINDS:
        return []
    barred = {
        span.value for span in (*_right(fact, corpus), *corpus.all_spans(prompt)) if span.type in ("entity", "demonym")
    }
    barred |= set(fact.model.about) | corpus.common | {key.value}
    near = {
        entity
        for other in corpus.facts.values()
        if set(other.model.topics) & set(fact.model.topics)
        for entity in other.model.about
    }
    found = [
        entity
        for entity, entry in entities.items()
        if entity not in barred
        and entry.model.kind == mine.kind
        and entry.model.line
        and _sort(entry.model) == _sort(mine)
    ]
    ranked = [one for one in ordered(found, seed) if one in near]
    kept: list[str] = []
    for entity in ranked:
        name = entities[entity].model.name
        if not any(_holds(name, other) for other in (mine.name, *(entities[one].model.name for one in kept))):
            kept.append(entity)
    return [Wrong(entities[one].model.name, f"{entities[one].model.name}: {entities[one].model.line}") for one in kept]


_KINDS = ("person", "place", "weapon", "treaty")  # names of other kinds are too unlike each other to be mistaken
_SORTS = (
    "continent",
    "region",
    "sea",
    "territory",
    "area",
    "autonomous",
    "city",
    "island",
    "province",
    "route",
    "strait",
    "capital",
)


def _sort(entity: object) -> str:
    """Return what sort of place an entity is, as its line or its name begins to say; "" for what is no place."""
    if getattr(entity, "kind", "") != "place":
        return ""
    said = tokens(f"{getattr(entity, 'line', '') or ''} {getattr(entity, 'name', '')}")
    if said[:2] == ("us", "state"):
        return "province"
    return next((word for word in (*said[:3], *said[-4:]) if word in _SORTS), "country")


def _holds(one: str, other: str) -> bool:
    """Whether a name stands in another one."""
    left, right = set(tokens(one)), set(tokens(other))
    return left <= right or right <= left
