"""The bank that ships passes its own lint: one test a file, so that the name of a failure says which."""

from pathlib import Path

import pytest

from crlearn.bank import files
from crlearn.bank.lint import lint
from crlearn.bank.messages import sentence
from tests.bank.lint.planted import real

QUESTIONS = Path(__file__).resolve().parents[3] / "questions"
FILES = sorted(path.name for path in QUESTIONS.glob("*.yaml"))


@pytest.fixture(scope="module")
def report():
    texts, entries = real()
    return lint(files.read(QUESTIONS, list(texts)), texts, entries)


def told(findings):
    return [f"{one.file}:{one.line}: {one.rule} {one.ref}: {sentence(one)}" for one in findings]


@pytest.mark.parametrize("name", FILES)
def test_nothing_in_the_file_blocks(report, name):
    assert told(finding for finding in report.blocking if finding.file.endswith(f"/{name}")) == []


def test_nothing_of_the_whole_blocks(report):
    assert told(finding for finding in report.blocking if not finding.file) == []
