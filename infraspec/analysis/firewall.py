"""What the rules of a web ACL cost of its capacity.

https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html
"""

from infraspec.data.managed_rules import CAPACITY
from infraspec.graph.wafv2 import WebAcl
from infraspec.graph.wafv2_statements import (
    ByteMatch,
    Combined,
    Looked,
    ManagedGroup,
    Match,
    Rate,
    RegexMatch,
    RegexSetMatch,
    SqliMatch,
    XssMatch,
)

_CHEAP = ("EXACTLY", "STARTS_WITH", "ENDS_WITH")


def units_of(acl: WebAcl) -> int:
    """The capacity units that its rules take; groups that are not known count for nothing."""
    return sum(_units(rule.statement) for rule in acl.rules)


def _units(found: Match | ManagedGroup | Rate) -> int:
    match found:
        case Combined():
            return sum(_units(one) for one in found.statements)
        case ManagedGroup():
            return CAPACITY.get(found.group_name, 0) + (_units(found.scope_down) if found.scope_down else 0)
        case Rate():
            own = 2 + 30 * len(found.custom_keys)
            return own + (_units(found.scope_down) if found.scope_down else 0)
        case _:
            return _of_leaf(found)


def _of_leaf(found: Match) -> int:
    """Of a statement about one thing: its own price, and that of what is done with the text before."""
    match found:
        case ByteMatch():
            own = 2 if found.positional_constraint in _CHEAP else 10
        case RegexMatch():
            own = 3
        case RegexSetMatch():
            own = 25
        case SqliMatch():
            own = 30 if found.sensitivity_level == "HIGH" else 20
        case XssMatch():
            own = 40
        case _:
            own = 1
    looked: Looked | None = getattr(found, "looked", None)
    if looked is None:
        return own
    if looked.field.part == "json_body":
        own *= 2
    own += 10 if looked.field.part == "all_query_arguments" else 0
    return own + 10 * sum(one != "NONE" for one in looked.transformations)
