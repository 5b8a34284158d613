"""Steps to be put in order.

Rule "adjacent": of the steps that follow one another in the right order, the share that do so in the answer. One step
put in a wrong place costs the neighbours it was torn from and no more, the reverse order is worth nothing, and a
random order is worth 1/n on average, so that guessing does not pay. (A count of right positions would give nothing
for an order that is only shifted by one; a count of all pairs in the right relation gives half for guessing.)
"""

import random
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import FactRef, Id, Problems, Strict, Text, Unique
from crlearn.bank.values import plain

RULE = "adjacent"
FEWEST = 3  # two steps are never shown in the right order, so the answer would always be to swap them


class Step(Strict):
    """One of the things to order."""

    id: Id = Field(description="Stays with the step for ever: answers are stored by it.")
    text: Text = Field(description="What the learner reads; without the date by which it is ordered.")
    fact: FactRef | None = Field(None, description="The fact that this step asks, where the question is of a group.")


class OrderingContent(base.Content):
    """The prompt says by what the steps are ordered."""

    steps: Annotated[tuple[Step, ...], Unique] = Field(description="In the right order, three or more.")

    @model_validator(mode="after")
    def _steps(self) -> Self:
        problems = Problems("ordering")
        if len(self.steps) < FEWEST:
            problems.add(("steps",), "too_few_steps", count=len(self.steps), least=FEWEST)
        first: dict[str, str] = {}
        for index, step in enumerate(self.steps):
            same = first.setdefault(plain(step.text), step.id)
            if same != step.id:
                problems.add(("steps", index, "text"), "equal_steps", id=step.id, other=same)
        problems.done()
        return self

    @property
    def key(self) -> list[str]:
        """The ids in the right order."""
        return [step.id for step in self.steps]


class Ordering(base.Kind[OrderingContent]):
    """Put the steps in order. Answer: {"order": [ids]}."""

    name = "ordering"
    recall = False
    Content = OrderingContent

    def arrange(self, content: OrderingContent, rng: random.Random) -> Order:
        """{"steps": ids}: in any order but the right one."""
        order = content.key
        while order == content.key:
            order = base.shuffled(content.key, rng)
        return {"steps": order}

    def parse(self, content: OrderingContent, order: Order, form: Form) -> Answer:
        """The places of the steps, first to last: as `answer-1`, `answer-2`, … or as one `answer` for each.

        Raises nothing_chosen, incomplete, same_place, unknown_option.
        """
        count = len(order["steps"])
        sent = base.values(form, "answer") or [
            value for number in range(1, count + 1) for value in base.values(form, f"answer-{number}")[:1]
        ]
        if not sent:
            raise BadAnswer("nothing_chosen")
        if len(sent) < count:
            raise BadAnswer("incomplete", missing=count - len(sent))
        ids = [base.place(value, order["steps"]) for value in sent]
        if len(set(ids)) < len(ids):
            raise BadAnswer("same_place")
        return {"order": ids}

    def check(self, content: OrderingContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right, partly or wrong, with the rule and the numbers behind it: rule, kept, neighbours.

        The share of one step, and so of its fact, is the share of its own neighbours that it kept.
        """
        if sorted(answer["order"]) != sorted(content.key):
            raise BadAnswer("unknown_option")
        given = set(pairwise(answer["order"]))
        right = list(pairwise(content.key))
        shares = []
        for step in content.steps:
            own = [pair in given for pair in right if step.id in pair]
            shares.append((step.fact, sum(own) / len(own)))
        kept = sum(pair in given for pair in right)
        return base.parted(kept / len(right), {"rule": RULE, "kept": kept, "neighbours": len(right)}, shares)

    def show(self, content: OrderingContent, order: Order) -> dict[str, Any]:
        """{prompt, steps: [{value, field, text}]}: `value` stands for the step, `field` for the place n in the answer."""
        texts = {step.id: step.text for step in content.steps}
        steps = [
            {"value": value, "field": f"answer-{value}", "text": texts[one]}
            for value, one in base.places(order["steps"])
        ]
        return {"prompt": content.prompt, "steps": steps}

    def reveal(self, content: OrderingContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, rule, steps: [{text, place}] in the right order, given: [{text, place}] as answered}.

        `place` is the right place, from 1.
        """
        steps = {step.id: {"text": step.text, "place": place} for place, step in enumerate(content.steps, 1)}
        return {
            "prompt": content.prompt,
            "explanation": content.explanation or "",
            "key": " → ".join(step.text for step in content.steps),
            "rule": RULE,
            "steps": list(steps.values()),
            "given": [steps[one] for one in answer["order"]] if answer else [],
        }
