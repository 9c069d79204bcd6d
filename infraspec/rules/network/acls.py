"""Network ACLs: entries that AWS refuses, that never apply, and ACLs that guard nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from infraspec.analysis.coverage import Coverage, flow
from infraspec.aws import ACL_NUMBERS, ACL_RULES, ACL_RULES_RAISED, PROTOCOLS
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule

_ACL = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {app: {network_acl: edge, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}
    network_acls:
      edge:
        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]
        ingress:
"""
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"

NUMBER = Problem(
    code="NET601",
    name="acl-number",
    level=Level.ERROR,
    title="A number that an entry of a network ACL cannot have",
    explanation="Entries have the numbers 1 to 32766; the one behind them denies the rest. Hundreds leave room between.",
    bad=_ACL + "          - {number: 40000, action: allow, tcp: 443, from: 0.0.0.0/0}  # <- NET601\n",
    good=_ACL + "          - {number: 400, action: allow, tcp: 443, from: 0.0.0.0/0}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
)


def number(graph: Graph) -> Iterator[Finding]:
    """Compare each number with AWS's bounds."""
    lowest, highest = ACL_NUMBERS
    for entry in graph.of(NetworkAclEntry):
        if not lowest <= entry.rule_number <= highest:
            yield Finding(
                problem=NUMBER,
                at=(*entry.origin, "number"),
                message=f"an entry cannot have the number {entry.rule_number}",
                help=f"write {lowest} to {highest}",
                fixes=nearest_bound((*entry.origin, "number"), entry.rule_number, lowest, highest),
            )


DEAD = Problem(
    code="NET606",
    name="acl-entry-never-applies",
    level=Level.WARNING,
    title="An entry of a network ACL that an earlier one keeps from ever applying",
    explanation="The entry with the lowest number that matches a packet decides. An entry that is wholly inside an earlier one is "
    "never reached, and a denial behind a wider allowance denies nothing.",
    bad=_ACL
    + "          - {number: 100, action: allow, tcp: 1-1024, from: 0.0.0.0/0}\n"
    + "          - {number: 200, action: deny, tcp: 22, from: 203.0.113.0/24}  # <- NET606\n",
    good=_ACL
    + "          - {number: 100, action: allow, tcp: 1-1024, from: 0.0.0.0/0}\n"
    + "          - {number: 50, action: deny, tcp: 22, from: 203.0.113.0/24}\n",
    source=_PAGE,
)
_WORDS = {number: "-1" if word == "all" else word for word, number in PROTOCOLS.items()}


def dead(graph: Graph) -> Iterator[Finding]:
    """Add the entries of each direction by number, and ask what covers the next."""
    directions: dict[tuple[str, bool], list[NetworkAclEntry]] = defaultdict(list)
    for entry in graph.of(NetworkAclEntry):
        directions[entry.acl.key, entry.egress].append(entry)
    origins = Counter(entry.origin for entry in graph.of(NetworkAclEntry))
    for entries in directions.values():
        earlier: Coverage[NetworkAclEntry] = Coverage()
        for entry in sorted(entries, key=lambda one: one.rule_number):
            icmp = entry.icmp_type is not None
            first, last = (entry.icmp_type, entry.icmp_code) if icmp else (entry.from_port, entry.to_port)
            protocol = _WORDS.get(entry.protocol, str(entry.protocol))
            ported = icmp or protocol in ("tcp", "udp")
            block = entry.ipv6.said if entry.ipv6 else entry.cidr_block or entry.ipv6_cidr_block or ""
            one = flow(protocol, first if ported else None, last, block)
            if (wider := earlier.covering(one)) is None:
                earlier.add(one, entry)
                continue
            is_same = wider.rule_action == entry.rule_action
            is_alone = is_same and origins[entry.origin] == 1
            lower = _lower(entries, wider, entry)
            fixes = fix("remove it", Edit(entry.origin, how=How.REMOVE)) if is_alone else lower
            yield Finding(
                problem=DEAD,
                at=entry.origin,
                message=f"entry {entry.rule_number} never applies: {wider.rule_number} {_verb(wider)} all of it first",
                related=(Related(at=wider.origin, label="comes first"),),
                help=lower[0].title if lower else "remove it" if is_same else "give it a lower number",
                fixes=fixes,
            )


def _lower(entries: list[NetworkAclEntry], wider: NetworkAclEntry, entry: NetworkAclEntry) -> tuple[Fix, ...]:
    """The nearest free number before the entry that says the opposite."""
    taken = {one.rule_number for one in entries}
    free = next((number for number in range(wider.rule_number - 1, 0, -1) if number not in taken), None)
    if free is None or wider.rule_action == entry.rule_action:
        return ()
    return fix(f"write {free}", Edit((*entry.origin, "number"), str(free)))


def _verb(entry: NetworkAclEntry) -> str:
    return "allows" if entry.rule_action == "allow" else "denies"


_MANY = "".join(
    f"          - {{number: {n}, action: allow, tcp: {n}, from: 10.0.0.0/16}}\n" for n in range(1, ACL_RULES)
)
TOO_MANY = Problem(
    code="NET609",
    name="too-many-acl-entries",
    level=Level.WARNING,
    title="More entries in a network ACL than accounts have by default",
    explanation=f"A network ACL has {ACL_RULES} rules in each direction, the closing denial among them, counted apart for IPv4 and "
    f"IPv6, unless AWS raised the quota of the account ({ACL_RULES_RAISED} at most).",
    bad=_ACL.replace("        ingress:", "        ingress:  # <- NET609")
    + _MANY
    + "          - {number: 900, action: allow, udp: 53, from: 10.0.0.0/16}\n",
    good=_ACL + _MANY,
    source="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
)


def too_many(graph: Graph) -> Iterator[Finding]:
    """Count the entries of each direction and family."""
    entries = graph.of(NetworkAclEntry)
    counts = Counter((one.acl, one.egress, one.cidr_block is None) for one in entries)
    for (acl, egress, ipv6), count in sorted(counts.items()):
        if count < ACL_RULES:
            continue
        most = (
            f"AWS takes {ACL_RULES_RAISED - 1} at most"
            if count >= ACL_RULES_RAISED
            else f"accounts have {ACL_RULES - 1} by default"
        )
        direction = "egress" if egress else "ingress"
        yield Finding(
            problem=TOO_MANY,
            at=(*graph.get(acl).origin, direction),
            message=f"`{acl.key}` has {count} {'IPv6' if ipv6 else 'IPv4'} entries in its {direction}, and {most}",
            help="join ranges and blocks, or have the quota raised before it is deployed",
            on_key=True,
        )


UNUSED = Problem(
    code="NET610",
    name="unused-network-acl",
    level=Level.WARNING,
    title="A network ACL that no subnet has",
    explanation="An ACL guards the subnets that name it, by their own `network_acl:` or their tier's. One that none names does nothing.",
    bad=_ACL.replace("network_acl: edge, ", "").replace("edge:", "edge:  # <- NET610")
    + "          - {number: 100, action: allow, all: true, from: 0.0.0.0/0}\n",
    good=_ACL + "          - {number: 100, action: allow, all: true, from: 0.0.0.0/0}\n",
    source=_PAGE,
)


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for ACLs without associations."""
    used = {one.acl for one in graph.of(NetworkAclAssociation)}
    for acl in graph.of(NetworkAcl):
        if acl.address not in used and acl.existing is None:
            yield Finding(
                problem=UNUSED,
                at=acl.origin,
                message=f"no subnet has network ACL `{acl.key}`",
                help=f"write `network_acl: {acl.key}` in a tier or subnet, or remove it",
                fixes=may_go(graph, acl.origin),
                on_key=True,
            )


RULES = (
    Rule(NUMBER, number),
    Rule(DEAD, dead),
    Rule(TOO_MANY, too_many),
    Rule(UNUSED, unused, needs_whole=True),
)
