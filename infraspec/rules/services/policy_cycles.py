"""Policies that name what waits for their owner."""

from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import Holder, holders
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.iam import ManagedPolicy, Role
from infraspec.graph.resource import Ref, references
from infraspec.graph.values import Document
from infraspec.rules.rule import Rule

_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, role: web}
iam:
  roles:
    web:
      trust: ec2
"""

CYCLE = Problem(
    code="IAM131",
    name="policy-waits-for-itself",
    level=Level.ERROR,
    title="A policy that names something which waits for whoever has the policy",
    explanation="CloudFormation makes a role with its policies in one step. An instance waits for its role, so a policy of that role "
    "which names the instance waits for the instance, and neither is ever made. Name it by an ARN with `*`, by a condition on a "
    "tag, or in a policy of another role.",
    bad=_HEAD
    + "      inline_policies:\n        own:  # <- IAM131\n          Statement:\n"
    + "            {Effect: Allow, Action: ec2:CreateTags, Resource: instance:web}\n",
    good=_HEAD
    + "      inline_policies:\n        own:\n          Statement:\n"
    + '            {Effect: Allow, Action: ec2:CreateTags, Resource: "arn:aws:ec2:*:*:instance/*"}\n',
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html",
)


def policy_cycle(graph: Graph) -> Iterator[Finding]:
    """Follow what each policy names, and look whether it leads back to its owner."""
    for owner, document, at in _owned(graph):
        for value in document.values:
            if owner.address in _needed(graph, value.node):
                named = graph.get(value.node)
                yield Finding(
                    problem=CYCLE,
                    at=at,
                    message=f"`{owner.key}` would wait for `{named.key}`, which its policy names and which waits for it",
                    related=(Related(at=named.origin, label="waits for it", on_key=True),) if named.origin else (),
                    help="name it by an ARN with `*`, or by a condition on a tag",
                    on_key=True,
                )
                break


def _owned(graph: Graph) -> Iterator[tuple[Holder | ManagedPolicy, Document, SpecPath]]:
    """Each policy with its owner and its place; few name anything."""
    for policy in graph.of(ManagedPolicy):
        yield policy, policy.document, (*policy.origin, "document")
    for holder in holders(graph):
        if isinstance(holder, Role):
            yield holder, holder.assume_role_policy, (*holder.origin, "trust")
        for one in holder.inline_policies:
            yield holder, one.document, (*holder.origin, "inline_policies", one.name)


def _needed(graph: Graph, start: Ref[Any]) -> set[Ref[Any]]:
    """Everything that must stand before a node can, and the node itself."""
    found: set[Ref[Any]] = set()
    todo = [start]
    while todo:
        address = todo.pop()
        if address not in found:
            found.add(address)
            node = graph.get(address)
            todo += [] if node.existing is not None else [*references(node), *node.depends_on]
    return found


RULES = (Rule(CYCLE, policy_cycle),)
