"""What is known of a document: its entry in documents.yaml."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

How = Literal["in the text", "inferred", "general knowledge"]
DESCRIBED = ("title", "publisher", "author", "published", "kind", "language", "licence", "url")


class EntryError(ValueError):
    """A documents.yaml that cannot be read; the message names the file, the entry and the key."""


class DocumentEntry(BaseModel):
    """One entry of documents.yaml. Every value is text; what is not known is empty, never guessed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    file: str = Field(pattern=r"^[^/\\]+$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    title: str = Field(min_length=1)
    short: str = Field(min_length=1)
    publisher: str = ""
    author: str = ""
    published: str = ""  # EDTF
    kind: str = ""
    language: str = "en"
    licence: str = ""
    url: str = ""
    known: dict[str, How] = {}

    @model_validator(mode="after")
    def _known_names_what_is_there(self) -> "DocumentEntry":
        for name in self.known:
            if name not in DESCRIBED:
                raise ValueError(f"known: {name} is none of {', '.join(DESCRIBED)}")
            if not getattr(self, name):
                raise ValueError(f"known: {name} is empty, so there is nothing to know it by")
        return self


class _TextLoader(yaml.CBaseLoader):
    """Reads every scalar as text; refuses a key that stands twice in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _parse(text: str) -> Any:
    """Return what `text` holds. Raises YAMLError, also for an alias: a few of them can be made to fill the memory."""
    for event in yaml.parse(text, yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(f"an alias (*{event.anchor}) is not allowed here")
    return yaml.load(text, _TextLoader)


def load_entries(path: Path) -> list[DocumentEntry]:
    """Return the entries of a documents.yaml, in order. Raises EntryError."""
    try:
        return parse_entries(path.read_text("utf-8"), name=str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise EntryError(f"{path}: {error}") from None


def parse_entries(text: str, *, name: str = "documents.yaml") -> list[DocumentEntry]:
    """Return the entries that `text` holds. Raises EntryError, naming `name`."""
    try:
        data = _parse(text)
    except yaml.YAMLError as error:
        raise EntryError(f"{name}: {error}") from None
    if not isinstance(data, dict) or set(data) != {"documents"} or not isinstance(data["documents"], list):
        raise EntryError(f"{name}: expected one key, documents, with a list of entries")
    entries: list[DocumentEntry] = []
    for place, item in enumerate(data["documents"], 1):
        slug = item.get("slug", "") if isinstance(item, dict) else ""
        where = f"{name}: entry {place} ({slug})" if slug else f"{name}: entry {place}"
        try:
            entry = DocumentEntry.model_validate(item)
        except ValidationError as error:
            first = error.errors()[0]
            raise EntryError(f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
        if any(entry.slug == other.slug for other in entries):
            raise EntryError(f"{where}: the slug stands twice")
        entries.append(entry)
    return entries
