"""What the two kinds share whose answer is a few words of the learner's own: short answer and cloze."""

from typing import Any, TypeVar

from pydantic import Field

from crlearn.bank import values
from crlearn.bank.kinds import base
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, Form, Order, Verdict
from crlearn.bank.kinds.fields import Id, Text


class WrittenContent(base.Content):
    """A question with a short answer in words."""

    accept: tuple[Text, ...] = Field((), description="Other wordings that are as right.")
    entity: Id | None = Field(None, description="The entity that is the answer: each of its names is right.")

    @property
    def key(self) -> str:
        """The answer as it is shown."""
        raise NotImplementedError


C = TypeVar("C", bound=WrittenContent)


class Written(base.Kind[C]):
    """Taking in and judging a short answer. Answer: {"text": str}."""

    recall = True

    def parse(self, content: C, order: Order, form: Form) -> Answer:
        """Raises nothing_written, too_long."""
        return base.written(form)

    def check(self, content: C, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right, right_variant, typo (all in full), or wrong with a reason; see bank.values.compare_words."""
        own = (*content.accept, *(aliases.get(content.entity, ()) if content.entity else ()))
        mine = {values.squeezed(text) for text in (content.key, *own)}
        others = [
            name
            for names in aliases.values()
            if not any(
                values.squeezed(one) in mine for one in names
            )  # else it may be the thing itself, under another name
            for name in names
        ]
        found = values.compare_words(answer["text"], content.key, own, others)
        return Verdict(found.score, found.code, dict(found.params))

    def revealed(self, content: C, answer: Answer | None) -> dict[str, Any]:
        """{prompt, explanation, key, accept, given}."""
        return {
            "prompt": content.prompt or "",
            "explanation": content.explanation or "",
            "key": content.key,
            "accept": list(content.accept),
            "given": answer["text"] if answer else "",
        }
