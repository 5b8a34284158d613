"""The codes of the pure modules in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crlearn.bank.kinds import KINDS, BadAnswer
from crlearn.quizzes.models import Attempt, Item, Response


def verdict_code(item: Item, response: Response | None) -> str:
    """Return right, partly, wrong or unknown: what the verdict's sign and words are made from."""
    if response is None or response.gave_up:
        return "unknown"
    if item.mark is not None and item.mark >= item.max_mark:
        return "right"
    return "partly" if item.mark else "wrong"


def verdict_title(code: str) -> str:
    """Return the verdict in three or four words."""
    return {
        "right": _("That is right."),
        "partly": _("Partly right."),
        "wrong": _("Not this time."),
        "unknown": _("Here is the answer."),
    }[code]


def verdict_sentence(item: Item, response: Response | None) -> str:
    """Return one kind sentence on how the answer was judged."""
    if response is None:
        return _("This question was left open.")
    if item.mark is not None and item.mark > response.score * item.max_mark:
        return _("You counted your answer as right. Your wording was passed on to the editor of the bank.")
    params: Mapping[str, Any] = response.params
    kind = item.question_version.kind
    if response.code in {"partly", "wrong"} and kind in RULES:
        return RULES[kind](params)
    if response.code == "wrong" and KINDS[kind].recall:
        return _("The answer is below. If yours says the same in other words, count it as right.")
    if response.code == "unit_missing" and response.score < 1:
        return _("The number is right, but without its unit it is another value: half counts.")
    return _judged(response.code)


def _judged(code: str) -> str:
    return {
        "right": _("The proof is below."),
        "partly": _("Part of it is right, and counts."),
        "wrong": _("The right answer and its proof are below."),
        "gave_up": _("Now you have seen it. It comes back as a card."),
        "right_variant": _("It can be put this way too."),
        "typo": _("Counted as right: only the spelling differs."),
        "unit_missing": _("Counted as right; the unit was missing."),
        "bound_missing": _("Counted as right; the document gives a limit, not the number alone."),
        "half_range": _("That is one end of the range: half counts."),
        "wrong_bound": _("The number is right, but “more than” and “less than” make it another answer."),
        "too_wide": _("The answer lies in your range, but the document is more exact."),
        "wrong_number": _("The number is another one."),
        "wrong_unit": _("The number is right, the unit is not."),
        "wrong_scale": _("The digits are right. Check million and billion."),
        "wrong_date": _("The date is another one."),
        "other_entity": _("That is the name of something else."),
        "not_a_number": _("A figure was asked for."),
    }.get(code, "")


def _pairs(params: Mapping[str, Any]) -> str:
    return _("Right pairs: %(right)d of %(pairs)d. Each counts the same.") % params


def _neighbours(params: Mapping[str, Any]) -> str:
    return _("What counts is which step follows which. That is right %(kept)d of %(neighbours)d times.") % params


def _choices(params: Mapping[str, Any]) -> str:
    if not params["wrong"]:
        return _("Right choices: %(right)d of %(keys)d.") % params
    return _("Right choices: %(right)d of %(keys)d. Wrong ones: %(wrong)d; each takes a right one away.") % params


# The kinds that give part of the mark, and how they say why.
RULES = {"matching": _pairs, "ordering": _neighbours, "multiple_choice": _choices}


def bad_answer(error: BadAnswer) -> str:
    """Return why a form could not be taken, and what to do."""
    if error.code == "incomplete":
        return ngettext(
            "%(missing)d row is still without an answer. Give it one first.",
            "%(missing)d rows are still without an answer. Give each one first.",
            error.params["missing"],
        ) % {"missing": error.params["missing"]}
    return {
        "nothing_chosen": _("Choose an answer first, or say that you don’t know."),
        "several_chosen": _("Only one answer can be chosen here. Choose it again."),
        "nothing_written": _("Write an answer first, or say that you don’t know."),
        "not_a_number": _("A figure is asked for, in digits or in words. Write one, or say that you don’t know."),
        "unknown_option": _("That is not one of the answers. Choose again."),
        "too_long": _("That is too long for an answer. Use fewer words."),
        "same_place": _("A step stands in two places. Give each place its own."),
    }.get(error.code, _("This answer cannot be read. Try again."))


def answer_stood() -> str:
    """Return what is said to a second answer of a question that has one."""
    return _(
        "You had already answered this question, here or in another tab. That first answer counts; it is shown below."
    )


def attempt_name(attempt: Attempt) -> str:
    """Return what an attempt is called on its pages."""
    rules = attempt.rules
    if attempt.purpose == Attempt.Purpose.RECALL:
        return _("Recall: %(section)s") % {"section": rules.get("section", "")}
    if attempt.purpose == Attempt.Purpose.FIRST:
        return _("Your first question")
    if attempt.purpose == Attempt.Purpose.AGAIN:
        return _("Only the wrong ones")
    names: Sequence[str] = rules.get("names", [])
    return ", ".join(names) if names else _("All documents")


def place(item: Item, total: int) -> str:
    """Return where an item stands: "Question 7 of 10"."""
    return _("Question %(position)d of %(total)d") % {"position": item.position, "total": total}


def progress_sentence(items: Sequence[Item], now: Item | None) -> str:
    """Return the ticks in a sentence: "Question 7 of 10. 5 right, 1 not."."""
    right = sum(1 for item in items if item.mark is not None and item.mark >= item.max_mark)
    wrong = sum(1 for item in items if item.mark is not None and item.mark < item.max_mark)
    counts = _("%(right)d right, %(wrong)d not.") % {"right": right, "wrong": wrong}
    return counts if now is None else f"{place(now, len(items))}. {counts}"


def comes_back(attempt: Attempt, code: str, facts: int) -> str:
    """Return what becomes of the facts just asked: whether they come back as cards, or nothing."""
    if attempt.purpose == Attempt.Purpose.RECALL:
        return ngettext("This fact is among your cards now.", "These facts are among your cards now.", facts)
    if code == "right":
        return ""
    return ngettext("This fact comes back as a card.", "What was wrong comes back as cards.", facts)


def fewer(count: int) -> str:
    """Return that a quiz is shorter than was asked for."""
    return ngettext("Only %(count)d question fits this choice.", "Only %(count)d questions fit this choice.", count) % {
        "count": count
    }


def cards_added(total: int, made: int) -> str:
    """Return what "add the wrong ones to my cards" did. total: facts; made: of how many the card is new."""
    if made == total:
        return ngettext(
            "%(total)d fact was added to your cards.", "%(total)d facts were added to your cards.", total
        ) % {"total": total}
    if made:
        return ngettext(
            "%(made)d fact was added to your cards; the others are there already.",
            "%(made)d facts were added to your cards; the others are there already.",
            made,
        ) % {"made": made}
    return ngettext(
        "The %(total)d fact that went wrong is among your cards already.",
        "The %(total)d facts that went wrong are among your cards already.",
        total,
    ) % {"total": total}
