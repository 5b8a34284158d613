"""A quotation with where it stands, as the usual styles write it. Pure."""

import re
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
BIBTEX_MARKS = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts \{ too
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names. Empty is what is not known.

    published: EDTF (2018-01); paragraph: the number that this site gives; place: the address of the passage here;
    url: where the document was published.
    """

    key: str
    title: str
    author: str
    publisher: str
    published: str
    kind: str
    url: str
    paragraph: int | None
    place: str

    @property
    def who(self) -> str:
        """Whom a style puts first: the author, or the publisher where none is known."""
        return self.author or self.publisher

    @property
    def date(self) -> tuple[str, str, str]:
        """(year, name of the month, day), empty where the date does not say."""
        match = DATE.match(self.published)
        if not match:
            return "", "", ""
        year, month, day = match.groups()
        name = MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else ""
        return year, name, str(int(day)) if day and name else ""


def chicago(cited: Cited) -> str:
    """Return a note of the Chicago Manual of Style (17th edition, 14.1): who, “title,” kind, date, paragraph, address."""
    year, month, day = cited.date
    date = f"{month} {day}, {year}" if day else f"{month} {year}".strip()
    publisher = cited.publisher if cited.author else ""
    paragraph = f"para. {cited.paragraph}" if cited.paragraph else ""
    before = f"{cited.who}, " if cited.who else ""
    after = [part for part in (cited.kind, publisher, date, paragraph, cited.url or cited.place) if part]
    return f"{before}“{cited.title},” {', '.join(after)}."


def apa(cited: Cited) -> str:
    """Return a reference of the APA (7th edition, 10.4): Who. (date). Title [Kind]. Publisher. Address."""
    year, month, day = cited.date
    date = ", ".join(part for part in (year, f"{month} {day}".strip()) if part) or "n.d."
    kind = f" [{cited.kind}]" if cited.kind else ""
    title = f"{cited.title}{kind}."
    publisher = f" {_ended(cited.publisher)}" if cited.author and cited.publisher else ""
    address = cited.url or cited.place
    if not cited.who:  # the title takes the author's place
        return f"{title} ({date}). {address}"
    return f"{_ended(cited.who)} ({date}). {title}{publisher} {address}"


def apa_in_text(cited: Cited) -> str:
    """Return what stands in brackets behind a quotation in APA style: (Who, year, para. 3)."""
    who = cited.who or f"“{cited.title}”"
    parts = [who, cited.date[0] or "n.d.", f"para. {cited.paragraph}" if cited.paragraph else ""]
    return f"({', '.join(part for part in parts if part)})"


def bibtex(cited: Cited) -> str:
    """Return an entry for BibTeX; what it holds specially is escaped, and names are kept whole by braces."""
    year, month, day = cited.date
    fields = {
        "author": f"{{{_tex(cited.who)}}}" if cited.who else "",
        "title": f"{{{_tex(cited.title)}}}",
        "institution": _tex(cited.publisher) if cited.author else "",
        "howpublished": _tex(cited.kind),
        "year": year,
        "month": month[:3].lower() if month else "",
        "day": day,
        "note": f"Paragraph {cited.paragraph}" if cited.paragraph else "",
        "url": cited.url or cited.place,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(BIBTEX_MARKS)


def _ended(name: str) -> str:
    return name if name.endswith(".") else f"{name}."
