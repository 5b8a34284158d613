"""What is shown after one question must not answer another that is still to come."""

import pytest

from crlearn.quizzes import spoilers

COMMON = "China-Russia Relations CRS 2023 Congressional Research Service"
VETO = (
    "short_answer",
    {"prompt": "Since which year has neither country vetoed a resolution without the other?", "answer": "2004"},
)
BORDER = (
    "cloze",
    {
        "text": "In the 2000s they formally resolved their [[border dispute]].",
        "accept": ["the dispute over the border"],
    },
)
TRADE = (
    "numeric",
    {
        "prompt": "How much trade between the neighbours was recorded for 2023?",
        "answer": "240",
        "unit": "billion US dollars",
    },
)
FORUM = (
    "single_choice",
    {
        "prompt": "Through which organisation do they maintain regional security?",
        "options": [
            {"id": "a", "text": "NATO"},
            {"id": "b", "text": "Shanghai Cooperation Organization", "correct": True},
        ],
    },
)
SUPPLIER = ("short_answer", {"prompt": "From which country was most military equipment bought?", "answer": "Russia"})
STATEMENT = ("true_false", {"prompt": "They signed a treaty of friendship in 2001.", "answer": "true"})


def asked(question):
    return spoilers.asked(*question, COMMON)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("Neither has vetoed a resolution without the other since 2004.", VETO, True),
        ("Neither has vetoed a resolution since two thousand and four.", VETO, True),
        ("Neither has vetoed a resolution without the other since 2014.", VETO, False),
        ("The drills began in 2004.", VETO, False),  # the year alone says nothing
        ("They resolved their border dispute formally.", BORDER, True),
        ("They resolved the dispute over the border, formally.", BORDER, True),
        ("A border dispute remains with India.", BORDER, False),
        ("Trade between the neighbours was recorded at $240 billion.", TRADE, True),
        ("Trade between the neighbours, as recorded: 240 billion US dollars.", TRADE, True),
        ("Trade between the neighbours was recorded at $24 billion.", TRADE, False),
        ("The Shanghai Cooperation Organization is a forum for regional security.", FORUM, True),
        ("NATO is a forum for regional security.", FORUM, False),  # a wrong option tells nothing
        ("Most military equipment was bought from Russia.", SUPPLIER, False),  # a name that stands everywhere
        ("They signed a treaty of friendship in 2001.", STATEMENT, False),
        ("", VETO, False),
    ],
)
def test_a_text_tells_a_question_that_it_answers(text, question, told):
    assert spoilers.tells(text, [asked(question)]) is told


def test_nothing_is_told_where_nothing_is_asked():
    assert not spoilers.tells("Neither has vetoed a resolution without the other since 2004.", [])


TEXT = "They meet often. Neither has vetoed a resolution without the other since 2004. They resolved a border dispute formally."


def pieces(*segments):
    return [{"text": text, "mark": mark} for text, mark in segments]


def test_the_sentence_that_answers_is_left_out_and_the_others_stay():
    shown = spoilers.without(pieces((TEXT, ""), (" A proof.", "proof")), [asked(VETO)])
    assert shown == pieces(
        ("They meet often. ", ""),
        ("", "hidden"),
        (" They resolved a border dispute formally.", ""),
        (" A proof.", "proof"),
    )


def test_what_is_marked_is_shown_whatever_it_tells():
    shown = pieces((TEXT, "proof"))
    assert spoilers.without(shown, [asked(VETO)]) == shown


def test_a_passage_that_tells_nothing_stays_as_it_is():
    shown = pieces(("They meet often.", ""), ("", "hidden"), ("It was long ago.", "proof"))
    assert spoilers.without(shown, [asked(VETO)]) == shown


def test_a_question_comes_before_the_one_whose_explanation_answers_it():
    teller = (["They resolved it.", "Neither has vetoed a resolution without the other since 2004."], asked(BORDER))
    told = (["It was a border dispute."], asked(VETO))
    other = ([], asked(FORUM))
    assert spoilers.ordered([teller, other, told]) == [1, 2, 0]
    assert spoilers.ordered([told, teller, other]) == [0, 1, 2]


def test_two_questions_that_answer_each_other_are_both_asked():
    one = (["They resolved their border dispute formally."], asked(VETO))
    other = (["Neither has vetoed a resolution without the other since 2004."], asked(BORDER))
    assert sorted(spoilers.ordered([one, other])) == [0, 1]
