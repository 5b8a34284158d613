"""One box that finds names, facts and passages."""

import pytest

from crlearn.bank.models import Fact, VocabularyEntry
from crlearn.cards import withheld
from crlearn.lib.search import folded
from crlearn.pages import found
from crlearn.sources.models import Collection, Document
from tests import make
from tests.cards.walk import text

pytestmark = pytest.mark.django_db


def search(client, query):
    return text(client.get("/search/", {"q": query}))


def hits(page):
    return [piece.split("</mark>")[0] for piece in page.split('<mark class="hit">')[1:]]


@pytest.fixture
def treaty(at):
    return make.make_fact(make.make_document(), "The two countries signed a treaty of friendship in 2001.")


def test_a_fact_and_its_passage_are_found_with_the_words_marked(treaty, client):
    page = search(client, "Friendship treaty")
    assert f'href="/facts/{treaty.ref}/"' in page
    assert 'href="/documents/crs-2023/#p1"' in page
    assert hits(page) == ["treaty", "friendship"] * 2


def test_names_are_found_by_their_aliases(treaty, client):
    VocabularyEntry.objects.create(
        collection=treaty.collection, ref="vocabulary/xi", kind="entity", slug="xi", name="Xi Jinping",
        folded=folded("Xi Jinping", "The Chairman", "Somebody in office."), entry={"kind": "person", "line": "Somebody in office."},
    )  # fmt: skip
    page = search(client, "chairman")
    assert 'href="/entities/xi/"' in page
    assert "Somebody in office." in page


def test_what_is_called_so_comes_before_what_is_told_of_by_the_word(treaty, client):
    names = [("Albania", [], "Near the Bund."), ("Band of States", ["Bund"], "A group."), ("Bund", [], "A group of them."),
             ("Bund der Neuen", [], "Another.")]  # fmt: skip
    for name, aliases, line in names:
        slug = name.lower().replace(" ", "-")
        VocabularyEntry.objects.create(
            collection=treaty.collection, ref=f"vocabulary/{slug}", kind="entity", slug=slug, name=name,
            folded=folded(name, *aliases, line), entry={"kind": "organisation", "aliases": aliases, "line": line},
        )  # fmt: skip
    slugs = [piece.split("/")[0] for piece in search(client, "bund").split('href="/entities/')[1:]]
    assert slugs == ["bund", "bund-der-neuen", "band-of-states", "albania"]


def test_parts_of_words_do_not_use_up_what_is_looked_at(at, client, monkeypatch):
    monkeypatch.setattr(found, "CANDIDATES", 2)
    text_of = "Russia rose.\n\nRussia sold gas.\n\nRussia fell silent.\n\nThe pre-US order ended."
    document = make.make_document(text=text_of)
    for quote in ("Russia rose.", "Russia sold gas.", "Russia fell silent.", "The pre-US order ended."):
        make.make_fact(document, quote)
    page = search(client, "us")
    assert hits(page) == ["US"] * 2
    assert "Russia" not in page


@pytest.mark.parametrize("query", ["reaty", "treaty zebra", "%", "_", "'; drop table", "\x00", "x" * 5000])
def test_what_is_not_there_is_said(treaty, client, query):
    page = client.get("/search/", {"q": query})
    assert page.status_code == 200
    assert "/facts/" not in text(page)


def test_without_words_it_is_the_box_alone(treaty, client):
    page = text(client.get("/search/"))
    assert "Nothing holds" not in page
    assert 'name="q"' in page


def test_every_page_has_the_box(treaty, client):
    assert 'role="search"' in text(client.get("/documents/"))


def test_what_is_private_is_not_found(treaty, client):
    private = Collection.objects.create(kind="classroom", name="A class")
    Fact.objects.update(collection=private)
    assert "/facts/" not in search(client, "friendship")
    Document.objects.update(collection=private)
    assert "friendship in" not in search(client, "friendship")


def test_what_an_open_quiz_asks_is_not_found_as_a_fact(treaty, client, monkeypatch):
    client.force_login(make.make_user())
    monkeypatch.setitem(withheld.REGISTERED, "exam", lambda user: Fact.objects.filter(pk=treaty.pk).values("pk"))
    assert "/facts/" not in search(client, "friendship")


def test_many_hits_are_cut_and_the_best_come_first(at, client):
    make.make_bank(30)
    page = search(client, "agreement number 7")
    first = page.split('class="factline"')[1]
    assert "number 7 of" in first.replace('<mark class="hit">', "").replace("</mark>", "")
    page = search(client, "agreement")
    assert page.count('class="factline"') == 20
    assert "There are more facts" in page


def test_it_is_only_read(treaty, client):
    assert client.post("/search/", {"q": "treaty"}).status_code == 405


@pytest.mark.parametrize("size", [2, 30])
def test_three_queries_whatever_is_found(at, client, django_assert_num_queries, size):
    make.make_bank(size)
    with django_assert_num_queries(3):  # names, facts, paragraphs
        client.get("/search/", {"q": "agreement"})
