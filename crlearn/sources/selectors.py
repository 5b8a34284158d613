"""What is read of documents. Every selector of what may be private takes the viewer."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from crlearn.accounts.models import User
from crlearn.sources import reading
from crlearn.sources.models import Collection, CollectionAccess, Document, DocumentVersion, Passage
from crlearn.sources.quotations import ReadingText

Viewer = User | AnonymousUser


def visible(viewer: Viewer, path: str = "collection") -> Q:
    """Return the condition that a row's collection may be seen by the viewer; `path` leads from the row to it."""
    public = Q(**{f"{path}__kind": Collection.Kind.SITE})
    if not viewer.is_authenticated:
        return public
    return public | Q(**{f"{path}__in": Collection.objects.filter(readers=viewer).values("pk")})


def keys_visible(viewer: Viewer, path: str = "collection") -> Q:
    """Return the condition that the viewer may see the keys of a row's collection: the site's, or where they are told
    so. What is in a class's collection for an exam is visible to its students without its keys."""
    public = Q(**{f"{path}__kind": Collection.Kind.SITE})
    if not viewer.is_authenticated:
        return public
    told = CollectionAccess.objects.filter(user=viewer, may_see_keys=True)
    return public | Q(**{f"{path}__in": told.values("collection")})


def documents(viewer: Viewer) -> QuerySet[Document]:
    """Return the documents that the viewer may read, in the order of documents.yaml."""
    return (
        Document.objects.filter(visible(viewer), current__isnull=False).select_related("current").defer("current__raw")
    )


def passages(version: DocumentVersion) -> list[Passage]:
    """Return all blocks of a version in order, furniture included."""
    return list(version.passages.order_by("position"))


def reading_text_of(version: DocumentVersion) -> tuple[list[Passage], ReadingText]:
    """Return the passages of the reading text (no furniture) and the text with its ways back."""
    rows = [passage for passage in passages(version) if passage.start is not None]
    return rows, ReadingText([block_of(row) for row in rows])


def block_of(passage: Passage) -> reading.Block:
    """Return a passage as the pure code knows it."""
    return reading.Block(reading.Kind(passage.kind), passage.text, tuple(reading.Run(*run) for run in passage.runs))


def corrections_of(version: DocumentVersion) -> list[reading.Correction]:
    """Return a person's corrections of a version, in the order they were made."""
    return [
        reading.Correction(op=row.op, raw=row.raw, value=row.value)  # type: ignore[arg-type]
        for row in version.corrections.order_by("pk")
    ]
