"""The environment's values as settings, each wrong one stopping the start with one line that says what to do."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql", "psql", "pgsql")


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no value; anything but 1 0 true false yes no on off is an error."""
    text = env.str(name, default="").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {text!r}: write 1 or 0.")


def secret_key(*, debug: bool) -> str:
    """Return SECRET_KEY; on a laptop (debug) a known one will do, in production it must be given and long enough."""
    key: str = env.str("SECRET_KEY", default="")
    if key:
        if not debug and len(key) < 32:
            raise ImproperlyConfigured("SECRET_KEY is too short: give at least 32 random characters.")
        return key
    if debug:
        return "for-this-laptop-only-never-on-a-host-that-others-reach"
    raise ImproperlyConfigured(
        "SECRET_KEY is missing: set it to at least 32 random characters, the same on every host."
    )


def hosts(*, debug: bool) -> list[str]:
    """Return ALLOWED_HOSTS, a comma-separated list of the names that the site answers to."""
    names = [name.strip() for name in env.str("ALLOWED_HOSTS", default="").split(",") if name.strip()]
    if names:
        return names
    if debug:
        return ["localhost", "127.0.0.1", "[::1]", "testserver"]
    raise ImproperlyConfigured("ALLOWED_HOSTS is missing: name the hosts the site answers to, as in learn.example.org.")


def database(folder: Path) -> dict[str, Any]:
    """Return the settings of the one database: DATABASE_URL, or an SQLite file in `folder`.

    SQLite: write-ahead log, every commit on disk (synchronous=FULL), write transactions taken at once (IMMEDIATE) so that
    two writers wait for each other instead of failing. PostgreSQL: a connection pool in each process.
    """
    url = env.str("DATABASE_URL", default="")
    if url and urlsplit(url).scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite:///.")
    if not url:
        writable(folder)
    try:
        config: dict[str, Any] = dict(env.db_url_config(url or f"sqlite:///{folder / 'crlearn.sqlite3'}"))
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}.") from None
    options = config.setdefault("OPTIONS", {})
    if config["ENGINE"].endswith("sqlite3"):
        options.setdefault("timeout", 20)
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault(
            "init_command",
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;",
        )
        # a file of its own for each run of the tests, so that two runs do not meet
        config.setdefault("TEST", {"NAME": str(folder / f"test_{os.getpid()}.sqlite3")})
    else:
        options.setdefault("pool", {"min_size": 1, "max_size": 8, "timeout": 10})
    return config


def writable(folder: Path) -> None:
    """Make a folder that a run writes to. Raises ImproperlyConfigured where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"VAR_DIR cannot be made: {folder}: {error.strerror}.") from None


def cache() -> dict[str, Any]:
    """Return the default cache: CACHE_URL (redis://…), or the memory of this process."""
    url = env.str("CACHE_URL", default="")
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if urlsplit(url).scheme not in {"redis", "rediss"}:
        raise ImproperlyConfigured("CACHE_URL must begin with redis:// or rediss://.")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}


def email() -> dict[str, Any]:
    """Return Django's EMAIL_* settings from EMAIL_URL; without one, mail is printed on the console."""
    try:
        config: dict[str, Any] = dict(env.email_url("EMAIL_URL", default="consolemail://"))
    except (ValueError, KeyError, ImproperlyConfigured):
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read: write smtp+tls://user:password@host:587 or consolemail://."
        ) from None
    return config
