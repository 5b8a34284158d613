"""What is wrong with a file of the bank, in words for its author."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel
from rapidfuzz import process
from rapidfuzz.distance import OSA

MESSAGES = {
    # the file
    "not_found": "there is no such file",
    "not_utf8": "the file is not UTF-8: byte {byte} cannot be read",
    "too_large": "the file has {size} bytes; {limit} are the most",
    "empty_file": "the file is empty",
    "syntax": "this is not YAML: {problem}",
    "too_deep": "entries are nested more than {limit} deep",
    "alias": "anchors and aliases (&name, *name) are not allowed; write it out",
    "tag": "tags ({tag}) are not allowed; every value is text",
    "directive": "directives (%YAML, %TAG) are not allowed",
    "second_document": "a second document (---) begins here; a file holds one",
    "duplicate_key": "the key “{key}” stands here for the second time; first in line {first}",
    "key_not_text": "a key must be one word, not a list or a mapping",
    "not_a_mapping": "a file is a mapping of keys (document:, facts: …)",
    "document_name": "“document: {value}” does not fit the name of the file, {stem}.yaml",
    # shapes
    "unknown_key": "unknown key “{key}”{hint}",
    "missing_key": "the key “{key}” is missing",
    "blank": "there is nothing here; write something or leave the key out",
    "want_text": "one text is expected here, not a list or a mapping",
    "want_list": "a list is expected here, as in [one, two]",
    "want_mapping": "keys and values are expected here",
    "too_long": "this is too long: at most {limit} characters",
    "not_one_of": "“{value}” is none of {expected}{hint}",
    "bad_pattern": "“{value}” is not of the right form ({pattern})",
    "bad_id": "“{value}” is no id: lower-case letters, digits and single hyphens (border-agreement)",
    "long_id": "the id “{value}” is longer than {limit} characters",
    "reserved_id": "“{value}” cannot be the id of a fact: it is part of other refs",
    "bad_ref": "“{value}” is no ref of a fact (crs-2023/border-agreement)",
    "not_true_false": "“{value}” is neither true nor false",
    "bad_date": "“{value}” is no date: 2001, 2001-07, 2001-07-16, 201X, 2001~, 2001/2012",
    "duplicate_id": "the id “{id}” is taken already in this list",
    "listed_twice": "“{value}” stands twice in this list",
    # facts
    "no_holder": "a {nature} needs a holder: who holds it, in the quotation’s own terms",
    "no_as_of": "a {nature} needs as_of: when it held",
    "no_evidence": "a fact that is ready needs evidence",
    "no_topic": "a fact needs a topic",
    "facts_outside_group": "only a question under groups: names facts; here it is the fact above",
    # groups
    "too_few_facts": "a group asks {least} facts or more, not {count}",
    "fact_not_in_group": "{ref} is not among the facts of the group",
    # kinds
    "too_few_options": "{least} options or more are needed, not {count}",
    "equal_options": "option {id} says the same as option {other}",
    "no_correct_option": "no option is correct; mark the right one with correct: true",
    "several_correct_options": "only one option may be correct, not {ids}",
    "no_wrong_option": "every option is correct; one must be wrong",
    "swap_but_true": "a swapped value makes a statement false, but the answer is true",
    "swap_not_in_prompt": "“{value}” does not stand in the prompt; swap is {{from: the document’s value, to: the prompt’s}}",
    "no_gap": "there is no gap; put the answer between [[ and ]]",
    "several_gaps": "there are {count} gaps; a cloze has one",
    "broken_gap": "[[ and ]] do not belong together",
    "empty_gap": "there is nothing between [[ and ]]",
    "only_gap": "there is nothing around the gap",
    "not_a_number": "“{value}” is not read as a number, a range (34–60) or a bound (more than 30)",
    "unit_twice": "“{value}” has a unit of its own, and unit: gives one too",
    "unit_accept_alone": "unit_accept: needs a unit:",
    "bad_unit": "“{value}” is not read as a unit",
    "bad_tolerance": "“{value}” is no tolerance: a number, 0 or more",
    "too_few_pairs": "{least} pairs or more are needed, not {count}",
    "one_right_side": "every pair has the same right side; there is nothing to choose",
    "equal_pairs": "pair {id} has the same left side as pair {other}",
    "extra_is_right": "extra {id} says the same as the right side of {other}",
    "too_few_steps": "{least} steps or more are needed, not {count}: two could only be swapped",
    "equal_steps": "step {id} says the same as step {other}",
    # across, vocabulary
    "too_few_claims": "{least} claims or more are needed, not {count}",
    "too_many_topics": "there are {count} topics; {limit} are the most",
    "name_taken": "“{name}” is a name of {other} already",
}

_PYDANTIC = {
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
    "string_too_short": "blank",
    "string_too_long": "too_long",
    "string_type": "want_text",
    "literal_error": "not_one_of",
    "union_tag_invalid": "not_one_of",
    "union_tag_not_found": "missing_key",
    "tuple_type": "want_list",
    "list_type": "want_list",
    "dict_type": "want_mapping",
    "model_type": "want_mapping",
    "model_attributes_type": "want_mapping",
    "string_pattern_mismatch": "bad_pattern",
}


@dataclass(frozen=True, slots=True)
class BankError:
    """One thing that is wrong: where (file, line from 1, ref of the entry or ""), what (code, params), and in words."""

    file: str
    line: int
    ref: str
    code: str
    message: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.ref + ': ' if self.ref else ''}{self.message}"


def bank_error(file: str, line: int, ref: str, code: str, /, **params: Any) -> BankError:
    """An error with its sentence."""
    return BankError(file, line, ref, code, render(code, params), params)


def render(code: str, params: Mapping[str, Any]) -> str:
    """The sentence of an error in English, for authors."""
    return MESSAGES[code].format(**params)


def hint(word: str, known: Collection[str]) -> str:
    """“; did you mean …?” where a known word is near."""
    near = process.extractOne(word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def translated(raised: Mapping[str, Any], known: Collection[str]) -> tuple[str, dict[str, Any]]:
    """Code and parameters of one error of pydantic's `errors()`. `known`: the keys that the model at its place has."""
    code = _PYDANTIC.get(raised["type"], raised["type"])
    context = dict(raised.get("ctx", {}))
    last = str(raised["loc"][-1]) if raised["loc"] else ""
    value = str(raised.get("input"))[:80]
    if raised["type"] == "union_tag_not_found":
        return code, {"key": "type"}
    if raised["type"] == "union_tag_invalid":
        expected = context["expected_tags"].replace("'", "")
        return code, {"value": context["tag"], "expected": expected, "hint": hint(context["tag"], expected.split(", "))}
    if code == "missing_key":
        return code, {"key": last}
    if code == "unknown_key":
        return code, {"key": last, "hint": hint(last, known)}
    if code == "not_one_of":
        expected = context["expected"].replace("'", "").replace(" or ", ", ")
        return code, {"value": value, "expected": expected, "hint": hint(value, expected.split(", "))}
    if code == "too_long":
        return code, {"limit": context["max_length"]}
    if code == "bad_pattern":
        return code, {"value": value, "pattern": context["pattern"]}
    return code, context


def keys_at(model: type[BaseModel], loc: Sequence[int | str]) -> set[str]:
    """The keys that the model has at a place of pydantic's (keys, indices and the types of questions)."""
    models = [model]
    for step in loc:
        if isinstance(step, int):
            continue
        inner = [kind for one in models for kind in _models(_annotation(one, step))]
        models = inner or [one for one in models if step in get_args(_annotation(one, "type"))] or models
    return {info.alias or name for one in models for name, info in one.model_fields.items()}


def _annotation(model: type[BaseModel], key: str) -> Any:
    """The type of a field by its key in a file; None where there is no such field."""
    for name, info in model.model_fields.items():
        if key == (info.alias or name):
            return info.annotation
    return None


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
