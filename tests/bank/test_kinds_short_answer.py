"""A question answered in a few words. How words are compared is tested with bank.values."""

import pytest
from pydantic import ValidationError

from crlearn.bank.kinds import KINDS, BadAnswer

KIND = KINDS["short_answer"]
NAMES = {
    "sco": ["Shanghai Cooperation Organization", "SCO"],
    "brics": ["BRICS"],
    "austria": ["Austria"],
    "australia": ["Australia"],
    "iran": ["Iran", "Islamic Republic of Iran"],
    "iraq": ["Iraq"],
    "su-35": ["Su-35", "Su-35 fighter"],
    "su-30": ["Su-30"],
    "gazprom": ["Gazprom"],
    "gazprom-neft": ["Gazproms"],
}


def check(given, answer, entity=None, accept=(), names=NAMES):
    content = KIND.load({"prompt": "Which one is it?", "answer": answer, "entity": entity, "accept": list(accept)})
    verdict = KIND.check(content, {"text": given}, names)
    return verdict.score, verdict.code


def test_each_name_of_the_entity_is_right():
    assert check("the SCO", "Shanghai Cooperation Organization", "sco") == (1, "right_variant")
    assert check("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", "sco") == (1, "right")
    assert check("Shanghai Coperation Organization", "SCO", "sco") == (1, "typo")


def test_without_the_entity_its_other_names_are_wrong_but_no_other_thing():
    assert check("SCO", "Shanghai Cooperation Organization") == (0, "wrong")
    assert check("BRICS", "Shanghai Cooperation Organization") == (0, "other_entity")


@pytest.mark.parametrize(
    ("given", "answer", "entity"),
    [
        ("Australia", "Austria", "austria"),
        ("Iraq", "Iran", "iran"),
        ("Su-30", "Su-35", "su-35"),
        ("BRICS", "SCO", "sco"),
        ("Gazproms", "Gazprom", "gazprom"),  # one letter from it, and a name of its own
    ],
)
def test_the_name_of_something_else_is_no_slip(given, answer, entity):
    assert check(given, answer, entity) == (0, "other_entity")


def test_a_name_that_is_accepted_here_is_no_other_name():
    assert check("BRICS", "the SCO", "sco", accept=["BRICS"]) == (1, "right_variant")


def test_a_slip_as_near_to_another_name_is_not_let_pass():
    names = {"one": ["Lavrenov"], "two": ["Lavrenko"]}
    assert check("Lavreno", "Lavrenov", "one", names=names) == (0, "wrong")
    assert check("Lavreno", "Lavrenov", "one", names={"one": ["Lavrenov"]}) == (1, "typo")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"answer": ["   "]}, "nothing_written"),
        ({"answer": ["\u0000\u0007"]}, "nothing_written"),
        ({"answer": ["x" * 201]}, "too_long"),
    ],
)
def test_what_is_no_answer_is_refused(form, code):
    content = KIND.load({"prompt": "Which?", "answer": "SCO"})
    with pytest.raises(BadAnswer) as raised:
        KIND.parse(content, {}, form)
    assert raised.value.code == code


def test_an_answer_is_stored_on_one_line_and_without_what_a_database_refuses():
    content = KIND.load({"prompt": "Which?", "answer": "SCO"})
    assert KIND.parse(content, {}, {"answer": [" the\n S\x00C\ud800O\u200b "]}) == {"text": "the SCO\u200b"}


def test_the_reveal_gives_the_key_and_what_was_written():
    content = KIND.load({"prompt": "Which?", "answer": "SCO", "accept": ["Shanghai group"]})
    revealed = KIND.reveal(content, {}, {"text": "sko"})
    assert (revealed["key"], revealed["accept"], revealed["given"]) == ("SCO", ["Shanghai group"], "sko")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": " "}, "string_too_short"),
        ({"accept": "SCO"}, "tuple_type"),
        ({"entity": "S C O"}, "bad_id"),
        ({"accept": [""]}, "string_too_short"),
    ],
)
def test_faults_of_the_author(change, code):
    with pytest.raises(ValidationError) as raised:
        KIND.load({"prompt": "Which?", "answer": "SCO"} | change)
    assert [error["type"] for error in raised.value.errors()] == [code]
