"""The score card of the bank: made when the bank has changed, shown to everybody."""

import shutil

import pytest
from django.conf import settings as configured
from django.core.management import call_command

from crlearn.bank import scorecard
from crlearn.bank.models import ScoreCard
from crlearn.lib import clock
from tests.cards.walk import text

pytestmark = pytest.mark.django_db
BANK = """
document: crs-2023
document_sha256: {sha256}
facts:
- id: ties-1991
  statement: By the account of CRS, today's tie began with the break-up of the Soviet Union.
  nature: event
  when: 1991
  importance: core
  topics: [history]
  evidence:
  - quote: the contemporary China-Russia relationship{quote}
  questions:
  - id: when
    type: short_answer
    prompt: In which year, by CRS's account of 2023, does the tie of China and Russia of today begin?
    answer: "1991"
"""
VOCABULARY = "topics:\n- {id: history, name: History}\n"


@pytest.fixture
def bank(tmp_path, settings):
    """The first shipped document with one fact, loaded; return the folder of the bank's files."""
    seeds, questions = tmp_path / "seeds", tmp_path / "questions"
    shutil.copytree(configured.SEEDS_DIR, seeds)
    questions.mkdir()
    settings.SEEDS_DIR, settings.QUESTIONS_DIR = seeds, questions
    call_command("load_sources", verbosity=0)
    real = (configured.BASE_DIR / "questions/crs-2023.yaml").read_text()
    sha256 = real.split("document_sha256: ")[1].split()[0]
    quote = real.split("- quote: the contemporary China-Russia relationship")[1].split("\n")[0]
    (questions / "vocabulary.yaml").write_text(VOCABULARY)
    (questions / "crs-2023.yaml").write_text(BANK.format(sha256=sha256, quote=quote))
    call_command("load_bank", verbosity=0)
    return questions


def test_before_the_first_check_the_page_says_so(db, client):
    assert "has not been checked here yet" in text(client.get("/bank/"))


def test_the_periodic_work_checks_the_bank_once_and_again_when_it_has_changed(bank, client, capsys):
    call_command("tick")
    assert "score card of the bank: made" in capsys.readouterr().out
    page = text(client.get("/bank/"))
    assert "1 fact, 1 question." in page
    assert "1 of 18 paragraphs" in page
    assert "has changed since" not in page
    call_command("tick")
    assert "score card of the bank: as it was" in capsys.readouterr().out

    path = bank / "crs-2023.yaml"
    path.write_text(path.read_text().replace("    answer:", "    accept: [the year 1991]\n    answer:"))
    call_command("tick")  # the file has moved on and is not loaded: nothing to say of what is asked
    assert "score card of the bank: as it was" in capsys.readouterr().out
    call_command("load_bank", verbosity=0)
    assert "has changed since" in text(client.get("/bank/"))
    call_command("tick")
    assert "has changed since" not in text(client.get("/bank/"))
    assert ScoreCard.objects.count() == 1


def test_a_bank_that_was_never_loaded_is_not_checked(db, settings):
    made = scorecard.scorecard_make(questions=settings.QUESTIONS_DIR, seeds=settings.SEEDS_DIR, now=clock.now())
    assert not made
    assert scorecard.scorecard() is None


def test_a_card_made_by_other_rules_is_not_shown_and_made_anew(bank, client, capsys):
    """It may lack what the page shows."""
    call_command("tick")
    row = ScoreCard.objects.get()
    ScoreCard.objects.update(digest=row.digest[: scorecard.HALF] + "0" * scorecard.HALF, card={})
    assert "has not been checked here yet" in text(client.get("/bank/"))
    capsys.readouterr()
    call_command("tick")
    assert "score card of the bank: made" in capsys.readouterr().out
    assert ScoreCard.objects.get().digest == row.digest


def test_what_is_not_whole_is_not_called_so(bank, client):
    call_command("tick")
    row = ScoreCard.objects.get()
    row.card |= {"sound": 0.9996, "recall": 1.0, "precision": 0.283}
    row.card["documents"][0]["covered"] = 0.9967
    row.save()
    page = text(client.get("/bank/"))
    assert "99.9 per cent of the questions are sound" in page
    assert "100 per cent of the answers" in page
    assert "28.3 per cent of the quotations" in page
    assert "99 per cent of the long ones" in page


def test_it_is_only_read(db, client):
    assert client.post("/bank/").status_code == 405


def test_four_queries_whatever_the_size(bank, client, django_assert_num_queries):
    call_command("tick", verbosity=0)
    with django_assert_num_queries(4):  # the card, the files as loaded, the documents, the topics
        client.get("/bank/")
