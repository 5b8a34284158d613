"""A fact's page, and the lists by which facts are found: names, time, disagreements."""

import pytest

from crlearn.bank.models import Fact, FactAlias, FactVersion, Question, Status, VocabularyEntry
from crlearn.cards import withheld
from crlearn.sources.models import Collection, CollectionAccess, Document
from tests import make
from tests.cards.walk import forms, text

pytestmark = pytest.mark.django_db


def url(fact):
    return f"/facts/{fact.ref}/"


@pytest.fixture
def learner(client, at):
    user = make.make_user()
    client.force_login(user)
    return user


@pytest.fixture
def happened(facts):
    """The facts, dated: 2001, 2003 and an open beginning."""
    for fact, when in zip(facts, ("2003-07-16", "2001", "../1999"), strict=True):
        FactVersion.objects.filter(pk=fact.current_id).update(when=when)
    return facts


def entity(fact, slug="xi-jinping", kind="person", **entry):
    row = VocabularyEntry.objects.create(
        collection=fact.collection, ref=f"vocabulary/{slug}", kind="entity", slug=slug, name=slug.title(),
        entry={"id": slug, "kind": kind, "line": "Somebody in office.", "aliases": ["The President"]} | entry,
    )  # fmt: skip
    fact.entities.add(row)
    return row


def test_a_fact_stands_with_its_evidence_and_its_questions(facts, client):
    page = text(client.get(url(facts[0])))
    assert f'<h1 class="title">{facts[0].current.statement}</h1>' in page
    assert 'class="proof"' in page
    assert "In which year was agreement number 1 signed?" in page
    assert "<b>1901</b>" in page
    assert "/documents/crs-2023/cite/1/" in page


def test_what_disagrees_is_linked_both_ways(facts, client):
    row = make.make_disagreement((facts[0], "It was in 1901."), (facts[1], "It was in 1902."), kind="contradiction")
    place = f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"
    assert f'href="{place}"' in text(client.get(url(facts[0])))
    page = text(client.get(place))
    assert "Both cannot be so." in page
    assert page.count('class="proof"') == 2
    for fact in facts[:2]:
        assert f'href="{url(fact)}"' in page
    assert "It was in 1901." in text(client.get("/disagreements/"))


def test_the_newest_side_is_marked_where_the_documents_are_of_different_age(facts, client):
    newer = make.make_fact(make.make_document("cfr-2024", published="2024-03"), "China paid in advance.")
    row = make.make_disagreement((newer, "Later."), (facts[0], "Earlier."))
    page = text(client.get(f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"))
    assert page.count("The newest.") == 1
    assert page.index("Later.") < page.index("The newest.") < page.index("Earlier.")


def test_a_side_that_is_private_takes_the_disagreement_with_it(facts, client, learner):
    """Who may not see one side learns nothing of the other's having one."""
    row = make.make_disagreement((facts[0], "It was in 1901."), (facts[1], "zsecret"))
    private = Collection.objects.create(kind="classroom", name="A class")
    Fact.objects.filter(pk=facts[1].pk).update(collection=private)
    place = f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"
    assert client.get(place).status_code == 404
    assert "zsecret" not in text(client.get("/disagreements/")) + text(client.get(url(facts[0])))
    CollectionAccess.objects.create(collection=private, user=learner, may_see_keys=True)
    assert client.get(place).status_code == 200


def test_the_note_does_not_tell_of_a_third_side_that_is_private(facts, client):
    row = make.make_disagreement(*((fact, "says") for fact in facts), note="znote tells all three")
    private = Collection.objects.create(kind="classroom", name="A class")
    Fact.objects.filter(pk=facts[2].pk).update(collection=private)
    place = f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"
    assert client.get(place).status_code == 404
    assert place not in text(client.get("/disagreements/")) + text(client.get(url(facts[0])))
    assert "znote" not in text(client.get(url(facts[0])))


def test_a_side_that_is_retired_is_left_out_of_three(facts, client):
    row = make.make_disagreement(*((fact, f"side {place}") for place, fact in enumerate(facts, 1)))
    Fact.objects.filter(pk=facts[2].pk).update(status=Status.RETIRED)
    page = text(client.get(f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/"))
    assert "side 2" in page
    assert "side 3" not in page


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETIRED])
def test_only_what_is_ready_has_a_page(facts, client, status):
    Fact.objects.filter(pk=facts[0].pk).update(status=status)
    assert client.get(url(facts[0])).status_code == 404


def test_a_fact_of_an_exam_has_no_page_for_its_students(facts, client, learner):
    """They may read the class's collection, and not see its keys."""
    private = Collection.objects.create(kind="classroom", name="A class")
    access = CollectionAccess.objects.create(collection=private, user=learner)
    Fact.objects.filter(pk=facts[0].pk).update(collection=private)
    assert client.get(url(facts[0])).status_code == 404
    access.may_see_keys = True
    access.save()
    assert client.get(url(facts[0])).status_code == 200
    private_question = Question.objects.filter(facts=facts[0]).first()
    assert private_question.current.prompt in text(client.get(url(facts[0])))


def test_what_an_open_quiz_asks_is_withheld(facts, client, learner, monkeypatch):
    monkeypatch.setitem(withheld.REGISTERED, "exam", lambda user: Fact.objects.filter(pk=facts[0].pk).values("pk"))
    page = client.get(url(facts[0]))
    assert page.status_code == 403
    assert facts[0].current.statement not in text(page)
    row = make.make_disagreement((facts[0], "zclaim"), (facts[1], "zother"))
    assert "zclaim" not in text(client.get(url(facts[1])))
    side = client.get(f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/")
    assert side.status_code == 403
    assert "zclaim" not in text(side)
    assert "zclaim" not in text(client.get("/disagreements/"))


def test_what_an_open_quiz_asks_is_told_neither_by_a_third_side_nor_by_a_group(facts, client, learner, monkeypatch):
    """The note of a disagreement speaks of every side, and the key of a group tells every fact that it asks."""
    row = make.make_disagreement(*((fact, "says") for fact in facts), note="znote tells all three")
    make.make_question(*facts[:2], kind="matching", prompt="Match them.", pairs=[
        {"id": "a", "left": "first", "right": "zkey"}, {"id": "b", "left": "second", "right": "other"},
    ])  # fmt: skip
    assert "zkey" in text(client.get(url(facts[1])))
    monkeypatch.setitem(withheld.REGISTERED, "exam", lambda user: Fact.objects.filter(pk=facts[0].pk).values("pk"))
    side = client.get(f"/disagreements/{row.ref.rsplit('/', 1)[-1]}/")
    assert side.status_code == 403
    page = text(client.get(url(facts[1])))
    assert "agreement number 2 signed" in page
    assert "znote" not in text(side) + page
    assert "zkey" not in page


def test_a_former_ref_leads_to_the_fact(facts, client):
    FactAlias.objects.create(ref="crs-2023/old-name", fact=facts[0])
    page = client.get("/facts/crs-2023/old-name/")
    assert (page.status_code, page.url) == (301, url(facts[0]))
    FactAlias.objects.create(ref="crs-2023/old-name", fact=facts[1])
    split = text(client.get("/facts/crs-2023/old-name/"))
    assert all(f'href="{url(fact)}"' in split for fact in facts[:2])
    assert client.get("/facts/crs-2023/never/").status_code == 404


def test_it_can_be_added_to_the_cards_from_its_page(facts, client, learner):
    fields = forms(client.get(url(facts[0])))["/cards/add/"]
    client.post("/cards/add/", {"fact": fields["fact"], "next": fields["next"]})
    assert learner.cards.get().fact == facts[0]


def test_the_timeline_goes_by_year(happened, client):
    page = text(client.get("/timeline/"))
    years = [int(piece.split('"')[0]) for piece in page.split('id="y')[1:] if piece[0].isdigit()]
    assert years == [1999, 2001, 2003]
    assert "16 July 2003, CRS 23" in page
    assert "Not met yet" not in page


def test_the_timeline_lists_an_open_beginning_by_its_end_and_a_decade_by_its_name(facts, client):
    """In order, each year once: what ended in 2002 comes after 2001, and what happened in the 2000s is not of the year 2000."""
    for fact, when in zip(facts, ("../2002", "2001", "200X"), strict=True):
        FactVersion.objects.filter(pk=fact.current_id).update(when=when)
    page = text(client.get("/timeline/"))
    headings = [piece.split("</h2>")[0].split(">")[1] for piece in page.split('<h2 class="gloss" id="y')[1:]]
    assert headings == ["The 2000s", "2001", "2002"]
    assert "until 2002, CRS 23" in page
    assert 'id="since" name="since" type="number" inputmode="numeric" min="1" max="9999" value="2000"' in page
    assert 'max="9999" value="2002"' in page


def test_the_timeline_names_every_document_that_tells_of_an_event(happened, client):
    """Of one that spans documents, too; not one that the viewer may not read."""
    other = make.make_document("cfr-2024", short="CFR 2024")
    secret = make.make_document("class-2025", short="CLASS 2025")
    Document.objects.filter(pk=secret.pk).update(collection=Collection.objects.create(kind="classroom", name="A class"))
    for document in (other, secret):
        quoted = make.make_fact(document, "China paid in advance.").current.evidence.get()
        place = happened[0].current.factevidence_set.count()
        happened[0].current.factevidence_set.create(evidence=quoted, position=place)
    Fact.objects.filter(pk=happened[0].pk).update(document=None)
    page = text(client.get("/timeline/"))
    assert "16 July 2003, CRS 23, CFR 24<" in page
    assert "CLASS 25" not in page


def test_the_timeline_shows_how_well_each_is_known(happened, client, learner):
    make.make_card(learner, happened[0])
    assert text(client.get("/timeline/")).count("Not met yet") == 3 + 1  # and the key


def test_names_lead_to_what_is_said_of_them(facts, client):
    entity(facts[0])
    entity(facts[1], "nato", "organisation")
    people = text(client.get("/people/"))
    assert 'href="/entities/xi-jinping/"' in people
    assert "1 fact<" in people
    assert "nato" not in people.lower()
    page = text(client.get("/entities/xi-jinping/"))
    assert f'href="{url(facts[0])}"' in page
    assert "Also called: The President." in page
    assert f'href="{url(facts[1])}"' not in page


def test_a_retired_name_has_no_page(facts, client):
    VocabularyEntry.objects.filter(pk=entity(facts[0]).pk).update(status=Status.RETIRED)
    assert client.get("/entities/xi-jinping/").status_code == 404
    assert "xi-jinping" not in text(client.get("/people/"))


def test_a_fact_names_only_what_still_has_a_page(facts, client, learner):
    """Not what is retired, and not what is of a class that the viewer is not in."""
    VocabularyEntry.objects.filter(pk=entity(facts[0], "zold").pk).update(status=Status.RETIRED)
    private = Collection.objects.create(kind="classroom", name="A class")
    VocabularyEntry.objects.filter(pk=entity(facts[0], "zsecret").pk).update(collection=private)
    entity(facts[0], "nato", "organisation")
    page = text(client.get(url(facts[0])))
    assert 'href="/entities/nato/"' in page
    assert "zold" not in page.lower()
    assert "zsecret" not in page.lower()


@pytest.mark.parametrize("prompt", ["What did they sign a treaty of?", ""])
def test_a_sentence_with_a_gap_is_shown_with_its_gap(facts, client, prompt):
    above = {"prompt": prompt} if prompt else {}
    make.make_question(facts[0], kind="cloze", text="They signed a treaty of [[zfriends]] at last.", **above)
    page = text(client.get(url(facts[0])))
    asked = page.split("They signed a treaty of ")[0].rsplit('<p class="read">')[-1]
    assert asked.removesuffix("<br>") == prompt
    assert "(gap)</span></span> at last.</p>" in page
    assert page.count("zfriends") == 1
    assert "<b>zfriends</b>" in page


def test_terms_are_explained(facts, client):
    VocabularyEntry.objects.create(
        collection=facts[0].collection, ref="vocabulary/sco", kind="term", slug="sco", name="SCO",
        entry={"id": "sco", "term": "SCO", "expansion": "Shanghai Cooperation Organization", "line": "A body."},
    )  # fmt: skip
    assert "Shanghai Cooperation Organization." in text(client.get("/glossary/"))


PAGES = ("/timeline/", "/people/", "/organisations/", "/treaties/", "/places/", "/things/", "/glossary/",
         "/disagreements/")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_bank_and_a_wrong_method(db, at, client, address):
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


REASONS = {
    "/facts/crs-2023/fact-1/": [
        "the fact", "disagreements that it is in", "their other claims", "its evidence", "topics", "entities",
        "disagreements to link", "its questions",
    ],
    "/timeline/": ["the dated facts", "the documents that tell of them"],
    "/people/": ["names with their facts"],
    "/entities/xi-jinping/": ["the name", "its facts"],
    "/disagreements/": ["the disagreements", "their claims"],
    "/disagreements/d-1/": ["the disagreement", "its claims", "its sides' other disagreements", "their claims", "evidence"],
}  # fmt: skip


@pytest.mark.parametrize("size", [2, 9])
@pytest.mark.parametrize("address", REASONS)
def test_the_number_of_queries_has_its_reasons(at, client, django_assert_num_queries, address, size):
    facts = make.make_bank(size)
    Fact.objects.filter(pk=facts[0].pk).update(ref="crs-2023/fact-1")
    FactVersion.objects.update(when="2001")
    row = make.make_disagreement(*((fact, "says") for fact in facts))
    type(row).objects.filter(pk=row.pk).update(ref="across/disagreements/d-1")
    who = entity(facts[0])
    for fact in facts[1:]:
        fact.entities.add(who)
    with django_assert_num_queries(len(REASONS[address])):
        assert client.get(address).status_code == 200
