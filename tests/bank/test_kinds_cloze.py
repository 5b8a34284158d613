"""A sentence with one gap."""

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS

KIND = KINDS["cloze"]


def test_the_sentence_is_shown_without_the_words_of_its_gap():
    content = KIND.load({"text": "The pipeline, [[Power of Siberia]], opened in 2019."})
    assert KIND.show(content, {}) == {"prompt": "", "before": "The pipeline, ", "after": ", opened in 2019."}


def test_the_gap_may_begin_or_end_the_sentence():
    assert KIND.show(KIND.load({"text": "[[Xi]] met Putin"}), {})["before"] == ""
    assert KIND.show(KIND.load({"text": "Xi met [[Putin]]"}), {})["after"] == ""


@pytest.mark.parametrize(
    ("given", "score"),
    [("power of siberia", 1), ("Power of Siberia pipeline", 1), ("Power of Sibera", 1), ("Power of Siberia 2", 0)],
)
def test_the_words_of_the_gap_are_compared_as_a_short_answer(given, score):
    content = KIND.load({"text": "It is [[ Power of Siberia ]].", "accept": ["Power of Siberia pipeline"]})
    assert KIND.check(content, {"text": given}).score == score


def test_the_reveal_fills_the_gap():
    revealed = KIND.reveal(KIND.load({"text": "Xi met [[Putin]] often.", "prompt": "In 2019:"}), {}, {"text": "Trump"})
    assert (revealed["before"], revealed["key"], revealed["after"]) == ("Xi met ", "Putin", " often.")
    assert (revealed["prompt"], revealed["given"]) == ("In 2019:", "Trump")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Xi met Putin.", "no_gap"),
        ("[[Xi]] met [[Putin]].", "several_gaps"),
        ("Xi met [[Putin.", "broken_gap"),
        ("Xi met Putin]].", "broken_gap"),
        ("Xi ]]met[[ Putin.", "broken_gap"),
        ("Xi met [[ ]].", "empty_gap"),
        ("[[Xi met Putin]]", "only_gap"),
        (" [[Xi met Putin]] ", "only_gap"),
    ],
)
def test_faults_of_the_author(text, code):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"text": text})
    assert [error["type"] for error in raised.value.errors()] == [code]
