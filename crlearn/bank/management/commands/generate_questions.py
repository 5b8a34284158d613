from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.bank import files
from crlearn.bank.files import Bank
from crlearn.bank.generator import SpliceError
from crlearn.bank.generator.complete import Completed, complete
from crlearn.bank.lint import lint
from crlearn.bank.lint.texts import TextError, read_folder
from crlearn.bank.messages import sentence


class Command(BaseCommand):
    help = (
        "Complete the facts of questions/ with the questions that they support: recall faces, gaps, options, statements "
        "to be judged, matching, “which document says”. The same facts give the same bytes. What people wrote or edited is "
        "not touched; generated questions are replaced, and a status or ignore that was set on one is kept. What the lint "
        "finds fault with is left out, and reported. Works without the database."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a file is stale")
        parser.add_argument("--verbose", action="store_true", help="list what was left out, and why")
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.QUESTIONS_DIR, help="folder of the files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        raws, made = self._completed(folder)
        stale = [(name, line) for name in raws if (line := _first_difference(raws[name], made.raws[name]))]
        if options["verbosity"]:
            self._report(made, verbose=options["verbose"])
        if options["check"]:
            for name, line in stale:
                self.stderr.write(f"{name}:{line}: the generated questions are not what the facts give now")
            if stale:
                raise CommandError(f"{len(stale)} files are stale. Run manage.py generate_questions.")
            return
        for name, _ in stale:
            (folder / Path(name).name).write_bytes(made.raws[name])
        if options["verbosity"]:
            self.stdout.write(f"{len(stale)} files written" if stale else "Every file is up to date.")

    def _completed(self, folder: Path) -> tuple[dict[str, bytes], Completed]:
        try:
            texts, documents = read_folder(settings.SEEDS_DIR)
            if not folder.is_dir():
                raise CommandError(f"There is no folder {folder} with the bank's files.")
            raws = {f"{folder.name}/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.yaml"))}

            def check(bank: Bank) -> Iterator[tuple[str, str, str]]:
                for finding in lint(bank, texts, documents).findings:
                    yield finding.ref, finding.rule, str(sentence(finding))

            return raws, complete(raws, texts, documents, check)
        except (TextError, SpliceError) as error:
            raise CommandError(str(error)) from None
        except files.BankProblems as problems:
            for problem in problems.errors:
                self.stderr.write(str(problem))
            raise CommandError(f"{len(problems.errors)} problems: the files cannot be read.") from None

    def _report(self, made: Completed, *, verbose: bool) -> None:
        def counted(counts: Counter[str]) -> str:
            return ", ".join(f"{count} {name}" for name, count in counts.most_common()) or "none"

        self.stdout.write(f"{len(made.drafts)} made: {counted(Counter(draft.form for draft in made.drafts))}")
        self.stdout.write(f"{len(made.refused)} left out: {counted(Counter(one.rule for one in made.refused))}")
        self.stdout.write(f"{len(made.faceless)} that are only recognised still: no answer to write in a few words")
        if verbose:
            for refused in made.refused:
                self.stdout.write(f"  {refused.rule} {refused.ref}: {refused.said}")
            for ref in made.faceless:
                self.stdout.write(f"  no recall face: {ref}")


def _first_difference(old: bytes, new: bytes) -> int:
    """The line (from 1) at which two files begin to differ; 0 where they are the same."""
    if old == new:
        return 0
    lines = zip(old.split(b"\n"), new.split(b"\n"), strict=False)
    same = next((place for place, (one, other) in enumerate(lines) if one != other), None)
    return (min(old.count(b"\n"), new.count(b"\n")) if same is None else same) + 1
