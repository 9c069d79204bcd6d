"""Advice about how instances start: their images, their first boot, and their keys."""

import re
from collections.abc import Iterator

from infraspec.analysis.exposure import public_instances
from infraspec.analysis.routing import ANYWHERE, Routing, routing
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.ec2 import Instance
from infraspec.graph.endpoints import GatewayEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.iam import InstanceProfile
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

LITERAL_IMAGE = Problem(
    code="CMP202",
    name="image-by-identifier",
    level=Level.NOTE,
    title="An image by its identifier",
    explanation="An identifier is of one region, gets no updates, and its owner may take it away. A name such as "
    "`ubuntu-24.04`, or the path of a parameter, says the same everywhere. An image of one's own, made for this, is a "
    "good reason for an identifier.",
    bad=INSTANCE.replace("image: ubuntu-24.04", "image: ami-0a1b2c3d4e5f67890  # <- CMP202")
    + "    root_volume: {device: /dev/sda1}\n",
    good=INSTANCE,
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami-parameter-store.html",
)


def literal_image(graph: Graph) -> Iterator[Finding]:
    """Look for identifiers, and name each at its first instance."""
    seen = set()
    for instance in graph.of(Instance):
        if instance.existing is None and instance.image_id is not None and instance.image_id not in seen:
            seen.add(instance.image_id)
            yield Finding(
                problem=LITERAL_IMAGE,
                at=(*instance.origin, "image"),
                message=f"`{instance.image_id}` is an image of one region, which gets no updates",
                help="write a name such as ubuntu-24.04, or the path of a parameter",
            )


MOVING_IMAGE = Problem(
    code="CMP204",
    name="image-that-moves",
    level=Level.NOTE,
    title="An image that later deployments replace the instance for",
    explanation="A name means the newest image of a release. CloudFormation asks for it anew at every deployment, and "
    "replaces the instance when there is a newer one; Terraform keeps the instance it made. What has to stay goes on a "
    "volume of its own. An identifier `ami-…` pins the image.",
    bad=INSTANCE.replace("image: ubuntu-24.04", "image: ubuntu-24.04  # <- CMP204"),
    good=INSTANCE.replace("image: ubuntu-24.04", "image: ami-0a1b2c3d4e5f67890")
    + "    root_volume: {device: /dev/sda1}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
)


def moving_image(graph: Graph) -> Iterator[Finding]:
    """Name each parameter at its first instance."""
    seen = set()
    for instance in graph.of(Instance):
        if instance.existing is None and instance.image_parameter is not None and instance.image_parameter not in seen:
            seen.add(instance.image_parameter)
            yield Finding(
                problem=MOVING_IMAGE,
                at=(*instance.origin, "image"),
                message=f"a newer image makes CloudFormation replace `{instance.key}`",
                help="keep data on volumes of its own, or pin the image by its identifier",
            )


KEY_BESIDE = Problem(
    code="CMP113",
    name="key-beside-session-manager",
    level=Level.NOTE,
    title="A key pair on an instance that Session Manager reaches",
    explanation="With the policy AmazonSSMManagedInstanceCore a shell opens through Session Manager, which asks IAM, keeps "
    "a log and needs no open port. A key pair beside it is one more secret to keep.",
    bad=INSTANCE
    + "    role: app\n    key_pair: ops  # <- CMP113\n"
    + "iam: {roles: {app: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCore]}}}\n",
    good=INSTANCE
    + "    role: app\niam: {roles: {app: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCore]}}}\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
)


def key_beside(graph: Graph) -> Iterator[Finding]:
    """Look for instances with both."""
    for instance in graph.of(Instance):
        if instance.key_name is None or instance.instance_profile is None or instance.existing is not None:
            continue
        profile: InstanceProfile = graph.get(instance.instance_profile)
        role = graph.get(profile.role)
        if any(arn.endswith("/AmazonSSMManagedInstanceCore") for arn in role.managed_policy_arns):
            yield Finding(
                problem=KEY_BESIDE,
                at=(*instance.origin, "key_pair"),
                message=f"`{instance.key}` has a key pair, though Session Manager reaches it",
                related=(Related(at=(*instance.origin, "role"), label="for Session Manager"),),
                help="remove `key_pair`",
            )


_SCRIPT = '    user_data: "#!/bin/sh\\napt-get install -y nginx\\n"'
_WAY = (
    "internet_gateway: igw\n    route_tables: {out: {routes: {0.0.0.0/0: igw}}}\n    tiers: {app: {route_table: out, "
)

NO_WAY_OUT = Problem(
    code="CMP123",
    name="first-boot-without-internet",
    level=Level.WARNING,
    title="A first boot that fetches packages from a subnet without a way out",
    explanation="The script fetches packages, and the instance has no way to the internet: no default route, or one to an "
    "internet gateway without a public address. It waits, fails, and nothing says so. (Amazon Linux has its packages in "
    "S3, and a gateway endpoint is enough for them.)",
    bad=INSTANCE + _SCRIPT + "  # <- CMP123\n",
    good=INSTANCE.replace("tiers: {app: {", _WAY) + _SCRIPT + "\n    public_ip: true\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
)
_FETCHES = (
    r"\b(?:apt|apt-get|dnf|yum|snap|npm|pip3?|gem|go) +(?:-\S+ +)*(?:install|update|upgrade|get)\b|"
    r"\bgit +clone\b|\b(?:curl|wget)\b[^\n|;&]*https?://(?!169\.254\.|localhost|127\.)"
)


def no_way_out(graph: Graph) -> Iterator[Finding]:
    """Look for a way out of each subnet in which a first boot fetches something."""
    booting = [one for one in graph.of(Instance) if one.existing is None and _fetches(one)]
    if not booting:
        return
    found, public = routing(graph), public_instances(graph)
    with_s3 = {
        table.key for one in graph.of(GatewayEndpoint) if one.service_name.endswith(".s3") for table in one.route_tables
    }
    for instance in booting:
        way = _way_out(graph, found, instance, is_public=instance.key in public)
        table = found.table.get(instance.subnet.key)
        parameter = instance.image_parameter.key if instance.image_parameter else ""
        if way is None or (table and table.key in with_s3 and "amazon-linux" in parameter):
            continue
        yield Finding(
            problem=NO_WAY_OUT,
            at=(*instance.origin, "user_data"),
            message=f"the first boot of `{instance.key}` fetches packages, and nothing leads to them",
            related=(Related(at=(*instance.origin, "subnet"), label=way),),
            help="give the subnet's route table a route 0.0.0.0/0 to a NAT gateway"
            if way.startswith("no")
            else "write `public_ip: true`, or choose a subnet behind a NAT gateway",
        )


def _fetches(instance: Instance) -> bool:
    """Whether a first boot fetches something; every template of ours does."""
    if instance.user_data is None:
        return False
    text = instance.user_data.written
    return text is None or ("proxy" not in text and re.search(_FETCHES, text) is not None)


def _way_out(graph: Graph, found: Routing, instance: Instance, *, is_public: bool) -> str | None:
    """What is wrong with an instance's way out; None if nothing is, or the spec does not say."""
    subnet = graph.get(instance.subnet)
    table = found.table.get(subnet.key)
    if table is None:
        unmanaged = subnet.existing is not None or graph.get(subnet.vpc).existing is not None
        return None if unmanaged or is_public else "no route table, and so no default route"
    defaults = [one for one in found.routes[table.key] if one.destination_cidr_block == ANYWHERE]
    if not defaults:
        return None if graph.get(table).existing is not None or is_public else "no default route"
    outside = [one for one in defaults if one.gateway is not None or (one.target_id or "").startswith("igw-")]
    return "a public subnet, and the instance has no public address" if outside and not is_public else None


RULES = (
    Rule(LITERAL_IMAGE, literal_image),
    Rule(MOVING_IMAGE, moving_image),
    Rule(KEY_BESIDE, key_beside),
    Rule(NO_WAY_OUT, no_way_out, needs_whole=True),
)
