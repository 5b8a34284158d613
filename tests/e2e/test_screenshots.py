"""The pictures of every page: that what makes them starts by itself, outside of pytest and its settings."""

import json
import subprocess
import sys

from tests.e2e import servers, tour

SCRIPT = "import json; from tests.e2e import screenshots; print(json.dumps(screenshots.error_pages()))"


def test_error_pages_are_made_without_any_settings_in_the_environment(tmp_path):
    environment = servers.environment(VAR_DIR=str(tmp_path))
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=servers.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    texts = json.loads(run.stdout)
    assert set(texts) == set(tour.ERRORS)
    assert "There is nothing here." in texts["404"]
