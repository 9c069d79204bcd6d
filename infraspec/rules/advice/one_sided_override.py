"""Properties in the words of one backend alone, which make the two documents differ."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_VPC = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main:\n    cidr: 10.0.0.0/16\n"

PROBLEM = Problem(
    code="OUT206",
    name="one-sided-override",
    level=Level.WARNING,
    title="Only one of the two documents is changed",
    explanation="The two documents build the same. Properties that only one backend gets make them differ, which is right where "
    "only that one is ever deployed, or where the other has no such property.",
    bad=_VPC + "    terraform: {enable_dns_hostnames: false}  # <- OUT206\n",
    good=_VPC + "    terraform: {enable_dns_hostnames: false}\n    cloudformation: {EnableDnsHostnames: false}\n",
)


def check(graph: Graph) -> Iterator[Finding]:
    """Look at each entry that speaks to a backend: does it speak to the other one too?"""
    for override in graph.overrides:
        if bool(override.cloudformation) != bool(override.terraform):
            said, other = (
                ("cloudformation", "terraform") if override.cloudformation else ("terraform", "cloudformation")
            )
            yield Finding(
                problem=PROBLEM,
                at=(*override.at, said),
                message=f"only `{said}` of {override.what} is changed, so the two documents differ",
                help=f"say the same in `{other}:`, if it has a word for it",
                on_key=True,
            )


RULES = (Rule(PROBLEM, check),)
