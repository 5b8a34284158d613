"""Whether the quotations bear what is asked, all of it, and nothing idle (B8; citation recall and precision as in ALCE)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crlearn.bank.lint.rule import BankRule, Context, Finding, Hit, Severity, block
from crlearn.bank.lint.subject import Quoted, Subject
from crlearn.bank.lint.words import content_words
from crlearn.bank.spans import states

GROUNDING = ("G1", "G2", "G3", "G4")
BEARS = 0.5  # of the key's content words, or of what another quotation of the fact says
SHOWN = 60  # characters of a quotation in a finding


@dataclass(frozen=True, slots=True)
class Idle:
    """A quotation that could be left out: the fact's ref, its index in the evidence, its words and its document."""

    fact: str
    index: int
    quote: str
    document: str
    code: str


def recall(context: Context, findings: Sequence[Finding]) -> float:
    """The share of questions that pass G1–G4, and their facts with them; 1 for an empty bank."""
    bad = {one.ref for one in findings if one.rule in GROUNDING and one.severity is Severity.BLOCK}
    unborne = [ref for ref, one in context.questions.items() if ref in bad or bad.intersection(one.entry.facts)]
    return 1 - len(unborne) / len(context.questions) if context.questions else 1.0


def precision(context: Context) -> float:
    """The share of the quotations that are needed; 1 for an empty bank."""
    count = sum(len(subject.quotations) for subject in context.facts.values())
    return 1 - len(idle(context)) / count if count else 1.0


@lru_cache(maxsize=1)
def idle(context: Context) -> tuple[Idle, ...]:
    """The quotations that are not needed."""
    asked: dict[str, list[Subject]] = {}
    for subject in context.questions.values():
        for ref in subject.entry.facts:
            asked.setdefault(ref, []).append(subject)
    return tuple(one for ref, fact in context.facts.items() for one in _idle(fact, asked.get(ref, [])))


def _idle(fact: Subject, questions: Sequence[Subject]) -> Iterator[Idle]:
    if len(fact.quotations) < 2:
        return
    claim = {fact.model.statement, *(text for one in questions for text in (one.statement, *one.accepted))}
    claimed = set(content_words("\n".join(claim)))
    spans_documents = fact.entry.document is None
    home = fact.entry.document or fact.quotations[0].slug
    for quoted in fact.quotations:
        same = [other for other in fact.quotations if other is not quoted and other.slug == quoted.slug]
        if same and not claimed & _own(quoted, same):
            yield Idle(fact.ref, quoted.index, quoted.quote[:SHOWN], quoted.slug, "idle_quote")
        elif not spans_documents and quoted.slug != home and not _bears(quoted, fact, questions):
            yield Idle(fact.ref, quoted.index, quoted.quote[:SHOWN], quoted.slug, "bears_nothing")


def _own(quoted: Quoted, others: Sequence[Quoted]) -> set[str]:
    """The content words that a quotation alone has."""
    return set(content_words(quoted.quote)).difference(*(content_words(other.quote) for other in others))


def _bears(quoted: Quoted, fact: Subject, questions: Sequence[Subject]) -> bool:
    """Whether a quotation bears a key without help: its values, or half of its words; or says what the first one says."""
    if not questions:
        return True
    said = set(content_words(quoted.quote))
    first = set(content_words(fact.quotations[0].quote))
    if len(said & first) >= BEARS * min(len(said), len(first)):
        return True
    return any(_states(quoted, one, key) for one in questions for key in (*one.keys, *one.accepted))


def _states(quoted: Quoted, question: Subject, key: str) -> bool:
    context = question.context
    asked = context.spans(key)
    if asked:
        return all(any(states(said, one) for said in context.spans(quoted.quote)) for one in asked)
    words = set(content_words(key))
    return bool(words) and len(words & set(content_words(quoted.quote))) >= BEARS * len(words)


def _needed(context: Context, findings: Sequence[Finding]) -> Iterator[Hit]:
    share = recall(context, findings)
    if share < 1:
        yield block("citation_recall", share=f"{share:.3f}")
    for one in idle(context):
        yield block(one.code, ref=one.fact, at=("evidence", one.index), quote=one.quote, document=one.document)


RULES = (
    BankRule(
        "B8",
        "every question is borne by its quotations, and every quotation is needed",
        "ALCE, arXiv 2305.14627",
        _needed,
        ("citation_recall", "idle_quote", "bears_nothing"),
    ),
)
