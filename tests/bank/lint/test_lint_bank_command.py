"""manage.py lint_bank, from the command line: what it prints, what silences, and how it ends."""

import json
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from tests.bank.lint.planted import VOCABULARY, real

QUOTE = "In August 2023, a joint PRC and Russian flotilla conducted a maritime patrol in areas including the vicinity of Alaska."
QUESTION = {
    "id": "where",
    "type": "short_answer",
    "prompt": "Near which US state did a joint flotilla of China and Russia patrol in August 2023?",
    "answer": "Alaska",
    "explanation": "The Baltic Sea and the South China Sea had been the scene of earlier exercises.",
}


def write(folder: Path, quote: str = QUOTE, **question: object) -> Path:
    """A bank of one fact with one question, in a folder."""
    sha256 = next(entry.sha256 for entry in real()[1] if entry.slug == "crs-2023")
    fact = {
        "id": "flotilla",
        "statement": "A joint flotilla of China and Russia patrolled near Alaska in August 2023.",
        "nature": "event",
        "when": "2023-08",
        "importance": "minor",
        "topics": ["exercises"],
        "about": ["china", "russia", "alaska"],
        "evidence": [{"quote": quote}],
        "questions": [QUESTION | question],
    }
    document = {"document": "crs-2023", "document_sha256": sha256, "facts": [fact]}
    for name, content in (("crs-2023", document), ("vocabulary", VOCABULARY)):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def lint(folder: Path, *options: str) -> str:
    out = StringIO()
    call_command("lint_bank", *options, f"--from={folder}", stdout=out)
    return out.getvalue()


def blocked(folder: Path, *options: str) -> str:
    """What is printed where something blocks; the command ends with an error."""
    out = StringIO()
    with pytest.raises(CommandError, match="block"):
        call_command("lint_bank", *options, f"--from={folder}", stdout=out)
    return out.getvalue()


def test_a_sound_question_passes_and_is_counted(tmp_path):
    printed = lint(write(tmp_path))
    assert "1 facts, 1 questions" in printed
    assert ": B " not in printed


def test_a_finding_names_file_line_rule_and_ref_and_ends_in_an_error(tmp_path):
    folder = write(tmp_path, prompt="Near which state does this report place a joint patrol in 2023?")
    line = next(
        number
        for number, text in enumerate((folder / "crs-2023.yaml").read_text().splitlines(), 1)
        if text.strip().startswith("prompt:")
    )
    assert f"questions/crs-2023.yaml:{line}: B G10 crs-2023/flotilla/where: “this report”" in blocked(folder)


def test_ignore_silences_a_rule_and_is_counted(tmp_path):
    folder = write(
        tmp_path,
        prompt="Near which state does this report place a joint patrol in 2023?",
        ignore={"G10": "Asked beside the report."},
    )
    printed = lint(folder)
    assert "G10 crs-2023/flotilla/where" not in printed
    assert "silenced: G10 1" in printed


def test_an_ignore_that_silences_nothing_is_a_warning(tmp_path):
    printed = lint(write(tmp_path, ignore={"G10": "For no reason.", "X9": "There is no such rule."}))
    assert "W G10 crs-2023/flotilla/where: G10 finds nothing here" in printed
    assert "W X9 crs-2023/flotilla/where: there is no rule X9" in printed


def test_a_quotation_that_does_not_stand_blocks(tmp_path):
    folder = write(tmp_path, quote=QUOTE.replace("maritime", "naval"))
    assert "B G1 crs-2023/flotilla: this does not stand in crs-2023" in blocked(folder)


def test_what_is_retired_or_a_draft_is_not_looked_at(tmp_path):
    printed = lint(write(tmp_path, prompt="Where does this report place it?", status="draft"))
    assert "1 facts, 0 questions" in printed


def test_json_has_findings_silenced_and_score(tmp_path):
    folder = write(tmp_path, prompt="Near which state does this report place a joint patrol in 2023?")
    told = json.loads(blocked(folder, "--json"))
    found = next(finding for finding in told["findings"] if finding["rule"] == "G10")
    assert (found["severity"], found["ref"], found["code"]) == ("B", "crs-2023/flotilla/where", "points_at_text")
    assert found["message"].startswith("“this report”")
    assert told["silenced"] == []
    assert told["score"]["blocking"] == sum(finding["severity"] == "B" for finding in told["findings"])


def test_one_rule_alone_is_shown_and_everything_still_counts(tmp_path):
    folder = write(tmp_path, prompt="Near which state does this report place a joint patrol in 2023?")
    printed = blocked(folder, "--rule=G8")
    assert "G10 crs-2023/flotilla/where" not in printed
    assert "G10 1" in printed  # the score card


def test_verbosity_0_prints_what_blocks_and_nothing_else(tmp_path):
    folder = write(tmp_path, prompt="Near which state does this report place a joint patrol in 2023?")
    printed = blocked(folder, "--verbosity=0")
    assert ": B G10 " in printed
    assert " W " not in printed
    assert "facts" not in printed


def test_files_that_cannot_be_read_are_an_error_with_their_lines(tmp_path):
    folder = write(tmp_path)
    (folder / "crs-2023.yaml").write_text("document: crs-2023\nfacts: [", "utf-8")
    err = StringIO()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("lint_bank", f"--from={folder}", stdout=StringIO(), stderr=err)
    assert "crs-2023.yaml:" in err.getvalue()


def test_two_runs_print_the_same(tmp_path):
    folder = write(tmp_path)
    assert lint(folder) == lint(folder)
