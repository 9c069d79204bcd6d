"""Advice about names in policies that are not known, which may be newer than what infraspec knows."""

from collections.abc import Iterator
from difflib import get_close_matches

from infraspec.analysis.policies import every_policy, statements
from infraspec.data.condition_keys import GLOBAL_KEYS
from infraspec.data.iam_actions import date, services
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.policy_actions import meant, unknown

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n  policies:\n    some:\n      document:\n        Statement:\n"

UNKNOWN = Problem(
    code="IAM129",
    name="unknown-action",
    level=Level.WARNING,
    title="An action or a service that is not known",
    explanation="IAM takes any name of an action, and a statement about one that does not exist does nothing. What is not in infraspec's "
    "table may be newer than it: AWS adds actions every week. A pattern that matches no action of its service allows nothing.",
    bad=_HEAD
    + "          - {Effect: Allow, Action: 's3:Frobnicate*', Resource: 'arn:aws:s3:::bucket/*'}  # <- IAM129\n",
    good=_HEAD + "          - {Effect: Allow, Action: 's3:Get*', Resource: 'arn:aws:s3:::bucket/*'}\n",
    source="https://docs.aws.amazon.com/service-authorization/latest/reference/"
    "reference_policies_actions-resources-contextkeys.html",
)


def unknown_action(graph: Graph) -> Iterator[Finding]:
    """Say which actions are not in the table; those with a slip are said elsewhere."""
    for action, at in unknown(graph):
        if meant(action) is not None:
            continue
        service = action.partition(":")[0]
        message = f"no action matches `{action}`" if "*" in action else f"no action is called `{action}`"
        if service.lower() not in services():
            message = f"no service has the prefix `{service}` in policies"
        yield Finding(
            problem=UNKNOWN, at=at, message=message, help=f"actions are known as of {date()}; a newer one may stay"
        )


KEY = Problem(
    code="IAM130",
    name="unknown-condition-key",
    level=Level.WARNING,
    title="A condition on a key that no request has",
    explanation="Keys that begin with `aws:` are the same for every service. One that there is not is never in a request: what is allowed "
    "under it is never allowed, and a `Deny` under it denies nothing.",
    bad=_HEAD
    + "          - Effect: Deny\n            Action: s3:PutObject\n            Resource: '*'\n            Condition:\n"
    + "              Bool:\n                aws:SecureTransprt: 'false'  # <- IAM130\n",
    good=_HEAD
    + "          - Effect: Deny\n            Action: s3:PutObject\n            Resource: '*'\n            Condition:\n"
    + "              Bool:\n                aws:SecureTransport: 'false'\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
)


def unknown_key(graph: Graph) -> Iterator[Finding]:
    """Look up the keys that every service has; IAM does not look at their capitals."""
    known = {one.lower(): one for one in GLOBAL_KEYS}
    for policy in every_policy(graph):
        for statement, at in () if policy.is_ours else statements(policy):
            condition = statement.get("Condition") if isinstance(statement, dict) else None
            for operator, keys in condition.items() if isinstance(condition, dict) else ():
                for key in keys if isinstance(keys, dict) else ():
                    name, slash, rest = str(key).partition("/")
                    if not name.lower().startswith("aws:") or name.lower() in known:
                        continue
                    close = get_close_matches(name.lower(), known, n=1, cutoff=0.8)
                    meant_ = f"{known[close[0]]}{slash}{rest}" if close else ""
                    where = (*at, "Condition", operator, key)
                    yield Finding(
                        problem=KEY,
                        at=where,
                        message=f"there is no condition key `{key}`",
                        label=f"did you mean `{meant_}`?" if meant_ else "",
                        help=f"write `{meant_}`"
                        if meant_
                        else "write one such as aws:SourceIp or aws:PrincipalTag/team",
                        fixes=fix(f"write `{meant_}`", Edit(where, meant_, How.RENAME)) if meant_ else (),
                        on_key=True,
                    )


RULES = (Rule(UNKNOWN, unknown_action), Rule(KEY, unknown_key))
