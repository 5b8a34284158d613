"""What holds for every kind of question: nothing leaks before the answer, no form is trusted, every part is there."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer, Verdict

ROOT = Path(__file__).parents[2]

# Ids and keys are words that stand nowhere else, so that they can be looked for in what a page gets.
EXAMPLES = {
    "single_choice": {
        "prompt": "Which river?",
        "explanation": "zexplained",
        "options": [
            {"id": "zid-1", "text": "Amur", "correct": True},
            {"id": "zid-2", "text": "Volga", "why": "zwhy"},
            {"id": "zid-3", "text": "Ob"},
        ],
    },
    "multiple_choice": {
        "prompt": "Which rivers?",
        "options": [
            {"id": "zid-1", "text": "Amur", "correct": True},
            {"id": "zid-2", "text": "Volga"},
            {"id": "zid-3", "text": "Ussuri", "correct": True, "why": "zwhy"},
        ],
    },
    "true_false": {
        "prompt": "The Amur is in Africa.",
        "answer": False,
        "why": "zwhy",
        "swap": {"from": "zfrom", "to": "Africa"},
    },
    "cloze": {"text": "The river is the [[zkey]].", "accept": ["zaccept"], "entity": "zid-1"},
    "short_answer": {"prompt": "Which river?", "answer": "zkey", "accept": ["zaccept"], "entity": "zid-1"},
    "numeric": {"prompt": "How long?", "answer": "2824", "unit": "kilometres", "unit_accept": ["zaccept"]},
    "matching": {
        "prompt": "Which is where?",
        "pairs": [
            {"id": "zid-1", "left": "Amur", "right": "Asia", "fact": "zdoc/amur"},
            {"id": "zid-2", "left": "Rhine", "right": "Europe", "fact": "zdoc/rhine"},
            {"id": "zid-3", "left": "Rhone", "right": "Europe"},
            {"id": "zid-4", "left": "Nile", "right": "Africa"},
        ],
        "extra": [{"id": "zid-5", "right": "America"}],
    },
    "ordering": {
        "prompt": "By length.",
        "steps": [
            {"id": "zid-1", "text": "Rhine", "fact": "zdoc/rhine"},
            {"id": "zid-2", "text": "Amur"},
            {"id": "zid-3", "text": "Nile"},
        ],
    },
}
RIGHT = {
    "single_choice": {"option": "zid-1"},
    "multiple_choice": {"options": ["zid-1", "zid-3"]},
    "true_false": {"value": False},
    "cloze": {"text": "zkey"},
    "short_answer": {"text": "zkey"},
    "numeric": {"text": "2824"},
    "matching": {"pairs": {"zid-1": "zid-1", "zid-2": "zid-2", "zid-3": "zid-2", "zid-4": "zid-4"}},
    "ordering": {"order": ["zid-1", "zid-2", "zid-3"]},
}
every_kind = pytest.mark.parametrize("kind", [pytest.param(kind, id=name) for name, kind in KINDS.items()])


def example(kind):
    return kind.load(EXAMPLES[kind.name])


def test_there_are_the_eight_kinds():
    assert sorted(KINDS) == sorted(EXAMPLES)


@every_kind
def test_a_kind_has_its_module_templates_and_tests(kind):
    assert (ROOT / f"crlearn/bank/kinds/{kind.name}.py").exists()
    assert (ROOT / "templates" / kind.template).exists()
    assert (ROOT / f"tests/bank/test_kinds_{kind.name}.py").exists()


@every_kind
@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_holds_neither_key_nor_ids(kind, seed):
    content = example(kind)
    order = kind.arrange(content, random.Random(seed))
    shown = json.dumps(kind.show(content, order))
    for secret in ("zid", "zkey", "zaccept", "zwhy", "zfrom", "zdoc", "zexplained", "2824"):
        assert secret not in shown
    for word in ("correct", "fact", "key", "why", "accept", "swap", "entity", "explanation", "chosen"):
        assert f'"{word}"' not in shown


@every_kind
def test_what_is_shown_depends_on_the_stored_order_alone(kind):
    """Two files that differ in nothing but the key give the same page."""
    twin = json.loads(json.dumps(EXAMPLES[kind.name]).replace("zkey", "zother").replace("2824", "31"))
    if kind.name in ("single_choice", "multiple_choice"):
        for option in twin["options"]:
            option["correct"] = option["id"] == "zid-2"
    elif kind.name == "true_false":
        twin = {"prompt": twin["prompt"], "answer": True}
    elif kind.name == "matching":
        twin["pairs"][0]["right"], twin["pairs"][3]["right"] = "Africa", "Asia"
    elif kind.name == "ordering":
        twin["steps"].reverse()
    content, other = example(kind), kind.load(twin)
    order = kind.arrange(content, random.Random(1))
    if kind.name == "matching":  # the ids of two right sides were exchanged with their texts
        exchanged = {"zid-1": "zid-4", "zid-4": "zid-1"}
        twin_order = {**order, "right": [exchanged.get(one, one) for one in order["right"]]}
    else:
        twin_order = order
    assert kind.show(content, order) == kind.show(other, twin_order)
    assert kind.reveal(content, order, None) != kind.reveal(other, twin_order, None)


@every_kind
def test_the_same_seed_draws_the_same_order(kind):
    content = example(kind)
    assert kind.arrange(content, random.Random(7)) == kind.arrange(content, random.Random(7))


@every_kind
def test_the_key_is_worth_everything_and_its_reveal_says_so(kind):
    content = example(kind)
    order = kind.arrange(content, random.Random(3))
    verdict = kind.check(content, RIGHT[kind.name])
    assert (verdict.score, verdict.code) == (1, "right")
    revealed = kind.reveal(content, order, RIGHT[kind.name])
    assert revealed["key"]
    json.dumps(revealed)


@every_kind
def test_reveal_says_what_is_right_also_without_an_answer(kind):
    content = example(kind)
    order = kind.arrange(content, random.Random(3))
    for nothing in (None, {}):
        assert kind.reveal(content, order, nothing)["key"] == kind.reveal(content, order, RIGHT[kind.name])["key"]


@every_kind
def test_an_empty_form_is_no_answer(kind):
    content = example(kind)
    order = kind.arrange(content, random.Random(3))
    for form in ({}, {"answer": []}, {"answer": ["", "  "]}, {"answer-1": [""]}):
        with pytest.raises(BadAnswer) as raised:
            kind.parse(content, order, form)
        assert raised.value.code in ("nothing_chosen", "nothing_written")


WILD = st.one_of(
    st.sampled_from(
        ["0", "1", "2", "3", "9", "-1", "1.0", "²", "٣", "01", "zid-1", "true", "\x00", "\ud800", "9" * 400]
    ),
    st.text(),
)
FORMS = st.dictionaries(
    st.sampled_from(["answer", "answer-0", "answer-1", "answer-2", "answer-3", "answer-4", "answer-5", "other"]),
    st.lists(WILD, max_size=6),
)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
@given(form=FORMS, seed=st.integers(0, 50))
def test_no_form_breaks_a_kind(name, form, seed):
    """Whatever a browser sends is an answer that can be judged, stored and shown, or a BadAnswer."""
    kind = KINDS[name]
    content = example(kind)
    order = kind.arrange(content, random.Random(seed))
    try:
        answer = kind.parse(content, order, form)
    except BadAnswer:
        return
    stored = json.loads(json.dumps(answer, ensure_ascii=False).encode())
    assert "\x00" not in json.dumps(answer, ensure_ascii=False)
    verdict = kind.check(content, stored, {"zid-1": ["zalias"]})
    assert 0 <= verdict.score <= 1
    json.dumps(verdict.params)
    kind.reveal(content, order, stored)


@every_kind
def test_stored_content_comes_back_as_it_was(kind):
    content = example(kind)
    stored = json.loads(content.model_dump_json(by_alias=True))
    assert kind.load(stored) == content


@every_kind
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"colour": "red"}, "extra_forbidden"),
        ({"explanation": "  "}, "string_too_short"),
        ({"prompt": "   "}, "string_too_short"),
        ({"prompt": ["a"]}, "string_type"),
    ],
)
def test_bad_content_is_refused(kind, change, code):
    with pytest.raises(ValidationError) as raised:
        kind.load(EXAMPLES[kind.name] | change)
    assert [error["type"] for error in raised.value.errors()] == [code]


@pytest.mark.parametrize("scores", [{"score": -0.1}, {"score": 1.1}, {"score": 1, "per_fact": {"a/b": 2.0}}])
def test_a_score_outside_its_range_is_a_fault_of_ours(scores):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Verdict(code="right", **scores)


def test_recall_and_recognition_part_the_kinds():
    assert {name for name, kind in KINDS.items() if kind.recall} == {"cloze", "short_answer", "numeric"}
    assert all(kind.recall != kind.recognition for kind in KINDS.values())
