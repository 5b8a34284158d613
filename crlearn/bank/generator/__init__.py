"""Completing facts with the forms that they support. Pure and deterministic: the same facts give the same bytes.

`Plan(Corpus(…)).chosen()` are the drafts of a bank, `spliced` puts them into a file. Only what people wrote is looked at;
what was generated before never is, save for the status and `ignore` that a person set on it.
"""

from crlearn.bank.generator.corpus import Corpus
from crlearn.bank.generator.draft import Draft
from crlearn.bank.generator.plan import Plan, kept_by_people
from crlearn.bank.generator.splice import SpliceError, spliced

__all__ = ["Corpus", "Draft", "Plan", "SpliceError", "kept_by_people", "spliced"]
