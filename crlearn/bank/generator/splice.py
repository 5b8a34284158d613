"""Putting generated questions into a file: the lines of the old ones go, those of the new ones come, the rest stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crlearn.bank.generator import style
from crlearn.bank.generator.draft import Draft
from crlearn.bank.yamlfile import Tree
from crlearn.bank.yamlfile_nodes import Node

Kept = Mapping[str, Mapping[str, object]]


class SpliceError(ValueError):
    """A list that cannot be edited: it is written in one line. The message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines first..last (from 1; last = first - 1 for none) become other lines."""

    first: int
    last: int
    lines: tuple[str, ...]


def spliced(source: str, tree: Tree, stem: str, drafts: Sequence[Draft], kept: Kept) -> str:
    """Return the text of a file with its generated questions replaced by `drafts`, which may be of other files too.

    `kept`: ref → what a person set. A generated question that a person retired stays even where it is made no more.
    Raises SpliceError.
    """
    root = tree.root
    assert root is not None  # the file has been read
    edits: list[Edit] = []
    by_owner: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_owner.setdefault(draft.owner, []).append(draft)
    facts = root.child("facts")
    for fact in _items(facts):
        edits += _of_fact(tree, fact, by_owner.get(f"{stem}/{fact.text('id')}", []), kept, stem)
    edits += _of_groups(tree, root, by_owner.get(stem, []), kept, stem)
    lines = source.split("\n")
    in_order = sorted(edits, key=lambda edit: (edit.first, edit.last))
    for edit in in_order[::-1]:  # from the end, so that lines keep their numbers; of two at one place the later first
        lines[edit.first - 1 : edit.last] = edit.lines
    return "\n".join(lines)


def _items(node: Node | None) -> list[Node]:
    return node.value if node and isinstance(node.value, list) else []


def _of_fact(tree: Tree, fact: Node, drafts: Sequence[Draft], kept: Kept, stem: str) -> list[Edit]:
    ref = f"{stem}/{fact.text('id')}"
    questions = fact.child("questions")
    made = {draft.id for draft in drafts}
    old, stay = _parted(_items(questions), made, ref, kept)
    edits = [Edit(node.line, node.last, ()) for node in old]
    lines = [line for draft in drafts for line in _lines(draft, kept, 2)]
    if not lines:
        return edits
    if questions is None:
        return [*edits, Edit(fact.last + 1, fact.last, ("  questions:", *lines))]
    key = fact.keys["questions"]
    if _items(questions) and questions.line == key:
        raise SpliceError(f"{tree.name}:{key}: questions are written in one line; write one a line")
    if not _items(questions):
        return [*edits, Edit(key, key, ("  questions:", *lines))]
    after = max((node.last for node in stay), default=key)
    return [*edits, Edit(after + 1, after, tuple(lines))]


def _of_groups(tree: Tree, root: Node, drafts: Sequence[Draft], kept: Kept, stem: str) -> list[Edit]:
    groups = root.child("groups")
    old, stay = _parted(_items(groups), {draft.id for draft in drafts}, f"{stem}/groups", kept)
    edits = [Edit(node.line - 1, node.last, ()) for node in old]  # with the blank line before it
    lines = [line for draft in drafts for line in ("", *_lines(draft, kept, 0))]
    if not lines:
        return edits
    if groups is None:
        return [*edits, Edit(root.last + 1, root.last, ("", "groups:", *lines))]
    key = root.keys["groups"]
    if not _items(groups):
        return [*edits, Edit(key, key, ("groups:", *lines))]
    after = max((node.last for node in stay), default=key)
    return [*edits, Edit(after + 1, after, tuple(lines))]


def _parted(nodes: Sequence[Node], made: set[str], owner: str, kept: Kept) -> tuple[list[Node], list[Node]]:
    """Return the generated questions that are replaced or dropped, and the questions that stay."""
    old = [
        node
        for node in nodes
        if node.text("origin") == "generated"
        and (node.text("id") in made or kept.get(f"{owner}/{node.text('id')}", {}).get("status") != "retired")
    ]
    return old, [node for node in nodes if node not in old]


def _lines(draft: Draft, kept: Kept, indent: int) -> list[str]:
    return style.entry(draft.id, style.content(draft.content, kept.get(draft.ref, {})), indent)
