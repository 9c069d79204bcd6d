"""What may stand in `tables:`: values and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, Safety, fix
from infraspec.spec.forms.kms_keys import key as own_key
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.tables import GlobalIndex, LocalIndex

MOST = 2_147_483_647
"""The largest number of units."""
MANAGED = "aws/dynamodb"
_TYPES = {"s": "string", "n": "number", "b": "binary", "str": "string", "int": "number", "integer": "number"}


def _one_key(value: dict[object, object]) -> str:
    """`{id: string}` for `{name: id, type: S}`, as other tools have it."""
    said = {str(one).lower().removeprefix("attribute"): word for one, word in value.items()}
    name, kind = said.get("name", said.get("_name")), str(said.get("type", said.get("_type"))).lower()
    found = _TYPES.get(kind, kind)
    return f"write `{{{name}: {found}}}`" if isinstance(name, str) and found in _TYPES.values() else ""


def key(value: object) -> object:
    """One attribute; a bare name is one of text."""
    if isinstance(value, str):
        return {value: "string"}
    if not isinstance(value, dict):
        return value
    if len(value) != 1:
        raise Refusal(
            WRONG_VALUE,
            f"a key is one attribute, not {len(value)}",
            help=_one_key(value) or "write one such as `{id: string}`; `sort_key` takes a second",
        )
    for name, kind in value.items():
        meant = _TYPES.get(kind.lower()) if isinstance(kind, str) else None
        if meant is not None:
            raise Refusal(
                WRONG_VALUE,
                f"`{kind}` is not a type of keys",
                help=f"write `{meant}`",
                fixes=fix(f"write `{meant}`", Edit((name,), meant), safety=Safety.SAFE),
            )
    return value


def capacity(value: object) -> object:
    """A bare number stays what it is: its bounds are one."""
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= MOST:
            message = f"a capacity is 1 to {MOST:,}, not {value}"
            raise Refusal(WRONG_VALUE, message, help="write a number of units")
        return {"min": value, "max": value}
    return value


def kms_key(value: object) -> object:
    """A key by its name or its ARN, or AWS's own in the account."""
    if value == f"alias/{MANAGED}":
        help_ = f"write `{MANAGED}`"
        fixes = instead(help_, MANAGED, Safety.SAFE)
        raise Refusal(WRONG_VALUE, f"{shown(value)} is the alias of AWS's key", help=help_, fixes=fixes)
    return value if value == MANAGED else own_key(value)


def carries_one_way(index: GlobalIndex | LocalIndex) -> None:
    """An index carries all, the keys, or what is listed."""
    if index.projection is not None and index.include:
        raise Refusal(
            WRONG_VALUE,
            f"an index that carries {index.projection} takes no `include`",
            help="remove one of the two",
            fixes=fix("remove `projection`", Edit(("projection",), how=How.REMOVE)),
        )
