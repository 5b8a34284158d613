#!/usr/bin/env python
"""Run a management command. By hand this is a laptop: DEBUG is on unless the environment says otherwise."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crlearn.settings")
    os.environ.setdefault("DEBUG", "1")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"CRLearn does not start: {error}")


if __name__ == "__main__":
    main()
