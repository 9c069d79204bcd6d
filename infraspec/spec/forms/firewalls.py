"""What may stand in `firewalls:` and `firewall_rule_groups:`: values and checks."""

from __future__ import annotations

import re
from ipaddress import ip_network
from typing import TYPE_CHECKING

from infraspec.spec.problems import ID_FORM, MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.firewalls import Domains, Logs, RuleGroup

_ARN = (
    r"arn:aws[a-z-]*:network-firewall:[a-z0-9-]+:(?:[0-9]{12}|aws-managed):state(?:ful|less)-rulegroup/[A-Za-z0-9_-]+\Z"
)
PROTOCOLS = (
    "dcerpc",
    "dhcp",
    "dns",
    "ftp",
    "http",
    "icmp",
    "ikev2",
    "imap",
    "ip",
    "krb5",
    "msn",
    "ntp",
    "smb",
    "smtp",
    "ssh",
    "tcp",
    "tftp",
    "tls",
    "udp",
)
"""https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Header.html"""
OTHERWISE = ("alert_established", "alert_strict", "drop_established", "drop_strict")
"""https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html"""
KINDS = ("domains", "suricata", "rules", "stateless")
"""The keys of a rule group that hold rules."""


def is_arn(value: str) -> bool:
    """Whether this is the ARN of a rule group."""
    return re.match(_ARN, value) is not None


def rule_group_arn(value: object) -> object:
    """The ARN of a rule group."""
    if isinstance(value, str) and not is_arn(value):
        example = (
            "arn:aws:network-firewall:ap-northeast-2:aws-managed:stateful-rulegroup/AttackInfrastructureStrictOrder"
        )
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a rule group", help=f"write one such as {example}")
    return value


def _known(value: str, words: tuple[str, ...], what: str) -> None:
    if value not in words:
        meant = closest(value, words)
        fixes = instead(f"write `{meant}`", meant) if meant else ()
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not {what}", help=f"write {', '.join(words)}", fixes=fixes)


def protocols(value: object) -> object:
    """Where a domain is read."""
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list):
        for one in listed:
            if isinstance(one, str):
                _known(one, ("http", "tls"), "where a domain is read")
    return listed


def protocol(value: object) -> object:
    """A protocol that the stateful engine knows."""
    if isinstance(value, str):
        _known(value, PROTOCOLS, "a protocol of stateful rules")
    return value


def address(value: object) -> object:
    """A block, a variable, or `any`."""
    if isinstance(value, str) and value != "any" and not re.match(r"!?\$[A-Z_][A-Z0-9_]*\Z", value):
        try:
            ip_network(value)
        except ValueError:
            help_ = "write a block such as 10.0.0.0/16, `$HOME_NET`, `$EXTERNAL_NET` or `any`"
            raise Refusal(WRONG_VALUE, f"{shown(value)} is not an address of a rule", help=help_) from None
    return value


def port(value: object) -> object:
    """A port, a range, or `any`."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and text != "any":
        found = re.match(r"([0-9]{1,5})(?:[:-]([0-9]{1,5}))?\Z", text)
        if not found or any(int(one) > 65_535 for one in found.groups() if one):
            help_ = "write a port, a range `8000:8100`, or `any`"
            raise Refusal(WRONG_VALUE, f"{shown(text)} is not a port of a rule", help=help_)
        return text.replace("-", ":")
    return text


def port_list(value: object) -> object:
    """Ports of a stateless rule, one or a list, each as text."""
    listed = value if isinstance(value, list) else [value]
    ports = [port(one) for one in listed]
    return [one.replace(":", "-") if isinstance(one, str) else one for one in ports]


def otherwise(value: object) -> object:
    """What is done with what no rule decides."""
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list):
        for one in listed:
            if isinstance(one, str):
                _known(one, OTHERWISE, "what is done with undecided flows")
    return listed


def one_list(domains: Domains) -> None:
    """Refuse a list of domains that allows and denies."""
    if bool(domains.allow) == bool(domains.deny):
        help_ = "write `allow:` or `deny:`; a second group holds the other"
        raise Refusal(WRONG_VALUE, "a list of domains is one of those allowed or of those denied", help=help_)


def one_kind_of_rules(group: RuleGroup) -> None:
    """Refuse a group without rules, or of two kinds."""
    written = [name for name in KINDS if getattr(group, name)]
    if group.existing is not None:
        return
    if not written:
        help_ = "add `domains:`, `suricata:`, `rules:` or `stateless:`"
        raise Refusal(MISSING_FIELD, "the rule group has no rules", help=help_)
    if len(written) > 1:
        message = f"`{written[0]}` and `{written[1]}` are two kinds of groups"
        raise Refusal(WRONG_VALUE, message, help="write a group for each")
    if group.capacity is None:
        help_ = "add `capacity:` with more than it needs today, such as 100: it cannot be changed later"
        raise Refusal(MISSING_FIELD, "the rule group has no capacity", help=help_)


def goes_somewhere(logs: Logs) -> None:
    """Refuse logs that go nowhere or to two places."""
    if (logs.log_group is None) == (logs.bucket is None):
        help_ = "write `log_group:` or `bucket:`"
        raise Refusal(WRONG_VALUE, "a log goes to one log group or one bucket", help=help_)
    if logs.prefix and logs.bucket is None:
        raise Refusal(WRONG_VALUE, "`prefix` is of objects in a bucket", help="remove `prefix`, or write `bucket:`")
