"""Network ACLs that let a question through and stop the answer."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import Final

from infraspec.analysis.blocks import Runs, runs, touches
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.network_acls import NetworkAcl, NetworkAclEntry
from infraspec.rules.rule import Rule

_FIRST: Final = 32768
_LAST: Final = 60999
"""Ports that Linux answers are sent to; every other client's range overlaps them.
https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html"""
_MOST: Final = 32766
"""The highest number of an entry."""
_PROTOCOLS: Final = {6: "tcp", 17: "udp"}
_ALL: Final = -1


def _example(egress: str, mark: str = "") -> str:
    """An ACL that lets web requests in."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{edge: {{network_acl: edge, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}}}
    network_acls:
      edge:
        ingress:
          - {{number: 100, action: allow, tcp: 443, from: 0.0.0.0/0}}{mark}
          - {{number: 110, action: allow, tcp: 1024-65535, from: 0.0.0.0/0}}
        egress:
          - {{number: 100, action: allow, tcp: {egress}, to: 0.0.0.0/0}}
"""


NO_ANSWER = Problem(
    code="NET607",
    name="answers-denied",
    level=Level.WARNING,
    title="A network ACL that lets requests through and denies their answers",
    explanation="A network ACL does not remember who asked. The answer to a request goes back to the port that the client chose: 32768 to "
    "60999 on Linux, 49152 to 65535 on Windows, 1024 to 65535 for load balancers and NAT gateways. The other direction must "
    "allow these ports, for the same addresses.",
    bad=_example("443", "  # <- NET607"),
    good=_example("1024-65535"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
)


def no_answer(graph: Graph) -> Iterator[Finding]:
    """For each entry that allows a request, look for one that allows any answer."""
    answers: dict[tuple[str, bool, str], list[IPv4Network]] = defaultdict(list)
    spoken = set()
    for entry in graph.of(NetworkAclEntry):
        spoken.add((entry.acl.key, entry.egress))
        for word in _PROTOCOLS.values():
            if _lets_answers(entry, word) and entry.cidr_block is not None:
                answers[entry.acl.key, entry.egress, word].append(IPv4Network(entry.cidr_block))
    allowed = {key: runs(blocks) for key, blocks in answers.items()}
    told = set()
    for entry in graph.of(NetworkAclEntry):
        protocol = _PROTOCOLS.get(entry.protocol)
        back = (entry.acl.key, not entry.egress)
        if protocol is None or not _asks(entry) or entry.cidr_block is None or back not in spoken:
            continue
        if entry.origin not in told and not _is_among(IPv4Network(entry.cidr_block), allowed.get((*back, protocol))):
            told.add(entry.origin)
            yield _finding(graph, entry, protocol)


def _asks(entry: NetworkAclEntry) -> bool:
    """Whether an entry allows requests to services, whose ports lie below those that clients choose."""
    return entry.rule_action == "allow" and entry.to_port is not None and entry.to_port < _FIRST


def _lets_answers(entry: NetworkAclEntry, protocol: str) -> bool:
    """Whether an entry allows some of the ports that clients choose."""
    if entry.rule_action != "allow":
        return False
    if entry.protocol == _ALL:
        return True
    first, last = entry.from_port or 0, entry.to_port or 0
    return _PROTOCOLS.get(entry.protocol) == protocol and first <= _LAST and last >= _FIRST


def _is_among(block: IPv4Network, allowed: Runs | None) -> bool:
    """Whether answers may go to any address of a block, or come from it."""
    return allowed is not None and touches(allowed, int(block.network_address), int(block.broadcast_address))


def _finding(graph: Graph, entry: NetworkAclEntry, protocol: str) -> Finding:
    acl: NetworkAcl = graph.get(entry.acl)
    missing, word = ("ingress", "from") if entry.egress else ("egress", "to")
    ports = f"{entry.from_port}" if entry.from_port == entry.to_port else f"{entry.from_port}-{entry.to_port}"
    numbers = [
        one.rule_number for one in graph.of(NetworkAclEntry) if one.acl == entry.acl and one.egress != entry.egress
    ]
    last = max(numbers) // 10 * 10 + 10
    answers = f"{{number: {last}, action: allow, {protocol}: 1024-65535, {word}: {entry.cidr_block}}}"
    help_ = f"add `{answers}` to its {missing}"
    return Finding(
        problem=NO_ANSWER,
        at=entry.origin,
        message=f"`{acl.key}` allows {protocol} {ports}, and denies the answers to {entry.cidr_block}"
        if not entry.egress
        else f"`{acl.key}` allows {protocol} {ports}, and denies the answers from {entry.cidr_block}",
        related=(Related(at=(*acl.origin, missing), label="no entry for answers", on_key=True),),
        help=help_,
        fixes=fix(help_, Edit((*acl.origin, missing), answers, How.ADD))
        if last < _MOST and acl.existing is None
        else (),
    )


RULES = (Rule(NO_ANSWER, no_answer, needs_whole=True),)
