"""Write `infraspec/data/regions.py` anew from the zones that cfn-lint and moto have recorded.

Run it after either has been updated: `python tools/refresh_regions.py 2026-05`, where the argument is the month in
which they recorded DescribeAvailabilityZones. It needs no network.
"""

import sys
from pathlib import Path
from string import ascii_lowercase

from cfnlint.helpers import AVAILABILITY_ZONES
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "regions.py"
TEXT = '''"""Regions and their zones. `tools/refresh_regions.py` writes this module."""

from typing import Final, NamedTuple

ZONES_DATE: Final = "{date}"
"""When the zones below were read."""


class Zones(NamedTuple):
    """The zones of a region: letters, and what zone identifiers start with (empty where not recorded)."""

    letters: str
    id_prefix: str


ZONES: Final = {{
{lines}}}
"""https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html"""
'''


def main(date: str) -> None:
    """One line for each region."""
    lines = [
        f'    "{region}": Zones("{letters(names)}", "{prefix(region)}"),\n'
        for region, names in sorted(AVAILABILITY_ZONES.items())
    ]
    TARGET.write_text(TEXT.format(date=date, lines="".join(lines)), encoding="utf-8", newline="\n")


def letters(names: list[str]) -> str:
    """All letters up to the last: one account does not see all zones of an old region, and another sees others."""
    return ascii_lowercase[: ascii_lowercase.index(max(name[-1] for name in names)) + 1]


def prefix(region: str) -> str:
    """What the identifiers of a region's zones start with."""
    zones = RegionsAndZonesBackend.zones.get(region, [])
    return min((zone.zone_id.rpartition("-az")[0] for zone in zones), default="")


if __name__ == "__main__":
    main(sys.argv[1])
