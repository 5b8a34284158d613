from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.bank.loader import BankProblems, TooManyRetired, bank_load
from crlearn.bank.reconcile import Step


class Command(BaseCommand):
    help = (
        "Load the facts and questions of questions/ into the database. Every problem of every file is reported with its "
        "line, and then nothing is changed. What was edited in the database only is kept; what was edited in both places "
        "is a conflict and stays as it is until a person decides."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        parser.add_argument("--retire", action="store_true", help="let a file lose more than a tenth of its entries")
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.QUESTIONS_DIR, help="folder of the files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = bank_load(options["folder"], dry_run=options["dry_run"], retire=options["retire"])
        except BankProblems as problems:
            for error in problems.errors:
                self.stderr.write(str(error))
            raise CommandError(f"{len(problems.errors)} problems: nothing was loaded.") from None
        except TooManyRetired as error:
            raise CommandError(str(error)) from None
        if options["verbosity"] > 1 or options["dry_run"]:
            for step, ref in report.steps:
                self.stdout.write(f"{step}: {ref}")
        if report.unread and options["verbosity"]:
            self.stdout.write(f"{report.unread} files, unchanged")
        elif options["verbosity"]:
            counts = ", ".join(f"{count} {step}" for step, count in report.counts.items())
            self.stdout.write(("would be: " if options["dry_run"] else "") + (counts or "no entries"))
        if report.counts[Step.CONFLICT]:
            raise CommandError("Conflicts: edited both in the file and in the database. " + ", ".join(report.conflicts))
