"""What instances run at first boot, against the image that they boot, and how they may be ended."""

from collections.abc import Iterator

from infraspec.analysis.machines import machines
from infraspec.data.images import image_at
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_SPEC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
  app-1:
    type: t3.small
    subnet: app-a
    security_groups: web
"""
_SHELL = "    image: ubuntu-24.04\n"
_WINDOWS = "    image: windows-2022\n"

OTHER_SYSTEM = Problem(
    code="CMP122",
    name="script-for-another-system",
    level=Level.ERROR,
    title="A script at first boot that the image cannot run",
    explanation="Linux runs what begins with `#!`; Windows runs what stands in `<powershell>` or `<script>`, and passes over all else. "
    "The template `flask-behind-nginx` is for Ubuntu.",
    bad=_SPEC + _WINDOWS + '    user_data: "#!/bin/sh\\necho hello\\n"  # <- CMP122\n',
    good=_SPEC + _SHELL + '    user_data: "#!/bin/sh\\necho hello\\n"\n',
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
)


def other_system(graph: Graph) -> Iterator[Finding]:
    """Compare the script of each instance with the system of its image, where that is known by name."""
    for instance in machines(graph):
        if instance.user_data is None or instance.image_parameter is None or instance.existing is not None:
            continue
        found = image_at(graph.get(instance.image_parameter).parameter)
        if found is None:
            continue
        name, written = found[0], instance.user_data.written
        for_ubuntu = written is None and not name.startswith("ubuntu")
        for_linux = written is not None and written.lstrip().startswith("#!") and name.startswith("windows")
        if for_ubuntu or for_linux:
            yield Finding(
                problem=OTHER_SYSTEM,
                at=(*instance.origin, "user_data"),
                message=f"`{instance.key}` boots {name}, which cannot run "
                + ("this template: it is for Ubuntu" if for_ubuntu else "a script of a Linux shell"),
                related=(Related(at=(*instance.origin, "image"), label=name),),
                help="write `image: ubuntu-24.04`"
                + (", or a script of its own" if for_ubuntu else ", or a script in <powershell>"),
                on_key=True,
            )


PROTECTED_SPOT = Problem(
    code="CMP112",
    name="protected-spot-instance",
    level=Level.ERROR,
    title="Termination protection for a Spot instance",
    explanation="AWS takes a Spot instance back when it needs the capacity, so EC2 refuses to protect one from termination.",
    bad=_SPEC + _SHELL + "    spot: true\n    termination_protection: true  # <- CMP112\n",
    good=_SPEC + _SHELL + "    spot: true\n    termination_protection: false\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html",
)


def protected_spot(graph: Graph) -> Iterator[Finding]:
    """Look for protection of each instance whose launch template asks for Spot."""
    for instance in graph.of(Instance):
        template = graph.get(instance.launch_template) if instance.launch_template else None
        if template is not None and template.spot is not None and instance.disable_api_termination:
            yield Finding(
                problem=PROTECTED_SPOT,
                at=(*instance.origin, "termination_protection"),
                message=f"`{instance.key}` is a Spot instance, which cannot be protected from termination",
                related=(Related(at=(*instance.origin, "spot"), label="Spot", on_key=True),),
                help="remove `termination_protection`",
                fixes=fix(
                    "remove `termination_protection`",
                    Edit((*instance.origin, "termination_protection"), how=How.REMOVE),
                ),
            )


RULES = (Rule(OTHER_SYSTEM, other_system), Rule(PROTECTED_SPOT, protected_spot))
