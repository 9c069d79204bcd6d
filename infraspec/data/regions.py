"""Regions and their zones. `tools/refresh_regions.py` writes this module."""

from typing import Final, NamedTuple

ZONES_DATE: Final = "2026-05"
"""When the zones below were read."""


class Zones(NamedTuple):
    """The zones of a region: letters, and what zone identifiers start with (empty where not recorded)."""

    letters: str
    id_prefix: str


ZONES: Final = {
    "af-south-1": Zones("abc", "afs1"),
    "ap-east-1": Zones("abc", "ape1"),
    "ap-east-2": Zones("abc", "ape2"),
    "ap-northeast-1": Zones("abcd", "apne1"),
    "ap-northeast-2": Zones("abcd", "apne2"),
    "ap-northeast-3": Zones("abc", "apne3"),
    "ap-south-1": Zones("abc", "aps1"),
    "ap-south-2": Zones("abc", "aps2"),
    "ap-southeast-1": Zones("abc", "apse1"),
    "ap-southeast-2": Zones("abc", "apse2"),
    "ap-southeast-3": Zones("abc", "apse3"),
    "ap-southeast-4": Zones("abc", "apse4"),
    "ap-southeast-5": Zones("abc", "apse5"),
    "ap-southeast-6": Zones("abc", "apse6"),
    "ap-southeast-7": Zones("abc", "apse7"),
    "ca-central-1": Zones("abcd", "cac1"),
    "ca-west-1": Zones("abc", "caw1"),
    "cn-north-1": Zones("abc", "cnn1"),
    "cn-northwest-1": Zones("abc", "cnnw1"),
    "eu-central-1": Zones("abc", "euc1"),
    "eu-central-2": Zones("abc", "euc2"),
    "eu-isoe-west-1": Zones("abc", ""),
    "eu-north-1": Zones("abc", "eun1"),
    "eu-south-1": Zones("abc", "eus1"),
    "eu-south-2": Zones("abc", "eus2"),
    "eu-west-1": Zones("abc", "euw1"),
    "eu-west-2": Zones("abc", "euw2"),
    "eu-west-3": Zones("abc", "euw3"),
    "eusc-de-east-1": Zones("abc", ""),
    "il-central-1": Zones("abc", "ilc1"),
    "me-central-1": Zones("abc", "mec1"),
    "me-south-1": Zones("abc", "mes1"),
    "mx-central-1": Zones("abc", "mxc1"),
    "sa-east-1": Zones("abc", "sae1"),
    "us-east-1": Zones("abcdef", "use1"),
    "us-east-2": Zones("abc", "use2"),
    "us-gov-east-1": Zones("abc", "usge1"),
    "us-gov-west-1": Zones("abc", "usgw1"),
    "us-iso-east-1": Zones("abc", ""),
    "us-iso-west-1": Zones("abc", ""),
    "us-isob-east-1": Zones("abc", ""),
    "us-isob-west-1": Zones("abc", ""),
    "us-isof-east-1": Zones("abc", ""),
    "us-isof-south-1": Zones("abc", ""),
    "us-west-1": Zones("abc", "usw1"),
    "us-west-2": Zones("abcd", "usw2"),
}
"""https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html"""
