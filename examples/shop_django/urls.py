"""The addresses: a page for each language, and the rates."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import path
from views import shop

from cafx.integrations.django import rates_json  # cafx

urlpatterns = [
    path("rates.json", rates_json),  # cafx
    *i18n_patterns(path("", shop, name="shop")),
]
