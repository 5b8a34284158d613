"""What may stand in the bank's files, and what a version stores of it."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from pydantic import BaseModel, ValidationError

from crlearn.bank import schema
from crlearn.bank.schema_errors import _PYDANTIC, MESSAGES
from tests.bank.entries import ACROSS, CHOICE, FACT, FILE, MATCHING, QUESTION_PATH, VOCABULARY, changed


def faults(model, data):
    with pytest.raises(ValidationError) as raised:
        model.model_validate(data)
    return {(error["type"], error["loc"]) for error in raised.value.errors()}


def test_whole_files_are_read():
    file = schema.DocumentFile.model_validate(FILE)
    assert file.facts[0].questions[0].options[0].correct is True
    assert file.groups[0].facts == ("crs-2023/treaty", "cfr-2024/treaty")
    assert schema.AcrossFile.model_validate(ACROSS).disagreements[0].kind == "contradiction"
    assert schema.VocabularyFile.model_validate(VOCABULARY).entities[0].aliases == ("PRC",)


def test_what_need_not_be_said_has_its_default():
    question = schema.DocumentFile.model_validate(FILE).facts[0].questions[0]
    assert (question.asks, question.origin, question.status, question.ignore) == ("main", "written", "ready", {})


FACT_PATH = ("facts", 0)
QUESTION_LOC = ("facts", 0, "questions", 0, "single_choice")


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        # the file
        (("document",), None, ("missing", ("document",))),
        (("document",), "CRS 2023", ("bad_id", ("document",))),
        (("document_sha256",), "5c5c", ("string_pattern_mismatch", ("document_sha256",))),
        (("note",), "x", ("extra_forbidden", ("note",))),
        (("facts",), "x", ("tuple_type", ("facts",))),
        (("disagreements",), [], ("extra_forbidden", ("disagreements",))),
        (("facts",), [FACT, FACT], ("duplicate_id", ("facts", 1, "id"))),
        (("groups",), [MATCHING, MATCHING], ("duplicate_id", ("groups", 1, "id"))),
        # a fact
        ((*FACT_PATH, "id"), "Treaty_1", ("bad_id", (*FACT_PATH, "id"))),
        ((*FACT_PATH, "id"), "-treaty", ("bad_id", (*FACT_PATH, "id"))),
        ((*FACT_PATH, "id"), "x" * 61, ("long_id", (*FACT_PATH, "id"))),
        ((*FACT_PATH, "id"), "groups", ("reserved_id", (*FACT_PATH, "id"))),
        ((*FACT_PATH, "statement"), " ", ("string_too_short", (*FACT_PATH, "statement"))),
        ((*FACT_PATH, "statement"), ["a"], ("string_type", (*FACT_PATH, "statement"))),
        ((*FACT_PATH, "nature"), "opinion", ("literal_error", (*FACT_PATH, "nature"))),
        ((*FACT_PATH, "nature"), "judgement", ("no_holder", (*FACT_PATH, "nature"))),
        ((*FACT_PATH, "nature"), "figure", ("no_as_of", (*FACT_PATH, "nature"))),
        ((*FACT_PATH, "nature"), "state", ("no_as_of", (*FACT_PATH, "nature"))),
        ((*FACT_PATH, "when"), "last year", ("bad_date", (*FACT_PATH, "when"))),
        ((*FACT_PATH, "holder"), "x" * 201, ("string_too_long", (*FACT_PATH, "holder"))),
        ((*FACT_PATH, "topics"), [], ("no_topic", (*FACT_PATH, "topics"))),
        ((*FACT_PATH, "topics"), ["a", "a"], ("listed_twice", (*FACT_PATH, "topics", 1))),
        ((*FACT_PATH, "about"), ["a", "b", "a"], ("listed_twice", (*FACT_PATH, "about", 2))),
        ((*FACT_PATH, "evidence"), [], ("no_evidence", FACT_PATH)),
        ((*FACT_PATH, "evidence", 0, "quote"), " \n", ("blank", (*FACT_PATH, "evidence", 0, "quote"))),
        ((*FACT_PATH, "distinct_from"), ["treaty"], ("bad_ref", (*FACT_PATH, "distinct_from", 0, "ref"))),
        ((*FACT_PATH, "formerly"), ["crs-2023/a/b"], ("bad_ref", (*FACT_PATH, "formerly", 0))),
        ((*FACT_PATH, "status"), "done", ("literal_error", (*FACT_PATH, "status"))),
        ((*FACT_PATH, "questions"), [CHOICE, CHOICE], ("duplicate_id", (*FACT_PATH, "questions", 1, "id"))),
        # a question
        ((*QUESTION_PATH, "type"), None, ("union_tag_not_found", QUESTION_PATH)),
        ((*QUESTION_PATH, "type"), "essay", ("union_tag_invalid", QUESTION_PATH)),
        ((*QUESTION_PATH, "answer"), "Border", ("extra_forbidden", (*QUESTION_LOC, "answer"))),
        ((*QUESTION_PATH, "asks"), "The Year", ("bad_id", (*QUESTION_LOC, "asks"))),
        ((*QUESTION_PATH, "asks"), "a" * 41, ("too_long", (*QUESTION_LOC, "asks"))),
        ((*QUESTION_PATH, "ignore"), {"M6": ""}, ("string_too_short", (*QUESTION_LOC, "ignore", "M6"))),
        (
            (*QUESTION_PATH, "ignore"),
            {"rule": "x"},
            ("string_pattern_mismatch", (*QUESTION_LOC, "ignore", "rule", "[key]")),
        ),
        ((*QUESTION_PATH, "facts"), ["crs-2023/a"], ("facts_outside_group", (*QUESTION_LOC, "facts"))),
        # a group
        (("groups", 0, "facts"), None, ("too_few_facts", ("groups", 0, "facts"))),
        (("groups", 0, "facts"), ["crs-2023/treaty"] * 2, ("too_few_facts", ("groups", 0, "facts"))),
        (
            ("groups", 0, "pairs", 0, "fact"),
            "crs-2023/other",
            ("fact_not_in_group", ("groups", 0, "pairs", 0, "fact")),
        ),
    ],
)
def test_faults_in_a_document_file(path, value, fault):
    assert fault in faults(schema.DocumentFile, changed(FILE, path, value))


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("facts", 0, "evidence", 0, "source"), None, ("missing", ("facts", 0, "evidence", 0, "source"))),
        (("document",), "across", ("extra_forbidden", ("document",))),
        (("disagreements", 0, "kind"), "quarrel", ("literal_error", ("disagreements", 0, "kind"))),
        (("disagreements", 0, "claims"), [], ("too_few_claims", ("disagreements", 0, "claims"))),
        (
            ("disagreements", 0, "claims", 1, "fact"),
            "crs-2023/a",
            ("listed_twice", ("disagreements", 0, "claims", 1, "fact")),
        ),
    ],
)
def test_faults_in_the_file_across_documents(path, value, fault):
    assert fault in faults(schema.AcrossFile, changed(ACROSS, path, value))


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("entities", 1, "aliases"), ["prc"], ("name_taken", ("entities", 1, "aliases", 0))),
        (("entities", 1, "name"), "CHINA", ("name_taken", ("entities", 1, "name"))),
        (("entities", 1, "id"), "china", ("duplicate_id", ("entities", 1, "id"))),
        (("entities", 1, "kind"), "country", ("literal_error", ("entities", 1, "kind"))),
        (("topics",), [{"id": f"t{n}", "name": f"T{n}"} for n in range(16)], ("too_many_topics", ("topics",))),
        (("glossary", 0, "term"), None, ("missing", ("glossary", 0, "term"))),
    ],
)
def test_faults_in_the_vocabulary(path, value, fault):
    assert fault in faults(schema.VocabularyFile, changed(VOCABULARY, path, value))


@pytest.mark.parametrize("status", ["draft", "review", "retired"])
def test_only_a_fact_that_is_ready_needs_evidence(status):
    fact = schema.Fact.model_validate(FACT | {"status": status, "evidence": []})
    assert fact.evidence == ()


def test_a_look_alike_may_come_with_its_reason():
    given = ["cfr-2024/a", {"ref": "cfr-2024/b", "because": "It speaks of 2005."}]
    fact = schema.Fact.model_validate(FACT | {"distinct_from": given})
    assert [(one.ref, one.because) for one in fact.distinct_from] == [
        ("cfr-2024/a", None),
        ("cfr-2024/b", "It speaks of 2005."),
    ]


def test_a_quotation_is_kept_to_the_letter():
    quote = "  two\u00a0sides’ “no limits”\n"
    assert schema.Evidence.model_validate({"quote": quote}).quote == quote


# The reference


def models(model, seen=None):
    """A model and all that it is made of."""
    seen = seen if seen is not None else set()
    if model in seen:
        return seen
    seen.add(model)
    for field in model.model_fields.values():
        parts = [field.annotation]
        while parts:
            part = parts.pop()
            if isinstance(part, type) and issubclass(part, BaseModel):
                models(part, seen)
            parts += getattr(part, "__args__", ())
    return seen


def test_every_key_of_the_format_says_what_it_means():
    found = {one for file in (schema.DocumentFile, schema.AcrossFile, schema.VocabularyFile) for one in models(file)}
    assert len(found) > 20
    silent = [
        f"{model.__name__}.{name}"
        for model in found
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert silent == []
    assert [model.__name__ for model in found if not model.__doc__] == []


PLACES = {"error": 0, "add": 1, "note": 1, "bank_error": 3}  # where a call has its code


def raised():
    """(code, names of its parameters) of every error that the sources raise."""
    sources = Path(schema.__file__).parent
    for path in [*sources.glob("kinds/*.py"), *sources.glob("schema*.py"), *sources.glob("yamlfile*.py")]:
        for call in ast.walk(ast.parse(path.read_text())):
            name = call.func.attr if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else ""
            name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else name
            place = PLACES.get(name, 99)
            if name and len(call.args) > place and isinstance(call.args[place], ast.Constant):
                yield call.args[place].value, {keyword.arg for keyword in call.keywords}


def test_every_error_has_its_sentence():
    found = list(raised())
    assert len(found) > 40
    assert set(_PYDANTIC.values()) <= set(MESSAGES)
    for code, params in found:
        needed = {name for _, name, _, _ in Formatter().parse(MESSAGES[code]) if name}
        assert needed <= params | {"hint"}, code
