"""What the documents say of the code is true."""

from pathlib import Path

from crlearn.bank.kinds import KINDS
from crlearn.bank.reference import reference

ROOT = Path(__file__).resolve().parents[1]


def test_the_reference_of_the_banks_format_is_what_the_models_say():
    assert (ROOT / "crlearn/docs/bank-format.md").read_text() == reference()


def test_every_kind_of_question_has_its_parts():
    for name in KINDS:
        for part in (
            f"crlearn/bank/kinds/{name}.py",
            f"templates/bank/kinds/{name}.html",
            f"tests/bank/test_kinds_{name}.py",
        ):
            assert (ROOT / part).exists(), part
        assert (ROOT / f"templates/bank/kinds/{name}_judged.html").exists()
