"""`outputs:`: values that both documents export beside those that they export anyway."""

from typing import Literal

from infraspec.spec.base import SpecModel

Attribute = Literal[
    "id",
    "arn",
    "name",
    "dns_name",
    "zone_id",
    "endpoint_address",
    "endpoint_port",
    "reader_endpoint_address",
    "stream_arn",
    "secret_arn",
    "public_ip",
    "private_ip",
    "name_servers",
]


class Output(SpecModel):
    """One exported value. Its key is its name: letters, digits, hyphens and underscores."""

    of: str
    """The thing whose value is exported, by name; `kind:name` where two kinds share it."""
    value: Attribute | None = None
    """Which of its values; without it the one that is asked for most: a load balancer's `dns_name`, the
    `endpoint_address` of a database, a cluster of them or a cache, the `arn` of a role, policy, target group,
    certificate or table, and the `id` of everything else."""
    description: str | None = None
    """One line that says what it is for."""
