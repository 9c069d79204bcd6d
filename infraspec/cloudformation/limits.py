"""What CloudFormation refuses of a template whatever stands in it: numbers and sizes."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph

MAX_RESOURCES: Final = 500
MAX_OUTPUTS: Final = 200
MAX_PARAMETERS: Final = 200
MAX_BYTES: Final = 1_000_000
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"""

_SOURCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"
TOO_MANY_RESOURCES = Problem(
    code="OUT101",
    name="too-many-resources",
    level=Level.ERROR,
    title="More resources than a CloudFormation stack holds",
    explanation="A stack holds at most 500 resources. Split the spec along its VPCs or services into several, each a "
    "stack, and refer from one to the other with `existing:`. Terraform has no such limit.",
    bad="",
    good="",
    source=_SOURCE,
)
TEMPLATE_TOO_LARGE = Problem(
    code="OUT103",
    name="template-too-large",
    level=Level.ERROR,
    title="A template larger than CloudFormation reads",
    explanation="A template of more than 51,200 bytes is uploaded to S3 first, and one of more than a million bytes "
    "is refused. Long user data and policies are the usual cause.",
    bad="",
    good="",
    source=_SOURCE,
)
TOO_MANY_OUTPUTS = Problem(
    code="OUT104",
    name="too-many-outputs",
    level=Level.ERROR,
    title="More outputs or parameters than CloudFormation takes",
    explanation="A template has at most 200 outputs and 200 parameters. The identifiers of VPCs, tiers, security "
    "groups, load balancers and databases are outputs without being asked for.",
    bad="",
    good="",
    source=_SOURCE,
)
NO_TYPE = Problem(
    code="OUT111",
    name="not-in-cloudformation",
    level=Level.ERROR,
    title="Something that CloudFormation cannot make",
    explanation="A few things of AWS have a resource in Terraform and no type in CloudFormation: the password policy "
    "of an account, and the registration of a directory with WorkSpaces. A template without them would build something "
    "else than the spec says, so it is not written. Render Terraform, or take the entry out of the spec and do by hand "
    "what the help says.",
    bad="",
    good="",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
)

PROBLEMS = (TOO_MANY_RESOURCES, TEMPLATE_TOO_LARGE, TOO_MANY_OUTPUTS, NO_TYPE)


def without_type(graph: Graph) -> Iterator[Finding]:
    """What a graph holds that no template can."""
    for node in graph:
        if node.instead is not None and node.existing is None:
            message = "CloudFormation has no resource type for this; Terraform has"
            yield Finding(problem=NO_TYPE, at=node.origin, message=message, help=node.by_hand(), on_key=True)


def over_the_limits(template: Mapping[str, Any], text: str) -> Iterator[Finding]:
    """Compare a template's numbers with CloudFormation's."""
    resources = len(template["Resources"])
    if resources > MAX_RESOURCES:
        message = f"the template has {resources:,} resources; CloudFormation takes {MAX_RESOURCES}"
        help_ = "split the spec into several stacks, or render Terraform"
        yield Finding(problem=TOO_MANY_RESOURCES, at=("name",), message=message, help=help_)
    size = len(text.encode())
    if size > MAX_BYTES:
        message = f"the template has {size:,} bytes; CloudFormation takes {MAX_BYTES:,}"
        help_ = "split the spec into several stacks, or render Terraform"
        yield Finding(problem=TEMPLATE_TOO_LARGE, at=("name",), message=message, help=help_)
    for section, most in (("Outputs", MAX_OUTPUTS), ("Parameters", MAX_PARAMETERS)):
        count = len(template.get(section, ()))
        if count > most:
            message = f"the template has {count:,} {section.lower()}; CloudFormation takes {most}"
            yield Finding(
                problem=TOO_MANY_OUTPUTS,
                at=("name",),
                message=message,
                help="split the spec into several stacks",
            )
