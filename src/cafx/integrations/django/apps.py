"""The app: its static file, and what it checks at start-up."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register

from cafx.web import static_path

__all__ = ["CafxConfig"]


class CafxConfig(AppConfig):
    """``cafx.integrations.django`` among the installed apps."""

    name = "cafx.integrations.django"
    label = "cafx"
    verbose_name = "cafx"
    # Django looks for an app's static files in its folder: that is where cafx-money.js lies.
    path = str(static_path().parent)

    def ready(self) -> None:
        """Register the checks."""
        from cafx.integrations.django.checks import check_languages, check_setting

        register(Tags.translation)(check_languages)
        register(check_setting)
