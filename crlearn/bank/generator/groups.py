"""Questions of several facts: events to be put in order, or matched with their dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crlearn.bank.generator.corpus import Corpus, Known
from crlearn.bank.generator.draft import Draft, digest, draft_id, ordered
from crlearn.bank.generator.sentence import words
from crlearn.bank.schema import ACROSS
from crlearn.bank.schema_dates import span as day_range
from crlearn.bank.spans import DATES, NUMBERS, Span, states

LEAST, MOST = 4, 5  # events of a question
LONGEST = 24  # words of a step
_POINTING = re.compile(r"^(?:it|they|he|she|its|their|his)\b|\b(?:then|that year|this)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")  # no season, no span, nothing uncertain


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact: what happened, without its date; `when`: the date as written; its first and last day."""

    fact: Known
    text: str
    when: str
    first: date
    last: date


def groups(corpus: Corpus) -> Iterator[Draft]:
    """Yield the questions of several facts: one a topic that has the events, two of what is left. What people ordered already is not asked again."""
    taken = {ref for entry in corpus.groups if entry.model.type == "ordering" for ref in entry.facts}
    events = [event for fact in corpus.facts.values() if fact.ref not in taken and (event := _event(fact, corpus))]
    entities = corpus.bank.entities
    everything = " and ".join(entities[entity].model.name for entity in sorted(corpus.main)) or "All topics"
    heads = [(topic.model.id, topic.model.name) for topic in corpus.bank.topics.values()]
    used: set[str] = set()
    for number, (topic, head) in enumerate([*heads, ("", everything), ("", everything)]):
        left = [event for event in events if event.fact.ref not in used]
        mine = [event for event in left if not topic or topic in event.fact.model.topics]
        chosen = _apart(mine, digest("events", topic))
        if len(chosen) >= LEAST:
            used |= {event.fact.ref for event in chosen}
            yield _ordering(chosen, head) if number % 2 else _matching(chosen, head)


def _event(fact: Known, corpus: Corpus) -> Event | None:
    """Return a fact as an event with one exact date, which its statement gives at its beginning or end, and no other."""
    model = fact.model
    if model.nature != "event" or not model.when:
        return None
    dates = [span for span in corpus.spans(model.statement) if span.type in DATES]
    if len(dates) != 1 or dates[0].value != model.when or not _DAY.fullmatch(model.when):
        return None
    text = _undated(model.statement, dates[0])
    if not text or not _tells(text, fact, corpus):
        return None
    first, last = day_range(model.when)
    return Event(fact, text[0].upper() + text[1:], dates[0].text, first, last)


def _undated(statement: str, span: Span) -> str:
    """Return a statement without the date that begins or ends it; "" where the date stands elsewhere."""
    before, after = statement[: span.start], statement[span.end :]
    if re.fullmatch(r"(?:In|On) (?:the )?", before):
        return after.lstrip(", ").rstrip(".")
    tail = re.search(r",? (?:in|on) (?:the )?$", before)
    return before[: tail.start()] if tail and after.strip() == "." else ""


def _tells(text: str, fact: Known, corpus: Corpus) -> bool:
    """Whether a text says what happened, clearly by itself, in few words and with no value that the quotations lack."""
    if not 4 <= words(text) <= LONGEST or _POINTING.search(text):
        return False
    borne = [span for quote in fact.quotes for span in corpus.all_spans(quote.text)]
    found = corpus.spans(text)
    if corpus.publishers & {span.value for span in found}:
        return False
    return all(any(states(one, span) for one in borne) for span in found if span.type in NUMBERS)


def _apart(events: Sequence[Event], seed: str) -> list[Event]:
    """Return events of which no two touch in time or rest on one passage, in the order of time."""
    chosen: list[Event] = []
    by_ref = {event.fact.ref: event for event in events}
    for ref in ordered(list(by_ref), seed):
        event = by_ref[ref]
        if len(chosen) < MOST and all(_clear(event, other) for other in chosen):
            chosen.append(event)
    return sorted(chosen, key=lambda event: event.first)


def _clear(one: Event, other: Event) -> bool:
    places = [{(quote.slug, quote.place.block) for quote in event.fact.quotes} for event in (one, other)]
    return (one.last < other.first or other.last < one.first) and not places[0] & places[1]


def _ordering(events: Sequence[Event], topic: str) -> Draft:
    refs = [event.fact.ref for event in events]
    steps = [
        {"id": chr(ord("a") + place), "text": event.text, "fact": event.fact.ref} for place, event in enumerate(events)
    ]
    content = {
        "facts": refs,
        "type": "ordering",
        "prompt": f"{topic}: put these events in order, the earliest first.",
        "steps": steps,
    }
    return Draft(_home(refs), "order", draft_id("order", *refs), content)


def _matching(events: Sequence[Event], topic: str) -> Draft:
    refs = [event.fact.ref for event in events]
    by_ref = {event.fact.ref: event for event in events}
    pairs = [
        {"id": chr(ord("a") + place), "left": by_ref[ref].text, "right": by_ref[ref].when, "fact": ref}
        for place, ref in enumerate(ordered(refs, digest("pairs", *refs)))
    ]
    content = {"facts": refs, "type": "matching", "prompt": f"{topic}: match each event with its date.", "pairs": pairs}
    return Draft(_home(refs), "match", draft_id("match", *refs), content)


def _home(refs: Sequence[str]) -> str:
    """The file of a group: that of its facts, if they are of one; else across.yaml."""
    stems = {ref.partition("/")[0] for ref in refs}
    return stems.pop() if len(stems) == 1 else ACROSS
