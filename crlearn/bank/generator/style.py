"""Questions as YAML, in the style of the bank's files."""

import re
from collections.abc import Mapping
from typing import Any

_SPECIAL = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@` ]|: |:$| #| $|^$|^(?:~|<<|=|---|\.\.\.)")
_SPOKEN = frozenset(("true", "false"))  # an answer, not a mark
_FLOW = re.compile(r"[,\[\]{}]|:")


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as a plain scalar, or quoted where it would be read as something else. One line, no controls."""
    if text in _SPOKEN:
        return f'"{text}"'
    if _SPECIAL.search(text) or (flow and _FLOW.search(text)) or not text.isprintable():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    return text


def flow(value: Any) -> str:
    """Return a value in one line: {id: a, text: …}, [one, two]."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "true" if value is True else scalar(str(value), flow=True)


def entry(ident: str, content: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of a question: `- id:` at a column of `indent`, its keys two further, lists of mappings by line."""
    head, inner = " " * indent + "- ", " " * (indent + 2)
    lines = [f"{head}id: {ident}"]
    for key, value in content.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{inner}{key}:")
            lines += [f"{inner}- {flow(one)}" for one in value]
        elif isinstance(value, Mapping | list | tuple | bool):
            lines.append(f"{inner}{key}: {flow(value)}")
        else:
            lines.append(f"{inner}{key}: {scalar(str(value))}")
    return lines


def content(made: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of a generated question in the order of a file, with what a person set on it."""
    front = ("facts", "asks", "type")
    found = {key: made[key] for key in front if key in made and made[key] != "main"}
    found["origin"] = "generated"
    found |= {key: value for key, value in made.items() if key not in front}
    if kept.get("ignore"):
        found["ignore"] = kept["ignore"]
    if kept.get("status", "ready") != "ready":
        found["status"] = kept["status"]
    return found
