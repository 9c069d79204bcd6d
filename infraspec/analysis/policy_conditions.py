"""The grammar of conditions in IAM's policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

import re
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

from infraspec.analysis.policies import listed

_COMPARED = ("Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals")
_STRING = ("Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike")
_ARN = ("Equals", "NotEquals", "Like", "NotLike")
OPERATORS = frozenset(
    {
        *(f"String{one}" for one in _STRING),
        *(f"Numeric{one}" for one in _COMPARED),
        *(f"Date{one}" for one in _COMPARED),
        *(f"Arn{one}" for one in _ARN),
        *("Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "Null"),
    }
)
"""Without `IfExists` behind them and `ForAllValues:` or `ForAnyValue:` before."""
_LOWER = {one.lower(): one for one in OPERATORS}
_SETS = ("ForAllValues:", "ForAnyValue:")
_KEY = r"[A-Za-z0-9][A-Za-z0-9._/-]*:\S+\Z|[A-Za-z0-9.-]+:.+\Z"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?\Z"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?\Z|[0-9]+\Z"


def bare(operator: str) -> str:
    """An operator without what stands before and behind it."""
    for prefix in _SETS:
        operator = operator.removeprefix(prefix)
    return operator.removesuffix("IfExists")


def wrong_conditions(condition: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with the conditions of a statement, and what to write."""
    if not isinstance(condition, dict) or not all(isinstance(one, dict) for one in condition.values()):
        yield "a `Condition` maps operators to keys and values", 'write {StringEquals: {"aws:RequestTag/team": web}}'
        return
    for operator, keys in condition.items():
        plain = bare(str(operator))
        if plain not in OPERATORS:
            yield _unknown(str(operator))
            continue
        if plain == "Null" and str(operator).endswith("IfExists"):
            yield "`Null` asks whether a key exists, so it takes no `IfExists`", "write `Null`"
        if not keys:
            yield f"`{operator}` compares nothing", "write a key and a value, or remove it"
        for key, value in keys.items():
            yield from _pair(plain, str(key), value)


def _unknown(operator: str) -> tuple[str, str]:
    """An operator that there is not: perhaps with other capitals, or written as one that exists elsewhere."""
    from difflib import get_close_matches  # noqa: PLC0415 - operators are right while a spec is right

    ends = "IfExists" if operator.lower().endswith("ifexists") else ""
    start = next((one for one in _SETS if operator.lower().startswith(one.lower())), "")
    plain = operator[len(start) : len(operator) - len(ends)]
    close = get_close_matches(plain.lower(), _LOWER, n=1, cutoff=0.6)
    meant = f"{start}{_LOWER[close[0]]}{ends}" if close else ""
    help_ = f"write `{meant}`" if meant else "it is one such as StringEquals, StringLike, Bool, IpAddress or ArnLike"
    return f"there is no operator `{operator}`", help_


def _pair(operator: str, key: str, value: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a key and its values."""
    if not re.match(_KEY, key):
        yield f"`{key}` is not a condition key", "write one such as aws:SourceIp or s3:prefix"
    values = listed(value)
    if not values or any(one is None or isinstance(one, dict | list) for one in values):
        yield f"`{key}` is compared with nothing", "write text, or a list of texts"
        return
    for one in values:
        if help_ := _wrong_value(operator, one):
            yield f"`{operator}` cannot compare `{key}` with `{one}`", help_


def _wrong_value(operator: str, value: Any) -> str:
    """What a value should be; empty where it is. A policy variable may stand for anything."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if "${" in text:
        return ""
    if operator in ("Bool", "Null") and text.lower() not in ("true", "false"):
        return "write true or false"
    if operator.startswith("Numeric") and not re.match(_NUMBER, text):
        return "write a number"
    if operator.startswith("Date") and not re.match(_DATE, text):
        return "write a date such as 2026-01-31T00:00:00Z"
    if operator.startswith("Arn") and not text.startswith(("arn:", "*")):
        return "write an ARN, or an entry as in `role:deploy`"
    return "write addresses such as 203.0.113.0/24" if operator.endswith("IpAddress") and not _is_block(text) else ""


def _is_block(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
