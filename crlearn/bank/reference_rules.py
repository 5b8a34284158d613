"""The reference of the lint's rules, made from them. `manage.py lint_bank --rules` prints it."""

from crlearn.bank.lint import RULES
from crlearn.bank.lint.rule import ALL, CHOICE, FACTS, RECALL, BankRule, Rule
from crlearn.bank.messages import MESSAGES

HEAD = """# The rules of the lint

Made from the code by `manage.py lint_bank --rules`; a test fails where it is out of date.

`manage.py lint_bank` holds every question and fact that is ready or in review to these rules, with the documents in seeds/ and
without a database. B blocks, W warns. `ignore: {M6: reason}` in a question silences a rule there; an `ignore:` that silences
nothing is a warning of its own. Values are compared by what they mean ($3.1 billion, “forty-two” and 42, an entity by any of
its names), words as words and never as parts of others. What each rule finds, and what it lets pass, stands in the tables of
tests/bank/lint/; a rule that fires wrongly is mended there first.

Grounding (G): by bank/lint/evidence.py, support.py, rivals.py, holders.py, polarity.py, standing.py, agreement.py, sums.py.
Form (F, M): by form_*.py. The bank as a whole (B): by whole.py and its neighbours.
"""
GROUPS = ((ALL, "every question"), (FACTS, "facts"), (CHOICE, "choice"), (RECALL, "recall"))


def rules_reference() -> str:
    """Return all rules as Markdown, in the order in which they run."""
    parts = [HEAD]
    for rule in RULES:
        said = "\n".join(f"- {MESSAGES[code]}" for code in rule.codes)
        parts.append(f"## {rule.id} · {rule.name}\n\nFor {_applies(rule)}. Source: {rule.source}.\n\n{said}\n")
    return "\n".join(parts)


def _applies(rule: Rule | BankRule) -> str:
    """What a rule looks at: “choice, true_false”."""
    if isinstance(rule, BankRule):
        return "the bank as a whole"
    left, names = set(rule.applies), []
    for group, name in GROUPS:
        if group <= left:
            left -= group
            names.append(name)
    if len(ALL - left) <= 3 and not names:
        return "every question but " + ", ".join(sorted(ALL - left))
    return ", ".join((*names, *sorted(left)))
