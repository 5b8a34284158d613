"""`lint_bank --cue`: the questions that one cue solves, to mend them one by one."""

from io import StringIO

from django.core.management import call_command

from crlearn.bank import files
from crlearn.bank.lint import Context, whole
from tests.bank.lint.planted import SEEDS, real

QUESTIONS = SEEDS.parent / "questions"


def test_a_cue_shows_each_question_that_it_solves_with_what_it_picks():
    texts, entries = real()
    row = next(
        row
        for row in whole.solved(Context.of(files.read(QUESTIONS, list(texts)), texts, entries))
        if row.solver == "longest"
    )
    out = StringIO()
    call_command("lint_bank", cue="longest", stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == row.hits
    assert all(line.startswith("questions/") and "*>" in line for line in lines)
