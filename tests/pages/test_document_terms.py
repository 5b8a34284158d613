"""What a document's page tells at the word itself: what a term means, and which facts are core ones."""

import html
import re

import pytest

from crlearn.bank.models import Status, VocabularyEntry
from crlearn.sources.models import Collection, CollectionAccess
from tests import make
from tests.cards.walk import text

pytestmark = pytest.mark.django_db
BLOCKS = [
    ("heading", "On a treaty", {"level": 1}),
    ("paragraph", "A treaty is meant (TREATY). The treaty was signed in 2001.", {"markers": [[58, "1"]]}),
    ("list_item", "The treaty was renewed in 2021."),
    ("heading", "The treaty later", {"level": 2}),
    ("paragraph", "Each treaty ends."),
    ("caption", "Photo: a handshake"),
    ("footnote", "A handshake, 2001.", {"label": "1"}),
]
CONTROL = re.compile(r'<button type="button" class="term" popovertarget="t-([\w-]+)">(.*?)</button>')


@pytest.fixture
def document(db, at):
    return make.make_read_document(BLOCKS)


def term(document, name, slug="", *, kind="term", collection=None, status=Status.READY, **said):
    slug = slug or name.lower()
    return VocabularyEntry.objects.create(
        collection=collection or document.collection,
        ref=f"vocabulary/{kind}/{slug}",
        kind=kind,
        slug=slug,
        name=name,
        status=status,
        entry={"line": f"What {name} is.", **said},
    )


def read(client, query=""):
    return text(client.get(f"/documents/fiia-2018/{query}"))


def paragraph(page, number):
    """The words of a paragraph as a reader copies them."""
    inner = re.search(rf'id="p{number}">.*?<p class="text read passage">(.*?)</p>', page, re.DOTALL)[1]
    return html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", inner)).strip()


def test_the_first_place_of_a_term_in_each_section_explains_it(document, client):
    term(document, "treaty", "a-treaty")
    page = read(client)
    assert CONTROL.findall(page) == [("a-treaty", "treaty"), ("a-treaty", "treaty")]
    assert CONTROL.search(page.split('id="p1"')[1].split("</p>")[0])
    assert CONTROL.search(page.split('id="p3"')[1].split("</p>")[0])


def test_a_term_has_one_explanation_however_often_it_is_marked(document, client):
    term(document, "treaty", expansion="Paper <signed> by two")
    page = read(client)
    (explained,) = re.findall(r'<div class="explained flow" id="t-treaty" popover>(.*?)</div>', page, re.DOTALL)
    assert "Paper &lt;signed&gt; by two" in explained
    assert "What treaty is." in explained
    assert '<a href="/glossary/#treaty">treaty among all terms</a>' in explained
    assert 'id="treaty"' in text(client.get("/glossary/"))


def test_the_page_says_what_the_sign_of_a_term_means_where_there_is_one(document, client):
    assert "explains itself" not in read(client)
    term(document, "treaty")
    assert "explains itself" in read(client)


def test_a_term_that_the_text_does_not_name_is_not_on_the_page(document, client):
    term(document, "hegemony")
    assert "hegemony" not in read(client)


def test_headings_captions_and_notes_explain_nothing(document, client):
    term(document, "handshake")
    term(document, "later")
    assert not CONTROL.search(read(client))


def test_what_is_no_term_explains_nothing(document, client):
    term(document, "signed", kind="entity")
    term(document, "ends", status=Status.RETIRED)
    assert not CONTROL.search(read(client))


def test_a_private_term_explains_itself_to_its_readers_only(document, client):
    private = Collection.objects.create(kind="classroom", name="A class")
    term(document, "treaty", collection=private)
    pupil = make.make_user()
    CollectionAccess.objects.create(collection=private, user=pupil)
    assert "What treaty is." not in read(client)
    client.force_login(pupil)
    assert "What treaty is." in read(client)


def test_a_term_inside_quotations_is_marked_as_they_are_and_the_words_stay(document, client):
    make.make_fact(document, "The treaty was signed in 2001.")
    make.make_fact(document, "meant (TREATY). The treaty was")
    term(document, "TREATY")
    term(document, "signed")
    page = read(client)
    assert [name for _, name in CONTROL.findall(page)] == ["TREATY", "signed"]
    assert paragraph(page, 1) == BLOCKS[1][1]
    assert '<span class="tie">(<button type="button" class="term"' in page
    assert "</button>).</span>" in page


def test_a_term_that_a_quotation_cuts_stays_unmarked_there(document, client):
    make.make_fact(document, "A treaty is")
    term(document, "is meant")
    term(document, "treaty")
    page = read(client)
    assert [name for _, name in CONTROL.findall(page)] == ["treaty", "treaty"]
    assert paragraph(page, 1) == BLOCKS[1][1]


def test_the_proof_keeps_its_brackets_where_it_begins_and_ends_with_a_term(document, client):
    fact = make.make_fact(document, "treaty ends.")
    term(document, "treaty")
    term(document, "ends")
    page = read(client, f"?quote={fact.current.evidence.get().pk}")
    begins, middle, ends = re.findall(r'<mark class="proof">(.*?)</mark>', page)
    assert "Proof begins." in begins
    assert '<span class="tie"><span class="lb"></span><button' in begins
    assert "lb" not in middle + ends
    assert "rb" not in begins + middle
    assert '</button>.<span class="rb"></span></span>' in ends
    assert "Proof ends." in ends


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (["core"], "1 fact, 1 core"),
        (["detail"], "1 fact"),
        (["core", "minor", "detail"], "3 facts, 1 core"),
        (["minor", "detail"], "2 facts"),
    ],
)
def test_the_margin_says_how_many_facts_are_core(document, client, facts, words):
    for importance in facts:
        make.make_fact(document, "The treaty was renewed in 2021.", importance=importance)
    assert f"<summary>{words}</summary>" in read(client)


def test_a_core_quotation_has_its_sign_where_it_begins(document, client):
    make.make_fact(document, "A treaty is meant", importance="detail")
    make.make_fact(document, "The treaty was signed in 2001.", importance="core")
    make.make_fact(document, "signed in 2001.", importance="minor")
    page = read(client)
    signs = re.findall(r'<mark class="fact new(?: both)?"><span class="bar( begins-core)?"></span>([\w ]+)', page)
    assert signs == [("", "A treaty is meant"), (" begins-core", "The treaty was "), ("", "signed in 2001")]
    assert "A core fact is quoted from here" in page
