"""The map of the language: its kinds of entry, and where each stands.

A spec is a set of named entries of known kinds. Each is validated on its own, so that one that is broken is left
out with its findings, and all else goes on. Nothing is imported here for the kinds that a spec does not use, and
pydantic for none: the models are named for the type checker, and by their modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from infraspec.spec.alarms import Alarm
    from infraspec.spec.auto_scaling import AutoScalingGroup
    from infraspec.spec.base import SpecModel
    from infraspec.spec.buckets import Bucket
    from infraspec.spec.caches import Cache
    from infraspec.spec.certificates import Certificate
    from infraspec.spec.dashboards import Dashboard
    from infraspec.spec.database_clusters import DatabaseCluster
    from infraspec.spec.databases import Database
    from infraspec.spec.dhcp_options import DhcpOptions
    from infraspec.spec.directories import Directory
    from infraspec.spec.dns import HealthCheck, Record, Zone
    from infraspec.spec.document_clusters import DocumentCluster
    from infraspec.spec.endpoints import Endpoint, EndpointService
    from infraspec.spec.firewalls import Firewall, RuleGroup
    from infraspec.spec.iam import Group, Policy, Role, User
    from infraspec.spec.identity import OidcProvider, PasswordPolicy, SamlProvider, ServiceLinkedRole
    from infraspec.spec.instances import Instance, NetworkInterface
    from infraspec.spec.kms_keys import KmsKey
    from infraspec.spec.launch_templates import LaunchTemplate, PlacementGroup
    from infraspec.spec.load_balancers import LoadBalancer
    from infraspec.spec.log_groups import LogGroup
    from infraspec.spec.network_acls import NetworkAcl
    from infraspec.spec.outputs import Output
    from infraspec.spec.parameters import Parameter
    from infraspec.spec.prefix_lists import PrefixList
    from infraspec.spec.secrets import Secret
    from infraspec.spec.security_groups import SecurityGroup
    from infraspec.spec.session_documents import SessionDocument
    from infraspec.spec.snapshot_policies import SnapshotPolicy
    from infraspec.spec.tables import Table
    from infraspec.spec.target_groups import TargetGroup
    from infraspec.spec.top import Top
    from infraspec.spec.topics import Topic
    from infraspec.spec.transit_gateways import (
        Attachment,
        CustomerGateway,
        TransitGateway,
        TransitRouteTable,
        VpnConnection,
        VpnGateway,
    )
    from infraspec.spec.trust_stores import TrustStore
    from infraspec.spec.variables import Variable
    from infraspec.spec.volumes import StandaloneVolume
    from infraspec.spec.vpcs import NatGateway, Peering, RouteTable, Subnet, Tier, Vpc
    from infraspec.spec.web_acls import IpSet, RegexSet, WebAcl
    from infraspec.spec.workspaces import Workspace

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
    "endpoint",
    ("vpcs", "*", "endpoints", "*"),
    "endpoints",
    "Endpoint",
    ("InterfaceEndpoint", "GatewayEndpoint", "GatewayLoadBalancerEndpoint"),
)
SECURITY_GROUP: Final[Kind[SecurityGroup]] = Kind(
    "security_group", ("vpcs", "*", "security_groups", "*"), "security_groups", "SecurityGroup", ("SecurityGroup",)
)
NETWORK_ACL: Final[Kind[NetworkAcl]] = Kind(
    "network_acl", ("vpcs", "*", "network_acls", "*"), "network_acls", "NetworkAcl", ("NetworkAcl",)
)
ROLE: Final[Kind[Role]] = Kind("role", ("iam", "roles", "*"), "iam", "Role", ("Role",))
POLICY: Final[Kind[Policy]] = Kind("policy", ("iam", "policies", "*"), "iam", "Policy", ("ManagedPolicy",))
USER: Final[Kind[User]] = Kind("user", ("iam", "users", "*"), "iam", "User", ("User",))
GROUP: Final[Kind[Group]] = Kind("group", ("iam", "groups", "*"), "iam", "Group", ("Group",))
OIDC_PROVIDER: Final[Kind[OidcProvider]] = Kind(
    "oidc_provider", ("iam", "oidc_providers", "*"), "identity", "OidcProvider", ("OidcProvider",)
)
SAML_PROVIDER: Final[Kind[SamlProvider]] = Kind(
    "saml_provider", ("iam", "saml_providers", "*"), "identity", "SamlProvider", ("SamlProvider",)
)
SERVICE_LINKED_ROLE: Final[Kind[ServiceLinkedRole]] = Kind(
    "service_linked_role", ("iam", "service_linked_roles", "*"), "identity", "ServiceLinkedRole", ("ServiceLinkedRole",)
)
PASSWORD_POLICY: Final[Kind[PasswordPolicy]] = Kind(
    "password_policy", ("iam", "password_policy"), "identity", "PasswordPolicy", ("PasswordPolicy",)
)
INSTANCE: Final[Kind[Instance]] = Kind("instance", ("instances", "*"), "instances", "Instance", ("Instance",))
NETWORK_INTERFACE: Final[Kind[NetworkInterface]] = Kind(
    "network_interface", ("network_interfaces", "*"), "instances", "NetworkInterface", ("NetworkInterface",)
)
PLACEMENT_GROUP: Final[Kind[PlacementGroup]] = Kind(
    "placement_group", ("placement_groups", "*"), "launch_templates", "PlacementGroup", ("PlacementGroup",)
)
LAUNCH_TEMPLATE: Final[Kind[LaunchTemplate]] = Kind(
    "launch_template", ("launch_templates", "*"), "launch_templates", "LaunchTemplate", ("LaunchTemplate",)
)
AUTO_SCALING_GROUP: Final[Kind[AutoScalingGroup]] = Kind(
    "auto_scaling_group", ("auto_scaling_groups", "*"), "auto_scaling", "AutoScalingGroup", ("AutoScalingGroup",)
)
VOLUME: Final[Kind[StandaloneVolume]] = Kind("volume", ("volumes", "*"), "volumes", "StandaloneVolume", ("Volume",))
SNAPSHOT_POLICY: Final[Kind[SnapshotPolicy]] = Kind(
    "snapshot_policy", ("snapshot_policies", "*"), "snapshot_policies", "SnapshotPolicy", ("SnapshotPolicy",)
)
LOAD_BALANCER: Final[Kind[LoadBalancer]] = Kind(
    "load_balancer", ("load_balancers", "*"), "load_balancers", "LoadBalancer", ("LoadBalancer",)
)
TARGET_GROUP: Final[Kind[TargetGroup]] = Kind(
    "target_group", ("target_groups", "*"), "target_groups", "TargetGroup", ("TargetGroup",)
)
TRUST_STORE: Final[Kind[TrustStore]] = Kind(
    "trust_store", ("trust_stores", "*"), "trust_stores", "TrustStore", ("TrustStore",)
)
ENDPOINT_SERVICE: Final[Kind[EndpointService]] = Kind(
    "endpoint_service", ("endpoint_services", "*"), "endpoints", "EndpointService", ("EndpointService",)
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
PARAMETER: Final[Kind[Parameter]] = Kind("parameter", ("parameters", "*"), "parameters", "Parameter", ("Parameter",))
SESSION_DOCUMENT: Final[Kind[SessionDocument]] = Kind(
    "session_document", ("session_documents", "*"), "session_documents", "SessionDocument", ("SessionDocument",)
)
LOG_GROUP: Final[Kind[LogGroup]] = Kind("log_group", ("log_groups", "*"), "log_groups", "LogGroup", ("LogGroup",))
TOPIC: Final[Kind[Topic]] = Kind("topic", ("topics", "*"), "topics", "Topic", ("Topic",))
DOCUMENT_CLUSTER: Final[Kind[DocumentCluster]] = Kind(
    "document_cluster", ("document_clusters", "*"), "document_clusters", "DocumentCluster", ("DocDbCluster",)
)
TABLE: Final[Kind[Table]] = Kind("table", ("tables", "*"), "tables", "Table", ("Table",))
CACHE: Final[Kind[Cache]] = Kind("cache", ("caches", "*"), "caches", "Cache", ("ReplicationGroup", "CacheCluster"))
TRANSIT_GATEWAY: Final[Kind[TransitGateway]] = Kind(
    "transit_gateway", ("transit_gateways", "*"), "transit_gateways", "TransitGateway", ("TransitGateway",)
)
TRANSIT_ATTACHMENT: Final[Kind[Attachment]] = Kind(
    "transit_attachment",
    ("transit_gateways", "*", "attachments", "*"),
    "transit_gateways",
    "Attachment",
    ("TransitGatewayAttachment",),
)
TRANSIT_ROUTE_TABLE: Final[Kind[TransitRouteTable]] = Kind(
    "transit_route_table",
    ("transit_gateways", "*", "route_tables", "*"),
    "transit_gateways",
    "TransitRouteTable",
    ("TransitGatewayRouteTable",),
)
CUSTOMER_GATEWAY: Final[Kind[CustomerGateway]] = Kind(
    "customer_gateway", ("customer_gateways", "*"), "transit_gateways", "CustomerGateway", ("CustomerGateway",)
)
VPN_GATEWAY: Final[Kind[VpnGateway]] = Kind(
    "vpn_gateway", ("vpn_gateways", "*"), "transit_gateways", "VpnGateway", ("VpnGateway",)
)
VPN_CONNECTION: Final[Kind[VpnConnection]] = Kind(
    "vpn_connection", ("vpn_connections", "*"), "transit_gateways", "VpnConnection", ("VpnConnection",)
)
FIREWALL: Final[Kind[Firewall]] = Kind("firewall", ("firewalls", "*"), "firewalls", "Firewall", ("Firewall",))
FIREWALL_RULE_GROUP: Final[Kind[RuleGroup]] = Kind(
    "firewall_rule_group", ("firewall_rule_groups", "*"), "firewalls", "RuleGroup", ("FirewallRuleGroup",)
)
DATABASE_CLUSTER: Final[Kind[DatabaseCluster]] = Kind(
    "database_cluster", ("database_clusters", "*"), "database_clusters", "DatabaseCluster", ("DbCluster",)
)
DIRECTORY: Final[Kind[Directory]] = Kind("directory", ("directories", "*"), "directories", "Directory", ("Directory",))
WORKSPACE: Final[Kind[Workspace]] = Kind("workspace", ("workspaces", "*"), "workspaces", "Workspace", ("Workspace",))
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
    USER,
    GROUP,
    OIDC_PROVIDER,
    SAML_PROVIDER,
    SERVICE_LINKED_ROLE,
    PASSWORD_POLICY,
    INSTANCE,
    NETWORK_INTERFACE,
    PLACEMENT_GROUP,
    LAUNCH_TEMPLATE,
    AUTO_SCALING_GROUP,
    VOLUME,
    SNAPSHOT_POLICY,
    LOAD_BALANCER,
    TARGET_GROUP,
    TRUST_STORE,
    ENDPOINT_SERVICE,
    CERTIFICATE,
    ZONE,
    RECORD,
    HEALTH_CHECK,
    DATABASE,
    KMS_KEY,
    BUCKET,
    SECRET,
    PARAMETER,
    SESSION_DOCUMENT,
    LOG_GROUP,
    TOPIC,
    DOCUMENT_CLUSTER,
    TABLE,
    CACHE,
    TRANSIT_GATEWAY,
    TRANSIT_ATTACHMENT,
    TRANSIT_ROUTE_TABLE,
    CUSTOMER_GATEWAY,
    VPN_GATEWAY,
    VPN_CONNECTION,
    FIREWALL,
    FIREWALL_RULE_GROUP,
    DATABASE_CLUSTER,
    DIRECTORY,
    WORKSPACE,
    ALARM,
    DASHBOARD,
    WEB_ACL,
    IP_SET,
    REGEX_SET,
    OUTPUT,
    VARIABLE,
)
