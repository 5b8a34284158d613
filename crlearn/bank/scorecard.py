"""The bank's score card: made by the lint when the bank has changed, kept, and shown to everybody."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from crlearn.bank import files, lint
from crlearn.bank.lint.score import score
from crlearn.bank.lint.texts import read_folder
from crlearn.bank.models import BankFile, ScoreCard

HALF = 32  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Kept:
    """A score card, and whether the bank is still as it was when it was made."""

    card: dict[str, Any]
    made_at: datetime
    is_current: bool


def scorecard_make(*, questions: Path, seeds: Path, now: datetime) -> bool:
    """Lint the bank and keep its card, unless there is one of the bank as it is. Return whether one was made.

    questions, seeds: the folders that the bank and the documents were loaded from. Where the files have moved on since
    they were loaded, nothing is made: the next load comes first. Raises files.BankProblems, texts.TextError.
    """
    loaded = dict(BankFile.objects.values_list("name", "sha256"))
    digest = _digest(loaded)
    if not loaded or ScoreCard.objects.filter(digest=digest).exists():
        return False
    if loaded != {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in questions.glob("*.yaml")}:
        return False
    texts, documents = read_folder(seeds)
    card = score(lint.lint(files.read(questions, list(texts)), texts, documents))
    row, made = ScoreCard.objects.get_or_create(digest=digest, defaults={"card": card.as_dict(), "made_at": now})
    ScoreCard.objects.exclude(pk=row.pk).delete()
    return made


def scorecard() -> Kept | None:
    """Return the newest score card, or None where the bank was never checked by these rules. Two queries."""
    row = ScoreCard.objects.filter(digest__endswith=_rules()).order_by("-made_at").first()
    if row is None:
        return None
    return Kept(row.card, row.made_at, row.digest == _digest(dict(BankFile.objects.values_list("name", "sha256"))))


def _digest(loaded: dict[str, str]) -> str:
    """Return what a card is of: half for the files as loaded, half for the rules that they were held to."""
    return hashlib.sha256(repr(sorted(loaded.items())).encode()).hexdigest()[:HALF] + _rules()


@cache
def _rules() -> str:
    """Return the digest of the code of the lint: other rules give other figures, and may give a card of another shape."""
    digest = hashlib.sha256()
    for path in sorted(Path(lint.__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:HALF]
