"""The margin of a document says where another one, or this one elsewhere, puts a matter otherwise."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crlearn.bank.models import Fact, Status
from crlearn.cards import withheld
from crlearn.sources.models import Collection
from tests import make
from tests.cards.walk import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(facts):
    """A fact of another document."""
    document = make.make_document("usip-2019", text="There never was any such agreement.", short="USIP 2019")
    return make.make_fact(document, "There never was any such agreement.")


def margins(client, slug="crs-2023"):
    """What the margin of each paragraph says is put otherwise: number → (label, sigla, {address: what is said there})."""
    page = text(client.get(f"/documents/{slug}/"))
    said = {}
    for number, block in re.findall(
        r'<div class="row para" id="p(\d+)">(.*?)(?=<div class="row|</article>)', page, re.S
    ):
        for label, sigla, rows in re.findall(
            r'<details class="differs"><summary>([^<:]+)(.*?)</summary>(.*?)</details>', block, re.S
        ):
            places = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', rows))
            said[int(number)] = (label, re.findall(r">([^<]+)</span>", sigla), places)
    return said


def place_of(row):
    return f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"


@pytest.mark.parametrize(
    ("kind", "label"),
    [("contradiction", "Another document says otherwise"), ("degree", "Another document puts it differently")],
)
def test_a_paragraph_says_what_another_document_says_of_it(facts, other, client, kind, label):
    row = make.make_disagreement((facts[1], "It was in 1902."), (other, "It never was."), kind=kind)
    assert margins(client) == {2: (label, ["USIP 19"], {place_of(row): "It never was."})}
    assert margins(client, "usip-2019") == {1: (label, ["CRS 23"], {place_of(row): "It was in 1902."})}
    assert client.get(place_of(row)).status_code == 200


def test_a_document_that_differs_within_itself_says_so(facts, client):
    row = make.make_disagreement((facts[0], "1901"), (facts[2], "1903"), kind="contradiction")
    label = "The document says otherwise elsewhere"
    assert margins(client) == {1: (label, [], {place_of(row): "1903"}), 3: (label, [], {place_of(row): "1901"})}


def test_each_other_document_is_named_once_and_all_that_is_said_is_told(facts, other, client):
    too = make.make_fact(other.document, "never was any such agreement")
    row = make.make_disagreement((facts[0], "1901."), (other, "Never."), (facts[1], "1902."), (too, "No."))
    label = "Another document puts it differently"
    assert margins(client) == {
        1: (label, ["USIP 19"], {place_of(row): "Never. 1902. No."}),
        2: (label, ["USIP 19"], {place_of(row): "1901. Never. No."}),
    }


def test_several_disagreements_of_a_paragraph_are_one_line_in_the_words_of_the_strongest(facts, other, client):
    again = make.make_fact(facts[0].document, "Agreement number 1 of the two neighbours")
    rows = [
        make.make_disagreement((facts[0], "1901"), (facts[2], "1903"), kind="contradiction"),
        make.make_disagreement((facts[0], "so"), (again, "as well"), (other, "never"), kind="degree"),
    ]
    label, sigla, places = margins(client)[1]
    assert (label, sigla) == ("Another document puts it differently", ["USIP 19"])
    assert set(places) == {place_of(row) for row in rows}
    make.make_disagreement((facts[0], "yes"), (other, "no"), kind="contradiction")
    assert margins(client)[1][0] == "Another document says otherwise"
    third = make.make_fact(make.make_document("fiia-2018", short="FIIA 2018"), "That was a record.")
    make.make_disagreement((facts[0], "yes"), (third, "perhaps"))
    assert margins(client)[1][:2] == ("Other documents say otherwise", ["USIP 19", "FIIA 18"])


def test_what_is_withheld_or_private_or_not_ready_is_not_said(facts, other, client, at, monkeypatch):
    row = make.make_disagreement((facts[0], "1901"), (other, "never"))
    assert margins(client)
    client.force_login(make.make_user())
    with monkeypatch.context() as patch:
        patch.setitem(withheld.REGISTERED, "a test", lambda user: Fact.objects.filter(pk=other.pk).values("pk"))
        assert not margins(client)
    assert margins(client)
    type(row).objects.update(status=Status.DRAFT)
    assert not margins(client)
    type(row).objects.update(status=Status.READY)
    exam = Collection.objects.create(kind=Collection.Kind.CLASSROOM, name="An exam")
    Fact.objects.filter(pk=other.pk).update(collection=exam)
    assert not margins(client)


def test_it_costs_one_query_however_much_disagrees(facts, other, client):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            client.get("/documents/crs-2023/")
        return len(seen)

    none = cost()
    for fact in facts:
        make.make_disagreement((fact, "so"), (other, "not so"))
    assert len(margins(client)) == 3
    assert cost() == none
