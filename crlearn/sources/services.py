"""What changes documents: receiving versions, making their passages, keeping the caches of quotations true."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from crlearn.lib import search
from crlearn.sources import quotations, reading
from crlearn.sources.models import Collection, Document, DocumentVersion, Evidence, Passage
from crlearn.sources.numbering import carry_numbers
from crlearn.sources.quotations import Place
from crlearn.sources.selectors import corrections_of, reading_text_of

NUMBERED = frozenset({reading.Kind.PARAGRAPH, reading.Kind.LIST_ITEM})
READ = NUMBERED | {reading.Kind.HEADING}


class SourceError(ValueError):
    """A document that cannot be received; the message says which file and what to do."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading one document did: "new", "new version", "read again", "described anew" or "unchanged"."""

    slug: str
    outcome: str
    passages: int


def site_collection() -> Collection:
    """Return the public collection, making it where the database is new."""
    return Collection.objects.get_or_create(kind=Collection.Kind.SITE, defaults={"name": "Site bank"})[0]


@transaction.atomic
def documents_load(folder: Path) -> list[Loaded]:
    """Load every document of `folder`/documents.yaml; all of them or, on any error, none. Raises SourceError."""
    try:
        entries = reading.load_entries(folder / "documents.yaml")
    except reading.EntryError as error:
        raise SourceError(str(error)) from None
    raws = {entry.slug: _received(folder, entry) for entry in entries}
    corpus = reading.vocabulary(raw.decode("utf-8") for raw in raws.values())
    collection = site_collection()
    known = {document.slug: document for document in Document.objects.select_related("current")}
    return [
        _document_load(entry, raws[entry.slug], position, corpus, collection, known.get(entry.slug))
        for position, entry in enumerate(entries)
    ]


def _received(folder: Path, entry: reading.DocumentEntry) -> bytes:
    """Return a file's bytes, which must be those that documents.yaml describes."""
    path = folder / entry.file
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}. documents.yaml names it for {entry.slug}.") from None
    if (found := hashlib.sha256(raw).hexdigest()) != entry.sha256:
        raise SourceError(f"{path}: its sha256 is {found}, documents.yaml says {entry.sha256} for {entry.slug}.")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 at byte {error.start}. Save it as UTF-8.") from None
    return raw


def _document_load(
    entry: reading.DocumentEntry,
    raw: bytes,
    position: int,
    corpus: frozenset[str],
    collection: Collection,
    document: Document | None,
) -> Loaded:
    """Bring one document in step with its entry and file."""
    described = entry.model_dump(exclude={"slug", "file", "sha256"}) | {"position": position}
    outcome = "unchanged"
    if document is None:
        document = Document.objects.create(collection=collection, slug=entry.slug, **described)
        outcome = "new"
    elif any(getattr(document, name) != value for name, value in described.items()):
        for name, value in described.items():
            setattr(document, name, value)
        document.save(update_fields=list(described))
        outcome = "described anew"
    version = document.versions.filter(sha256=entry.sha256).first()
    if version is None:
        number = (document.versions.aggregate(Max("number"))["number__max"] or 0) + 1
        version = DocumentVersion.objects.create(document=document, number=number, sha256=entry.sha256, raw=raw)
        outcome = "new" if number == 1 else "new version"
    if passages_make(document=document, version=version, entry=entry, corpus=corpus) and outcome in {
        "unchanged",
        "described anew",
    }:
        outcome = "read again"
    if document.current_id != version.pk:
        document.current = version
        document.save(update_fields=["current"])
    return Loaded(entry.slug, outcome, version.passages.count())


def passages_make(
    *, document: Document, version: DocumentVersion, entry: reading.DocumentEntry, corpus: frozenset[str]
) -> bool:
    """Read a version into passages, unless nothing that goes into the reading has changed. Return whether it was read."""
    corrections = corrections_of(version)
    inputs = [version.sha256, entry.model_dump(), [str(c) for c in corrections], reading.REVISION, sorted(corpus)]
    digest = hashlib.sha256(json.dumps(inputs, ensure_ascii=False).encode()).hexdigest()
    if version.reading_digest == digest:
        return False
    blocks = reading.read(version.raw_text, entry, corrections, corpus)
    _passages_replace(document, version, blocks)
    version.reading_digest = digest
    version.words = sum(len(block.text.split()) for block in blocks if block.kind in READ)
    version.save(update_fields=["reading_digest", "words"])
    evidence_rebuild(version)
    return True


def _passages_replace(document: Document, version: DocumentVersion, blocks: Sequence[reading.Block]) -> None:
    """Put the blocks in the place of the version's passages, carrying the numbers over."""
    last = version if version.passages.exists() else document.current
    rows = last.passages.filter(number__isnull=False).values_list("number", "text") if last else ()
    before = [(number or 0, text) for number, text in rows]
    numbered = [block for block in blocks if block.kind in NUMBERED]
    given = carry_numbers([block.text for block in numbered], before, document.highest_number)
    document.highest_number = max([document.highest_number, *given])
    document.save(update_fields=["highest_number"])
    numbers = iter(given)
    _, starts = reading.reading_text(blocks)
    version.passages.all().delete()
    Passage.objects.bulk_create(
        Passage(
            version=version,
            position=position,
            number=next(numbers) if block.kind in NUMBERED else None,
            kind=block.kind,
            level=block.level,
            label=block.label,
            text=block.text,
            folded=search.folded(block.text),
            start=None if block.kind == reading.Kind.FURNITURE else start,
            runs=[list(run) for run in block.runs],
            markers=[list(marker) for marker in block.markers],
        )
        for position, (block, start) in enumerate(zip(blocks, starts, strict=True))
    )


def evidence_rebuild(version: DocumentVersion) -> None:
    """Recompute, from the raw ranges, where every quotation of a version stands in its reading text."""
    rows = list(version.evidence.all())
    if not rows:
        return
    passages, text = reading_text_of(version)
    for row in rows:
        place = text.from_raw(row.raw)
        row.start, row.end = (place.start, place.end) if place else (None, None)
        row.passage = passages[place.block] if place else None
        if place:
            row.prefix, row.suffix = place.prefix, place.suffix
    Evidence.objects.bulk_update(rows, ["start", "end", "passage", "prefix", "suffix"])


def evidence_ensure(version: DocumentVersion, places: Sequence[tuple[Place, Passage]]) -> list[Evidence]:
    """Return an Evidence row for each place, making those that are not there yet; the same place gives the same row."""
    slug = version.document.slug
    digests = [quotations.digest(version.sha256, slug, place.raw) for place, _ in places]
    rows = {row.digest: row for row in Evidence.objects.filter(digest__in=digests)}
    missing = {
        digest: Evidence(
            version=version,
            digest=digest,
            exact=place.exact,
            prefix=place.prefix,
            suffix=place.suffix,
            raw=place.raw,
            start=place.start,
            end=place.end,
            passage=passage,
        )
        for digest, (place, passage) in zip(digests, places, strict=True)
        if digest not in rows
    }
    Evidence.objects.bulk_create(missing.values())
    rows |= missing
    return [rows[digest] for digest in digests]
