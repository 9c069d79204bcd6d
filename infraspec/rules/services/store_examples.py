"""The specs that the pages of document clusters, tables and caches begin with."""

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
NETWORK = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
"""
)
DOCUMENTS = "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html"
TABLES = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html"
CACHES = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html"


def _entry(settings: dict[str, str], lines: str, other: dict[str, str | None]) -> str:
    written = {key: value for key, value in {**settings, **other}.items() if value is not None}
    return "".join(f"    {key}: {value}\n" for key, value in written.items()) + lines


def a_document_cluster(lines: str = "", *, name: str = "orders:", **other: str | None) -> str:
    """A cluster of two instances; `other` settings replace the usual ones, and None leaves one out."""
    settings = {"version": '"5.0.0"', "class": "db.r6g.large", "instances": "2"}
    usual = {**settings, "subnets": "tier:data", "security_groups": "db"}
    return f"{NETWORK}document_clusters:\n  {name}\n" + _entry(usual, lines, other)


def a_table(lines: str = "", *, name: str = "orders:", **other: str | None) -> str:
    """A table with one key."""
    return f"{HEAD}tables:\n  {name}\n" + _entry({"partition_key": "customer"}, lines, other)


def a_cache(lines: str = "", *, name: str = "sessions:", top: str = NETWORK, **other: str | None) -> str:
    """A cache of two nodes."""
    settings = {"engine": "valkey", "version": '"8.0"', "class": "cache.t4g.small"}
    usual = {**settings, "subnets": "tier:data", "security_groups": "db"}
    return f"{top}caches:\n  {name}\n" + _entry(usual, lines, other)


def memcached(lines: str = "", **other: str | None) -> str:
    """A cache of Memcached."""
    usual: dict[str, str | None] = {"engine": "memcached", "version": '"1.6.22"'}
    return a_cache(lines, name="sessions:", top=NETWORK, **{**usual, **other})
