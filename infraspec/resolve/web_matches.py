"""What rules of `web_acls:` match, to the statements of WAF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet
from infraspec.graph.wafv2_statements import (
    ByteMatch,
    Combined,
    FieldToMatch,
    ForwardedIp,
    GeoMatch,
    IpSetMatch,
    LabelMatch,
    Looked,
    Match,
    RegexMatch,
    RegexSetMatch,
    SizeMatch,
    SqliMatch,
    XssMatch,
)
from infraspec.spec.forms.web_matches import PARTS, SIZES, TEXTS, chosen_of

if TYPE_CHECKING:
    from infraspec.resolve.scope import Scope
    from infraspec.spec.web_matches import Forwarded, Leaf, Part

_OPERATORS = {"all": "and", "any": "or", "not_": "not"}
_OVERSIZE = {"continue": "CONTINUE", "match": "MATCH", "no-match": "NO_MATCH"}
_SCOPES = {"keys": "KEY", "values": "VALUE", "both": "ALL"}
_LONG = frozenset({"body", "json_body", "headers", "cookies"})
"""Parts that may be longer than WAF looks at."""


class Matches:
    """The statements of a spec, and the sets that they name by ARN."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.by_arn: dict[Ref[Any], Resource] = {}

    def match(self, model: Leaf, at: SpecPath) -> Match | None:
        """The statement of what a request has; None, with a finding, if a set is unknown."""
        (chosen,) = chosen_of(model)
        if chosen in _OPERATORS:
            return self._combined(model, chosen, at)
        if chosen == "ip_set":
            ip_set = self._ip_set(str(model.ip_set), (*at, "ip_set"))
            return None if ip_set is None else IpSetMatch(ip_set, forwarded(model.forwarded, positioned=True))
        if chosen == "countries":
            return GeoMatch(tuple(model.countries), forwarded(model.forwarded, positioned=False))
        if chosen in ("label", "label_namespace"):
            return LabelMatch("LABEL" if chosen == "label" else "NAMESPACE", str(getattr(model, chosen)))
        return self._looked(model, chosen, at)

    def _combined(self, model: Any, chosen: str, at: SpecPath) -> Match | None:
        """Several statements as one."""
        inside = [model.not_] if chosen == "not_" else getattr(model, chosen)
        places = [(*at, "not")] if chosen == "not_" else [(*at, chosen, i) for i in range(len(inside))]
        found = [self.match(one, where) for one, where in zip(inside, places, strict=True)]
        known = tuple(one for one in found if one is not None)
        return Combined(_OPERATORS[chosen], known) if len(known) == len(found) else None

    def _looked(self, model: Leaf, chosen: str, at: SpecPath) -> Match | None:
        """A statement about a part of the request."""
        assert model.of is not None  # noqa: S101 - the check has refused it
        transformations = tuple(one.upper().replace("-", "_") for one in model.transform) or ("NONE",)
        looked = Looked(field(model.of), transformations)
        value: Any = getattr(model, chosen)
        if chosen in TEXTS:
            return ByteMatch(value, TEXTS[chosen], looked)
        if chosen in SIZES:
            return SizeMatch(SIZES[chosen], value, looked)
        if chosen == "regex":
            return RegexMatch(value, looked)
        if chosen == "regex_set":
            regex_set = self._regex_set(value, (*at, "regex_set"))
            return None if regex_set is None else RegexSetMatch(regex_set, looked)
        return SqliMatch(value.upper(), looked) if chosen == "sql_injection" else XssMatch(looked)

    def _ip_set(self, value: str, at: SpecPath) -> Ref[IpSet] | None:
        if not value.startswith("arn:"):
            return self._scope.ref(IpSet, "ip_set", value, at)
        made = IpSet(
            key=value,
            origin=at,
            existing=value,
            name=value,
            description=None,
            ip_address_version="IPV4",
            addresses=(),
            tags=(),
        )
        self.by_arn.setdefault(made.address, made)
        return ref(IpSet, value)

    def _regex_set(self, value: str, at: SpecPath) -> Ref[RegexPatternSet] | None:
        if not value.startswith("arn:"):
            return self._scope.ref(RegexPatternSet, "regex_set", value, at)
        made = RegexPatternSet(
            key=value, origin=at, existing=value, name=value, description=None, regular_expressions=(), tags=()
        )
        self.by_arn.setdefault(made.address, made)
        return ref(RegexPatternSet, value)


def field(part: Part) -> FieldToMatch:
    """A part of a request in WAF's words."""
    if part.header is not None:
        return FieldToMatch("single_header", part.header.lower(), None, None)
    if part.argument is not None:
        return FieldToMatch("single_query_argument", part.argument.lower(), None, None)
    word = PARTS[str(part.part)]
    scope = _SCOPES[part.look_at] if word in ("json_body", "headers", "cookies") else None
    return FieldToMatch(word, None, scope, _OVERSIZE[part.oversize] if word in _LONG else None)


def forwarded(model: Forwarded | None, *, positioned: bool) -> ForwardedIp | None:
    """The header that an address is read from."""
    if model is None:
        return None
    fallback = "MATCH" if model.fallback == "match" else "NO_MATCH"
    return ForwardedIp(model.header, fallback, model.position.upper() if positioned else None)
