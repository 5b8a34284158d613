"""What a typed span is."""

from dataclasses import dataclass
from typing import Literal

Type = Literal[
    "year",
    "month",
    "date",
    "period",
    "decade",
    "century",
    "money",
    "percent",
    "count",
    "number",
    "ordinal",
    "entity",
    "demonym",
]
DATES = frozenset(("year", "month", "date", "period", "decade", "century"))
NUMBERS = frozenset(("money", "percent", "count", "number", "ordinal"))


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] of the text it was found in, its type, and its canonical value (see `bank.spans`).

    `bound`: "min" (more than, at least), "max", "about" or ""; its words stand before the span or behind it.
    `unit`: a known unit (USD, percent, year), or the noun that is counted, in the singular; "" for all else.
    """

    start: int
    end: int
    type: Type
    value: str
    text: str
    bound: str = ""
    unit: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two spans the same: type and value, where a count and a bare number are of one type."""
        return ("number" if self.type == "count" else self.type, self.value)
