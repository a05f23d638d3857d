"""The offsets of a zone are those that zoneinfo gives at any moment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx.frames.zones import offsets_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = 4_000, 21_000
ZONES = ("Asia/Almaty", "Asia/Tashkent", "Asia/Bishkek", "America/New_York", "Africa/Casablanca", "UTC")


@given(st.sampled_from(ZONES), st.integers(FIRST * 86_400, LAST * 86_400))
def test_the_offset_of_a_moment_is_that_of_its_zone(tz, second):
    offset = max(turn for turn in offsets_of(tz, FIRST, LAST) if turn[0] <= second)[1]
    local = (EPOCH + timedelta(seconds=second)).astimezone(ZoneInfo(tz))
    assert timedelta(seconds=offset) == local.utcoffset()


@pytest.mark.parametrize(
    ("tz", "day"),
    [
        ("America/Recife", "2000-10-12"),  # summer time from the 8th to the 15th, an hour less than a week
        ("America/Boa_Vista", "2000-10-12"),
        ("America/Cambridge_Bay", "2000-11-01"),
        ("Africa/Freetown", "1939-09-03"),
    ],
)
@pytest.mark.parametrize("before", range(4, 11))
def test_an_offset_of_a_few_days_is_seen_from_whatever_day_the_stretch_begins(tz, day, before):
    moment = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    number = (moment - EPOCH).days
    second = int((moment - EPOCH).total_seconds())
    offset = max(turn for turn in offsets_of(tz, number - before, number + 20) if turn[0] <= second)[1]
    assert timedelta(seconds=offset) == moment.astimezone(ZoneInfo(tz)).utcoffset()


@pytest.mark.parametrize(("first", "last"), [(0, 0), (2_932_000, 2_932_896)])
def test_a_stretch_may_be_one_day_or_reach_to_the_end_of_the_calendar(first, last):
    assert offsets_of("Asia/Tashkent", first, last)[-1][1] == 18_000 + 3_600 * (first == 0)
