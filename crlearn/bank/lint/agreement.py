"""Grounding: facts that differ are asked with their source (G9); facts that are one are one (G12)."""

from collections.abc import Iterator

from crlearn.bank.lint.rule import ALL, FACTS, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.words import content_words, stands_in
from crlearn.bank.spans import DATES, NUMBERS, Span, states

SPEAKING = 0.4  # of the weight of the words of two quotations: then they may speak of one thing
ONE = 0.4  # likewise, of quotations or statements, where entities, day and answer are the same: then they are one fact


def _differing(subject: Subject) -> Iterator[Hit]:
    """A fact that is put differently elsewhere: its questions name their source, and its likes are joined with it."""
    if subject.is_fact:
        yield from _hidden(subject)
        return
    for fact in subject.facts:
        found = subject.context.disagreements.get(fact.ref)
        if found and not any(stands_in(name, subject.said) for name in _sources(subject)):
            yield block("source_unnamed", at=("prompt",), disagreement=found[0].id)
            return


def _sources(subject: Subject) -> Iterator[str]:
    """The names by which a question may name who says it: of its documents, and of the holders of its facts."""
    for fact in subject.facts:
        if fact.model.holder:
            yield fact.model.holder
    if len(subject.documents) > 1:
        yield from ("documents", "sources")  # a group may be by all of them
    for slug in subject.documents:
        if slug in subject.context.documents:
            yield from subject.context.source_names(slug)


def _hidden(subject: Subject) -> Iterator[Hit]:
    """Facts of other documents that speak of one thing and give another value, and no disagreement joins them."""
    mine = _values(subject)
    for other in subject.context.facts_after(subject) if mine else ():
        if set(subject.documents) & set(other.documents) or not set(subject.model.about) & set(other.model.about):
            continue
        if _joined(subject, other) or subject.context.alike(_words(subject), _words(other)) < SPEAKING:
            continue
        if pair := _apart(mine, _values(other)):
            yield warn("maybe_disagree", fact=other.ref, value=pair[0].text, other=pair[1].text)


def _apart(mine: list[Span], theirs: list[Span]) -> tuple[Span, Span] | None:
    """A value that the other side has otherwise: of the same type and unit, and none of them the same."""
    for value in mine:
        rivals = [one for one in theirs if one.type == value.type and one.unit == value.unit]
        if rivals and not any(states(one, value) or states(value, one) for one in rivals):
            return value, rivals[0]
    return None


def _twins(subject: Subject) -> Iterator[Hit]:
    """Another fact with the same entities, day and answer, in much the same words."""
    model, context = subject.model, subject.context
    answers = context.answers.get(subject.ref, frozenset())
    for other in context.facts_after(subject) if answers and model.about else ():
        theirs = other.model
        if set(model.about) != set(theirs.about) or (model.when, model.as_of) != (theirs.when, theirs.as_of):
            continue
        if (subject.entry.document is None) != (other.entry.document is None) or _told_apart(subject, other):
            continue  # a fact of several documents is about how they stand together
        common = answers & context.answers.get(other.ref, frozenset())
        if common and max(_alike(subject, other)) >= ONE:
            yield block("fact_twice", fact=other.ref, answer=min(common).replace("#", ""))


def _alike(one: Subject, other: Subject) -> tuple[float, float]:
    """How alike the quotations and the statements of two facts are."""
    statements = (frozenset(content_words(subject.model.statement)) for subject in (one, other))
    return one.context.alike(_words(one), _words(other)), one.context.alike(*statements)


def _joined(one: Subject, other: Subject) -> bool:
    """Whether a disagreement names both, or one says that it is not the other."""
    found = one.context.disagreements.get(one.ref, ())
    return any(claim.fact == other.ref for each in found for claim in each.claims) or _told_apart(one, other)


def _told_apart(one: Subject, other: Subject) -> bool:
    return any(
        distinct.ref == two.ref for fact, two in ((one, other), (other, one)) for distinct in fact.model.distinct_from
    )


def _words(subject: Subject) -> frozenset[str]:
    return frozenset(content_words(subject.quote_text))


def _values(subject: Subject) -> list[Span]:
    """The dates and amounts of a fact's quotations."""
    found = [span for quote in subject.quotes for span in subject.context.longest(quote)]
    return [span for span in found if span.type in DATES | NUMBERS and span.type != "ordinal"]


RULES = (
    Rule(
        "G9",
        "facts that differ name their source",
        "documents put one thing differently",
        ALL | FACTS,
        _differing,
        ("source_unnamed", "maybe_disagree"),
    ),
    Rule("G12", "a fact stands once", "one memory for one fact", FACTS, _twins, ("fact_twice",)),
)
