"""The score card of a bank: what it holds, how much of the documents it asks, and how it came out of the lint."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from crlearn.bank.lint import Report, citations, coverage, whole, worth
from crlearn.bank.lint.solvers import Row
from crlearn.bank.lint.subject import Subject

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Held:
    """How many facts and questions there are of each sort. A fact of several topics counts for each; `document` is the
    file it stands in; what a question asks of several facts counts for each of their topics, importances and natures."""

    facts: int
    questions: int
    facts_by_document: Counts
    facts_by_topic: Counts
    facts_by_importance: Counts
    facts_by_nature: Counts
    questions_by_document: Counts
    questions_by_type: Counts
    questions_by_topic: Counts
    questions_by_importance: Counts
    questions_by_nature: Counts
    questions_by_origin: Counts


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a document: where it begins in the reading text, its words, its facts, the questions on them."""

    start: int
    words: int
    facts: int
    questions: int


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document: the share of its long paragraphs that are asked (0 to 1), its share of the bank, its paragraphs."""

    document: str
    covered: float
    share: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The card. Shares are from 0 to 1.

    `sound`: the lint score, the share of questions that nothing blocks and that have one warning at most; `recall`: of
    questions that pass G1 to G4; `precision`: of quotations that are needed; `bare`: of core questions that ask for a
    date or number alone; `true_false`: of all questions. `by_rule`: rule → findings, `silenced`: the same of what
    `ignore:` silenced.
    """

    held: Held
    documents: tuple[DocumentScore, ...]
    solvers: tuple[Row, ...]
    blocking: int
    warnings: int
    by_rule: Counts
    silenced: Counts
    sound: float
    recall: float
    precision: float
    bare: float
    true_false: float

    def as_dict(self) -> dict[str, Any]:
        """The card as JSON has it."""
        return asdict(self)


def score(report: Report) -> Score:
    """Return the score card of a report. Pure; the same report gives the same card."""
    context = report.context
    shares = coverage.shares(context)
    return Score(
        held=_held(context.facts, context.questions),
        documents=tuple(
            DocumentScore(
                slug,
                round(coverage.covered(found), 4),
                round(shares[slug], 4),
                tuple(Piece(one.start, one.words, len(one.facts), one.questions) for one in found),
            )
            for slug, found in coverage.paragraphs(context).items()
        ),
        solvers=tuple(whole.solved(context)),
        blocking=len(report.blocking),
        warnings=len(report.warnings),
        by_rule=_counts(finding.rule for finding in report.findings),
        silenced=_counts(finding.rule for finding in report.silenced),
        sound=round(whole.sound(context, report.findings), 4),
        recall=round(citations.recall(context, report.findings), 4),
        precision=round(citations.precision(context), 4),
        bare=round(worth.bare_share(context), 4),
        true_false=round(worth.true_false_share(context), 4),
    )


def _held(facts: Mapping[str, Subject], questions: Mapping[str, Subject]) -> Held:
    def asked(attribute: str) -> Counts:
        return _counts(
            value for one in questions.values() for value in {str(getattr(f.model, attribute)) for f in one.facts}
        )

    return Held(
        facts=len(facts),
        questions=len(questions),
        facts_by_document=_counts(_file(one) for one in facts.values()),
        facts_by_topic=_counts(topic for one in facts.values() for topic in one.model.topics),
        facts_by_importance=_counts(one.model.importance for one in facts.values()),
        facts_by_nature=_counts(one.model.nature for one in facts.values()),
        questions_by_document=_counts(_file(one) for one in questions.values()),
        questions_by_type=_counts(one.kind for one in questions.values()),
        questions_by_topic=_counts(
            topic
            for one in questions.values()
            for topic in {topic for fact in one.facts for topic in fact.model.topics}
        ),
        questions_by_importance=asked("importance"),
        questions_by_nature=asked("nature"),
        questions_by_origin=_counts(one.model.origin for one in questions.values()),
    )


def _file(subject: Subject) -> str:
    return subject.entry.file.removesuffix(".yaml")


def _counts(values: Iterable[str]) -> Counts:
    """How often each value comes, the most frequent first, equals in the order of the alphabet."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
