"""A quotation's citation in the usual styles."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.sources.citation import Cited, apa, apa_in_text, bibtex, chicago

CRS = Cited(
    key="crs-2023",
    title="China-Russia Relations",
    author="",
    publisher="Congressional Research Service",
    published="2023",
    kind="In Focus",
    url="",
    paragraph=12,
    place="https://learn.example/documents/crs-2023/#p12",
)
FULL = replace(
    CRS, author="Mariia Example", published="2018-01-09", kind="Briefing Paper", url="https://paper.example/1"
)


@pytest.mark.parametrize(
    ("style", "cited", "expected"),
    [
        (chicago, CRS, "Congressional Research Service, “China-Russia Relations,” In Focus, 2023, para. 12, https://learn.example/documents/crs-2023/#p12."),
        (chicago, FULL, "Mariia Example, “China-Russia Relations,” Briefing Paper, Congressional Research Service, January 9, 2018, para. 12, https://paper.example/1."),
        (chicago, replace(CRS, publisher="", kind="", published="", paragraph=None), "“China-Russia Relations,” https://learn.example/documents/crs-2023/#p12."),
        (apa, CRS, "Congressional Research Service. (2023). China-Russia Relations [In Focus]. https://learn.example/documents/crs-2023/#p12"),
        (apa, FULL, "Mariia Example. (2018, January 9). China-Russia Relations [Briefing Paper]. Congressional Research Service. https://paper.example/1"),
        (apa, replace(CRS, published="2018-01"), "Congressional Research Service. (2018, January). China-Russia Relations [In Focus]. https://learn.example/documents/crs-2023/#p12"),
        (apa, replace(CRS, publisher="", published=""), "China-Russia Relations [In Focus]. (n.d.). https://learn.example/documents/crs-2023/#p12"),
        (apa_in_text, CRS, "(Congressional Research Service, 2023, para. 12)"),
        (apa_in_text, replace(CRS, publisher="", published="", paragraph=None), "(“China-Russia Relations”, n.d.)"),
    ],
)  # fmt: skip
def test_styles(style, cited, expected):
    assert style(cited) == expected


def test_bibtex():
    assert bibtex(FULL).splitlines() == [
        "@misc{crs-2023,",
        "  author = {{Mariia Example}},",
        "  title = {{China-Russia Relations}},",
        "  institution = {Congressional Research Service},",
        "  howpublished = {Briefing Paper},",
        "  year = {2018},",
        "  month = {jan},",
        "  day = {9},",
        "  note = {Paragraph 12},",
        "  url = {https://paper.example/1},",
        "}",
    ]


@given(st.text(max_size=40))
def test_no_title_breaks_a_bibtex_entry(title):
    """Braces stay balanced whatever a title holds, and what TeX reads specially is escaped."""
    entry = bibtex(replace(CRS, title=title, place=""))
    assert entry.count("{") == entry.count("}")  # BibTeX counts those behind a backslash too
    assert not re.search(r"(?<!\\)[&%$#_^~]", entry)
