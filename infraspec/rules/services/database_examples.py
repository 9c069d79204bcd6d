"""The spec that the pages of databases begin with."""

NETWORK = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
"""
API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"

_SETTINGS = {
    "engine": "mysql",
    "version": '"8.4"',
    "class": "db.t4g.medium",
    "storage_gib": "20",
    "subnets": "tier:data",
    "security_groups": "[db]",
}


def a_database(lines: str = "", *, network: str = NETWORK, name: str = "orders:", **other: str | None) -> str:
    """A database in two zones with these lines; `other` settings replace the usual ones, and None leaves one out."""
    settings = {key: value for key, value in {**_SETTINGS, **other}.items() if value is not None}
    written = "".join(f"    {key}: {value}\n" for key, value in settings.items())
    return f"{network}databases:\n  {name}\n{written}{lines}"
