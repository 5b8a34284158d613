"""Reading the bank's files: YAML with the line of everything, and every error with its file, line and ref.

Anchors, aliases, tags, directives, duplicate keys and a second document are refused. `load` gives the tree, `parse` the checked model of `bank.schema`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import yaml
from pydantic import ValidationError

from crlearn.bank.schema import DocumentFile, File, file_model
from crlearn.bank.schema_errors import BankError, bank_error, keys_at, translated
from crlearn.bank.yamlfile_nodes import Key, Loader, Node

LARGEST = 5_000_000  # bytes


@dataclass(slots=True)
class Tree:
    """What was read: the root (None where there is none), and what is wrong with it as YAML."""

    name: str
    root: Node | None = None
    errors: list[BankError] = field(default_factory=list)


def load(source: Path | bytes, name: str = "") -> Tree:
    """Read a file, or its bytes under a name. Nothing is raised: what is wrong is in the tree's errors."""
    if isinstance(source, Path):
        name = name or str(source)
        try:
            source = source.read_bytes()
        except OSError:
            return Tree(name, None, [bank_error(name, 1, "", "not_found")])
    tree = Tree(name)
    text = _decoded(source, tree)
    if text is None:
        return tree
    loader = Loader(text)
    try:
        loader.read()
    except yaml.YAMLError as raised:
        line, problem = _problem(raised, text)
        loader.found.append((line, loader.path(), "syntax", {"problem": problem}))
    finally:
        loader.dispose()
    tree.root = loader.root
    if loader.root is None and not loader.found:
        loader.found.append((1, [], "empty_file", {}))
    for line, path, code, params in loader.found:
        tree.errors.append(bank_error(name, line, ref(tree, path), code, **params))
    return tree


def parse(source: Path | bytes, name: str = "") -> tuple[File | None, list[BankError]]:
    """Read and check a file. The model where nothing is wrong, else None and every error found, by line."""
    model, errors, _ = parse_tree(load(source, name))
    return model, errors


def parse_tree(tree: Tree) -> tuple[File | None, list[BankError], Tree]:
    """Check a file that has been read, as `parse` does; the tree comes back for its lines."""
    broken = {error.code for error in tree.errors} & {"syntax", "too_deep", "second_document"}
    if tree.root is None or broken:  # the rest is missing: what it lacks would be noise
        return None, tree.errors, tree
    if not isinstance(tree.root.value, dict):
        error = bank_error(tree.name, tree.root.line, "", "not_a_mapping")
        return None, [*tree.errors, error], tree
    stem = PurePath(tree.name).stem
    kind = file_model(stem)
    found = list(tree.errors)
    model: File | None = None
    try:
        model = kind.model_validate(tree.root.plain())
    except ValidationError as raised:
        lines = {error.line for error in tree.errors}  # what was refused there is missing here: said once
        found += [error for error in _errors(tree, kind, raised) if error.line not in lines]
    if isinstance(model, DocumentFile) and model.document != stem:
        line = tree.root.keys["document"]
        found.append(bank_error(tree.name, line, "", "document_name", value=model.document, stem=stem))
    found.sort(key=lambda error: error.line)
    return (None if found else model), found, tree


def place(tree: Tree, path: Sequence[Key]) -> int:
    """The line of what a path leads to, or of the nearest thing above it that is there."""
    node, line = tree.root, 1
    for key in path:
        child = node.child(key) if node else None
        if node and child:
            line = node.keys.get(str(key), child.line) if isinstance(key, str) else child.line
            node = child
    return line


def ref(tree: Tree, path: Sequence[Key]) -> str:
    """The ref of the entry that a path leads into: crs-2023/border-agreement/which; "" above every entry."""
    parts: list[str] = []
    node = tree.root
    section = ""
    for key in path:
        child = node.child(key) if node else None
        if child is None:
            continue
        if isinstance(key, str):
            section = key
        elif section in _SECTIONS and (name := child.text("id")):
            parts += [section, name] if section not in ("facts", "questions") else [name]
            section = ""
        node = child
    return "/".join([PurePath(tree.name).stem, *parts]) if parts else ""


_SECTIONS = frozenset(("facts", "questions", "groups", "disagreements", "topics", "entities", "glossary"))


def _errors(tree: Tree, kind: type[File], raised: ValidationError) -> Iterator[BankError]:
    """The errors of the schema, each at its line and ref."""
    for error in raised.errors(include_url=False):
        loc = error["loc"]
        code, params = translated(error, keys_at(kind, loc[:-1]) if error["type"] == "extra_forbidden" else ())
        yield bank_error(tree.name, place(tree, loc), ref(tree, loc), code, **params)


def _decoded(source: bytes, tree: Tree) -> str | None:
    """The text of a file, or None with the error noted."""
    if len(source) > LARGEST:
        tree.errors.append(bank_error(tree.name, 1, "", "too_large", size=len(source), limit=LARGEST))
        return None
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as raised:
        line = source.count(b"\n", 0, raised.start) + 1
        tree.errors.append(bank_error(tree.name, line, "", "not_utf8", byte=raised.start))
        return None


def _problem(raised: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line and the words of an error of the YAML reader."""
    if isinstance(raised, yaml.MarkedYAMLError) and (mark := raised.problem_mark or raised.context_mark):
        lines = len(text.splitlines()) or 1  # the end of the text is reported behind its last line
        return min(mark.line + 1, lines), " ".join(part for part in (raised.problem, raised.context) if part)
    if isinstance(raised, yaml.reader.ReaderError):
        return text.count("\n", 0, raised.position) + 1, str(raised.reason)
    return 1, str(raised)
