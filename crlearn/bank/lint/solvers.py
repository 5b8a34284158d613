"""Readers who know nothing of the matter: each picks options by one cue alone. Where one of them is right more often than
chance allows, the options give their keys away (arXiv 2503.13508 does so with medical questions).

A solver takes an `Item` and returns the places of the options that it would choose among: none where its cue is missing.
It is right where a key is among them; by chance it is so with the probability that `chance` gives.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from rapidfuzz import fuzz

from crlearn.bank.kinds import KINDS
from crlearn.bank.lint.chance import upper_bound
from crlearn.bank.lint.form_wording import ABSOLUTES
from crlearn.bank.lint.option_values import Value
from crlearn.bank.lint.subject import Subject
from crlearn.bank.lint.words import content_words

LEVEL = 0.95
FEWEST = 40  # questions of a type or document; fewer say nothing
EXAMPLES = 5  # refs of a row
LEARNERS = 20  # orders of each question; of one alone, luck would decide
TWIN = 60  # of 100: so alike are two options that look like a pair

HEDGES = re.compile(  # case counts: May is a month
    r"\b(?:may|might|could|(?:[Uu]n)?likely|[Pp]robabl[ey]|[Pp]ossibl[ey]|[Pp]erhaps|[Oo]ften|[Uu]sually|[Gg]enerally|[Ss]ome(?:times)?|"
    r"[Pp]art(?:ly|ially)|[Ii]n part|[Mm]ostly|[Mm]ainly|[Ll]argely|[Rr]oughly|[Aa]bout (?=an? |half|\d)|[Nn]early|[Aa]lmost|tends?|seems?|"
    r"appears?|[Aa]pparently|[Rr]elatively|[Ss]omewhat|[Mm]ore or less|[Aa]t least|(?:[Ff]or )?the most part|[Ss]o far|[Nn]ot yet|"
    r"[Aa]rguably|[Rr]eportedly|believed|[Ff]or the moment)\b"
)

Picks = frozenset[int]
Run = list[Picks]  # what a solver picks in each item
NONE: Picks = frozenset()


@dataclass(frozen=True)
class Item:
    """A question with options, as a solver sees it: nothing of its matter. `served`: for each of some learners the places
    of the options in the order in which they come."""

    ref: str
    kind: str
    document: str
    prompt: str
    options: tuple[str, ...]
    keys: Picks
    values: tuple[Value, ...]
    served: tuple[tuple[int, ...], ...]


def item_of(subject: Subject) -> Item:
    """The item of a choice, its options shuffled as a quiz would, seeded with its ref and a learner's number."""
    model, kind = subject.model, KINDS[subject.kind]
    orders = [kind.arrange(model, random.Random(f"{subject.ref} {number}"))["options"] for number in range(LEARNERS)]
    places = {option.id: place for place, option in enumerate(model.options)}
    return Item(
        ref=subject.ref,
        kind=subject.kind,
        document=subject.entry.file.removesuffix(".yaml"),
        prompt=subject.prompt,
        options=tuple(option.text for option in model.options),
        keys=frozenset(place for place, option in enumerate(model.options) if option.correct),
        values=subject.stated,
        served=tuple(tuple(places[one] for one in order) for order in orders),
    )


def _best(scores: Sequence[float]) -> Picks:
    """The places of the highest score, if it is above zero and not everybody's."""
    top = max(scores, default=0)
    picks = frozenset(place for place, score in enumerate(scores) if score == top)
    return picks if top > 0 and len(picks) < len(scores) else NONE


def longest(item: Item) -> Picks:
    """The longest option, in characters."""
    return _best([len(text) for text in item.options])


def shortest(item: Item) -> Picks:
    """The shortest option, in characters."""
    most = max(map(len, item.options)) + 1
    return _best([most - len(text) for text in item.options])


def clang(item: Item) -> Picks:
    """The option that repeats most content words of the prompt."""
    asked = set(content_words(item.prompt))
    return _best([len(asked & set(content_words(text))) for text in item.options])


def convergence(item: Item) -> Picks:
    """The option that shares most content words with the others: wrong options are often made from the key."""
    said = [set(content_words(text)) for text in item.options]
    return _best([sum(len(own & other) for other in said if other is not own) for own in said])


def twin(item: Item) -> Picks:
    """Either half of the pair of options that are most alike."""
    alike = {pair: fuzz.token_sort_ratio(item.options[pair[0]], item.options[pair[1]]) for pair in _pairs(item)}
    top = max(alike.values(), default=0.0)
    found = [pair for pair, ratio in alike.items() if ratio == top]
    return frozenset(found[0]) if top >= TWIN and len(found) == 1 and len(item.options) > 2 else NONE


def _pairs(item: Item) -> Iterable[tuple[int, int]]:
    return combinations(range(len(item.options)), 2)


def hedged(item: Item) -> Picks:
    """The option with most words that hedge."""
    return _best([len(HEDGES.findall(text)) for text in item.options])


def measured(item: Item) -> Picks:
    """The options without absolutes (always, never, only), where others have some."""
    return _best([not ABSOLUTES.search(text) for text in item.options])


def middle(item: Item) -> Picks:
    """The middle number or date, of an even count the middle two."""
    count = len(item.values)
    if count < 3 or not all(value.ordered for value in item.values):
        return NONE
    order = sorted(range(count), key=lambda place: (item.values[place].low, item.values[place].high))
    return frozenset(order[(count - 1) // 2 : count // 2 + 1])


SOLVERS: dict[str, Callable[[Item], Picks]] = {
    "longest": longest,
    "shortest": shortest,
    "clang": clang,
    "convergence": convergence,
    "twin": twin,
    "hedged": hedged,
    "measured": measured,
    "middle": middle,
}
POSITION, MAJORITY = "position", "majority"


def position(items: Sequence[Item]) -> list[Run]:
    """For each learner, of each item the option at the place where the key stands most often in all the other items
    with as many options."""
    own = [Counter(order.index(key) for order in item.served for key in item.keys) for item in items]
    seen: dict[int, Counter[int]] = {}
    for item, counts in zip(items, own, strict=True):
        seen.setdefault(len(item.options), Counter()).update(counts)
    places = []
    for item, counts in zip(items, own, strict=True):
        every = seen[len(item.options)]
        places.append(_best([every[place] - counts[place] for place in range(len(item.options))]))
    return [
        [frozenset(item.served[learner][place] for place in best) for item, best in zip(items, places, strict=True)]
        for learner in range(LEARNERS)
    ]


def majority(item: Item, votes: Iterable[Picks]) -> Picks:
    """The option with most votes; who picks several shares its vote among them."""
    scores = [0.0] * len(item.options)
    for picks in votes:
        for place in picks:
            scores[place] += 1 / len(picks)
    return _best([round(score, 6) for score in scores])


def answers(items: Sequence[Item]) -> dict[str, list[Run]]:
    """Solver → its runs: of most one, of `position` one for each learner, since each meets another order."""
    runs = {name: [[solver(item) for item in items]] for name, solver in SOLVERS.items()}
    runs[POSITION] = position(items)
    runs[MAJORITY] = [[majority(item, (found[0][at] for found in runs.values())) for at, item in enumerate(items)]]
    return runs


def chance(item: Item, picks: Picks) -> float:
    """The probability that a key is among as many options drawn blindly."""
    count = len(item.options)
    return 1 - comb(count - len(item.keys), len(picks)) / comb(count, len(picks))


@dataclass(frozen=True, slots=True)
class Row:
    """How one solver fares in one group of questions ("" is the whole bank).

    `n`: the questions that show its cue; `hits`: of these, how often a key was among its picks (of several runs the mean);
    `expected`: by chance;
    `bound`: the most that chance allows at the level of the test; `examples`: refs of some questions that it solved.
    """

    solver: str
    group: str
    n: int
    hits: int
    expected: float
    bound: int
    examples: tuple[str, ...] = ()

    @property
    def inside(self) -> bool:
        """Whether chance explains it."""
        return self.hits <= self.bound


def table(items: Sequence[Item]) -> list[Row]:
    """The rows of the whole bank, one a solver, and of each type, document and type in a document with enough questions."""
    runs = answers(items)
    rows = [_row(name, "", items, own, LEVEL) for name, own in runs.items()]
    groups: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        for group in (item.kind, item.document, f"{item.kind} in {item.document}"):
            groups.setdefault(group, []).append(at)
    tests = [
        (name, group, places)
        for group, members in sorted(groups.items())
        for name, own in runs.items()
        if len(places := [at for at in members if own[0][at]]) >= FEWEST
    ]
    level = 1 - (1 - LEVEL) / max(1, len(tests))  # Bonferroni
    rows += [
        _row(name, group, [items[at] for at in places], [[run[at] for at in places] for run in runs[name]], level)
        for name, group, places in tests
    ]
    return rows


def _row(name: str, group: str, items: Sequence[Item], runs: Sequence[Run], level: float) -> Row:
    shown = [(item, picks) for run in runs for item, picks in zip(items, run, strict=True) if picks]
    solved = [item.ref for item, picks in shown if picks & item.keys]
    count = round(len(shown) / len(runs))
    probability = sum(chance(item, picks) for item, picks in shown) / len(shown) if shown else 0
    bound = upper_bound(count, min(1.0, probability), level)
    refs = list(dict.fromkeys(solved))
    examples = tuple(refs[:: max(1, len(refs) // EXAMPLES)][:EXAMPLES])  # from all over the bank
    return Row(name, group, count, round(len(solved) / len(runs)), round(probability * count, 2), bound, examples)
