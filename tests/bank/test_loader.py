"""manage.py load_bank: files become facts and questions, all of them or none, and nobody's work is lost."""

import hashlib
import json
import textwrap

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crlearn.bank.models import (
    BankFile,
    Disagreement,
    Fact,
    FactAlias,
    FactVersion,
    Question,
    QuestionVersion,
    VocabularyEntry,
)
from crlearn.sources.models import Evidence

pytestmark = pytest.mark.django_db

TEXT = """The pact

The first paragraph says that forty-two ships sailed in the spring of 2019, as everybody had expected of them.

The second paragraph says that no ship came back, although the harbour was kept open through the whole winter.
"""

VOCABULARY = """
topics:
- {id: ships, name: Ships}
entities:
- id: harbour
  kind: place
  name: The harbour
  aliases: [the port]
  line: Where ships come in.
  evidence:
  - {quote: the harbour was kept open through the whole winter, source: pact}
"""

BANK = """
document: pact
document_sha256: SHA
facts:
- id: sailed
  statement: Forty-two ships sailed in spring 2019.
  nature: event
  when: 2019
  importance: core
  topics: [ships]
  evidence:
  - quote: forty-two ships sailed in the spring of 2019
  questions:
  - id: many
    type: numeric
    prompt: How many ships sailed in the spring of 2019, by PACT 2019?
    answer: "42"
    unit: ships
  - id: season
    asks: season
    type: single_choice
    prompt: In which season of 2019 did the ships sail, by PACT 2019?
    options:
    - {id: a, text: In spring, correct: true}
    - {id: b, text: In summer, why: The document says spring.}
    - {id: c, text: In winter, why: The document says spring.}
- id: lost
  statement: No ship came back.
  nature: event
  importance: detail
  topics: [ships]
  about: [harbour]
  evidence:
  - quote: no ship came back, although the harbour was kept open
  questions:
  - id: back
    type: short_answer
    prompt: By PACT 2019, which place was kept open when no ship came back?
    answer: the harbour
    entity: harbour
groups:
- id: order
  facts: [pact/sailed, pact/lost]
  type: matching
  prompt: By PACT 2019, what happened to the ships, and how many?
  pairs:
  - {id: x, left: sailed, right: forty-two, fact: pact/sailed}
  - {id: y, left: came back, right: none, fact: pact/lost}
"""

ACROSS = """
disagreements:
- id: ships
  topic: ships
  kind: contradiction
  claims:
  - {fact: pact/sailed, says: they sailed}
  - {fact: pact/lost, says: they were lost}
  note: Both can be so.
"""


@pytest.fixture
def folder(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    raw = TEXT.encode()
    (seeds / "pact.txt").write_bytes(raw)
    sha = hashlib.sha256(raw).hexdigest()
    entry = {"slug": "pact", "file": "pact.txt", "sha256": sha, "title": "The pact", "short": "PACT 2019"}
    (seeds / "documents.yaml").write_text("documents:\n- " + json.dumps(entry) + "\n")
    call_command("load_sources", "--from", str(seeds), verbosity=0)
    questions = tmp_path / "questions"
    questions.mkdir()
    (questions / "vocabulary.yaml").write_text(VOCABULARY)
    (questions / "pact.yaml").write_text(BANK.replace("SHA", sha))
    (questions / "across.yaml").write_text(ACROSS)
    return questions


def load(folder, *options):
    call_command("load_bank", "--from", str(folder), *options, verbosity=0)


def edit(folder, old, new, name="pact.yaml"):
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def counts():
    models = (Fact, FactVersion, Question, QuestionVersion, Evidence, Disagreement, VocabularyEntry)
    return [model.objects.count() for model in models]


def test_files_become_facts_questions_and_what_they_hang_on(folder):
    load(folder)
    fact = Fact.objects.get(ref="pact/sailed")
    assert (fact.status, fact.importance, fact.document.slug) == ("ready", "core", "pact")
    assert fact.current.statement == "Forty-two ships sailed in spring 2019."
    (evidence,) = fact.current.evidence.all()
    (start, end), *_ = evidence.raw
    assert TEXT[start:end] == evidence.exact == "forty-two ships sailed in the spring of 2019"
    assert evidence.passage.number == 1
    assert evidence.prefix.endswith("The first paragraph says that ")
    assert evidence.suffix == ", as everybody had expected of t"
    assert list(fact.topics.values_list("slug", flat=True)) == ["ships"]
    question = Question.objects.get(ref="pact/sailed/season")
    assert (question.kind, question.asks) == ("single_choice", "season")
    assert list(question.current.facts.all()) == [fact.current]
    group = Question.objects.get(ref="pact/groups/order")
    assert [one.fact.ref for one in group.current.facts.order_by("questionversionfact__position")] == [
        "pact/sailed",
        "pact/lost",
    ]
    assert Disagreement.objects.get().claims.count() == 2


def test_loading_again_changes_nothing_and_reads_nothing(folder):
    load(folder)
    before = counts(), set(QuestionVersion.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        load(folder)
    assert (counts(), set(QuestionVersion.objects.values_list("pk", flat=True))) == before
    assert len(queries) == 2  # the documents' state; the files as last loaded


def test_loading_a_touched_but_equal_file_changes_nothing(folder):
    load(folder)
    before = counts()
    (folder / "pact.yaml").write_text("# a comment\n" + (folder / "pact.yaml").read_text())
    load(folder)
    assert counts() == before


def test_an_edited_question_gets_a_new_version_and_the_old_one_stays(folder):
    load(folder)
    old = Question.objects.get(ref="pact/sailed/many").current
    edit(folder, "How many ships sailed in", "How many ships set sail in")
    load(folder)
    new = Question.objects.get(ref="pact/sailed/many").current
    assert (old.number, new.number) == (1, 2)
    assert QuestionVersion.objects.get(pk=old.pk).prompt.startswith("How many ships sailed")
    assert new.prompt.startswith("How many ships set sail")
    assert Question.objects.get(ref="pact/sailed/season").current.number == 1


def test_an_edited_fact_carries_its_questions_to_its_new_version(folder):
    load(folder)
    edit(folder, "Forty-two ships sailed in spring 2019.", "In spring 2019 forty-two ships sailed.")
    load(folder)
    fact = Fact.objects.get(ref="pact/sailed")
    assert fact.current.number == 2
    for ref in ("pact/sailed/many", "pact/sailed/season", "pact/groups/order"):
        assert fact.current in Question.objects.get(ref=ref).current.facts.all()
    assert Question.objects.get(ref="pact/lost/back").current.number == 1


def test_what_leaves_its_file_is_retired_and_not_deleted(folder):
    load(folder)
    text = (folder / "pact.yaml").read_text()
    start, end = text.index("  - id: season"), text.index("- id: lost")
    (folder / "pact.yaml").write_text(text[:start] + text[end:])
    load(folder)
    question = Question.objects.get(ref="pact/sailed/season")
    assert question.status == "retired"
    assert question.current is not None


def test_a_file_that_lost_more_than_a_tenth_needs_to_be_asked_for(folder):
    load(folder)
    text = (folder / "pact.yaml").read_text()
    head = text[: text.index("facts:")]
    (folder / "pact.yaml").write_text(head)
    (folder / "across.yaml").write_text("facts: []\n")
    before = counts()
    with pytest.raises(CommandError, match="--retire"):
        load(folder)
    assert counts() == before
    assert not Fact.objects.filter(status="retired").exists()
    load(folder, "--retire")
    assert set(Fact.objects.values_list("status", flat=True)) == {"retired"}


def test_what_came_back_to_its_file_is_asked_again(folder):
    load(folder)
    whole = (folder / "pact.yaml").read_text()
    start, end = whole.index("  - id: season"), whole.index("- id: lost")
    (folder / "pact.yaml").write_text(whole[:start] + whole[end:])
    load(folder)
    (folder / "pact.yaml").write_text(whole)
    load(folder)
    question = Question.objects.get(ref="pact/sailed/season")
    assert (question.status, question.current.number) == ("ready", 1)


def test_a_new_version_of_the_document_takes_the_facts_with_it(folder):
    load(folder)
    old = Fact.objects.get(ref="pact/sailed").current
    receive(
        folder,
        TEXT.replace(
            "The pact\n\n", "The pact\n\nA paragraph that was added stands before all the others from now on.\n\n"
        ),
    )
    load(folder)
    fact = Fact.objects.get(ref="pact/sailed")
    assert fact.current.number == 2
    assert fact.current.evidence.get().version == fact.document.current
    assert fact.current in Question.objects.get(ref="pact/sailed/many").current.facts.all()
    assert old.evidence.get().version != fact.document.current  # what was answered before keeps its chain


def test_a_quotation_that_a_new_version_lacks_is_an_error(folder, capsys):
    load(folder)
    receive(folder, TEXT.replace("no ship came back", "three ships came back"))
    with pytest.raises(CommandError):
        load(folder)
    assert "pact/lost: the quotation" in capsys.readouterr().err
    assert FactVersion.objects.count() == 2


def test_a_fact_may_be_split_and_the_old_one_kept_retired(folder):
    text = (folder / "pact.yaml").read_text()
    old = text[text.index("- id: lost") : text.index("groups:")].replace("- id: lost", "- id: fate")
    retired = old[: old.index("  questions:")] + "  status: retired\n"
    text = text.replace("- id: lost\n", "- id: lost\n  formerly: [pact/fate]\n").replace(
        "- id: sailed\n", "- id: sailed\n  formerly: [pact/fate]\n"
    )
    (folder / "pact.yaml").write_text(text.replace("groups:", retired + "groups:"))
    load(folder)
    assert set(FactAlias.objects.filter(ref="pact/fate").values_list("fact__ref", flat=True)) == {
        "pact/lost",
        "pact/sailed",
    }


def receive(folder, text):
    """Bring a new version of the document, and name it in the bank's file."""
    seeds = folder.parent / "seeds"
    raw = text.encode()
    (seeds / "pact.txt").write_bytes(raw)
    entries = (seeds / "documents.yaml").read_text()
    before = json.loads(entries.split("\n- ")[1])["sha256"]
    after = hashlib.sha256(raw).hexdigest()
    (seeds / "documents.yaml").write_text(entries.replace(before, after))
    call_command("load_sources", "--from", str(seeds), verbosity=0)
    edit(folder, before, after)


def test_what_was_edited_in_the_database_only_is_kept(folder):
    load(folder)
    fact = Fact.objects.get(ref="pact/lost")
    fact.entry = {**fact.entry, "statement": "Not one ship came back."}
    fact.save()
    edit(folder, "How many ships sailed in", "How many ships set sail in")
    load(folder)
    assert Fact.objects.get(ref="pact/lost").entry["statement"] == "Not one ship came back."


def test_what_was_edited_on_both_sides_is_a_conflict_and_stays(folder, capsys):
    load(folder)
    fact = Fact.objects.get(ref="pact/lost")
    fact.entry = {**fact.entry, "statement": "Not one ship came back."}
    fact.save()
    edit(folder, "No ship came back.", "None of the ships came back.")
    with pytest.raises(CommandError, match="pact/lost"):
        load(folder)
    assert Fact.objects.get(ref="pact/lost").entry["statement"] == "Not one ship came back."
    with pytest.raises(CommandError, match="pact/lost"):  # and it is said again until somebody decides
        load(folder)


def test_a_dry_run_says_what_would_be_done_and_does_nothing(folder, capsys):
    load(folder, "--dry-run")
    assert "new: pact/sailed" in capsys.readouterr().out
    assert counts() == [0] * 7
    assert not BankFile.objects.exists()


def test_a_former_ref_leads_to_the_fact(folder):
    edit(folder, "- id: lost\n", "- id: lost\n  formerly: [pact/gone]\n")
    load(folder)
    assert FactAlias.objects.get(ref="pact/gone").fact.ref == "pact/lost"


QUOTE = "quote: no ship came back, although the harbour was kept open"
WRONG = {
    "unknown key": ("  importance: detail", "  weight: 7\n  importance: detail", "weight"),
    "wrong type": ("topics: [ships]\n  about", "topics: ships\n  about", "list"),
    "duplicate id": ("- id: lost", "- id: sailed", "taken already"),
    "duplicate key": ("  importance: detail", "  importance: detail\n  importance: core", "second time"),
    "unknown document": (QUOTE, QUOTE + "\n    source: treaty", "there is no document “treaty”"),
    "unknown topic": ("topics: [ships]\n  about", "topics: [shps]\n  about", "did you mean “ships”"),
    "unknown entity": ("about: [harbour]", "about: [harbor]", "did you mean “harbour”"),
    "unknown fact": (
        "  about: [harbour]",
        "  about: [harbour]\n  distinct_from: [pact/last]",
        "did you mean “pact/lost”",
    ),
    "quotation that is not there": (QUOTE, "quote: no boat came back", "does not stand in pact"),
    "quotation that stands twice": (QUOTE, "quote: paragraph says that", "more than once"),
    "quotation of a heading": (QUOTE, "quote: The pact", "heading"),
    "no correct option": ("In spring, correct: true", "In spring", "no option is correct"),
    "tag": ("statement: No ship", "statement: !!python/name:os.system No ship", "tags"),
    "alias": ("statement: No ship came back.", "statement: &a No ship came back.", "aliases"),
    "not a date": ("when: 2019", "when: last year", "no date"),
    "fact outside the group": ("right: none, fact: pact/lost", "right: none, fact: pact/other", "not among the facts"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_error_names_file_line_and_entry_and_loads_nothing(folder, name, capsys):
    old, new, says = WRONG[name]
    text = (folder / "pact.yaml").read_text()
    line = text[: text.index(old)].count("\n") + 1
    edit(folder, old, new)
    with pytest.raises(CommandError, match="nothing was loaded"):
        load(folder)
    report = capsys.readouterr().err
    assert says in report
    assert "questions/pact.yaml:" in report
    assert abs(int(report.split("pact.yaml:")[1].split(":")[0]) - line) <= 3
    assert counts() == [0] * 7


def test_quotations_of_a_version_that_was_never_loaded_are_refused(folder, capsys):
    path = folder / "pact.yaml"
    path.write_text(path.read_text().replace(hashlib.sha256(TEXT.encode()).hexdigest(), "0" * 64))
    with pytest.raises(CommandError):
        load(folder)
    assert "questions/pact.yaml:3: document_sha256 is of no version" in capsys.readouterr().err


def test_one_bad_file_leaves_a_loaded_bank_as_it_was(folder):
    load(folder)
    before = counts()
    edit(folder, "How many ships sailed in", "How many ships set sail in")
    edit(folder, "kind: contradiction", "kind: quarrel", name="across.yaml")
    with pytest.raises(CommandError):
        load(folder)
    assert counts() == before
    assert Question.objects.get(ref="pact/sailed/many").current.number == 1


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"facts: \xff\xfe", "not UTF-8"),
        (b"a: &x [1, 1]\nb: &y [*x, *x]\nc: [*y, *y]\n", "aliases"),
        (b"", "empty"),
        (b"- just\n- a list\n", "mapping"),
        (b"facts: [", "not YAML"),
    ],
)
def test_hostile_files_are_refused(folder, raw, says, capsys):
    (folder / "across.yaml").write_bytes(raw)
    with pytest.raises(CommandError):
        load(folder)
    assert says in capsys.readouterr().err
    assert counts() == [0] * 7


def test_a_file_of_no_document_is_refused(folder, capsys):
    (folder / "treaty.yaml").write_text(textwrap.dedent(BANK).replace("document: pact", "document: treaty"))
    with pytest.raises(CommandError):
        load(folder)
    assert "treaty is no document" in capsys.readouterr().err


def test_what_the_lint_blocks_is_not_loaded_as_ready(folder, capsys):
    """An edit whose key stands nowhere is refused with its line and rule; as a draft it is loaded, and not asked."""
    load(folder)
    edit(folder, 'answer: "42"', 'answer: "43"')
    with pytest.raises(CommandError, match="nothing was loaded"):
        load(folder)
    said = capsys.readouterr().err
    assert "questions/pact.yaml" in said
    assert "pact/sailed/many: G3" in said
    assert "status: draft" in said
    assert Question.objects.get(ref="pact/sailed/many").current.content["answer"] == "42"
    edit(folder, 'answer: "43"', 'answer: "43"\n    status: draft')
    load(folder)
    assert Question.objects.get(ref="pact/sailed/many").status == "draft"


def test_a_fact_that_loses_what_its_question_asks_is_refused(folder, capsys):
    load(folder)
    edit(
        folder,
        "quote: forty-two ships sailed in the spring of 2019",
        "quote: in the spring of 2019, as everybody had expected of them",
    )
    with pytest.raises(CommandError, match="nothing was loaded"):
        load(folder)
    assert "pact/sailed/many: G3" in capsys.readouterr().err


def test_what_did_not_change_is_not_held_to_the_lint_again(folder):
    """A bank that came in with a flaw does not keep its keeper from mending something else."""
    edit(folder, 'answer: "42"', 'answer: "43"')
    load(folder)
    edit(folder, "No ship came back.", "Not one ship came back.")
    load(folder)
    assert Fact.objects.get(ref="pact/lost").current.statement == "Not one ship came back."
