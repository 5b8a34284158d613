"""Grounding: the key is in the evidence (G3), and what the prompt takes for granted is in its surroundings (G4)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from crlearn.bank.lint.rule import ALL, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.subject import BLANK
from crlearn.bank.lint.words import content_words, tokens
from crlearn.bank.schema_dates import span as edtf_span
from crlearn.bank.spans import DATES, NUMBERS, Span, states
from crlearn.sources.reading import DocumentEntry

ENOUGH = 0.8  # of the content words of a generated key
# Words of a key that its author needs beside its values: “China and Russia themselves”, “the Finnish paper”.
_BESIDE = frozenset(
    content_words("alike themselves ones others own paper article report document belong joint several")
)
LITTLE = 0.34  # of a written key: its author may say it otherwise, but hardly all of it

_RELATIVE = re.compile(
    r"\b(?:last|this|next|previous|past|earlier|later|coming|same) (?:year|month|week|decade|December|spring|summer|autumn|fall)"
    r"|\b(?:ago|since then|recent(?:ly)?|years?|decades?|today|now|currently|to date|so far|tenure|took office|came to power)\b"
    r"|\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)

_PRONOUN = re.compile(
    r"\b(?:they|their|them|it|its|he|his|she|her|both|themselves|each other|one another|the pair|the parties|the country|the (?:two|three)"
    r"|which|whose|all (?:three|four|sides|parties))\b",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|or) ")
_JOINED = re.compile(r"\b(?:and|or|both|either|neither|over|than|between|with|against|while)\b|, |[-–]", re.IGNORECASE)
_LOOSE = re.compile(  # no values: “the other half of the comparison”, “a second veto”
    r"(?:(?<=other )|(?<=better )|(?<=first )|(?<=second )|(?<=latter )|(?<=only ))half\b|(?:second|third) (?!largest|biggest|most|highest|place|rank|-)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\bthe (?:pair|two (?:presidents|leaders|countries|sides|powers))\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first|earliest|initial\w*|inaugural|inception|\w{3,}est|most|top|leading|main|number[- ]one|foremost)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r", (?:and )?| and ")


def _keyed(subject: Subject) -> Iterator[Hit]:
    if subject.kind == "true_false":
        keys = [(subject.model.swap.was, subject.quote_text)] if subject.model.swap else []
    elif subject.kind in ("matching", "ordering"):
        keys = list(_parts(subject))
    else:
        keys = [(key, subject.quote_text) for key in subject.keys]
    for key, evidence in keys:
        lacking = [span for span in subject.context.longest(key) if not _stated(span, evidence, subject, key)]
        if lacking:
            yield block("key_value", at=("prompt",), value=lacking[0].text, key=key)
        elif subject.kind not in ("matching", "ordering"):
            yield from _covered(subject, key, evidence)


def _parts(subject: Subject) -> Iterator[tuple[str, str]]:
    """The sides of pairs that are answers, and the steps, each with the quotations of its fact."""
    items = (
        [(pair.right, pair.fact) for pair in subject.model.pairs]
        if subject.kind == "matching"
        else [(step.text, step.fact) for step in subject.model.steps]
    )
    for text, ref in items:
        quotes = [quoted.quote for quoted in subject.quotations if ref in (None, quoted.fact)]
        yield text, "\n".join(quotes)


def _stated(asked: Span, evidence: str, subject: Subject, key: str) -> bool:
    """Whether the evidence bears a value of the key.

    A date is also borne by what its fact dates, where the quotation only points ("last year"), and by the day of the
    document, where the key says more than a date ("Experts, cited in 2024"); a name by a pronoun for what the fact is
    about, and by who published the document.
    """
    context = subject.context
    if any(_bears(said, asked) for said in context.spans(evidence)) or _in_words(asked, evidence):
        return True
    entries = [context.documents[slug].entry for slug in subject.documents]
    alone = asked.text == key.strip()
    if asked.type in DATES:
        if _RELATIVE.search(evidence) and any(_fits(fact.model, asked) for fact in subject.facts):
            return True
        if _pointed(asked, evidence, subject):
            return True
        return not alone and any(within(entry.published, asked) for entry in entries)
    if asked.type in ("entity", "demonym"):
        if any(states(said, asked) for entry in entries for said in context.spans(entry.publisher)):
            return True
        about = {entity for fact in subject.facts for entity in fact.model.about}
        told = "\n".join((subject.window, *(fact.model.statement for fact in subject.facts)))
        near = any(states(said, asked) for said in context.spans(told))
        meant = bool(_PAIR.search(evidence)) or (near and (not alone or bool(_PRONOUN.search(evidence))))
        return asked.value in about and meant
    if asked.type == "ordinal" and int(asked.value) <= len(subject.facts) > 1:
        return True  # the first, the second of what is compared
    if asked.key == ("ordinal", "1"):
        return bool(_FIRST.search(evidence))
    return asked.type == "count" and asked.value.split()[0] in counts(evidence)


def _bears(said: Span, asked: Span) -> bool:
    """Whether one value states another; a number without a unit by one with any ("seventy-five" years)."""
    if "number" in (asked.type, said.type) and said.type != "ordinal":
        return said.value.split()[0] == asked.value.split()[0]
    if asked.value.startswith("XXXX"):
        return said.type in DATES and said.value[4:] == asked.value[4:]
    return states(said, asked)


def _in_words(asked: Span, evidence: str) -> bool:
    """Whether the number of a count stands in a text in a way that makes no typed value ("only one", "the three")."""
    if asked.type not in ("count", "number"):
        return False
    value, _, unit = asked.value.partition(" ")
    if value == "10" and unit == "year":
        return "decade" in evidence
    return f"#{value}" in tokens(evidence)


@lru_cache(maxsize=4096)
def counts(text: str) -> frozenset[str]:
    """How many things a text can be said to name: those it joins by commas and "and", the years between two years, two
    where it joins or contrasts anything."""
    found = {2} if _JOINED.search(text) else set()
    for part in re.split(r"[;:\n]|(?<=[.!?]) ", text):
        for match in _AND.finditer(part):
            commas = part.count(",", 0, match.start() + 1)
            found |= {commas + 1, commas + 2}
    years = {int(year) for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", text)}
    found |= {abs(one - other) + more for one in years for other in years if one != other for more in (0, 1)}
    return frozenset(str(count) for count in found if count <= 50)


def _covered(subject: Subject, key: str, evidence: str) -> Iterator[Hit]:
    """Whether the words of a key stand in the evidence; the values were looked for already."""
    values = {word for span in subject.context.longest(key) for word in content_words(span.text)}
    words = set(content_words(key))
    if not subject.generated:
        words -= values | subject.context.source_words | (_BESIDE if values else set())
    entries = (subject.context.documents[slug].entry for slug in subject.documents)
    sources = " ".join(f"{entry.publisher} {entry.short} {entry.published[:4]}" for entry in entries)
    there = content_words(f"{evidence}\n{sources}")  # a key may name the document that is quoted
    share = sum(any(akin(word, one) for one in there) for word in words) / len(words) if words else 1.0
    if share < (ENOUGH if subject.generated else LITTLE):
        make = block if subject.generated else warn
        yield make("key_words", at=("prompt",), key=key, share=f"{share:.0%}")


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one family, as far as letters tell: economi, econom; diplomaci, diplomat."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 5 and (long.startswith(short) or one[:6] == other[:6]))


def within(when: str, asked: Span) -> bool:
    """Whether a date of the bank (EDTF, "" for none), or an end of its period, lies in a date of a text."""
    for part in filter(None, when.split("/")):
        try:
            first, last = edtf_span(asked.value.replace("XXXX-", f"{part[:4]}-"))
            low, high = edtf_span(part)
        except ValueError:
            continue
        if first <= low and high <= last:
            return True
    return False


def _pointed(asked: Span, text: str, subject: Subject) -> bool:
    """Whether a text points at a date from its own: "In February" of a document of 2019 is 2019-02."""
    entries = [subject.context.documents[slug].entry for slug in subject.documents]
    years = {int(entry.published[:4]) - back for entry in entries if entry.published for back in (0, 1)}
    if not asked.value[:4].isdecimal() or int(asked.value[:4]) not in years:
        return False
    if asked.type == "year":
        return bool(_RELATIVE.search(text))
    return f"XXXX-{asked.value[5:]}" in {span.value for span in subject.context.spans(text)}


def _fits(fact: Any, asked: Span) -> bool:
    return any(within(when, asked) for when in (fact.when, fact.as_of) if when)


def _assumed(subject: Subject) -> Iterator[Hit]:
    """What the prompt says for certain: its dates, amounts and names."""
    text = _prompt(subject)
    texts = _known(subject, text)
    known = "\n".join(texts)
    said = [span for one in texts for span in subject.context.spans(one)]
    entries = _named(subject, text)
    found = subject.context.longest(text)
    yield from _quoted(subject)
    for span in found:
        if span.type in ("entity", "demonym") or any(_bears(one, span) for one in said) or _in_words(span, known):
            continue
        if span.type in DATES and (
            any(_fits(fact.model, span) for fact in subject.facts)
            or any(within(entry.published, span) for entry in entries)
            or _pointed(span, known, subject)
            or (span.value.endswith("00") and "turn of the" in known)
        ):
            continue
        if span.key == ("ordinal", "1") or (
            span.type in ("count", "number") and span.value.split()[0] in _items(subject)
        ):
            continue
        if _LOOSE.match(text, span.start):
            continue
        yield block("prompt_value", at=("prompt",), value=span.text)
        return
    for name in _names(text, found):
        sources = (subject.context.known_words, *map(tokens, texts))
        if not any(akin(name, word) for words in sources for word in words):
            yield block("prompt_name", at=("prompt",), name=name)
            return


def _quoted(subject: Subject) -> Iterator[Hit]:
    """The values of a cloze, whose sentence is quoted: they stand in the quotation itself."""
    if subject.kind != "cloze" or len(subject.facts) > 1:
        return
    evidence = subject.quote_text
    for span in subject.context.longest(subject.statement):
        if span.type in DATES | NUMBERS and not _stated(span, evidence, subject, span.text):
            yield block("prompt_value", at=("text",), value=span.text)
            return


def _prompt(subject: Subject) -> str:
    """What a question takes for granted; of true_false what the document says."""
    if subject.kind == "true_false":
        return subject.statement
    return subject.prompt.replace(BLANK, "…")


def _items(subject: Subject) -> set[str]:
    """The numbers by which a prompt may count what it asks or what stands around the quotation."""
    own = {count for key in subject.keys for count in (len(subject.keys), len(_ITEM.split(key)), len(key.split()))}
    own |= {len(subject.facts), len(subject.parts)}
    return {str(count) for count in own} | counts(subject.window)


def _known(subject: Subject, text: str) -> list[str]:
    """Where a prompt may take its values from."""
    holders = [fact.model.holder or "" for fact in subject.facts]
    described = [f"{entry.title}\n{entry.author}\n{entry.kind}" for entry in _named(subject, text)]
    return [*subject.windows, *subject.headings, *holders, *described]


def _named(subject: Subject, text: str) -> list[DocumentEntry]:
    """What is known of the documents that are quoted or named."""
    entries = [document.entry for document in subject.context.documents.values()]
    known = subject.context.spans(text)
    return [
        entry
        for entry in entries
        if entry.slug in subject.documents
        or entry.short.split()[0] in text
        or any(
            one.type == "entity" and states(one, said)
            for said in subject.context.spans(entry.publisher)
            for one in known
        )
    ]


_CAPITAL = re.compile(r"(?<![.?!:“] )(?<!^)(?<![“/])\b[A-Z][a-z]{2,}[\w’]*\b", re.MULTILINE)
_COMPASS = frozenset(
    ["the", "west", "western", "east", "eastern", "north", "northern", "south", "southern", "for", "new", "one", "war"]
)


def _names(text: str, found: Sequence[Span]) -> Iterator[str]:
    """Yield the words with a capital where no sentence begins, folded: parts of names that are no known value."""
    for match in _CAPITAL.finditer(text):
        if not any(span.start <= match.start() < span.end for span in found):
            yield from (one for one in tokens(match[0]) if one not in _COMPASS)


RULES = (
    Rule("G3", "the key is in the evidence", "AIS", ALL, _keyed, ("key_value", "key_words")),
    Rule("G4", "the prompt is grounded", "AIS; arXiv 2509.25498", ALL, _assumed, ("prompt_value", "prompt_name")),
)
