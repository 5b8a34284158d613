"""The application that a production server runs. Here DEBUG is off unless the environment says otherwise."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crlearn.settings")
os.environ.setdefault("DEBUG", "0")
try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    sys.exit(f"CRLearn does not start: {error}")
