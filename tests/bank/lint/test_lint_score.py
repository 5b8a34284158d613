"""The score card: what it counts, that it is the same each time, and that JSON takes it."""

import json

from crlearn.bank.lint import lint_context
from crlearn.bank.lint.score import score
from tests.bank.lint.planted import TEXT, context_of
from tests.bank.lint.planted_cues import bank, longest

LONG = "The ships of both navies went on by way of the straits " * 5
GAP = {
    "type": "cloze",
    "prompt": "Complete what was reported.",
    "text": "a joint PRC and Russian flotilla conducted a [[maritime]] patrol",
}
CASE = {
    "text": f"{TEXT}\n\n{LONG}\n\n# A heading",
    "facts": [
        {"questions": [{}, {**GAP, "origin": "generated"}]},
        {
            "quote": "a joint PRC and Russian flotilla",
            "nature": "state",
            "as_of": 2023,
            "importance": "detail",
            "question": {"prompt": "Where?"},
        },
    ],
}


def card_of(case):
    return score(lint_context(context_of(case)))


def test_facts_and_questions_are_counted_by_each_of_their_sorts():
    held = card_of(CASE).held
    assert (held.facts, held.questions) == (2, 3)
    assert held.questions_by_type == {"short_answer": 2, "cloze": 1}
    assert held.questions_by_document == {"crs-2023": 3}
    assert held.questions_by_origin == {"written": 2, "generated": 1}
    assert held.facts_by_importance == {"core": 1, "detail": 1}
    assert held.questions_by_importance == {"core": 2, "detail": 1}
    assert held.facts_by_nature == {"event": 1, "state": 1}
    assert held.facts_by_topic == {"exercises": 2}


def test_paragraphs_are_listed_with_their_facts_and_questions():
    document = next(one for one in card_of(CASE).documents if one.document == "crs-2023")
    assert [(piece.start, piece.facts, piece.questions) for piece in document.pieces] == [
        (0, 2, 3),
        (len(TEXT) + 2, 0, 0),
    ]
    assert document.pieces[1].words == len(LONG.split())
    assert document.covered == 0
    assert document.share == 1


def test_the_lint_score_is_the_share_of_questions_in_order():
    card = card_of(CASE)
    assert card.blocking
    assert card.by_rule["M16"] == 1  # “Where?” alone says too little
    assert card.sound == round(2 / 3, 4)
    assert card.silenced == {}


def test_a_silenced_finding_is_counted_apart():
    one = {
        "prompt": "Name the US state near which a joint flotilla patrolled in August 2023.",
        "ignore": {"M16": "an order"},
    }
    card = card_of({"question": {"type": "short_answer", "answer": "Alaska", **one}})
    assert card.silenced == {"M16": 1}
    assert "M16" not in card.by_rule


def test_cues_are_shown_with_what_chance_would_find():
    row = next(row for row in card_of(bank("longest", longest)).solvers if (row.solver, row.group) == ("longest", ""))
    assert (row.n, row.hits) == (60, 60)
    assert row.expected == 15
    assert 15 < row.bound < 30
    assert not row.inside


def test_an_empty_bank_has_a_card():
    card = card_of({"questions": [{"status": "draft"}]})
    assert card.held.questions == 0
    assert card.sound == card.recall == card.precision == 1


def test_the_card_is_plain_data_and_the_same_each_time():
    first, second = (json.dumps(card_of(CASE).as_dict(), sort_keys=True) for _ in range(2))
    assert first == second
    assert json.loads(first)["held"]["facts"] == 2
