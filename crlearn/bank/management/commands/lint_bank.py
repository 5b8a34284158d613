import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.bank import files
from crlearn.bank.lint import Report, Severity, lint
from crlearn.bank.lint.score import Score, score
from crlearn.bank.lint.texts import TextError, read_folder
from crlearn.bank.messages import FIGURES, sentence


class Command(BaseCommand):
    help = (
        "Check every question and fact of questions/ against the documents in seeds/, without the database. Prints "
        "“file:line: B rule ref: what is wrong and how to mend it”, where B blocks and W warns, and ends with a score "
        "card. A rule that does not hold for one question is silenced there by ignore: {rule: reason}. The exit code is 1 "
        "where anything blocks."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print findings and score card as one JSON object")
        parser.add_argument(
            "--rule", action="append", default=[], help="show only this rule's findings; may be repeated"
        )
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.QUESTIONS_DIR, help="folder of the files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            texts, documents = read_folder(settings.SEEDS_DIR)
            bank = files.read(options["folder"], list(texts))
        except TextError as error:
            raise CommandError(str(error)) from None
        except files.BankProblems as problems:
            for problem in problems.errors:
                self.stderr.write(str(problem))
            raise CommandError(f"{len(problems.errors)} problems: the files cannot be read.") from None
        report = lint(bank, texts, documents)
        if options["json"]:
            self._write_json(report, options["rule"])
        else:
            self._write_findings(report, options["rule"])
            self._write_score(score(report))
        if report.blocking:
            raise CommandError(f"{len(report.blocking)} findings block.")

    def _write_json(self, report: Report, rules: list[str]) -> None:
        findings = [
            asdict(finding) | {"message": sentence(finding)}
            for finding in report.findings
            if not rules or finding.rule in rules
        ]
        silenced = [asdict(finding) for finding in report.silenced]
        whole = {"findings": findings, "silenced": silenced, "score": score(report).as_dict()}
        self.stdout.write(json.dumps(whole, indent=1, ensure_ascii=False))

    def _write_findings(self, report: Report, rules: list[str]) -> None:
        for finding in report.findings:
            if rules and finding.rule not in rules:
                continue
            place = f"{finding.file}:{finding.line}: " if finding.file else ""
            line = f"{place}{finding.severity} {finding.rule} {finding.ref}: {sentence(finding)}"
            self.stdout.write(self.style.ERROR(line) if finding.severity is Severity.BLOCK else line)

    def _write_score(self, card: Score) -> None:
        def listed(counts: dict[str, int]) -> str:
            return ", ".join(f"{count} {name}" for name, count in counts.items())

        self.stdout.write(f"\n{card.facts} facts, {card.questions} questions")
        if card.questions:
            self.stdout.write(f"  by type: {listed(card.by_type)}\n  by file: {listed(card.by_document)}")
        self.stdout.write(f"{card.blocking} block, {card.warnings} warn, {card.silenced} silenced")
        if card.by_rule:
            self.stdout.write(f"  by rule: {', '.join(f'{rule} {count}' for rule, count in card.by_rule.items())}")
        self.stdout.write(f"{card.sound:.1%} of questions with one warning or none")
        for code, value in card.figures.items():
            self.stdout.write(f"{FIGURES[code]}: {value:.3g}")
