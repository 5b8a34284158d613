"""documents.yaml: what it says of the five documents, and what it refuses."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from crlearn.sources.reading import DocumentEntry, EntryError, load_entries, parse_entries
from crlearn.sources.reading.entry import DESCRIBED

ENTRIES = load_entries(Path(__file__).parents[2] / "seeds" / "documents.yaml")
GOOD = {"slug": "a-1", "file": "a.txt", "sha256": "0" * 64, "title": "A", "short": "A 2020"}


def test_the_five_documents_in_the_order_of_their_files():
    assert [entry.slug for entry in ENTRIES] == ["crs-2023", "cfr-2024", "crs-2022-repost", "usip-2019", "fiia-2018"]
    assert [entry.file[:4] for entry in ENTRIES] == ["000_", "001_", "002_", "003_", "004_"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_of_everything_that_is_said_it_is_said_how_it_is_known(entry):
    assert set(entry.known) == {name for name in DESCRIBED if getattr(entry, name)}


def test_the_repost_is_never_given_out_as_the_words_of_crs():
    repost = next(entry for entry in ENTRIES if entry.slug == "crs-2022-repost")
    assert "CRS" not in repost.publisher + repost.author
    assert "Congressional" not in repost.publisher + repost.author
    assert "other words" in repost.kind


def test_the_supplied_title_is_not_said_to_be_in_the_text():
    usip = next(entry for entry in ENTRIES if entry.slug == "usip-2019")
    assert usip.known["title"] == usip.known["published"] == "inferred"


def test_every_scalar_is_text():
    [entry] = parse_entries(
        f"documents:\n- {{slug: a, file: a.txt, sha256: '{'0' * 64}', title: no, short: 2018-01, published: 2018}}"
    )
    assert (entry.title, entry.short, entry.published) == ("no", "2018-01", "2018")


BAD = [
    ({"tilte": "A"}, "tilte"),
    ({"title": ""}, "title"),
    ({"slug": "A b"}, "slug"),
    ({"file": "../a.txt"}, "file"),
    ({"sha256": "abc"}, "sha256"),
    ({"published": 2018}, "published"),
    ({"known": {"title": "guessed"}}, "known"),
    ({"known": {"short": "inferred"}}, "known"),
    ({"known": {"author": "inferred"}}, "known"),
]


@pytest.mark.parametrize(("change", "named"), BAD)
def test_an_entry_refuses(change, named):
    with pytest.raises(ValidationError, match=named):
        DocumentEntry.model_validate(GOOD | change)


FILES = [
    ("documents:\n- {slug: a-1, slug: b}", "slug stands twice"),
    ("x: &x 1\ndocuments: *x", "alias"),
    ("documents: {}", "documents"),
    ("documents: []\nmore: 1", "documents"),
    ("documents:\n- slug: a-1\n", r"entry 1 \(a-1\): file"),
    ("documents:\n- text", "entry 1"),
    ("documents: [", "documents.yaml"),
    (
        "documents:\n" + 2 * ("- {" + ", ".join(f"{k}: '{v}'" for k, v in GOOD.items()) + "}\n"),
        r"entry 2 \(a-1\): the slug stands twice",
    ),
]


@pytest.mark.parametrize(("text", "named"), FILES)
def test_a_file_refuses_and_says_where(text, named):
    with pytest.raises(EntryError, match=named):
        parse_entries(text)


def test_a_missing_file_and_one_that_is_not_utf_8(tmp_path):
    with pytest.raises(EntryError, match=r"nowhere\.yaml"):
        load_entries(tmp_path / "nowhere.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"documents: [\xe9]")
    with pytest.raises(EntryError, match=r"latin\.yaml"):
        load_entries(tmp_path / "latin.yaml")
