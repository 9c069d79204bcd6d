"""Backups of databases: how long they are kept, and when they and upgrades are made."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.databases import Database, databases
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, a_database

WINDOW = Problem(
    code="RDS111",
    name="database-window",
    level=Level.ERROR,
    title="Backups or a window that RDS refuses",
    explanation="Automatic backups are kept for 0 to 35 days. `backup_window` is a time of each day, `18:00-18:30`, and `maintenance_window` a "
    "time of one day, `sun:19:00-sun:19:30`, both in UTC. Each has at least half an hour and less than a day, and they do not "
    "overlap.",
    bad=a_database("    backup_window: 18:00-18:30\n    maintenance_window: sun:18:15-sun:19:00  # <- RDS111\n"),
    good=a_database("    backup_window: 18:00-18:30\n    maintenance_window: sun:18:30-sun:19:00\n"),
    source=API,
)
_DAY = 24 * 60
_WEEK = 7 * _DAY
_SHORTEST = 30
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9])"
_BACKUP = rf"{_TIME}-{_TIME}\Z"
_MAINTENANCE = rf"({'|'.join(_DAYS)}):{_TIME}-({'|'.join(_DAYS)}):{_TIME}\Z"


class _Window(NamedTuple):
    """Minutes from the start of the day or week, and how many."""

    start: int
    length: int


def _backup_window(text: str) -> _Window | None:
    found = re.match(_BACKUP, text.lower())
    if found is None:
        return None
    start, end = (int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4]))
    return _Window(start, (end - start) % _DAY)


def _maintenance_window(text: str) -> _Window | None:
    found = re.match(_MAINTENANCE, text.lower())
    if found is None:
        return None
    start = _DAYS.index(found[1]) * _DAY + int(found[2]) * 60 + int(found[3])
    end = _DAYS.index(found[4]) * _DAY + int(found[5]) * 60 + int(found[6])
    return _Window(start, (end - start) % _WEEK)


def windows(graph: Graph) -> Iterator[Finding]:
    """Read both windows of each database, and lay them over one week."""
    for database in databases(graph):
        days = database.backup_retention_period
        if isinstance(database, DbInstance) and days is not None and not 0 <= days <= 35:
            message = f"backups of `{database.key}` cannot be kept for {days} days"
            yield _finding(database, "backup_days", message, "write 0 to 35")
        backup = maintenance = None
        if database.backup_window is not None:
            backup = _backup_window(database.backup_window)
            yield from _form(database, "backup_window", backup, "18:00-18:30")
        if database.maintenance_window is not None:
            maintenance = _maintenance_window(database.maintenance_window)
            yield from _form(database, "maintenance_window", maintenance, "sun:19:00-sun:19:30")
        if backup and maintenance and _overlap(backup, maintenance):
            message = f"the two windows of `{database.key}` overlap"
            related = (Related(at=(*database.origin, "backup_window"), label="backups are made then"),)
            yield _finding(database, "maintenance_window", message, "move one of the two", related)


def _form(database: Database, field: str, window: _Window | None, example: str) -> Iterator[Finding]:
    if window is None:
        written = database.backup_window if field == "backup_window" else database.maintenance_window
        yield _finding(database, field, f"`{written}` is not a window", f"write one such as {example}, in UTC")
    elif window.length < _SHORTEST:
        yield _finding(
            database, field, f"a window of {window.length} minutes is too short", "write half an hour or more"
        )
    elif window.length > _DAY - _SHORTEST:
        yield _finding(database, field, "a window of a whole day leaves no time for the other", "write a shorter one")


def _overlap(backup: _Window, maintenance: _Window) -> bool:
    """Whether a daily window meets a weekly one: either begins while the other lasts."""
    begins_later = (maintenance.start - backup.start) % _DAY
    return begins_later < backup.length or _DAY - begins_later < maintenance.length or maintenance.length >= _DAY


def _finding(database: Database, field: str, message: str, help_: str, related: tuple[Related, ...] = ()) -> Finding:
    return Finding(problem=WINDOW, at=(*database.origin, field), message=message, related=related, help=help_)


NO_BACKUPS = Problem(
    code="RDS112",
    name="database-without-backups",
    level=Level.WARNING,
    title="A database without automatic backups",
    explanation="With `backup_days: 0` RDS makes no backups, and the database cannot be restored to a point in time or have replicas.",
    bad=a_database("    backup_days: 0  # <- RDS112\n"),
    good=a_database("    backup_days: 7\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
)


def no_backups(graph: Graph) -> Iterator[Finding]:
    """Look for databases that keep no backups."""
    for database in graph.of(DbInstance):
        if database.backup_retention_period == 0 and database.source is None:
            yield Finding(
                problem=NO_BACKUPS,
                at=(*database.origin, "backup_days"),
                message=f"database `{database.key}` has no backups",
                help="remove `backup_days: 0` for seven days",
                fixes=fix(
                    "remove `backup_days: 0` for seven days", Edit((*database.origin, "backup_days"), how=How.REMOVE)
                ),
            )


RULES = (Rule(WINDOW, windows), Rule(NO_BACKUPS, no_backups))
