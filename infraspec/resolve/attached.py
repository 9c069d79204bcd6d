"""Managed policies by their names and ARNs: what roles, users and groups have attached, and what bounds them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from infraspec.aws import partition
from infraspec.data.managed_policies import date, paths
from infraspec.diagnostic import Edit, Finding, Fix, SpecPath, fix
from infraspec.graph.iam import ManagedPolicy
from infraspec.graph.resource import Ref
from infraspec.resolve.nearest import Names
from infraspec.resolve.problems import ARN_OF_POLICY, UNKNOWN_POLICY
from infraspec.resolve.scope import Use

if TYPE_CHECKING:
    from infraspec.resolve.network import Network

_POLICY_ARN = r"arn:(aws[a-z-]*):iam::(?:aws|[0-9]{12}):policy/[\x21-\x7e]+\Z"


class Attached(NamedTuple):
    """A policy by its ARN, or one of this spec by its address."""

    arn: str | None
    policy: Ref[ManagedPolicy] | None


_NOTHING = Attached(None, None)


class Policies(NamedTuple):
    """What a role, a user or a group has attached."""

    arns: tuple[str, ...]
    own: tuple[Ref[ManagedPolicy], ...]
    """Policies of this spec."""


def attached(scope: Network, values: list[str], field: SpecPath) -> Policies | None:
    """The policies that a list at `field` names; None, with findings, if one cannot be found."""
    found = [_attached(scope, value, at) for value, at in scope.each(values, field)]
    if None in found:
        return None
    return Policies(
        tuple(sorted({one.arn for one in found if one and one.arn})),
        tuple(sorted({one.policy for one in found if one and one.policy})),
    )


def boundary(scope: Network, value: str | None, at: SpecPath) -> Attached | None:
    """The boundary that `value` names; None, with a finding, if it cannot be found."""
    return _NOTHING if value is None else _attached(scope, value, at)


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
