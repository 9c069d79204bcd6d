"""What may stand in what rules of `web_acls:` match: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from infraspec.spec.forms import values
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.web_matches import Leaf, Part, Rate, RateKey

one_or_many = values.one_or_many
PARTS = {
    "path": "uri_path",
    "query": "query_string",
    "method": "method",
    "body": "body",
    "json": "json_body",
    "arguments": "all_query_arguments",
    "headers": "headers",
    "cookies": "cookies",
}
"""WAF's words, by ours."""
KEYS = {
    "ip": "ip",
    "forwarded-ip": "forwarded_ip",
    "query": "query_string",
    "path": "uri_path",
    "method": "http_method",
}
"""The same of what requests are counted by."""
TRANSFORMS = (
    "base64-decode",
    "base64-decode-ext",
    "cmd-line",
    "compress-white-space",
    "css-decode",
    "escape-seq-decode",
    "hex-decode",
    "html-entity-decode",
    "js-decode",
    "lowercase",
    "md5",
    "normalize-path",
    "normalize-path-win",
    "remove-nulls",
    "replace-comments",
    "replace-nulls",
    "sql-hex-decode",
    "url-decode",
    "url-decode-uni",
    "utf8-to-unicode",
)
TEXTS = {
    "contains": "CONTAINS",
    "contains_word": "CONTAINS_WORD",
    "starts_with": "STARTS_WITH",
    "ends_with": "ENDS_WITH",
    "equals": "EXACTLY",
}
"""WAF's words, by ours."""
SIZES = {"larger_than": "GT", "smaller_than": "LT"}
_LOOKS = (*TEXTS, "regex", "regex_set", *SIZES, "sql_injection", "script_injection")
_ALONE = ("ip_set", "countries", "label", "label_namespace", "all", "any", "not_")


def part(value: object) -> object:
    """A part without a name."""
    if not isinstance(value, str):
        return value
    if value not in PARTS:
        near = closest(value, PARTS)
        help_ = f"write `{near}`" if near else f"write one of {', '.join(PARTS)}, or {{header: {value}}}"
        raise Refusal(
            WRONG_VALUE,
            f"{shown(value)} is no part of a request",
            help=help_,
            fixes=instead(help_, near) if near else (),
        )
    return {"part": value}


def rate_key(value: object) -> object:
    """A part of the request without a name."""
    return {"key": value} if isinstance(value, str) else value


def forwarded(value: object) -> object:
    """`forwarded: true` is the usual header."""
    return {} if value is True else value


def transforms(value: object) -> object:
    """Words for what is done with a text."""
    named = values.one_or_many(value)
    for one in named if isinstance(named, list) else []:
        if isinstance(one, str) and one not in TRANSFORMS:
            near = closest(one.replace("_", "-"), TRANSFORMS)
            help_ = f"write `{near}`" if near else "write one such as `lowercase` or `url-decode`"
            raise Refusal(WRONG_VALUE, f"{shown(one)} is nothing that WAF does with a text", help=help_)
    return named


def countries(value: object) -> object:
    """Two letters each."""
    named = values.one_or_many(value)
    for one in named if isinstance(named, list) else []:
        if isinstance(one, str) and not re.match(r"[A-Z]{2}\Z", one):
            help_ = "write two capital letters, such as KR"
            raise Refusal(WRONG_VALUE, f"{shown(one)} is not the code of a country", help=help_)
    return named


def is_one_part(found: Part) -> None:
    """Refuse a part that is none, or two."""
    chosen = [name for name in ("part", "header", "argument") if getattr(found, name) is not None]
    one_of("`part`, `header` and `argument`", chosen, "a part of a request", "add `header: NAME`, or another")


def is_one_key(found: RateKey) -> None:
    """Refuse a key that is none, or two."""
    names = ("key", "header", "cookie", "argument", "label_namespace")
    chosen = [name for name in names if getattr(found, name) is not None]
    one_of("`key`, `header`, `cookie`, `argument` and `label_namespace`", chosen, "a key", "add `header: NAME`")


def counts_all_of_some(found: Rate) -> None:
    """Refuse `all` beside other keys, and all senders counted as one whatever they ask for."""
    keys = [one.key for one in found.by]
    if "all" in keys and len(keys) > 1:
        raise Refusal(WRONG_VALUE, "`all` senders are one, so no other key counts", help="remove `all`, or the others")
    if keys == ["all"] and found.only is None:
        message = "`all` senders are counted as one, whatever they ask for"
        raise Refusal(MISSING_FIELD, message, help="add `only:` with the requests that are counted")


def chosen_of(found: Any) -> list[str]:
    """What a statement asks for, by key."""
    return [name for name in (*_ALONE, *_LOOKS) if getattr(found, name, None) not in (None, [], False)]


def is_one_match(found: Leaf) -> None:
    """Refuse a statement that asks for nothing or for two things, and one that does not say where it looks."""
    chosen = chosen_of(found)
    if len(chosen) != 1:
        written = " and ".join(f"`{name.strip('_')}`" for name in chosen)
        message = f"{written} are two things" if chosen else "this asks for nothing"
        help_ = (
            "put them in `all:`, each as an item"
            if chosen
            else "add `ip_set:`, `countries:`, `starts_with:` or another"
        )
        raise Refusal(WRONG_VALUE, message, help=help_)
    looks = chosen[0] in _LOOKS
    if looks and found.of is None:
        raise Refusal(
            MISSING_FIELD, f"`{chosen[0]}` does not say where it looks", help="add `of: path`, or another part"
        )
    foreign: tuple[str, ...] = () if looks else ("of", "transform")
    foreign += () if chosen[0] in ("ip_set", "countries") else ("forwarded",)
    for name in foreign:
        if getattr(found, name) not in (None, []):
            message = f"`{name}` has no effect beside `{chosen[0].strip('_')}`"
            raise Refusal(WRONG_VALUE, message, help=f"remove `{name}`")
    for name in ("all", "any"):
        if len(getattr(found, name, ()) or ()) == 1:
            raise Refusal(WRONG_VALUE, f"`{name}` has one item", help="write it without the list, or add another")
