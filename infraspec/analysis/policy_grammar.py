"""The grammar of IAM's policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from infraspec.analysis.policies import Written, listed, statements

PolicyKind = Literal["identity", "resource", "trust"]
"""Whose policy it is: of a role, of a thing such as an endpoint, or a role's own about who may take it."""

_KEYS = ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
_ACTION = r"\*\Z|[a-zA-Z0-9-]+:[a-zA-Z0-9*?_-]+\Z"
_SID = r"[A-Za-z0-9]*\Z"
_VERSIONS = ("2012-10-17", "2008-10-17")
_ACTIONS, _RESOURCES = ("Action", "NotAction"), ("Resource", "NotResource")
_PAIRS: dict[PolicyKind, tuple[tuple[str, str], ...]] = {
    "identity": (_ACTIONS, _RESOURCES),
    "resource": (("Principal", "NotPrincipal"), _ACTIONS, _RESOURCES),
    "trust": (_ACTIONS,),
}
"""Keys of which a statement has exactly one."""


def wrong_document(policy: Written) -> Iterator[tuple[str, str]]:
    """What is wrong with a policy as a whole."""
    document = json.loads(policy.text)
    for key in document:
        if key not in ("Version", "Id", "Statement"):
            yield f"a policy has no `{key}`", "it has `Version` and `Statement`"
    if not document.get("Statement"):
        yield "the policy has no `Statement`", "add `Statement:` with a list"
    version = document.get("Version")
    if version not in _VERSIONS:
        yield f"there is no version `{version}` of policies", 'remove it, or write Version: "2012-10-17"'
    elif version == _VERSIONS[1] and "${" in policy.text:
        yield "policy variables such as `${aws:username}` mean nothing in version 2008-10-17", "remove `Version`"
    sids = [one.get("Sid") for one, _ in statements(policy) if isinstance(one, dict) and one.get("Sid")]
    for sid in sorted({str(one) for one in sids if sids.count(one) > 1}):
        yield f"two statements have the Sid `{sid}`", "give each its own, or none"


def wrong_statement(statement: Any, kind: PolicyKind) -> Iterator[tuple[str, str]]:
    """What is wrong with one statement, and what to write."""
    if not isinstance(statement, dict):
        yield "a statement is a mapping", "write {Effect: …, Action: …, Resource: …}"
        return
    for key in statement:
        if key not in _KEYS:
            yield f"a statement has no `{key}`", f"it has {', '.join(_KEYS)}"
    if statement.get("Effect") not in ("Allow", "Deny"):
        yield "the statement does not say `Effect: Allow` or `Effect: Deny`", "add `Effect: Allow`"
    for one, other in _PAIRS[kind]:
        if (one in statement) == (other in statement):
            both = "both are written" if one in statement else "neither is written"
            yield f"a statement has one of `{one}` and `{other}`, but {both}", f"write `{one}:`"
    if kind == "identity" and ("Principal" in statement or "NotPrincipal" in statement):
        yield "only a trust policy has a `Principal`", "remove it: it is whoever has the policy"
    yield from _forms(statement)


def _forms(statement: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with the values of a statement."""
    for action in (*listed(statement.get("Action")), *listed(statement.get("NotAction"))):
        if not isinstance(action, str) or not re.match(_ACTION, action):
            yield f"`{action}` is not an action", "write one such as s3:GetObject or ec2:Describe*"
    for resource in (*listed(statement.get("Resource")), *listed(statement.get("NotResource"))):
        if not isinstance(resource, str) or not resource.startswith(("arn:", "*", "${")):
            yield f"`{resource}` is not a resource", 'write an ARN, or "*"'
    if not re.match(_SID, str(statement.get("Sid", ""))):
        yield f"`{statement['Sid']}` cannot be a Sid", "it has letters and digits alone"
    condition = statement.get("Condition", {})
    if not isinstance(condition, dict) or not all(isinstance(one, dict) for one in condition.values()):
        yield "a `Condition` maps operators to keys and values", 'write {StringEquals: {"aws:RequestTag/team": web}}'
