"""The score card of a bank: what was looked at, and how it came out."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from crlearn.bank.lint import Report, whole

FEW_WARNINGS = 1  # a question with as many, and no more, is in order


@dataclass(frozen=True, slots=True)
class Score:
    """Counts; shares are from 0 to 1. `by_rule`: rule → findings; `figures`: the measures of the bank as a whole."""

    facts: int
    questions: int
    by_type: dict[str, int]
    by_document: dict[str, int]
    blocking: int
    warnings: int
    silenced: int
    by_rule: dict[str, int]
    sound: float  # questions without a blocking finding and with one warning at most
    figures: dict[str, float]

    def as_dict(self) -> dict[str, Any]:
        """The score card as JSON has it."""
        return asdict(self)


def score(report: Report) -> Score:
    """Return the score card of a report."""
    context = report.context
    blocked = {finding.ref for finding in report.blocking}
    warnings = Counter(finding.ref for finding in report.warnings)
    sound = [ref for ref in context.questions if ref not in blocked and warnings[ref] <= FEW_WARNINGS]
    questions = context.questions.values()
    return Score(
        facts=len(context.facts),
        questions=len(questions),
        by_type=dict(Counter(subject.kind for subject in questions).most_common()),
        by_document=dict(Counter(subject.entry.file.removesuffix(".yaml") for subject in questions).most_common()),
        blocking=len(report.blocking),
        warnings=len(report.warnings),
        silenced=len(report.silenced),
        by_rule=dict(Counter(finding.rule for finding in report.findings).most_common()),
        sound=len(sound) / len(questions) if questions else 1.0,
        figures=whole.figures(context),
    )
