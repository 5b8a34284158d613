"""Where the terms of the glossary stand in a text. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_HYPHEN = "[-\u2010\u2011]"
_PARTS = re.compile(r"(\s+|-)")


@dataclass(frozen=True, slots=True)
class Place:
    """A term in a text: text[start:end] is its name."""

    start: int
    end: int
    slug: str


class Glossary:
    """The terms, ready to be found."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take the terms as slug → name. Of two that begin at one place the longer is found."""
        longest = sorted((slug for slug in names if names[slug].strip()), key=lambda slug: (-len(names[slug]), slug))
        self._slugs = longest
        one_of = "|".join(f"({_pattern(names[slug])})" for slug in longest)
        self._found = re.compile(rf"(?<!\w)(?<!\w{_HYPHEN})(?:{one_of})(?!\w)(?!{_HYPHEN}\w)") if longest else None

    def places(self, text: str) -> list[Place]:
        """Return every place of every term, in order; no two overlap.

        A term is its words one after the other, never part of a word or of a compound (EU-initiated): so an ending of
        the plural hides it. A capital of its name is a capital in the text, which keeps SWIFT from being swift; a word
        that begins small there may begin large.
        """
        found = self._found.finditer(text) if self._found else ()
        return [Place(match.start(), match.end(), self._slugs[(match.lastindex or 1) - 1]) for match in found]


def _pattern(name: str) -> str:
    return "".join(_part(part) for part in _PARTS.split(name.strip()) if part)


def _part(part: str) -> str:
    if part.isspace():
        return r"\s+"
    if part == "-":
        return _HYPHEN
    first, rest = part[0], re.escape(part[1:])
    return f"[{first}{first.upper()}]{rest}" if first.islower() and len(first.upper()) == 1 else re.escape(part)
