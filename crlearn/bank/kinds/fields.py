"""The small types that the models of the bank are made of, and how a model reports what is wrong with it.

Every error carries a code and parameters, never a sentence: whoever shows it (the loader in English, a form in the
learner's language) has the words. Codes of pydantic itself are translated to ours in `bank.schema_errors`.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Any, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 60  # the database keeps refs of at most three ids
RESERVED = frozenset({"groups", "disagreements"})  # <document>/groups/<id> is the ref of a group
_PYDANTIC_CODES = frozenset(get_args(ErrorType))


class Strict(BaseModel):
    """A model that refuses keys it does not know and never changes once made."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def error(code: str, **params: Any) -> PydanticCustomError:
    """An error of the author: a code, and what its sentence needs."""
    return PydanticCustomError(code, code, params)


class Problems:
    """Collects everything that is wrong with one entry, so that its author hears of it at once."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.found: list[InitErrorDetails] = []

    def add(self, loc: tuple[int | str, ...], code: str, **params: Any) -> None:
        """Note an error at `loc`, the keys and indices below the entry."""
        self.found.append(InitErrorDetails(type=error(code, **params), loc=loc, input=None))

    def done(self) -> None:
        """Raise all that was noted, if anything was."""
        if self.found:
            raise ValidationError.from_exception_data(self.title, self.found)


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        raise error("bad_id", value=value[:ID_LENGTH])
    if len(value) > ID_LENGTH:
        raise error("long_id", value=value, limit=ID_LENGTH)
    return value


def _fact_ref(value: str) -> str:
    parts = value.split("/")
    if len(parts) != 2 or not all(ID.fullmatch(part) for part in parts) or parts[1] in RESERVED:
        raise error("bad_ref", value=value[:200])
    return value


def _flag(value: object) -> bool:
    """A truth value: in files the text "true" or "false", in stored JSON a bool. "yes", "on" and "1" are refused."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise error("not_true_false", value=str(value)[:80])


def _id_of(item: object) -> object:
    return item.get("id") if isinstance(item, dict) else getattr(item, "id", None)


def again(items: object) -> list[tuple[int, str]]:
    """The places of a list of entries whose id an earlier one has already: (index, id). Anything else in it is ignored."""
    seen: set[str] = set()
    twice = []
    for index, item in enumerate(items if isinstance(items, list | tuple) else ()):
        key = _id_of(item)
        if isinstance(key, str) and key in seen:
            twice.append((index, key))
        elif isinstance(key, str):
            seen.add(key)
    return twice


def _unique(items: object, handler: ValidatorFunctionWrapHandler) -> Any:
    """Refuse an id that stands twice, whether or not the entries are right otherwise."""
    found = [
        InitErrorDetails(type=error("duplicate_id", id=key), loc=(index, "id"), input=key)
        for index, key in again(items)
    ]
    try:
        value = handler(items)
    except ValidationError as raised:
        if not found:
            raise
        raise ValidationError.from_exception_data("entries", [*_details(raised), *found]) from raised
    if found:
        raise ValidationError.from_exception_data("entries", found)
    return value


def _details(raised: ValidationError) -> Iterable[InitErrorDetails]:
    """The errors of an exception in the shape that a new exception is made of."""
    for one in raised.errors(include_url=False):
        context = dict(one.get("ctx", {}))
        kind: str | PydanticCustomError = one["type"]
        if one["type"] not in _PYDANTIC_CODES:
            kind = error(one["type"], **context)
        yield InitErrorDetails(type=kind, loc=one["loc"], input=one["input"], ctx=context)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, AfterValidator(_id)]
FactRef = Annotated[str, AfterValidator(_fact_ref)]  # crs-2023/border-agreement
Flag = Annotated[bool, BeforeValidator(_flag)]
Unique = WrapValidator(_unique)  # for a tuple of entries with ids
