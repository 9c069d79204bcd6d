"""The spec that the pages of database clusters begin with."""

from infraspec.rules.services.database_examples import NETWORK

API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html"
_AURORA = {"engine": "aurora-mysql", "version": '"8.0"', "class": "db.r6g.large", "instances": "2"}
_MULTI_AZ = {
    "engine": "postgres",
    "version": '"17"',
    "class": "db.m6gd.large",
    "storage_gib": "100",
    "storage_type": "io2",
    "iops": "3000",
}
_BOTH = {"subnets": "tier:data", "security_groups": "[db]"}


def an_aurora(lines: str = "", *, network: str = NETWORK, **other: str | None) -> str:
    """A cluster of Aurora with these lines; `other` settings replace the usual ones, and None leaves one out."""
    return _cluster({**_AURORA, **_BOTH, **other}, lines, network)


def a_multi_az(lines: str = "", *, network: str = NETWORK, **other: str | None) -> str:
    """A Multi-AZ cluster, likewise."""
    return _cluster({**_MULTI_AZ, **_BOTH, **other}, lines, network)


def _cluster(settings: dict[str, str | None], lines: str, network: str) -> str:
    written = "".join(f"    {key}: {value}\n" for key, value in settings.items() if value is not None)
    return f"{network}database_clusters:\n  orders:\n{written}{lines}"
