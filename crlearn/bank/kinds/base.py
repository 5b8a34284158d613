"""What every kind of question has in common: how an answer is taken in, judged, and shown.

A kind is one stateless object. It knows nothing of databases, people or pages: content, stored order and answer go in,
plain data comes out. "I don't know" is no answer and never reaches a kind.
"""

import random
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import Field

from crlearn.bank.kinds.fields import Strict, Text

Answer = dict[str, Any]
Order = dict[str, list[str]]
Form = Mapping[str, Sequence[str]]
Aliases = Mapping[str, Sequence[str]]

NO_ALIASES: Aliases = MappingProxyType({})
LONGEST_ANSWER = 200  # characters of a typed answer


class BadAnswer(ValueError):
    """A form that holds no answer which could be judged. Nothing is recorded; the learner is asked again."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth.

    `score` from 0 to 1; `code` says why ("right", "wrong", "partly", "typo", …) with `params` for its sentence;
    `per_fact` maps the ref of a fact to its own score, where parts of the question name facts.
    """

    score: float
    code: str
    params: dict[str, Any] = field(default_factory=dict)
    per_fact: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for score in (self.score, *self.per_fact.values()):
            if not 0 <= score <= 1:
                raise ValueError(f"a score must lie between 0 and 1, not {score}")


class Content(Strict):
    """What is asked, and what is said once it has been answered."""

    prompt: Text = Field(description="What is asked, as the learner reads it.")
    explanation: Text | None = Field(None, description="Shown after the answer; adds something to the statement.")


C = TypeVar("C", bound=Content)


class Kind(ABC, Generic[C]):
    """One type of question. Subclasses are stateless; `bank.kinds.KINDS` holds one object of each."""

    name: ClassVar[str]
    recall: ClassVar[bool]  # the answer is produced
    Content: type[C]

    @property
    def recognition(self) -> bool:
        """Whether the answer is chosen among what is shown."""
        return not self.recall

    @property
    def template(self) -> str:
        """The template that shows a question of this kind."""
        return f"bank/kinds/{self.name}.html"

    def load(self, content: Mapping[str, Any]) -> C:
        """The content of a stored version. Raises pydantic's ValidationError with our codes."""
        return self.Content.model_validate(content)

    def arrange(self, content: C, rng: random.Random) -> Order:
        """The order in which one learner meets the parts; drawn once and stored. {} where there is nothing to order."""
        return {}

    @abstractmethod
    def parse(self, content: C, order: Order, form: Form) -> Answer:
        """The answer in a posted form, as it is stored. Raises BadAnswer."""

    @abstractmethod
    def check(self, content: C, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """Judge a parsed answer. `aliases`: the names of every entity known, by its id."""

    @abstractmethod
    def show(self, content: C, order: Order) -> dict[str, Any]:
        """All that a page may hold before the answer. Neither the key nor an id of the file is in it."""

    @abstractmethod
    def reveal(self, content: C, order: Order, answer: Answer | None) -> dict[str, Any]:
        """All that a page may hold after the answer (None: not answered): the key as text, and what was chosen."""


def values(form: Form, name: str) -> list[str]:
    """Everything that a form sent under a name, trimmed, blanks left out."""
    sent = form.get(name, ())
    sent = (sent,) if isinstance(sent, str) else sent
    return [value.strip() for value in sent if value.strip()]


def place(value: str, ids: Sequence[str]) -> str:
    """The id at a 1-based place of a stored order. Raises BadAnswer for anything else."""
    if value.isascii() and value.isdigit() and len(value) < 5 and 1 <= int(value) <= len(ids):
        return ids[int(value) - 1]
    raise BadAnswer("unknown_option")


def places(ids: Sequence[str]) -> list[tuple[str, str]]:
    """(form value, id) for each id of a stored order."""
    return [(str(number), one) for number, one in enumerate(ids, 1)]


def shuffled(ids: Sequence[str], rng: random.Random) -> list[str]:
    """A new list in random order; every order is as likely as any other."""
    mixed = list(ids)
    rng.shuffle(mixed)
    return mixed


def parted(score: float, params: dict[str, Any], shares: Sequence[tuple[str | None, float]]) -> Verdict:
    """The verdict of a question in parts; `shares`: the fact of each part (None: no fact of its own) and its share.

    A fact of several parts gets their mean.
    """
    by_fact: dict[str, list[float]] = {}
    for fact, share in shares:
        if fact:
            by_fact.setdefault(fact, []).append(share)
    per_fact = {fact: sum(one) / len(one) for fact, one in by_fact.items()}
    return Verdict(score, "right" if score == 1 else "partly" if score else "wrong", params, per_fact)


def written(form: Form) -> Answer:
    """A typed answer as {"text": …}: on one line, without control characters (PostgreSQL refuses NUL). Raises BadAnswer."""
    sent = values(form, "answer")
    text = " ".join(_printable(sent[0]).split()) if sent else ""
    if not text:
        raise BadAnswer("nothing_written")
    if len(text) > LONGEST_ANSWER:
        raise BadAnswer("too_long", limit=LONGEST_ANSWER)
    return {"text": text}


def _printable(text: str) -> str:
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))
