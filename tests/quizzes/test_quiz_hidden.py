"""What a verdict shows must not answer a question of the same quiz that is still to come."""

import pytest

from tests import make
from tests.quizzes.walk import answer, page, question, start, text

pytestmark = pytest.mark.django_db

TREATY = "The two countries signed a treaty of friendship in 2001."
TWENTY = "It was to hold for twenty years."
RENEWED = "It was renewed in 2021."
MISSILES = "Russia delivered the first regiment of missiles in 2018."
LEFT_OUT = "Left out here: it is still to be asked."
LATER = "More on this comes with the result"


@pytest.fixture
def ask(learner, document):
    """Make a fact of a quotation and a question on it."""

    def make_one(quote, kind="short_answer", on=document, **content):
        return question(make.make_fact(on, quote), kind=kind, **content)

    return make_one


def main(response):
    return text(response).split("<main")[1].split("</main>")[0]


def verdict(client, attempt, position=1, *, right=True):
    answer(client, attempt, position, right=right)
    return main(page(client, attempt, position))


def test_a_sentence_that_is_still_asked_is_left_out_of_the_paragraph(client, learner, ask):
    attempt = start(learner, ask(TREATY), ask(RENEWED), ask(MISSILES))
    shown = verdict(client, attempt)
    assert TREATY in shown
    assert TWENTY in shown
    assert RENEWED not in shown
    assert shown.count(LEFT_OUT) == 1
    answer(client, attempt, 2)
    assert RENEWED in main(page(client, attempt, 1))  # once answered, it may be seen
    assert LEFT_OUT not in main(page(client, attempt, 1))


def test_neighbours_that_are_both_asked_leave_one_gap(client, learner, ask):
    attempt = start(learner, ask(TREATY), ask(TWENTY), ask(RENEWED))
    shown = verdict(client, attempt)
    assert TWENTY not in shown
    assert RENEWED not in shown
    assert shown.count(LEFT_OUT) == 1


def test_at_the_end_nothing_is_left_out(client, learner, ask):
    attempt = start(learner, ask(TREATY), ask(RENEWED))
    verdict(client, attempt)
    assert RENEWED in verdict(client, attempt, 2)
    for position in (1, 2):
        assert LEFT_OUT not in main(page(client, attempt, position))


def test_the_other_side_of_a_disagreement_waits_until_it_has_been_asked(client, learner, ask, document):
    other = make.make_document("cfr-2024", short="CFR 2024")
    one, against = ask(TREATY), ask(MISSILES, on=other)
    make.make_disagreement((one.facts.get(), "2001"), (against.facts.get(), "2018"), note="They count differently.")
    attempt = start(learner, one, against)
    shown = verdict(client, attempt)
    assert MISSILES not in shown
    assert "They count differently." not in shown
    answer(client, attempt, 2)
    shown = main(page(client, attempt, 1))
    assert MISSILES in shown
    assert "They count differently." in shown
    assert "Another document puts it differently" in shown


@pytest.mark.parametrize(
    ("kind", "same", "words"),
    [
        ("contradiction", False, "Another document says otherwise"),
        ("measure", False, "Another document puts it differently"),
        ("contradiction", True, "The document says otherwise elsewhere"),
        ("update", True, "Elsewhere the document puts it differently"),
    ],
)
def test_the_other_side_is_announced_as_what_it_is(client, learner, ask, document, kind, same, words):
    other = document if same else make.make_document("cfr-2024", short="CFR 2024")
    one = ask(TREATY)
    make.make_disagreement((one.facts.get(), "2001"), (make.make_fact(other, MISSILES), "2018"), kind=kind)
    shown = verdict(client, start(learner, one))
    assert f">{words}</h2>" in shown
    assert '<mark class="counter">' in shown


# What an author wrote, and sentences that say the same in other places, are known by their words.
VETO = {"prompt": "Since which year has neither country vetoed a resolution without the other?", "answer": "2004"}
TELLS = "Neither vetoed a resolution without the other since 2004."


@pytest.fixture
def veto(ask):
    return ask(MISSILES, **VETO)


def test_an_explanation_that_answers_a_later_question_comes_with_the_result(client, learner, ask, veto):
    attempt = start(learner, ask(TREATY, explanation=TELLS), veto)
    shown = verdict(client, attempt)
    assert TELLS not in shown
    assert LATER in shown
    answer(client, attempt, 2)
    assert TELLS in main(page(client, attempt, 1))
    assert LATER not in main(page(client, attempt, 1))


def test_so_does_the_reason_why_an_option_is_wrong(client, learner, ask, veto):
    options = [
        {"id": "a", "text": "a treaty", "correct": True},
        {"id": "b", "text": "a map", "why": TELLS},
        {"id": "c", "text": "a bill", "why": "Nobody drew one up."},
    ]
    attempt = start(learner, ask(TREATY, kind="single_choice", options=options), veto)
    shown = verdict(client, attempt)
    assert TELLS not in shown
    assert "Nobody drew one up." in shown
    assert LATER in shown


def test_and_a_statement_put_right(client, learner, ask, veto):
    attempt = start(learner, ask(TREATY, kind="true_false", prompt="It was a map.", answer="false", why=TELLS), veto)
    assert TELLS not in verdict(client, attempt)


def test_a_sentence_in_other_words_is_left_out_of_the_paragraph(client, learner, veto):
    twice = make.make_document("memo", text=f"They meet every year. {TELLS} Both sides are glad of it.")
    attempt = start(learner, question(make.make_fact(twice, "They meet every year.")), veto)
    shown = verdict(client, attempt)
    assert TELLS not in shown
    assert "Both sides are glad of it." in shown
    assert LEFT_OUT in shown


def test_a_note_on_documents_that_answers_a_later_question_waits(client, learner, ask, veto):
    one = ask(TREATY)
    other = make.make_fact(make.make_document("cfr-2024", short="CFR 2024"), TREATY)
    make.make_disagreement((one.facts.get(), "2001"), (other, "2001"), note=TELLS)
    attempt = start(learner, one, veto)
    assert TELLS not in verdict(client, attempt)
    answer(client, attempt, 2)
    assert TELLS in main(page(client, attempt, 1))


# --- how passages are shown


def test_quotations_of_one_paragraph_are_marked_in_it_together(client, learner, document):
    facts = [
        make.make_fact(document, quote, holder=holder) for quote, holder in ((TREATY, "China"), (RENEWED, "Russia"))
    ]
    shown = verdict(client, start(learner, question(*facts, kind="matching")))
    assert shown.count("<blockquote") == 1
    assert shown.count('<mark class="proof">') == 2
    assert "Held by China; Russia." in shown


def test_a_second_quotation_of_a_fact_is_folded_and_named_as_such(client, learner, document):
    fact = make.make_fact(document, TREATY)
    again = make.make_fact(make.make_document("memo", short="MEMO 2022"), RENEWED)
    fact.current.factevidence_set.create(evidence=again.current.evidence.get(), position=1)
    shown = verdict(client, start(learner, question(fact)))
    first, second = shown.split(">Also in</h2>")
    assert ">The proof</h2>" in first
    assert "<details" not in first.split("<blockquote")[1].split("</section>")[0]
    assert "MEMO 22" in second
    assert "The whole paragraph" in second


def test_a_slip_of_the_document_is_said(client, learner, document):
    fact = make.make_fact(document, TREATY, slip="The treaty is older.")
    assert "The treaty is older." in verdict(client, start(learner, question(fact)))


def test_what_documents_hold_is_shown_as_text(client, learner):
    odd = make.make_document("memo", text="They <b>agreed</b> & signed it there. Nobody else came to see it.")
    shown = verdict(client, start(learner, question(make.make_fact(odd, "They <b>agreed</b> & signed it there."))))
    assert "They &lt;b&gt;agreed&lt;/b&gt; &amp; signed it there." in shown
