"""Flaws of where keys stand and of what gives them away: B1–B3. Banks of many questions are made here, seeded, so that they are the same each time."""

import random
from itertools import pairwise

from tests.bank.lint.planted import Table

NOUNS = [
    "anchor",
    "basket",
    "candle",
    "desert",
    "engine",
    "forest",
    "garden",
    "hammer",
    "island",
    "jacket",
    "kettle",
    "ladder",
    "market",
    "needle",
    "orchid",
    "pencil",
    "quarry",
    "ribbon",
    "saddle",
    "tunnel",
    "valley",
    "window",
    "yellow",
    "zipper",
    "bridge",
    "carpet",
    "dragon",
    "falcon",
    "guitar",
    "helmet",
    "jungle",
    "kitten",
    "lagoon",
    "mirror",
    "napkin",
    "oyster",
    "parrot",
    "rocket",
    "shovel",
    "tablet",
    "turtle",
    "violin",
    "walnut",
    "barrel",
    "cherry",
    "donkey",
    "feather",
    "granite",
    "hamster",
    "icicle",
]
LETTERS = "abcde"


def choice(rng, options, right=0, **more):
    """A question whose options come in any order; `right`: the place of the key in `options`."""
    marked = [{"text": text} | ({"correct": "true"} if place == right else {}) for place, text in enumerate(options)]
    if not more.get("keep_order"):
        rng.shuffle(marked)
    prompt = more.pop(
        "prompt",
        f"Which of the old things in {rng.choice(NOUNS)} town was found in the year of the {rng.choice(NOUNS)}?",
    )
    return {"type": "single_choice", "prompt": prompt, "options": marked, **more}


def phrases(rng, count=4):
    """Options of two words, alike in nothing but their lengths, which vary by chance."""
    words = rng.sample(NOUNS, 2 * count)
    return [f"{one} {other}{'s' * rng.randrange(5)}" for one, other in list(pairwise(words))[::2]]


def bank(name, make, count=60, seed=1):
    """A bank of `count` questions, each made by make(rng, number)."""
    rng = random.Random(seed)
    return {"name": name, "questions": [make(rng, number) for number in range(count)]}


def plain(rng, number):
    """A question without any cue."""
    return choice(rng, phrases(rng))


def often(cued, share):
    """Some questions with a cue among others without."""
    return lambda rng, number: (cued if rng.random() < share else plain)(rng, number)


def longest(rng, number):
    key, *wrong = phrases(rng)
    return choice(rng, [f"{key} of the greatest value", *wrong])


def shortest(rng, number):
    key, *wrong = phrases(rng)
    return choice(rng, [key.split()[0], *wrong])


def clang(rng, number):
    options = phrases(rng)
    return choice(rng, options, prompt=f"Which thing was found with the old {options[0].split()[0]} in that town?")


def convergence(rng, number):
    one, two, *rest = rng.sample(NOUNS, 8)
    return choice(rng, [f"{one} {two}", f"{one} {rest[0]}", f"{rest[1]} {two}", f"{rest[2]} {rest[3]}"])


def twin(rng, number):
    one, two, *rest = rng.sample(NOUNS, 8)
    return choice(rng, [f"red {one} and {two}", f"red {one} or {two}", f"{rest[0]} {rest[1]}", f"{rest[2]} {rest[3]}"])


def hedged(rng, number):
    key, *wrong = phrases(rng)
    return choice(rng, [f"perhaps {key}", *(f"plainly {text}" for text in wrong)])


def measured(rng, number):
    key, *wrong = phrases(rng)
    return choice(rng, [key, *(f"always {text}" for text in wrong)])


def middle(rng, number):
    low = rng.randrange(10, 900)
    return choice(rng, [str(low), str(low + 7), str(low + 19)], right=1, keep_order=True)


def placed(place, count=4):
    """Questions served in a fixed order with the key always at one place."""
    return lambda rng, number: choice(rng, phrases(rng, count), right=place, keep_order=True)


def scattered(count=4):
    """Questions served in a fixed order with the key at every place in turn."""
    return lambda rng, number: choice(rng, phrases(rng, count), right=number % count, keep_order=True)


def some_cue(rng, number):
    return (longest, hedged, convergence, clang)[number % 4](rng, number)


CUED = {
    "longest": longest,
    "shortest": shortest,
    "clang": clang,
    "convergence": convergence,
    "half of a pair": twin,
    "hedged": hedged,
    "no absolutes": measured,
    "middle number": middle,
    "always second": placed(1),
    "always first": placed(0),
    "some cue or other": some_cue,
}

B1 = Table(
    flaws=[
        *(
            bank(f"of {count}, always place {place + 1}", placed(place, count))
            for count in (3, 4, 5)
            for place in range(count)
        ),
        bank("mostly second", lambda rng, number: (placed(1) if number % 3 else scattered())(rng, number)),
        bank("never last", lambda rng, number: choice(rng, phrases(rng), right=number % 3, keep_order=True), count=80),
        bank("the middle of three", middle, count=40),
    ],
    legal=[
        bank("shuffled", plain),
        bank("shuffled, the key first in the file", longest),
        bank("fixed orders, every place in turn", scattered()),
        bank("five options, every place in turn", scattered(5)),
        bank("too few to tell", placed(1), count=10),
        bank(
            "no choice",
            lambda rng, number: {"type": "short_answer", "prompt": f"Which {NOUNS[number]}?", "answer": "one"},
            count=40,
        ),
    ],
)


def wrong_longest(rng):
    """The longest option is wrong."""
    key, other, *wrong = phrases(rng)
    return choice(rng, [key, f"{other} of the greatest value", *wrong])


FAIR = [
    bank("no cue", plain),
    bank("no cue, other options", plain, seed=2),
    bank("three options", lambda rng, number: choice(rng, phrases(rng, 3))),
    bank("any option is the longest", lambda rng, number: longest(rng, 0) if number % 4 == 0 else wrong_longest(rng)),
    bank("fixed orders, every place in turn", scattered()),
    bank("too few to tell", longest, count=2),
]


B2 = Table(
    flaws=[
        *(bank(name, make) for name, make in CUED.items()),
        bank("the longest in two of three", often(longest, 0.67), count=90),
        bank("hedged in half of them", often(hedged, 0.5)),
        bank("few, but all by length", longest, count=12),
    ],
    legal=FAIR,
)
B3 = Table(
    flaws=[
        *(bank(name, make) for name, make in CUED.items()),
        bank("the longest in four of five", often(longest, 0.8), count=90),
        bank("forty by length", longest, count=40),
    ],
    legal=[*FAIR, bank("all by length, but fewer than forty", longest, count=39)],
)


TABLES = {"B1": B1, "B2": B2, "B3": B3}
