"""Terms found in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.pages.glossary import Glossary

NAMES = {
    "pla": "PLA",
    "plan": "PLAN",
    "swift": "SWIFT",
    "a2ad": "A2/AD",
    "pl": "P.L.",
    "order": "executive order",
    "nine": "Article 9",
    "dedollar": "de-dollarization",
    "unipolar": "unipolar",
    "eu": "EU",
}
GLOSSARY = Glossary(NAMES)


def found(text, glossary=GLOSSARY):
    return [(text[place.start : place.end], place.slug) for place in glossary.places(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("the PLA and the PLA", [("PLA", "pla"), ("PLA", "pla")]),
        ("the PLAN of the PLA", [("PLAN", "plan"), ("PLA", "pla")]),
        ("(PLA), “PLA”, PLA’s, PLA/PLAN", [("PLA", "pla")] * 4 + [("PLAN", "plan")]),
        ("an A2/AD capability", [("A2/AD", "a2ad")]),
        ("Act (P.L. 117-328)", [("P.L.", "pl")]),
        ("Executive Order 14024, an executive order", [("Executive Order", "order"), ("executive order", "order")]),
        ("an executive\u00a0order", [("executive\u00a0order", "order")]),
        ("De-Dollarization Efforts, de\u2011dollarization", [("De-Dollarization", "dedollar"), ("de\u2011dollarization", "dedollar")]),
        ("Unipolar overreach", [("Unipolar", "unipolar")]),
        ("Article 9.", [("Article 9", "nine")]),
    ],
)  # fmt: skip
def test_a_term_is_found(text, terms):
    assert found(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "a swift answer",
        "Swift",
        "a plan",
        "EXPLAIN, PLANS, PLA2",
        "EU-initiated drafts",
        "the non-EU states",
        "EXECUTIVE ORDER",
        "article 9",
        "Article 90",
        "executive, order",
        "multi-unipolar",
        "",
    ],
)
def test_what_is_no_term_is_not_found(text):
    assert found(text) == []


@pytest.mark.parametrize("names", [("order", "order of battle"), ("order of battle", "order")])
def test_of_two_terms_at_one_place_the_longer_is_found(names):
    glossary = Glossary({name: name for name in names})
    assert found("an order of battle, an order", glossary) == [("order of battle",) * 2, ("order",) * 2]


def test_without_terms_nothing_is_found():
    assert Glossary({}).places("the PLA") == []
    assert Glossary({"empty": " "}).places("the PLA") == []


@pytest.mark.parametrize("name", ["A (B)", "C++", "a.c", "[x]", "ß"])
def test_a_name_is_words_and_no_pattern(name):
    assert found(f"so {name} it", Glossary({"one": name})) == [(name, "one")]
    assert found("so abc it", Glossary({"one": name})) == []


@given(st.text(), st.dictionaries(st.text("ab", min_size=1), st.text(min_size=1, max_size=9), max_size=4))
def test_places_are_in_order_in_the_text_and_do_not_overlap(text, names):
    places = Glossary(names).places(text)
    ends = [0, *(place.end for place in places)]
    assert all(end <= place.start < place.end <= len(text) for end, place in zip(ends, places, strict=False))
