"""Whatever the text and whatever happens to it, anchoring keeps what it promises, and in time."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crlearn.sources.anchoring import Anchor, State, anchor, describe

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

ANY_TEXT = st.one_of(
    st.text(min_size=1, max_size=200),
    st.text(st.sampled_from("ab -'.1,“\n\u00ad\u0301é\ufb01"), min_size=1, max_size=200),
    st.sampled_from(SEEDS).map(lambda path: path.read_text(encoding="utf-8")),
)


def found_again(text, quotation, position=None):
    return anchor(text, exact=quotation.exact, prefix=quotation.prefix, suffix=quotation.suffix, position=position)


@given(ANY_TEXT, st.data())
@settings(deadline=None, max_examples=120)
def test_any_slice_is_found_at_its_place(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 400)))
    assert found_again(text, describe(text, start, end), start) == Anchor(State.EXACT, start, end)


@given(ANY_TEXT, st.data())
@settings(deadline=None, max_examples=120)
def test_what_is_found_reads_as_asked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + data.draw(st.text(max_size=5)) + text[at + data.draw(st.integers(0, 5)) :]
    quotation = describe(text, start, end)
    found = found_again(changed, quotation, data.draw(st.none() | st.just(start)))
    assert (found.start is None) == (found.state == State.ORPHAN)
    assert found.state != State.EXACT or changed[found.start : found.end] == quotation.exact
    if found.state == State.REFORMATTED:
        assert changed[found.start : found.end] != quotation.exact
        assert re.findall(r"\d", changed[found.start : found.end]) == re.findall(r"\d", quotation.exact)


WORDS = st.lists(st.text(st.sampled_from("abcdefghij"), min_size=3, max_size=9), min_size=60, max_size=90, unique=True)


def reformat(data, text):
    """The text in another form: other blanks, quotation marks, hyphens at line ends, soft hyphens."""
    draw = data.draw(st.randoms(use_true_random=False))
    out = []
    for at, char in enumerate(text):
        if char == " ":
            out.append(draw.choice([" ", "  ", "\n", " \n", "\u00a0"]))
        elif char in "“”":
            out.append(draw.choice(['"', char, "«»"[char == "”"]]))
        else:
            inside = text[at - 1 : at].isalpha() and char.isalpha()
            out.append(draw.choice(["", "", "", "-\n", "\u00ad", "\u200b"]) * inside + char)
    return "".join(out)


@given(WORDS, st.data())
@settings(deadline=None)
def test_a_reformatted_text_keeps_its_quotations(parts, data):
    cut = sorted(data.draw(st.lists(st.integers(8, len(parts) - 8), min_size=2, max_size=2, unique=True)))
    quoted = data.draw(st.booleans())
    before, inside, after = (" ".join(part) for part in (parts[: cut[0]], parts[slice(*cut)], parts[cut[1] :]))
    before, after = f"{before} ", f" {after}"
    if quoted:
        inside = f"“{inside}”"
    quotation = describe(before + inside + after, len(before), len(before) + len(inside))
    left, now, right = reformat(data, before), reformat(data, inside), reformat(data, after)
    found = found_again(left + now + right, quotation, len(before))
    assert found.state == (State.EXACT if now == inside else State.REFORMATTED)
    assert (found.start, found.end) == (len(left), len(left) + len(now))


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem[:3] for path in SEEDS])
@given(data=st.data())
@settings(deadline=None, max_examples=60, derandomize=True)  # a judgement, not a law: the same slices every time
def test_a_quotation_deleted_from_a_document_is_an_orphan(path, data):
    text = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text) - 30))
    end = data.draw(st.integers(start + 6, min(len(text), start + 300)))
    quotation = describe(text, start, end)
    without = text[:start] + text[end:]
    frame = re.sub(r"\W", "", quotation.prefix + quotation.exact + quotation.suffix)
    assume(re.search(r"\w{3}", quotation.exact))
    assume(frame not in re.sub(r"\W", "", without))  # a caption that stands twice, deleted once
    assert found_again(without, quotation, start).state == State.ORPHAN


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem[:3] for path in SEEDS])
def test_every_sentence_of_the_documents_survives_rewrapping(path):
    text = path.read_text(encoding="utf-8")
    wrapped = re.sub(r" (?=\S)", lambda match: "\n" if match.start() % 3 else " ", text)
    for match in re.finditer(r"[A-Z][^.!?\n]*\n[^.!?\n]{20,200}[.!?]", text):
        found = found_again(wrapped, describe(text, *match.span()), match.start())
        assert found.state in (State.EXACT, State.REFORMATTED)
        assert (found.start, found.end) == match.span()


ENDLESS = {
    "one letter": ("a" * 100_000, "aaaa"),
    "half the text": ("a" * 100_000, "a" * 50_000),
    "one word": ("ab " * 33_333, "ab ab"),
    "line ends": ("\n" * 100_000, "\n"),
    "marks": ("e\u0301" * 50_000, "e\u0301"),
    "hyphens": ("a-b " * 25_000, "a b"),
    "nothing but marks": ("\"'-" * 33_000, '"a'),
}


@pytest.mark.parametrize(("text", "exact"), ENDLESS.values(), ids=ENDLESS)
def test_a_text_that_repeats_itself_takes_no_minutes(text, exact):
    start = time.perf_counter()
    anchor(text, exact=exact, prefix="x" * 32, suffix=text[:32], position=len(text) // 2)
    assert time.perf_counter() - start < 3  # a tenth of a second as a rule; minutes if it went through all pairs
