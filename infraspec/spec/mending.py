"""What to write where a value of the wrong kind or an unknown word stands."""

import re
from difflib import get_close_matches

from infraspec.diagnostic import SpecPath
from infraspec.spec.base import SpecModel
from infraspec.spec.fields import example, takes_texts
from infraspec.spec.refusal import shown

_TRUE, _FALSE = ("yes", "on", "true", "y"), ("no", "off", "false", "n")
_SHORT = 60
"""Characters of what is written out in full."""
_ITEMS = "write [{…}], or start each item with `-`"
_MAPPINGS = ("dict_type", "model_type", "model_attributes_type")
_ALIKE = {
    "nlb": "network",
    "alb": "application",
    "private": "internal",
    "public": "internet-facing",
    "external": "internet-facing",
    "internet": "internet-facing",
    "dns": "dns_name",
    "hostname": "dns_name",
    "address": "endpoint_address",
    "endpoint": "endpoint_address",
    "port": "endpoint_port",
    "ip": "private_ip",
    "postgresql": "postgres",
    "ssd": "gp3",
    "keep": "retain",
    "block": "deny",
    "accept": "allow",
    "none": "delete",
}
"""What other tools and people say for a word of ours."""
_AMOUNT = r"\$?\s*([0-9]+(?:\.[0-9]+)?)\s*(?:[kKmMgGtT]i?[bB]?|[sS]|sec(?:onds)?|[dD]ays?|%|USD)?\Z"


def word_for(value: object, allowed: list[str]) -> str | None:
    """The word that a field takes which was meant."""
    text = str(value).lower() if not isinstance(value, bool) else ""
    if _ALIKE.get(text) in allowed:
        return _ALIKE[text]
    same = [word for word in allowed if word.lower() == text]
    return next(iter(same or get_close_matches(text, allowed, n=1, cutoff=0.6)), None)


def mend(kind: str, value: object, at: SpecPath, model: type[SpecModel], loc: tuple[int | str, ...]) -> str:
    """What to write where a value of the wrong kind stands."""
    field = next((str(part) for part in reversed(at) if isinstance(part, str)), "")
    if kind == "string_type":
        return _text(value)
    if kind == "bool_type":
        text = value.lower() if isinstance(value, str) else ""
        return f"write {'true' if text in _TRUE else 'false'} without quotes" if text in (*_TRUE, *_FALSE) else ""
    if kind in ("int_type", "int_from_float", "float_type"):
        return _number(value, whole=kind != "float_type")
    if kind == "list_type" and _is_glued(value):
        return "put a space behind each `-`"
    if kind == "list_type" and isinstance(value, dict):
        names = ", ".join(map(str, value))
        is_short = 0 < len(names) <= _SHORT
        return f"write [{names if is_short else '…'}]" if takes_texts(model, loc) else _ITEMS
    if kind == "list_type" and isinstance(value, str):
        return f"write [{value}]"
    if kind in _MAPPINGS:
        return _mapping(field, value, model, loc, is_item=isinstance(at[-1], int))
    return ""


def _is_glued(value: object) -> bool:
    """Whether a list was meant whose dashes have no space behind them."""
    keys = value if isinstance(value, dict) else [value]
    return bool(keys) and all(isinstance(key, str) and re.match(r"-[^-\s]", key) for key in keys)


def _text(value: object) -> str:
    """What to write where text is meant."""
    if isinstance(value, bool | int | float):
        return f'write "{shown(value).strip("`")}" in quotes'
    if not isinstance(value, list) or not value:
        return ""
    if len(value) == 1 and isinstance(value[0], str):
        return f"write `{value[0]}` without brackets"
    numbers = all(isinstance(item, int) and not isinstance(item, bool) for item in value)
    return f'write "{",".join(map(str, value))}"' if numbers else ""


def _number(value: object, *, whole: bool) -> str:
    """What to write where a number is meant."""
    if isinstance(value, float) and value.is_integer():
        return f"write {int(value)}"
    if not isinstance(value, str):
        return ""
    if value.replace(".", "", 0 if whole else 1).isdecimal():
        return f"write {value} without quotes"
    amount = re.match(_AMOUNT, value)
    if amount is None or (whole and "." in amount[1]):
        return ""
    terabytes = re.search(r"[0-9]\s*[tT]", value)
    return f"write {int(amount[1]) * 1024 if terabytes and whole else amount[1]}"


def _mapping(field: str, value: object, model: type[SpecModel], loc: tuple[int | str, ...], *, is_item: bool) -> str:
    """What to write where a mapping is meant."""
    if field in ("egress", "ingress") and value == "all":
        return "write `egress: all`" if field == "egress" else "write `{all: true, from: 0.0.0.0/0}`"
    if not is_item and (known := _known_mapping(field, value)):
        return f"write {known}"
    form = example(model, loc)
    if is_item:
        return f"write `{form}`, or a key a line behind `- `"
    return f"write `{field}: {form}`, or a key a line below it"


def _known_mapping(field: str, value: object) -> str:
    """What people mean who write another value where some fields take a mapping."""
    if field == "redirect":
        return "`redirect: https`"
    if field == "internet_gateway":
        return "its name, such as `internet_gateway: main`"
    if field == "root_volume" and isinstance(value, int) and not isinstance(value, bool):
        return f"`root_volume: {{size_gib: {value}}}`"
    if field == "routes":
        return "`routes: {0.0.0.0/0: NAME}`"
    if field == "tags" and isinstance(value, list):
        return f"`tags: {_tags(value)}`"
    if field == "forward" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"`forward: {value[0]}`"
    return ""


def _tags(items: list[object]) -> str:
    """`[{Key: a, Value: b}]` as a mapping."""
    pairs = []
    for item in items:
        plain = {str(key).lower(): one for key, one in item.items()} if isinstance(item, dict) else {}
        if isinstance(plain.get("key"), str) and isinstance(plain.get("value"), str):
            pairs.append(f"{plain['key']}: {plain['value']}")
        elif isinstance(item, dict) and len(item) == 1 and isinstance(next(iter(item.values())), str):
            pairs.extend(f"{key}: {one}" for key, one in item.items())
    fits = pairs and len(pairs) == len(items) and len(", ".join(pairs)) <= _SHORT
    return "{" + ", ".join(pairs) + "}" if fits else "{KEY: VALUE}"
