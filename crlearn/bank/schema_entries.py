"""Facts and questions as they stand in a file. See `bank.schema`, which has the files themselves."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from crlearn.bank.kinds import (
    cloze,
    matching,
    multiple_choice,
    numeric,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from crlearn.bank.kinds.fields import RESERVED, FactRef, Id, Problems, Strict, Text, Unique, error
from crlearn.bank.schema_dates import Edtf

Status = Literal["draft", "review", "ready", "retired"]
Nature = Literal["event", "figure", "state", "judgement", "forecast", "definition"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Rule = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+[a-z]?$")]


def _not_blank(value: str) -> str:
    if not value.strip():
        raise error("blank")
    return value


def _as_mapping(value: object) -> object:
    return {"ref": value} if isinstance(value, str) else value


Prose = Annotated[str, AfterValidator(_not_blank)]  # not trimmed: white space is part of a quotation

TYPE = "The kind of question; it decides which other keys there are."
HELD = ("judgement", "forecast")  # natures that need a holder
DATED = ("figure", "state", "forecast")  # natures that need as_of


class Evidence(Strict):
    """A quotation that bears the fact."""

    quote: Prose = Field(description="As it reads in the reading text, slips of the source included.")
    prefix: Prose | None = Field(
        None, description="What stands before it, where the quotation alone stands more than once."
    )
    suffix: Prose | None = Field(None, description="What stands behind it, likewise.")
    source: Id | None = Field(None, description="The document it stands in, where that is not the file's own.")


class Sourced(Evidence):
    """A quotation in a file that is of no one document."""

    source: Id = Field(description="The document it stands in.")


class Asked(Strict):
    """What goes with every question in a file, beside the content of its kind."""

    id: Id = Field(
        description="Stable for ever; the question's ref is <document>/<fact>/<id>, of a group <document>/groups/<id>."
    )
    asks: Annotated[Id, StringConstraints(max_length=40)] = Field(
        "main", description="What is asked of the fact. Questions of one fact that ask the same have the same answer."
    )
    origin: Literal["written", "generated", "edited"] = Field("written", description="How the question came to be.")
    facts: tuple[FactRef, ...] = Field(
        (), description="Groups only: the refs of the facts that are asked, two or more."
    )
    ignore: dict[Rule, Text] = Field({}, description="Lint rules that do not hold here, each with the reason.")
    status: Status = Field("ready", description="Only what is ready is asked. What is retired stays in the file.")


class SingleChoice(Asked, single_choice.SingleChoiceContent):
    """One of several options is right."""

    type: Literal["single_choice"] = Field(description=TYPE)


class MultipleChoice(Asked, multiple_choice.MultipleChoiceContent):
    """Several options, any number of them right, at least one wrong."""

    type: Literal["multiple_choice"] = Field(description=TYPE)


class TrueFalse(Asked, true_false.TrueFalseContent):
    """A statement that is true or false."""

    type: Literal["true_false"] = Field(description=TYPE)


class Cloze(Asked, cloze.ClozeContent):
    """A sentence with one gap."""

    type: Literal["cloze"] = Field(description=TYPE)


class ShortAnswer(Asked, short_answer.ShortAnswerContent):
    """A question answered in a few words."""

    type: Literal["short_answer"] = Field(description=TYPE)


class Numeric(Asked, numeric.NumericContent):
    """A question answered by a number."""

    type: Literal["numeric"] = Field(description=TYPE)


class Matching(Asked, matching.MatchingContent):
    """Pairs to be joined."""

    type: Literal["matching"] = Field(description=TYPE)


class Ordering(Asked, ordering.OrderingContent):
    """Steps to be put in order."""

    type: Literal["ordering"] = Field(description=TYPE)


Question = Annotated[
    SingleChoice | MultipleChoice | TrueFalse | Cloze | ShortAnswer | Numeric | Matching | Ordering,
    Field(discriminator="type"),
]


class Distinction(Strict):
    """A look-alike that is another fact."""

    ref: FactRef = Field(description="The other fact.")
    because: Text | None = Field(None, description="What the difference is.")


class Fact(Strict):
    """One key fact."""

    id: Id = Field(description="Stable for ever; the fact's ref is <document>/<id>, in across.yaml across/<id>.")
    statement: Text = Field(description="One sentence, true on its own.")
    nature: Nature = Field(description="What sort of statement it is.")
    holder: Name | None = Field(
        None,
        description="Who holds it, in the quotation's own terms, not its publisher. Required of a judgement and a forecast.",
    )
    as_of: Edtf | None = Field(None, description="When it held. Required of a figure, a state and a forecast.")
    when: Edtf | None = Field(None, description="When it happened, where an event has a date.")
    importance: Literal["core", "detail", "minor"] = Field(description="How much of the document hangs on it.")
    topics: tuple[Id, ...] = Field(description="Topics of vocabulary.yaml, one or more.")
    about: tuple[Id, ...] = Field((), description="Entities of vocabulary.yaml.")
    evidence: tuple[Evidence, ...] = Field((), description="Where it stands. A fact that is ready has one or more.")
    slip: Text | None = Field(None, description="The source's own error: shown at every reveal, never asked.")
    distinct_from: tuple[Annotated[Distinction, BeforeValidator(_as_mapping)], ...] = Field(
        (), description="Look-alikes that are other facts: refs, or {ref, because}."
    )
    formerly: tuple[FactRef, ...] = Field((), description="Refs that it had before it was renamed, merged or split.")
    status: Status = Field("ready", description="Only what is ready is asked. What is retired stays in the file.")
    questions: Annotated[tuple[Question, ...], Unique] = Field((), description="The ways to ask it.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        problems = Problems("fact")
        if self.id in RESERVED:
            problems.add(("id",), "reserved_id", value=self.id)
        if self.nature in HELD and not self.holder:
            problems.add(("nature",), "no_holder", nature=self.nature)
        if self.nature in DATED and not self.as_of:
            problems.add(("nature",), "no_as_of", nature=self.nature)
        if not self.topics:
            problems.add(("topics",), "no_topic")
        if self.status == "ready" and not self.evidence:
            problems.add((), "no_evidence")
        for index, question in enumerate(self.questions):
            if question.facts:
                problems.add(("questions", index, question.type, "facts"), "facts_outside_group")
        for name, refs in (("topics", self.topics), ("about", self.about), ("formerly", self.formerly)):
            for index, ref in enumerate(refs):
                if ref in refs[:index]:
                    problems.add((name, index), "listed_twice", value=ref)
        problems.done()
        return self


class SourcedFact(Fact):
    """A fact that spans documents: each quotation says where it stands."""

    evidence: tuple[Sourced, ...] = Field((), description="Where it stands. A fact that is ready has one or more.")


def _group(question: Question) -> Question:
    """What a question of several facts needs besides."""
    problems = Problems(question.type)
    if len(set(question.facts)) < 2:
        problems.add(("facts",), "too_few_facts", count=len(set(question.facts)), least=2)
    for index, ref in enumerate(question.facts):
        if ref in question.facts[:index]:
            problems.add(("facts", index), "listed_twice", value=ref)
    for name, parts in (("pairs", getattr(question, "pairs", ())), ("steps", getattr(question, "steps", ()))):
        for index, part in enumerate(parts):
            if part.fact and part.fact not in question.facts:
                problems.add((name, index, "fact"), "fact_not_in_group", ref=part.fact)
    problems.done()
    return question


Group = Annotated[Question, AfterValidator(_group)]
