"""manage.py generate_questions: on a small folder, and on the files that ship."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command

from crlearn.bank import yamlfile
from crlearn.bank.generator import spliced
from crlearn.bank.generator.complete import complete
from crlearn.bank.lint.texts import read_folder
from tests.bank.generator.small import DOCUMENTS, RAWS, SENTENCES, VOCABULARY, fact, file_of
from tests.bank.generator.test_generator_forms import choice


@pytest.fixture
def folder(tmp_path, settings):
    """A bank of one file, with its documents."""
    settings.SEEDS_DIR, settings.QUESTIONS_DIR = tmp_path / "seeds", tmp_path / "questions"
    for path in (settings.SEEDS_DIR, settings.QUESTIONS_DIR):
        path.mkdir()
    (settings.SEEDS_DIR / "documents.yaml").write_text(yaml.safe_dump(DOCUMENTS))
    for slug, raw in RAWS.items():
        (settings.SEEDS_DIR / f"{slug}.txt").write_bytes(raw.encode())
    quote = SENTENCES["alpha"][1]
    prompt = "Since which year are relations between Freedonia and Sylvania warm, as many experts told the Alpha Institute in 2023?"
    question = choice(prompt, "2014", "2001", "2005", asks="since")
    said = {"nature": "judgement", "holder": "many experts", "as_of": "2023"}
    (settings.QUESTIONS_DIR / "alpha.yaml").write_text(file_of("alpha", fact("one", quote, questions=question, **said)))
    (settings.QUESTIONS_DIR / "vocabulary.yaml").write_text(VOCABULARY)
    return settings.QUESTIONS_DIR


def run(*args):
    """What the command wrote to its output and to its errors."""
    out, err = StringIO(), StringIO()
    call_command("generate_questions", *args, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_files_are_completed(folder):
    out, _ = run()
    assert "1 made: 1 answer" in out
    assert "1 files written" in out
    assert "origin: generated" in (folder / "alpha.yaml").read_text()


def test_check_says_which_file_is_stale_and_where_and_writes_nothing(folder):
    before = (folder / "alpha.yaml").read_bytes()
    err = StringIO()
    with pytest.raises(CommandError, match="1 files are stale"):
        call_command("generate_questions", "--check", stdout=StringIO(), stderr=err)
    line = before.decode().count("\n")
    assert err.getvalue() == f"questions/alpha.yaml:{line}: the generated questions are not what the facts give now\n"
    assert (folder / "alpha.yaml").read_bytes() == before


def test_check_passes_once_they_are_made(folder):
    run()
    before = (folder / "alpha.yaml").read_bytes()
    run("--check")
    out, _ = run()
    assert "Every file is up to date." in out
    assert (folder / "alpha.yaml").read_bytes() == before


def test_what_the_lint_refuses_is_left_out_and_listed(folder):
    path = folder / "alpha.yaml"
    path.write_text(
        path.read_text().replace(", as many experts told the Alpha Institute in 2023", "")
    )  # undated, unheld
    out, _ = run("--verbose")
    assert "left out: " in out
    assert " alpha/one/g-answer-" in out


def test_another_folder_can_be_given(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "elsewhere")
    run("--from", str(tmp_path / "elsewhere"))
    assert "origin: generated" in (tmp_path / "elsewhere" / "alpha.yaml").read_text()
    assert "origin: generated" not in (folder / "alpha.yaml").read_text()


def test_a_file_that_cannot_be_read_is_reported_by_line(folder):
    (folder / "alpha.yaml").write_text("document: alpha\nfacts: no\n")
    err = StringIO()
    with pytest.raises(CommandError, match="the files cannot be read"):
        call_command("generate_questions", stdout=StringIO(), stderr=err)
    assert "questions/alpha.yaml:2" in err.getvalue()


def test_a_folder_that_is_not_there_is_refused(folder):
    with pytest.raises(CommandError, match="no folder"):
        run("--from", "/nowhere")


def is_kept(old, new, name):
    """Whether every line of a file but its generated questions is there still, in its order."""
    tree = yamlfile.load(old, name)
    lines = iter(new.decode().split("\n"))
    return all(line in lines for line in spliced(old.decode(), tree, Path(name).stem, [], {}).split("\n"))


@pytest.mark.django_db
def test_the_files_that_ship_can_be_completed_once_and_load(tmp_path):
    """Every file of questions/: complete once completed, and taken by the loader."""
    texts, documents = read_folder(settings.SEEDS_DIR)
    raws = {f"questions/{path.name}": path.read_bytes() for path in sorted(Path(settings.QUESTIONS_DIR).glob("*.yaml"))}
    first = complete(raws, texts, documents, lambda bank: ())
    assert first.drafts
    assert complete(first.raws, texts, documents, lambda bank: ()).raws == first.raws
    for name, raw in first.raws.items():
        assert is_kept(raws[name], raw, name)
        (tmp_path / Path(name).name).write_bytes(raw)
    call_command("load_sources", verbosity=0)
    out = StringIO()
    call_command("load_bank", "--from", str(tmp_path), stdout=out)
    assert "new" in out.getvalue()
