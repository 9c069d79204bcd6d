"""Advice about instances: their types, their credentials, and what they cost."""

import re
from collections.abc import Iterator

from infraspec.analysis.exposure import public_instances, served_instances
from infraspec.analysis.machines import Machine, machines
from infraspec.data.instance_types import architecture, date, offers, previous, types
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.ec2 import Instance, Volume, VolumeAttachment
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Vpc
from infraspec.rules.compute.examples import INSTANCE, REACHED
from infraspec.rules.rule import Rule

_ROLE = "iam: {roles: {app: {trust: ec2}}}\n"
_GENERATION = r"(?P<letters>[a-z]+)(?P<number>[0-9]+)(?P<suffix>[a-z]*)\Z"

PREVIOUS = Problem(
    code="CMP104",
    name="previous-generation-type",
    level=Level.NOTE,
    title="An instance type of a previous generation",
    explanation="Newer generations do more for the same money, and the old ones get scarce. A type that a test was made "
    "for, or that reserved capacity was bought for, may stay. A Compute Savings Plan covers the newer type as it did the old.",
    bad=INSTANCE.replace("type: t3.micro", "type: m4.large  # <- CMP104"),
    good=INSTANCE.replace("type: t3.micro", "type: m7i.large"),
    source="https://aws.amazon.com/ec2/previous-generation/",
)


def previous_generation(graph: Graph) -> Iterator[Finding]:
    """Look each family up, and for its youngest heir that the region offers."""
    offered = offers(graph.region)
    heirs: dict[str, str] = {}
    for instance in machines(graph):
        name = instance.instance_type
        if instance.existing is None and name.partition(".")[0] in previous() and name in types():
            if name not in heirs:
                heirs[name] = _heir(name, offered)
            yield Finding(
                problem=PREVIOUS,
                at=(*instance.origin, "type"),
                message=f"`{name}` is of a previous generation",
                label=f"as EC2 had it in {date()}",
                help=f"write {heirs[name]}" if heirs[name] else "choose a younger type",
                fixes=fix(f"write {heirs[name]}", Edit((*instance.origin, "type"), heirs[name])) if heirs[name] else (),
            )


def _heir(name: str, offered: dict[str, str]) -> str:
    """The youngest type of the same letter, size and processors that a region offers; empty if there is none."""
    family, _, size = name.partition(".")
    found = re.match(_GENERATION, family)
    suffixes = (found["suffix"], "i", "a") if found else ()
    for number in range(9, int(found["number"]) if found else 9, -1):
        for suffix in suffixes:
            other = f"{found['letters']}{number}{suffix}.{size}" if found else ""
            if other in offered and architecture(other) == architecture(name):
                return other
    return ""


METADATA = Problem(
    code="CMP109",
    name="first-metadata-service",
    level=Level.NOTE,
    title="The metadata service answers without a token",
    explanation="With `tokens: optional` version 1 of the instance metadata service answers too. Whoever makes a program "
    "on the instance fetch an address of his choice then reads the credentials of its role. Programs that are too old "
    "for version 2 are the only reason to allow it.",
    bad=INSTANCE + "    imds: {tokens: optional}  # <- CMP109\n",
    good=INSTANCE + "    imds: {tokens: required}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
)
METADATA_REACHED = Problem(
    code="CMP127",
    name="credentials-without-token",
    level=Level.WARNING,
    title="A machine that the internet reaches hands out its role's credentials without a token",
    explanation="The instance has a role, the internet speaks to it directly or through a balancer, and its metadata "
    "service answers without a token. One program on it that fetches an address from a request gives the role away.",
    bad=REACHED + "    imds: {tokens: optional}  # <- CMP127\n" + _ROLE,
    good=REACHED + _ROLE,
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
)


def metadata(graph: Graph) -> Iterator[Finding]:
    """Look for metadata services that answer without a token where little depends on it."""
    for instance, reached in _without_token(graph):
        if not reached:
            message = f"the metadata service of `{instance.key}` answers without a token"
            yield _token(METADATA, instance, message, ())


def metadata_reached(graph: Graph) -> Iterator[Finding]:
    """Look for those of machines with a role that the internet reaches."""
    for instance, reached in _without_token(graph):
        if reached:
            message = f"`{instance.key}` is reached from the internet, and hands out its role without a token"
            yield _token(
                METADATA_REACHED, instance, message, (Related(at=(*instance.origin, "role"), label="the role"),)
            )


def _without_token(graph: Graph) -> Iterator[tuple[Machine, bool]]:
    """Machines whose metadata needs no token, and whether they have a role and the internet reaches them."""
    found = [one for one in machines(graph) if one.existing is None and one.http_tokens == "optional"]
    reached = {*public_instances(graph), *served_instances(graph)} if found else set()
    for instance in found:
        yield instance, instance.has_role and instance.origin[0] == "instances" and instance.key in reached


def _token(problem: Problem, instance: Machine, message: str, related: tuple[Related, ...]) -> Finding:
    at = (*instance.origin, "imds", "tokens")
    help_ = "write `tokens: required`"
    fixes = fix(help_, Edit(at, "required"))
    return Finding(problem=problem, at=at, message=message, related=related, help=help_, fixes=fixes)


DEDICATED = Problem(
    code="CMP115",
    name="dedicated-hardware",
    level=Level.NOTE,
    title="Hardware of one's own costs more",
    explanation="`dedicated` keeps other customers off the hardware. AWS bills each instance more for it, and an hourly "
    "fee for the region. Contracts and licences ask for it; little else does.",
    bad=INSTANCE.replace("t3.micro", "m7i.large") + "    tenancy: dedicated  # <- CMP115\n",
    good=INSTANCE.replace("t3.micro", "m7i.large"),
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html",
)


def dedicated(graph: Graph) -> Iterator[Finding]:
    """Read the tenancy of each VPC, and of each instance in another."""
    for vpc in graph.of(Vpc):
        if vpc.existing is None and vpc.tenancy == "dedicated":
            message = f"every instance in `{vpc.key}` has hardware of its own, at its price"
            yield _shared(vpc.origin, message)
    for instance in graph.of(Instance):
        vpc = graph.get(graph.get(instance.subnet).vpc)
        if instance.existing is None and instance.tenancy == "dedicated" and vpc.tenancy != "dedicated":
            message = f"`{instance.key}` has hardware of its own, at its price"
            yield _shared(instance.origin, message)


def _shared(origin: SpecPath, message: str) -> Finding:
    at, help_ = (*origin, "tenancy"), "remove `tenancy`"
    fixes = fix(help_, Edit(at, how=How.REMOVE))
    return Finding(problem=DEDICATED, at=at, message=message, help=help_, fixes=fixes)


UNLIMITED = Problem(
    code="CMP124",
    name="unlimited-credits",
    level=Level.NOTE,
    title="CPU credits without a limit on what they cost",
    explanation="With `unlimited` an instance that is busy for long is billed for each processor's hour above what it "
    "earned, which soon costs more than a type that does not burst.",
    bad=INSTANCE + "    cpu_credits: unlimited  # <- CMP124\n",
    good=INSTANCE + "    cpu_credits: standard\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html",
)


def unlimited(graph: Graph) -> Iterator[Finding]:
    """Look for the setting."""
    for instance in machines(graph):
        if instance.existing is None and instance.cpu_credits == "unlimited":
            yield Finding(
                problem=UNLIMITED,
                at=(*instance.origin, "cpu_credits"),
                message=f"`{instance.key}` is billed for what it bursts beyond its credits",
                help="write `standard`, or a type that does not burst",
                fixes=fix("write `standard`", Edit((*instance.origin, "cpu_credits"), "standard")),
            )


UNPROTECTED = Problem(
    code="CMP118",
    name="stateful-instance-unprotected",
    level=Level.NOTE,
    title="An instance with data volumes that one call may terminate",
    explanation="`termination_protection` makes the API refuse to terminate an instance until it is switched off. It does "
    "not keep the machine from shutting itself down.",
    bad=INSTANCE.replace("app-1:", "app-1:  # <- CMP118") + "    volumes: {data: {device: /dev/sdf, size_gib: 20}}\n",
    good=INSTANCE + "    termination_protection: true\n    volumes: {data: {device: /dev/sdf, size_gib: 20}}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html",
)


def unprotected(graph: Graph) -> Iterator[Finding]:
    """Look for instances, Spot instances aside, whose volumes are worth keeping."""
    kept: dict[str, Volume] = {}
    for attachment in graph.of(VolumeAttachment):
        volume = graph.get(attachment.volume)
        if volume.on_delete != "delete":
            kept.setdefault(attachment.instance.key, volume)
    for instance in graph.of(Instance):
        template = graph.get(instance.launch_template) if instance.launch_template else None
        is_spot = template is not None and template.spot is not None
        if instance.key in kept and not instance.disable_api_termination and not is_spot:
            yield Finding(
                problem=UNPROTECTED,
                at=instance.origin,
                on_key=True,
                message=f"`{instance.key}` has data, and may be terminated by one call",
                related=(Related(at=kept[instance.key].origin, label="its data", on_key=True),),
                help="write `termination_protection: true`",
                fixes=fix(
                    "write `termination_protection: true`",
                    Edit((*instance.origin, "termination_protection"), "true"),
                ),
            )


RULES = (
    Rule(PREVIOUS, previous_generation),
    Rule(METADATA, metadata),
    Rule(METADATA_REACHED, metadata_reached),
    Rule(DEDICATED, dedicated),
    Rule(UNLIMITED, unlimited),
    Rule(UNPROTECTED, unprotected),
)
