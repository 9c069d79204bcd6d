"""Times of each day and of one day a week, in which AWS does its own work."""

import re

_HOUR = 60
_DAY = 24 * _HOUR
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9])"
_DAILY = rf"{_TIME}-{_TIME}\Z"
_WEEKLY = rf"({'|'.join(_DAYS)}):{_TIME}-({'|'.join(_DAYS)}):{_TIME}\Z"


def daily(text: str) -> tuple[int, int] | None:
    """Minutes from midnight at which a daily window begins, and how many it has; None for what is none."""
    found = re.match(_DAILY, text.lower())
    if found is None:
        return None
    start = int(found[1]) * _HOUR + int(found[2])
    return start, (int(found[3]) * _HOUR + int(found[4]) - start) % _DAY


def weekly(text: str) -> tuple[int, int] | None:
    """The same from the start of the week."""
    found = re.match(_WEEKLY, text.lower())
    if found is None:
        return None
    start = (_DAYS.index(found[1]) * 24 + int(found[2])) * _HOUR + int(found[3])
    end = (_DAYS.index(found[4]) * 24 + int(found[5])) * _HOUR + int(found[6])
    return start, (end - start) % (7 * _DAY)


def meet(each_day: tuple[int, int], each_week: tuple[int, int]) -> bool:
    """Whether a daily window meets a weekly one: either begins while the other lasts."""
    later = (each_week[0] - each_day[0]) % _DAY
    return later < each_day[1] or _DAY - later < each_week[1]
