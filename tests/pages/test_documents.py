"""The list of documents, and a document to be read."""

import re

import pytest
from django.urls import reverse

from crlearn.bank.models import Fact, Status
from crlearn.cards import withheld
from crlearn.cards.models import Card, Encounter
from crlearn.sources.models import Collection, CollectionAccess, Document, Evidence
from tests import make
from tests.cards.walk import forms, text

pytestmark = pytest.mark.django_db
BLOCKS = [
    ("heading", "On a treaty", {"level": 1}),
    ("paragraph", "The treaty was signed in 2001. It was renewed in 2021.", {"markers": [[30, "1"], [54, "1"]]}),
    ("furniture", "Page 2 of 9"),
    ("heading", "What followed", {"level": 2}),
    ("list_item", "Trade grew to 240 billion dollars in 2023."),
    ("list_item", "Visits became frequent after that."),
    ("caption", "Photo: a handshake"),
    ("heading", "A closer look", {"level": 3}),
    ("paragraph", "Missiles were <delivered> in 2018 & paid for.", {"markers": [[10, "9"]]}),
    ("footnote", "A newspaper, 2001.", {"label": "1"}),
]


@pytest.fixture
def document(db, at):
    return make.make_read_document(BLOCKS)


def evidence_of(fact):
    return Evidence.objects.get(fact_versions__fact=fact)


def read(client, query="", slug="fiia-2018"):
    return text(client.get(f"/documents/{slug}/{query}"))


def test_the_list_names_publisher_date_kind_and_minutes(document, client):
    Document.objects.update(published="2018-01", kind="Briefing Paper")
    page = text(client.get("/documents/"))
    assert "A publisher, January 2018. Briefing Paper." in page
    assert "2 minutes" in page
    assert 'href="/documents/fiia-2018/"' in page


def test_a_line_of_source_begins_as_a_sentence_does(document, client):
    Document.objects.update(publisher="unknown reposter", published="2022-05")
    assert "Unknown reposter, May 2022." in text(client.get("/documents/"))


def test_the_list_says_of_a_supplied_title_that_it_is_one(document, client):
    Document.objects.update(title="[On a treaty]")
    assert "Title supplied." in text(client.get("/documents/"))


def test_the_list_shows_a_learner_their_progress(facts, client):
    client.force_login(make.make_user())
    assert "<b>0</b> of 3 known" in text(client.get("/documents/"))


def test_an_empty_list_says_so(db, client):
    assert "There is none yet." in text(client.get("/documents/"))


@pytest.mark.parametrize("name", ["document", "original", "annotations"])
def test_documents_are_only_read(document, client, name):
    assert client.post(reverse(name, args=["fiia-2018"])).status_code == 405
    assert client.post("/documents/").status_code == 405


@pytest.mark.parametrize("name", ["document", "original", "annotations"])
def test_what_is_not_there_or_not_for_the_visitor_is_not_found(document, client, name):
    assert client.get(reverse(name, args=["nothing"])).status_code == 404
    private = Collection.objects.create(kind="personal", name="alice's")
    Document.objects.update(collection=private)
    assert client.get(reverse(name, args=["fiia-2018"])).status_code == 404
    reader, outsider = make.make_user(), make.make_user()
    CollectionAccess.objects.create(collection=private, user=reader, may_see_keys=True)
    client.force_login(outsider)
    assert client.get(reverse(name, args=["fiia-2018"])).status_code == 404
    client.force_login(reader)
    assert client.get(reverse(name, args=["fiia-2018"])).status_code == 200


def test_paragraphs_and_list_items_have_permalinks_in_order(document, client):
    page = read(client)
    places = [page.index(f'id="p{number}"') for number in (1, 2, 3, 4)]
    assert places == sorted(places)
    assert 'id="p5"' not in page
    assert page.count('<li class="row para item"') == 2


def test_headings_captions_and_notes_are_there_and_furniture_is_not(document, client):
    page = read(client)
    assert '<h2 class="text">What followed' in page
    assert '<h3 class="text">A closer look' in page
    assert "Photo: a handshake" in page
    assert "A newspaper, 2001." in page
    assert "Page 2 of 9" not in page


def test_the_documents_words_are_escaped(document, client):
    assert "&lt;delivered&gt; in 2018 &amp; paid for." in read(client)


def test_contents_name_each_section_with_its_paragraphs_and_facts(document, client):
    make.make_fact(document, "Trade grew to 240 billion dollars in 2023.")
    page = read(client)
    contents = page.split('id="toc"')[1].split("</nav>")[0]
    assert "¶&nbsp;1</span>" in contents
    assert "¶&nbsp;2–4</span>" in contents
    assert '<a href="#s2">What followed</a> <span class="num">1 fact</span>' in contents
    assert "no facts" in contents


def test_footnotes_are_linked_both_ways_with_every_reference(document, client):
    page = read(client)
    assert page.count('href="#t1"') == 2
    assert 'id="r1"' in page
    assert 'id="r2"' in page
    note = page.split('id="t1"')[1].split("</li>")[0]
    assert 'href="#r1"' in note
    assert 'href="#r2"' in note


def test_a_marker_without_a_note_is_no_link(document, client):
    assert "<sup>9</sup>" in read(client)


def test_facts_are_marked_by_the_server_and_counted_in_the_margin(document, client):
    first = make.make_fact(document, "The treaty was signed in 2001.", statement="They signed in 2001.")
    make.make_fact(document, "was signed in 2001. It was renewed in 2021.", statement="They renewed it.")
    page = read(client)
    assert f'<span id="f{evidence_of(first).pk}"></span><mark class="fact new">' in page
    assert '<mark class="fact new both"><span class="bar begins-core"></span>was signed in 2001.' in page
    assert "<summary>2 facts, 2 core</summary>" in page
    assert page.index("They signed in 2001.") < page.index("They renewed it.")


def test_a_fact_with_two_quotations_in_a_paragraph_counts_once(document, client):
    fact = make.make_fact(document, "The treaty was signed in 2001.")
    other = make.make_fact(document, "It was renewed in 2021.")
    link = other.current.factevidence_set.get()
    link.fact_version, link.position = fact.current, 1
    link.save()
    page = read(client)
    assert "<summary>1 fact, 1 core</summary>" in page
    assert page.count('<mark class="fact new">') >= 2


@pytest.mark.parametrize("change", [{"status": Status.RETIRED}, {"status": Status.DRAFT}, {"on_hold": True}])
def test_a_fact_that_is_not_ready_is_not_marked(document, client, change):
    fact = make.make_fact(document, "The treaty was signed in 2001.")
    type(fact).objects.filter(pk=fact.pk).update(**change)
    assert '<mark class="fact' not in read(client)


def test_a_private_fact_is_marked_for_its_readers_only(document, client):
    private = Collection.objects.create(kind="classroom", name="A class")
    fact = make.make_fact(document, "The treaty was signed in 2001.", collection=private, statement="Secret statement")
    pupil = make.make_user()
    CollectionAccess.objects.create(collection=private, user=pupil, may_see_keys=True)
    quote = f"?quote={evidence_of(fact).pk}"
    client.force_login(make.make_user())
    assert "Secret statement" not in read(client)
    assert "proof" not in read(client, quote)
    client.force_login(pupil)
    assert "Secret statement" in read(client)
    assert '<mark class="proof">' in read(client, quote)


def test_a_fact_that_is_withheld_from_somebody_is_not_marked_for_them(document, client, monkeypatch):
    fact = make.make_fact(document, "The treaty was signed in 2001.", statement="They signed in 2001.")
    tested = make.make_user()
    monkeypatch.setitem(
        withheld.REGISTERED,
        "a test",
        lambda user: Fact.objects.filter(pk=fact.pk if user == tested else 0).values("pk"),
    )
    client.force_login(tested)
    assert "They signed in 2001." not in read(client)
    assert client.get("/documents/fiia-2018/annotations.json").json()["items"] == []
    client.force_login(make.make_user())
    assert "They signed in 2001." in read(client)


def test_a_learners_states_are_said_in_words(document, client):
    learner = make.make_user()
    known = make.make_fact(document, "The treaty was signed in 2001.")
    met = make.make_fact(document, "Visits became frequent after that.")
    make.make_question(known)
    card = make.make_card(learner, known)
    day = make.NOW.date()
    Card.objects.filter(pk=card.pk).update(phase="review", stability=50, due_day=day.replace(day=30), last_day=day)
    Encounter.objects.create(user=learner, fact=met, first_at=make.NOW, last_at=make.NOW)
    client.force_login(learner)
    page = read(client)
    assert '<mark class="fact known">' in page
    assert '<mark class="fact learning">' in page
    assert len(re.findall(r"</span>Known\s*</b>", page)) == 1
    assert len(re.findall(r"</span>Learning\s*</b>", page)) == 1


def test_the_quotation_that_is_looked_for_is_marked_as_the_proof(document, client):
    fact = make.make_fact(document, "It was renewed in 2021.")
    page = read(client, f"?quote={evidence_of(fact).pk}")
    proof = page.split('<mark class="proof">')[1].split("</mark>")[0]
    assert "It was renewed in 2021." in proof
    assert "Proof begins." in proof
    assert "Proof ends." in proof
    assert page.count('<mark class="proof">') == 1


def test_a_quotation_of_an_older_fact_version_is_still_marked(document, client):
    fact = make.make_fact(document, "It was renewed in 2021.")
    type(fact).objects.filter(pk=fact.pk).update(status=Status.RETIRED)
    page = read(client, f"?quote={evidence_of(fact).pk}")
    assert page.count('<mark class="proof">') == 1
    assert "does not stand in this version" not in page


@pytest.mark.parametrize("quote", ["999999", "x", "-1", "1e5", "9" * 40, "٣", ""])
def test_a_quotation_that_does_not_exist_marks_nothing(document, client, quote):
    response = client.get(f"/documents/fiia-2018/?quote={quote}")
    assert response.status_code == 200
    assert "proof" not in text(response)


def test_a_quotation_of_another_document_is_not_marked_and_that_is_said(document, client):
    other = make.make_fact(make.make_document(), "Energy made up most of it.")
    page = read(client, f"?quote={evidence_of(other).pk}")
    assert "does not stand in this version" in page


def test_a_section_with_questions_ends_with_its_recall(document, client):
    for quote in ("Trade grew to 240 billion dollars in 2023.", "Visits became frequent after that.") * 2:
        make.make_question(make.make_fact(document, quote))
    make.make_fact(document, "The treaty was signed in 2001.")  # nothing asks it
    found = forms(client.get("/documents/fiia-2018/"))
    assert reverse("quizzes:recall", args=["fiia-2018", 1]) not in found
    assert found[reverse("quizzes:recall", args=["fiia-2018", 2])]["client_uuid"]
    assert "Up to 4 questions" in read(client)


def test_a_section_with_fewer_than_three_questions_offers_no_recall(document, client):
    for quote in ("Trade grew to 240 billion dollars in 2023.", "Visits became frequent after that."):
        make.make_question(make.make_fact(document, quote))
    assert "Recall this section" not in read(client)


def test_recalling_two_sections_from_one_page_are_two_recalls(document, client):
    for quote in ("The treaty was signed in 2001.", "Visits became frequent after that.") * 3:
        make.make_question(make.make_fact(document, quote))
    found = forms(client.get("/documents/fiia-2018/"))
    pages = [
        client.post(address, {"client_uuid": found[address]["client_uuid"]})
        for address in (reverse("quizzes:recall", args=["fiia-2018", number]) for number in (1, 2))
    ]
    assert pages[0].url != pages[1].url
    assert client.get(pages[1].url, follow=True).status_code == 200


def test_the_page_says_what_the_document_is_and_how_that_is_known(document, client):
    Document.objects.update(
        kind="Briefing Paper",
        licence="CC BY",
        url="https://example.org/paper",
        known={"title": "in the text", "publisher": "inferred", "licence": "general knowledge"},
    )
    page = read(client)
    assert "From the document itself: title." in page
    assert "Inferred from what it says: publisher." in page
    assert "Known from elsewhere: licence." in page
    assert "Not known: author, date." in page
    assert "Licence: CC BY." in page
    assert 'href="https://example.org/paper"' in page


def test_an_unknown_licence_is_said_to_be_unknown(document, client):
    assert "Its licence is not known." in read(client)


def test_a_repost_says_clearly_whose_words_it_does_not_hold(document, client):
    Document.objects.update(kind="Web repost in other words", short="CRS repost 2022")
    assert "Not the words of CRS." in read(client)


def test_the_original_is_given_byte_for_byte_as_plain_text(document, client):
    response = client.get("/documents/fiia-2018/original/")
    assert response.content == bytes(document.current.raw)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_annotations_select_the_quotation_in_the_reading_text_and_in_the_raw_file(document, client):
    make.make_fact(document, "It was renewed in 2021.", statement="They renewed it.")
    response = client.get("/documents/fiia-2018/annotations.json")
    assert response["Content-Type"].startswith("application/ld+json")
    (item,) = response.json()["items"]
    reading, received = item["target"]
    quote, position = reading["selector"]
    assert item["body"]["value"] == "They renewed it."
    assert (quote["exact"], quote["prefix"][-6:]) == ("It was renewed in 2021.", "2001. ")
    assert position["end"] - position["start"] == len("It was renewed in 2021.")
    raw = client.get("/documents/fiia-2018/original/").content.decode()
    assert [raw[one["start"] : one["end"]] for one in received["selector"]] == ["It was renewed in 2021."]
