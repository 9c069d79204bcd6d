"""Rules of web ACLs, and the sets that they ask for: numbers and names."""

import re
from collections.abc import Iterator
from ipaddress import ip_network

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.wafv2 import WebAcl
from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet
from infraspec.graph.wafv2_statements import Rate
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ACL = _HEAD + "web_acls:\n  shop:\n    default: block\n    rules:\n"
_API = "https://docs.aws.amazon.com/waf/latest/APIReference/"
_LEAST, _MOST = 10, 2_000_000_000
_WINDOWS = (60, 120, 300, 600)

NAME = Problem(
    code="NAM143",
    name="web-acl-name",
    level=Level.ERROR,
    title="A name that WAF does not take",
    explanation="Web ACLs, their rules, and sets of addresses and patterns have 1 to 128 letters, digits, hyphens and underscores.",
    bad=_HEAD + "ip_sets:\n  our office: {addresses: 203.0.113.0/24}  # <- NAM143\n",
    good=_HEAD + "ip_sets:\n  our-office: {addresses: 203.0.113.0/24}\n",
    source=f"{_API}API_CreateWebACL.html",
)
_NAME = r"[0-9A-Za-z_-]{1,128}\Z"


def name(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form."""
    kinds: list[WebAcl | IpSet | RegexPatternSet] = [*graph.of(WebAcl), *graph.of(IpSet), *graph.of(RegexPatternSet)]
    found = [(node.name, node.origin) for node in kinds if node.existing is None]
    found += [(rule.name, (*acl.origin, "rules", rule.name)) for acl in graph.of(WebAcl) for rule in acl.rules]
    for text, at in found:
        if not re.match(_NAME, text):
            meant = re.sub(r"[^0-9A-Za-z_-]+", "-", text).strip("-")[:128]
            yield Finding(
                problem=NAME,
                at=at,
                message=f"WAF does not take `{text}` as a name",
                help=f"write `{meant}`" if meant else "write letters, digits, hyphens and underscores",
                fixes=fix(f"write `{meant}`", Edit(at, meant, How.RENAME)) if meant else (),
                on_key=True,
            )


RATE = Problem(
    code="WAF103",
    name="web-acl-rate",
    level=Level.ERROR,
    title="A limit of requests that WAF does not take",
    explanation="A limit is 10 to 2,000,000,000 requests in 60, 120, 300 or 600 seconds, counted by at most five parts of the request.",
    bad=_ACL + "      all: {rate: 5, action: block}  # <- WAF103\n",
    good=_ACL + "      all: {rate: 10, action: block}\n",
    source=f"{_API}API_RateBasedStatement.html",
)


def rate(graph: Graph) -> Iterator[Finding]:
    """Compare limits and windows with the bounds."""
    for acl in graph.of(WebAcl):
        for rule in acl.rules:
            found, at = rule.statement, (*acl.origin, "rules", rule.name, "rate")
            if not isinstance(found, Rate):
                continue
            if not _LEAST <= found.limit <= _MOST:
                message = f"`{rule.name}` cannot take {found.limit} requests"
                fixes = nearest_bound(at, found.limit, _LEAST, _MOST)
                yield Finding(problem=RATE, at=at, message=message, help="write 10 or more", fixes=fixes)
            if found.evaluation_window not in _WINDOWS:
                message = f"`{rule.name}` cannot count over {found.evaluation_window} seconds"
                yield Finding(problem=RATE, at=(*at, "window"), message=message, help="write 60, 120, 300 or 600")
            if len(found.custom_keys) > 5:
                message = f"`{rule.name}` counts by {len(found.custom_keys)} parts, and five are the most"
                yield Finding(problem=RATE, at=(*at, "by"), message=message)


ADDRESSES = Problem(
    code="WAF104",
    name="ip-set-addresses",
    level=Level.ERROR,
    title="Addresses that no IP set holds",
    explanation="An IP set holds at most 10,000 blocks, and none of them is all addresses (`/0`): write two halves, `0.0.0.0/1` and `128.0.0.0/1`, "
    "where that is meant, or no such rule.",
    bad=_HEAD + "ip_sets:\n  all:\n    addresses: [0.0.0.0/0]  # <- WAF104\n".replace("  all:", "  everyone:"),
    good=_HEAD + "ip_sets:\n  everyone:\n    addresses: [0.0.0.0/1, 128.0.0.0/1]\n",
    source=f"{_API}API_CreateIPSet.html",
)


def addresses(graph: Graph) -> Iterator[Finding]:
    """Look for all addresses, and count."""
    for found in graph.of(IpSet):
        at = (*found.origin, "addresses")
        whole = [one for one in found.addresses if ip_network(one).prefixlen == 0]
        if whole:
            message, help_ = f"an IP set cannot hold `{whole[0]}`", "write 0.0.0.0/1 and 128.0.0.0/1"
            yield Finding(problem=ADDRESSES, at=at, message=message, help=help_)
        if len(found.addresses) > 10_000:
            message = f"`{found.key}` has {len(found.addresses):,} blocks, and 10,000 are the most"
            yield Finding(problem=ADDRESSES, at=at, message=message, help="make several sets", on_key=True)


PATTERNS = Problem(
    code="WAF110",
    name="regex-set-patterns",
    level=Level.ERROR,
    title="Patterns that no set holds",
    explanation="A set holds 1 to 10 patterns of at most 200 characters each.",
    bad=_HEAD + "regex_sets:\n  none:\n    patterns: []  # <- WAF110\n",
    good=_HEAD + 'regex_sets:\n  none:\n    patterns: ["^/admin"]\n',
    source="https://docs.aws.amazon.com/waf/latest/developerguide/limits.html",
)


def patterns(graph: Graph) -> Iterator[Finding]:
    """Count and measure."""
    for found in graph.of(RegexPatternSet):
        at, many = (*found.origin, "patterns"), len(found.regular_expressions)
        if found.existing is None and not 1 <= many <= 10:
            message = f"`{found.key}` has {many} patterns, and a set holds 1 to 10"
            yield Finding(problem=PATTERNS, at=at, message=message, help="make several sets" if many else "add one")
        if any(len(one) > 200 for one in found.regular_expressions):
            message = f"a pattern of `{found.key}` has more than 200 characters"
            yield Finding(problem=PATTERNS, at=at, message=message, help="divide it")


RULES = (Rule(NAME, name), Rule(RATE, rate), Rule(ADDRESSES, addresses), Rule(PATTERNS, patterns))
