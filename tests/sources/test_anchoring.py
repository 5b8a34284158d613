"""A quotation is found where its passage stands, whatever its form, and never where it says something else."""

import pytest

from crlearn.sources.anchoring import Anchor, Quotation, State, anchor, describe

BEFORE = "Both sides met in Moscow that spring. "
AFTER = " Little came of it in later years."


def marked(text):
    """A text in which [[ ]] mark a range: the text without the marks, and the range or None."""
    start = text.find("[[")
    end = text.find("]]") - 2
    return text.replace("[[", "").replace("]]", ""), (None if start < 0 else (start, end))


def check(text, state, **quotation):
    text, place = marked(text)
    found = anchor(text, **quotation)
    assert found.state == state
    if place:
        assert (found.start, found.end) == place
    elif state == State.ORPHAN:
        assert (found.start, found.end) == (None, None)


# --- the same words in another form -----------------------------------------------------------------

REFORMATTED = [
    ("line ends", "the two countries signed a treaty", "the two\ncountries  signed \n a\u00a0treaty"),
    ("a line's hyphen dropped", "an actual military alli-\nance", "an actual military alliance"),
    ("a line's hyphen set", "an actual military alliance", "an actual military alli-\nance"),
    ("a kept hyphen at a line end", "these state-directed activities", "these state-\ndirected activities"),
    ("one of two hyphens at a line end", "non-interference in affairs", "non-in-\nterference in affairs"),
    ("a suspended hyphen", "block US- and EU-initiated drafts", "block US- \nand EU-initiated drafts"),
    ("hyphen or none", "non-state actors", "nonstate actors"),
    ("hyphen or space", "long-term policy making", "long term policy-making"),
    ("after a point", "the U.S.-led order", "the U.S.-\nled order"),
    ("designations", "the S-400 and Su-35", "the S\u2011400 and Su–35"),
    ("dashes", "2017–2020 — or later", "2017-2020—or later"),
    ("a range over a line end", "34–60 submarines", "34–\n60 submarines"),
    ("quotation marks", "a “new era” of ‘trust’", "a \"new era\" of 'trust'"),
    ("guillemets", "a “new era” of trust", "a «new era» of trust"),
    ("quotation marks at the ends", "“revisionist” power", '"revisionist" power'),
    ("the last one too", "a “revisionist”", 'a "revisionist"'),
    ("no quotation marks", "a “new era” of trust", "a new era of trust"),
    ("apostrophes", "China’s role isn’t small", "China's role isn't small"),
    ("ligatures", "official first conflict", "o\ufb03cial \ufb01rst con\ufb02ict"),
    ("soft hyphens and zero width", "an alliance of equals", "an alli\u00adance of\u200b equals"),
    ("no-break", "some 4 billion dollars", "some 4\u202fbillion\u00a0dollars"),
    ("composed accents", "a communiqué on Vučić", "a communique\u0301 on Vuc\u030cic\u0301"),
    ("space by punctuation", "(R-TX) said: yes, indeed", "( R-TX ) said : yes ,indeed"),
    ("ellipsis", "trust … and so on", "trust ... and so on"),
    ("full width", "up 17% in 2022", "up １７％ in ２０２２"),
]


@pytest.mark.parametrize(("exact", "now"), [case[1:] for case in REFORMATTED], ids=[case[0] for case in REFORMATTED])
@pytest.mark.parametrize("context", [True, False], ids=["context", "alone"])
def test_the_same_words_in_another_form(exact, now, context):
    around = {"prefix": BEFORE[-32:], "suffix": AFTER[:32]} if context else {}
    check(f"{BEFORE}[[{now}]]{AFTER}", State.REFORMATTED, exact=exact, **around)
    check(f"{BEFORE}[[{exact}]]{AFTER}", State.EXACT, exact=exact, **around)


# --- other words, numbers, names, negations ---------------------------------------------------------

CHANGED = [
    ("range to number", "34–60 submarines joined the fleet", "3460 submarines joined the fleet"),
    ("number to range", "some 2017 joint exercises were held", "some 20-17 joint exercises were held"),
    ("comma to point", "as many as 1,000 troops took part", "as many as 1.000 troops took part"),
    ("comma to space", "as many as 1,000 troops took part", "as many as 1 000 troops took part"),
    ("a digit", "trade reached $190 billion in 2022", "trade reached $180 billion in 2022"),
    ("a point", "trade grew by 3.5 percent in 2022", "trade grew by 35 percent in 2022"),
    ("a point and a space", "trade grew by 3.5 percent in 2022", "trade grew by 3. 5 percent in 2022"),
    ("two numbers to one", "in 20 30 seats were left to fill", "in 2030 seats were left to fill"),
    ("a minus", "output moved by 5 percent in 2022", "output moved by -5 percent in 2022"),
    ("a minus at the beginning", "5 percent was the growth in 2022", "\u22125 percent was the growth in 2022"),
    ("more digits at the beginning", "60,000 troops were at the border", "160,000 troops were at the border"),
    ("more digits before", "50 troops were at the border then", "1.50 troops were at the border then"),
    ("more digits at the end", "the exercise involved troops of 3", "the exercise involved troops of 3,500"),
    ("a square", "an area of 10² kilometres was held", "an area of 102 kilometres was held"),
    ("a fraction", "about 1½ years of talks had passed", "about 112 years of talks had passed"),
    ("a name", "Beijing rejected the plan of 2011", "Moscow rejected the plan of 2011"),
    ("a capital", "the US was told of it in advance", "the us was told of it in advance"),
    ("negated", "the two countries are allies today", "the two countries are not allies today"),
    ("negation dropped", "they are not bound by the treaty", "they are bound by the treaty"),
    ("negation by a space", "China was not able to take part", "China was notable to take part"),
    ("negation by a space the other way", "the nowhere men of the old order", "the now here men of the old order"),
    ("an apostrophe", "it’s said the two were allies then", "its said the two were allies then"),
    ("whose", "the states’ interests in the north", "the state’s interests in the north"),
    ("an apostrophe for another", "we’re told of it in advance", "were told of it in advance"),
    ("a point dropped", "they met. Then they talked of gas", "they met Then they talked of gas"),
    ("a question", "they are allies, and always were.", "they are allies, and always were?"),
    ("a dash for nothing", "the Chinese — and Russian — fleets", "the Chinese and Russian fleets"),
    ("a marker", "talks in 2016. There was no result", "talks in 2016.6 There was no result"),
]


@pytest.mark.parametrize(("exact", "now"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
@pytest.mark.parametrize("context", [True, False], ids=["context", "alone"])
def test_another_wording_is_never_clean(exact, now, context):
    around = {"prefix": BEFORE[-32:], "suffix": AFTER[:32]} if context else {}
    found = anchor(f"{BEFORE}{now}{AFTER}", exact=exact, **around)
    assert found.state in (State.ORPHAN, State.CHANGED)
    back = anchor(f"{BEFORE}{exact}{AFTER}", exact=now, **around)
    assert back.state in (State.ORPHAN, State.CHANGED)


# --- which of several, and none ---------------------------------------------------------------------

LONG = "The two countries held their first joint exercise in 2005."

CASES = [
    # moved
    ("moved far", f"Much was new. {BEFORE}[[{LONG}]]{AFTER}", LONG, BEFORE, AFTER, 5, State.EXACT),
    ("a whole sentence moved alone", f"{BEFORE}{AFTER[1:]} Later on it rained. [[{LONG}]] It was cold.",
     LONG, BEFORE, AFTER, None, State.EXACT),
    ("moved with its paragraph", f"It was cold.\n\nLater:\n\n[[{LONG}]]{AFTER}\n\nSo it was.",
     LONG, "something else entirely.\n\n", AFTER, 0, State.EXACT),
    ("all else rewritten", f"Nothing is as before. [[{LONG}]] Nothing at all.", LONG, BEFORE, AFTER, 38, State.EXACT),
    ("a short one in its half context", "They met, and [[the fleet]] was sold to someone else.",
     "the fleet", "In the autumn of that year, ", " was sold to someone in the south", None, State.EXACT),
    ("something put around it", f"{BEFORE}It rained. [[the fleet]] by the way{AFTER} And the fleet sank.",
     "the fleet", BEFORE, AFTER, None, State.EXACT),
    ("put in before it, and it begins like its suffix", f"{BEFORE}It rained. [[{LONG}]] {LONG[:-6]} 2006.", LONG, BEFORE,
     f" {LONG[:-6]} 2006.", None, State.EXACT),
    ("its neighbours exchanged", "They quietly met in Moscow, not in a hurry: [[the northern fleet]] came up; nothing more "
     "came of it in those years.", "the northern fleet", BEFORE, AFTER, None, State.EXACT),
    ("its neighbours misread", "8oth s1des met ln Moscow tbat spring- [[the fleet]] Littie came of lt in iater years.",
     "the fleet", BEFORE, AFTER, None, State.EXACT),
    ("its context stands elsewhere too, without it", f"{BEFORE}[[the fleet]] Hardly anything came of it in later years. "
     f"{'It rained. ' * 20}They met in Moscow that spring. Nothing. Little came of it in May.", "the fleet", BEFORE,
     AFTER, None, State.EXACT),
    # one of several
    ("by prefix", "of China and the US. [[Trade]] grew. Of Japan and Korea. Trade grew.",
     "Trade", "China and the US. ", " grew.", None, State.EXACT),
    ("by suffix", "Trade grew with Japan. [[Trade]] grew with Korea.", "Trade", "", " grew with Korea.", None, State.EXACT),
    ("reformatted here, exact there", f"{BEFORE}[[the two\ncountries]]{AFTER} So said the two countries, at last.",
     "the two countries", BEFORE, AFTER, None, State.REFORMATTED),
    ("by position", "Note.\n\nTrade grew.\n\nNote.\n\n[[Trade grew.]]\n\nNote.\n\n", "Trade grew.", "Note.\n\n",
     "\n\nNote.\n\n", 27, State.EXACT),
    ("as a word", "They resign. They [[sign]]. They design.", "sign", "", "", None, State.EXACT),
    ("trimmed context, as a person writes it", "On trade: the deal. On gas: [[the deal]]. On arms: the deal.",
     "the deal", "On gas:", ". On arms", None, State.EXACT),
    # ambiguous
    ("alone, twice", "Trade grew. Gas fell. Trade grew.", "Trade grew.", "", "", None, State.AMBIGUOUS),
    ("the same context twice", "Note.\n\nTrade grew.\n\nNote.\n\nTrade grew.\n\nNote.\n\n", "Trade grew.", "Note.\n\n",
     "\n\nNote.\n\n", None, State.AMBIGUOUS),
    ("position between the two", "Note.\n\nTrade grew.\n\nNote.\n\nTrade grew.\n\nNote.\n\n", "Trade grew.",
     "Note.\n\n", "\n\nNote.\n\n", 17, State.AMBIGUOUS),
    ("context rewritten, two long ones", f"It rained. {LONG} It snowed. {LONG} It froze.", LONG, BEFORE, AFTER, None,
     State.AMBIGUOUS),
    # gone
    ("deleted", f"{BEFORE}{AFTER[1:]}", LONG, BEFORE, AFTER, 38, State.ORPHAN),
    ("deleted, short, elsewhere again", f"{BEFORE}{AFTER[1:]} And then the two countries parted.",
     "the two countries", BEFORE, AFTER, 38, State.ORPHAN),
    ("deleted, a look-alike in another sentence", f"{BEFORE}{AFTER[1:]} He said: yes, {LONG[:-1]}, or so.",
     LONG[:-1], BEFORE, AFTER, 38, State.ORPHAN),
    ("deleted, a look-alike that only ends a sentence", f"{BEFORE}{AFTER[1:]} For one, {LONG}", LONG, BEFORE, AFTER, 38,
     State.ORPHAN),
    ("deleted before an apostrophe", "Impact of the War ’s invasion drew scrutiny. Russia’s invasion did. It’s Russia.",
     "Russia", "Impact of the War ", "’s invasion drew scrutiny.", 18, State.ORPHAN),
    ("a heading that stood twice, one of them cut", "Of Ties Between Two Powers\nNote\n\nOf Tie Powers\n\nThey have",
     "s Between Two", "wo Powers\nNote\n\nOf Tie", " Powers\n\nThey have", 40, State.ORPHAN),
    ("half a ligature", "the \ufb01nal status of it all", "inal status of", "", "", None, State.ORPHAN),
    ("deleted, a look-alike with another year", f"{BEFORE}{AFTER[1:]} {LONG.replace('2005', '2006')}",
     LONG, BEFORE, AFTER, 38, State.ORPHAN),
    ("deleted, two copies elsewhere", f"{BEFORE}{AFTER[1:]} Now. {LONG} Then. {LONG} So.", LONG, BEFORE, AFTER, 38,
     State.ORPHAN),
    ("deleted at the beginning", f"{AFTER[1:]} And the fleet sank.", "the fleet", "", AFTER, 0, State.ORPHAN),
    ("deleted at the end", f"So the fleet sank. {BEFORE}", "the fleet", BEFORE, "", 60, State.ORPHAN),
    ("deleted, contexts edited at their far ends", "They met in Moscow that spring. Little came of it, said the fleet.",
     "the fleet", BEFORE, AFTER, None, State.ORPHAN),
    ("its words exchanged, a copy elsewhere", f"{BEFORE}Nobody signed anything.{AFTER} It rained. {LONG} It froze.",
     LONG, BEFORE, AFTER, 38, State.ORPHAN),
    ("few words in strange company", "Nothing is as before, and the fleet sank in a storm.", "the fleet", BEFORE, AFTER,
     None, State.ORPHAN),
    ("inside a word", "They resigned, and designed it.", "sign", "They did ", " the treaty", None, State.ORPHAN),
    ("nothing asked for", "Trade grew.", "", "", "", None, State.ORPHAN),
    ("an empty text", "", "Trade", "", "", 0, State.ORPHAN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "exact", "prefix", "suffix", "position", "state"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_which_place_if_any(text, exact, prefix, suffix, position, state):
    check(text, state, exact=exact, prefix=prefix[-32:], suffix=suffix[:32], position=position)


def test_an_ambiguous_quotation_offers_its_likeliest_place():
    text = "Note.\n\nTrade grew.\n\nNote.\n\nTrade grew.\n\nNote.\n\n"
    around = {"exact": "Trade grew.", "prefix": "Note.\n\n", "suffix": "\n\nNote.\n\n"}
    assert anchor(text, **around) == Anchor(State.AMBIGUOUS, 7, 18)
    assert anchor(text, **around, position=19) == Anchor(State.AMBIGUOUS, 27, 38)


# --- describing -------------------------------------------------------------------------------------


def test_describe_keeps_32_characters_around():
    text = "a" * 40 + "QUOTE" + "b" * 40
    assert describe(text, 40, 45) == Quotation("QUOTE", "a" * 32, "b" * 32)
    assert describe("xQUOTE", 1, 6) == Quotation("QUOTE", "x", "")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 12)])
def test_describe_refuses_what_is_no_stretch_of_the_text(start, end):
    with pytest.raises(ValueError, match="stretch"):
        describe("Trade grew.", start, end)
