"""Where each app tells how a person's rows are merged, exported and erased. Called from AppConfig.ready."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crlearn.accounts.models import User


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one app holds of a person.

    merge(source, target) moves rows over; export(user) gives JSON-able data; erase(user) deletes what a cascade would not.
    """

    name: str
    merge: Callable[[User, User], None]
    export: Callable[[User], Any]
    erase: Callable[[User], None]


REGISTERED: dict[str, Holdings] = {}


def register(holdings: Holdings) -> None:
    """Keep an app's functions; registering again replaces them."""
    REGISTERED[holdings.name] = holdings
