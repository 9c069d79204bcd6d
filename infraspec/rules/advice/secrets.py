"""Advice about secrets: they do not stand in a spec."""

import re
from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.machines import machines
from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbParameterGroup
from infraspec.graph.resource import Resource, Tags
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

SECRET = Problem(
    code="SCR101",
    name="secret-in-spec",
    level=Level.WARNING,
    title="What looks like a secret stands in user data, a tag or a parameter",
    explanation="User data can be read by every program on the machine and by whoever may describe it, tags by almost "
    "everyone, and both stand in the template, the state of Terraform and the history of the spec. Keep the secret in "
    "Secrets Manager or Parameter Store, and let the role of the machine read it. A secret that was here is to be changed.",
    bad=INSTANCE + '    user_data: "#!/bin/sh\\nexport DB_PASSWORD=hunter2-and-more\\n"  # <- SCR101\n',
    good=INSTANCE
    + '    user_data: "#!/bin/sh\\nexport DB_PASSWORD=$(aws ssm get-parameter --name /db --query Parameter.Value)\\n"\n',
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
)
_KEY_ID = r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"
_PRIVATE_KEY = r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"
_ASSIGNED = (
    r"(?i)(?:^|[\s_\-\"'])(?:password|passwd|secret|secret_key|secret_access_key|api_key|auth_token)[\"']?\s*[=:]\s*"
    r"[\"']?(?![$<{(*%/]|x{3}|change|example|your|none\b|null\b|true\b|false\b)[^\s\"'$]{8,}"
)
_LOOKS = (
    (_KEY_ID, "an access key of AWS"),
    (_PRIVATE_KEY, "a private key"),
    (_ASSIGNED, "a password or a token"),
)


def secret(graph: Graph) -> Iterator[Finding]:
    """Read the texts that people put secrets in."""
    seen = set()
    for text, at, what in _texts(graph):
        looks = next((name for pattern, name in _LOOKS if re.search(pattern, text)), None)
        if looks is not None and at not in seen:
            seen.add(at)
            yield Finding(
                problem=SECRET,
                at=at,
                message=f"{what} holds what looks like {looks}",
                help="keep it in Secrets Manager, and read it from there by a role",
                on_key=True,
            )


def _texts(graph: Graph) -> Iterator[tuple[str, SpecPath, str]]:
    """User data as it is written, tags, and parameters of databases; each with its place and its name."""
    for instance in machines(graph):
        if instance.user_data is not None and instance.user_data.written is not None:
            yield instance.user_data.written, (*instance.origin, "user_data"), f"the user data of `{instance.key}`"
    for group in graph.of(DbParameterGroup):
        for name, value in group.parameters:
            yield f"{name}={value}", (*group.origin, "parameters", name), f"parameter `{name}`"
    yield from _tags(graph)


def _tags(graph: Graph) -> Iterator[tuple[str, SpecPath, str]]:
    """Each tag at the first thing that has it, or at the top of the spec where everything has it."""
    holders: dict[tuple[str, str], list[Resource]] = defaultdict(list)
    tagged = 0
    for node in graph:
        tags: Tags = getattr(node, "tags", ())
        tagged += bool(tags)
        for pair in tags:
            holders[pair].append(node)
    for (key, value), nodes in holders.items():
        at = ("tags", key) if len(nodes) == tagged else (*nodes[0].origin, "tags", key)
        if key != "Name":
            yield f"{key}={value}", at, f"tag `{key}`"


RULES = (Rule(SECRET, secret),)
