"""The quotations of entries: each found in its document version, or noted as an error with file and line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crlearn.bank import schema
from crlearn.bank.files import MESSAGES, Bank, BankFile, BankProblems, Entry
from crlearn.bank.schema_errors import BankError, hint
from crlearn.sources import quotations
from crlearn.sources.models import Document, DocumentVersion, Evidence, Passage
from crlearn.sources.quotations import Place, QuotationError, ReadingText
from crlearn.sources.selectors import reading_text_of
from crlearn.sources.services import evidence_ensure

PROSE = {Passage.Kind.PARAGRAPH, Passage.Kind.LIST_ITEM}
SHOWN = 70  # characters of a quotation in an error


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with its place in a document version."""

    version: DocumentVersion
    place: Place
    passage: Passage
    digest: str


class Quotes:
    """Finds quotations, and writes nothing. Errors are collected in `errors`, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self.documents = {document.slug: document for document in Document.objects.select_related("current")}
        self.named: dict[str, DocumentVersion] = {}  # file stem → the version its quotations were taken from
        self.errors: list[BankError] = []
        self.found: dict[str, list[Found]] = {}  # ref of an entry → its quotations
        self._texts: dict[int, tuple[list[Passage], ReadingText]] = {}

    def find_all(self, bank: Bank) -> None:
        """Find every quotation of a bank. Raises BankProblems with all that have no place."""
        self._check_versions(bank)
        for entry in bank.facts.values():
            self.found[entry.ref] = self._find(entry, entry.model.evidence, prose=True)
        for entry in (*bank.entities.values(), *bank.terms.values()):
            self.found[entry.ref] = self._find(entry, entry.model.evidence, prose=False)
        if self.errors:
            raise BankProblems(sorted(self.errors, key=lambda error: (error.file, error.line)))

    def _check_versions(self, bank: Bank) -> None:
        """Find the version that each file names. Raises BankProblems."""
        errors = []
        for file in bank.files:
            if isinstance(file.model, schema.DocumentFile):
                error = self._name_version(file, file.model)
                errors += [error] if error else []
        if errors:
            raise BankProblems(errors)

    def _name_version(self, file: BankFile, model: schema.DocumentFile) -> BankError | None:
        document = self.documents[model.document]
        version = document.versions.filter(sha256=model.document_sha256).select_related("document").first()
        if version is None:
            present = document.current.sha256 if document.current else "none"
            return file.error(["document_sha256"], "unknown_version", value=model.document, sha256=present)
        self.named[file.stem] = version
        return None

    def _find(self, entry: Entry, quotes: Sequence[schema.Evidence], *, prose: bool) -> list[Found]:
        """Return an entry's quotations in order; those that have no place are noted as errors."""
        found: list[Found] = []
        for index, quote in enumerate(quotes):
            version = self._version(entry, quote)
            if version is None:
                slug = str(quote.source)
                self._error(entry, index, "unknown_document", value=slug, hint=hint(slug, list(self.documents)))
                continue
            slug = version.document.slug
            passages, text = self._text(version)
            try:
                place = text.find(quote.quote, prefix=quote.prefix or "", suffix=quote.suffix or "")
            except QuotationError as error:
                self._error(entry, index, error.code, quote=quote.quote[:SHOWN], document=slug)
                continue
            passage = passages[place.block]
            digest = quotations.digest(version.sha256, slug, place.raw)
            if prose and passage.kind not in PROSE:
                self._error(entry, index, "not_prose", kind=passage.kind, quote=quote.quote[:SHOWN], document=slug)
            elif any(other.digest == digest for other in found):
                self._error(entry, index, "quoted_twice")
            else:
                found.append(Found(version, place, passage, digest))
        return found

    def _version(self, entry: Entry, quote: schema.Evidence) -> DocumentVersion | None:
        """Return the version that a quotation is of: the one its file names, or another document's present one."""
        slug = quote.source or entry.document
        if slug is not None and slug in self.named:
            return self.named[slug]
        document = self.documents.get(slug or "")
        return document.current if document else None

    def _text(self, version: DocumentVersion) -> tuple[list[Passage], ReadingText]:
        if version.pk not in self._texts:
            self._texts[version.pk] = reading_text_of(version)
        return self._texts[version.pk]

    def _error(self, entry: Entry, index: int, code: str, **params: str) -> None:
        node = entry.node.child("evidence") if entry.node else None
        child = node.child(index) if node else None
        line = child.line if child else entry.line
        message = MESSAGES[code].format(**params)
        self.errors.append(BankError(f"questions/{entry.file}", line, entry.ref, code, message, params))

    def texts(self) -> dict[str, ReadingText]:
        """Return slug → reading text of each document's present version."""
        return {slug: self._text(one.current)[1] for slug, one in self.documents.items() if one.current}

    def digests(self, ref: str) -> list[str]:
        """Return the identities of an entry's places, in order."""
        return [one.digest for one in self.found.get(ref, ())]

    def rows(self, refs: Iterable[str]) -> Mapping[str, list[Evidence]]:
        """Return ref → Evidence rows of these entries, making those that are not there. Two queries a document version."""
        refs = list(refs)
        by_version: dict[int, list[Found]] = {}
        for ref in refs:
            for one in self.found.get(ref, ()):
                by_version.setdefault(one.version.pk, []).append(one)
        rows: dict[str, Evidence] = {}
        for founds in by_version.values():
            unique = list({one.digest: one for one in founds}.values())
            made = evidence_ensure(unique[0].version, [(one.place, one.passage) for one in unique])
            rows |= {row.digest: row for row in made}
        return {ref: [rows[digest] for digest in self.digests(ref)] for ref in refs}
