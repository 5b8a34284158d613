"""The bank as a whole: what no single question can show (B1–B4, B7, F3). Coverage, citations and worth have their modules."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from crlearn.bank.kinds import KINDS, Order
from crlearn.bank.lint import citations, coverage, solvers, worth
from crlearn.bank.lint.chance import uneven
from crlearn.bank.lint.rule import RECALL, BankRule, Context, Finding, Hit, Severity, block, warn
from crlearn.bank.lint.subject import Subject
from crlearn.bank.values import squeezed, tokens

SURE = 0.001  # so unlikely an uneven spread must be before it is no luck
DRAWS = 40  # orders of each question in the test of the shuffler
ENOUGH = 5  # keys that each place must expect before their spread is tested
TWINS = 90  # of 100: prompts as alike are one
FEW_WARNINGS, SOUND = 1, 0.95
Arrange = Callable[[Any, random.Random], Order]
_SMALL = frozenset(("a", "an", "the", "of", "in", "at", "on"))


def choices(context: Context) -> list[Subject]:
    """The questions with options."""
    return [subject for subject in context.questions.values() if subject.options]


def items(context: Context) -> list[solvers.Item]:
    """The questions with options, as the cue-only solvers see them."""
    return [solvers.item_of(subject) for subject in choices(context)]


@lru_cache(maxsize=1)
def solved(context: Context) -> list[solvers.Row]:
    """How the cue-only solvers fare; kept, for the rules and the score card both want it."""
    return solvers.table(items(context))


def _spread(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    counted: dict[tuple[bool, int], Counter[int]] = {}
    for subject in choices(context):
        if subject.kind == "single_choice":
            kept = subject.model.keep_order
            places = key_places(subject.model, subject.ref, 1 if kept else DRAWS)
            counted.setdefault((kept, len(subject.options)), Counter()).update(places)
    for (_kept, options), counts in sorted(counted.items()):
        spread = [counts[place] for place in range(options)]
        if not even(spread):
            yield block("places_uneven", options=options, counts=" · ".join(map(str, spread)))


def even(counts: Sequence[int]) -> bool:
    """Whether luck explains how often the key came to each place; True where there are too few to tell."""
    return sum(counts) < ENOUGH * len(counts) or uneven(counts) >= SURE


def key_places(model: Any, seed: str, draws: int, arrange: Arrange = KINDS["single_choice"].arrange) -> list[int]:
    """Where the key of a single choice stands in some orders that the shuffler draws."""
    key = next(option.id for option in model.options if option.correct)
    orders = (arrange(model, random.Random(f"{seed} order {number}")) for number in range(draws))
    return [order["options"].index(key) for order in orders]


def _solved(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    for row in solved(context):
        if not row.group and not row.inside:
            yield Hit(Severity.BLOCK, "solver_wins", _params(row))


def _solved_in_part(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    for row in solved(context):
        if row.group and not row.inside:
            yield Hit(Severity.WARN, "solver_wins_in_part", {"group": row.group, **_params(row)})


def _params(row: solvers.Row) -> dict[str, str]:
    return {
        "solver": row.solver,
        "hits": str(row.hits),
        "count": str(row.n),
        "expected": str(round(row.expected)),
        "bound": str(row.bound),
        "examples": ", ".join(row.examples),
    }


def _doubled(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    groups: dict[tuple[str, tuple[str, ...]], list[Subject]] = {}
    for subject in context.questions.values():
        groups.setdefault((subject.kind, _answer(subject)), []).append(subject)
    for members in groups.values():
        for one, other in combinations(members, 2):
            if fuzz.token_sort_ratio(one.prompt, other.prompt) >= TWINS:
                yield block("same_question", ref=other.ref, at=("prompt",), other=one.ref)
            elif _place(one) == _place(other):
                yield block("asked_twice", ref=other.ref, at=("asks",), other=one.ref, asks=other.model.asks)


def _answer(subject: Subject) -> tuple[str, ...]:
    """What is right, so that two questions with one answer are found. Of a statement, what the document says."""
    return tuple(sorted(squeezed(key) for key in subject.keys or (subject.statement,)))


def _place(subject: Subject) -> tuple[object, ...]:
    quotes = tuple(sorted({(quoted.slug, quoted.quote) for quoted in subject.quotations}))
    return (quotes, subject.model.asks, subject.entry.facts)


def _confusable(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    # Where all words of one prompt stand in another, their token_set_ratio is 100, and no word tells the shorter apart.
    said = [(subject, frozenset(_words(subject))) for subject in context.questions.values() if subject.kind in RECALL]
    for (one, words), (other, more) in combinations(said, 2):
        if (words <= more or more <= words) and not _agree(one, other):
            yield warn("confusable", ref=other.ref, at=("prompt",), other=one.ref)


def _words(subject: Subject) -> list[str]:
    return [word for word in tokens(subject.prompt) if word not in _SMALL]


def _agree(one: Subject, other: Subject) -> bool:
    """Whether the accepted answers of two questions meet, so that nobody is misled by taking one for the other."""
    mine = {squeezed(text) for text in (*one.keys, *one.accepted)}
    return not mine.isdisjoint(squeezed(text) for text in (*other.keys, *other.accepted))


def sound(context: Context, findings: Sequence[Finding]) -> float:
    """The share of questions with one warning of their own at most, and nothing that blocks; 1 for an empty bank."""
    own = [finding for finding in findings if finding.ref in context.questions and not finding.rule.startswith("B")]
    warnings = Counter(finding.ref for finding in own if finding.severity is Severity.WARN)
    blocked = {finding.ref for finding in own if finding.severity is Severity.BLOCK}
    bad = blocked | {ref for ref, count in warnings.items() if count > FEW_WARNINGS}
    return 1 - len(bad) / len(context.questions) if context.questions else 1.0


def _in_order(context: Context, findings: Sequence[Finding]) -> Iterator[Hit]:
    share = sound(context, findings)
    blocking = sum(finding.severity is Severity.BLOCK for finding in findings if not finding.rule.startswith("B"))
    if blocking:
        yield block("something_blocks", count=blocking)
    if share < SOUND:
        yield block("many_warnings", share=f"{share:.1%}", least=f"{SOUND:.0%}")


RULES: tuple[BankRule, ...] = (
    BankRule(
        "F3",
        "no two prompts that are taken for each other",
        "Wozniak 11",
        _confusable,
        ("confusable",),
    ),
    BankRule(
        "B1",
        "keys are spread evenly over the places",
        "Haladyna et al., 20",
        _spread,
        ("places_uneven",),
    ),
    BankRule("B2", "no cue gives the keys away", "FreeMedQA, arXiv 2503.13508", _solved, ("solver_wins",)),
    BankRule(
        "B3",
        "no cue gives the keys of a type or document away",
        "FreeMedQA, arXiv 2503.13508",
        _solved_in_part,
        ("solver_wins_in_part",),
    ),
    BankRule(
        "B4", "nothing is asked twice in one way", "a bank without copies", _doubled, ("same_question", "asked_twice")
    ),
    *coverage.RULES,
    *citations.RULES,
    *worth.RULES,
    BankRule("B7", "the bank is in order", "SAQUET", _in_order, ("something_blocks", "many_warnings")),
)
