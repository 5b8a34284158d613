"""Form: how a question is put, whatever it asks."""

from crlearn.bank.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
