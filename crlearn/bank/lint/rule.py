"""What a rule is, and what it finds. Rules yield codes with parameters; `bank.messages` has their sentences.

A rule of one question or fact is a `Rule`, a rule of the bank as a whole a `BankRule`. Both are plain data with a function:

    def _check(subject: Subject) -> Iterator[Hit]:
        if …:
            yield block("no_year", at=("prompt",), value="today")

    RULES = (Rule("G8", "dated", "Wozniak 19", ALL, _check, codes=("no_year",)),)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from crlearn.bank.kinds import KINDS
from crlearn.bank.lint.context import Context
from crlearn.bank.lint.subject import FACT, Subject
from crlearn.bank.yamlfile_nodes import Key

__all__ = [
    "ALL",
    "CHOICE",
    "FACTS",
    "RECALL",
    "BankRule",
    "Context",
    "Finding",
    "Hit",
    "Rule",
    "Severity",
    "Subject",
    "block",
    "warn",
]

ALL = frozenset(KINDS)
CHOICE = frozenset({"single_choice", "multiple_choice"})
RECALL = frozenset({"short_answer", "cloze", "numeric"})
FACTS = frozenset({FACT})


class Severity(StrEnum):
    """How bad a finding is: BLOCK keeps an entry from being ready, WARN asks its author to look again."""

    BLOCK = "B"
    WARN = "W"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields.

    `at`: the keys and indices inside the entry, for the line; `ref`: the question or fact that a rule of the whole
    bank is about ("" for none of them, but the bank).
    """

    severity: Severity
    code: str
    params: dict[str, str] = field(default_factory=dict)
    at: tuple[Key, ...] = ()
    ref: str = ""


def block(code: str, *, at: tuple[Key, ...] = (), ref: str = "", **params: object) -> Hit:
    """A hit that blocks."""
    return Hit(Severity.BLOCK, code, {name: str(value) for name, value in params.items()}, at, ref)


def warn(code: str, *, at: tuple[Key, ...] = (), ref: str = "", **params: object) -> Hit:
    """A hit that warns."""
    return Hit(Severity.WARN, code, {name: str(value) for name, value in params.items()}, at, ref)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of one entry.

    `id`: stable, as `ignore:` names it; `source`: where the rule comes from; `applies`: the kinds of question, or
    FACTS; `codes`: every code that `check` may yield.
    """

    id: str
    name: str
    source: str
    applies: frozenset[str]
    check: Callable[[Subject], Iterable[Hit]]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BankRule:
    """A rule of the bank as a whole; its hits name by `ref` the entry they are about, where there is one.

    `check` gets what has been found so far: rules of the whole run after those of single entries, in their order.
    """

    id: str
    name: str
    source: str
    check: "Callable[[Context, Sequence[Finding]], Iterable[Hit]]"
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its place. `file` is as in the folder ("questions/crs-2023.yaml"); of the bank as a whole "", line 0."""

    rule: str
    severity: Severity
    ref: str
    file: str
    line: int
    code: str
    params: dict[str, str]
