"""Spec to graph: the sections in order."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.graph.account import ACCOUNT, Account
from infraspec.graph.graph import Graph, build
from infraspec.graph.resource import Ref, Resource, references
from infraspec.resolve.exported import alarms_of
from infraspec.resolve.network import Network
from infraspec.resolve.outputs import outputs
from infraspec.resolve.overrides import overrides
from infraspec.resolve.problems import MADE_TWICE, NO_ARN
from infraspec.resolve.scope import Found, ReadFile, Use, no_files
from infraspec.resolve.variables import variables
from infraspec.spec.document import Parsed
from infraspec.spec.kinds import ALARM, OUTPUT, VPC
from infraspec.spec.problems import UNKNOWN_NAME

if TYPE_CHECKING:
    from infraspec.spec.top import Top

Section = Callable[[Network], Iterator[Resource]]
Last = Callable[[Network, list[Resource]], list[Resource]]

SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("vpc", "vpcs", "vpcs"),
    ("subnet", "vpcs", "subnets"),
    ("nat_gateway", "nat_gateways", "nat_gateways"),
    ("route_table", "routes", "route_tables"),
    ("peering", "peerings", "peerings"),
    ("prefix_list", "prefix_lists", "prefix_lists"),
    ("dhcp_options", "dhcp_options", "dhcp_options"),
    ("security_group", "security_groups", "security_groups"),
    ("subnet", "network_acls", "network_acls"),
    ("endpoint", "endpoints", "endpoints"),
    ("role", "iam", "roles"),
    ("policy", "iam", "policies"),
    ("group", "users", "groups"),
    ("user", "users", "users"),
    ("oidc_provider", "identity", "oidc_providers"),
    ("saml_provider", "identity", "saml_providers"),
    ("service_linked_role", "identity", "service_linked_roles"),
    ("password_policy", "identity", "password_policy"),
    ("directory", "directories", "directories"),
    ("workspace", "workspaces", "workspaces"),
    ("instance", "instances", "instances"),
    ("network_interface", "instances", "network_interfaces"),
    ("placement_group", "placement_groups", "placement_groups"),
    ("launch_template", "launch_templates", "launch_templates"),
    ("volume", "volumes", "volumes"),
    ("snapshot_policy", "snapshot_policies", "snapshot_policies"),
    ("load_balancer", "load_balancers", "load_balancers"),
    ("load_balancer", "listeners", "listeners"),
    ("target_group", "target_groups", "target_groups"),
    ("auto_scaling_group", "auto_scaling", "auto_scaling_groups"),
    ("trust_store", "trust_stores", "trust_stores"),
    ("endpoint_service", "endpoint_services", "endpoint_services"),
    ("certificate", "certificates", "certificates"),
    ("zone", "dns", "zones"),
    ("record", "dns", "records"),
    ("health_check", "health_checks", "health_checks"),
    ("database", "databases", "databases"),
    ("database_cluster", "database_clusters", "database_clusters"),
    ("bucket", "buckets", "buckets"),
    ("secret", "secrets", "secrets"),
    ("session_document", "session_documents", "session_documents"),
    ("log_group", "log_groups", "log_groups"),
    ("topic", "topics", "topics"),
    ("transit_gateway", "transit_gateways", "transit_gateways"),
    ("transit_attachment", "transit_gateways", "attachments"),
    ("transit_route_table", "transit_gateways", "route_tables"),
    ("customer_gateway", "vpns", "customer_gateways"),
    ("vpn_gateway", "vpns", "vpn_gateways"),
    ("vpn_connection", "vpns", "vpn_connections"),
    ("firewall_rule_group", "firewalls", "rule_groups"),
    ("firewall", "firewalls", "firewalls"),
    ("document_cluster", "document_clusters", "document_clusters"),
    ("table", "tables", "tables"),
    ("cache", "caches", "caches"),
    ("ip_set", "web_acls", "ip_sets"),
    ("regex_set", "web_acls", "regex_sets"),
    ("web_acl", "web_acls", "web_acls"),
)
"""The kind of entry that asks for a section, its room and its function; a room that nothing asks for stays unread."""

LAST: tuple[tuple[str, str, str], ...] = (
    ("bucket", "bucket_policies", "bucket_policies"),
    ("kms_key", "kms_keys", "kms_keys"),
)
"""Sections of things whose policies hold what others have asked for (`Network.grant`), in an order of their own: the
key of a bucket serves whoever delivers into it."""


OF_ENTRIES = (("flow_logs", "flow_logs", "flow_logs"),)
"""The same for a field that entries of several kinds have."""

_LAST: tuple[tuple[str, str, str], ...] = (
    ("alarms", "alarm_sets", "alarm_sets"),
    ("alarm", "alarms", "alarms"),
    ("dashboard", "dashboards", "dashboards"),
    ("parameter", "parameters", "parameters"),
)
"""The same of what is said of all that stands: the functions are given what was made. `alarms` is a field too."""


class Index(NamedTuple):
    """Every name of a spec, for those who look for one."""

    defined: dict[Found, SpecPath]
    uses: tuple[Use, ...]


def resolve(parsed: Parsed, read_file: ReadFile = no_files) -> tuple[Graph | None, tuple[Finding, ...]]:
    """Resolve every entry; one that cannot be is left out, and a finding says why."""
    if parsed.top is None:
        return None, ()
    scope = _scope(parsed, parsed.top, read_file)
    nodes = list(_each_once(scope, _nodes(scope)))
    if scope.findings or parsed.broken or parsed.unread:
        nodes = _without_dangling(nodes)
    exported = tuple(outputs(scope, nodes))
    top = parsed.top
    left_open = tuple(variables(scope))
    graph = build(top.name, top.region, top.description, nodes, exported, left_open)
    graph.overrides = overrides(scope, nodes)
    return graph, (*scope.findings, *_unknown_in_broken(parsed, read_file))


def _unknown_in_broken(parsed: Parsed, read_file: ReadFile) -> Iterator[Finding]:
    """The unknown names in entries of which another key is wrong, so that one run tells both mistakes."""
    if not parsed.in_part or parsed.top is None:
        return
    mended = Parsed()
    mended.unread = {*parsed.unread}
    mended.entries = {word: dict(entries) for word, entries in parsed.entries.items()}
    mended.broken = {key: path for key, path in parsed.broken.items() if key not in parsed.in_part}
    for (word, name), entry in parsed.in_part.items():
        mended.entries.setdefault(word, {})[name] = entry
        if word == VPC.word:
            mended.unread.add("internet_gateway")  # its key may be the one that is wrong
    scope = _scope(mended, parsed.top, read_file)
    _nodes(scope)
    inside = tuple(entry.path for entry in parsed.in_part.values())
    for finding in scope.findings:
        at = finding.at
        if finding.problem is UNKNOWN_NAME and any(at[: len(path)] == path for path in inside if isinstance(at, tuple)):
            yield finding


def index(parsed: Parsed, read_file: ReadFile = no_files) -> Index:
    """Where each name is defined, and where each is used."""
    if parsed.top is None:
        return Index({}, ())
    scope = _scope(parsed, parsed.top, read_file)
    scope.uses = []
    nodes = _nodes(scope)
    if parsed.of(OUTPUT):
        tuple(outputs(scope, nodes))
    defined = {Found(word, name): path for word, names in scope.names.items() for name, path in names.items()}
    return Index(defined, tuple(dict.fromkeys(scope.uses)))


def _scope(parsed: Parsed, top: "Top", read_file: ReadFile) -> Network:
    """The names of a spec, with what reads the files beside it."""
    scope = Network(parsed, top)
    scope.read_file = read_file
    return scope


def _nodes(scope: Network) -> list[Resource]:
    """What every section comes to."""
    nodes: list[Resource] = []
    for word, room, function in (*SECTIONS, *OF_ENTRIES, *LAST):
        if scope.names.get(word) or (word == "flow_logs" and _asks_for(scope, word)):
            section: Section = getattr(import_module(f"infraspec.resolve.{room}"), function)
            nodes.extend(section(scope))
    if scope.top.vpc_block_public_access is not None:
        from infraspec.resolve.vpc_public_access import vpc_public_access  # noqa: PLC0415 - few specs have it

        nodes.extend(vpc_public_access(scope))
    nodes.extend(scope.images.values())
    for word, room, function in _LAST:
        if scope.names.get(word) or (word == "alarms" and _asks_for(scope, word)):
            last: Last = getattr(import_module(f"infraspec.resolve.{room}"), function)
            nodes.extend(last(scope, nodes))
    if scope.named_alarms:
        _refuse_several(scope, nodes)
    if scope.names_account:
        nodes.append(Account(key=ACCOUNT.key, origin=()))
    return nodes


def _refuse_several(scope: Network, nodes: list[Resource]) -> None:
    """A policy names one alarm, and not one that stands once for each thing that it watches."""
    for name, at in scope.named_alarms:
        defined = scope.names[ALARM.word][name]
        made = alarms_of(nodes, defined)
        if made and made != [name]:
            related = (Related(at=defined, label=f"makes {', '.join(f'`{one}`' for one in made)}", on_key=True),)
            message = f"`{name}` is {len(made)} alarms, which have no ARN that a policy could name at once"
            help_ = "write an alarm that watches one thing, or the ARN of each"
            scope.report(Finding(problem=NO_ARN, at=at, message=message, related=related, help=help_))


def _asks_for(scope: Network, field: str) -> bool:
    """Whether any entry has something in a field."""
    return any(
        getattr(entry.model, field, None) for entries in scope.parsed.entries.values() for entry in entries.values()
    )


_RULED = frozenset({"Route", "Listener", "ListenerRule"})
"""Kinds that are written twice within one entry, which rules of their own say better."""


def _each_once(scope: Network, nodes: list[Resource]) -> Iterator[Resource]:
    """The nodes, and a finding for a second one of one address: a name that is made may meet one that is written."""
    first: dict[Ref[Resource], Resource] = {}
    for node in nodes:
        other = first.setdefault(node.address, node)
        if other is node or type(node).__name__ in _RULED:
            yield node
            continue
        scope.report(
            Finding(
                problem=MADE_TWICE,
                at=node.origin,
                message=f"two things would be called `{node.key}`",
                label="makes the second",
                related=(Related(at=other.origin, label="makes the first", on_key=True),),
                help="rename one of the two",
                on_key=True,
            )
        )


def _without_dangling(nodes: list[Resource]) -> list[Resource]:
    """The nodes whose references all lead somewhere: what refers to a broken entry is left out in silence."""
    while True:
        known = {node.address for node in nodes}
        kept = [node for node in nodes if all(address in known for address in references(node))]
        if len(kept) == len(nodes):
            return kept
        nodes = kept
