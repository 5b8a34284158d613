"""A question answered by a number: exact, a range ("34–60") or a bound ("more than 30")."""

import re
from decimal import Decimal
from functools import cached_property
from typing import Any, Self

from pydantic import Field, model_validator

from crlearn.bank import values
from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import Problems, Text

TOLERANCE = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")


class NumericContent(base.Content):
    """The number, and how exactly it must be met."""

    answer: Text = Field(description="42, 3.1, 34–60 (a range), more than 30, at least 5, about 60 (bounds).")
    unit: Text | None = Field(
        None, description="Shown beside the field (billion US dollars), so that a plain number is right."
    )
    unit_accept: tuple[Text, ...] = Field((), description="Other ways to write the unit.")
    tolerance: Text = Field("0", description="How far off is still right, in the unit of the answer.")

    @model_validator(mode="after")
    def _number(self) -> Self:
        problems = Problems("numeric")
        key = values.parse_quantity(self.answer)
        if key is None:
            problems.add(("answer",), "not_a_number", value=self.answer)
        elif self.unit and key.unit:
            problems.add(("answer",), "unit_twice", value=self.answer)
        if self.unit_accept and not self.unit:
            problems.add(("unit_accept",), "unit_accept_alone")
        written = [(("unit",), self.unit), *((("unit_accept", at), name) for at, name in enumerate(self.unit_accept))]
        for loc, name in written:
            if name and values.parse_quantity(f"1 {name}") is None:
                problems.add(loc, "bad_unit", value=name)
        if _tolerance(self.tolerance) is None:
            problems.add(("tolerance",), "bad_tolerance", value=self.tolerance)
        problems.done()
        return self

    @cached_property
    def key(self) -> values.Key:
        """The answer, parsed."""
        tolerance = _tolerance(self.tolerance)
        assert tolerance is not None  # made sure of above
        return values.Key.of(self.answer, self.unit or "", self.unit_accept, tolerance)


def _tolerance(text: str) -> Decimal | None:
    """A plain decimal number, not negative."""
    return Decimal(text) if TOLERANCE.fullmatch(text) else None


class Numeric(base.Kind[NumericContent]):
    """Write a number. Answer: {"text": str}."""

    name = "numeric"
    recall = True
    Content = NumericContent

    def parse(self, content: NumericContent, order: Order, form: Form) -> Answer:
        """Raises nothing_written, too_long, and not_a_number where no number can be read in it."""
        answer = base.written(form)
        if values.parse_quantity(answer["text"]) is None:
            raise BadAnswer("not_a_number")
        return answer

    def check(self, content: NumericContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right, or a reason with its score; see bank.values.compare_quantity."""
        found = values.compare_quantity(answer["text"], content.key)
        return Verdict(found.score, found.code, dict(found.params))

    def show(self, content: NumericContent, order: Order) -> dict[str, Any]:
        """{prompt, unit}."""
        return {"prompt": content.prompt, "unit": content.unit or ""}

    def reveal(self, content: NumericContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key (with its unit), unit, given}."""
        return {
            "prompt": content.prompt,
            "explanation": content.explanation or "",
            "key": f"{content.answer} {content.unit}" if content.unit else content.answer,
            "unit": content.unit or "",
            "given": answer["text"] if answer else "",
        }
