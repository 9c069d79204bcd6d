"""What may stand in `listeners:` of a balancer: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.listeners import Listener, ListenerRule, MutualAuthentication

_USER_POOL = r"arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[A-Za-z0-9_-]+\Z"


def user_pool(value: object) -> object:
    """The ARN of a user pool."""
    if isinstance(value, str) and not re.match(_USER_POOL, value):
        example = "arn:aws:cognito-idp:ap-northeast-2:123456789012:userpool/ap-northeast-2_AbCdEfGhI"
        raise Refusal(ID_FORM, f"`{value}` is not the ARN of a user pool", help=f"write one such as {example}")
    return value


def mutual(value: object) -> object:
    """A mode alone has no trust store."""
    if isinstance(value, bool):
        raise Refusal(
            WRONG_VALUE,
            f"`mutual_authentication` takes a mode, not {shown(value)}",
            help='write `passthrough`, `"off"`, or a mapping with `mode: verify`',
        )
    return {"mode": value} if isinstance(value, str) else value


def verifies_by_a_store(mutual: MutualAuthentication) -> None:
    """Refuse to verify by nothing, and what has no meaning without verifying."""
    if mutual.mode == "verify":
        if mutual.trust_store is None:
            raise Refusal(
                WRONG_VALUE,
                "certificates are verified by a trust store, and none is named",
                help="add `trust_store:`, an entry of `trust_stores`",
            )
        return
    named = {"trust_store": mutual.trust_store, "ignore_expired": mutual.ignore_expired}
    named["advertise_ca_names"] = mutual.advertise_ca_names
    for field, value in named.items():
        if value is not None:
            message = f"`{field}` has no meaning where certificates are not verified"
            fixes = fix(f"remove `{field}`", Edit((field,), how=How.REMOVE))
            raise Refusal(WRONG_VALUE, message, help=f"remove `{field}`, or write `mode: verify`", fixes=fixes)


def redirect(value: object) -> object:
    """`redirect: https` keeps all but the protocol."""
    if isinstance(value, str) and value != "https":
        raise Refusal(
            WRONG_VALUE,
            f"`redirect` takes `https` or a mapping, not {shown(value)}",
            help="write `redirect: https`",
            fixes=instead("write `redirect: https`", "https"),
        )
    return {"protocol": "https"} if isinstance(value, str) else value


def response(value: object) -> object:
    """A bare status has no body."""
    return {"status": value} if isinstance(value, int) and not isinstance(value, bool) else value


def weights(value: object) -> object:
    """One name takes all; its weight is None, so that a path still knows the form."""
    if isinstance(value, dict) and (not value or None in value.values()):
        raise Refusal(
            WRONG_VALUE, "`forward` gives each target group a weight", help="write `forward: {blue: 90, green: 10}`"
        )
    return {value: None} if isinstance(value, str) else value


def _has_one_action(model: Listener | ListenerRule, what: str) -> None:
    written = {"forward": model.forward, "redirect": model.redirect, "respond": model.respond}
    chosen = [name for name, value in written.items() if value is not None]
    one_of("`forward`, `redirect` and `respond`", chosen, what, "add `forward: TARGET_GROUP`, or `redirect: https`")
    if model.sticky is not None and (model.forward is None or None in model.forward.values()):
        raise Refusal(
            WRONG_VALUE,
            "`sticky` says how long a client stays with one of several target groups",
            help="remove `sticky`, or write `forward: {blue: 90, green: 10}`",
            fixes=fix("remove `sticky`", Edit(("sticky",), how=How.REMOVE)),
        )


def rule_has_one_action(rule: ListenerRule) -> None:
    """Refuse a rule that does nothing, or two things."""
    _has_one_action(rule, "a rule")


def listener_has_one_port_and_action(listener: Listener) -> None:
    """Refuse a listener on no port or on two, and one that does nothing or two things."""
    protocols = "`http`, `https`, `tcp`, `tls`, `udp`, `tcp_udp` and `geneve`"
    one_of(protocols, list(ports_of(listener)), "a listener", "add its port, such as `http: 80`")
    _has_one_action(listener, "a listener")


def ports_of(listener: Listener) -> dict[str, int]:
    """The port of the protocol that is written."""
    ports = {"http": listener.http, "https": listener.https, "tcp": listener.tcp, "tls": listener.tls}
    ports |= {"udp": listener.udp, "tcp_udp": listener.tcp_udp, "geneve": listener.geneve}
    return {name: port for name, port in ports.items() if port is not None}
