"""Ports that the whole internet may knock at."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from infraspec.analysis.coverage import Flow, flow, said
from infraspec.analysis.internet import is_world
from infraspec.diagnostic import Finding, Level, Problem, SpecPath, choices
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import Permission, SecurityGroup
from infraspec.rules.rule import Rule

_EC2 = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
_WIDE: Final = 1000
"""A range of more ports than this is not for one service."""

ADMINISTRATION: Final = {
    22: "SSH",
    23: "Telnet",
    2375: "Docker",
    2376: "Docker",
    3389: "Remote Desktop",
    **dict.fromkeys(range(5900, 5910), "VNC"),
    5985: "WinRM",
    5986: "WinRM",
    6443: "Kubernetes",
    10250: "the kubelet",
}
"""TCP ports by which machines are administered."""

DATA: Final = {
    111: "RPC",
    135: "RPC",
    139: "NetBIOS",
    161: "SNMP",
    389: "LDAP",
    445: "SMB",
    636: "LDAP",
    873: "rsync",
    1433: "SQL Server",
    1521: "Oracle",
    2049: "NFS",
    2181: "ZooKeeper",
    2379: "etcd",
    2380: "etcd",
    3306: "MySQL",
    5432: "PostgreSQL",
    5439: "Redshift",
    6379: "Redis",
    8086: "InfluxDB",
    9092: "Kafka",
    9200: "Elasticsearch",
    9300: "Elasticsearch",
    11211: "Memcached",
    15672: "RabbitMQ",
    27017: "MongoDB",
    27018: "MongoDB",
    27019: "MongoDB",
    50000: "Db2",
}
"""TCP and UDP ports of databases, caches, queues, directories and files."""


def _example(rule: str, mark: str = "") -> str:
    """A group with one rule."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups:
      web:
        ingress:
          - {{{rule}}}{mark}
        egress: []
"""


ADMIN = Problem(
    code="SEC301",
    name="administration-port-open-to-world",
    level=Level.WARNING,
    title="An administration port that is open to the world",
    explanation="Whoever gets in here owns the machine, and every address of the internet is tried within minutes. Let in the "
    "addresses that you work from, or none: Session Manager needs no open port. A block of /8 or larger counts as the world.",
    bad=_example("tcp: 22, from: 0.0.0.0/0", "  # <- SEC301"),
    good=_example("tcp: 22, from: 198.51.100.0/24"),
    source=_EC2,
)
SERVICE = Problem(
    code="SEC302",
    name="data-port-open-to-world",
    level=Level.WARNING,
    title="A port of databases, caches or files that is open to the world",
    explanation="What listens on these ports is made for a network of its own, and often asks for no password. Let in the groups "
    "of the machines that use it.",
    bad=_example("tcp: 3306, from: 0.0.0.0/0", "  # <- SEC302"),
    good=_example("tcp: 3306, from: 10.0.1.0/24"),
    source=_EC2,
)
EVERYTHING = Problem(
    code="SEC303",
    name="many-ports-open-to-world",
    level=Level.WARNING,
    title="All ports, or more than a thousand, that are open to the world",
    explanation="Such a rule opens what listens today and whatever will listen tomorrow. Write the ports that the world shall reach. "
    "Passive FTP and some games do need a wide range.",
    bad=_example("all: true, from: 0.0.0.0/0", "  # <- SEC303"),
    good=_example("tcp: [80, 443], from: 0.0.0.0/0"),
    source=_EC2,
)
OUT = Problem(
    code="SEC305",
    name="everything-let-out",
    level=Level.NOTE,
    title="A group that lets everything out",
    explanation="It is how AWS begins, and often meant. Where data must not leave, write the ports and peers that the machines need: "
    "`{tcp: [80, 443], to: 0.0.0.0/0}` is enough for packages and AWS's own services.",
    bad=_example("tcp: 443, from: 0.0.0.0/0").replace("egress: []", "egress: all  # <- SEC305"),
    good=_example("tcp: 443, from: 0.0.0.0/0").replace("egress: []", "egress: [{tcp: 443, to: 0.0.0.0/0}]"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
)


class _Open(NamedTuple):
    """What one written rule opens to the world."""

    group: str
    flows: list[Flow]
    origin: SpecPath


def _open(graph: Graph) -> Iterator[_Open]:
    """What each written rule of ingress opens to the world."""
    found: dict[SpecPath, _Open] = {}
    for group in graph.of(SecurityGroup):
        for permission in group.ingress:
            if _from_world(permission):
                one = found.setdefault(permission.origin, _Open(group.key, [], permission.origin))
                one.flows.append(flow(permission.protocol, permission.from_port, permission.to_port, permission.peer))
    yield from found.values()


def _from_world(permission: Permission) -> bool:
    block = permission.cidr_ipv4 or permission.cidr_ipv6
    return block is not None and is_world(block)


def _is_wide(one: Flow) -> bool:
    return one.protocol == "-1" or (one.protocol in ("tcp", "udp") and one.last - one.first >= _WIDE)


def _known(opened: _Open, ports: dict[int, str], protocols: tuple[str, ...]) -> dict[int, str]:
    """Which of these ports a rule opens. A wide range is another matter."""
    flows = [one for one in opened.flows if one.protocol in protocols and not _is_wide(one)]
    return {port: what for port, what in ports.items() if any(one.first <= port <= one.last for one in flows)}


def _spoken(ports: dict[int, str]) -> str:
    services = " and ".join(dict.fromkeys(ports.values()))
    return f"{services} (port {', '.join(str(port) for port in ports)})"


def administration(graph: Graph) -> Iterator[Finding]:
    """Look for ports of administration in what is open to the world."""
    for opened in _open(graph):
        ports = _known(opened, ADMINISTRATION, ("tcp",))
        if ports:
            yield Finding(
                problem=ADMIN,
                at=opened.origin,
                message=f"`{opened.group}` lets the whole internet try {_spoken(ports)}",
                help="write the block that you work from, or remove it and use Session Manager",
            )


def data(graph: Graph) -> Iterator[Finding]:
    """Look for ports of databases and the like in what is open to the world."""
    for opened in _open(graph):
        ports = _known(opened, DATA, ("tcp", "udp"))
        if ports and not _known(opened, ADMINISTRATION, ("tcp",)):
            yield Finding(
                problem=SERVICE,
                at=opened.origin,
                message=f"`{opened.group}` lets the whole internet reach {_spoken(ports)}",
                help="write the group or the block of the machines that use it",
            )


def everything(graph: Graph) -> Iterator[Finding]:
    """Look for wide ranges in what is open to the world."""
    for opened in _open(graph):
        wide = next((one for one in opened.flows if _is_wide(one)), None)
        if wide is not None:
            yield Finding(
                problem=EVERYTHING,
                at=opened.origin,
                message=f"`{opened.group}` is open to the whole internet for {said(wide)}",
                help="write the ports that the internet shall reach, such as `tcp: [80, 443]`",
            )


def let_out(graph: Graph) -> Iterator[Finding]:
    """Look for groups that let every protocol out to every address, once for each group."""
    for group in graph.of(SecurityGroup):
        for permission in group.egress:
            block = permission.cidr_ipv4 or permission.cidr_ipv6
            if permission.origin and permission.protocol == "-1" and block is not None and is_world(block):
                message = f"`{group.key}` lets everything out, to every address"
                help_ = "write what its members need, such as `{tcp: [80, 443], to: 0.0.0.0/0}`"
                at = permission.origin
                fixes = choices((*group.origin, "egress"), ["[{tcp: [80, 443], to: 0.0.0.0/0}]"])
                is_all = len(group.egress) == 1
                yield Finding(problem=OUT, at=at, message=message, help=help_, fixes=fixes if is_all else ())
                break


RULES = (
    Rule(ADMIN, administration),
    Rule(SERVICE, data),
    Rule(EVERYTHING, everything),
    Rule(OUT, let_out),
)
