"""`flow_logs:` of VPCs, tiers, subnets and network interfaces to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from infraspec.aws import partition
from infraspec.data.flow_log_fields import USUAL
from infraspec.diagnostic import SpecPath
from infraspec.graph.ec2 import NetworkInterface
from infraspec.graph.flow_logs import DestinationOptions, FlowLog
from infraspec.graph.iam import InlinePolicy, Role
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.values import Joined, Value
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.resolve.deliveries import log_delivery
from infraspec.resolve.documents import policy_document
from infraspec.resolve.made_roles import known_role_arn, made_role, trusting
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import NETWORK_INTERFACE, SUBNET, TIER, VPC

if TYPE_CHECKING:
    from infraspec.spec.flow_logs import FlowLog as FlowLogModel

_SERVICE = "vpc-flow-logs.amazonaws.com"
_WRITES = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
"""https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html"""


class Delivery(NamedTuple):
    """How a log gets to where it is kept."""

    type: str
    to: Joined
    role: Joined | str | None = None
    waits: tuple[Ref[Any], ...] = ()
    made: tuple[Resource, ...] = ()
    """What must be made for it."""


def flow_logs(scope: Network) -> Iterator[Resource]:
    """The logs of every entry that has some, with what delivers them."""
    for entry, watched in _entries(scope):
        logs: list[FlowLogModel] = entry.model.flow_logs
        for position, log in enumerate(logs):
            at = (*entry.path, "flow_logs", position)
            name = f"{entry.name}-flow-logs" if position == 0 else f"{entry.name}-flow-logs-{position + 1}"
            delivery = _delivery(scope, name, log, at)
            if delivery is not None:
                yield from delivery.made
                for one in watched:
                    own = name if len(watched) == 1 else f"{one.key}-{name}"
                    yield _log(scope, own, one, (log, delivery, at))


def _entries(scope: Network) -> Iterator[tuple[Entry[Any], list[Ref[Any]]]]:
    """The entries that have logs, and the nodes that these are of: the subnets of a tier."""
    for kind in (VPC, TIER, SUBNET, NETWORK_INTERFACE):
        for name, entry in scope.of(kind).items():
            found: Entry[Any] = entry
            if not found.model.flow_logs:
                continue
            if kind is TIER:
                yield found, [ref(Subnet, one) for one in scope.subnets_of_tier(name)]
            else:
                node: type[Any] = {VPC: Vpc, SUBNET: Subnet, NETWORK_INTERFACE: NetworkInterface}[kind]
                yield found, [ref(node, name)]


def _log(scope: Network, name: str, on: Ref[Any], said: tuple[FlowLogModel, Delivery, SpecPath]) -> FlowLog:
    model, delivery, at = said
    options = None
    if delivery.type == "s3":
        options = DestinationOptions(model.file_format or "plain-text", model.hive_compatible, model.hourly)
    fields = model.fields or USUAL  # Terraform's provider keeps the fields that are left out
    return FlowLog(
        key=name,
        origin=at,
        depends_on=delivery.waits,
        vpc=on if on.kind == "Vpc" else None,
        subnet=on if on.kind == "Subnet" else None,
        network_interface=on if on.kind == "NetworkInterface" else None,
        traffic_type=model.traffic.upper(),
        log_destination_type=delivery.type,
        log_destination=delivery.to,
        deliver_logs_role_arn=delivery.role,
        log_format=" ".join(f"${{{field}}}" for field in fields),
        max_aggregation_interval=model.interval,
        destination_options=options,
        tags=scope.tags(name, model.tags),
    )


def _delivery(scope: Network, name: str, model: FlowLogModel, at: SpecPath) -> Delivery | None:
    """How a log gets to a place; None if the place is unknown."""
    folder = "" if model.path is None else f"/{model.path.strip('/')}/"
    if model.to.startswith("arn:"):
        if ":firehose:" in model.to:
            return Delivery("kinesis-data-firehose", Joined((model.to,)))
        return Delivery("s3", Joined((model.to + folder,)))
    found = scope.find(model.to, ("log_group", "bucket"), (*at, "to"))
    if found is None:
        return None
    if found.word == "log_group":
        return _to_group(scope, name, ref(LogGroup, found.name), (model, at))
    bucket: Ref[Any] = Ref("Bucket", found.name)
    of, value = partition(scope.region), Value(bucket, "name")
    prefix = folder.removeprefix("/")
    statements = log_delivery(of, scope.region, value, scope.account_id(), prefix=f"{prefix}AWSLogs/")
    waits = scope.grant(bucket, *statements)
    return Delivery("s3", Joined((f"arn:{of}:s3:::", value, *([folder] if folder else []))), waits=waits)


def _to_group(scope: Network, name: str, group: Ref[LogGroup], said: tuple[FlowLogModel, SpecPath]) -> Delivery | None:
    """The way to a log group: a role that EC2 may take to write into it."""
    model, at = said
    to = scope.log_group_arn(group)
    if model.role is None:
        role = _role(scope, name, to, at)
        return Delivery("cloud-watch-logs", to, role=Joined((Value(role.address, "arn"),)), made=(role,))
    known = known_role_arn(scope, model.role, (*at, "role"))
    return None if known is None else Delivery("cloud-watch-logs", to, role=known)


def _role(scope: Network, name: str, group: Joined, at: SpecPath) -> Role:
    """A role that flow logs of this account may take, and that may write into one log group."""
    account = scope.account_id()
    source = Joined((f"arn:{partition(scope.region)}:ec2:{scope.region}:", account, ":vpc-flow-log/*"))
    ours = {"StringEquals": {"aws:SourceAccount": account}, "ArnLike": {"aws:SourceArn": source}}
    own = {"Effect": "Allow", "Action": _WRITES, "Resource": [group, Joined((*group.parts, ":*"))]}
    statements = [own, {"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "*"}]
    policy = InlinePolicy("write-logs", policy_document({"Statement": statements}))
    return made_role(name, at, f"Writes {name}", trusting(_SERVICE, **ours), (policy,), scope.tags(name))
