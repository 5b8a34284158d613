"""What is searched: a folded column, filled for the rows that there are, with a trigram index on PostgreSQL."""

from django.db import migrations, models

from crlearn.lib.search import folded

TABLES = ("sources_passage",)


def fill(apps, schema_editor):
    passages = apps.get_model("sources", "Passage")
    rows = list(passages.objects.only("text"))
    for row in rows:
        row.folded = folded(row.text)
    passages.objects.bulk_update(rows, ["folded"], batch_size=200)


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
    dependencies = [("sources", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="folded",
            field=models.TextField(blank=True, default="", help_text="The text as it is searched; a cache."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index, unindex),
    ]
