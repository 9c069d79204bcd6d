"""Say which tables of `infraspec/data/` are transcribed by hand, from which page, and how old they are.

    python tools/refresh_transcribed.py

No package records these facts, so somebody reads the page, changes the table and writes the month beside it. The oldest
stands first.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent.parent / "infraspec" / "data"


class Table(NamedTuple):
    """A table that is transcribed."""

    pages: tuple[str, ...]
    what: str


TABLES = {
    "metric_names.py": Table(
        ("https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",),
        "names of metrics",
    ),
    "metrics.py": Table(
        ("https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",),
        "namespaces and dimensions of metrics",
    ),
    "managed_rules.py": Table(
        ("https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",),
        "AWS's managed groups of rules, and what each costs",
    ),
    "flow_log_fields.py": Table(
        ("https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html",),
        "fields of the records of flow logs",
    ),
    "alarm_sets.py": Table(
        (
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
        ),
        "what AWS recommends to watch of each kind of thing",
    ),
    "condition_keys.py": Table(
        ("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",),
        "condition keys of every request",
    ),
    "engine_versions.py": Table(
        (
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html",
            "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html",
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html",
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html",
        ),
        "major versions of each engine, and the end of their standard support",
    ),
    "images.py": Table(
        (
            "https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami-parameter-store.html",
            "https://ubuntu.com/about/release-cycle",
        ),
        "parameters of public images, their sizes, and the end of their standard support",
    ),
    "log_accounts.py": Table(
        ("https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",),
        "accounts by which application balancers write logs",
    ),
    "service_principals.py": Table(
        ("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html",),
        "services that take roles",
    ),
    "zones.py": Table(
        ("https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",),
        "identifiers of zones that are the same for every account",
    ),
}


def main() -> None:
    """One paragraph for each table."""
    dated = sorted((date_of(name), name) for name in TABLES)
    for date, name in dated:
        pages = "".join(f"  {page}\n" for page in TABLES[name].pages)
        sys.stdout.write(f"{date} infraspec/data/{name}: {TABLES[name].what}\n{pages}")


def date_of(name: str) -> str:
    """The month that stands in a table's module."""
    found = re.search(r'_DATE: Final = "(\d{4}-\d{2})"', (DATA / name).read_text(encoding="utf-8"))
    return found[1] if found else sys.exit(f"{name} has no date")


if __name__ == "__main__":
    main()
