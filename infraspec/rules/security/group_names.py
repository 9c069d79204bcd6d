"""Names and descriptions of security groups and of their rules, which EC2 takes in plain characters only."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.rules.rule import Rule
from infraspec.rules.security.examples import GROUP, VPC

_REFUSED = r"[^a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]"
_MAX = 255
_TAKEN = "letters a to z, digits, spaces and . _ - : / ( ) # , @ [ ] + = & ; { } ! $ * are taken"


def _wrong_with(text: str) -> tuple[str, str] | None:
    """What EC2 does not take in a text, and what it takes."""
    if len(text) > _MAX:
        return f"has {len(text)} characters", f"EC2 takes at most {_MAX}"
    found = re.search(_REFUSED, text)
    if found is None:
        return None
    character = found.group()
    shown = f"`{character}`" if character.isprintable() else f"the character U+{ord(character):04X}"
    return f"holds {shown}", _TAKEN


NAME = Problem(
    code="NAM104",
    name="security-group-name",
    level=Level.ERROR,
    title="A name that a security group cannot have",
    explanation="The name of a security group has 1 to 255 plain characters, does not start with `sg-`, and is not `default`. Names "
    "in other scripts, such as Korean, are refused; a tag takes them.",
    bad=VPC + "    security_groups:\n      보안그룹: {egress: []}  # <- NAM104\n",
    good=VPC + "    security_groups:\n      web: {egress: [], tags: {Label: 보안그룹}}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
)


def name(graph: Graph) -> Iterator[Finding]:
    """Look at the name of each group that is made here."""
    for group in graph.of(SecurityGroup):
        if group.existing is not None:
            continue
        wrong = _wrong_with(group.group_name)
        if group.group_name.lower().startswith("sg-"):
            wrong = "starts with `sg-`, as identifiers do", "choose another name"
        elif group.group_name.lower() == "default":
            wrong = "is that of the group that every VPC has", "choose another name"
        if wrong is not None:
            yield Finding(
                problem=NAME,
                at=group.origin,
                message=f"the name of security group `{group.key}` {wrong[0]}",
                help=wrong[1],
                on_key=True,
            )


DESCRIPTION = Problem(
    code="NAM105",
    name="security-group-description",
    level=Level.ERROR,
    title="A description that a security group cannot have",
    explanation="The description of a security group has 1 to 255 plain characters; other scripts, such as Korean, are refused. "
    "It cannot be changed in place: another description is another group.",
    bad=GROUP + "        description: 웹 서버  # <- NAM105\n        egress: []\n",
    good=GROUP + "        description: Web servers\n        egress: []\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
)


def description(graph: Graph) -> Iterator[Finding]:
    """Look at the description of each group that is made here, unless it is the group's name."""
    for group in graph.of(SecurityGroup):
        text = group.group_description
        if group.existing is not None or text == group.group_name:
            continue
        wrong = _wrong_with(text) if text.strip() else ("is empty", "write what the group is for")
        if wrong is not None:
            yield Finding(
                problem=DESCRIPTION,
                at=(*group.origin, "description"),
                message=f"the description of `{group.key}` {wrong[0]}",
                help=wrong[1],
            )


RULE_DESCRIPTION = Problem(
    code="NAM106",
    name="rule-description",
    level=Level.ERROR,
    title="A description that a rule cannot have",
    explanation="The description of a rule has at most 255 plain characters; other scripts, such as Korean, are refused. A "
    "comment of the spec takes them.",
    bad=GROUP
    + "        ingress: [{tcp: 443, from: 0.0.0.0/0, description: 누구나}]  # <- NAM106\n        egress: []\n",
    good=GROUP + "        ingress: [{tcp: 443, from: 0.0.0.0/0, description: everyone}]\n        egress: []\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
)


def rule_description(graph: Graph) -> Iterator[Finding]:
    """Look at the description of each rule. Beside a group, EC2's reference does not name `&`."""
    texts = [
        (one.description, one.origin, False)
        for group in graph.of(SecurityGroup)
        for one in (*group.ingress, *group.egress)
    ]
    texts += [(rule.description, rule.origin, True) for rule in graph.of(IngressRule)]
    texts += [(rule.description, rule.origin, True) for rule in graph.of(EgressRule)]
    for text, origin, names_a_group in texts:
        wrong = _wrong_with(text) if text else None
        if text and wrong is None and names_a_group and "&" in text:
            wrong = "holds `&`, which a rule that names a group cannot", "write `and`"
        if wrong is not None:
            at = (*origin, "description")
            yield Finding(
                problem=RULE_DESCRIPTION, at=at, message=f"the description of the rule {wrong[0]}", help=wrong[1]
            )


ALIKE = Problem(
    code="SPC102",
    name="security-group-names-alike",
    level=Level.ERROR,
    title="Two security groups of a VPC whose names differ by capitals alone",
    explanation="EC2 compares the names of a VPC's security groups without regard to capitals, so the second is refused.",
    bad=VPC + "    security_groups:\n      web: {egress: []}\n      Web: {egress: []}  # <- SPC102\n",
    good=VPC + "    security_groups:\n      web: {egress: []}\n      web-admin: {egress: []}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
)


def alike(graph: Graph) -> Iterator[Finding]:
    """Compare the names of each VPC's groups in lower case; what a group that exists is called is not known here."""
    first: dict[tuple[str, str], SecurityGroup] = {}
    made = [group for group in graph.of(SecurityGroup) if group.existing is None]
    for group in sorted(made, key=lambda one: one.key, reverse=True):
        other = first.setdefault((group.vpc.key, group.group_name.lower()), group)
        if other is not group:
            yield Finding(
                problem=ALIKE,
                at=group.origin,
                message=f"EC2 takes `{group.key}` and `{other.key}` for one name",
                related=(Related(at=other.origin, label="the other", on_key=True),),
                help="give one of the two another name",
                on_key=True,
            )


RULES = (
    Rule(NAME, name),
    Rule(DESCRIPTION, description),
    Rule(RULE_DESCRIPTION, rule_description),
    Rule(ALIKE, alike),
)
