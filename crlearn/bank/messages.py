"""The words of the bank's checks: what is wrong with a question, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from crlearn.bank.lint.rule import Finding

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

GROUNDING: dict[str, _StrPromise] = {
    "quote_orphan": _("this does not stand in {document}: “{quote}”. Copy it from the reading text"),
    "quote_two_passages": _(
        "this runs over the end of a paragraph of {document}: “{quote}”. Give it as two quotations"
    ),
    "quote_unknown_document": _("there is no document {document}; source: is a slug of documents.yaml"),
    "quote_reformatted": _("marks or spaces differ; in {document} it reads “{quote}”. Copy it from the reading text"),
    "other_version": _(
        "the file’s document_sha256 is not the {document} at hand; that is {sha256}. Check the quotations"
    ),
    "quote_ambiguous": _("this stands more than once in {document}: “{quote}”. Add prefix: or suffix:"),
    "quote_not_prose": _("“{quote}” stands in a {kind}. Quote the prose that says it"),
    "quote_short": _("“{quote}” has {count} words; quote the {least} or more that say it"),
    "quote_long": _("this quotation runs over {count} sentences; {most} are the most. Quote what bears the fact"),
    "key_value": _(
        "“{value}” of the key does not stand in the quotation. Quote where it stands, or mend the key ({key})"
    ),
    "key_words": _("only {share} of the words of “{key}” stand in the quotation. Check that the quotation bears it"),
    "prompt_value": _(
        "“{value}” stands neither near the quotation nor in what is known of the document. Mend it or leave it out"
    ),
    "prompt_name": _(
        "“{name}” stands neither near the quotation nor in vocabulary.yaml. Mend it, leave it out, or add it to the vocabulary"
    ),
    "option_answers": _(
        "“{option}” is the answer of {question}, which asks the same. Make it wrong here, or ask something else"
    ),
    "option_disputed": _("“{option}” is what {fact} says in a disagreement. Say in why: whose it is, or take another"),
    "option_stated": _("“{option}” is right too, by {document}: “{sentence}…”. Take another, or narrow the prompt"),
    "option_near": _(
        "“{option}” stands in {document} beside what is asked: “{sentence}…”. Say in why: why it is not right"
    ),
    "other_answer": _("“{answer}” fits as well, by {document}: “{sentence}…”. Narrow the prompt, or accept it"),
    "source_unnamed": _(
        "documents differ here (disagreement {disagreement}). Name in the prompt whose account is asked"
    ),
    "maybe_disagree": _(
        "{fact} speaks of the same and has {other} where this has {value}. If they differ, add a disagreement; if not, distinct_from"
    ),
    "fact_twice": _(
        "{fact} has the same entities, day and answer ({answer}). Make them one, or say distinct_from with a reason"
    ),
    "sum_wrong": _(
        "“{said}” does not add up; by the other figures it is {right}. Say so under slip:, or mend the quotation"
    ),
    "undated": _("a {nature} changes. Say in the prompt when it held: a year, “as of”, or a dated source (CFR 2024)"),
    "undated_now": _("“{word}” is another day for each reader. Say the year, or name a dated source (CFR 2024)"),
    "other_year": _(
        "the years of the prompt ({years}) do not say when the fact held ({as_of}). Add that, or a dated source"
    ),
    "points_at_text": _(
        "“{words}” points at a text that is not there when this is asked. Name the document, or ask without it"
    ),
    "opens_with_pronoun": _("“{word}” stands for something that the question has not named. Say what it is"),
    "acronym": _(
        "{acronym} is neither spelled out here nor in vocabulary.yaml. Spell it out, or add it to the glossary"
    ),
    "holder_unnamed": _(
        "this is held by {holder}, and the question states it as a fact. Name them; the publisher is not enough"
    ),
    "hedge_lost": _("the source says “{hedge}”, the question has no doubt. Keep the doubt, or ask what is certain"),
    "negation_lost": _("the quotation denies this (“{word}”), the question affirms it. Check which of them is right"),
    "negation_added": _("the question denies this (“{word}”), the quotation affirms it. Check which of them is right"),
    "negation_count": _("one negation more or less than in the quotation (“{word}”). Check what is said"),
    "opposite": _("the question says “{word}” where the quotation says the opposite. Check what is said"),
    "wrong_context": _("{key} “{text}” does not stand there. Copy it from the reading text"),
}

FORM: dict[str, _StrPromise] = {
    "option_count": _("{count} options; give {least} to {most}"),
    "one_key": _("a multiple choice needs two right options or more; else make it a single_choice"),
    "empty_option": _("option {id} says nothing; write it or take it out"),
    "equal_meaning": _("options {other} and {id} say the same (“{text}”); change one"),
    "overlapping_options": _("“{one}” and “{other}” overlap, so that both may be right; draw them apart"),
    "all_or_none": _("“{text}” points at other options; put a statement of its own in its place"),
    "not_ascending": _("“{text}” is out of order; give numbers and dates ascending"),
    "order_lost": _("numbers and dates are shuffled when served; add keep_order: true"),
    "mixed_form": _("give all options in one unit, with as many decimals or parts of a date: {texts}"),
    "mixed_shape": _("give all options as single values, all as ranges, or all with the same bound: {texts}"),
    "key_longest": _(
        "the key is the longest option ({length} characters; the wrong ones have {mean}); shorten it or lengthen them"
    ),
    "uneven_lengths": _("the options have {shortest} to {longest} characters; bring them closer together"),
    "mixed_types": _(
        "the options are not of one type: {texts}. Give only dates, only amounts, or only names of one sort"
    ),
    "key_alone_of_its_type": _("the key alone is a name, or alone is none: {texts}. Make them alike"),
    "key_alone_of_its_form": _("the key is built otherwise than all wrong options: {texts}. Give all the same form"),
    "negative_ask": _("“{word}”: ask what is so, not what is not so"),
    "quiet_negative": _("“{word}”: ask what is so; if what is not so must be asked, write {word} in capitals"),
    "key_in_prompt": _("the key “{text}” stands in the prompt; reword the prompt"),
    "clang": _(
        "the key repeats {count} words of the prompt, no wrong option more than {most}; reword, or share them out"
    ),
    "grammar_tells": _("behind “{word}” “{text}” does not fit; put the word into the options, or change it"),
    "absolute_in_key": _("“{word}” stands in the key alone; take it out, or give it to a wrong option too"),
    "absolute_in_wrong": _("“{word}” stands in wrong options alone, which tells that they are wrong; take it out"),
    "vague_frequency": _("“{word}” means another number to every reader; give a number, or drop it"),
    "prompt_words": _("the prompt has {count} words; give it {least} to {most}"),
    "prompt_sentences": _("the prompt has {count} sentences; give it {most} at most"),
    "option_words": _("the option has {count} words; give it {most} at most"),
    "same_opening": _("every option begins with “{text}”; move it into the prompt"),
    "which_is_true": _("this asks which statement is true; ask one thing that can be answered without the options"),
    "several_blanks": _("{count} blanks; leave one"),
    "no_question": _("the prompt holds neither a question mark nor a blank; ask a question"),
    "thin_prompt": _(
        "the prompt has {count} words that carry meaning; give it {least} or more, so that it stands alone"
    ),
    "long_gap": _("the gap has {count} words; leave out {most} at most"),
    "function_word": _("“{text}” carries no meaning; leave out another word"),
    "first_word_gone": _("the gap begins the sentence; leave out something later"),
    "sentence_words": _("the sentence has {count} words; give it {least} to {most}"),
    "answer_visible": _(
        "the answer “{text}” can be read elsewhere in the question; cut it there, or leave out another word"
    ),
    "no_why": _("option {id} has no why: say in one line why it is not right"),
    "no_explanation": _("a core question needs an explanation that adds something to the fact"),
    "explanation_repeats": _("{share} of the explanation stands in the fact already; say something more"),
    "answer_long": _("the answer has {count} words; {most} can be recalled at once. Ask for less"),
    "answer_too_long": _("the answer has {count} words, and {most} are the limit; split the question"),
    "answer_lists": _("the answer is a list (“{text}”); ask for one thing, or make it a multiple choice"),
}

WHOLE: dict[str, _StrPromise] = {
    "confusable": _("{other} asks almost the same and has another answer; put a word into each that tells them apart"),
    "places_uneven": _(
        "of {options} options the key comes first, second, … {counts} times; give keys of fixed orders other ranks, or mend "
        "the shuffler"
    ),
    "solver_wins": _(
        "whoever picks by the cue “{solver}” alone finds {hits} of {count} keys; chance gives {expected}, {bound} at most. "
        "Change options such as those of {examples}"
    ),
    "solver_wins_in_part": _(
        "in {group}, whoever picks by the cue “{solver}” alone finds {hits} of {count} keys; chance gives {expected}, {bound} "
        "at most. Change options such as those of {examples}"
    ),
    "same_question": _("{other} asks the same in nearly the same words; leave one out"),
    "asked_twice": _(
        "{other} asks the same (asks: {asks}) of the same quotation in the same form; leave one out, or ask else"
    ),
    "paragraphs_unasked": _(
        "questions rest on {share} of the longer paragraphs of {document}; {least} is the least. {count} have none, the first "
        "“{first}…”"
    ),
    "one_document": _("{document} has {share} of the questions; {most} is the most. Ask the others more"),
    "something_blocks": _("{count} findings on single entries block; mend them first"),
    "many_warnings": _(
        "{share} of the questions have one warning or none and nothing that blocks; {least} is the least"
    ),
    "citation_recall": _("{share} of the questions are borne by their quotations (G1 to G4); it must be all"),
    "idle_quote": _(
        "“{quote}” adds nothing that is said or asked; another quotation from {document} bears it. Leave it out"
    ),
    "bears_nothing": _(
        "“{quote}” from {document} does not bear a key by itself; choose another passage, or leave it out"
    ),
    "shallow": _("the passage gives a reason, a holder or a comparison, and no question asks for it; ask one"),
    "bare_values": _("{share} of the questions on core facts ask for a bare date or number; {most} is the most"),
    "many_true_false": _("{share} of the questions are true/false; {most} is the most"),
}

IGNORED: dict[str, _StrPromise] = {
    "idle_ignore": _("{rule} finds nothing here; take it out of ignore:"),
    "unknown_rule": _("there is no rule {rule}; take it out of ignore:"),
}

MESSAGES = GROUNDING | FORM | WHOLE | IGNORED


def sentence(finding: Finding) -> str:
    """Return a finding in words."""
    return MESSAGES[finding.code].format(**finding.params)
