"""What a version stores of an entry, and what makes a new one."""

import json

import pytest

from crlearn.bank import schema
from crlearn.bank.kinds import KINDS
from tests.bank.entries import CHOICE, FACT, FILE, QUESTION_PATH, QUOTE, changed


def question(**changes):
    file = schema.DocumentFile.model_validate(changed(FILE, QUESTION_PATH, CHOICE | changes))
    return file.facts[0].questions[0]


def test_a_version_of_a_question_is_what_its_kind_reads():
    content = schema.question_content(question())
    assert content == {
        "explanation": None,
        "keep_order": False,
        "options": [
            {"correct": True, "id": "a", "text": "Friendship", "why": None},
            {"correct": False, "id": "b", "text": "Border", "why": None},
        ],
        "prompt": "Which treaty?",
    }
    assert list(content) == sorted(content)
    assert KINDS["single_choice"].load(json.loads(json.dumps(content))).options[0].correct


@pytest.mark.parametrize(
    "change",
    [{"status": "draft"}, {"asks": "name"}, {"ignore": {"M6": "it must"}}, {"origin": "edited"}, {"id": "what"}],
)
def test_what_is_not_asked_makes_no_new_version(change):
    assert schema.question_content(question(**change)) == schema.question_content(question())
    assert schema.entry_content(question(**change)) != schema.entry_content(question())


@pytest.mark.parametrize(
    "change", [{"prompt": "Which pact?"}, {"explanation": "Signed in 2001."}, {"keep_order": "true"}]
)
def test_what_is_asked_makes_one(change):
    first, second = schema.question_content(question()), schema.question_content(question(**change))
    assert schema.content_hash(first) != schema.content_hash(second)


@pytest.mark.parametrize("change", [{"keep_order": "false"}, {"prompt": " Which treaty? "}])
def test_saying_a_default_changes_nothing(change):
    assert schema.content_hash(schema.question_content(question(**change))) == schema.content_hash(
        schema.question_content(question())
    )


def test_a_true_false_keeps_its_swap_under_the_names_of_the_file():
    entry = schema.DocumentFile.model_validate(
        changed(
            FILE,
            QUESTION_PATH,
            {
                "id": "q",
                "type": "true_false",
                "prompt": "In 1991.",
                "answer": "false",
                "swap": {"from": "2001", "to": "1991"},
            },
        )
    )
    content = schema.question_content(entry.facts[0].questions[0])
    assert content["swap"] == {"from": "2001", "to": "1991"}
    assert KINDS["true_false"].load(content).swap.was == "2001"


def test_a_version_of_a_fact_is_what_it_says():
    content = schema.fact_content(schema.Fact.model_validate(FACT))
    assert content == {
        "about": ["china", "russia"],
        "as_of": None,
        "evidence": [{"prefix": None, "quote": QUOTE["quote"], "source": None, "suffix": None}],
        "holder": None,
        "importance": "core",
        "nature": "event",
        "slip": None,
        "statement": FACT["statement"],
        "topics": ["history"],
        "when": "2001-07-16",
    }


def test_the_order_of_what_has_none_makes_no_new_version():
    one = schema.fact_content(schema.Fact.model_validate(FACT))
    other = schema.fact_content(schema.Fact.model_validate(FACT | {"about": ["china", "russia"]}))
    assert schema.content_hash(one) == schema.content_hash(other)


def test_the_hash_is_for_ever():
    """It is stored with every version; another one would load the whole bank anew."""
    assert schema.content_hash({"b": ["é", True, None], "a": "“x”"}) == (
        "8519287ea6119a7692d2c5c3c14334c09ad715adfc204e3be7613f09e0f43039"
    )
