"""What every question must pass before it is asked. Pure: texts and entries go in, findings come out.

`RULES` holds every rule; `lint` runs them. See crlearn/docs/lint.md for the rules themselves.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crlearn.bank.files import Bank, Entry
from crlearn.bank.lint import agreement, evidence, form, holders, polarity, rivals, standing, sums, support, whole
from crlearn.bank.lint.context import Context
from crlearn.bank.lint.rule import BankRule, Finding, Hit, Rule, Severity, warn
from crlearn.sources.quotations import ReadingText
from crlearn.sources.reading import DocumentEntry

__all__ = ["RULES", "Context", "Finding", "Report", "Severity", "lint", "lint_context"]

RULES: tuple[Rule | BankRule, ...] = (
    *evidence.RULES,
    *support.RULES,
    *rivals.RULES,
    *holders.RULES,
    *polarity.RULES,
    *standing.RULES,
    *agreement.RULES,
    *sums.RULES,
    *form.RULES,
    *whole.RULES,
)
IDLE_CODES = ("idle_ignore", "unknown_rule")  # of an `ignore:` that silences nothing


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, by file and line; what `ignore:` silenced; and what was looked at."""

    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    context: Context

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that keep an entry from being ready."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCK)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that only warn."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.WARN)


def lint(bank: Bank, texts: Mapping[str, ReadingText], documents: Sequence[DocumentEntry]) -> Report:
    """Run every rule over a bank. `texts`: the reading text of each document by slug."""
    return lint_context(Context.of(bank, texts, documents))


def lint_context(
    context: Context, rules: Sequence[Rule | BankRule] = RULES, *, only: Collection[str] | None = None
) -> Report:
    """Run rules over a bank whose context has been made already. only: refs of the entries to look at; none: all."""
    found: list[Finding] = []
    silenced: list[Finding] = []
    for rule in sorted(rules, key=lambda rule: isinstance(rule, BankRule)):  # the whole needs what the parts found
        for finding in _findings(rule, context, tuple(found), only):
            ignored = finding.ref in context.questions and finding.rule in context.questions[finding.ref].model.ignore
            (silenced if ignored else found).append(finding)
    found += _idle(context, silenced, rules)
    return Report(tuple(sorted(found, key=_order)), tuple(sorted(silenced, key=_order)), context)


def _order(finding: Finding) -> tuple[str, int, str, str]:
    return (finding.file, finding.line, finding.rule, finding.code)


def _findings(
    rule: Rule | BankRule, context: Context, so_far: Sequence[Finding], only: Collection[str] | None
) -> Iterator[Finding]:
    """Yield what one rule finds."""
    if isinstance(rule, BankRule):
        for hit in rule.check(context, so_far):
            yield _finding(rule.id, hit, _entry(context, hit.ref))
        return
    for subjects in (context.facts, context.questions):
        for subject in subjects.values():
            if subject.kind in rule.applies and (only is None or subject.ref in only):
                yield from (_finding(rule.id, hit, subject.entry) for hit in rule.check(subject))


def _entry(context: Context, ref: str) -> Entry | None:
    return context.bank.questions.get(ref) or context.bank.facts.get(ref) or context.bank.disagreements.get(ref)


def _finding(rule: str, hit: Hit, entry: Entry | None) -> Finding:
    """Return a hit with the file and the line that it is about."""
    if entry is None:
        return Finding(rule, hit.severity, hit.ref, "", 0, hit.code, hit.params)
    node, line = entry.node, entry.line
    for key in hit.at:
        child = node.child(key) if node else None
        if node is None or child is None:
            break
        line = node.keys.get(key, child.line) if isinstance(key, str) else child.line
        node = child
    return Finding(rule, hit.severity, entry.ref, f"questions/{entry.file}", line, hit.code, hit.params)


def _idle(context: Context, silenced: Sequence[Finding], rules: Sequence[Rule | BankRule]) -> Iterator[Finding]:
    """Yield a warning for each `ignore:` that silences nothing: it would hide a later flaw."""
    used = {(finding.ref, finding.rule) for finding in silenced}
    known = {rule.id for rule in rules}
    for subject in context.questions.values():
        for rule in subject.model.ignore:
            if (subject.ref, rule) not in used:
                code = "idle_ignore" if rule in known else "unknown_rule"
                yield _finding(rule, warn(code, at=("ignore", rule), rule=rule), subject.entry)
