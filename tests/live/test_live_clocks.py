"""The clock that nobody sets, and what stands in for it where a system has none."""

from __future__ import annotations

import sys
import time

from cafx.live import clocks
from cafx.live.backoff import Try
from cafx.live.clocks import Clocks, Mark, age_between


def test_time_in_sleep_is_counted_where_the_system_can(monkeypatch):
    asked = []
    monkeypatch.setattr(time, "clock_gettime", lambda clock: asked.append(clock) or 1.0)
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", "boot", raising=False)
    assert clocks._steady()() == 1.0
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(time, "CLOCK_MONOTONIC", "monotonic", raising=False)
    assert clocks._steady()() == 1.0
    assert asked == ["boot", "monotonic"]
    monkeypatch.setattr(sys, "platform", "win32")
    assert clocks._steady() is time.monotonic


def test_a_moment_of_another_clock_is_never_ahead_of_ours():
    ours = Clocks(lambda: 1_000.0, lambda: 50.0)
    assert ours.mark(900.0) == Mark(900.0, -50.0)
    assert ours.mark(2_000.0) == Mark(1_000.0, 50.0)
    assert age_between(ours.mark(900.0), ours.now()) == 100.0
    assert age_between(Mark(5_000.0, 40.0), ours.now()) == 10.0
    assert age_between(Mark(5_000.0, 60.0), ours.now()) == 0.0


def test_a_pause_that_was_noted_before_the_machine_was_started_anew_is_over():
    before = Try(None, 3, 5_000_000.0)
    now = Mark(1_000.0, 20.0)
    assert before.is_due(now, 60.0)
    assert before.due_at(now, 60.0) == 20.0
    assert not before._replace(next_try=30.0).is_due(now, 60.0)
    assert before._replace(next_try=30.0).due_at(now, 60.0) == 30.0
    answered = Try(Mark(990.0, 10.0), 0, 0.0)
    assert answered.due_at(now, 60.0) == 70.0
    assert not answered.is_due(now, 60.0)
    assert answered.is_due(now, 10.0)
