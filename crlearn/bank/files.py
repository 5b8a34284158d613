"""The bank's files as one whole: every entry with its ref and line, and what only several files together can show."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from crlearn.bank import schema, yamlfile
from crlearn.bank.kinds.fields import Strict
from crlearn.bank.schema_errors import BankError, hint
from crlearn.bank.yamlfile_nodes import Key, Node

MESSAGES = {
    "unknown_file": "questions/ holds <slug>.yaml for a document, across.yaml and vocabulary.yaml; {stem} is no document{hint}",
    "unknown_topic": "“{value}” is no topic of vocabulary.yaml{hint}",
    "unknown_entity": "“{value}” is no entity of vocabulary.yaml{hint}",
    "unknown_fact": "there is no fact {value}{hint}",
    "unknown_document": "there is no document “{value}” in documents.yaml{hint}",
    "unknown_version": "document_sha256 is of no version of {value} that was loaded; the present one is {sha256}",
    "formerly_taken": "{value} is a fact of the bank that is still asked; give it status: retired",
    "orphan": "the quotation does not stand in {document}: {quote}",
    "changed": "the quotation stands otherwise in {document}: {quote}",
    "ambiguous": "the quotation stands more than once in {document}; add prefix or suffix: {quote}",
    "two_passages": "the quotation runs over the end of a paragraph of {document}: {quote}",
    "not_prose": "the quotation stands in a {kind} of {document}, not in its prose: {quote}",
    "quoted_twice": "the quotation is given twice",
    "no_folder": "there is no folder {value} with the bank's files",
}


class BankProblems(ValueError):
    """A bank that cannot be loaded: every problem found, by file and line. Nothing was changed."""

    def __init__(self, errors: Sequence[BankError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = list(errors)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: its ref, its model, the file's name, its line, and its content as JSON."""

    ref: str
    model: Any
    file: str
    line: int
    content: dict[str, Any]
    document: str | None  # slug of the file's document
    node: Node | None  # for the lines of what is inside
    facts: tuple[str, ...] = ()  # questions: refs of the facts asked
    position: int = 0


@dataclass(slots=True)
class BankFile:
    """One file, read and checked by itself."""

    name: str
    sha256: str
    tree: yamlfile.Tree
    model: schema.File | None
    errors: list[BankError]

    @property
    def stem(self) -> str:
        return self.name.removesuffix(".yaml")

    def error(self, path: Sequence[Key], code: str, **params: Any) -> BankError:
        """Return a problem of what a path of keys and indices leads to."""
        message = MESSAGES[code].format(**params)
        ref = yamlfile.ref(self.tree, path)
        return BankError(self.tree.name, yamlfile.place(self.tree, path), ref, code, message, params)


@dataclass(slots=True)
class Bank:
    """All files of a folder."""

    files: list[BankFile]
    facts: dict[str, Entry] = field(default_factory=dict)
    questions: dict[str, Entry] = field(default_factory=dict)
    disagreements: dict[str, Entry] = field(default_factory=dict)
    topics: dict[str, Entry] = field(default_factory=dict)
    entities: dict[str, Entry] = field(default_factory=dict)
    terms: dict[str, Entry] = field(default_factory=dict)

    def by_name(self, name: str) -> BankFile:
        return next(file for file in self.files if file.name == name)


def read(folder: Path, documents: Sequence[str]) -> Bank:
    """Read every .yaml file of a folder and check them together. `documents`: known slugs. Raises BankProblems."""
    if not folder.is_dir():
        raise BankProblems([BankError(str(folder), 1, "", "no_folder", MESSAGES["no_folder"].format(value=folder))])
    paths = sorted(folder.glob("*.yaml"))
    return read_bytes({f"{path.parent.name}/{path.name}": path.read_bytes() for path in paths}, documents)


def read_bytes(raws: Mapping[str, bytes], documents: Sequence[str]) -> Bank:
    """Read files that need not be on the disk, given by folder and name (questions/crs-2023.yaml). Raises BankProblems."""
    files = [_read_file(name, raw) for name, raw in raws.items()]
    errors = [error for file in files for error in file.errors]
    for file in files:
        if file.stem not in {schema.ACROSS, schema.VOCABULARY, *documents}:
            errors.append(file.error([], "unknown_file", stem=file.stem, hint=hint(file.stem, documents)))
    bank = Bank(files)
    for file in files:
        _take(bank, file)
    if not any(file.model is None for file in files):  # else what is missing would be noise
        errors += [error for file in files for error in _references(bank, file)]
    if errors:
        raise BankProblems(sorted(errors, key=lambda error: (error.file, error.line)))
    return bank


def _read_file(name: str, raw: bytes) -> BankFile:
    model, errors, tree = yamlfile.parse_tree(yamlfile.load(raw, name))
    return BankFile(name.rpartition("/")[2], hashlib.sha256(raw).hexdigest(), tree, model, errors)


def _take(bank: Bank, file: BankFile) -> None:
    """Put the entries of a file into the bank, under their refs."""
    model = file.model
    if isinstance(model, schema.VocabularyFile):
        words: tuple[
            tuple[dict[str, Entry], str, Sequence[schema.Topic | schema.Entity | schema.GlossaryTerm]], ...
        ] = (
            (bank.topics, "topics", model.topics),
            (bank.entities, "entities", model.entities),
            (bank.terms, "glossary", model.glossary),
        )
        for store, key, entries in words:
            for index, word in enumerate(entries):
                store[word.id] = _entry(file, f"vocabulary/{key}/{word.id}", word, [key, index], None, position=index)
    if not isinstance(model, schema.DocumentFile | schema.AcrossFile):
        return
    document = model.document if isinstance(model, schema.DocumentFile) else None
    place = 0
    for index, fact in enumerate(model.facts):
        ref = f"{file.stem}/{fact.id}"
        bank.facts[ref] = _entry(file, ref, fact, ["facts", index], document, position=index)
        for inner, question in enumerate(fact.questions):
            path: list[Key] = ["facts", index, "questions", inner]
            entry = _entry(file, f"{ref}/{question.id}", question, path, document, facts=(ref,), position=place)
            bank.questions[entry.ref] = entry
            place += 1
    for index, group in enumerate(model.groups):
        ref = f"{file.stem}/groups/{group.id}"
        bank.questions[ref] = _entry(file, ref, group, ["groups", index], document, facts=group.facts, position=place)
        place += 1
    if isinstance(model, schema.AcrossFile):
        for index, disagreement in enumerate(model.disagreements):
            ref = f"{file.stem}/disagreements/{disagreement.id}"
            bank.disagreements[ref] = _entry(file, ref, disagreement, ["disagreements", index], None)


def _entry(
    file: BankFile,
    ref: str,
    model: Strict,
    path: Sequence[Key],
    document: str | None,
    *,
    facts: tuple[str, ...] = (),
    position: int = 0,
) -> Entry:
    node = file.tree.root
    for key in path:
        node = node.child(key) if node else None
    content = schema.entry_content(model)
    line = yamlfile.place(file.tree, path)
    return Entry(ref, model, file.name, line, content, document, node, facts, position)


def _references(bank: Bank, file: BankFile) -> Iterator[BankError]:
    """Yield what a file names that is nowhere."""
    model = file.model
    if not isinstance(model, schema.DocumentFile | schema.AcrossFile):
        return
    for index, fact in enumerate(model.facts):
        at: list[Key] = ["facts", index]
        for place, topic in enumerate(fact.topics):
            if topic not in bank.topics:
                yield file.error([*at, "topics", place], "unknown_topic", value=topic, hint=hint(topic, bank.topics))
        for place, entity in enumerate(fact.about):
            if entity not in bank.entities:
                yield file.error(
                    [*at, "about", place], "unknown_entity", value=entity, hint=hint(entity, bank.entities)
                )
        for place, old in enumerate(fact.formerly):
            if old in bank.facts and bank.facts[old].model.status != "retired":
                yield file.error([*at, "formerly", place], "formerly_taken", value=old)
        for place, other in enumerate(fact.distinct_from):
            yield from _fact(bank, file, [*at, "distinct_from", place], other.ref)
        for inner, question in enumerate(fact.questions):
            yield from _entity(bank, file, [*at, "questions", inner, "entity"], question)
    for index, group in enumerate(model.groups):
        yield from _entity(bank, file, ["groups", index, "entity"], group)
        for place, ref in enumerate(group.facts):
            yield from _fact(bank, file, ["groups", index, "facts", place], ref)
    if isinstance(model, schema.AcrossFile):
        for index, one in enumerate(model.disagreements):
            if one.topic and one.topic not in bank.topics:
                path: list[Key] = ["disagreements", index, "topic"]
                yield file.error(path, "unknown_topic", value=one.topic, hint=hint(one.topic, bank.topics))
            for place, claim in enumerate(one.claims):
                yield from _fact(bank, file, ["disagreements", index, "claims", place, "fact"], claim.fact)


def _fact(bank: Bank, file: BankFile, path: Sequence[Key], ref: str) -> Iterator[BankError]:
    if ref not in bank.facts:
        yield file.error(path, "unknown_fact", value=ref, hint=hint(ref, bank.facts))


def _entity(bank: Bank, file: BankFile, path: Sequence[Key], question: BaseModel) -> Iterator[BankError]:
    entity = getattr(question, "entity", None)
    if entity and entity not in bank.entities:
        yield file.error(path, "unknown_entity", value=entity, hint=hint(entity, bank.entities))
