"""Form: how a question is put, whatever it asks."""

from crlearn.bank.lint import form_options, form_prompt, form_recall, form_wording
from crlearn.bank.lint.rule import Rule

RULES: tuple[Rule, ...] = (*form_options.RULES, *form_wording.RULES, *form_prompt.RULES, *form_recall.RULES)
