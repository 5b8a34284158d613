"""What the lint blocks is not loaded as ready: the door between the files and the learners.

Only what is new or changed since the last load is linted, with the questions of facts that changed, so that an edit costs
what it touches. A first load into an
empty bank is let through: it is the bank as shipped, which `make check` holds to every rule, those of the whole bank too.
"""

from collections.abc import Iterable

from crlearn.bank.files import Bank, Entry
from crlearn.bank.lint import RULES, Context, Finding, Severity, lint_context
from crlearn.bank.lint.rule import BankRule
from crlearn.bank.messages import sentence
from crlearn.bank.models import Fact, Question, Status
from crlearn.bank.quotes import Quotes
from crlearn.bank.schema_errors import BankError
from crlearn.sources.models import Document
from crlearn.sources.reading import DocumentEntry

RULES_OF_ENTRIES = tuple(rule for rule in RULES if not isinstance(rule, BankRule))


def blocked(bank: Bank, quotes: Quotes) -> list[BankError]:
    """Return what keeps new and changed entries from being ready, by file and line. Two queries."""
    rows = [*Fact.objects.values_list("ref", "loaded"), *Question.objects.values_list("ref", "loaded")]
    loaded = dict(rows)
    changed = {ref for ref, entry in _ready(bank) if loaded.get(ref) != entry.content}
    if not loaded or not changed:
        return []
    changed |= {ref for ref, entry in bank.questions.items() if not changed.isdisjoint(entry.facts)}
    context = Context.of(
        bank, quotes.texts(), [_described(document) for document in quotes.documents.values() if document.current]
    )
    report = lint_context(context, RULES_OF_ENTRIES, only=changed)
    return [_error(finding) for finding in report.findings if finding.severity is Severity.BLOCK]


def _ready(bank: Bank) -> Iterable[tuple[str, Entry]]:
    for entries in (bank.facts, bank.questions):
        for ref, entry in entries.items():
            if entry.model.status == Status.READY:
                yield ref, entry


def _described(document: Document) -> DocumentEntry:
    """Return a document's row as its entry in documents.yaml."""
    assert document.current is not None
    names = ("title", "short", "publisher", "author", "published", "kind", "language", "licence", "url")
    described = {name: getattr(document, name) for name in names}
    return DocumentEntry(slug=document.slug, file=document.slug, sha256=document.current.sha256, **described)


def _error(finding: Finding) -> BankError:
    said = f"{finding.rule}: {sentence(finding)}. Until it is mended, give it status: draft"
    return BankError(finding.file, finding.line, finding.ref, finding.code, said, dict(finding.params))
