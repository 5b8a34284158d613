"""Several options, any number of them right. Partial credit: (right chosen - wrong chosen) / keys, never below 0."""

from crlearn.bank.kinds import base, choice
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import Problems


class MultipleChoiceContent(choice.ChoiceContent):
    """One option or more is right, and one or more is wrong."""

    def rules(self, problems: Problems) -> None:
        """An option that is wrong: else "choose all" would be the answer to every such question."""
        if self.options and len(self.keys) == len(self.options):
            problems.add(("options",), "no_wrong_option")


class MultipleChoice(choice.Choice[MultipleChoiceContent]):
    """Choose all that are right. Answer: {"options": [ids]}."""

    name = "multiple_choice"
    Content = MultipleChoiceContent

    def parse(self, content: MultipleChoiceContent, order: Order, form: Form) -> Answer:
        """Raises nothing_chosen, unknown_option. The ids come in stored order, each once."""
        sent = {base.place(value, order["options"]) for value in base.values(form, "answer")}
        if not sent:
            raise BadAnswer("nothing_chosen")
        return {"options": [one for one in order["options"] if one in sent]}

    def check(self, content: MultipleChoiceContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right, partly or wrong, with the numbers behind it: right, wrong (chosen so) and keys."""
        chosen = set(answer["options"])
        if not chosen <= {option.id for option in content.options}:
            raise BadAnswer("unknown_option")
        keys = {key.id for key in content.keys}
        right, wrong = len(chosen & keys), len(chosen - keys)
        score = max(0, right - wrong) / len(keys)
        params = {"right": right, "wrong": wrong, "keys": len(keys)}
        return Verdict(score, "right" if score == 1 else "partly" if score else "wrong", params)

    def chosen(self, answer: Answer | None) -> set[str]:
        """The ids in an answer."""
        return set(answer["options"]) if answer else set()
