"""Grounding: no wrong option is right by any document (G5), and a recall question has no other answer (G5r)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crlearn.bank.lint.clauses import bearing, clauses, sentences_of
from crlearn.bank.lint.lists import listed_together, stands_beside
from crlearn.bank.lint.rule import CHOICE, RECALL, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.sentences import Sentence
from crlearn.bank.lint.subject import BLANK
from crlearn.bank.lint.words import content_words, places, tokens
from crlearn.bank.spans import NUMBERS, Span, states
from crlearn.bank.values import squeezed
from crlearn.bank.yamlfile_nodes import Key

STATED, NEAR = 0.8, 0.6  # of the weight of what a question asks, in one sentence of a document
ALIKE = 0.75  # of the weight of what two questions ask together: then they ask the same
SHOWN = 120  # characters of a sentence in a finding

# Words by which a question asks, and no document answers.
_ASKING = frozenset(
    content_words(
        "complete sentence words word account describe described according say says name named fill clause article report paper "
        "document analysis judgement view statement write wrote put call called summary introduction passage question answer "
        "country countries year kind sort organisation organization body give gives tell tells cite cited quote quoted reported percentage share "
        "number sum amount often long large"
    )
)
_WHO = re.compile(r"who(?:m|se)?\b", re.IGNORECASE)
_LIST = re.compile(
    r"(?:[\s,;(]|\b(?:and|or|the|as well as|both|alongside)\b)*[,;]?(?:[\s,;(]|\b(?:and|or|the|as well as)\b)*"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks: the content words of it that a document can answer, the right answers, and its text."""

    words: frozenset[str]
    keys: tuple[str, ...]
    text: str


def asked(subject: Subject) -> Asked:
    """What a question asks, without its source and the wording of questions."""
    if subject.kind == "true_false":
        swap = subject.model.swap
        text = subject.prompt.replace(swap.to, BLANK) if swap else subject.prompt
        keys: tuple[str, ...] = (swap.was,) if swap else ()
    else:
        text, keys = subject.stem, (*subject.keys, *subject.accepted)
    words = set(content_words(text.replace(BLANK, " "))) - subject.context.source_words - _ASKING
    return Asked(frozenset(words), keys, text)


def _offered(subject: Subject) -> Iterator[Hit]:
    wrong: list[tuple[str, str | None, tuple[Key, ...]]] = []
    if subject.kind == "true_false" and (swap := subject.model.swap):
        wrong.append((swap.to, subject.model.why or subject.model.explanation, ("swap",)))
    for index, option in enumerate(subject.options):
        if not option.correct:
            wrong.append((option.text, option.why, ("options", index)))
    if not wrong:
        return
    question = asked(subject)
    near = _near(subject, question)
    for text, why, at in wrong:
        hit = _right_elsewhere(subject, question, text, bool(why))
        hit = hit or _sibling(subject, question, text) or _stated(subject, question, near, text, bool(why))
        if hit:
            yield Hit(hit.severity, hit.code, hit.params, at)


def _near(subject: Subject, question: Asked) -> list[tuple[Sentence, float]]:
    """The sentences that speak of what is asked, nearest first."""
    found = subject.context.sentences.speaking_of(question.words, NEAR)
    return sorted(found, key=lambda pair: -pair[1])


def _right_elsewhere(subject: Subject, question: Asked, text: str, explained: bool) -> Hit | None:
    """Whether another question that asks the same has the option as its answer, or another side of a disagreement."""
    context = subject.context
    for other in context.by_answer.get(squeezed(text), ()):
        if other is not subject and context.alike(question.words, asked(other).words) >= ALIKE:
            return block("option_answers", option=text, question=other.ref)
    for fact in subject.facts:
        for disagreement in context.disagreements.get(fact.ref, ()):
            for claim in disagreement.claims:
                if claim.fact != fact.ref and _holds(subject, claim.says, text) and not explained:
                    return block("option_disputed", option=text, fact=claim.fact)
    return None


def _stated(
    subject: Subject, question: Asked, near: list[tuple[Sentence, float]], text: str, explained: bool
) -> Hit | None:
    """Whether a sentence that speaks of what is asked has the option, in the answer's place or only somewhere."""
    if _holds(subject, question.text, text):
        return None  # the prompt names it: what is asked is something else
    for sentence, share in near:
        if not _holds(subject, sentence.text, text):
            continue
        params: dict[str, Any] = {"option": text, "document": sentence.slug, "sentence": sentence.text[:SHOWN]}
        # What is said in words, or by another document than the one asked, may be explained; a value of this one is right.
        excused = explained and (sentence.slug not in subject.documents or not subject.context.longest(text))
        if share >= STATED and not excused and _answers(subject, sentence.text, question, text):
            return block("option_stated", **params)
        if not explained:
            return warn("option_near", **params)
    return None


def _sibling(subject: Subject, question: Asked, text: str) -> Hit | None:
    """Whether the quotation lists the option beside a key."""
    if len(subject.facts) > 1 or stands_beside(text, question.text):
        return None
    for quoted in subject.quotations:
        quote = quoted.place.exact if quoted.place else quoted.quote
        for sentence in sentences_of(quote):
            if any(listed_together(sentence, key, text) for key in question.keys):
                return block("option_stated", option=text, document=quoted.slug, sentence=sentence[:SHOWN])
    return None


def _answers(subject: Subject, sentence: str, question: Asked, text: str) -> bool:
    """Whether a sentence has a value where the answer belongs: in a list with the key, or without the key in its clause."""
    if any(_holds(subject, sentence, key) for key in question.keys):
        return any(_listed(subject, sentence, key, text) for key in question.keys)
    parts = list(bearing(clauses(sentence), " ".join(question.words), ""))
    return any(_holds(subject, part, text) for part in parts)


def _holds(subject: Subject, where: str, text: str) -> bool:
    """Whether a text says a value: all its typed values, and as many of its words in a row, or all where they are many."""
    values = subject.context.longest(text)
    if values:
        said = subject.context.spans(where)
        if not all(any(states(one, value) for one in said) for value in values):
            return False
    words = [word for word in tokens(text) if word != "the"]
    covered = {word for value in values for word in tokens(value.text)}
    rest = [word for word in content_words(text) if word not in {w for one in covered for w in content_words(one)}]
    if not rest:
        return bool(values)
    if len(words) <= 3 and not values:
        return next(places(words, tokens(where)), None) is not None
    return set(rest) <= set(content_words(where))


def _listed(subject: Subject, where: str, one: str, other: str) -> bool:
    """Whether a text has two values in one list wherever it has the first; "respectively" gives each its own."""
    if "respectively" in where:
        return False
    found = subject.context.longest(where)
    first, second = _places(subject, found, one), _places(subject, found, other)
    return bool(first) and all(any(_joined(where, found, at, to) for to in second) for at in first)


def _joined(where: str, found: list[Span], one: int, other: int) -> bool:
    """Whether nothing but commas, "and" and other values stands between two values."""
    low, high = sorted((one, other))
    gaps = [where[found[at].end : found[at + 1].start] for at in range(low, high)]
    return bool(gaps) and all(gap.strip() and _LIST.fullmatch(gap) for gap in gaps)


def _places(subject: Subject, found: list[Span], text: str) -> list[int]:
    """Where the only value of a text stands among others."""
    values = subject.context.longest(text)
    return [at for at, span in enumerate(found) if len(values) == 1 and states(span, values[0])]


def _rivals(subject: Subject) -> Iterator[Hit]:
    question = asked(subject)
    values = [value for key in subject.keys for value in subject.context.longest(key)]
    context = subject.context
    if len(values) != 1 or len(subject.keys) != 1 or not _is_value(subject.keys[0], values[0]):
        return
    for slug, sentence in _speaking(subject, question):
        own = slug in subject.documents and any(sentence in quote or quote in sentence for quote in subject.quotes)
        for span in context.longest(sentence):
            if not _of_type(subject, span, values[0], question.text) or _known(subject, question, span):
                continue
            if (
                own
                and not _narrowed(subject, question, sentence)
                and _listed(subject, sentence, subject.keys[0], span.text)
            ) or (not own and _answers(subject, sentence, question, span.text)):
                params: dict[str, Any] = {"answer": span.text, "document": slug, "sentence": sentence[:SHOWN]}
                yield block("other_answer", at=("prompt",), **params)
                return


def _speaking(subject: Subject, question: Asked) -> Iterator[tuple[str, str]]:
    """The sentences that say nearly all that is asked, and those of the quotations that say most: document and text.

    What a prompt says beyond its quotation narrows it ("Which African country").
    """
    weight, whole = subject.context.sentences.weight, subject.context.sentences.weight(question.words)
    for quoted in subject.quotations:
        quote = quoted.place.exact if quoted.place else quoted.quote
        for sentence in sentences_of(quote):
            if whole and weight(question.words & set(content_words(sentence))) >= NEAR * whole:
                yield quoted.slug, sentence
    yield from ((found.slug, found.text) for found, share in _near(subject, question) if share >= STATED)


def _narrowed(subject: Subject, question: Asked, sentence: str) -> bool:
    """Whether a prompt names what the sentence does not: "Which country of Africa"."""
    said = subject.context.spans(sentence)
    named = [span for span in subject.context.longest(question.text) if span.type in ("entity", "demonym")]
    return not all(
        span.value in subject.context.publishers or any(one.value == span.value for one in said) for span in named
    )


def _is_value(key: str, value: Span) -> bool:
    """Whether a key is one value and nothing besides: "Russia’s", not "Russia’s northern coastline"."""
    return not set(content_words(key)) - set(content_words(value.text))


def _of_type(subject: Subject, span: Span, value: Span, text: str) -> bool:
    """Whether a value could be taken for an answer: of one type, entities of one kind, numbers of one unit; what is counted
    must be what the text asks for ("two supply ships" are no surface ships)."""
    if span.type == "entity" == value.type:
        entities = subject.context.bank.entities
        kinds = {entities[one.value].model.kind for one in (span, value)}
        return len(kinds) == 1 or (bool(_WHO.match(text)) and kinds <= {"person", "organisation", "place"})
    if span.type == value.type == "count":
        counted = {word for word in content_words(span.text) if word[0] != "#"}
        return span.unit == value.unit and counted <= set(content_words(text))
    return span.type == value.type and (span.type not in NUMBERS or span.unit == value.unit)


def _known(subject: Subject, question: Asked, span: Span) -> bool:
    """Whether a value is an answer that is accepted, or named by the prompt."""
    texts = (*question.keys, subject.prompt)
    return any(states(one, span) for text in texts for one in subject.context.longest(text))


RULES = (
    Rule(
        "G5",
        "wrong options are wrong",
        "arXiv 2004.09853",
        CHOICE | {"true_false"},
        _offered,
        ("option_answers", "option_disputed", "option_stated", "option_near"),
    ),
    Rule("G5r", "one answer fits", "NBME", RECALL, _rivals, ("other_answer",)),
)
