"""The raw text beside a paragraph: in place, and as a page of its own."""

import pytest

from crlearn.sources.models import Collection, Document, Evidence, Passage
from tests import make
from tests.cards.walk import HTMX, text

pytestmark = pytest.mark.django_db
PLACE = "/documents/fiia-2018/raw/1/"


@pytest.fixture
def document(db, at):
    document = make.make_read_document(
        [("furniture", "Page 1 <of> 9"), ("paragraph", "The alliance held. It held long."), ("caption", "A photo")]
    )
    # as it is where a line ended inside a word: two ranges, and the hyphen between them belongs to nobody
    document.current.raw = b"Page 1 <of> 9\nThe alli-\nance held. It held long.\nA photo"
    document.current.save()
    Passage.objects.filter(version=document.current, number=1).update(runs=[[0, 14, 8], [8, 24, 24]])
    return document


def marked(page):
    return [piece.split("</mark>")[0] for piece in text(page).split("<mark>")[1:]]


def test_the_page_shows_exactly_the_paragraphs_ranges_in_their_surroundings(document, client):
    page = client.get(PLACE)
    assert marked(page) == ["The alli", "ance held. It held long."]
    assert "Page 1 &lt;of&gt; 9\n" in text(page)
    assert "characters 14 to 48" in text(page)
    assert 'href="/documents/fiia-2018/#p1"' in text(page)


def test_htmx_gets_the_raw_text_alone(document, client):
    page = client.get(PLACE, **HTMX)
    assert text(page).strip().startswith("<details")
    assert "<html" not in text(page)
    assert marked(page) == ["The alli", "ance held. It held long."]


@pytest.mark.parametrize("address", [PLACE, "/documents/fiia-2018/cite/1/"])
def test_only_what_comes_in_later_takes_the_focus_and_no_cache_takes_one_for_the_other(document, client, address):
    page, fragment = client.get(address), client.get(address, **HTMX)
    assert "data-focus" in text(fragment)
    assert "data-focus" not in text(page)
    assert "HX-Request" in page["Vary"]
    assert "HX-Request" in fragment["Vary"]


def test_the_document_asks_for_it_in_place_and_by_a_link(document, client):
    page = text(client.get("/documents/fiia-2018/"))
    assert f'<a href="{PLACE}" hx-get="{PLACE}"' in page


def test_a_quotation_is_marked_inside_its_paragraph(document, client):
    make.make_fact(document, "The alliance held.")
    quote = Evidence.objects.get()
    page = client.get(f"{PLACE}?quote={quote.pk}")
    assert marked(page) == ["The alli", "ance held."]
    assert "<u> It held long.</u>" in text(page)
    assert f'href="/documents/fiia-2018/?quote={quote.pk}#p1"' in text(page)


def test_a_quotation_that_is_none_of_this_paragraphs_changes_nothing(document, client):
    make.make_fact(make.make_document(), "Energy made up most of it.")
    assert marked(client.get(f"{PLACE}?quote={Evidence.objects.get().pk}")) == marked(client.get(PLACE))


@pytest.mark.parametrize("place", ["/documents/fiia-2018/raw/2/", "/documents/nothing/raw/1/"])
def test_what_has_no_number_is_not_found(document, client, place):
    assert client.get(place).status_code == 404


def test_a_private_documents_raw_text_is_not_found(document, client):
    Document.objects.update(collection=Collection.objects.create(kind="personal", name="alice's"))
    assert client.get(PLACE).status_code == 404


def test_it_is_only_read(document, client):
    assert client.post(PLACE).status_code == 405
