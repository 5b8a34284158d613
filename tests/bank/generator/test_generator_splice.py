"""Generated questions in a file: they come and go, every other byte stays."""

import re

import pytest

from crlearn.bank.generator import SpliceError
from tests.bank.generator.small import SENTENCES, completed, fact, file_of, made, text
from tests.bank.generator.test_generator_forms import choice

TREATY, EXPERTS, MISSILES, TRADE, VETO, PIPELINE = SENTENCES["alpha"]
WRITTEN = choice("Since when?", "2014", "2001", "2005", ident="since")


def without_generated(source):
    """A file without the lines of its generated questions."""
    kept, block = [], []
    for line in [*source.split("\n"), None]:
        if line is None or not line.startswith("    ") or block[:1] == [None]:
            kept += [] if any("origin: generated" in one for one in block) else block
            block = [] if line is None else [line]
        else:
            block.append(line)
    return "\n".join(kept)


def test_every_other_byte_stays():
    source = file_of(
        "alpha", fact("one", EXPERTS, questions=WRITTEN), fact("two", VETO, questions=WRITTEN.replace("2014", "2022"))
    )
    source = source.replace("- id: two", "# A word on the second fact: keep it.\n\n- id: two") + "# the end\n"
    after = text(completed(alpha=source))
    assert after.count("origin: generated") >= 2
    assert without_generated(after) == source


def test_the_second_run_changes_nothing():
    first = completed(
        alpha=file_of("alpha", fact("one", EXPERTS, questions=WRITTEN), fact("two", VETO), fact("three", PIPELINE))
    )
    again = completed(alpha=text(first))
    assert again.raws == first.raws


def test_the_same_facts_give_the_same_bytes():
    source = file_of("alpha", fact("one", EXPERTS, questions=WRITTEN), fact("two", VETO))
    assert completed(alpha=source).raws == completed(alpha=source).raws


def test_a_fact_without_questions_gets_the_key():
    after = text(completed(alpha=file_of("alpha", fact("one", VETO))))
    assert re.search(
        r"  questions:\n  - id: g-cloze-[0-9a-f]{8}\n    asks: place\n    type: cloze\n    origin: generated\n", after
    )


def test_what_is_stale_goes_and_what_is_new_comes():
    first = text(completed(alpha=file_of("alpha", fact("one", VETO))))
    stale = first.replace("g-cloze-", "g-cloze-0").replace("Klopstokia]]", "Klopstokia]]")
    assert text(completed(alpha=stale)) == first


def test_a_wording_that_changed_by_hand_is_made_anew_unless_it_is_marked_edited():
    first = text(completed(alpha=file_of("alpha", fact("one", VETO))))
    touched = first.replace("fill in the place in the words of", "complete the words of")
    assert text(completed(alpha=touched)) == first
    edited = touched.replace("origin: generated", "origin: edited")
    assert text(completed(alpha=edited)) == edited


@pytest.mark.parametrize(
    "line", ["    status: review\n", "    status: retired\n", "    ignore: {G4: The name is known.}\n"]
)
def test_what_a_person_set_on_a_generated_question_is_kept(line):
    first = text(completed(alpha=file_of("alpha", fact("one", VETO))))
    place = first.index("    entity: klopstokia\n") + len("    entity: klopstokia\n")
    touched = first[:place] + line + first[place:]
    assert text(completed(alpha=touched)) == touched


def test_what_a_person_retired_stays_though_it_is_made_no_more():
    retired = (
        "  - id: g-cloze-0ld\n    asks: place\n    type: cloze\n    origin: generated\n    prompt: Once.\n"
        "    text: They vetoed a draft on [[Klopstokia]] in that year.\n    status: retired\n"
    )
    after = text(completed(alpha=file_of("alpha", fact("one", VETO, questions=retired))))
    assert retired in after
    assert text(completed(alpha=after)) == after


def test_a_list_in_one_line_is_not_torn_apart():
    source = (
        file_of("alpha", fact("one", VETO)).rstrip("\n")
        + "\n  questions: [{id: a, type: short_answer, prompt: Who?, answer: Nobody}]\n"
    )
    with pytest.raises(SpliceError, match=r"questions/alpha.yaml:\d+: questions are written in one line"):
        completed(alpha=source)


def test_an_empty_list_is_filled():
    source = file_of("alpha", fact("one", VETO)).rstrip("\n") + "\n  questions: []\n"
    assert "  questions:\n  - id: g-cloze-" in text(completed(alpha=source))


def test_vocabulary_is_returned_as_it_is():
    result = completed(
        alpha=file_of("alpha", fact("one", VETO)),
        vocabulary="# mine\n" + __import__("tests.bank.generator.small", fromlist=["x"]).VOCABULARY,
    )
    assert result.raws["questions/vocabulary.yaml"].startswith(b"# mine\n")


def test_groups_come_at_the_end_of_their_list():
    from tests.bank.generator.test_generator_forms import events

    group = (
        "groups:\n\n- id: both\n  facts: [alpha/veto, alpha/trade]\n  type: matching\n  prompt: Match.\n  pairs:\n"
        "  - {id: a, left: One, right: x, fact: alpha/veto}\n  - {id: b, left: Two, right: y, fact: alpha/trade}\n"
    )
    after = text(completed(alpha=file_of("alpha", events(), rest=group + "# the end\n")))
    assert re.search(r"fact: alpha/trade\}\n\n- id: g-(?:match|order)-[0-9a-f]{8}\n  facts: \[", after)
    assert after.endswith("# the end\n")
    assert text(completed(alpha=after)) == after
    assert made(completed(alpha=after))
