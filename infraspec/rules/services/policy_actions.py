"""The names of actions in policies: those that no service has, where it is known which one is meant."""

import re
from collections.abc import Iterator

from infraspec.analysis.policies import every_policy, listed, statements
from infraspec.data.iam_actions import actions, matched, services
from infraspec.diagnostic import Edit, Finding, Level, Problem, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n  policies:\n    some:\n      document:\n        Statement:\n"
_REFERENCE = (
    "https://docs.aws.amazon.com/service-authorization/latest/reference/"
    "reference_policies_actions-resources-contextkeys.html"
)
_PLAIN = frozenset({"*", "sts:assumerole", "sts:assumerolewithwebidentity", "sts:assumerolewithsaml", "sts:tagsession"})
"""What nearly every policy of who takes a role says: the table is not read for it."""

MISSPELT = Problem(
    code="IAM128",
    name="misspelt-action",
    level=Level.ERROR,
    title="An action that no service has, with a slip in its name",
    explanation="IAM takes any name of an action and says nothing of one that does not exist: the statement allows, or denies, nothing. "
    "S3 refuses it in the policy of a bucket. "
    "A name that differs by a letter or two from one that exists is taken for a slip. Where nothing is near, or the service is "
    "not known, it may be newer than the table that infraspec holds (IAM129).",
    bad=_HEAD + "          - {Effect: Allow, Action: s3:GetObjct, Resource: 'arn:aws:s3:::bucket/*'}  # <- IAM128\n",
    good=_HEAD + "          - {Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::bucket/*'}\n",
    source=_REFERENCE,
)


def unknown(graph: Graph) -> Iterator[tuple[str, SpecPath]]:
    """Every action that is not in the table, and where it stands."""
    for policy in every_policy(graph):
        for statement, at in () if policy.is_ours else statements(policy):
            for key in ("Action", "NotAction") if isinstance(statement, dict) else ():
                for position, action in enumerate(listed(statement.get(key))):
                    if isinstance(action, str) and not _is_known(action):
                        is_listed = isinstance(statement[key], list)
                        yield action, (*at, key, position) if is_listed else (*at, key)


def _is_known(action: str) -> bool:
    service, colon, name = action.partition(":")
    if action.lower() in _PLAIN or not colon or name == "*":
        return action.lower() in _PLAIN or not colon or service.lower() in services()
    return service.lower() in services() and matched(service.lower(), name)


def meant(action: str) -> str | None:
    """The action that was meant by one with a slip in it; None where nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - actions are right while a spec is right

    service, _, name = action.partition(":")
    prefix = service.lower()
    if prefix not in services():
        close = get_close_matches(prefix, services(), n=1, cutoff=0.75)
        known = bool(close) and (name == "*" or matched(close[0], name))
        return f"{close[0]}:{name}" if known else None
    if re.search(r"[*?]", name):
        return None
    found = get_close_matches(name.lower(), actions(prefix), n=1, cutoff=0.85)
    # What differs by a number alone is another version, which may be new.
    if not found or re.sub(r"v?[0-9]+", "", found[0]) == re.sub(r"v?[0-9]+", "", name.lower()):
        return None
    return f"{service}:{actions(prefix)[found[0]]}" if abs(len(found[0]) - len(name)) < 3 else None


def misspelt(graph: Graph) -> Iterator[Finding]:
    """Look each action up, and what is near to one that is not there."""
    for action, at in unknown(graph):
        if found := meant(action):
            yield Finding(
                problem=MISSPELT,
                at=at,
                message=f"there is no action `{action}`",
                label=f"did you mean `{found}`?",
                help=f"write `{found}`",
                fixes=fix(f"write `{found}`", Edit(at, f'"{found}"' if re.search(r"[*?]", found) else found)),
            )


RULES = (Rule(MISSPELT, misspelt),)
