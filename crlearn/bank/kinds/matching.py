"""Pairs to be joined. The score is the share of pairs that are right."""

import random
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import FactRef, Id, Problems, Strict, Text, Unique
from crlearn.bank.values import plain


class Pair(Strict):
    """What belongs together."""

    id: Id = Field(description="Stays with the pair for ever: answers are stored by it.")
    left: Text = Field(description="What is given.")
    right: Text = Field(description="What belongs to it. Two pairs may share it; it is shown once.")
    fact: FactRef | None = Field(None, description="The fact that this pair asks, where the question is of a group.")


class Extra(Strict):
    """A right side that belongs to nothing."""

    id: Id = Field(description="Stays with it for ever; differs from the ids of the pairs.")
    right: Text = Field(description="What the learner reads.")


class MatchingContent(base.Content):
    """Pairs, and what is mixed in on the right."""

    pairs: Annotated[tuple[Pair, ...], Unique] = Field(description="Two or more.")
    extra: Annotated[tuple[Extra, ...], Unique] = Field((), description="Distractors on the right.")

    @model_validator(mode="after")
    def _pairs(self) -> Self:
        problems = Problems("matching")
        if len(self.pairs) < 2:
            problems.add(("pairs",), "too_few_pairs", count=len(self.pairs), least=2)
        elif len(self.rights) < 2:
            problems.add(("pairs",), "one_right_side")
        lefts: dict[str, str] = {}
        for index, pair in enumerate(self.pairs):
            same = lefts.setdefault(plain(pair.left), pair.id)
            if same != pair.id:
                problems.add(("pairs", index, "left"), "equal_pairs", id=pair.id, other=same)
        ids = {pair.id for pair in self.pairs}
        taken = {plain(pair.right): pair.id for pair in self.pairs}
        for index, extra in enumerate(self.extra):
            if extra.id in ids:
                problems.add(("extra", index, "id"), "duplicate_id", id=extra.id)
            same = taken.setdefault(plain(extra.right), extra.id)
            if same != extra.id:
                problems.add(("extra", index, "right"), "extra_is_right", id=extra.id, other=same)
        problems.done()
        return self

    @property
    def rights(self) -> dict[str, str]:
        """The right sides, each text once: id → text. The id of a shared one is that of the first pair that has it."""
        sides = [*((pair.right, pair.id) for pair in self.pairs), *((extra.right, extra.id) for extra in self.extra)]
        first: dict[str, tuple[str, str]] = {}
        for text, one in sides:
            first.setdefault(plain(text), (one, text))
        return dict(first.values())

    @property
    def key(self) -> dict[str, str]:
        """The id of each left side → the id of its right side."""
        ids = {plain(text): one for one, text in self.rights.items()}
        return {pair.id: ids[plain(pair.right)] for pair in self.pairs}


class Matching(base.Kind[MatchingContent]):
    """Join each left side to a right side. Answer: {"pairs": {left id: right id}}."""

    name = "matching"
    recall = False
    Content = MatchingContent

    def arrange(self, content: MatchingContent, rng: random.Random) -> Order:
        """{"left": ids, "right": ids}: both shuffled, each for itself."""
        left = base.shuffled([pair.id for pair in content.pairs], rng)
        return {"left": left, "right": base.shuffled(list(content.rights), rng)}

    def parse(self, content: MatchingContent, order: Order, form: Form) -> Answer:
        """`answer-<n>`: the place of the right side chosen for the n-th left side shown. Raises incomplete, unknown_option."""
        sent = {one: base.values(form, f"answer-{value}") for value, one in base.places(order["left"])}
        if not any(sent.values()):
            raise BadAnswer("nothing_chosen")
        missing = sum(not chosen for chosen in sent.values())
        if missing:
            raise BadAnswer("incomplete", missing=missing)
        return {"pairs": {one: base.place(chosen[0], order["right"]) for one, chosen in sent.items()}}

    def check(self, content: MatchingContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right, partly or wrong, with the numbers behind it: right, pairs. A fact of several pairs gets their mean."""
        chosen, key = answer["pairs"], content.key
        if set(chosen) != set(key) or not set(chosen.values()) <= set(content.rights):
            raise BadAnswer("unknown_option")
        shares = [(pair.fact, float(chosen[pair.id] == key[pair.id])) for pair in content.pairs]
        right = sum(share for _, share in shares)
        params = {"right": int(right), "pairs": len(shares)}
        return base.parted(right / len(shares), params, shares)

    def show(self, content: MatchingContent, order: Order) -> dict[str, Any]:
        """{prompt, left: [{field, text}], right: [{value, text}]}."""
        lefts = {pair.id: pair.left for pair in content.pairs}
        return {
            "prompt": content.prompt,
            "left": [{"field": f"answer-{value}", "text": lefts[one]} for value, one in base.places(order["left"])],
            "right": [{"value": value, "text": content.rights[one]} for value, one in base.places(order["right"])],
        }

    def reveal(self, content: MatchingContent, order: Order, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, pairs: [{left, right (the right one), chosen (its text or ""), correct}]}."""
        lefts, rights, key = {pair.id: pair.left for pair in content.pairs}, content.rights, content.key
        chosen = answer["pairs"] if answer else {}
        pairs = [
            {
                "left": lefts[one],
                "right": rights[key[one]],
                "chosen": rights.get(chosen.get(one, ""), ""),
                "correct": chosen.get(one) == key[one],
            }
            for one in order["left"]
        ]
        text = "; ".join(f"{pair['left']} – {pair['right']}" for pair in pairs)
        return {"prompt": content.prompt, "explanation": content.explanation or "", "key": text, "pairs": pairs}
