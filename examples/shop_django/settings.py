"""What Django asks of a site; the lines that cafx asks for are marked."""

from __future__ import annotations

from pathlib import Path

from loopback import live_rates

HERE = Path(__file__).parent

INSTALLED_APPS = ["django.contrib.staticfiles"]
INSTALLED_APPS += ["cafx.integrations.django"]  # cafx
CAFX = {"rates": live_rates(), "choices": {"digits": "auto", "precision": "minor"}}  # cafx

ROOT_URLCONF = "urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "views.content_policy",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"context_processors": ["django.template.context_processors.i18n"]},
    }
]
LANGUAGES = [("en", "English"), ("kk", "Қазақша"), ("ru", "Русский"), ("uz", "Oʻzbekcha")]
LANGUAGE_CODE = "en"
STATICFILES_DIRS = [HERE / "static"]
STATIC_URL = "/static/"
USE_I18N = True

# For this machine only: on a real site the key comes from the environment.
SECRET_KEY = "an example keeps no secrets"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DEBUG = True
