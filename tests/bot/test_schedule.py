"""A digest is due at its channel's own local time, on every day there is, once."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadSchedule, UnknownZone
from bot.schedule import (
    EVERY_DAY,
    WEEKDAYS,
    Schedule,
    due,
    next_slot,
    parse,
    quiet_until,
    slots,
    spoken,
    zone_named,
)

ZONES = [
    "Europe/London", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kathmandu",
    "America/Sao_Paulo", "UTC", "Africa/Casablanca", "Pacific/Apia", "America/St_Johns", "Antarctica/Troll",
]  # fmt: skip


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def daily(at: str, zone: str, *more: str) -> Schedule:
    return Schedule(tuple(time.fromisoformat(each) for each in (at, *more)), EVERY_DAY, zone)


def on(schedule: Schedule, day: str) -> list[str]:
    """The slots of a day in the schedule's zone, in UTC."""
    start = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(schedule.zone)).astimezone(UTC)
    noon_next = start + timedelta(hours=36)
    return [
        each.strftime("%m-%d %H:%M")
        for each in slots(schedule, start - timedelta(hours=3), noon_next)
        if each.astimezone(ZoneInfo(schedule.zone)).date().isoformat() == day
    ]


@pytest.mark.parametrize(
    ("zone", "at", "day", "expected"),
    [
        ("Europe/London", "08:30", "2026-03-28", "03-28 08:30"),
        ("Europe/London", "08:30", "2026-03-29", "03-29 07:30"),
        ("Europe/London", "01:30", "2026-03-29", "03-29 01:00"),  # clocks go from 01:00 to 02:00
        ("Europe/London", "01:30", "2026-10-25", "10-25 00:30"),  # shown twice: the first
        ("Europe/London", "08:30", "2026-10-25", "10-25 08:30"),
        ("America/New_York", "02:30", "2026-03-08", "03-08 07:00"),
        ("America/New_York", "01:30", "2026-11-01", "11-01 05:30"),
        ("Australia/Sydney", "02:15", "2026-10-04", "10-03 16:00"),
        ("Australia/Sydney", "02:15", "2026-04-05", "04-04 15:15"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "10-03 15:30"),  # half an hour is skipped
        ("Australia/Lord_Howe", "01:45", "2026-04-05", "04-04 14:45"),
        ("Asia/Kathmandu", "08:30", "2026-06-01", "06-01 02:45"),
        ("America/Sao_Paulo", "00:00", "2018-11-04", "11-04 03:00"),  # that day began at 01:00
        ("America/Sao_Paulo", "08:30", "2026-11-04", "11-04 11:30"),
    ],
)
def test_worked_examples(zone: str, at: str, day: str, expected: str) -> None:
    assert on(daily(at, zone), day) == [expected]


def test_a_day_that_a_date_line_swallowed_has_no_slot() -> None:
    """Samoa went from the 29th to the 31st of December 2011."""
    found = slots(daily("12:00", "Pacific/Apia"), utc("2011-12-29"), utc("2012-01-01"))
    assert [each.strftime("%m-%d %H:%M") for each in found] == ["12-29 22:00", "12-30 22:00", "12-31 22:00"]


def test_two_times_that_were_skipped_together_are_one_slot() -> None:
    assert on(daily("01:15", "Europe/London", "01:45"), "2026-03-29") == ["03-29 01:00"]


def by_the_clock(schedule: Schedule, start: datetime, end: datetime) -> list[datetime]:
    """An independent calendar: somebody looks at a clock there every minute, and ticks off each time of each day."""
    zone = ZoneInfo(schedule.zone)
    found, ticked = list[datetime](), set[tuple[object, time]]()
    moment = start - timedelta(days=2)
    while moment <= end:
        there = moment.astimezone(zone)
        passed = [
            at
            for at in schedule.times
            if there.isoweekday() in schedule.days and there.time() >= at and (there.date(), at) not in ticked
        ]
        ticked |= {(there.date(), at) for at in passed}
        if passed and start < moment:
            found.append(moment)
        moment += timedelta(minutes=1)
    return found


changes = st.sampled_from(
    ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-10-04", "2026-04-05", "2018-11-04", "2018-02-18",
     "2026-02-15", "2026-03-22", "2026-07-01", "2011-12-30"]
)  # fmt: skip
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    st.lists(times, min_size=1, max_size=3, unique=True),
    st.frozensets(st.integers(1, 7), min_size=1),
    st.sampled_from(ZONES),
    changes,
)
def test_the_slots_are_those_that_somebody_with_a_clock_would_find(
    at: list[time], days: frozenset[int], zone: str, day: str
) -> None:
    schedule = Schedule(tuple(at), days, zone)
    start = utc(day) - timedelta(days=1)
    end = start + timedelta(days=3)
    assert list(slots(schedule, start, end)) == by_the_clock(schedule, start, end)


@given(st.lists(times, min_size=1, max_size=6), st.frozensets(st.integers(1, 7), min_size=1), st.sampled_from(ZONES))
def test_what_is_written_out_is_read_again(at: list[time], days: frozenset[int], zone: str) -> None:
    schedule = Schedule(tuple(sorted(set(at))), days, zone)
    assert parse(str(schedule)) == schedule


@pytest.mark.parametrize(
    ("text", "days", "at", "zone"),
    [
        ("weekdays 08:30 Europe/London", WEEKDAYS, ["08:30"], "Europe/London"),
        ("08:30", EVERY_DAY, ["08:30"], "UTC"),
        ("daily at 7am and 6:30 pm, New York", EVERY_DAY, ["07:00", "18:30"], "America/New_York"),
        ("mon,thu 9.15 europe/berlin", {1, 4}, ["09:15"], "Europe/Berlin"),
        ("Every Friday 12pm", {5}, ["12:00"], "UTC"),
        ("weekends 12am", {6, 7}, ["00:00"], "UTC"),
        ("wednesdays 23h59 Kathmandu", {3}, ["23:59"], "Asia/Kathmandu"),
    ],
)
def test_what_people_type(text: str, days: set[int], at: list[str], zone: str) -> None:
    text = text.replace("New York", "New_York")
    assert parse(text) == Schedule(tuple(map(time.fromisoformat, at)), frozenset(days), zone)


@pytest.mark.parametrize(
    "text", ["", "weekdays", "25:00", "08:61", "13pm", "0am", "8", "1:00 2:00 3:00 4:00 5:00 6:00 7:00"]
)
def test_what_cannot_happen_is_refused_with_a_whole_example(text: str) -> None:
    with pytest.raises(BadSchedule, match="weekdays 08:30 Europe/London"):
        parse(text)


@pytest.mark.parametrize(
    ("name", "offered"),
    [("Europe/Londn", "Europe/London"), ("Berlni", "Europe/Berlin"), ("Sao Paolo", "America/Sao_Paulo")],
)
def test_an_unknown_zone_gets_the_nearest_names(name: str, offered: str) -> None:
    with pytest.raises(UnknownZone) as raised:
        zone_named(name)
    assert offered in raised.value.near
    assert offered in str(raised.value)


def test_what_is_nowhere_near_a_zone_gets_an_example() -> None:
    with pytest.raises(UnknownZone, match="give one like Europe/London"):
        zone_named("qqqqqqqqqqqqqqqqqqqqq")


def test_missed_slots_are_told_by_the_latest_of_them() -> None:
    schedule = daily("08:00", "UTC", "12:00")
    six = timedelta(hours=6)
    assert due(schedule, since=utc("2026-11-20 12:00"), now=utc("2026-11-23 12:30"), grace=six) == utc(
        "2026-11-23 12:00"
    )
    assert due(schedule, since=utc("2026-11-23 12:00"), now=utc("2026-11-23 12:30"), grace=six) is None
    assert due(schedule, since=utc("2026-11-20 12:00"), now=utc("2026-11-23 07:59"), grace=six) is None
    assert due(schedule, since=utc("2026-11-20 12:00"), now=utc("2026-11-23 08:00"), grace=six) == utc(
        "2026-11-23 08:00"
    )


@given(st.sampled_from(ZONES), times, st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 - bounds
def test_there_is_always_a_next_one(zone: str, at: time, now: datetime) -> None:
    after = now.replace(tzinfo=UTC)
    assert after < next_slot(Schedule((at,), frozenset({1}), zone), after) <= after + timedelta(days=14)


def test_it_is_spoken_as_people_do() -> None:
    assert spoken(utc("2026-11-24 08:30"), "Europe/London") == "Tuesday 08:30 Europe/London"


@pytest.mark.parametrize(
    ("typed", "moment", "ends"),
    [
        ("daily 08:30 UTC quiet 22:00-07:00", "2026-11-23T23:00+00:00", "2026-11-24T07:00+00:00"),
        ("daily 08:30 UTC quiet 22:00-07:00", "2026-11-23T06:59+00:00", "2026-11-23T07:00+00:00"),
        ("daily 08:30 UTC quiet 22:00-07:00", "2026-11-23T07:00+00:00", None),
        ("daily 08:30 UTC quiet 10pm to 7am", "2026-11-23T22:00+00:00", "2026-11-24T07:00+00:00"),
        ("daily 08:30 UTC quiet 12:00-13:00", "2026-11-23T12:30+00:00", "2026-11-23T13:00+00:00"),
        ("daily 08:30 UTC quiet 07:00-07:00", "2026-11-23T12:30+00:00", None),
        ("daily 08:30 UTC", "2026-11-23T23:00+00:00", None),
        ("daily 08:30 Europe/London quiet 22:00-01:30", "2026-03-28T23:00+00:00", "2026-03-29T01:00+00:00"),
    ],
)
def test_quiet_hours_end_when_clocks_there_say_so(typed: str, moment: str, ends: str | None) -> None:
    """The last: at 01:00 UTC clocks in London are set from 01:00 to 02:00."""
    expected = datetime.fromisoformat(ends) if ends else None
    assert quiet_until(parse(typed), datetime.fromisoformat(moment)) == expected


def test_quiet_hours_are_read_again_as_they_are_written_out() -> None:
    schedule = parse("mon,thu 08:30 Europe/London quiet 22:00–7am")
    assert str(schedule) == "mon,thu 08:30 Europe/London quiet 22:00-07:00"
    assert parse(str(schedule)) == schedule


@pytest.mark.parametrize(
    "typed", ["daily 08:30 quiet 08:00-09:00", "daily 08:30 quiet 22-07", "daily 08:30 quiet 25:00-07:00"]
)
def test_hours_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(BadSchedule):
        parse(typed)
