"""Names of launch templates and key pairs."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_INSTANCE = (
    _HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups: {web: {egress: []}}\n"
    "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\ninstances:\n"
)
_TEMPLATE = r"[A-Za-z0-9().\-/_]{3,125}\Z"

TEMPLATE_NAME = Problem(
    code="NAM110",
    name="launch-template-name",
    level=Level.ERROR,
    title="An instance whose launch template cannot have its name",
    explanation="A Spot instance, and one whose root volume has a throughput, has a launch template of its name. That takes "
    "3 to 125 characters: letters and digits without accents, and `( ) . - / _`.",
    bad=_INSTANCE
    + "  웹 서버: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, spot: true}  # <- NAM110\n",
    good=_INSTANCE + "  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, spot: true}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html",
)


def launch_template_name(graph: Graph) -> Iterator[Finding]:
    """Read the name of each launch template."""
    for template in graph.of(LaunchTemplate):
        name = template.launch_template_name
        if not re.match(_TEMPLATE, name):
            message = f"the launch template of `{name}` cannot have that name"
            help_ = "3 to 125 letters and digits without accents, and ( ) . - / _ are taken"
            yield Finding(problem=TEMPLATE_NAME, at=template.origin, message=message, help=help_, on_key=True)


KEY_PAIR = Problem(
    code="NAM113",
    name="key-pair-name",
    level=Level.ERROR,
    title="A name that no key pair has",
    explanation="The name of a key pair has 1 to 255 characters of ASCII, without spaces at either end.",
    bad=_INSTANCE
    + "  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, key_pair: 열쇠}  # <- NAM113\n",
    good=_INSTANCE
    + "  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, key_pair: ops}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateKeyPair.html",
)


def key_pair_name(graph: Graph) -> Iterator[Finding]:
    """Read the name of each key pair."""
    started = [(one.origin, one.key_name) for one in graph.of(Instance)]
    started += [(one.origin, one.launch.key_name) for one in graph.of(LaunchTemplate) if one.launch]
    for origin, name in started:
        if name is not None and not (
            name.isascii() and name.isprintable() and 0 < len(name) < 256 and name == name.strip()
        ):
            message = f"no key pair is called `{name}`"
            help_ = "write the name of a key pair that exists, or remove it: Session Manager needs none"
            yield Finding(problem=KEY_PAIR, at=(*origin, "key_pair"), message=message, help=help_)


RULES = (
    Rule(TEMPLATE_NAME, launch_template_name),
    Rule(KEY_PAIR, key_pair_name),
)
