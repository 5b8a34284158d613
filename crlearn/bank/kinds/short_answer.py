"""A question answered in a few words."""

from typing import Any

from pydantic import Field

from crlearn.bank.kinds import written
from crlearn.bank.kinds.base import Answer, Order
from crlearn.bank.kinds.fields import Text


class ShortAnswerContent(written.WrittenContent):
    """The answer, and what else counts as it."""

    answer: Text = Field(description="The answer, as it is shown.")

    @property
    def key(self) -> str:
        """The answer as it is shown."""
        return self.answer


class ShortAnswer(written.Written[ShortAnswerContent]):
    """Write a few words. Answer: {"text": str}."""

    name = "short_answer"
    Content = ShortAnswerContent

    def show(self, content: ShortAnswerContent, order: Order) -> dict[str, Any]:
        """{prompt}."""
        return {"prompt": content.prompt}

    def reveal(self, content: ShortAnswerContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, accept, given}."""
        return self.revealed(content, answer)
