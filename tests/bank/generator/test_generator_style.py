"""Generated questions are written as the files are, and read back as what they were."""

from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank import yamlfile
from crlearn.bank.generator.style import content, entry, scalar

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=40
)
SPECIAL = st.sampled_from(
    [
        "- a",
        "a: b",
        "a #b",
        "#a",
        "true",
        "null",
        "~",
        "2014",
        "“quoted”",
        '"a"',
        "it's",
        "{a}",
        "[[gap]]",
        "a, b",
        "a:",
        "*a",
        "?",
        "|",
        "%",
        "@x",
        "a\\b",
        " a ",
        "–",
        "!x",
        "---",
        "=",
    ]
)


def read(lines):
    """The question that some lines hold, below a key."""
    tree = yamlfile.load(("questions:\n" + "\n".join(lines) + "\n").encode(), "questions/x.yaml")
    assert tree.errors == []
    return tree.root.plain()["questions"][0]


@given(st.one_of(TEXTS, SPECIAL), st.one_of(TEXTS, SPECIAL))
def test_what_is_written_is_what_is_read(one, other):
    said = {
        "prompt": one,
        "accept": [one, other],
        "swap": {"from": one, "to": other},
        "options": [{"id": "a", "text": other}],
    }
    assert read(entry("g-x", said, 2)) == {"id": "g-x", **said}


def test_plain_texts_stay_plain():
    assert scalar("The “priority” of 2014–2020, at $3.1 billion") == "The “priority” of 2014–2020, at $3.1 billion"
    assert scalar("one, two", flow=True) == '"one, two"'


def test_a_mark_is_plain_and_an_answer_is_quoted_as_in_the_files():
    lines = entry(
        "x", {"keep_order": True, "answer": "false", "options": [{"id": "a", "text": "So", "correct": True}]}, 2
    )
    assert lines == [
        "  - id: x",
        "    keep_order: true",
        '    answer: "false"',
        "    options:",
        "    - {id: a, text: So, correct: true}",
    ]


def test_keys_come_in_the_order_of_a_file():
    made = {"asks": "main", "type": "cloze", "prompt": "Fill:", "text": "A [[b]] c."}
    assert list(content(made, {})) == ["type", "origin", "prompt", "text"]
    kept = {"status": "review", "ignore": {"G4": "So."}}
    assert list(content({**made, "asks": "year"}, kept)) == [
        "asks",
        "type",
        "origin",
        "prompt",
        "text",
        "ignore",
        "status",
    ]
