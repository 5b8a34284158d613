"""What the documents say of the code is true."""

import re
from pathlib import Path

import pytest

from crlearn.bank.kinds import KINDS
from crlearn.bank.reference import reference
from crlearn.bank.reference_rules import rules_reference

ROOT = Path(__file__).resolve().parents[1]


def test_the_reference_of_the_banks_format_is_what_the_models_say():
    assert (ROOT / "crlearn/docs/bank-format.md").read_text() == reference()


def test_the_reference_of_the_lint_is_what_its_rules_say():
    assert (ROOT / "crlearn/docs/lint.md").read_text() == rules_reference()


def test_every_kind_of_question_has_its_parts():
    for name in KINDS:
        for part in (
            f"crlearn/bank/kinds/{name}.py",
            f"templates/bank/kinds/{name}.html",
            f"tests/bank/test_kinds_{name}.py",
        ):
            assert (ROOT / part).exists(), part
        assert (ROOT / f"templates/bank/kinds/{name}_judged.html").exists()


def test_every_command_is_in_the_readme():
    named = set(re.findall(r"^\| `(\w+)", (ROOT / "README.md").read_text(), re.MULTILINE))
    commands = {path.stem for path in ROOT.glob("crlearn/*/management/commands/[a-z]*.py")}
    assert commands
    assert commands - named == set()


def test_every_setting_is_in_the_readme():
    """Those of the environment, wherever they are read; and none is promised that is not read."""
    code = "".join((ROOT / "crlearn" / name).read_text() for name in ("settings.py", "lib/env.py"))
    read = set(re.findall(r"(?:flag|env\.\w+)\(\s*\"([A-Z_]+)\"", code))
    promised = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert read == promised


PAGES = sorted([*ROOT.glob("templates/**/*.html"), *ROOT.glob("crlearn/static/crlearn/**/*.[cj]s*")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_needs_a_looser_policy_or_another_host(path):
    """No style attribute, no inline script or handler, and nothing from another host: the policy would block it."""
    text = re.sub(r"/\*.*?\*/|{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.DOTALL)
    assert re.findall(r"\sstyle\s*=|\son\w+\s*=\s*[\"']|setAttribute\(.style|<style", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*application/)[^>]*>", text) == []
    assert re.findall(r"(?:src|href|url|import|fetch)\s*[=(]\s*[\"']?(?:https?:)?//[^\s\"')]+", text) == []
