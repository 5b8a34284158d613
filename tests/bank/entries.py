"""Small whole files of the bank, as the schema takes them, and a way to spoil them."""

import copy

SHA = "5c" * 32
QUOTE = {"quote": "The two sides signed a treaty."}
CHOICE = {
    "id": "which",
    "type": "single_choice",
    "prompt": "Which treaty?",
    "options": [{"id": "a", "text": "Friendship", "correct": "true"}, {"id": "b", "text": "Border"}],
}
FACT = {
    "id": "treaty",
    "statement": "The two sides signed a treaty.",
    "nature": "event",
    "when": "2001-07-16",
    "importance": "core",
    "topics": ["history"],
    "about": ["russia", "china"],
    "evidence": [QUOTE],
    "questions": [CHOICE],
}
MATCHING = {
    "id": "views",
    "type": "matching",
    "prompt": "Who says it?",
    "facts": ["crs-2023/treaty", "cfr-2024/treaty"],
    "pairs": [
        {"id": "a", "left": "Yes", "right": "CRS", "fact": "crs-2023/treaty"},
        {"id": "b", "left": "No", "right": "CFR", "fact": "cfr-2024/treaty"},
    ],
}
FILE = {"document": "crs-2023", "document_sha256": SHA, "facts": [FACT], "groups": [MATCHING]}
ACROSS = {
    "facts": [FACT | {"evidence": [QUOTE | {"source": "crs-2023"}]}],
    "disagreements": [
        {
            "id": "one",
            "topic": "history",
            "kind": "contradiction",
            "claims": [{"fact": "crs-2023/a", "says": "Yes."}, {"fact": "cfr-2024/a", "says": "No."}],
        }
    ],
}
VOCABULARY = {
    "topics": [{"id": "history", "name": "History"}],
    "entities": [
        {"id": "china", "kind": "place", "name": "China", "aliases": ["PRC"]},
        {"id": "taiwan", "kind": "place", "name": "Taiwan", "line": "An island."},
    ],
    "glossary": [{"id": "in", "term": "IF", "expansion": "In Focus", "line": "A short report."}],
}

QUESTION_PATH = ("facts", 0, "questions", 0)


def changed(data, path, value):
    """A copy of the data with another value at a path; None takes the key away."""
    data = copy.deepcopy(data)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return data
