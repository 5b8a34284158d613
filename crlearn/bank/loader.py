"""Loading the bank's files into the database: all of it or nothing, as often as one likes, while learners study."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import QuerySet

from crlearn.bank import files, gate, write
from crlearn.bank.files import Bank, BankProblems, Entry
from crlearn.bank.models import BankFile, Disagreement, Fact, Question, Tracked, VocabularyEntry
from crlearn.bank.quotes import Quotes
from crlearn.bank.reconcile import Step, step
from crlearn.bank.schema_errors import BankError
from crlearn.sources.models import DocumentVersion
from crlearn.sources.services import site_collection

LOCK = 0x43524C62
REVISION = "1"  # raise it when the same files are to be loaded again
MOST_RETIRED = 0.10  # of a file at once, without being asked for

T = TypeVar("T", bound=Tracked)


class TooManyRetired(ValueError):
    """A file lost more than a tenth of its entries: probably a mistake. Nothing was changed."""


@dataclass(slots=True)
class Report:
    """What a load did, or would do: (step, ref) of every entry that is not simply unchanged, and how many there are."""

    steps: list[tuple[Step, str]] = field(default_factory=list)
    counts: Counter[Step] = field(default_factory=Counter)
    unread: int = 0  # files that were not even parsed, being the same as last time

    def note(self, taken: Step, ref: str) -> None:
        self.counts[taken] += 1
        if taken != Step.UNCHANGED:
            self.steps.append((taken, ref))

    @property
    def conflicts(self) -> list[str]:
        return [ref for taken, ref in self.steps if taken == Step.CONFLICT]


def bank_load(folder: Path, *, dry_run: bool = False, retire: bool = False) -> Report:
    """Load every file of a folder. Raises BankProblems (all problems of all files), TooManyRetired.

    dry_run: report what would be done, and do nothing. retire: let a file lose more than a tenth of its entries.
    """
    names = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.yaml"))}
    context = _context()
    if names and _as_last_time(names, context):
        return Report(unread=len(names))
    quotes = Quotes()
    bank = files.read(folder, list(quotes.documents))
    quotes.find_all(bank)  # before the transaction: learners write meanwhile
    if errors := gate.blocked(bank, quotes):
        raise BankProblems(errors)
    with transaction.atomic():
        _one_at_a_time()
        report = _write(bank, quotes, retire=retire)
        _remember(bank, context, complete=not report.conflicts)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _one_at_a_time() -> None:
    """Wait for another load on PostgreSQL; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _context() -> str:
    """Return a digest of what the files were checked against besides each other: the documents and this code."""
    versions = DocumentVersion.objects.order_by("document__slug", "number")
    rows = versions.values_list("document__slug", "sha256", "reading_digest")
    return hashlib.sha256(f"{REVISION} {list(rows)}".encode()).hexdigest()


def _as_last_time(names: Mapping[str, str], context: str) -> bool:
    known = {file.name: (file.sha256, file.context) for file in BankFile.objects.all()}
    return known == {name: (sha256, context) for name, sha256 in names.items()}


def _write(bank: Bank, quotes: Quotes, *, retire: bool) -> Report:
    report = Report()
    site = site_collection()
    for kind, entries in (
        (VocabularyEntry.Kind.TOPIC, bank.topics),
        (VocabularyEntry.Kind.ENTITY, bank.entities),
        (VocabularyEntry.Kind.TERM, bank.terms),
    ):
        by_ref = {entry.ref: entry for entry in entries.values()}
        words = _rows(VocabularyEntry.objects.filter(kind=kind, collection=site))
        write.vocabulary(kind, by_ref, words, _steps(by_ref, words, report, retire=retire), quotes, site)
    facts = _rows(Fact.objects.filter(collection=site).select_related("current"))
    steps = _steps(bank.facts, facts, report, retire=retire)
    fact_rows = write.facts(bank.facts, facts, steps, quotes, site)
    questions = _rows(Question.objects.filter(collection=site).select_related("current"))
    steps = _steps(bank.questions, questions, report, retire=retire)
    write.questions(bank.questions, questions, steps, fact_rows, quotes, site)
    disagreements = _rows(Disagreement.objects.filter(collection=site))
    steps = _steps(bank.disagreements, disagreements, report, retire=retire)
    write.disagreements(bank.disagreements, disagreements, steps, fact_rows, site)
    return report


def _rows(query: QuerySet[T]) -> dict[str, T]:
    """Return the rows of a query by ref, locked, so that an editor's change is not overwritten."""
    return {row.ref: row for row in query.select_for_update(of=("self",))}


def _steps(entries: Mapping[str, Entry], rows: Mapping[str, T], report: Report, *, retire: bool) -> dict[str, Step]:
    """Return ref → what to do, and note it; check that no file loses too much at once."""
    taken: dict[str, Step] = {}
    for ref, entry in entries.items():
        row = rows.get(ref)
        taken[ref] = step(file=entry.content, current=row.entry if row else None, loaded=row.loaded if row else None)
    gone: Counter[str] = Counter()
    for ref, row in rows.items():
        if ref not in entries and row.file:
            taken[ref] = step(file=None, current=row.entry, loaded=row.loaded)
            gone[row.file] += taken[ref] == Step.RETIRED
    _refuse_losses(gone, rows, retire=retire)
    for ref, one in taken.items():
        report.note(one, ref)
    return taken


def _refuse_losses(gone: Counter[str], rows: Mapping[str, Tracked], *, retire: bool) -> None:
    for file, count in gone.items():
        had = sum(1 for row in rows.values() if row.file == file and row.status != "retired")
        if count > max(1, had * MOST_RETIRED) and not retire:
            raise TooManyRetired(
                f"questions/{file}: {count} of its {had} entries are gone. Nothing was changed. "
                "If that is meant, load with --retire; better, keep them with status: retired."
            )


def _remember(bank: Bank, context: str, *, complete: bool) -> None:
    """Note the files as loaded; with conflicts open they are read again next time."""
    BankFile.objects.all().delete()
    if complete:
        BankFile.objects.bulk_create(
            BankFile(name=file.name, sha256=file.sha256, context=context) for file in bank.files
        )


__all__ = ["BankError", "BankProblems", "Report", "TooManyRetired", "bank_load"]
