"""The reference of the bank's file format, made from the models. `python -m crlearn.bank.reference` prints it."""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from crlearn.bank import schema

HEAD = """# The format of the bank's files

Made from the code by `python -m crlearn.bank.reference`; a test fails where it is out of date.

Every value is read as text and converted here: `no` stays “no”, and a date needs no quotes. Unknown keys, aliases, anchors,
tags and a key that stands twice are refused, with file and line. Quote a text that begins with a special character or holds
`: `.
"""

FILES = (
    ("questions/<slug>.yaml", schema.DocumentFile),
    ("questions/across.yaml", schema.AcrossFile),
    ("questions/vocabulary.yaml", schema.VocabularyFile),
)


def reference() -> str:
    """Return the whole reference as Markdown."""
    parts = [HEAD]
    seen: dict[str, type[BaseModel]] = {}
    for name, model in FILES:
        parts.append(f"\n## {name}\n\n{_summary(model)}\n\n{_table(model, seen)}")
    done: set[str] = {model.__name__ for _, model in FILES}
    while waiting := [name for name in seen if name not in done]:
        for name in waiting:
            done.add(name)
            parts.append(f"\n### {name}\n\n{_summary(seen[name])}\n\n{_table(seen[name], seen)}")
    return "\n".join(parts).rstrip() + "\n"


def _summary(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip()


def _table(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> str:
    rows = ["| key | what it is | value |", "|---|---|---|"]
    for name, info in model.model_fields.items():
        for inner in _models(info.annotation):
            seen.setdefault(inner.__name__, inner)
        key = info.alias or name
        rows.append(
            f"| `{key}`{'' if info.is_required() else ' (optional)'} | {info.description or ''} | {_value(info)} |"
        )
    return "\n".join(rows) + "\n"


def _value(info: FieldInfo) -> str:
    names = sorted({model.__name__ for model in _models(info.annotation)})
    words = [str(word) for word in _literals(info.annotation)]
    if words:
        return " ".join(f"`{word}`" for word in words)
    return ", ".join(names) if names else "text"


def _parts(annotation: Any) -> list[Any]:
    """Return what a type is made of, itself included where it is simple."""
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType, tuple, list, dict}:
        return [part for one in get_args(annotation) for part in _parts(one)]
    return [annotation]


def _models(annotation: Any) -> list[type[BaseModel]]:
    return [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]


def _literals(annotation: Any) -> list[Any]:
    return [word for part in _parts(annotation) if get_origin(part) is Literal for word in get_args(part)]


if __name__ == "__main__":
    print(reference(), end="")
