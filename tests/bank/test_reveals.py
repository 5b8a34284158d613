"""What stands behind an answer: quotations in their paragraphs, whole or with what must stay hidden left out."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank.models import Disagreement, Fact, Status
from crlearn.bank.present import place_url, revealed_data
from crlearn.bank.reveals import revealed, segments_of
from crlearn.sources.models import Collection, CollectionAccess
from tests import make

TEXT = "One came. Two went. Three stayed."  # One came.: 0–9, Two went.: 10–19, Three stayed.: 20–33


def shown(pieces):
    """Pieces as one text: [the marked], … for what is left out."""
    return "".join({"": "{}", "proof": "[{}]", "hidden": "…"}[piece["mark"]].format(piece["text"]) for piece in pieces)


@pytest.mark.parametrize(
    ("marked", "hidden", "text"),
    [
        ([(0, 9)], [], "[One came.] Two went. Three stayed."),
        ([(10, 19)], [], "One came. [Two went.] Three stayed."),
        ([(0, 33)], [], "[One came. Two went. Three stayed.]"),
        ([(20, 33), (0, 9)], [], "[One came.] Two went. [Three stayed.]"),
        ([(0, 9), (4, 19)], [], "[One came. Two went.] Three stayed."),
        ([(0, 9), (0, 9)], [], "[One came.] Two went. Three stayed."),
        ([(0, 9)], [(20, 33)], "[One came.] Two went. …"),
        ([(0, 9)], [(10, 19)], "[One came.] … Three stayed."),
        ([(0, 9)], [(10, 19), (20, 33)], "[One came.] …"),  # nothing stands between them
        ([(0, 9)], [(10, 15), (12, 19)], "[One came.] … Three stayed."),
        ([(10, 19)], [(0, 9), (20, 33)], "… [Two went.] …"),
        ([(10, 19)], [(10, 19)], "One came. [Two went.] Three stayed."),  # it has just been asked itself
        ([(10, 19)], [(4, 25)], "One …[Two went.]… stayed."),
        ([(0, 9)], [(-40, -10), (40, 90)], "[One came.] Two went. Three stayed."),  # of other paragraphs
        ([(0, 9)], [(25, 90)], "[One came.] Two went. Three…"),
    ],
)
def test_a_paragraph_is_shown_in_pieces(marked, hidden, text):
    assert shown(segments_of(TEXT, marked, "proof", hidden)) == text


RANGES = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)).map(sorted).map(tuple), max_size=4)


@given(RANGES, RANGES)
def test_nothing_hidden_shows_and_nothing_marked_is_lost(marked, hidden):
    pieces = segments_of(TEXT, marked, "proof", hidden)
    kept = "".join(
        char
        for place, char in enumerate(TEXT)
        if any(low <= place < high for low, high in marked) or not any(low <= place < high for low, high in hidden)
    )
    joined = "".join(piece["text"] for piece in pieces)
    assert "".join(joined.split()) == "".join(kept.split())
    assert all(bool(piece["text"]) != (piece["mark"] == "hidden") for piece in pieces)


# --- with the database


@pytest.fixture
def document(db):
    return make.make_document()


@pytest.fixture
def fact(document):
    return make.make_fact(document, "China paid in advance.")


def reveal(question, **more):
    return revealed([question.current_id], hidden=more.pop("hidden", {}), **more)[question.current_id]


def quotes(proofs):
    return [[piece["text"] for piece in proof.segments if piece["mark"] in {"proof", "counter"}] for proof in proofs]


def second(fact, quote, document):
    """Another quotation of a fact."""
    row = make.make_fact(document, quote).current.evidence.get()
    place = fact.current.factevidence_set.count()
    fact.current.factevidence_set.create(evidence=row, position=place)


def test_every_quotation_of_a_fact_proves_it_the_first_one_first(document, fact):
    second(fact, "Energy made up most of it.", document)
    found = reveal(make.make_question(fact))
    assert quotes(found.proofs) == [["China paid in advance."], ["Energy made up most of it."]]
    assert [proof.further for proof in found.proofs] == [False, True]
    assert found.facts == [fact.current]


def test_quotations_of_one_paragraph_stand_together(document, fact):
    other = make.make_fact(document, "The price was about 3 billion US dollars.")
    far = make.make_fact(document, "Energy made up most of it.")
    second(fact, "That was a record.", document)
    found = reveal(make.make_question(fact, other, far), together=True)
    assert quotes(found.proofs) == [
        ["The price was about 3 billion US dollars.", "China paid in advance."],
        ["That was a record.", "Energy made up most of it."],
    ]
    assert [proof.further for proof in found.proofs] == [False, False]
    assert [(proof.fact, proof.also) for proof in found.proofs] == [
        (fact.current, (other.current,)),
        (far.current, (fact.current,)),
    ]


def test_a_version_proves_by_the_facts_as_they_were(document, fact):
    asks = make.make_question(fact)
    before = asks.current
    now = fact.versions.create(number=2, statement="Another", content={}, content_hash="2")
    Fact.objects.filter(pk=fact.pk).update(current=now)
    assert revealed([before.pk], hidden={})[before.pk].facts == [before.facts.get()]
    assert quotes(revealed([before.pk], hidden={})[before.pk].proofs) == [["China paid in advance."]]


@pytest.fixture
def disagreement(document, fact):
    other = make.make_fact(make.make_document("cfr-2024", short="CFR 2024"), "That was a record.")
    return make.make_disagreement((fact, "in advance"), (other, "a record"))


def other_of(disagreement):
    return disagreement.claims.get(position=1).fact


def test_what_says_otherwise_is_shown_beside_with_a_note(disagreement, fact):
    found = reveal(make.make_question(fact))
    assert quotes(found.others) == [["That was a record."]]
    assert (found.others[0].says, found.others[0].kind) == ("a record", "measure")
    assert found.notes == ["They count differently."]


def test_a_side_that_is_itself_asked_does_not_stand_against_the_question(disagreement, fact):
    found = reveal(make.make_question(fact, other_of(disagreement)))
    assert (found.others, found.notes) == ([], [])
    assert len(found.proofs) == 2


def test_a_side_that_must_stay_hidden_waits_with_its_note(disagreement, fact):
    row = other_of(disagreement).current.evidence.get()
    asks = make.make_question(fact)
    for low, high in ((row.start, row.end), (row.start + 3, row.start + 4), (0, row.end + 50)):
        found = reveal(asks, hidden={row.version_id: [(low, high)]})
        assert (found.others, found.notes) == ([], [])
    assert len(reveal(asks, hidden={row.version_id: [(0, row.start), (row.end, row.end + 9)]}).others) == 1


def test_the_note_waits_while_one_of_three_sides_is_still_asked(document, fact):
    others = [make.make_fact(document, quote) for quote in ("That was a record.", "It was renewed in 2021.")]
    make.make_disagreement((fact, "this"), *((other, "that") for other in others), note="It tells of all three.")
    question, asked = make.make_question(fact), others[1].current.evidence.get()
    assert reveal(question).notes == ["It tells of all three."]
    found = reveal(question, hidden={asked.version_id: [(asked.start, asked.end)]})
    assert len(found.others) == 1
    assert found.notes == []


@pytest.mark.parametrize(
    "change",
    [{"status": Status.RETIRED}, {"status": Status.DRAFT}, {"on_hold": True}],
    ids=["retired", "draft", "held"],
)
def test_a_side_that_may_not_be_shown_is_not(disagreement, fact, change):
    Fact.objects.filter(pk=other_of(disagreement).pk).update(**change)
    found = reveal(make.make_question(fact))
    assert (found.others, found.notes) == ([], [])


def test_a_disagreement_that_is_not_ready_is_not_shown(disagreement, fact):
    Disagreement.objects.update(status=Status.REVIEW)
    assert reveal(make.make_question(fact)).others == []


def test_the_disagreements_of_a_class_are_for_those_who_may_see_its_keys(disagreement, fact):
    private = Collection.objects.create(kind="classroom", name="Class")
    Disagreement.objects.update(collection=private)
    Fact.objects.filter(pk=other_of(disagreement).pk).update(collection=private)
    teacher, student = make.make_user(), make.make_user()
    CollectionAccess.objects.create(collection=private, user=teacher, may_see_keys=True)
    CollectionAccess.objects.create(collection=private, user=student)
    asks = make.make_question(fact)
    for viewer, count in ((None, 0), (AnonymousUser(), 0), (student, 0), (teacher, 1)):
        assert len(reveal(asks, viewer=viewer).others) == count


@pytest.mark.parametrize("count", [1, 8])
def test_a_reveal_costs_four_queries_however_many_questions_and_disagreements(db, count):
    facts, others = make.make_bank(count), make.make_bank(count, "cfr-2024")
    for fact, other in zip(facts, others, strict=True):
        make.make_disagreement((fact, "so"), (other, "otherwise"))
    versions = [fact.questions.get().current_id for fact in facts]
    with CaptureQueriesContext(connection) as caught:
        found = revealed(versions, hidden={}, together=True)
        for one in found.values():
            revealed_data(one)
    # the facts, their disagreements, the other sides, the evidence of all
    assert len(caught) == 4
    assert all(len(one.others) == 1 for one in found.values())


# --- as templates get it


def test_a_proof_names_its_source_and_its_place(document):
    fact = make.make_fact(
        document, "China paid in advance.", holder="some observers", as_of="2018-05", slip="It paid late."
    )
    [proof] = revealed_data(reveal(make.make_question(fact)))["proofs"]
    row = fact.current.evidence.get()
    assert proof["place_url"] == f"/documents/crs-2023/?quote={row.pk}#p2"
    assert (proof["siglum"], proof["passage_number"]) == ("CRS 23", 2)
    assert proof["document"] == {
        "short": "CRS 2023",
        "title": "All about crs-2023",
        "publisher": "A publisher",
        "date": "August 2023",
        "kind": "",
    }
    assert (proof["holder"], proof["as_of"], proof["slip"]) == ("some observers", "May 2018", "It paid late.")
    assert [piece["text"] for piece in proof["sentence"]] == ["China paid in advance."]


def test_the_sentence_alone_joins_what_is_marked(document, fact):
    first = make.make_fact(document, "Russia delivered the first regiment of missiles in 2018.", holder="A")
    [proof] = revealed_data(reveal(make.make_question(fact, first), together=True))["proofs"]
    assert "".join(piece["text"] for piece in proof["sentence"]) == (
        "Russia delivered the first regiment of missiles in 2018. … China paid in advance."
    )
    assert proof["holder"] == "A"


def test_where_a_paragraph_is_marked_whole_there_is_nothing_to_fold(db):
    alone = make.make_document("memo", text="Both sides agreed to meet once a year.")
    fact = make.make_fact(alone, "Both sides agreed to meet once a year.")
    [proof] = revealed_data(reveal(make.make_question(fact)))["proofs"]
    assert proof["sentence"] == []


def test_a_place_without_a_number_is_the_document(document):
    passage = document.current.passages.first()
    passage.number = None
    assert place_url(document, passage) == "/documents/crs-2023/"
