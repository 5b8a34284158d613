"""The bank as a whole: what no single question can show."""

from crlearn.bank.lint.rule import BankRule, Context

RULES: tuple[BankRule, ...] = ()


def figures(context: Context) -> dict[str, float]:
    """The measures of the score card, by code; `bank.messages.FIGURES` has their words. Shares are from 0 to 1."""
    return {}
