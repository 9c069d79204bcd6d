"""Major versions of database engines, and when their standard support ends.

The tables are transcribed: `tools/refresh_transcribed.py` names their pages.
"""

from typing import Final, NamedTuple

VERSIONS_DATE: Final = "2026-07"
"""When the tables below were read."""

Version = tuple[int, ...]


class Engine(NamedTuple):
    """The major versions of one engine."""

    length: int
    """How many numbers make up a major version."""
    known: frozenset[Version]
    """Those that RDS has or had."""
    example: str
    """One to write."""
    ends: dict[Version, str]
    """The day on which the standard support of each ends; that of older ones has ended. Empty where none is known."""


ENGINES: Final = {
    "mysql": Engine(
        2,
        frozenset({(5, 5), (5, 6), (5, 7), (8, 0), (8, 4)}),
        "8.4",
        {(5, 7): "2024-02-29", (8, 0): "2026-07-31", (8, 4): "2029-07-31"},
    ),
    "mariadb": Engine(
        2,
        frozenset({*((10, n) for n in range(12)), (11, 4), (11, 8)}),
        "11.8",
        {(10, 6): "2026-08-31", (10, 11): "2028-02-29", (11, 4): "2029-05-31", (11, 8): "2030-06-30"},
    ),
    "postgres": Engine(
        1,
        frozenset({(n,) for n in range(9, 19)}),
        "18",
        {
            (11,): "2024-02-29",
            (12,): "2025-02-28",
            (13,): "2026-02-28",
            (14,): "2027-02-28",
            (15,): "2028-02-29",
            (16,): "2029-02-28",
            (17,): "2030-02-28",
            (18,): "2031-02-28",
        },
    ),
    "aurora-mysql": Engine(2, frozenset({(5, 6), (5, 7), (8, 0)}), "8.0", {(5, 7): "2024-10-31", (8, 0): "2028-04-30"}),
    "aurora-postgresql": Engine(
        1,
        frozenset({(n,) for n in range(9, 18)}),
        "17",
        {
            (11,): "2024-02-29",
            (12,): "2025-02-28",
            (13,): "2026-02-28",
            (14,): "2027-02-28",
            (15,): "2028-02-29",
            (16,): "2029-02-28",
            (17,): "2030-02-28",
        },
    ),
    "oracle": Engine(1, frozenset({(12,), (19,), (21,)}), "19", {}),
    "sqlserver": Engine(1, frozenset({(n,) for n in range(11, 17)}), "16.00", {}),
}
"""By the engine's name, or the word before its first hyphen.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html,
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html,
https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html,
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html,
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html"""
