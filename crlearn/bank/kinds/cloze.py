"""A sentence with one gap: `The treaty was signed in [[Moscow]].`"""

from typing import Any, Self

from pydantic import Field, model_validator

from crlearn.bank.kinds import written
from crlearn.bank.kinds.base import Answer, Order
from crlearn.bank.kinds.fields import Problems, Text

OPEN, CLOSE = "[[", "]]"


class ClozeContent(written.WrittenContent):
    """The sentence is the question; a prompt above it is optional."""

    prompt: Text | None = Field(None, description="A line above the sentence, where one is needed.")  # type: ignore[assignment]
    text: Text = Field(description="The sentence, with what is to be filled in between [[ and ]].")

    @model_validator(mode="after")
    def _one_gap(self) -> Self:
        problems = Problems("cloze")
        gaps = self.text.count(OPEN)
        if gaps != self.text.count(CLOSE) or (gaps == 1 and self.text.index(OPEN) > self.text.index(CLOSE)):
            problems.add(("text",), "broken_gap")
        elif gaps == 0:
            problems.add(("text",), "no_gap")
        elif gaps > 1:
            problems.add(("text",), "several_gaps", count=gaps)
        elif not self.parts[1].strip():
            problems.add(("text",), "empty_gap")
        elif not (self.parts[0] + self.parts[2]).strip():
            problems.add(("text",), "only_gap")
        problems.done()
        return self

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the gap, in it, and after it."""
        before, _, rest = self.text.partition(OPEN)
        gap, _, after = rest.partition(CLOSE)
        return before, gap, after

    @property
    def key(self) -> str:
        """The words of the gap."""
        return self.parts[1].strip()


class Cloze(written.Written[ClozeContent]):
    """Fill the gap. Answer: {"text": str}."""

    name = "cloze"
    Content = ClozeContent

    def show(self, content: ClozeContent, order: Order) -> dict[str, Any]:
        """{prompt, before, after}: the gap says nothing of the length of its answer."""
        before, _, after = content.parts
        return {"prompt": content.prompt or "", "before": before, "after": after}

    def reveal(self, content: ClozeContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, accept, given, before, after}."""
        before, _, after = content.parts
        return {**self.revealed(content, answer), "before": before, "after": after}
