"""A statement, true or false."""

from typing import Any, Self

from pydantic import Field, model_validator

from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import Flag, Problems, Strict, Text
from crlearn.bank.values import plain


class Swap(Strict):
    """The one value that makes a statement false."""

    was: Text = Field(alias="from", description="The value of the document.")
    to: Text = Field(description="The value that stands in the prompt instead.")


class TrueFalseContent(base.Content):
    """The prompt is the statement."""

    answer: Flag = Field(description="true or false.")
    why: Text | None = Field(None, description="For a false statement: what is right.")
    swap: Swap | None = Field(None, description="Where one value was exchanged: {from, to}.")

    @model_validator(mode="after")
    def _swap(self) -> Self:
        problems = Problems("true_false")
        if self.swap and self.answer:
            problems.add(("swap",), "swap_but_true")
        if self.swap and plain(self.swap.to) not in plain(self.prompt):
            problems.add(("swap", "to"), "swap_not_in_prompt", value=self.swap.to)
        problems.done()
        return self


class TrueFalse(base.Kind[TrueFalseContent]):
    """Say whether it is so. Answer: {"value": bool}; form values "true" and "false"."""

    name = "true_false"
    recall = False
    Content = TrueFalseContent

    def parse(self, content: TrueFalseContent, order: Order, form: Form) -> Answer:
        """Raises nothing_chosen, several_chosen, unknown_option."""
        sent = base.values(form, "answer")
        if not sent:
            raise BadAnswer("nothing_chosen")
        if len(sent) > 1:
            raise BadAnswer("several_chosen")
        if sent[0] not in ("true", "false"):
            raise BadAnswer("unknown_option")
        return {"value": sent[0] == "true"}

    def check(self, content: TrueFalseContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right or wrong."""
        return Verdict(1, "right") if answer["value"] is content.answer else Verdict(0, "wrong")

    def show(self, content: TrueFalseContent, order: Order) -> dict[str, Any]:
        """{prompt, options: [{value}]}: the page has the words for true and false."""
        return {"prompt": content.prompt, "options": [{"value": "true"}, {"value": "false"}]}

    def reveal(self, content: TrueFalseContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key: "true" or "false", why, swap, options: [{value, correct, chosen}]}."""
        options = [
            {
                "value": "true" if value else "false",
                "correct": value is content.answer,
                "chosen": bool(answer) and answer is not None and answer["value"] is value,
            }
            for value in (True, False)
        ]
        return {
            "prompt": content.prompt,
            "explanation": content.explanation or "",
            "key": "true" if content.answer else "false",
            "why": content.why or "",
            "swap": {"from": content.swap.was, "to": content.swap.to} if content.swap else None,
            "options": options,
        }
