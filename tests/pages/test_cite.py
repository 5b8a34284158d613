"""A paragraph or a quotation with its citation, to be copied."""

import pytest

from crlearn.sources.models import Evidence
from tests import make
from tests.cards.walk import HTMX, text

pytestmark = pytest.mark.django_db
PLACE = "/documents/crs-2023/cite/1/"
QUOTE = "It was to hold for twenty years."


@pytest.fixture
def fact(at):
    return make.make_fact(make.make_document(publisher="A publisher", kind="In Focus"), QUOTE)


def copied(page):
    """What the fields hold that are to be copied."""
    return [piece.split("</textarea>")[0].split(">", 1)[1] for piece in text(page).split("<textarea")[1:]]


def test_a_quotation_is_given_in_every_style_with_its_permalink(fact, client):
    row = Evidence.objects.get()
    chicago, apa, bibtex, link = copied(client.get(f"{PLACE}?quote={row.pk}"))
    assert chicago.startswith(f"“{QUOTE}”")
    assert "A publisher, “All about crs-2023,” In Focus, August 2023" in chicago
    assert f"“{QUOTE}” (A publisher, 2023, para. 1)" in apa
    assert bibtex.startswith("@misc{crs-2023,")
    assert link == f"http://testserver/documents/crs-2023/?quote={row.pk}#p1"
    assert client.get(link.removeprefix("http://testserver")).status_code == 200


def test_without_a_quotation_it_is_the_whole_paragraph(fact, client):
    chicago, *_, link = copied(client.get(PLACE))
    assert chicago.startswith("“The two countries signed a treaty of friendship in 2001. It was to hold")
    assert link == "http://testserver/documents/crs-2023/#p1"


@pytest.mark.parametrize("quote", ["999999", "x", "-1", "9" * 30])
def test_a_quotation_that_is_not_there_is_the_whole_paragraph(fact, client, quote):
    assert copied(client.get(f"{PLACE}?quote={quote}")) == copied(client.get(PLACE))


def test_htmx_gets_the_citations_alone(fact, client):
    page = client.get(PLACE, **HTMX)
    assert "<html" not in text(page)
    assert copied(page) == copied(client.get(PLACE))


def test_it_is_one_click_from_the_paragraph(fact, client):
    assert f'<a href="{PLACE}" hx-get="{PLACE}"' in text(client.get("/documents/crs-2023/"))


@pytest.mark.parametrize("address", ["/documents/crs-2023/cite/99/", "/documents/none/cite/1/"])
def test_what_is_not_there(fact, client, address):
    assert client.get(address).status_code == 404


def test_it_is_only_read(fact, client):
    assert client.post(PLACE).status_code == 405
