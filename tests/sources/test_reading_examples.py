"""What an attentive editor would make of the five documents, passage by passage."""

import re
from pathlib import Path

import pytest

from crlearn.sources import reading
from crlearn.sources.reading import Kind

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES = {entry.slug: entry for entry in reading.load_entries(SEEDS / "documents.yaml")}
RAW = {slug: (SEEDS / entry.file).read_bytes().decode() for slug, entry in ENTRIES.items()}
CORPUS = reading.vocabulary(RAW.values())
BLOCKS = {slug: reading.read(RAW[slug], ENTRIES[slug], corpus=CORPUS) for slug in RAW}
PROSE = {Kind.PARAGRAPH, Kind.LIST_ITEM}


def texts(slug, *kinds):
    return [block.text for block in BLOCKS[slug] if block.kind in kinds]


HEADINGS = {
    "crs-2023": [
        (1, "China-Russia Relations"),
        (2, "Key Features of the Relationship"),
        (2, "PRC and Russian Perspectives"),
        (2, "Selected Issues"),
        (3, "Challenging the Global Order"),
        (3, "Defense Cooperation"),
        (3, "Energy and Economics"),
        (3, "Impact of Russia’s 2022 Invasion of Ukraine"),
        (2, "Issues for Congress"),
    ],
    "cfr-2024": [
        (1, "China and Russia: Exploring Ties Between Two Authoritarian Powers"),
        (2, "Summary"),
        (2, "Introduction"),
        (2, "Are China and Russia allies?"),
        (2, "How do their foreign policies and interests compare?"),
        (2, "What are major challenges for the relationship?"),
        (3, "Distrust."),
        (3, "War in Ukraine."),
        (2, "What are their economic ties?"),
        (2, "What are their military ties?"),
    ],
    "crs-2022-repost": [(2, "Main characteristics of the relationship")],
    "usip-2019": [
        (2, "North Korea"),
        (2, "Venezuela"),
        (2, "The Middle East"),
        (2, "Afghanistan"),
        (2, "The Arctic"),
        (2, "Serbia"),
        (2, "Africa"),
        (2, "South China Sea and Ukraine"),
        (2, "Central Asia and regional organizations"),
    ],
    "fiia-2018": [
        (1, "CHINA-RUSSIA SECURITY COOPERATION: GEOPOLITICAL SIGNALLING WITH LIMITS"),
        (2, "INTRODUCTION"),
        (2, "CHINA-RUSSIA STRATEGIC PARTNERSHIP AND POLITICAL COOPERATION"),
        (2, "MILITARY ACQUISITIONS FROM RUSSIA"),
        (2, "JOINT MILITARY EXERCISES"),
        (2, "CONCLUSION"),
    ],
}


@pytest.mark.parametrize("slug", HEADINGS)
def test_headings(slug):
    assert [(b.level, b.text) for b in BLOCKS[slug] if b.kind is Kind.HEADING] == HEADINGS[slug]


COUNTS = {  # paragraphs, list items, footnotes, captions
    "crs-2023": (18, 0, 0, 0),
    "cfr-2024": (22, 3, 0, 1),
    "crs-2022-repost": (2, 0, 0, 0),
    "usip-2019": (14, 0, 0, 1),
    "fiia-2018": (20, 4, 16, 1),
}


@pytest.mark.parametrize("slug", COUNTS)
def test_every_paragraph_is_one_paragraph(slug):
    kinds = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.FOOTNOTE, Kind.CAPTION)
    assert tuple(len(texts(slug, kind)) for kind in kinds) == COUNTS[slug]


WHOLE = [
    # A page break whose only trace is one leading space; a blank line where a column ends.
    ("crs-2023", "During a phone call with Putin on December 30, 2022, Xi expressed that “in a changing"),
    ("crs-2023", "a Road Map for Military Co-operation for 2021-2025 to guide collaboration in this sphere."),
    ("crs-2023", "could make China one of the largest individual importers of Russian natural gas. (For more on"),
    # A bracketed edit and a slip stay as they are.
    ("crs-2023", "“We’ve been very clear with the PRC, including in private [ ... ] about any costs"),
    ("crs-2023", "have been sanctioned pursuant Executive Order 14024 in connection to Russia’s invasion."),
    ("crs-2023", "for Fiscal Year 2023 (P.L. 117-263) requires a report on whether and how the PRC has provided"),
    ("crs-2023", "(See CRS In Focus IF11885, De-Dollarization Efforts in China and Russia.) Both governments"),
    ("crs-2023", "maximize advantages to China—such as buying oil at a discount—but is unwilling to supply"),
    # Two notes, a list of addresses and a page break cut these.
    ("fiia-2018", "As only one veto would be enough to block a draft resolution, this kind of behaviour"),
    ("fiia-2018", "openly anti-US describing it as a hegemon unwilling to adapt to a changed world"),
    ("fiia-2018", "to acquiesce to a “dual freeze” solution: North Korea would freeze its nuclear and"),
    ("fiia-2018", "Moscow and Beijing signed an agreement on military technology cooperation in 1992,"),
    ("fiia-2018", "issues related to defence equipment improved trade relations. One step towards"),
    ("fiia-2018", "threatened to do in the summer of 2016. In addition, the S-400 improves"),
    ("fiia-2018", "being formed into an elite force for the People’s Liberation Army. Other examples"),
    ("fiia-2018", "has been “anti-terrorist” although the implementation has not always matched such scenarios."),
    ("fiia-2018", "as well as Angola and Russia. From Russia, there are direct pipelines to China"),
    ("fiia-2018", "Both countries opposed NATO operations in Kosovo as constituting interference"),
    # Markers are out of the text, numbers are not.
    ("fiia-2018", "falling to 0.6 billion in 2016. There were several reasons for these developments."),
    ("fiia-2018", "to the tune of 3.1 billion USD, when China accounted for around 60 per cent"),
    ("fiia-2018", "Re-entry Vehicles (MIRVs). China is also developing hypersonic glide vehicles"),
    ("fiia-2018", "helicopters as well as amphibious vehicles to these 2016 drills. In addition, training areas"),
    ("fiia-2018", "the end of World War II. For China, it was important to have President Putin attend its"),
    ("fiia-2018", "by pushing for NATOs eastward expansion to counter Russia."),
    # No-break spaces inside a sentence are spaces.
    ("cfr-2024", "China’s and Russia’s militaries have never fought alongside one another"),
    ("cfr-2024", "Michael McCaul (R-TX) called the burgeoning China-Russia security alliance the most “large-scale”"),
    ("cfr-2024", "a second, cross-border gas pipeline. (Today, most of Russia’s pipelines flow to Europe."),
    (
        "usip-2019",
        "On Afghanistan—at least for the moment—Chinese and Russian preferences loosely align with U.S. aims.",
    ),
    ("usip-2019", "the regime of Nicolás Maduro against a combination"),
    (
        "crs-2022-repost",
        "have also tried to harmonize the interests of overlapping businesses, such as the Belt and Road",
    ),
]


@pytest.mark.parametrize(("slug", "sentence"), WHOLE)
def test_sentences_are_whole(slug, sentence):
    assert any(sentence in text for text in texts(slug, *PROSE))


KEPT = ["state-directed", "PRC-based", "“de-dollarize”", "De-Dollarization", "US- and EU-initiated"]


@pytest.mark.parametrize("form", KEPT)
def test_hyphens_of_the_author_stay(form):
    assert any(form in text for slug in RAW for text in texts(slug, *PROSE))


def test_hyphens_of_the_typesetter_go():
    """Of over a hundred line ends with a hyphen in the Briefing Paper, two are the author's: one suspended, one in an address."""
    raw = RAW["fiia-2018"]
    ends = [m.start(1) for m in re.finditer(r"(-)\s*\n", raw)]
    covered = {at for block in BLOCKS["fiia-2018"] for start, end in block.raw for at in range(start, end)}
    kept = [raw[: at + 1].split()[-1] for at in ends if at in covered]
    assert kept == ["US-", "http://energyfuse.org/what-does-china-status-"]
    assert len(ends) > 100


REPAIRED = [
    "military alliance",
    "non-interference in states’",
    "anti-hegemonism",
    "self-sufficient",
    "Sino-Japanese tensions",
]


@pytest.mark.parametrize("form", REPAIRED)
def test_words_with_both_kinds_of_hyphen_are_made_whole(form):
    assert any(form in text for text in texts("fiia-2018", *PROSE))


def test_no_word_is_left_with_a_hyphen_that_it_has_nowhere_else():
    """Every hyphenated word of the reading text stands so inside a line of some document."""
    inside = {word for raw in RAW.values() for line in raw.splitlines() for word in line.replace("’", " ").split()}
    inside = {word.strip("“”().,;:?") for word in inside if not word.endswith("-")}
    at_line_ends = {"state-directed", "PRC-based", "de-dollarize", "De-Dollarization"}
    words = {
        w.strip("“”().,;:?")
        for s in RAW
        for t in texts(s, *PROSE)
        for w in t.replace("’", " ").replace("—", " ").split()
    }
    hyphened = {word for word in words if "-" in word[:-1]}
    repaired = {"non-interference", "anti-hegemonism", "self-sufficient", "Sino-Russian", "Sino-Japanese"}
    unknown = {word for word in hyphened - at_line_ends - repaired if not any(word in other for other in inside)}
    assert unknown == set()


FOOTNOTES = {
    "1": "Feng, Zhongping and Jing Huang. 2014. “China’s Strategic Partnership Diplomacy: engaging with a changing world.” "
    "European Strategic Partnership Observatory. "
    "http://fride.org/download/wp8_china_strategic_partnership_diplomacy.pdf. Accessed 30 October 2017.",
    "4": "Soldatkin, Vladimir. 2013. “In Moscow, new Chinese leader Xi warns against meddling.” Reuters 24 March 2013. "
    "http://www.reuters.com/article/us-china-russia-moscow/"
    "in-moscow-new-chinese-leader-xi-warns-against-meddling-idUSBRE92M02F20130324. Accessed 6 November 2017.",
    "5": "Wu, DD. “Russia-China Relations Reach a New High.” The Diplomat 7 July 2017. "
    "https://thediplomat.com/2017/07/russia-china-relations-reach-a-new-high/. Accessed 30 October 2017.",
    "6": "Wezeman, Siemon. 2017. “China-Russia Relations and Regional Dynamics.” SIPRI, 86; Rajagopalan, Rajeswari Pillai "
    "2017. “China-Russia Relations and Regional Dynamics.” SIPRI, 89–90; SIPRI Arms Transfers Database "
    "https://www.sipri.org/databases/armstransfers. Accessed 1 November 2017.",
    "12": "Chinese Ministry of National Defence. http://eng.mod.gov.cn/DefenseNews/2017-02/06/content_4771779.htm. "
    "Accessed 7 February 2017.",
    "15": "Meick, Ethan. 2017. “China-Russia Military-to-Military Relations: Moving Toward a Higher Level of Cooperation.” "
    "US-China Economic and Security Review Commission.",
    "16": "Drennen, Skylar. 2017. “What Does China’s Status As Largest Oil Importer Mean For U.S. Interests?” The Fuse. "
    "http://energyfuse.org/what-does-china-status-as-largest-oil-importer-mean-for-us-interests/. Accessed 3 November 2017.",
}


@pytest.mark.parametrize("label", FOOTNOTES)
def test_footnotes_are_whole_and_their_addresses_too(label):
    assert [b.text for b in BLOCKS["fiia-2018"] if b.label == label] == [FOOTNOTES[label]]


MARKED = {
    "1": "China-Russia Strategic Security Consultation.",
    "3": "against the dominant Western coalition.",
    "6": "falling to 0.6 billion in 2016.",
    "12": "Multiple Independently Targetable Re-entry Vehicles (MIRVs).",
    "15": "amphibious vehicles to these 2016 drills.",
    "16": "as well as Angola and Russia.",
}


@pytest.mark.parametrize("label", MARKED)
def test_markers_stand_where_the_author_put_them(label):
    before = [b.text[:at] for b in BLOCKS["fiia-2018"] for at, marker in b.markers if marker == label]
    assert len(before) == 1
    assert before[0].endswith(MARKED[label])


def test_a_sentence_cut_by_a_note_maps_to_two_raw_ranges():
    sentence = "As only one veto would be enough to block a draft resolution"
    block = next(b for b in BLOCKS["fiia-2018"] if sentence in b.text)
    start = block.text.index(sentence)
    raw = RAW["fiia-2018"]
    ranges = reading.raw_ranges(block, start, start + len(sentence))
    assert [raw[low:high].split() for low, high in ranges] == [
        ["As", "only", "one", "veto"],
        ["would", "be", "enough", "to", "block", "a", "draft", "resolution"],
    ]
    assert "Feng, Zhongping" in raw[ranges[0][1] : ranges[1][0]]


CAPTIONS = {
    "cfr-2024": "Russian President Vladimir Putin and Chinese President Xi Jinping meet in February 2022. "
    "Aleksey Druzhinin/Kremlin/Reuters",
    "usip-2019": "Russian President Vladimir Putin shakes hands with Chinese President Xi Jinping before a summit in Shanghai, "
    "May 21, 2014. (Mark Ralston/Pool via The New York Times)",
    "fiia-2018": "Figure 1.Russian arms exports delivered to China. Source: SIPRI Arms Transfers Database.",
}


@pytest.mark.parametrize("slug", CAPTIONS)
def test_captions_stand_once(slug):
    assert texts(slug, Kind.CAPTION) == [CAPTIONS[slug]]


LINKS = ["More on:", "China", "Russia", "Ukraine", "Taiwan", "Security Alliances"]
FURNITURE = {
    "cfr-2024": [
        "Backgrounder",
        "China and Russia: Exploring Ties Between Two Authoritarian Powers",
        "Russian President Vladimir Putin and Chinese President Xi Jinping meet in February 2022.",
        "• • •",
        "More From Our Experts",
        *LINKS,
        "More From Our Experts",
        *LINKS,
        "Recommended Resources",
    ],
    "crs-2022-repost": [
        "date 2022-05-20",
        "The following is the Congressional Research Service report from May 2, 2022, China-Russia Relations. From the report",
        "Download document here.",
        "Related",
    ],
}


@pytest.mark.parametrize("slug", FURNITURE)
def test_what_is_not_the_authors_is_furniture(slug):
    assert texts(slug, Kind.FURNITURE)[: len(FURNITURE[slug])] == FURNITURE[slug]


def test_all_that_follows_the_end_is_furniture():
    for slug, last in [
        ("cfr-2024", "which heavily rely on drone parts that have supply chains through China."),
        ("usip-2019", "and prevailing in an era of great power competition."),
        ("crs-2022-repost", "and the Eurasian Economic Union (EAEU)."),
    ]:
        place = max(n for n, block in enumerate(BLOCKS[slug]) if block.kind is not Kind.FURNITURE)
        assert BLOCKS[slug][place].text.endswith(last)


def test_the_running_head_and_the_lists_of_addresses_are_furniture():
    furniture = texts("fiia-2018", Kind.FURNITURE)
    assert "JANUARY 2018 7" in furniture
    assert sum(text.count("://") for text in furniture) == 14
    assert all(text.split() == [word for word in text.split() if "://" in word] for text in furniture if "://" in text)
