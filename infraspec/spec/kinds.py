"""The map of the language: its kinds of entry, and where each stands.

A spec is a set of named entries of known kinds. Each is validated on its own, so that one that is broken is left
out with its findings, and all else goes on. Nothing is imported here for the kinds that a spec does not use, and
pydantic for none: the models are named for the type checker, and by their modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from infraspec.spec.alarms import Alarm
    from infraspec.spec.base import SpecModel
    from infraspec.spec.buckets import Bucket
    from infraspec.spec.certificates import Certificate
    from infraspec.spec.dashboards import Dashboard
    from infraspec.spec.databases import Database
    from infraspec.spec.dhcp_options import DhcpOptions
    from infraspec.spec.dns import HealthCheck, Record, Zone
    from infraspec.spec.endpoints import Endpoint
    from infraspec.spec.iam import Policy, Role
    from infraspec.spec.instances import Instance, NetworkInterface
    from infraspec.spec.kms_keys import KmsKey
    from infraspec.spec.load_balancers import LoadBalancer
    from infraspec.spec.log_groups import LogGroup
    from infraspec.spec.network_acls import NetworkAcl
    from infraspec.spec.outputs import Output
    from infraspec.spec.prefix_lists import PrefixList
    from infraspec.spec.secrets import Secret
    from infraspec.spec.security_groups import SecurityGroup
    from infraspec.spec.target_groups import TargetGroup
    from infraspec.spec.top import Top
    from infraspec.spec.topics import Topic
    from infraspec.spec.variables import Variable
    from infraspec.spec.vpcs import NatGateway, Peering, RouteTable, Subnet, Tier, Vpc
    from infraspec.spec.web_acls import IpSet, RegexSet, WebAcl

M_co = TypeVar("M_co", bound="SpecModel", covariant=True)


class Kind(NamedTuple, Generic[M_co]):
    """One kind of entry: its word in messages and in `kind:name`, where it stands, and what it is read as."""

    word: str
    where: tuple[str, ...]
    """Keys from the top; `*` is the name of the entry at that level."""
    module: str
    """The module of `spec/` with its model, and of `spec/ready/` with its reader."""
    model: str
    makes: tuple[str, ...]
    """The kinds of node (`graph/`) that it is before all else: properties that its `cloudformation:` and `terraform:`
    write without a type are theirs. None where it makes nothing by itself."""


TOP: Final[Kind[Top]] = Kind("spec", (), "top", "Top", ())
"""What stands at the top, beside the entries; it is none of them."""

VPC: Final[Kind[Vpc]] = Kind("vpc", ("vpcs", "*"), "vpcs", "Vpc", ("Vpc",))
NAT_GATEWAY: Final[Kind[NatGateway]] = Kind(
    "nat_gateway", ("vpcs", "*", "nat_gateways", "*"), "vpcs", "NatGateway", ("NatGateway", "RegionalNatGateway")
)
ROUTE_TABLE: Final[Kind[RouteTable]] = Kind(
    "route_table", ("vpcs", "*", "route_tables", "*"), "vpcs", "RouteTable", ("RouteTable",)
)
TIER: Final[Kind[Tier]] = Kind("tier", ("vpcs", "*", "tiers", "*"), "vpcs", "Tier", ())
SUBNET: Final[Kind[Subnet]] = Kind("subnet", ("vpcs", "*", "tiers", "*", "subnets", "*"), "vpcs", "Subnet", ("Subnet",))
PEERING: Final[Kind[Peering]] = Kind("peering", ("peerings", "*"), "vpcs", "Peering", ("VpcPeeringConnection",))
PREFIX_LIST: Final[Kind[PrefixList]] = Kind(
    "prefix_list", ("prefix_lists", "*"), "prefix_lists", "PrefixList", ("PrefixList",)
)
DHCP_OPTIONS: Final[Kind[DhcpOptions]] = Kind(
    "dhcp_options", ("dhcp_options", "*"), "dhcp_options", "DhcpOptions", ("DhcpOptions",)
)
ENDPOINT: Final[Kind[Endpoint]] = Kind(
    "endpoint", ("vpcs", "*", "endpoints", "*"), "endpoints", "Endpoint", ("InterfaceEndpoint", "GatewayEndpoint")
)
SECURITY_GROUP: Final[Kind[SecurityGroup]] = Kind(
    "security_group", ("vpcs", "*", "security_groups", "*"), "security_groups", "SecurityGroup", ("SecurityGroup",)
)
NETWORK_ACL: Final[Kind[NetworkAcl]] = Kind(
    "network_acl", ("vpcs", "*", "network_acls", "*"), "network_acls", "NetworkAcl", ("NetworkAcl",)
)
ROLE: Final[Kind[Role]] = Kind("role", ("iam", "roles", "*"), "iam", "Role", ("Role",))
POLICY: Final[Kind[Policy]] = Kind("policy", ("iam", "policies", "*"), "iam", "Policy", ("ManagedPolicy",))
INSTANCE: Final[Kind[Instance]] = Kind("instance", ("instances", "*"), "instances", "Instance", ("Instance",))
NETWORK_INTERFACE: Final[Kind[NetworkInterface]] = Kind(
    "network_interface", ("network_interfaces", "*"), "instances", "NetworkInterface", ("NetworkInterface",)
)
LOAD_BALANCER: Final[Kind[LoadBalancer]] = Kind(
    "load_balancer", ("load_balancers", "*"), "load_balancers", "LoadBalancer", ("LoadBalancer",)
)
TARGET_GROUP: Final[Kind[TargetGroup]] = Kind(
    "target_group", ("target_groups", "*"), "target_groups", "TargetGroup", ("TargetGroup",)
)
CERTIFICATE: Final[Kind[Certificate]] = Kind(
    "certificate", ("certificates", "*"), "certificates", "Certificate", ("Certificate",)
)
ZONE: Final[Kind[Zone]] = Kind("zone", ("dns", "zones", "*"), "dns", "Zone", ("HostedZone",))
RECORD: Final[Kind[Record]] = Kind("record", ("dns", "records", "*"), "dns", "Record", ("RecordSet",))
HEALTH_CHECK: Final[Kind[HealthCheck]] = Kind(
    "health_check", ("dns", "health_checks", "*"), "dns", "HealthCheck", ("HealthCheck",)
)
DATABASE: Final[Kind[Database]] = Kind("database", ("databases", "*"), "databases", "Database", ("DbInstance",))
KMS_KEY: Final[Kind[KmsKey]] = Kind("kms_key", ("kms_keys", "*"), "kms_keys", "KmsKey", ("Key",))
BUCKET: Final[Kind[Bucket]] = Kind("bucket", ("buckets", "*"), "buckets", "Bucket", ("Bucket",))
SECRET: Final[Kind[Secret]] = Kind("secret", ("secrets", "*"), "secrets", "Secret", ("Secret",))
LOG_GROUP: Final[Kind[LogGroup]] = Kind("log_group", ("log_groups", "*"), "log_groups", "LogGroup", ("LogGroup",))
TOPIC: Final[Kind[Topic]] = Kind("topic", ("topics", "*"), "topics", "Topic", ("Topic",))
ALARM: Final[Kind[Alarm]] = Kind("alarm", ("alarms", "*"), "alarms", "Alarm", ("Alarm", "CompositeAlarm"))
DASHBOARD: Final[Kind[Dashboard]] = Kind("dashboard", ("dashboards", "*"), "dashboards", "Dashboard", ("Dashboard",))
WEB_ACL: Final[Kind[WebAcl]] = Kind("web_acl", ("web_acls", "*"), "web_acls", "WebAcl", ("WebAcl",))
IP_SET: Final[Kind[IpSet]] = Kind("ip_set", ("ip_sets", "*"), "web_acls", "IpSet", ("IpSet",))
REGEX_SET: Final[Kind[RegexSet]] = Kind("regex_set", ("regex_sets", "*"), "web_acls", "RegexSet", ("RegexPatternSet",))
OUTPUT: Final[Kind[Output]] = Kind("output", ("outputs", "*"), "outputs", "Output", ())
VARIABLE: Final[Kind[Variable]] = Kind("variable", ("variables", "*"), "variables", "Variable", ())

KINDS: Final[tuple[Kind[SpecModel], ...]] = (
    VPC,
    NAT_GATEWAY,
    ROUTE_TABLE,
    TIER,
    SUBNET,
    PEERING,
    PREFIX_LIST,
    DHCP_OPTIONS,
    ENDPOINT,
    SECURITY_GROUP,
    NETWORK_ACL,
    ROLE,
    POLICY,
    INSTANCE,
    NETWORK_INTERFACE,
    LOAD_BALANCER,
    TARGET_GROUP,
    CERTIFICATE,
    ZONE,
    RECORD,
    HEALTH_CHECK,
    DATABASE,
    KMS_KEY,
    BUCKET,
    SECRET,
    LOG_GROUP,
    TOPIC,
    ALARM,
    DASHBOARD,
    WEB_ACL,
    IP_SET,
    REGEX_SET,
    OUTPUT,
    VARIABLE,
)
