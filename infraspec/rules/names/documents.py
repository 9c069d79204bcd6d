"""What the two documents as a whole cannot be: nameless, empty, or described at too great a length."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_REGION = "region: ap-northeast-2\n"
_HEAD = "version: 1\nname: demo\n" + _REGION
_VPC = "vpcs: {main: {cidr: 10.0.0.0/16}}\n"
_STACK = r"[A-Za-z][A-Za-z0-9-]{0,127}\Z"
_LIMITS = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"
DESCRIPTION_MAX = 1024
"""Bytes."""

STACK_NAME = Problem(
    code="OUT107",
    name="stack-name",
    level=Level.ERROR,
    title="A spec whose name no stack can have",
    explanation="The spec's name is that of its CloudFormation stack: a letter, and then letters, digits and hyphens, 128 characters at "
    "most, all of them without accents.",
    bad="version: 1\nname: my shop  # <- OUT107\n" + _REGION + _VPC,
    good="version: 1\nname: my-shop\n" + _REGION + _VPC,
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html",
)


def stack_name(graph: Graph) -> Iterator[Finding]:
    """Read the name of the spec."""
    if not re.match(_STACK, graph.name):
        meant = re.sub(r"[^A-Za-z0-9]+", "-", graph.name).strip("-")[:128]
        help_ = f"write `{meant}`" if re.match(_STACK, meant) else "write a letter, then letters, digits and hyphens"
        message = f"no stack can be called `{graph.name[:60]}`"
        found = re.fullmatch(r"write `([^`]+)`", help_)
        fixes = fix(help_, Edit(("name",), found[1])) if found else ()
        yield Finding(problem=STACK_NAME, at=("name",), message=message, help=help_, fixes=fixes)


DESCRIPTION = Problem(
    code="OUT117",
    name="document-description",
    level=Level.ERROR,
    title="A description that is too long for a template",
    explanation="CloudFormation takes 1,024 bytes of description for the template, and as many for each output. A letter of Korean "
    "is three bytes.",
    bad=_HEAD + f"description: {'long ' * 206}  # <- OUT117\n" + _VPC,
    good=_HEAD + "description: short\n" + _VPC,
    source=_LIMITS,
)


def description(graph: Graph) -> Iterator[Finding]:
    """Count the bytes of each description."""
    written: list[tuple[SpecPath, str]] = [(("description",), graph.description or "")]
    written += [(("outputs", one.name, "description"), one.description) for one in graph.outputs]
    for at, text in written:
        size = len(text.encode())
        if size > DESCRIPTION_MAX:
            message = f"the description has {size:,} bytes, and CloudFormation takes {DESCRIPTION_MAX:,}"
            yield Finding(problem=DESCRIPTION, at=at, message=message, help="shorten it")


NOTHING = Problem(
    code="OUT116",
    name="nothing-to-build",
    level=Level.ERROR,
    title="A spec that describes nothing to build",
    explanation="CloudFormation refuses a template without resources. A spec makes something once it has an entry without `existing:`.",
    bad="version: 1\nname: demo  # <- OUT116\n" + _REGION,
    good=_HEAD + _VPC,
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
)
_NO_RESOURCE = "ImageParameter"


def nothing_to_build(graph: Graph) -> Iterator[Finding]:
    """Look for anything that is made."""
    if all(node.existing is not None or type(node).__name__ == _NO_RESOURCE for node in graph):
        message = "the spec describes nothing to build"
        help_ = "add an entry, such as a VPC" if not graph.nodes else "add an entry without `existing:`"
        yield Finding(problem=NOTHING, at=("name",), message=message, help=help_)


RULES = (
    Rule(STACK_NAME, stack_name),
    Rule(DESCRIPTION, description),
    Rule(NOTHING, nothing_to_build, needs_whole=True),
)
