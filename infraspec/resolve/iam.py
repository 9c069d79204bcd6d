"""`iam:` to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from infraspec.aws import partition
from infraspec.data.managed_policies import date, paths
from infraspec.diagnostic import Edit, Finding, Fix, SpecPath, fix
from infraspec.graph.iam import InlinePolicy, InstanceProfile, ManagedPolicy, Role
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.resolve.documents import policy_text
from infraspec.resolve.nearest import Names
from infraspec.resolve.network import Network
from infraspec.resolve.problems import ARN_OF_POLICY, UNKNOWN_POLICY
from infraspec.resolve.scope import Use
from infraspec.spec.document import Entry
from infraspec.spec.forms.iam import has_instance_profile
from infraspec.spec.kinds import POLICY, ROLE
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.iam import Role as RoleModel
    from infraspec.spec.iam import Trust

_VERSION = "2012-10-17"
_HOUR = 3600
_POLICY_ARN = r"arn:(aws[a-z-]*):iam::(?:aws|[0-9]{12}):policy/[\x21-\x7e]+\Z"


class Attached(NamedTuple):
    """A policy by its ARN, or one of this spec by its address."""

    arn: str | None
    policy: Ref[ManagedPolicy] | None


_NOTHING = Attached(None, None)


def policies(scope: Network) -> Iterator[Resource]:
    """Managed policies of the account."""
    for name, entry in scope.of(POLICY).items():
        model = entry.model
        if model.existing is None and not model.document:
            message = f"policy `{name}` has no `document`"
            help_ = "add `document:` with `Statement`, or `existing:` with the ARN of a policy"
            scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "document"), message=message, help=help_))
            continue
        yield ManagedPolicy(
            key=name,
            origin=entry.path,
            existing=model.existing,
            policy_name=name,
            description=model.description,
            path=model.path,
            document=policy_text(model.document),
        )


def roles(scope: Network) -> Iterator[Resource]:
    """Roles, each with its policies and, where instances may take it, its instance profile."""
    for name, entry in scope.of(ROLE).items():
        role = _role(scope, name, entry)
        if role is None:
            continue
        yield role
        model = entry.model
        if has_instance_profile(model):
            profile = model.instance_profile or model.existing or name
            yield InstanceProfile(
                key=name,
                origin=entry.path,
                existing=profile if model.existing is not None else None,
                profile_name=profile,
                path=model.path,
                role=ref(Role, name),
            )


def _role(scope: Network, name: str, entry: Entry[RoleModel]) -> Role | None:
    """One role; None if a policy that it names cannot be found."""
    model, at = entry.model, entry.path
    listed = scope.each(model.managed_policies, (*at, "managed_policies"))
    attached = [_attached(scope, value, where) for value, where in listed]
    boundary: Attached | None = _NOTHING
    if model.permissions_boundary is not None:
        boundary = _attached(scope, model.permissions_boundary, (*at, "permissions_boundary"))
    if not _is_whole(scope, name, entry) or boundary is None or None in attached:
        return None
    return Role(
        key=name,
        origin=at,
        existing=model.existing,
        role_name=name,
        description=model.description,
        path=model.path,
        max_session_duration=model.max_session_duration or (model.max_session_hours or 1) * _HOUR,
        assume_role_policy=policy_text(_trust(scope.region, model.trust)),
        permissions_boundary_arn=boundary.arn,
        permissions_boundary=boundary.policy,
        managed_policy_arns=tuple(sorted({one.arn for one in attached if one and one.arn})),
        customer_policies=tuple(sorted({one.policy for one in attached if one and one.policy})),
        inline_policies=tuple(
            InlinePolicy(policy, policy_text(document)) for policy, document in sorted(model.inline_policies.items())
        ),
        tags=scope.tags(name, model.tags),
    )


def _is_whole(scope: Network, name: str, entry: Entry[RoleModel]) -> bool:
    """Whether a role says who may take it, and its time once."""
    model, trust = entry.model, entry.model.trust
    if trust is None and model.existing is None:
        message = f"role `{name}` does not say who may take it"
        help_ = "add `trust: ec2` for instances, or another service"
        scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "trust"), message=message, help=help_))
        return False
    if model.max_session_duration is not None and model.max_session_hours is not None:
        message = f"role `{name}` says twice how long it may be taken for"
        at = (*entry.path, "max_session_hours")
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="keep one of the two"))
        return False
    return True


@lru_cache(maxsize=1)
def _aws_policies() -> Names:
    """AWS's own policies, indexed once for all the names that are none of them."""
    return Names(paths())


def _attached(scope: Network, value: str, at: SpecPath) -> Attached | None:
    """What a policy's name or ARN means; None, with a finding, if nothing."""
    if value.startswith("arn:"):
        _check_partition(scope, value, at)
        return Attached(value, None)
    name = value.removeprefix("policy:")
    if value != name or name in scope.names.get("policy", {}) or ("policy", name) in scope.broken:
        found = scope.ref(ManagedPolicy, "policy", name, at)
        return Attached(None, found) if found else None
    if value in paths():
        return Attached(f"arn:{partition(scope.region)}:iam::aws:policy{paths()[value]}{value}", None)
    if scope.uses is not None:
        scope.uses.append(Use(at, on_key=False, words=("policy",), found=None))
    own = Names(scope.names.get("policy", ()))
    meant = own.nearest(value, cutoff=0.8) or _aws_policies().nearest(value, cutoff=0.8)
    scope.report(
        Finding(
            problem=UNKNOWN_POLICY,
            at=at,
            message=f"no policy is called `{value}`, here or among AWS's own",
            label=f"did you mean `{meant}`?" if meant else "",
            help=f"write `{meant}`" if meant else f"AWS's own are known as of {date()}; write the ARN of a newer one",
            fixes=fix(f"write `{meant}`", Edit(at, meant)) if meant else (),
        )
    )
    return None


def _check_partition(scope: Network, arn: str, at: SpecPath) -> None:
    """Report an ARN that is of no policy, or of one in another partition than the spec's region is in."""
    expected = partition(scope.region)
    found = re.match(_POLICY_ARN, arn)
    if found is not None and found[1] == expected:
        return
    message = f"`{arn}` is not the ARN of a policy"
    help_ = f"write one such as arn:{expected}:iam::123456789012:policy/read-logs"
    fixes: tuple[Fix, ...] = ()
    if found is not None:
        message = f"the policy is of the partition {found[1]}, and {scope.region} of {expected}"
        meant = arn.replace(f"arn:{found[1]}:", f"arn:{expected}:", 1)
        help_ = f"write {meant}"
        fixes = fix(help_, Edit(at, f'"{meant}"'))
    scope.report(Finding(problem=ARN_OF_POLICY, at=at, message=message, help=help_, fixes=fixes, leaves_out=False))


def _trust(region: str, trust: Trust | None) -> dict[str, object]:
    """The trust policy; that of a role which exists is not ours to say."""
    if trust is None:
        return {"Statement": []}
    if trust.document is not None:
        return trust.document
    services = sorted({_principal(region, name) for name in trust.services})
    accounts = sorted({f"arn:{partition(region)}:iam::{account}:root" for account in trust.accounts})
    principals = {"Service": services, "AWS": accounts}
    principal = {kind: found[0] if len(found) == 1 else found for kind, found in principals.items() if found}
    return {"Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}]}


def _principal(region: str, service: str) -> str:
    """The full name of a service. EC2's own has the domain of China there."""
    if "." in service:
        return service
    return (
        f"{service}.amazonaws.com.cn" if service == "ec2" and region.startswith("cn-") else f"{service}.amazonaws.com"
    )
