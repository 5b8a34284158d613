"""What is searched: a folded column, filled for the rows that there are, with a trigram index on PostgreSQL."""

from django.db import migrations, models

from crlearn.lib.search import folded

TABLES = ("bank_factversion", "bank_vocabularyentry")


def fill(apps, schema_editor):
    versions = apps.get_model("bank", "FactVersion")
    rows = list(versions.objects.only("statement"))
    for row in rows:
        row.folded = folded(row.statement)
    versions.objects.bulk_update(rows, ["folded"], batch_size=200)
    vocabulary = apps.get_model("bank", "VocabularyEntry")
    words = list(vocabulary.objects.only("name", "entry"))
    for row in words:
        names = [row.name, *row.entry.get("aliases", ()), row.entry.get("expansion") or ""]
        row.folded = folded(*names, row.entry.get("line") or "")
    vocabulary.objects.bulk_update(words, ["folded"], batch_size=200)


def index(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return  # SQLite reads the column through: some milliseconds for ten thousand paragraphs
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    for table in TABLES:
        schema_editor.execute(f"CREATE INDEX {table}_folded_trgm ON {table} USING gin (folded gin_trgm_ops)")


def unindex(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP INDEX {table}_folded_trgm")



class Migration(migrations.Migration):
    dependencies = [("bank", "0001_initial"), ("sources", "0002_passage_folded")]

    operations = [
        migrations.AddField(
            model_name="factversion",
            name="folded",
            field=models.TextField(blank=True, default="", help_text="The statement as it is searched; a cache."),
        ),
        migrations.AddField(
            model_name="vocabularyentry",
            name="folded",
            field=models.TextField(blank=True, default="", help_text="Its names and line as they are searched; a cache."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index, unindex),
    ]
