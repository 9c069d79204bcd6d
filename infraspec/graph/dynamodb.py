"""Amazon DynamoDB."""

from typing import NamedTuple

from infraspec.graph.kms import Key as KmsKey
from infraspec.graph.resource import Ref, Resource, Tags, node


class Capacity(NamedTuple):
    """Units each second that are paid for."""

    minimum: int
    maximum: int | None
    """Where it follows the load: up to here."""
    target: int | None
    """The percentage that shall be in use, where it follows the load."""


class Key(NamedTuple):
    """The attributes that items are found and sorted by."""

    partition: str
    sort: str | None


class Projection(NamedTuple):
    """What an index carries."""

    type: str
    """`ALL`, `KEYS_ONLY` or `INCLUDE`."""
    attributes: tuple[str, ...]
    """Those beside the keys, for `INCLUDE`."""


class LocalIndex(NamedTuple):
    """A local secondary index."""

    name: str
    sort_key: str
    projection: Projection


class Throughput(NamedTuple):
    """How much can be read and written, where that is bounded."""

    reads: Capacity | None
    writes: Capacity | None
    max_reads: int | None
    """The most that is read on demand; None has no bound."""
    max_writes: int | None


class GlobalIndex(NamedTuple):
    """A global secondary index."""

    name: str
    keys: Key
    projection: Projection
    throughput: Throughput


@node
class Table(Resource):
    """AWS::DynamoDB::Table, and what scales it."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    """Every attribute of a key, by name, with `S`, `N` or `B`."""
    keys: Key
    local_indexes: tuple[LocalIndex, ...]
    global_indexes: tuple[GlobalIndex, ...]
    throughput: Throughput
    table_class: str
    ttl_attribute: str | None
    recovery_days: int
    """0 makes no backups."""
    stream_view_type: str | None
    contributor_insights: bool
    managed_key: bool
    """Whether a key of the account encrypts it, and not one that AWS owns."""
    kms_key_id: Ref[KmsKey] | str | None
    """A key of the account that is not AWS's."""
    deletion_protection: bool
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags

    @property
    def billing_mode(self) -> str:
        """On demand, unless there is a capacity."""
        is_provisioned = self.throughput.reads is not None or self.throughput.writes is not None
        return "PROVISIONED" if is_provisioned else "PAY_PER_REQUEST"
