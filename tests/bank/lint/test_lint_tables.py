"""Every rule finds the flaws that were planted for it and lets the look-alikes pass; every finding has its words.

A rule's table stands in a module of this folder, in a mapping TABLES of rule ids to `planted.Table`.
"""

import importlib
import string
from pathlib import Path

import pytest

from crlearn.bank.lint import IDLE_CODES, RULES, lint_context
from crlearn.bank.messages import MESSAGES, sentence
from tests.bank.lint.planted import LEAST_FLAWS, LEAST_LEGAL, RECALL, Table, context_of, found

HERE = Path(__file__).parent
MODULES = sorted(path.stem for path in HERE.glob("planted_*.py"))
TABLES: dict[str, Table] = {}
for name in MODULES:
    TABLES |= importlib.import_module(f"tests.bank.lint.{name}").TABLES
IDS = [rule.id for rule in RULES]


def names(cases):
    return [case.get("name") or str(number) for number, case in enumerate(cases, 1)]


def test_every_rule_has_an_id_of_its_own_and_every_table_a_rule():
    assert len(set(IDS)) == len(IDS)
    assert set(TABLES) <= set(IDS)


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_finds_what_was_planted_and_lets_look_alikes_pass(rule):
    assert rule.id in TABLES, f"{rule.id} has no table of planted flaws"
    table = TABLES[rule.id]
    assert len(table.flaws) >= LEAST_FLAWS
    assert len(table.legal) >= LEAST_LEGAL
    missed, codes = [], set()
    for name, case in zip(names(table.flaws), table.flaws, strict=True):
        findings = found(rule.id, case)
        if not findings:
            missed.append(name)
        for finding in findings:
            codes.add(finding.code)
            assert "{" not in sentence(finding)
    alarms = {
        name: [sentence(finding) for finding in findings]
        for name, case in zip(names(table.legal), table.legal, strict=True)
        if (findings := found(rule.id, case))
    }
    assert not alarms
    assert len(missed) <= (1 - RECALL) * len(table.flaws), missed
    assert codes == set(rule.codes)


def test_every_code_has_its_words():
    codes = {code for rule in RULES for code in rule.codes} | set(IDLE_CODES)
    assert codes == set(MESSAGES)
    for text in MESSAGES.values():
        assert all(field is None or field.isidentifier() for _, field, _, _ in string.Formatter().parse(str(text)))


@pytest.mark.parametrize(
    "case",
    [
        {"quote": {"quote": "Of no document that there is.", "source": "usip-2018"}},
        {"quote": "This stands nowhere in it."},
        {"fact": {"status": "review", "evidence": []}},
        {"fact": {"status": "review", "evidence": []}, "question": {"type": "numeric", "prompt": "?", "answer": "42"}},
        {"question": {"type": "true_false", "prompt": "So?", "answer": True}},
        {"question": {"type": "cloze", "text": "… [[—]] …"}},
        {"question": {"type": "ordering", "prompt": "!", "steps": [{"id": i, "text": i} for i in "abc"]}},
    ],
    ids=["no document", "no place", "no evidence", "a number without evidence", "two letters", "no words", "no facts"],
)
def test_no_rule_breaks_on_what_lacks_something(case):
    lint_context(context_of(case))
