"""What the generator makes: a question that is not yet in a file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

FORMS = ("answer", "number", "cloze", "choice", "source", "truth", "order", "match")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question to be written.

    `owner`: the ref of the fact that it asks, or of a group the file (without .yaml) that it goes into; `content`: its
    keys in the order of the file, without id and origin; `place`: the order in which drafts of one owner are taken.
    """

    owner: str
    form: str
    id: str
    content: dict[str, Any]
    place: tuple[int, str] = (0, "")

    @property
    def is_group(self) -> bool:
        """Whether it asks several facts."""
        return "/" not in self.owner

    @property
    def ref(self) -> str:
        """Its ref, once it stands in a file."""
        return f"{self.owner}/groups/{self.id}" if self.is_group else f"{self.owner}/{self.id}"


def digest(*parts: object) -> str:
    """Return a digest of some parts, in hexadecimal: the only chance that the generator knows."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def draft_id(form: str, *parts: object) -> str:
    """Return the id of a draft: its form and what it rests on (places in documents, values), never its wording."""
    return f"g-{form}-{digest(form, *parts)[:8]}"


def pick(seed: str, count: int) -> int:
    """Return an index below `count`, as good as drawn at random from a digest."""
    return int(seed[:12], 16) % count


def ordered(items: Sequence[Any], seed: str) -> list[Any]:
    """Return items (of distinct texts) in an order that depends on the seed alone."""
    return sorted(items, key=lambda item: digest(seed, item))
