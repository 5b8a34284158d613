"""Every fault of a file is named with its line and the ref of the entry; nothing that a file holds can do harm."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from crlearn.bank.schema import AcrossFile, DocumentFile, VocabularyFile
from crlearn.bank.yamlfile import load, parse, place, ref

HEAD = f"""\
document: crs-2023
document_sha256: {"5c" * 32}
facts:
"""
GOOD = (
    HEAD
    + """\
- id: treaty
  statement: The two sides signed a treaty.
  nature: event
  when: 2001
  importance: core
  topics: [history]
  evidence:
  - quote: >-
      The two sides
      signed a treaty.
  questions:
  - id: signed
    type: true_false
    prompt: They signed it.
    answer: true
  - id: which
    type: single_choice
    prompt: What was signed?
    options:
    - {id: a, text: A treaty, correct: true}
    - {id: b, text: "No", why: There was one.}
groups:
- id: two
  type: short_answer
  facts: [crs-2023/treaty, cfr-2024/treaty]
  prompt: What was it?
  answer: no
"""
)


def lines(errors):
    return [(error.line, error.ref, error.code) for error in errors]


def faults(text, name="questions/crs-2023.yaml"):
    model, errors = parse(text.encode() if isinstance(text, str) else text, name)
    assert model is None
    assert {error.file for error in errors} == {name}
    assert all(str(error).startswith(f"{name}:{error.line}: ") and error.message for error in errors)
    return lines(errors)


def edited(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_good_file_is_read_and_every_scalar_is_text():
    model, errors = parse(GOOD.encode(), "crs-2023.yaml")
    assert errors == []
    assert isinstance(model, DocumentFile)
    assert model.facts[0].when == "2001"
    assert model.facts[0].evidence[0].quote == "The two sides signed a treaty."
    assert model.facts[0].questions[1].options[1].text == "No"
    assert model.groups[0].answer == "no"


def test_the_name_decides_what_a_file_is():
    vocabulary = b"topics:\n- {id: history, name: History}\n"
    assert isinstance(parse(vocabulary, "vocabulary.yaml")[0], VocabularyFile)
    assert isinstance(parse(b"disagreements: []\n", "across.yaml")[0], AcrossFile)
    assert (1, "", "unknown_key") in faults(vocabulary)


BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # YAML that is not let in
        ("", [(1, "", "empty_file")]),
        ("# nothing but a remark\n", [(1, "", "empty_file")]),
        ("just text\n", [(1, "", "not_a_mapping")]),
        ("- a\n- b\n", [(1, "", "not_a_mapping")]),
        (edited("topics: [history]", "topics: [history, history"), [(10, "crs-2023/treaty", "syntax")]),
        (edited("  prompt: What was it?", "\tprompt: What was it?"), [(29, "crs-2023/groups/two", "syntax")]),
        (edited("prompt: They signed it.", "prompt: They: signed it."), [(17, "crs-2023/treaty/signed", "syntax")]),
        (GOOD + "...\n---\nmore: x\n", [(32, "", "second_document")]),
        ("%YAML 1.1\n---\n" + GOOD, [(1, "", "directive")]),
        (edited("answer: no", "answer: !!python/object:os.system no"), [(30, "crs-2023/groups/two", "tag")]),
        (edited("answer: no", "answer: !!str no"), [(30, "crs-2023/groups/two", "tag")]),
        (edited("answer: no", "answer: ! no"), [(30, "crs-2023/groups/two", "tag")]),
        (edited("topics: [history]", "topics: !!set [history]"), [(9, "crs-2023/treaty", "tag")]),
        (edited("answer: no", "answer: &n no"), [(30, "crs-2023/groups/two", "alias")]),
        (edited("answer: no", "answer: *n"), [(30, "crs-2023/groups/two", "alias")]),
        (edited("answer: no", "<<: {answer: no}"), [(26, "crs-2023/groups/two", "missing_key"), (30, "crs-2023/groups/two", "unknown_key")]),
        (edited("answer: no", "answer: no\n  answer: yes"), [(31, "crs-2023/groups/two", "duplicate_key")]),
        (GOOD + "facts: []\n", [(31, "", "duplicate_key")]),
        (edited("answer: no", "? [a, b]\n  : no"), [(26, "crs-2023/groups/two", "missing_key"), (30, "crs-2023/groups/two", "key_not_text")]),
        (HEAD + "- " * 30 + "x\n", [(4, "", "too_deep")]),
        (HEAD + "- " + "[" * 100_000 + "\n", [(4, "", "too_deep")]),
        (HEAD + "- " + "{a: " * 100_000 + "\n", [(4, "", "too_deep")]),
        # bytes
        (GOOD.encode().replace(b"treaty.\n  nature", b"tr\xe9aty.\n  nature"), [(5, "", "not_utf8")]),
        (GOOD.encode("utf-16"), [(1, "", "not_utf8")]),
        (GOOD.encode().replace(b"They signed", b"They\x00 signed"), [(17, "", "syntax")]),
        (GOOD.encode().replace(b"They signed", b"They\x07 signed"), [(17, "", "syntax")]),
        (b"a: " + b"x" * 5_000_000, [(1, "", "too_large")]),
        # what the schema refuses, at its line
        (edited("document: crs-2023", "document: crs-2024"), [(1, "", "document_name")]),
        (edited("document: crs-2023\n", ""), [(1, "", "missing_key")]),
        (edited("  nature: event\n", ""), [(4, "crs-2023/treaty", "missing_key")]),
        (edited("nature: event", "nature: evnet"), [(6, "crs-2023/treaty", "not_one_of")]),
        (edited("nature: event", "nature: figure"), [(6, "crs-2023/treaty", "no_as_of")]),
        (edited("when: 2001", "when: July"), [(7, "crs-2023/treaty", "bad_date")]),
        (edited("when: 2001", "wehn: 2001"), [(7, "crs-2023/treaty", "unknown_key")]),
        (edited("statement: The two sides signed a treaty.", "statement:"), [(5, "crs-2023/treaty", "blank")]),
        (edited("statement: The two sides signed a treaty.", "statement: [a]"), [(5, "crs-2023/treaty", "want_text")]),
        (edited("topics: [history]", "topics: history"), [(9, "crs-2023/treaty", "want_list")]),
        (edited("  - id: which", "  - id: signed"), [(19, "crs-2023/treaty/signed", "duplicate_id")]),
        (edited("type: single_choice", "type: singel_choice"), [(19, "crs-2023/treaty/which", "not_one_of")]),
        (edited("    type: single_choice\n", ""), [(19, "crs-2023/treaty/which", "missing_key")]),
        (edited(", correct: true}", "}"), [(22, "crs-2023/treaty/which", "no_correct_option")]),
        (edited("why: There was one.", "wyh: There was one."), [(24, "crs-2023/treaty/which", "unknown_key")]),
        (edited('text: "No"', "text: a TREATY"), [(24, "crs-2023/treaty/which", "equal_options")]),
        (edited("answer: true", "answer: yes"), [(18, "crs-2023/treaty/signed", "not_true_false")]),
        (edited("[crs-2023/treaty, cfr-2024/treaty]", "[crs-2023/treaty, treaty]"), [(28, "crs-2023/groups/two", "bad_ref")]),
        (edited("- id: two", "- id: [two]"), [(26, "", "want_text")]),
        (edited("groups:", "groups:\n- just text"), [(26, "", "want_mapping")]),
    ],
)  # fmt: skip
def test_each_fault_has_its_line_and_ref(text, expected):
    assert faults(text) == expected


def test_an_alias_bomb_is_refused_without_going_off():
    found = faults(BOMB)
    assert [line for line, _, code in found if code == "alias"][:3] == [1, 2, 2]


def test_a_deep_or_large_file_costs_no_time():
    started = time.perf_counter()
    for text in ("[" * 1_000_000, "- " * 1_000_000, "{a: " * 500_000, "&a " * 500_000, "x: " + '"' * 4_000_000):
        faults(text)
    assert time.perf_counter() - started < 5


def test_all_faults_of_a_file_are_told_by_line():
    text = (
        GOOD.replace("nature: event", "nature: evnet")
        .replace("answer: true", "answer: &x maybe\n    answer: true")
        .replace(", correct: true}", "}")
        .replace("- id: two", "- id: Two")
    )
    assert faults(text) == [
        (6, "crs-2023/treaty", "not_one_of"),
        (18, "crs-2023/treaty/signed", "alias"),
        (19, "crs-2023/treaty/signed", "duplicate_key"),
        (23, "crs-2023/treaty/which", "no_correct_option"),
        (27, "crs-2023/groups/Two", "bad_id"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("wehn: 2001", "", "unknown key “wehn”; did you mean “when”?"),
        ("colour: red", "", "unknown key “colour”"),
        (
            "nature: judgment",
            "nature: event",
            "“judgment” is none of event, figure, state, judgement, forecast, definition; did you mean “judgement”?",
        ),
        ("status: reday", "", "“reday” is none of draft, review, ready, retired; did you mean “ready”?"),
    ],
)
def test_a_fault_says_what_was_meant(old, new, message):
    text = edited(new, old) if new else edited("  when: 2001\n", f"  when: 2001\n  {old}\n")
    _, errors = parse(text.encode(), "crs-2023.yaml")
    assert [error.message for error in errors] == [message]


@pytest.mark.parametrize(
    ("key", "meant"), [("promt", "prompt"), ("option", "options"), ("explanaton", "explanation"), ("ask", "asks")]
)
def test_a_key_is_looked_for_among_those_of_its_own_kind(key, meant):
    text = edited("    prompt: What was signed?\n", f"    prompt: What was signed?\n    {key}: x\n")
    _, errors = parse(text.encode(), "crs-2023.yaml")
    assert [error.message for error in errors] == [f"unknown key “{key}”; did you mean “{meant}”?"]


def test_faults_across_documents_and_in_the_vocabulary_have_refs():
    across = "facts:\n- {id: a, statement: x, nature: event, importance: core, topics: [t], evidence: [{quote: x}]}\ndisagreements:\n- id: d\n  kind: update\n  claims:\n  - {fact: a/b, says: x}\n"
    assert faults(across, "across.yaml") == [
        (2, "across/a", "missing_key"),
        (6, "across/disagreements/d", "too_few_claims"),
    ]
    vocabulary = (
        "topics:\n- {id: t, name: ''}\nentities:\n- {id: e, kind: place, name: E}\n- {id: f, kind: plaice, name: F}\n"
    )
    assert faults(vocabulary, "vocabulary.yaml") == [
        (2, "vocabulary/topics/t", "blank"),
        (5, "vocabulary/entities/f", "not_one_of"),
    ]


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path):
    path = tmp_path / "crs-2023.yaml"
    model, errors = parse(path)
    assert (model, [(error.file, error.code) for error in errors]) == (None, [(str(path), "not_found")])
    path.write_text(GOOD)
    assert parse(path)[1] == []


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    model, errors = parse(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "crs-2023.yaml")
    assert errors == []
    assert model.facts[0].evidence[0].quote == "The two sides signed a treaty."
    assert faults(b"\xef\xbb\xbf" + edited("when: 2001", "when: July").replace("\n", "\r\n").encode()) == [
        (7, "crs-2023/treaty", "bad_date")
    ]


# Lines


def test_every_value_knows_its_lines():
    tree = load(GOOD.encode(), "crs-2023.yaml")
    fact = tree.root.child("facts").child(0)
    assert (fact.line, fact.last) == (4, 24)
    quote = fact.child("evidence").child(0).child("quote")
    assert (quote.value, quote.line, quote.last) == ("The two sides signed a treaty.", 11, 13)
    assert fact.keys["questions"] == 14
    assert place(tree, ("facts", 0, "questions", 1, "single_choice", "options", 1, "text")) == 24
    assert place(tree, ("facts", 0, "nothing", "here")) == 4
    assert ref(tree, ("facts", 0, "questions", 1, "options", 1)) == "crs-2023/treaty/which"
    assert ref(tree, ("groups", 0, "facts", 1)) == "crs-2023/groups/two"
    assert ref(tree, ("document",)) == ""


def test_a_list_in_brackets_ends_with_its_bracket():
    tree = load(b"a: [x,\n  y\n  ]\nb:\n- z\n\n# a remark\nc: |\n  one\n  two\n\nd: {}\n", "x.yaml")
    spans = {key: (node.line, node.last) for key, node in tree.root.value.items()}
    assert spans == {"a": (1, 3), "b": (5, 5), "c": (8, 10), "d": (12, 12)}


KEYS = st.text("abcdefgh", min_size=1, max_size=4)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
TREES = st.dictionaries(KEYS, st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=10), min_size=1, max_size=4)  # fmt: skip


@given(TREES, st.booleans())
def test_what_yaml_writes_is_read_back(tree, flow):
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    found = load(text.encode(), "x.yaml")
    assert found.errors == []
    assert found.root.plain() == yaml.load(text, yaml.BaseLoader)
    assert 1 <= found.root.line <= found.root.last <= text.count("\n") + 1


@given(st.binary(max_size=200) | st.text("ab:-[]{}&*!%#|>'\"\n \t?,", max_size=80).map(str.encode))
@example(b"? a\n")
@example(b"a: |\n")
@example(b"- ? [a]: b\n")
def test_no_bytes_break_the_reader(source):
    model, errors = parse(source, "crs-2023.yaml")
    assert model is None
    assert errors
    assert all(1 <= error.line <= source.count(b"\n") + 1 + source.count(b"\r") for error in errors)


# The bank's own files


@pytest.mark.parametrize("path", sorted(Path(__file__).parents[2].glob("questions/*.yaml")), ids=lambda path: path.stem)
def test_the_bank_holds_good_files(path):
    assert [str(error) for error in parse(path)[1]] == []
