"""One Chromium for all tests that need it."""

from __future__ import annotations

import pytest

from web.chromium import started


@pytest.fixture(scope="session")
def chromium():
    """Headless Chromium, driven by selenium."""
    with started() as driver:
        yield driver
