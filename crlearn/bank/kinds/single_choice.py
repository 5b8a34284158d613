"""Several options, one of them right."""

from crlearn.bank.kinds import base, choice
from crlearn.bank.kinds.base import NO_ALIASES, Aliases, Answer, BadAnswer, Form, Order, Verdict
from crlearn.bank.kinds.fields import Problems


class SingleChoiceContent(choice.ChoiceContent):
    """One option is right."""

    def rules(self, problems: Problems) -> None:
        """Exactly one key."""
        if len(self.keys) > 1:
            problems.add(("options",), "several_correct_options", ids=", ".join(key.id for key in self.keys))


class SingleChoice(choice.Choice[SingleChoiceContent]):
    """Choose one. Answer: {"option": id}."""

    name = "single_choice"
    Content = SingleChoiceContent

    def parse(self, content: SingleChoiceContent, order: Order, form: Form) -> Answer:
        """Raises nothing_chosen, several_chosen, unknown_option."""
        sent = base.values(form, "answer")
        if not sent:
            raise BadAnswer("nothing_chosen")
        if len(sent) > 1:
            raise BadAnswer("several_chosen")
        return {"option": base.place(sent[0], order["options"])}

    def check(self, content: SingleChoiceContent, answer: Answer, aliases: Aliases = NO_ALIASES) -> Verdict:
        """right or wrong."""
        option = next((option for option in content.options if option.id == answer["option"]), None)
        if option is None:
            raise BadAnswer("unknown_option")
        return Verdict(1, "right") if option.correct else Verdict(0, "wrong")

    def chosen(self, answer: Answer | None) -> set[str]:
        """The id in an answer."""
        return {answer["option"]} if answer else set()
