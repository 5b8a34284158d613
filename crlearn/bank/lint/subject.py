"""One question or fact with all that a rule needs to know of it, worked out once and only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from crlearn.bank.files import Entry
from crlearn.bank.kinds.choice import Option
from crlearn.bank.lint.option_values import Value, value_of
from crlearn.sources.quotations import Place, QuotationError

if TYPE_CHECKING:
    from crlearn.bank.lint.context import Context
    from crlearn.bank.lint.texts import DocumentText

FACT = "facts"
BLANK = "____"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a fact: its text as the file has it and, where it is found, its document and place.

    `error` is "" or why it has no place: unknown_document, orphan, ambiguous, two_passages.
    """

    fact: str  # ref
    index: int  # in the fact's evidence
    quote: str
    slug: str
    document: DocumentText | None = None
    place: Place | None = None
    error: str = ""


class Subject:
    """A question or a fact. Texts are as the file has them; lists are in the order of the file."""

    def __init__(self, entry: Entry, context: Context) -> None:
        self.entry = entry
        self.context = context
        self.ref = entry.ref
        self.model: Any = entry.model
        self.is_fact = entry.ref in context.bank.facts
        self.kind: str = FACT if self.is_fact else entry.model.type

    @cached_property
    def facts(self) -> tuple[Entry, ...]:
        """The facts that are asked; of a fact itself."""
        refs = (self.ref,) if self.is_fact else self.entry.facts
        return tuple(self.context.bank.facts[ref] for ref in refs)

    @cached_property
    def fact(self) -> Any:
        """The model of the (first) fact."""
        return self.facts[0].model

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """Every quotation of every fact."""
        return tuple(quoted for fact in self.facts for quoted in self.context.quotations(fact))

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The texts of the quotations, as they stand in the reading text where they are found."""
        return tuple(quoted.place.exact if quoted.place else quoted.quote for quoted in self.quotations)

    @cached_property
    def quote_text(self) -> str:
        """All quotations, one to a line."""
        return "\n".join(self.quotes)

    @cached_property
    def windows(self) -> tuple[str, ...]:
        """Each quotation with two sentences on either side."""
        return tuple(
            quoted.document.window(quoted.place) if quoted.document and quoted.place else quoted.quote
            for quoted in self.quotations
        )

    @cached_property
    def window(self) -> str:
        """All of these, one to a line."""
        return "\n".join(self.windows)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings that the quotations stand under, titles included."""
        return tuple(
            heading
            for quoted in self.quotations
            if quoted.document and quoted.place
            for heading in (quoted.document.entry.title, *quoted.document.headings(quoted.place))
        )

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The slugs of the documents that are quoted, each once; those that there are not are left out."""
        return tuple(dict.fromkeys(quoted.slug for quoted in self.quotations if quoted.document))

    @cached_property
    def prompt(self) -> str:
        """What is read before answering, without the options; the gap of a cloze is ____. Of a fact its statement."""
        if self.is_fact:
            return str(self.model.statement)
        if self.kind == "cloze":
            before, _, after = self.model.parts
            return "\n".join(filter(None, (self.model.prompt, f"{before}{BLANK}{after}")))
        return str(self.model.prompt)

    @cached_property
    def stem(self) -> str:
        """What asks: the prompt, of a cloze only its sentence."""
        return self.prompt.rpartition("\n")[2] if self.kind == "cloze" else self.prompt

    @cached_property
    def statement(self) -> str:
        """What a question claims, as one text: of true_false the statement as the document has it (a swapped value put
        back), of a cloze the sentence with its gap filled, else the prompt with the key behind it."""
        if self.kind == "true_false":
            swap = self.model.swap
            return self.prompt.replace(swap.to, swap.was) if swap else self.prompt
        if self.kind == "cloze":
            return "".join(self.model.parts)
        return " ".join((self.prompt, *self.keys))

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options of a choice, else none."""
        return tuple(self.model.options) if self.kind in ("single_choice", "multiple_choice") else ()

    @cached_property
    def stated(self) -> tuple[Value, ...]:
        """What each option states as a whole: a date, an amount, a name, or just words."""
        kinds = {key: str(entry.model.kind) for key, entry in self.context.bank.entities.items()}
        return tuple(value_of(option.text, self.context.gazetteer, kinds) for option in self.options)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right answers as text: the right options, the answer with its unit, the right sides, the steps. Of a
        true_false none, and of a fact none."""
        model = self.model
        match self.kind:
            case "single_choice" | "multiple_choice":
                return tuple(option.text for option in self.options if option.correct)
            case "cloze" | "short_answer":
                return (str(model.key),)
            case "numeric":
                return (f"{model.answer} {model.unit}" if model.unit else str(model.answer),)
            case "matching":
                return tuple(dict.fromkeys(pair.right for pair in model.pairs))
            case "ordering":
                return tuple(step.text for step in model.steps)
            case _:
                return ()

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """The other answers that are right: accepted wordings, names of the entity."""
        entity = self.context.bank.entities.get(getattr(self.model, "entity", None) or "")
        names: Sequence[str] = (entity.model.name, *entity.model.aliases) if entity else ()
        return (*getattr(self.model, "accept", ()), *names)

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """What is offered and is not right: wrong options, extras of a matching."""
        if self.kind == "matching":
            return tuple(extra.right for extra in self.model.extra)
        return tuple(option.text for option in self.options if not option.correct)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What is shown beside the prompt: options, both sides of pairs, steps; in the order of the file."""
        model = self.model
        match self.kind:
            case "single_choice" | "multiple_choice":
                return tuple(option.text for option in self.options)
            case "matching":
                return (*(text for pair in model.pairs for text in (pair.left, pair.right)), *self.wrong)
            case "ordering":
                return tuple(step.text for step in model.steps)
            case _:
                return ()

    @cached_property
    def said(self) -> str:
        """All that a question says before and with its answer, wrong options left out: prompt, parts, key."""
        wrong = set(self.wrong)
        texts = (self.prompt, *(part for part in self.parts if part not in wrong), *self.keys)
        return "\n".join(dict.fromkeys(texts))

    @cached_property
    def generated(self) -> bool:
        """Whether a program wrote the question and nobody changed it."""
        return not self.is_fact and self.model.origin == "generated"


def quoted_of(fact: Entry, documents: dict[str, DocumentText]) -> tuple[Quoted, ...]:
    """The quotations of a fact, each with its place where it has one."""
    found = []
    for index, evidence in enumerate(fact.model.evidence):
        slug = evidence.source or fact.document or ""
        document = documents.get(slug)
        quote = evidence.quote
        if document is None:
            found.append(Quoted(fact.ref, index, quote, slug, error="unknown_document"))
            continue
        try:
            place = document.reading.find(quote, prefix=evidence.prefix or "", suffix=evidence.suffix or "")
            found.append(Quoted(fact.ref, index, quote, slug, document, place))
        except QuotationError as error:
            found.append(Quoted(fact.ref, index, quote, slug, document, error=error.code))
    return tuple(found)
