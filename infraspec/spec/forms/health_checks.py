"""What may stand in `dns.health_checks:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.dns import HealthCheck

_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"
ASKED = ("http", "https", "tcp", "all_of", "any_of", "alarm")
"""The keys that say what is asked."""
_OF_HOSTS = ("port", "path", "host", "search", "sni")


def identifier(value: object) -> object:
    """The identifier of a health check."""
    if isinstance(value, str) and not re.match(_ID, value):
        help_ = "write one such as 01234567-89ab-cdef-0123-456789abcdef"
        raise Refusal(ID_FORM, f"`{value}` is not the identifier of a health check", help=help_)
    return value


def asks_one_thing(check: HealthCheck) -> None:
    """Refuse a check that asks nothing, or several things, or what its kind cannot be asked."""
    asked = [name for name in ASKED if getattr(check, name)]
    if check.existing is None and not asked:
        help_ = "add `http:`, `https:` or `tcp:` with a host, `all_of:` or `any_of:` with checks, or `alarm:`"
        raise Refusal(WRONG_VALUE, "the check does not say what it asks", help=help_)
    if len(asked) > 1:
        message = f"`{asked[0]}` and `{asked[1]}` are two checks"
        raise Refusal(WRONG_VALUE, message, help="write an entry for each")
    kind = asked[0] if asked else ""
    foreign = [
        *_not_of(kind),
        *([] if kind == "alarm" else ["without_data"]),
        *([] if kind == "any_of" else ["at_least"]),
    ]
    for name in foreign:
        if getattr(check, name) is not None:
            fixes = fix(f"remove `{name}`", Edit((name,), how=How.REMOVE))
            message = f"`{name}` means nothing for `{kind or 'existing'}`"
            raise Refusal(WRONG_VALUE, message, help=f"remove `{name}`", fixes=fixes)
    if kind == "tcp" and check.port is None:
        raise Refusal(WRONG_VALUE, "a TCP check needs a port", help="add `port:`")


def _not_of(kind: str) -> tuple[str, ...]:
    """Keys that mean nothing for a kind of check."""
    if kind == "tcp":
        return ("path", "host", "search", "sni")
    if kind == "http":
        return ("sni",)
    return () if kind == "https" else _OF_HOSTS
