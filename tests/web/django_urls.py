"""The addresses of the Django site."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path

# cafx
from cafx.integrations.django import JSONEncoder, rates_json

# end
from web.sites import ARTICLE, SALARY


def shop(request):
    return render(request, "shop.django.html", {"salary": SALARY, "article": ARTICLE})


def as_json(_):
    return JsonResponse({"salary": SALARY}, encoder=JSONEncoder)


def plain(_):
    return HttpResponse("no price")


urlpatterns = [
    path("", shop),
    path("json", as_json),
    path("plain", plain),
    path("rates.json", rates_json),  # cafx
]
