"""The bank's files as models: what may stand in questions/*.yaml, and what each key means.

Every scalar comes in as text and is converted here. The description of each field is the reference of the format: the
documentation is made from it. What a question asks is in the Content of its kind (`bank.kinds`), what goes with it in
a file in `bank.schema_entries`. Errors are codes; `bank.schema_errors` has their sentences, `bank.yamlfile` their lines.
"""

import hashlib
import json
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, Field, model_validator

from crlearn.bank.kinds import KINDS
from crlearn.bank.kinds.fields import FactRef, Id, Problems, Strict, Text, Unique
from crlearn.bank.schema_entries import (
    Evidence,
    Fact,
    Group,
    Name,
    Question,
    Sha256,
    Sourced,
    SourcedFact,
    Status,
)
from crlearn.bank.values import plain

__all__ = [
    "AcrossFile",
    "Disagreement",
    "DocumentFile",
    "Entity",
    "Evidence",
    "Fact",
    "GlossaryTerm",
    "Group",
    "Question",
    "Sourced",
    "SourcedFact",
    "Status",
    "Topic",
    "VocabularyFile",
    "content_hash",
    "entry_content",
    "fact_content",
    "file_model",
    "question_content",
]

MOST_TOPICS = 15
ACROSS, VOCABULARY = "across", "vocabulary"


class Claim(Strict):
    """One side of a disagreement."""

    fact: FactRef = Field(description="The fact that makes the claim.")
    says: Text = Field(description="In short, what it says.")


class Disagreement(Strict):
    """Facts that documents, or one document in two places, put differently."""

    id: Id = Field(description="Stable for ever; its ref is across/disagreements/<id>.")
    topic: Id | None = Field(None, description="A topic of vocabulary.yaml.")
    kind: Literal["contradiction", "update", "measure", "degree", "attribution"] = Field(
        description="How they differ: both cannot be so; one is newer; they measure different things; they differ in degree; "
        "they name different holders."
    )
    claims: tuple[Claim, ...] = Field(description="Two or more.")
    note: Text | None = Field(None, description="How to read them together.")

    @model_validator(mode="after")
    def _claims(self) -> Self:
        problems = Problems("disagreement")
        if len(self.claims) < 2:
            problems.add(("claims",), "too_few_claims", count=len(self.claims), least=2)
        refs = [claim.fact for claim in self.claims]
        for index, ref in enumerate(refs):
            if ref in refs[:index]:
                problems.add(("claims", index, "fact"), "listed_twice", value=ref)
        problems.done()
        return self


class Topic(Strict):
    """A theme by which the bank is divided."""

    id: Id = Field(description="Facts name it.")
    name: Name = Field(description="What the learner reads.")


class Entity(Strict):
    """A person, organisation, place or thing that facts are about."""

    id: Id = Field(description="Facts and questions name it.")
    kind: Literal["person", "organisation", "treaty", "place", "weapon", "project", "event", "text"] = Field(
        description="What it is."
    )
    name: Name = Field(description="The name by which the site calls it.")
    aliases: tuple[Name, ...] = Field((), description="Its other names; an answer may use any of them.")
    line: Text | None = Field(None, description="One line on what it is.")
    evidence: tuple[Sourced, ...] = Field((), description="Where a document says so.")


class GlossaryTerm(Strict):
    """A term or acronym that is explained on request."""

    id: Id = Field(description="Stable for ever.")
    term: Name = Field(description="As it stands in the texts.")
    expansion: Name | None = Field(None, description="What an acronym stands for.")
    line: Text | None = Field(None, description="One line on what it means.")
    evidence: tuple[Sourced, ...] = Field((), description="Where a document says so.")


class DocumentFile(Strict):
    """questions/<slug>.yaml: facts and questions of one document."""

    document: Id = Field(description="A slug of seeds/documents.yaml, and the name of the file.")
    document_sha256: Sha256 = Field(description="The version that the quotations were taken from.")
    facts: Annotated[tuple[Fact, ...], Unique] = Field((), description="The facts of the document.")
    groups: Annotated[tuple[Group, ...], Unique] = Field((), description="Questions of several facts.")


class AcrossFile(Strict):
    """questions/across.yaml: what spans documents."""

    facts: Annotated[tuple[SourcedFact, ...], Unique] = Field((), description="Facts that take several documents.")
    groups: Annotated[tuple[Group, ...], Unique] = Field((), description="Questions of several facts.")
    disagreements: Annotated[tuple[Disagreement, ...], Unique] = Field(
        (), description="Facts that documents put differently."
    )


class VocabularyFile(Strict):
    """questions/vocabulary.yaml: topics, entities, glossary."""

    topics: Annotated[tuple[Topic, ...], Unique] = Field((), description="At most 15.")
    entities: Annotated[tuple[Entity, ...], Unique] = Field((), description="What facts are about.")
    glossary: Annotated[tuple[GlossaryTerm, ...], Unique] = Field((), description="What is explained on request.")

    @model_validator(mode="after")
    def _names(self) -> Self:
        problems = Problems("vocabulary")
        if len(self.topics) > MOST_TOPICS:
            problems.add(("topics",), "too_many_topics", count=len(self.topics), limit=MOST_TOPICS)
        owner: dict[str, str] = {}
        for index, entity in enumerate(self.entities):
            for place, name in enumerate((entity.name, *entity.aliases)):
                other = owner.setdefault(plain(name), entity.id)
                if other != entity.id:  # a name of two things could not tell a right answer from a wrong one
                    loc = ("name",) if place == 0 else ("aliases", place - 1)
                    problems.add(("entities", index, *loc), "name_taken", name=name, other=other)
        problems.done()
        return self


File = DocumentFile | AcrossFile | VocabularyFile


def file_model(stem: str) -> type[File]:
    """The model of the file with that name (without .yaml)."""
    if stem == ACROSS:
        return AcrossFile
    return VocabularyFile if stem == VOCABULARY else DocumentFile


def question_content(entry: Question) -> dict[str, Any]:
    """What is asked, as its kind stores it: the JSON of a question version. No id, no status, nothing of the file."""
    model = KINDS[entry.type].Content
    dumped = _dumped(entry)
    return {key: dumped[key] for key in sorted(_names(model)) if key in dumped}


def fact_content(entry: Fact) -> dict[str, Any]:
    """What a fact says, with its evidence: the JSON of a fact version. Lists that have no order are sorted.

    Left out is what has a row of its own or is not what it says: id, status, questions, formerly, distinct_from.
    """
    kept = _dumped(entry)
    for key in ("id", "status", "questions", "formerly", "distinct_from"):
        del kept[key]
    return {**kept, "topics": sorted(kept["topics"]), "about": sorted(kept["about"])}


def entry_content(entry: BaseModel) -> dict[str, Any]:
    """A whole entry of a file, defaults filled in: two that are equal say the same. A fact comes without its questions."""
    dumped = _dumped(entry)
    if isinstance(entry, Fact):
        del dumped["questions"]
    return dumped


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON (keys sorted, no white space, UTF-8), in hexadecimal."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _names(model: type[BaseModel]) -> set[str]:
    """The keys of a model as a file has them."""
    return {field.alias or name for name, field in model.model_fields.items()}


def _dumped(entry: BaseModel) -> dict[str, Any]:
    dumped = entry.model_dump(mode="json", by_alias=True)
    return {key: dumped[key] for key in sorted(dumped)}
