"""Three states of an entry: what its file last brought, what the database has now, what the file says now. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Content = Mapping[str, Any]


class Step(StrEnum):
    """What a load does with one entry."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"  # only the file moved: it is loaded
    NOT_EXPORTED = "not exported"  # only the database moved: it is kept
    CONFLICT = "conflict"  # both moved: nothing changes until a person takes a side
    RETIRED = "retired"  # it is gone from its file


def step(*, file: Content | None, current: Content | None, loaded: Content | None) -> Step:
    """Return what to do; None: not there. Equal contents are in step whatever was loaded before."""
    if file is None:
        if current is None or current.get("status") == "retired":
            return Step.UNCHANGED
        return Step.RETIRED if current == loaded else Step.CONFLICT
    if current is None:
        return Step.NEW
    if file == current:
        return Step.UNCHANGED
    if current == loaded:
        return Step.CHANGED
    return Step.NOT_EXPORTED if file == loaded else Step.CONFLICT
