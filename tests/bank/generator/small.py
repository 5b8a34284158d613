"""A small bank of two made-up reports, to be completed."""

import hashlib
from functools import cache

import yaml

from crlearn.bank import files
from crlearn.bank.generator import Corpus
from crlearn.bank.generator.complete import complete
from crlearn.bank.lint.texts import text_of
from crlearn.sources.reading import parse_entries

ALPHA = """
ALPHA REPORT

The two neighbours signed a treaty of friendship in 2001, and it was renewed in the capital of Freedonia in 2021.

Many experts trace the warmth of relations between Freedonia and Sylvania to 2014, when sanctions hit Sylvania hard.

Freedonia bought missiles from Sylvania for about $3.1 billion in 2005, which made Sylvania its main supplier of weapons.

Trade between Freedonia and Sylvania reached $240 billion in 2023, a record that Freedonia celebrated with a public holiday.

In 2022, Freedonia joined Sylvania in vetoing a draft resolution that would have tightened sanctions against Klopstokia.

Ambassador Trentino of Sylvania opened the pipeline between Freedonia and Sylvania in 2019, four years later than planned.
"""
BETA = """
BETA PAPER

Trade between Freedonia and Sylvania was worth $190 billion in 2022, according to the customs data of Osterlich.

The first joint exercise of Freedonia and Sylvania was held near Osterlich in 2003 and involved land, sea and air units.

Relations between Freedonia and Sylvania are not an alliance, and neither state is bound to defend the other in a war.
"""
RAWS = {"alpha": ALPHA, "beta": BETA}
DOCUMENTS = {
    "documents": [
        {
            "slug": slug,
            "file": f"{slug}.txt",
            "sha256": hashlib.sha256(raw.encode()).hexdigest(),
            "title": f"{slug.title()} report",
            "short": short,
            "publisher": publisher,
            "published": published,
            "kind": "Report",
        }
        for slug, raw, short, publisher, published in (
            ("alpha", ALPHA, "AI 2023", "Alpha Institute", "2023"),
            ("beta", BETA, "BC 2022", "Beta Centre", "2022-06"),
        )
    ]
}
VOCABULARY = """
topics:
- {id: ties, name: Ties}
- {id: arms, name: Arms}

entities:
- {id: freedonia, kind: place, name: Freedonia, line: Country of the south.}
- {id: sylvania, kind: place, name: Sylvania, line: Country of the north.}
- {id: klopstokia, kind: place, name: Klopstokia, line: Country with sanctions against it.}
- {id: osterlich, kind: place, name: Osterlich, line: Country between the two.}
- {id: bratislovia, kind: place, name: Bratislovia, line: Country of the east.}
- {id: strelsau, kind: place, name: Ruritania, line: Country of the west.}
- {id: trentino, kind: person, name: Ambassador Trentino, aliases: [Trentino], line: Ambassador of Sylvania.}
"""
NAMES = ("freedonia", "sylvania", "klopstokia", "osterlich", "trentino")
HEAD = "# What the {slug} says.\ndocument: {slug}\ndocument_sha256: {sha}\nfacts:\n"
SENTENCES = {
    slug: [part.strip() for part in raw.split("\n\n")[1:]] for slug, raw in RAWS.items()
}  # SENTENCES["alpha"][0]: the first after the title


def fact(ident, quote, *, questions="", **said):
    """A fact as a file has it. `questions`: YAML of its list, from the first dash on."""
    entry = {
        "id": ident,
        "statement": quote,
        "nature": "event",
        "importance": "core",
        "topics": ["ties"],
        "about": [name for name in NAMES if name.title() in quote],
        "evidence": [{"quote": quote}],
        **said,
    }
    lines = yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, width=10_000)
    return lines + ("  questions:\n" + questions.strip("\n") + "\n" if questions else "") + "\n"


def file_of(slug, *facts, rest=""):
    """A file of the bank."""
    return HEAD.format(slug=slug, sha=hashlib.sha256(RAWS[slug].encode()).hexdigest()) + "\n" + "".join(facts) + rest


@cache
def documents():
    entries = parse_entries(yaml.safe_dump(DOCUMENTS))
    return {entry.slug: text_of(RAWS[entry.slug], entry) for entry in entries}, entries


def corpus_of(**texts):
    """A bank as the generator knows it, by the texts of its files."""
    raws = {
        f"questions/{name}.yaml": text.encode() for name, text in ({"vocabulary": VOCABULARY} | texts).items() if text
    }
    read, entries = documents()
    return Corpus(files.read_bytes(raws, list(read)), read, entries)


def completed(*, alpha="", beta="", across="", vocabulary=VOCABULARY, refuse=()):
    """The bank completed; `refuse`: refs that the check finds fault with. What is of no account in a test is about the
    two states, so that their names are what everything is about."""
    beta = beta or file_of("beta", *(fact(f"rest{at}", SENTENCES["beta"][2]) for at in range(13)))
    files = {"alpha": alpha, "beta": beta, "across": across, "vocabulary": vocabulary}
    raws = {f"questions/{name}.yaml": text.encode() for name, text in files.items() if text}
    texts, entries = documents()

    def check(bank):
        return [(ref, "X1", "refused") for ref in refuse if ref in bank.questions]

    return complete(raws, texts, entries, check)


def made(result, form=""):
    """The questions made, as (ref, content), those of one form only where one is given."""
    return [(draft.ref, draft.content) for draft in result.drafts if not form or draft.form == form]


def text(result, slug="alpha"):
    return result.raws[f"questions/{slug}.yaml"].decode()
