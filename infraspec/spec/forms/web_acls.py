"""What may stand in `web_acls:`, `ip_sets:` and `regex_sets:`: values, checks, and what they say."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

from infraspec.spec.forms import values
from infraspec.spec.forms.values import one_of
from infraspec.spec.forms.web_matches import chosen_of, is_one_match
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, NOT_AN_ADDRESS, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.web_acls import LogCondition, Logging, Rule, WebAcl

_ARN = r"arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{{12}}:regional/{kind}/[0-9A-Za-z_-]{{1,128}}/[0-9a-f-]+\Z"
_HEADER = r"[A-Za-z0-9._$-]{1,64}\Z"
"""https://docs.aws.amazon.com/waf/latest/APIReference/API_CustomHTTPHeader.html"""
_DESCRIPTION = r"[\w+=:#@/\-,.][\w+=:#@/\-,.\s]+[\w+=:#@/\-,.]\Z"


def _demand(value: object, kind: str, what: str) -> object:
    if isinstance(value, str) and not re.match(_ARN.format(kind=kind), value):
        example = f"arn:aws:wafv2:ap-northeast-2:123456789012:regional/{kind}/shop/1234abcd-12ab-34cd-56ef-1234567890ab"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of {what}", help=f"write one such as {example}")
    return value


def acl_arn(value: object) -> object:
    """The ARN of a web ACL of a region."""
    return _demand(value, "webacl", "a web ACL")


def ip_set_arn(value: object) -> object:
    """The ARN of an IP set of a region."""
    return _demand(value, "ipset", "an IP set")


def regex_set_arn(value: object) -> object:
    """The ARN of a set of patterns of a region."""
    return _demand(value, "regexpatternset", "a set of patterns")


def description(value: object) -> object:
    """What WAF takes as a description."""
    if isinstance(value, str) and (len(value) > 256 or not re.match(_DESCRIPTION, value, re.ASCII)):
        help_ = "write 3 to 256 letters, digits, spaces and _ + = : # @ / - , ."
        raise Refusal(WRONG_VALUE, f"WAF does not take {shown(value)} as a description", help=help_)
    return value


def addresses(value: object) -> object:
    """Blocks; an address alone is a block of one."""
    named = values.one_or_many(value)
    if not isinstance(named, list):
        return named
    found: list[object] = []
    for one in named:
        text = _block_of_one(one) if isinstance(one, str) and "/" not in one else one
        found.append(str(values.parse_network(text)) if isinstance(text, str) else text)
    versions = {ip_network(one).version for one in found if isinstance(one, str)}
    if len(versions) > 1:
        help_ = "make a set for IPv4 and another for IPv6"
        raise Refusal(NOT_AN_ADDRESS, "an IP set holds addresses of one version", help=help_)
    return found


def _block_of_one(text: str) -> str:
    """An address as a block; what begins a block, and so was meant as one, is left to be refused."""
    try:
        return text if text.endswith((".0", "::")) else f"{text}/{ip_address(text).max_prefixlen}"
    except ValueError:
        return text


def headers(value: object) -> object:
    """Headers by names that WAF takes."""
    for name in value if isinstance(value, dict) else ():
        if not re.match(_HEADER, name):
            help_ = "write 1 to 64 letters, digits and . _ $ -"
            raise Refusal(WRONG_VALUE, f"WAF does not take {shown(name)} as the name of a header", help=help_)
    return value


def managed(value: object) -> object:
    """The name of a group alone."""
    return {"name": value} if isinstance(value, str) else value


def rate(value: object) -> object:
    """How many requests in five minutes."""
    return {"limit": value} if isinstance(value, int) and not isinstance(value, bool) else value


def respond(value: object) -> object:
    """The status alone."""
    return {"status": value} if isinstance(value, int) and not isinstance(value, bool) else value


def logging(value: object) -> object:
    """The place alone."""
    return {"to": value} if isinstance(value, str) else value


def is_one_rule(rule: Rule) -> None:
    """Refuse a rule of two kinds."""
    special = [name for name in ("managed", "rate") if getattr(rule, name) is not None]
    found = [*special, *chosen_of(rule)]
    if special:
        one_of("`managed`, `rate` and what a request has", found, "a rule", "")
    else:
        is_one_match(rule)


def has_its_action(rule: Rule) -> None:
    """Refuse a rule that does nothing, and what its action does not have."""
    if rule.managed is not None:
        if rule.action not in (None, "count"):
            message = f"the rules of a managed group have actions of their own, not `{rule.action}`"
            help_ = "remove `action`, write `count`, or change single rules with `overrides`"
            raise Refusal(WRONG_VALUE, message, help=help_)
    elif rule.action is None:
        raise Refusal(MISSING_FIELD, "the rule does not say what is done", help="add `action: block`, or another")
    if rule.respond is not None and rule.action != "block":
        raise Refusal(WRONG_VALUE, "`respond` is the answer of `action: block`", help="remove `respond`")
    if rule.immunity is not None and rule.action not in ("captcha", "challenge"):
        raise Refusal(WRONG_VALUE, "`immunity` is for puzzles: captcha and challenge", help="remove `immunity`")
    if rule.add_headers and rule.action in (None, "block"):
        raise Refusal(WRONG_VALUE, "`add_headers` is for requests that go on", help="remove `add_headers`")


def answers_what_it_decides(acl: WebAcl) -> None:
    """Refuse an answer to requests that go on, and headers on those that do not."""
    if acl.respond is not None and acl.default != "block":
        help_ = "write `default: block`, or remove `respond`"
        raise Refusal(WRONG_VALUE, "`respond` is the answer of `default: block`", help=help_)
    if acl.add_headers and acl.default == "block":
        raise Refusal(WRONG_VALUE, "`add_headers` is for requests that go on", help="remove `add_headers`")


def logs_something(found: Logging) -> None:
    """Refuse logs of which all is left out."""
    if found.default == "drop" and not found.filters:
        raise Refusal(WRONG_VALUE, "nothing is logged: `default: drop` has no `filters`", help="add `filters`")


def hides_what_waf_hides(found: Logging) -> None:
    """Refuse to redact what WAF does not redact."""
    for one in found.redact:
        if one.argument is not None or (one.part is not None and one.part not in ("path", "query", "method")):
            message = f"WAF does not redact {one.part or 'single arguments'}"
            raise Refusal(WRONG_VALUE, message, help="write `path`, `query`, `method` or {header: NAME}")


def is_one_condition(found: LogCondition) -> None:
    """Refuse a condition that is none, or two."""
    chosen = [name for name in ("action", "label") if getattr(found, name) is not None]
    one_of("`action` and `label`", chosen, "a condition", "add `action: block`, or `label:`")
