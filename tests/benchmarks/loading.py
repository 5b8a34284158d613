"""Reading the documents, loading the bank, finding quotations."""

from collections.abc import Callable

import yaml
from django.conf import settings
from django.core.management import call_command

from crlearn.bank import files, yamlfile
from crlearn.bank.lint import lint
from crlearn.bank.lint.score import score
from crlearn.bank.lint.texts import read_folder
from crlearn.bank.loader import bank_load
from crlearn.bank.models import BankFile, Fact, Question
from crlearn.sources import reading
from crlearn.sources.anchoring import anchor


def run(line: Callable[..., None], seconds: Callable[..., float]) -> None:
    """Print the times of loading, each beside its floor."""
    entries = reading.load_entries(settings.SEEDS_DIR / "documents.yaml")
    raws = {entry.slug: (settings.SEEDS_DIR / entry.file).read_text("utf-8") for entry in entries}
    words = reading.vocabulary(raws.values())
    line("read the five documents", seconds(lambda: [reading.read(raws[e.slug], e, corpus=words) for e in entries]))
    call_command("load_sources", verbosity=0)

    files = sorted(settings.QUESTIONS_DIR.glob("*.yaml"))
    bare = seconds(lambda: [yaml.load(file.read_bytes(), yaml.CBaseLoader) for file in files])
    line(
        "parse and check the bank's files", seconds(lambda: [yamlfile.parse(file) for file in files]), bare, "bare YAML"
    )
    first = seconds(lambda: bank_load(settings.QUESTIONS_DIR), runs=1)
    line(f"load {Fact.objects.count()} facts, {Question.objects.count()} questions", first, bare, "bare YAML")
    line("load them unchanged", seconds(lambda: bank_load(settings.QUESTIONS_DIR)), bare, "bare YAML")
    linted(line, seconds, bare)

    def touched() -> None:
        BankFile.objects.all().delete()
        bank_load(settings.QUESTIONS_DIR)

    line("load them read anew, nothing changed", seconds(touched), bare, "bare YAML")

    text = "\n\n".join(raws.values())
    text = (text * (100_000 // len(text) + 1))[:100_000]
    quote = text[60_000:60_200]
    took = seconds(lambda: anchor(text, exact=quote, prefix=text[59_968:60_000], suffix=text[60_200:60_232]))
    line("find a quotation in 100,000 characters", took, seconds(lambda: text.find(quote)), "str.find")


def linted(line: Callable[..., None], seconds: Callable[..., float], bare: float) -> None:
    """Print how long the lint of the whole bank takes, as `manage.py lint_bank` does it, and its score card alone.

    Each run starts from the files: what rules work out they keep with the bank that they were given.
    """

    def whole() -> None:
        texts, documents = read_folder(settings.SEEDS_DIR)
        score(lint(files.read(settings.QUESTIONS_DIR, list(texts)), texts, documents))

    line("lint the bank and score it, files read anew", seconds(whole), bare, "bare YAML")
    texts, documents = read_folder(settings.SEEDS_DIR)
    report = lint(files.read(settings.QUESTIONS_DIR, list(texts)), texts, documents)
    line("its score card alone", seconds(lambda: score(report)), bare, "bare YAML")
