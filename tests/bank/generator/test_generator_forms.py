"""What is made of a fact: each form where it is right, and nothing where it is not."""

import re
from dataclasses import replace

import pytest

from crlearn.bank.generator.faces import _phrase
from crlearn.bank.generator.sentence import gapped, stands_alone
from crlearn.bank.generator.wrong import wrong_values
from tests.bank.generator.small import SENTENCES, completed, corpus_of, fact, file_of, made, text

TREATY, EXPERTS, MISSILES, TRADE, VETO, PIPELINE = SENTENCES["alpha"]
BETA_TRADE, EXERCISE, ALLIANCE = SENTENCES["beta"]


def choice(prompt, key, *wrong, asks="main", ident="which"):
    options = "".join(f'    - {{id: w{at}, text: "{one}"}}\n' for at, one in enumerate(wrong))
    return (
        f"  - id: {ident}\n    asks: {asks}\n    type: single_choice\n    prompt: {prompt}\n    options:\n"
        f'    - {{id: a, text: "{key}", correct: true}}\n{options}'
    )


def short(prompt, answer, *, asks="main", ident="short", more=""):
    return (
        f"  - id: {ident}\n    asks: {asks}\n    type: short_answer\n    prompt: {prompt}\n    answer: {answer}\n{more}"
    )


def numeric(prompt, answer, unit, *, asks="main"):
    return f"  - id: number\n    asks: {asks}\n    type: numeric\n    prompt: {prompt}\n    answer: {answer}\n    unit: {unit}\n"


@pytest.mark.parametrize(
    ("quote", "prompt", "key", "expected"),
    [
        (EXPERTS, "Since when?", "2014", {"type": "short_answer", "answer": "2014"}),
        (
            VETO,
            "Against which country?",
            "Klopstokia",
            {"type": "short_answer", "answer": "Klopstokia", "entity": "klopstokia"},
        ),
        (
            VETO,
            "Against whom?",
            "The Klopstokia",
            {"type": "short_answer", "answer": "Klopstokia", "entity": "klopstokia"},
        ),
        (
            MISSILES,
            "How much?",
            "About $3.1 billion",
            {"type": "numeric", "answer": "About 3.1", "unit": "billion US dollars"},
        ),
        (PIPELINE, "How late?", "Four years", {"type": "numeric", "answer": "4", "unit": "years"}),
        (
            EXPERTS,
            "Who says so?",
            "Many experts",
            {"type": "short_answer", "answer": "Many experts", "accept": ["experts"]},
        ),
    ],
)
def test_what_is_only_recognised_gets_a_face_to_recall(quote, prompt, key, expected):
    result = completed(alpha=file_of("alpha", fact("one", quote, questions=choice(prompt, key, "Else", "Other"))))
    faces = [content for _, content in made(result) if content["type"] != "true_false" and content["asks"] == "main"]
    assert [{key: face[key] for key in expected} for face in faces] == [expected]
    assert faces[0]["prompt"] == prompt


def test_words_of_the_quotation_are_asked_as_a_gap_in_it():
    question = choice(
        "What of Freedonia’s weapons did missiles make Sylvania?", "The main supplier", "A client", "An ally"
    )
    result = completed(alpha=file_of("alpha", fact("one", MISSILES, questions=question)))
    (_, content) = made(result, "cloze")[0]
    assert "which made Sylvania its [[main supplier]] of weapons." in content["text"]
    assert content["prompt"] == "What of Freedonia’s weapons did missiles make Sylvania?"


@pytest.mark.parametrize(
    "key",
    [
        "It was the year in which sanctions hit Sylvania hard",  # a thought, not words to write
        "To please Sylvania",
        "Coldness",  # not in the quotation
    ],
)
def test_an_answer_that_nobody_writes_word_by_word_gets_no_face(key):
    result = completed(
        alpha=file_of("alpha", fact("one", EXPERTS, questions=choice("Why is that?", key, "Else", "Other")))
    )
    assert not [content for _, content in made(result) if content["asks"] == "main"]
    assert result.faceless == ["alpha/one main"]


@pytest.mark.parametrize(("head", "accept"), [("policy", ["peace"]), ("treaty", [])])
def test_a_head_that_says_nothing_need_not_be_written(head, accept):
    source = f"The {head} of peace binds Freedonia and Sylvania."
    corpus = corpus_of(alpha=file_of("alpha", fact("one", TREATY)))
    known = replace(corpus.facts["alpha/one"], quotes=(replace(corpus.facts["alpha/one"].quotes[0], text=source),))
    form, content = _phrase(f"The {head} of peace", "What binds them?", known)
    assert (form, content["answer"], content.get("accept", [])) == ("answer", f"{head} of peace", accept)


def test_a_gap_is_made_only_in_the_sentence_that_is_asked():
    question = choice("Who lost the elections of that summer?", "The main supplier", "A client", "An ally")
    result = completed(alpha=file_of("alpha", fact("one", MISSILES, questions=question)))
    assert not [content for _, content in made(result, "cloze") if content["asks"] == "main"]


def test_no_gap_is_made_in_a_sentence_whose_beginning_is_not_quoted():
    quote = "Sylvania to 2014, when sanctions hit Sylvania hard."
    assert not made(completed(alpha=file_of("alpha", fact("one", quote, statement=EXPERTS))), "cloze")


def test_a_lone_adjective_gets_no_face():
    """Others would fit as well: who writes “difficult” for “awkward” is not wrong."""
    question = choice("In which way was it late?", "Planned", "Else", "Other")
    result = completed(alpha=file_of("alpha", fact("one", PIPELINE, questions=question)))
    assert not [content for _, content in made(result) if content["asks"] == "main"]


def test_what_has_a_face_gets_no_second_one():
    questions = choice("Since when?", "2014", "2001", "2005") + short("Since which year?", "2014")
    result = completed(alpha=file_of("alpha", fact("one", EXPERTS, questions=questions)))
    assert not [content for _, content in made(result) if content["asks"] == "main"]


def test_a_statement_with_a_swapped_value_becomes_a_gap():
    question = (
        "  - id: swapped\n    asks: year\n    type: true_false\n"
        "    prompt: Trade between Freedonia and Sylvania reached a record of $240 billion in 2021.\n"
        '    answer: "false"\n    swap: {from: "2023", to: "2021"}\n'
    )
    result = completed(alpha=file_of("alpha", fact("one", TRADE, questions=question)))
    (_, content) = made(result, "cloze")[0]
    assert (content["asks"], content["text"]) == (
        "year",
        "Trade between Freedonia and Sylvania reached a record of $240 billion in [[2023]].",
    )


def test_the_best_value_that_nothing_asks_for_becomes_a_gap():
    result = completed(alpha=file_of("alpha", fact("one", VETO)))
    contents = [content for _, content in made(result, "cloze")]
    assert [(one["asks"], one["entity"]) for one in contents] == [("place", "klopstokia")]
    assert "sanctions against [[Klopstokia]]." in contents[0]["text"]


def test_a_value_that_people_ask_for_is_asked_under_their_name():
    question = choice("Against whom?", "Klopstokia", "Osterlich", "Ruritania", asks="target")
    result = completed(alpha=file_of("alpha", fact("one", VETO, questions=question)))
    assert {content["asks"] for _, content in made(result) if content["type"] == "short_answer"} == {"target"}
    assert "place" not in {content["asks"] for _, content in made(result)}


def bank_of_years():
    """Facts enough for wrong years."""
    facts = [
        fact("veto", VETO),
        fact("trade", TRADE),
        fact("missiles", MISSILES),
        fact("pipeline", PIPELINE),
        fact("treaty", TREATY),
    ]
    return "".join(facts)


def test_a_choice_gets_values_of_the_corpus_in_ascending_order_and_says_what_they_belong_to():
    asked = fact("one", EXPERTS, questions=short("Since which year?", "2014", asks="since"))
    result = completed(alpha=file_of("alpha", bank_of_years(), asked))
    (content,) = [content for ref, content in made(result, "choice") if ref.startswith("alpha/one/")]
    texts = [option["text"] for option in content["options"]]
    assert len(texts) == 4
    assert texts == sorted(texts)
    assert content["keep_order"] is True
    assert [option["text"] for option in content["options"] if option.get("correct")] == ["2014"]
    statements = {TREATY, MISSILES, TRADE, VETO, PIPELINE}
    for option in content["options"]:
        if not option.get("correct"):
            assert option["why"] in statements
            assert option["text"] in option["why"]


def test_the_rank_of_the_key_is_drawn_evenly():
    """Over many places in a document, the key comes first, second, third and last about equally often."""
    ranks = []
    for number in range(60):
        alpha = file_of(
            "alpha",
            bank_of_years(),
            fact("one", EXPERTS, questions=short("Since when?", "2014", asks=f"since-{number}")),
        )
        contents = [content for ref, content in made(completed(alpha=alpha), "choice") if ref.startswith("alpha/one/")]
        ranks += [next(at for at, option in enumerate(one["options"]) if option.get("correct")) for one in contents]
    assert len(ranks) == 60
    feasible = sorted(set(ranks))
    assert len(feasible) >= 3
    for rank in feasible:
        assert abs(ranks.count(rank) - 60 / len(feasible)) < 4 * (60 / len(feasible)) ** 0.5


def offered(*others, across=""):
    """The wrong values that a fact on $240 billion of trade is offered, one by one until there are no more."""
    beta = file_of("beta", *others)
    bank = corpus_of(
        alpha=file_of("alpha", fact("one", TRADE, about=["freedonia", "sylvania"])), beta=beta, across=across
    )
    one = bank.facts["alpha/one"]
    (key,) = [span for span in bank.spans(TRADE) if span.type == "money"]
    return [wrong.text for wrong in wrong_values(key, one, "How much?", bank, "5eed", count=1)]


UPDATE = (
    "disagreements:\n- id: trade\n  topic: ties\n  kind: update\n  claims:\n"
    '  - {fact: alpha/one, says: "AI 2023: 240 billion."}\n  - {fact: beta/other, says: "BC 2022: 190 billion."}\n'
)


def test_what_another_fact_gives_is_offered_as_wrong():
    assert offered(fact("other", BETA_TRADE, about=["osterlich"])) == ["$190 billion"]


def test_what_a_fact_gives_that_disagrees_is_not_offered():
    assert offered(fact("other", BETA_TRADE, about=["osterlich"]), across=UPDATE) == []


def test_what_a_look_alike_gives_is_not_offered():
    assert offered(fact("other", BETA_TRADE, about=["osterlich"], distinct_from=[{"ref": "alpha/one"}])) == []


def test_what_is_said_of_the_same_rare_thing_is_not_offered():
    """Half of the facts are about the two countries; one that shares something rarer may be right as well."""
    bank = corpus_of(
        alpha=file_of(
            "alpha",
            *(fact(f"f{at}", TRADE, about=["freedonia"]) for at in range(30)),
            fact("one", TRADE, about=["trentino"]),
        ),
        beta=file_of(
            "beta",
            fact("other", BETA_TRADE, about=["trentino"]),
            fact("far", BETA_TRADE, about=["freedonia"], statement="Nothing."),
        ),
    )
    (key,) = [span for span in bank.spans(TRADE) if span.type == "money"]
    assert wrong_values(key, bank.facts["alpha/one"], "How much?", bank, "5eed", count=1) == []
    assert wrong_values(key, bank.facts["alpha/f0"], "How much?", bank, "5eed", count=1) != []


def test_a_source_is_asked_once_for_a_disagreement_that_no_group_asks():
    alpha = file_of("alpha", fact("one", TRADE), fact("two", VETO))
    beta = file_of("beta", fact("other", ALLIANCE))
    across = (
        "disagreements:\n- id: ties\n  topic: ties\n  kind: degree\n  claims:\n"
        '  - {fact: alpha/one, says: "AI 2023: a record."}\n  - {fact: beta/other, says: "BC 2022: no alliance."}\n'
    )
    ((ref, content),) = made(completed(alpha=alpha, beta=beta, across=across), "source")
    key = next(option for option in content["options"] if option.get("correct"))
    assert key["text"] == {"alpha": "Alpha Institute, 2023", "beta": "Beta Centre, 2022"}[ref.split("/")[0]]
    group = (
        "groups:\n- id: both\n  facts: [alpha/one, beta/other]\n  type: matching\n  prompt: Match.\n  pairs:\n"
        "  - {id: a, left: A record, right: AI, fact: alpha/one}\n  - {id: b, left: None, right: BC, fact: beta/other}\n"
    )
    assert not made(completed(alpha=alpha, beta=beta, across=group + across), "source")


def test_statements_to_be_judged_are_few_and_say_whose_they_are():
    years = {
        "experts": (EXPERTS, "2014"),
        "trade": (TRADE, "2023"),
        "missiles": (MISSILES, "2005"),
        "pipeline": (PIPELINE, "2019"),
    }
    asked = [fact(ident, quote, questions=short("When?", year)) for ident, (quote, year) in years.items()]
    alpha = file_of("alpha", *asked, fact("veto", VETO))  # of the last no date is asked
    assert not made(completed(alpha=alpha), "truth")  # two in a hundred, and the bank is small
    many = "".join(
        short(f"Who signed what, number {at}?", "nobody", asks=f"a{at}", ident=f"s{at}") for at in range(110)
    )
    result = completed(
        alpha=alpha.replace("alpha/none", ""), beta=file_of("beta", fact("many", ALLIANCE, questions=many))
    )
    truths = made(result, "truth")
    assert 1 <= len(truths) <= 2
    for ref, content in truths:
        assert content["prompt"].startswith("According to the ")
        assert content["asks"] == "main"
        assert not ref.startswith("alpha/veto/")
        if content["answer"] == "false":
            assert content["swap"]["to"] in content["prompt"]
            assert content["swap"]["from"] not in content["prompt"]


def events():
    said = (
        ("veto", VETO, "2022", "Freedonia and Sylvania vetoed a draft resolution on Klopstokia together in 2022."),
        ("trade", TRADE, "2023", "In 2023 trade between Freedonia and Sylvania reached a record."),
        ("missiles", MISSILES, "2005", "Freedonia bought missiles from Sylvania in 2005."),
        ("pipeline", PIPELINE, "2019", "In 2019, Ambassador Trentino opened a pipeline between the two states."),
        ("treaty", TREATY, "2001", "The two neighbours signed a treaty of friendship in 2001."),
    )
    return "".join(fact(ident, quote, statement=statement, when=when) for ident, quote, when, statement in said)


def test_events_are_put_in_order_without_their_dates():
    result = completed(alpha=file_of("alpha", events()))
    ((ref, content),) = [(draft.ref, draft.content) for draft in result.drafts if draft.is_group]
    assert ref.startswith("alpha/groups/g-")
    parts = [part.get("text") or part["left"] for part in content.get("steps") or content["pairs"]]
    assert len(parts) in (4, 5)
    assert not any(re.search(r"\d{4}", part) for part in parts)
    assert "Ambassador Trentino opened a pipeline between the two states" in parts or len(parts) == 4
    if "steps" in content:
        order = {"treaty": 2001, "missiles": 2005, "pipeline": 2019, "veto": 2022, "trade": 2023}
        years = [order[step["fact"].split("/")[1]] for step in content["steps"]]
        assert years == sorted(years)


def test_no_two_events_of_one_time_are_ordered():
    same = events().replace("when: '2005'", "when: '2001'").replace("in 2005.", "in 2001.")
    for _, content in [
        (draft.ref, draft.content) for draft in completed(alpha=file_of("alpha", same)).drafts if draft.is_group
    ]:
        asked = {ref.split("/")[1] for ref in content["facts"]}
        assert not {"missiles", "treaty"} <= asked


def test_no_two_events_of_one_passage_are_ordered():
    """Their sentence shown after one answer would tell the other date."""
    alpha = file_of(
        "alpha",
        events(),
        fact("again", TREATY, statement="The treaty was renewed in the capital in 2021.", when="2021"),
    )
    refs = [ref for draft in completed(alpha=alpha).drafts if draft.is_group for ref in draft.content["facts"]]
    assert refs
    assert not {"alpha/treaty", "alpha/again"} <= set(refs)


def test_a_fact_with_a_slip_of_its_source_is_left_alone():
    question = choice("Since when?", "2014", "2001", "2005")
    result = completed(alpha=file_of("alpha", fact("one", EXPERTS, slip="It was 2013.", questions=question)))
    assert made(result) == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_is_not_ready_is_left_alone(status):
    result = completed(alpha=file_of("alpha", fact("one", VETO, status=status)))
    assert made(result) == []


def test_what_the_check_refuses_is_left_out_and_reported():
    alpha = file_of("alpha", fact("one", VETO))
    (ref, _) = made(completed(alpha=alpha), "cloze")[0]
    result = completed(alpha=alpha, refuse=[ref])
    assert ref not in dict(made(result))
    assert [(one.ref, one.form, one.rule) for one in result.refused] == [(ref, "cloze", "X1")]
    assert ref.split("/")[-1] not in text(result)


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("China has avoided public condemnation of Russia’s actions.", True),
        ("In November 2021, the two sides signed a road map.", True),
        ("It was the first of several joint military drills.", False),
        ("However, China delays.", False),
        ("Xi said that this year would be good.", False),
        ("The leaders vowed to deepen the project.", False),
        ("which was established in 2001", False),
        ("Their partnership has “no limits” [PDF].", False),
        ("Italy joined.", True),  # not It
    ],
)
def test_which_sentences_stand_alone(sentence, alone):
    assert stands_alone(sentence) is alone


@pytest.mark.parametrize(
    ("sentence", "gap", "possible"),
    [
        (VETO, "Klopstokia", True),
        (VETO, "In", False),  # the first word
        ("Freedonia met Klopstokia.", "Klopstokia", False),  # too short
        (f"{VETO[:-1]} and Klopstokia.", "Klopstokia", False),  # to be read off
        (TRADE, "$240 billion in 2023, a record that", False),  # too long a gap
        ("In 2022, in all of the year 2022, Freedonia and Sylvania traded as never before.", "2022", False),
    ],
)
def test_where_a_gap_may_be(sentence, gap, possible):
    corpus = corpus_of(alpha=file_of("alpha", fact("one", VETO)))
    start = sentence.index(gap)
    assert bool(gapped(sentence, start, start + len(gap), corpus)) is possible


def test_prompts_name_their_document_and_year():
    result = completed(alpha=file_of("alpha", *(fact(f"f{at}", one) for at, one in enumerate(SENTENCES["alpha"]))))
    prompts = [content["prompt"] for _, content in made(result, "cloze")]
    assert "Ties: fill in the place in the words of the Alpha Institute (2023)." in prompts
    assert all(prompt.endswith("in the words of the Alpha Institute (2023).") for prompt in prompts)


def test_ids_come_from_form_and_evidence_and_not_from_wording():
    question = choice("Since when?", "2014", "2001", "2005")
    first = made(completed(alpha=file_of("alpha", fact("one", EXPERTS, questions=question))), "answer")
    again = made(
        completed(alpha=file_of("alpha", fact("one", EXPERTS, questions=question.replace("Since when", "From when")))),
        "answer",
    )
    assert first[0][0] == again[0][0]
    assert first[0][1]["prompt"] != again[0][1]["prompt"]
    assert re.fullmatch(r"alpha/one/g-answer-[0-9a-f]{8}", first[0][0])
