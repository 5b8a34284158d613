"""The readers who know only a cue: what each picks, what chance would, and how the shuffler is held to account."""

import random
from collections import Counter

import pytest

from crlearn.bank.kinds import KINDS
from crlearn.bank.lint import solvers
from crlearn.bank.lint.option_values import WORDS, Value
from crlearn.bank.lint.whole import DRAWS, even, key_places

A, B, C, D = range(4)


def item(*options, prompt="Which one?", keys=(A,), values=None, kind="single_choice", served=None):
    order = tuple(range(len(options)))
    values = values or (WORDS,) * len(options)
    return solvers.Item(
        "x/y/z", kind, "x", prompt, options, frozenset(keys), values, served or (order,) * solvers.LEARNERS
    )


@pytest.mark.parametrize(
    ("solver", "options", "picks"),
    [
        ("longest", ("a pact", "a formal pact", "oil"), {B}),
        ("longest", ("a pact", "a pact too", "a pact now"), {B, C}),
        ("longest", ("pact", "arms", "coal"), set()),
        ("shortest", ("a pact", "a formal pact", "oil"), {C}),
        ("shortest", ("pact", "arms", "coal"), set()),
        ("convergence", ("joint naval drill", "naval visit", "joint study", "oil price"), {A}),
        ("convergence", ("pact", "arms", "coal"), set()),
        ("twin", ("red anchor and rope", "red anchor or rope", "oil", "coal"), {A, B}),
        ("twin", ("oil", "arms", "a treaty on borders"), set()),
        ("hedged", ("It may be so", "It is so", "It was so"), {A}),
        ("hedged", ("Since May 2022", "Since June 2022", "Since July 2022"), set()),
        ("hedged", ("Some experts", "Chinese officials", "Russian officials"), {A}),
        ("measured", ("They agree", "They always agree", "They never agree"), {A}),
        ("measured", ("They agree", "They differ", "They wait"), set()),
    ],
)
def test_what_a_cue_picks(solver, options, picks):
    assert solvers.SOLVERS[solver](item(*options)) == picks


def test_clang_picks_what_repeats_the_prompt():
    assert solvers.clang(item("naval drills", "oil", "coal", prompt="Which naval exercise was it?")) == {A}
    assert solvers.clang(item("arms", "oil", "coal", prompt="Which naval exercise was it?")) == frozenset()


def number(value):
    return Value("number", value, value)


def test_the_middle_is_by_value_and_not_by_place():
    assert solvers.middle(item("9", "1", "5", values=(number(9), number(1), number(5)))) == {C}
    four = (number(9), number(1), number(5), number(3))
    assert solvers.middle(item("9", "1", "5", "3", values=four)) == {C, D}
    assert solvers.middle(item("9", "1", "none", values=(number(9), number(1), WORDS))) == frozenset()


def test_position_learns_from_the_other_questions_and_never_from_its_own_key():
    alone = item("a", "b", "c", keys=(B,))
    assert solvers.position([alone])[0] == [frozenset()]
    assert solvers.position([alone, alone])[0] == [{B}, {B}]
    turned = item("a", "b", "c", keys=(A,), served=((2, 1, 0),) * solvers.LEARNERS)
    assert solvers.position([alone, alone, turned])[0][2] == {B}


def test_the_majority_shares_the_vote_of_who_picks_several():
    asked = item("a", "b", "c")
    assert solvers.majority(asked, [frozenset({A}), frozenset({B, C}), frozenset({B, C})]) == frozenset()
    assert solvers.majority(asked, [frozenset({A}), frozenset({B, C}), frozenset()]) == {A}


@pytest.mark.parametrize(
    ("count", "keys", "picks", "probability"),
    [(4, 1, 1, 1 / 4), (4, 1, 2, 1 / 2), (5, 2, 1, 2 / 5), (5, 2, 2, 7 / 10), (3, 2, 2, 1)],
)
def test_what_chance_finds(count, keys, picks, probability):
    asked = item(*"abcde"[:count], keys=range(keys))
    assert solvers.chance(asked, frozenset(range(picks))) == pytest.approx(probability)


def rows(items):
    return {(row.solver, row.group): row for row in solvers.table(items)}


def test_a_row_counts_only_questions_that_show_the_cue():
    shown = [item("a pact of all", "arms", "coal", "iron") for _ in range(8)]
    bare = [item("pact", "arms", "coal", "iron") for _ in range(8)]
    row = rows(shown + bare)["longest", ""]
    assert (row.n, row.hits, row.expected) == (8, 8, 2.0)
    assert not row.inside
    assert row.examples == ("x/y/z",)


def test_groups_need_forty_questions_and_get_a_stricter_bound():
    found = rows([item("a pact of all", "arms", "coal", "iron") for _ in range(39)])
    assert {group for _, group in found} == {""}
    found = rows([item("a pact of all", "arms", "coal", "iron") for _ in range(40)])
    assert {group for _, group in found} == {"", "single_choice", "x", "single_choice in x"}
    assert found["longest", "x"].bound > found["longest", ""].bound


CHOICE = KINDS["single_choice"].Content.model_validate(
    {"prompt": "Which one?", "options": [{"id": one, "text": one, "correct": one == "a"} for one in "abcd"]}
)


def spread(arrange, count=4, questions=20):
    """How often each place gets the key of some questions."""
    places = Counter(place for number in range(questions) for place in key_places(CHOICE, str(number), DRAWS, arrange))
    return [places[place] for place in range(count)]


def test_the_shuffler_of_the_quizzes_is_even():
    assert even(spread(KINDS["single_choice"].arrange))


def as_given(model, rng):
    return {"options": list("abcd")}


def turned(model, rng):
    return {"options": list("dcba")}


def sorted_by_chance(model, rng):
    return {"options": sorted("abcd", key=lambda one: (rng.random() < 0.5, one))}


def swapped_once(model, rng):
    ids = list("abcd")
    one, other = rng.sample(range(4), 2)
    ids[one], ids[other] = ids[other], ids[one]
    return {"options": ids}


def cut(model, rng):
    at = rng.randrange(3)
    return {"options": list("abcd"[at:] + "abcd"[:at])}


def never_last(model, rng):
    ids = rng.sample("bcd", 3)
    ids.insert(rng.randrange(3), "a")
    return {"options": ids}


def mostly_first(model, rng):
    return {"options": ["a", *rng.sample("bcd", 3)] if rng.random() < 0.4 else rng.sample("abcd", 4)}


def shy(model, rng):
    ids = rng.sample("abcd", 4)
    return {"options": rng.sample("abcd", 4) if ids[0] == "a" else ids}


def one_seed(model, rng):
    return {"options": random.Random(7).sample("abcd", 4)}


@pytest.mark.parametrize(
    "arrange", [as_given, turned, sorted_by_chance, swapped_once, cut, never_last, mostly_first, shy, one_seed]
)
def test_a_biased_shuffler_is_found(arrange):
    assert not even(spread(arrange))


def test_few_keys_say_nothing():
    assert even([0, 4, 0, 0])
    assert not even([0, 40, 0, 0])
