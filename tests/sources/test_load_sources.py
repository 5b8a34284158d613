"""manage.py load_sources and read_document: what a folder of documents becomes in the database."""

import hashlib
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crlearn.sources.models import Collection, Correction, Document, DocumentVersion, Evidence, Passage
from crlearn.sources.selectors import reading_text_of
from crlearn.sources.services import evidence_ensure

pytestmark = pytest.mark.django_db

TEXT = """The pact

The first paragraph says that forty-two ships sailed in the spring of 2019, as everybody had expected of them.

The second paragraph says that no ship came back, although the harbour was kept open through the whole winter.
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one small document; calling write(text) changes its file and its entry."""

    def write(text, **more):
        raw = text.encode()
        (tmp_path / "pact.txt").write_bytes(raw)
        entry = {"slug": "pact", "file": "pact.txt", "title": "The pact", "short": "PACT 2019"} | more
        entry["sha256"] = hashlib.sha256(raw).hexdigest()
        lines = [f"  {key}: {json.dumps(value)}" for key, value in entry.items()]
        (tmp_path / "documents.yaml").write_text("documents:\n-" + "\n".join(lines)[1:] + "\n")

    return tmp_path, write


def load(folder):
    call_command("load_sources", "--from", str(folder), verbosity=0)


def numbers():
    version = Document.objects.get(slug="pact").current
    return dict(version.passages.filter(number__isnull=False).values_list("text", "number"))


def test_a_document_becomes_a_version_with_numbered_passages(folder):
    path, write = folder
    write(TEXT)
    load(path)
    document = Document.objects.get(slug="pact")
    assert document.collection.kind == Collection.Kind.SITE
    assert bytes(document.current.raw) == TEXT.encode()
    assert list(numbers().values()) == [1, 2]
    for passage in document.current.passages.exclude(kind=Passage.Kind.FURNITURE):
        joined = "".join(TEXT[raw : raw + length] for _, raw, length in passage.runs)
        assert "".join(joined.split()) == "".join(passage.text.split())


def test_loading_again_repeats_no_work(folder):
    path, write = folder
    write(TEXT)
    load(path)
    before = list(Passage.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        load(path)
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert list(Passage.objects.values_list("pk", flat=True)) == before


def test_a_new_version_keeps_the_numbers_of_what_stayed_and_never_gives_one_twice(folder):
    path, write = folder
    write(TEXT)
    load(path)
    first = (
        "The first paragraph says that forty-two ships sailed in the spring of 2019, as everybody had expected of them."
    )
    added = (
        "An added paragraph tells of the harbour master, who wrote down the name of every ship in a book of his own."
    )
    write(TEXT.replace(first, added + "\n\n" + first))
    load(path)
    now = numbers()
    assert now[added] == 3
    assert now[first] == 1
    write(TEXT)
    load(path)
    write(
        TEXT
        + "\nA last paragraph is new again, and it speaks of the lighthouse that was lit for the first time then.\n"
    )
    load(path)
    assert sorted(numbers().values())[-1] == 4
    assert DocumentVersion.objects.count() == 3


def test_going_back_to_an_earlier_file_makes_it_current_again(folder):
    path, write = folder
    write(TEXT)
    load(path)
    first = Document.objects.get().current_id
    write(TEXT.replace("forty-two", "fifty"))
    load(path)
    assert Document.objects.get().current_id != first
    write(TEXT)
    load(path)
    assert Document.objects.get().current_id == first


def test_a_correction_is_applied_and_quotations_are_found_again(folder):
    path, write = folder
    write(TEXT)
    load(path)
    version = Document.objects.get().current
    passages, text = reading_text_of(version)
    place = text.find("no ship came back")
    (row,) = evidence_ensure(version, [(place, passages[place.block])])
    Correction.objects.create(version=version, op=Correction.Op.KIND, raw=TEXT.index("The first"), value="furniture")
    load(path)
    row = Evidence.objects.get(pk=row.pk)
    assert row.passage.number == 2
    assert row.start < place.start
    assert row.passage.text[row.start - row.passage.start : row.end - row.passage.start] == "no ship came back"


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (lambda path: (path / "pact.txt").write_text("other words"), "sha256"),
        (lambda path: (path / "pact.txt").unlink(), "pact.txt"),
        (lambda path: (path / "documents.yaml").write_text("documents: 7"), "documents.yaml"),
        (lambda path: (path / "documents.yaml").unlink(), "documents.yaml"),
    ],
)
def test_a_folder_that_does_not_fit_changes_nothing(folder, break_it, says):
    path, write = folder
    write(TEXT)
    break_it(path)
    with pytest.raises(CommandError, match=says):
        load(path)
    assert not Document.objects.exists()


def test_a_file_that_is_not_utf8_is_refused_with_the_byte(folder):
    path, write = folder
    write(TEXT)
    raw = b"good \xff bad"
    (path / "pact.txt").write_bytes(raw)
    entries = (path / "documents.yaml").read_text()
    old = hashlib.sha256(TEXT.encode()).hexdigest()
    (path / "documents.yaml").write_text(entries.replace(old, hashlib.sha256(raw).hexdigest()))
    with pytest.raises(CommandError, match="not UTF-8 at byte 5"):
        load(path)


def test_read_document_prints_json_without_a_database(folder, capsys):
    path, write = folder
    write(TEXT)
    call_command("read_document", "pact", "--json", "--from", str(path))
    blocks = json.loads(capsys.readouterr().out)
    paragraphs = [block for block in blocks if block["kind"] == "paragraph"]
    assert [set(block) for block in blocks] == [{"kind", "text", "raw"}] * len(blocks)
    assert paragraphs[0]["text"].startswith("The first paragraph")
    (start, end), *_ = paragraphs[0]["raw"]
    assert TEXT[start:end].strip() == paragraphs[0]["text"]


def test_read_document_names_the_documents_there_are(folder):
    path, write = folder
    write(TEXT)
    with pytest.raises(CommandError, match="There are: pact"):
        call_command("read_document", "treaty", "--from", str(path))


def test_the_five_documents_load():
    call_command("load_sources", verbosity=0)
    assert set(Document.objects.values_list("slug", flat=True)) == {
        "crs-2023",
        "cfr-2024",
        "crs-2022-repost",
        "usip-2019",
        "fiia-2018",
    }
    for document in Document.objects.select_related("current"):
        stored = bytes(document.current.raw)
        assert hashlib.sha256(stored).hexdigest() == document.current.sha256
        assert document.current.passages.filter(number__isnull=False).count() >= 2
