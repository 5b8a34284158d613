import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.bank import files
from crlearn.bank.lint import Context, Report, Severity, lint, whole
from crlearn.bank.lint.score import Score, score
from crlearn.bank.lint.solvers import MAJORITY, POSITION, SOLVERS, answers
from crlearn.bank.lint.texts import TextError, read_folder
from crlearn.bank.messages import sentence
from crlearn.bank.reference_rules import rules_reference


class Command(BaseCommand):
    help = (
        "Check every question and fact of questions/ against the documents in seeds/, without the database. Prints "
        "“file:line: B rule ref: what is wrong and how to mend it”, where B blocks and W warns, and ends with a score "
        "card. A rule that does not hold for one question is silenced there by ignore: {rule: reason}. --verbosity 0 "
        "prints what blocks and nothing else. The exit code is 1 where anything blocks."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print findings and score card as one JSON object")
        parser.add_argument(
            "--rule", action="append", default=[], help="show only this rule's findings; may be repeated"
        )
        parser.add_argument(
            "--cue",
            choices=(*SOLVERS, POSITION, MAJORITY),
            help="instead of all this, show every question whose key is found by one cue alone: > marks what it picks, * keys",
        )
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.QUESTIONS_DIR, help="folder of the files"
        )

        parser.add_argument("--rules", action="store_true", help="print what the rules are, as Markdown, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rules"]:
            self.stdout.write(rules_reference(), ending="")
            return
        try:
            texts, documents = read_folder(settings.SEEDS_DIR)
            bank = files.read(options["folder"], list(texts))
        except TextError as error:
            raise CommandError(str(error)) from None
        except files.BankProblems as problems:
            for problem in problems.errors:
                self.stderr.write(str(problem))
            raise CommandError(f"{len(problems.errors)} problems: the files cannot be read.") from None
        if options["cue"]:
            self._write_cue(Context.of(bank, texts, documents), options["cue"])
            return
        report = lint(bank, texts, documents)
        if options["json"]:
            self._write_json(report, options["rule"])
        else:
            self._write_findings(report, options["rule"], blocking=options["verbosity"] == 0)
            if options["verbosity"]:
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
        everything = {"findings": findings, "silenced": silenced, "score": score(report).as_dict()}
        self.stdout.write(json.dumps(everything, indent=1, ensure_ascii=False))

    def _write_cue(self, context: Context, cue: str) -> None:
        items = whole.items(context)
        for item, picks in zip(items, answers(items)[cue][0], strict=True):
            if picks & item.keys:
                entry = context.questions[item.ref].entry
                marks = [
                    ("*" if at in item.keys else "") + (">" if at in picks else "") for at in range(len(item.options))
                ]
                texts = " · ".join(mark + text for mark, text in zip(marks, item.options, strict=True))
                self.stdout.write(f"questions/{entry.file}:{entry.line}: {item.ref}: {texts}")

    def _write_findings(self, report: Report, rules: list[str], *, blocking: bool) -> None:
        for finding in report.blocking if blocking else report.findings:
            if rules and finding.rule not in rules:
                continue
            place = f"{finding.file}:{finding.line}: " if finding.file else ""
            line = f"{place}{finding.severity} {finding.rule} {finding.ref}: {sentence(finding)}"
            self.stdout.write(self.style.ERROR(line) if finding.severity is Severity.BLOCK else line)

    def _write_score(self, card: Score) -> None:
        held = card.held
        lines = [f"\n{held.facts} facts, {held.questions} questions"]
        for name, facts, questions in (
            ("document", held.facts_by_document, held.questions_by_document),
            ("topic", held.facts_by_topic, held.questions_by_topic),
            ("importance", held.facts_by_importance, held.questions_by_importance),
            ("nature", held.facts_by_nature, held.questions_by_nature),
        ):
            lines.append(f"  facts/questions by {name}: {_pairs(facts, questions)}")
        lines.append(
            f"  questions by type: {_listed(held.questions_by_type)}; by origin: {_listed(held.questions_by_origin)}"
        )
        lines.append(
            "long paragraphs that are asked: " + ", ".join(f"{d.document} {d.covered:.0%}" for d in card.documents)
        )
        lines.append("what a cue alone finds (keys found of questions that show it; by chance, at most):")
        lines += [
            f"  {row.solver:<12}{row.hits:5} of {row.n:<5}{row.expected:8.1f}{row.bound:6}{'' if row.inside else '  outside'}"
            + (f"  in {row.group}" if row.group else "")
            for row in card.solvers
            if not row.group or not row.inside
        ]
        lines.append(
            f"citation recall {card.recall:.3f}, precision {card.precision:.3f}; bare dates and numbers {card.bare:.0%} of core "
            f"questions; true/false {card.true_false:.0%}"
        )
        lines.append(f"{card.blocking} block, {card.warnings} warn: {_listed(card.by_rule) or 'nothing'}")
        lines.append(f"silenced: {_listed(card.silenced) or 'nothing'}")
        lines.append(f"lint score: {card.sound:.1%} of questions with one warning or none, and nothing that blocks")
        self.stdout.write("\n".join(lines))


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _pairs(facts: dict[str, int], questions: dict[str, int]) -> str:
    return ", ".join(f"{name} {facts.get(name, 0)}/{questions.get(name, 0)}" for name in {**facts, **questions})
