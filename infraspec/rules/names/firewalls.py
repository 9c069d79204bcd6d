"""Names of firewalls and of groups of their rules."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.network_firewall import Firewall, FirewallRuleGroup
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nfirewall_rule_groups:\n"
_DOMAINS = ": {capacity: 100, domains: {deny: [.example.com]}}"
_NAME = r"[A-Za-z0-9-]{1,128}\Z"

FIREWALL_NAME = Problem(
    code="NFW106",
    name="firewall-name",
    level=Level.ERROR,
    title="A name that a firewall or a group of rules cannot have",
    explanation="Network Firewall takes letters and digits without accents, and hyphens, 128 at most.",
    bad=f"{_HEAD}  bad.domains{_DOMAINS}  # <- NFW106\n",
    good=f"{_HEAD}  bad-domains{_DOMAINS}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html",
)


def firewall_name(graph: Graph) -> Iterator[Finding]:
    """Read the name of each firewall and group."""
    for kind, what in ((Firewall, "firewall"), (FirewallRuleGroup, "group of firewall rules")):
        for node in graph.of(kind):
            if node.existing is None and not re.match(_NAME, node.key):
                meant = re.sub(r"[^A-Za-z0-9-]+", "-", node.key).strip("-")
                fits = re.match(_NAME, meant) is not None
                yield Finding(
                    problem=FIREWALL_NAME,
                    at=node.origin,
                    message=f"a {what} cannot be called `{node.key}`",
                    help=f"write {meant}" if fits else "write 1 to 128 letters, digits and hyphens",
                    fixes=fix(f"write {meant}", Edit(node.origin, meant, How.RENAME)) if fits else (),
                    on_key=True,
                )


RULES = (Rule(FIREWALL_NAME, firewall_name),)
