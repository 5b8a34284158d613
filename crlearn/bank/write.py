"""Writing entries as rows, many at a time. What a version says never changes; a change is a new version."""

from collections.abc import Mapping, Sequence
from typing import Any

from crlearn.bank import schema
from crlearn.bank.files import Entry
from crlearn.bank.models import (
    Disagreement,
    DisagreementClaim,
    Fact,
    FactAlias,
    FactEvidence,
    FactVersion,
    Question,
    QuestionFact,
    QuestionVersion,
    QuestionVersionFact,
    Status,
    Tracked,
    VocabularyEntry,
)
from crlearn.bank.quotes import Quotes
from crlearn.bank.reconcile import Step
from crlearn.lib import search
from crlearn.sources.models import Collection

BATCH = 500
WRITTEN = {Step.NEW, Step.CHANGED}
Steps = Mapping[str, Step]


def _common(entry: Entry, site: Collection) -> dict[str, Any]:
    status = entry.content.get("status", Status.READY)
    return {
        "collection": site,
        "file": entry.file,
        "status": status,
        "entry": entry.content,
        "loaded": entry.content,
    }


def _settle(rows: Mapping[str, Tracked], entries: Mapping[str, Entry], steps: Steps, model: type[Tracked]) -> None:
    """Retire what left its file, and note as loaded what the file and the database agree on."""
    settled = []
    for ref, row in rows.items():
        taken = steps.get(ref)
        if taken == Step.RETIRED:
            row.status = Status.RETIRED
            # what the file last brought is now "gone": should the entry come back, only the file will have moved
            row.entry = row.loaded = {**row.entry, "status": Status.RETIRED.value}
            settled.append(row)
        elif taken == Step.UNCHANGED and ref in entries and row.loaded != entries[ref].content:
            row.loaded = entries[ref].content
            settled.append(row)
    model._default_manager.bulk_update(settled, ["status", "entry", "loaded"], batch_size=BATCH)


def _put(row: Tracked, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def vocabulary(
    kind: VocabularyEntry.Kind,
    entries: Mapping[str, Entry],
    rows: Mapping[str, VocabularyEntry],
    steps: Steps,
    quotes: Quotes,
    site: Collection,
) -> None:
    """Write topics, entities or glossary terms."""
    evidence = quotes.rows(ref for ref in entries if steps[ref] in WRITTEN)
    for ref, entry in entries.items():
        model = entry.model
        row = rows.get(ref) or VocabularyEntry(ref=ref, kind=kind, slug=model.id)
        moved = row.pk is not None and row.position != entry.position
        if steps[ref] in WRITTEN:
            name = model.term if isinstance(model, schema.GlossaryTerm) else model.name
            said = entry.content
            names = [name, *said.get("aliases", ()), said.get("expansion") or ""]
            folded = search.folded(*names, said.get("line") or "")
            _put(row, _common(entry, site) | {"name": name, "folded": folded, "position": entry.position})
            row.save()
            if not isinstance(model, schema.Topic):
                row.evidence.set(evidence[ref])
        elif moved:
            row.position = entry.position
            row.save(update_fields=["position"])
    _settle(rows, entries, steps, VocabularyEntry)


def facts(
    entries: Mapping[str, Entry], rows: Mapping[str, Fact], steps: Steps, quotes: Quotes, site: Collection
) -> dict[str, Fact]:
    """Write facts with new versions for those that say something else; return every fact of the bank by ref."""
    all_rows = dict(rows)
    changed = [entry for ref, entry in entries.items() if steps[ref] in WRITTEN]
    for entry in changed:
        row = all_rows.setdefault(entry.ref, Fact(ref=entry.ref))
        model = entry.model
        document = quotes.documents[entry.document] if entry.document else None
        values = {"document": document, "nature": model.nature, "importance": model.importance}
        _put(row, _common(entry, site) | values)
    _save(Fact, [all_rows[entry.ref] for entry in changed], ["document", "nature", "importance"])
    _fact_versions(entries, all_rows, quotes)
    _fact_links(changed, all_rows, site)
    _settle(rows, entries, steps, Fact)
    return all_rows


def _save(model: type[Tracked], rows: Sequence[Tracked], own: Sequence[str]) -> None:
    """Insert the rows without a key; of the others update what a file brings, and nothing besides."""
    fields = ["collection", "file", "status", "entry", "loaded", *own]
    model._default_manager.bulk_create([row for row in rows if row.pk is None], batch_size=BATCH)
    model._default_manager.bulk_update([row for row in rows if row.pk is not None], fields, batch_size=BATCH)


def _fact_versions(entries: Mapping[str, Entry], rows: Mapping[str, Fact], quotes: Quotes) -> None:
    """Make a new version of every fact that says something else than before, or whose quotations stand elsewhere."""
    fresh: list[FactVersion] = []
    for entry in entries.values():
        row, model = rows[entry.ref], entry.model
        if row.entry != entry.content:  # kept back: the database moved, or both
            continue
        content = schema.fact_content(model)
        digest = schema.content_hash({**content, "places": quotes.digests(entry.ref)})
        if row.current is not None and row.current.content_hash == digest:
            continue
        version = FactVersion(
            fact=row,
            number=row.current.number + 1 if row.current else 1,
            content=content,
            content_hash=digest,
            statement=model.statement,
            folded=search.folded(model.statement),
            holder=model.holder or "",
            as_of=model.as_of or "",
            when=model.when or "",
            slip=model.slip or "",
        )
        fresh.append(version)
    FactVersion.objects.bulk_create(fresh, batch_size=BATCH)
    evidence = quotes.rows(version.fact.ref for version in fresh)
    FactEvidence.objects.bulk_create(
        (
            FactEvidence(fact_version=version, evidence=row, position=position)
            for version in fresh
            for position, row in enumerate(evidence[version.fact.ref])
        ),
        batch_size=BATCH,
    )
    for version in fresh:
        places = [row.start for row in evidence[version.fact.ref] if row.start is not None]
        version.fact.current = version
        version.fact.position = places[0] if places else 0
    Fact.objects.bulk_update([version.fact for version in fresh], ["current", "position"], batch_size=BATCH)


def _fact_links(changed: Sequence[Entry], rows: Mapping[str, Fact], site: Collection) -> None:
    """Put topics, entities and former refs of the changed facts in step."""
    words = {(row.kind, row.slug): row.pk for row in VocabularyEntry.objects.filter(collection=site)}
    pks = [rows[entry.ref].pk for entry in changed]
    topic, entity = Fact.topics.through, Fact.entities.through
    topic.objects.filter(fact__in=pks).delete()
    topic.objects.bulk_create(
        (
            topic(fact_id=rows[entry.ref].pk, vocabularyentry_id=words[VocabularyEntry.Kind.TOPIC, slug])
            for entry in changed
            for slug in entry.model.topics
        ),
        batch_size=BATCH,
    )
    entity.objects.filter(fact__in=pks).delete()
    entity.objects.bulk_create(
        (
            entity(fact_id=rows[entry.ref].pk, vocabularyentry_id=words[VocabularyEntry.Kind.ENTITY, slug])
            for entry in changed
            for slug in entry.model.about
        ),
        batch_size=BATCH,
    )
    FactAlias.objects.filter(fact__in=pks).delete()
    FactAlias.objects.bulk_create(
        FactAlias(ref=old, fact=rows[entry.ref]) for entry in changed for old in entry.model.formerly
    )


def questions(
    entries: Mapping[str, Entry],
    rows: Mapping[str, Question],
    steps: Steps,
    fact_rows: Mapping[str, Fact],
    quotes: Quotes,
    site: Collection,
) -> None:
    """Write questions; those whose fact has a new version get a version that names it."""
    all_rows = dict(rows)
    changed = [entry for ref, entry in entries.items() if steps[ref] in WRITTEN]
    for entry in changed:
        row = all_rows.setdefault(entry.ref, Question(ref=entry.ref))
        model = entry.model
        values = {
            "document": quotes.documents[entry.document] if entry.document else None,
            "kind": model.type,
            "asks": model.asks,
            "origin": model.origin,
            "is_group": bool(model.facts),
            "position": entry.position,
        }
        _put(row, _common(entry, site) | values)
    own = ["document", "kind", "asks", "origin", "is_group", "position"]
    _save(Question, [all_rows[entry.ref] for entry in changed], own)
    moved = [row for ref, row in rows.items() if ref in entries and row.position != entries[ref].position]
    for row in moved:
        row.position = entries[row.ref].position
    Question.objects.bulk_update(moved, ["position"], batch_size=BATCH)
    _question_versions(entries, all_rows, fact_rows)
    pks = [all_rows[entry.ref].pk for entry in changed]
    QuestionFact.objects.filter(question__in=pks).delete()
    QuestionFact.objects.bulk_create(
        (
            QuestionFact(question=all_rows[entry.ref], fact=fact_rows[ref], position=position)
            for entry in changed
            for position, ref in enumerate(entry.facts)
        ),
        batch_size=BATCH,
    )
    _settle(rows, entries, steps, Question)


def _question_versions(
    entries: Mapping[str, Entry], rows: Mapping[str, Question], fact_rows: Mapping[str, Fact]
) -> None:
    """Make a new version of every question whose own content, or one of whose facts' versions, is another than before."""
    named: dict[int, list[int]] = {}
    links = QuestionVersionFact.objects.filter(question_version__in=[row.current_id for row in rows.values()])
    for link in links.order_by("position"):
        named.setdefault(link.question_version_id, []).append(link.fact_version_id)
    fresh: list[tuple[QuestionVersion, list[int]]] = []
    for entry in entries.values():
        row = rows[entry.ref]
        if row.entry != entry.content:  # kept back: the database moved, or both
            continue
        content = schema.question_content(entry.model)
        digest = schema.content_hash(content)
        wanted = [fact_rows[ref].current_id or 0 for ref in entry.facts]
        if row.current and row.current.content_hash == digest and named.get(row.current.pk) == wanted:
            continue
        version = QuestionVersion(
            question=row,
            number=row.current.number + 1 if row.current else 1,
            kind=row.kind,
            content=content,
            content_hash=digest,
            prompt=content.get("prompt") or "",
            explanation=content.get("explanation") or "",
        )
        fresh.append((version, wanted))
    QuestionVersion.objects.bulk_create([version for version, _ in fresh], batch_size=BATCH)
    QuestionVersionFact.objects.bulk_create(
        (
            QuestionVersionFact(question_version=version, fact_version_id=pk, position=position)
            for version, wanted in fresh
            for position, pk in enumerate(wanted)
        ),
        batch_size=BATCH,
    )
    for version, _ in fresh:
        version.question.current = version
    Question.objects.bulk_update([version.question for version, _ in fresh], ["current"], batch_size=BATCH)


def disagreements(
    entries: Mapping[str, Entry],
    rows: Mapping[str, Disagreement],
    steps: Steps,
    fact_rows: Mapping[str, Fact],
    site: Collection,
) -> None:
    """Write disagreements with their claims."""
    topics = {row.slug: row for row in VocabularyEntry.objects.filter(kind=VocabularyEntry.Kind.TOPIC, collection=site)}
    for ref, entry in entries.items():
        if steps[ref] not in WRITTEN:
            continue
        model = entry.model
        row = rows.get(ref) or Disagreement(ref=ref)
        values = {"kind": model.kind, "topic": topics.get(model.topic or ""), "note": model.note or ""}
        _put(row, _common(entry, site) | values)
        row.save()
        row.claims.all().delete()
        DisagreementClaim.objects.bulk_create(
            DisagreementClaim(disagreement=row, fact=fact_rows[claim.fact], says=claim.says, position=position)
            for position, claim in enumerate(model.claims)
        )
    _settle(rows, entries, steps, Disagreement)
