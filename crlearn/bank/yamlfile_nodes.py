"""YAML as nodes that know their lines. Only what the bank's format needs is let in: mappings, lists and text."""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

DEEPEST = 20  # the format itself needs 8

Key = str | int


class Node:
    """A value of a file and where it stands: `value` is text, a list of nodes, or a mapping of text to nodes.

    `line` and `last`: its first and last line, from 1; `keys`: the line of each key of a mapping.
    """

    __slots__ = ("keys", "last", "line", "value")

    def __init__(self, value: "str | list[Node] | dict[str, Node]", line: int, last: int) -> None:
        self.value = value
        self.line = line
        self.last = last
        self.keys: dict[str, int] = {}

    def plain(self) -> Any:
        """The value without its places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def child(self, key: Key) -> "Node | None":
        """What stands under a key or at an index, if anything does."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def text(self, key: str) -> str:
        """The text under a key, "" where there is none."""
        child = self.child(key)
        return child.value if child and isinstance(child.value, str) else ""


@dataclass(slots=True)
class Open:
    """A collection that is being read; of a mapping the last key, its line, and whether it waits for its value."""

    node: Node
    key: str = ""
    line: int = 0
    waits: bool = False


class Loader(yaml.CBaseLoader):
    """Reads events into nodes. Faults are noted in `found`, as (line, path, code, params), and reading goes on."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.lines = [line.strip() for line in stream.split("\n")]
        self.found: list[tuple[int, list[Key], str, dict[str, Any]]] = []
        self.open: list[Open] = []
        self.root: Node | None = None
        self.last = 1  # the last line that held text

    def read(self) -> None:
        """Read the document, as far as it makes sense. Raises yaml.YAMLError where the text is not YAML."""
        documents = 0
        while not isinstance(event := self.get_event(), StreamEndEvent):
            if isinstance(event, ScalarEvent):
                self.scalar(event)
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                if not self.collection(event):
                    return
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                self.end(event)
            elif isinstance(event, AliasEvent):
                self.note(event, "alias")
                self.put(Node("", _line(event), self.last))
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self.note(event, "directive")
                if documents > 1:
                    self.note(event, "second_document")
                    return

    def scalar(self, event: ScalarEvent) -> None:
        """Take in a text, as a value or as a key."""
        line, end = _line(event), event.end_mark
        assert end is not None  # the C parser marks every event
        self.last = end.line + (end.column > 0 or end.line + 1 == line)
        if event.style in ("|", ">"):  # a block of text takes in the blank lines behind it
            while self.last > line and self.lines[self.last - 1 : self.last] == [""]:
                self.last -= 1
        if event.anchor is not None or event.tag is not None:
            self.dressed(event)
        self.put(Node(event.value, line, self.last))

    def collection(self, event: MappingStartEvent | SequenceStartEvent) -> bool:
        """Begin a mapping or a list; False where it is nested too deep to go on."""
        if len(self.open) == DEEPEST:
            self.note(event, "too_deep", limit=DEEPEST)
            return False
        if event.anchor is not None or event.tag is not None:
            self.dressed(event)
        line = _line(event)
        node = Node({} if isinstance(event, MappingStartEvent) else [], line, line)
        self.put(node)
        self.open.append(Open(node))
        return True

    def end(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        """End a collection: behind its bracket, or with the last text in it."""
        start, end = event.start_mark, event.end_mark
        assert start is not None  # the C parser marks every event
        assert end is not None
        if end.index > start.index:
            self.last = end.line + 1
        self.open.pop().node.last = self.last

    def dressed(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        """Note an anchor or a tag."""
        if event.anchor is not None:
            self.note(event, "alias")
        if event.tag is not None:
            self.note(event, "tag", tag=event.tag)

    def put(self, node: Node) -> None:
        """Put a value where it belongs, or take it as the key of the value to come."""
        if not self.open:
            self.root = node
            return
        into = self.open[-1]
        inside = into.node.value
        assert not isinstance(inside, str)  # texts are never open
        if isinstance(inside, list):
            inside.append(node)
        elif not into.waits:
            into.line, into.waits = node.line, True
            into.key = node.value if isinstance(node.value, str) else ""
            if not isinstance(node.value, str):
                self.found.append((node.line, self.path(), "key_not_text", {}))
        else:
            into.waits = False
            if into.key in inside:
                params = {"key": into.key, "first": into.node.keys[into.key]}
                self.found.append((into.line, self.path(), "duplicate_key", params))
            else:
                inside[into.key] = node
                into.node.keys[into.key] = into.line

    def note(self, event: Event, code: str, **params: Any) -> None:
        """Note a fault where an event begins."""
        self.found.append((_line(event), self.path(), code, params))

    def path(self) -> list[Key]:
        """The keys and indices that lead to what is being read."""
        path: list[Key] = []
        for into in self.open:
            if isinstance(into.node.value, list):
                path.append(len(into.node.value) - (into is not self.open[-1]))
            elif into.key:
                path.append(into.key)
        return path


def _line(event: Event) -> int:
    """The line where an event begins, from 1."""
    mark = event.start_mark
    assert mark is not None  # the C parser marks every event
    return mark.line + 1
