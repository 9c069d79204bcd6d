"""Prefix lists: their names."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.prefix_lists import PrefixList
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nprefix_lists:\n"
_AMAZON = "com.amazonaws"

NAME = Problem(
    code="NET130",
    name="prefix-list-of-amazon",
    level=Level.ERROR,
    title="A prefix list that is called as AWS's own are",
    explanation="Names that begin with `com.amazonaws` are those of the lists that AWS keeps for its services.",
    bad=_HEAD + "  com.amazonaws.offices:  # <- NET130\n    entries: {198.51.100.0/24: Seoul}\n",
    good=_HEAD + "  offices:\n    entries: {198.51.100.0/24: Seoul}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html",
)


def name(graph: Graph) -> Iterator[Finding]:
    """Look at how each list begins."""
    for one in graph.of(PrefixList):
        if one.existing is None and one.prefix_list_name.startswith(_AMAZON):
            message = f"a prefix list cannot be called `{one.key}`: names that begin so are AWS's"
            yield Finding(problem=NAME, at=one.origin, message=message, help="choose another name", on_key=True)


RULES = (Rule(NAME, name),)
