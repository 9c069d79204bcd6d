"""The grammar of IAM's policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from infraspec.analysis.policies import Written, listed
from infraspec.analysis.policy_conditions import wrong_conditions

PolicyKind = Literal["identity", "resource", "trust"]
"""Whose policy it is: of a role, of a thing such as an endpoint, or a role's own about who may take it."""

_KEYS = ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
_ACTION = r"\*\Z|[a-zA-Z0-9-]+:[a-zA-Z0-9*?_-]+\Z"
_SID = r"[A-Za-z0-9]*\Z"
_VERSIONS = ("2012-10-17", "2008-10-17")
_ACTIONS, _RESOURCES = ("Action", "NotAction"), ("Resource", "NotResource")
_PRINCIPALS = ("AWS", "Service", "Federated", "CanonicalUser")
_PAIRS: dict[PolicyKind, tuple[tuple[str, str], ...]] = {
    "identity": (_ACTIONS, _RESOURCES),
    "resource": (("Principal", "NotPrincipal"), _ACTIONS, _RESOURCES),
    "trust": (_ACTIONS,),
}
"""Keys of which a statement has exactly one."""
_NAME = r"[a-z_]+:[^:]"
_WHO = r"\*\Z|[0-9]{12}\Z|arn:aws[a-z-]*:(?:iam|sts)::|A[A-Z0-9]{15,}\Z|\$\{"
"""Everybody, an account, a role or a user, by its number too, and what the deployment knows."""


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
    sids = [one.get("Sid") for one in listed(document.get("Statement")) if isinstance(one, dict) and one.get("Sid")]
    for sid in sorted({str(one) for one in sids if sids.count(one) > 1}):
        yield f"two statements have the Sid `{sid}`", "give each its own, or none"


def wrong_statement(statement: Any, kind: PolicyKind) -> Iterator[tuple[str, str]]:
    """What is wrong with one statement, and what to write."""
    if not isinstance(statement, dict):
        yield "a statement is a mapping", "write {Effect: …, Action: …, Resource: …}"
        return
    for key in statement:
        if key not in _KEYS:
            meant = next((one for one in _KEYS if one.lower() in (key.lower(), f"{key.lower()}s")), None)
            yield f"a statement has no `{key}`", f"write `{meant}`" if meant else f"it has {', '.join(_KEYS)}"
    if statement.get("Effect") not in ("Allow", "Deny") and "effect" not in statement:
        yield "the statement does not say `Effect: Allow` or `Effect: Deny`", "add `Effect: Allow`"
    for one, other in _PAIRS[kind]:
        if (one in statement) == (other in statement):
            both = "both are written" if one in statement else "neither is written"
            yield f"a statement has one of `{one}` and `{other}`, but {both}", f"write `{one}:`"
    if kind == "identity" and ("Principal" in statement or "NotPrincipal" in statement):
        yield "only a trust policy has a `Principal`", "remove it: it is whoever has the policy"
    if kind == "trust" and "NotPrincipal" in statement:
        yield "a trust policy takes no `NotPrincipal`", "write `Principal:` with those who may take the role"
    yield from _forms(statement, kind)


def _forms(statement: dict[str, Any], kind: PolicyKind) -> Iterator[tuple[str, str]]:
    """What is wrong with the values of a statement."""
    for key in (*_ACTIONS, *_RESOURCES):
        if key in statement and not listed(statement[key]):
            yield f"`{key}` names nothing", "write at least one, or remove the statement"
    for action in (*listed(statement.get("Action")), *listed(statement.get("NotAction"))):
        if not isinstance(action, str) or not re.match(_ACTION, action):
            yield f"`{action}` is not an action", "write one such as s3:GetObject or ec2:Describe*"
    for resource in (*listed(statement.get("Resource")), *listed(statement.get("NotResource"))):
        yield from _resource(resource)
    sid = statement.get("Sid", "")
    if not isinstance(sid, str):
        yield f"`{sid}` is a number, and a Sid is text", f'write "{sid}"'
    elif kind != "resource" and not re.match(_SID, sid):
        yield f"`{sid}` cannot be a Sid", "it has letters and digits alone"
    principal = statement.get("Principal", statement.get("NotPrincipal", "*"))
    yield from _principal(principal)
    if kind == "resource" and isinstance(principal, dict):
        yield from _accounts(listed(principal.get("AWS")))
    yield from wrong_conditions(statement.get("Condition", {}))


def _resource(resource: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a resource: an ARN has six parts, of which wildcards may stand for several."""
    if not isinstance(resource, str) or not resource.startswith(("arn:", "*")):
        is_name = isinstance(resource, str) and re.match(_NAME, resource)
        more = ": no kind of entry is called so" if is_name else ""
        yield f"`{resource}` is not a resource{more}", 'write an ARN, an entry as in `bucket:logs/*`, or "*"'
        return
    parts = resource.split(":", 5)
    if resource.startswith("arn:") and len(parts) < 6 and "*" not in resource:
        yield (
            f"`{resource}` is not a whole ARN",
            "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, as in arn:aws:s3:::bucket",
        )
    elif len(parts) == 6 and parts[2] == "iam" and parts[3]:
        yield f"`{resource}` has a region, and IAM has none", f"write {':'.join([*parts[:3], '', *parts[4:]])}"


def _principal(principal: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with who a statement speaks of; that an account is one, rules of trust policies say."""
    if principal == "*":
        return
    if not isinstance(principal, dict) or not principal:
        yield "`Principal` maps a kind to names", 'write {AWS: "123456789012"}, {Service: …} or {Federated: …}'
        return
    for kind, named in principal.items():
        if kind not in _PRINCIPALS:
            yield f"there is no kind of principal called `{kind}`", f"it is one of {', '.join(_PRINCIPALS)}"
        elif not listed(named) or not all(isinstance(one, str) for one in listed(named)):
            yield f"`{kind}` names principals in text", 'write each in quotes, as in "123456789012"'
        elif kind == "AWS":
            for one in listed(named):
                if one.startswith("arn:") and re.search(r"[*?]", one):
                    yield (
                        f"`{one}`: a principal is named whole",
                        "name each, or the account with a condition on aws:PrincipalArn",
                    )


def _accounts(named: list[Any]) -> Iterator[tuple[str, str]]:
    """What is no principal of AWS; in trust policies, rules of their own say it."""
    for one in named:
        if isinstance(one, str) and not re.match(_WHO, one):
            yield (
                f"`{one}` is no account, role or user",
                'write "123456789012", the ARN of one, or an entry: `role:web`',
            )
