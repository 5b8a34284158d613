"""What the two kinds with options share. Options keep their ids; a page knows only their places in the stored order."""

import random
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, model_validator

from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import Answer, Order
from crlearn.bank.kinds.fields import Flag, Id, Problems, Strict, Text, Unique
from crlearn.bank.values import plain


class Option(Strict):
    """One thing to choose."""

    id: Id = Field(description="Stays with the option for ever: answers are stored by it.")
    text: Text = Field(description="What the learner reads.")
    correct: Flag = Field(False, description="true where choosing it is right.")
    why: Text | None = Field(None, description="One line on why it is not right, shown after the answer.")


class ChoiceContent(base.Content):
    """A question with options."""

    options: Annotated[tuple[Option, ...], Unique] = Field(description="What can be chosen, two or more.")
    keep_order: Flag = Field(False, description="true where the order of the options means something (numbers, dates).")

    @property
    def keys(self) -> list[Option]:
        """The options that are right."""
        return [option for option in self.options if option.correct]

    @model_validator(mode="after")
    def _options(self) -> Self:
        problems = Problems(type(self).__name__)
        if len(self.options) < 2:
            problems.add(("options",), "too_few_options", count=len(self.options), least=2)
        first: dict[str, str] = {}
        for index, option in enumerate(self.options):
            same = first.setdefault(plain(option.text), option.id)
            if same != option.id:
                problems.add(("options", index, "text"), "equal_options", id=option.id, other=same)
        if self.options and not self.keys:
            problems.add(("options",), "no_correct_option")
        self.rules(problems)
        problems.done()
        return self

    def rules(self, problems: Problems) -> None:
        """What one kind asks of its options beyond this."""


C = TypeVar("C", bound=ChoiceContent)


class Choice(base.Kind[C]):
    """Arranging, showing and revealing options."""

    recall = False

    def arrange(self, content: C, rng: random.Random) -> Order:
        """{"options": ids}: shuffled, unless their order means something."""
        ids = [option.id for option in content.options]
        return {"options": ids if content.keep_order else base.shuffled(ids, rng)}

    def show(self, content: C, order: Order) -> dict[str, Any]:
        """{prompt, options: [{value, text}]}."""
        texts = {option.id: option.text for option in content.options}
        options = [{"value": value, "text": texts[one]} for value, one in base.places(order["options"])]
        return {"prompt": content.prompt, "options": options}

    def reveal(self, content: C, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, options: [{value, text, correct, chosen, why}]}."""
        by_id = {option.id: option for option in content.options}
        chosen = self.chosen(answer)
        options = []
        for value, one in base.places(order["options"]):
            option = by_id[one]
            options.append(
                {
                    "value": value,
                    "text": option.text,
                    "correct": option.correct,
                    "chosen": one in chosen,
                    "why": option.why or "",
                }
            )
        key = "; ".join(by_id[one].text for one in order["options"] if by_id[one].correct)
        return {"prompt": content.prompt, "explanation": content.explanation or "", "key": key, "options": options}

    def chosen(self, answer: Answer | None) -> set[str]:
        """The ids in an answer."""
        raise NotImplementedError
