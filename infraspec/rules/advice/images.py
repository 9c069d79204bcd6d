"""Advice about how instances start: their images, their first boot, and their keys."""

from collections.abc import Iterator

from infraspec.analysis.machines import machines
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.iam import InstanceProfile
from infraspec.rules.compute.examples import INSTANCE, REACHED
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
    for instance in machines(graph):
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
    """Name each parameter at its first instance; of one with a fixed address CMP128 says more."""
    seen = set()
    for instance in graph.of(Instance):
        if instance.existing is not None or instance.private_ip or instance.network_interface:
            continue
        if instance.image_parameter is not None and instance.image_parameter not in seen:
            seen.add(instance.image_parameter)
            yield Finding(
                problem=MOVING_IMAGE,
                at=(*instance.origin, "image"),
                message=f"a newer image makes CloudFormation replace `{instance.key}`",
                help="keep data on volumes of its own, or pin the image by its identifier",
            )


_ROLE = "iam: {roles: {app: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCore]}}}\n"

KEY_BESIDE = Problem(
    code="CMP113",
    name="key-beside-session-manager",
    level=Level.NOTE,
    title="A key pair on an instance that Session Manager reaches",
    explanation="With the policy AmazonSSMManagedInstanceCore a shell opens through Session Manager, which asks IAM, keeps "
    "a log and needs no open port. A key pair beside it is one more secret to keep.",
    bad=REACHED + "    key_pair: ops  # <- CMP113\n" + _ROLE,
    good=REACHED + _ROLE,
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
                fixes=fix("remove `key_pair`", Edit((*instance.origin, "key_pair"), how=How.REMOVE)),
            )


RULES = (
    Rule(LITERAL_IMAGE, literal_image),
    Rule(MOVING_IMAGE, moving_image),
    Rule(KEY_BESIDE, key_beside),
)
