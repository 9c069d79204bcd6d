"""Data to entries: each of pydantic's errors in our words and at the right key, one finding for one mistake."""

from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from infraspec.compiler import check
from infraspec.spec.base import Names, SpecModel
from infraspec.spec.foreign import nearest
from infraspec.spec.kinds import KINDS
from infraspec.spec.parser import parse
from infraspec.spec.wording import findings_of

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"


def found(text: str) -> list[tuple[str, str, str]]:
    """Code, underlined characters and message of each diagnostic."""
    checked = check((HEAD + text).encode(), "spec.yaml")
    spans = [(one, one.primary.span) for one in checked.diagnostics]
    return [(one.problem.code, checked.text[span.start : span.end], one.message) for one, span in spans]


class Inner(SpecModel):
    """A mapping inside an entry."""

    size: int = Field(ge=1, le=64)


class Every(SpecModel):
    """A field for each kind of mistake."""

    survives: ClassVar[tuple[str, ...]] = ()

    text: str = "a"
    whole: int = 1
    number: float = 1.0
    truth: bool = True
    names: Names = Field(default_factory=list)
    items: list[Inner] = Field(default_factory=list)
    table: dict[str, str] = Field(default_factory=dict)
    inner: Inner = Inner(size=1)
    word: Literal["default", "dedicated"] = "default"
    status: Literal[301, 302] = 301
    short: Annotated[str, Field(min_length=1, max_length=3)] = "a"
    few: list[int] = Field(default_factory=lambda: [1], min_length=1, max_length=2)
    more: Annotated[int, Field(gt=0, lt=10)] = 1


def said(data: dict[str, object]) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Path, message and help of each finding of an `Every`."""
    try:
        Every.model_validate(data)
    except ValidationError as error:
        findings = findings_of(error.errors(include_url=False), Every, ("things", "x"), "thing `x`", (), data)
        return [(one.at[2:], one.message, one.help) for one in findings if isinstance(one.at, tuple)]
    return []


@pytest.mark.parametrize(
    ("data", "path", "message", "help_"),
    [
        ({"text": 1}, ("text",), "`text` takes text, not `1`", 'write "1" in quotes'),
        ({"text": True}, ("text",), "`text` takes text, not true", 'write "true" in quotes'),
        ({"text": ["a"]}, ("text",), "`text` takes text, not a list", "write `a` without brackets"),
        ({"text": {}}, ("text",), "`text` takes text, not a mapping", ""),
        ({"text": None}, ("text",), "`text` has no value", "write one"),
        ({"whole": "1"}, ("whole",), "`whole` takes a whole number, not the text `1`", "write 1 without quotes"),
        ({"whole": 1.5}, ("whole",), "`whole` takes a whole number, not `1.5`", ""),
        ({"whole": 2.0}, ("whole",), "`whole` takes a whole number, not `2.0`", "write 2"),
        ({"whole": True}, ("whole",), "`whole` takes a whole number, not true", ""),
        ({"number": "0.5"}, ("number",), "`number` takes a number, not the text `0.5`", "write 0.5 without quotes"),
        ({"truth": "yes"}, ("truth",), "`truth` takes true or false, not the text `yes`", "write true without quotes"),
        ({"truth": "off"}, ("truth",), "`truth` takes true or false, not the text `off`", "write false without quotes"),
        ({"truth": 1}, ("truth",), "`truth` takes true or false, not `1`", ""),
        (
            {"names": {"a": 1}},
            ("names",),
            "`names` takes a list, not a mapping",
            "write [a]",
        ),
        ({"names": [1]}, ("names", 0), "an item of `names` takes text, not `1`", 'write "1" in quotes'),
        ({"items": "a"}, ("items",), "`items` takes a list, not `a`", "write [a]"),
        (
            {"items": [5]},
            ("items", 0),
            "an item of `items` takes a mapping, not `5`",
            "write `{size: …}`, or a key a line behind `- `",
        ),
        ({"items": [{}]}, ("items", 0, "size"), "an item of `items` of thing `x` has no `size`", "add `size:`"),
        ({"table": {"k": 1}}, ("table", "k"), "`k` takes text, not `1`", 'write "1" in quotes'),
        (
            {"inner": 5},
            ("inner",),
            "`inner` takes a mapping, not `5`",
            "write `inner: {size: …}`, or a key a line below it",
        ),
        ({"inner": {"size": 0}}, ("inner", "size"), "`size` takes 1 or more, not `0`", ""),
        ({"inner": {"size": 65}}, ("inner", "size"), "`size` takes 64 or less, not `65`", ""),
        ({"more": 0}, ("more",), "`more` takes more than 0, not `0`", ""),
        ({"more": 10}, ("more",), "`more` takes less than 10, not `10`", ""),
        ({"word": "Default"}, ("word",), "`word` takes `default` or `dedicated`, not `Default`", "write `default`"),
        ({"word": "shared"}, ("word",), "`word` takes `default` or `dedicated`, not `shared`", ""),
        ({"status": 303}, ("status",), "`status` takes `301` or `302`, not `303`", "write `302`"),
        ({"short": ""}, ("short",), "`short` takes at least 1 character, but is empty", ""),
        ({"short": "abcd"}, ("short",), "`short` takes at most 3 characters, not 4", ""),
        ({"few": []}, ("few",), "`few` takes at least 1 item, but is empty", ""),
        ({"few": [1, 2, 3]}, ("few",), "`few` takes at most 2 items, not 3", ""),
        ({"txt": "a"}, ("txt",), "thing `x` has no field `txt`", "write `text`"),
        ({"text": "a", "Text": "b"}, ("Text",), "thing `x` has no field `Text`", "remove `Text`"),
        (
            {"inner": {"sise": 1}},
            ("inner", "sise"),
            "`inner` of thing `x` has no field `sise`, and no `size`",
            "write `size`",
        ),
        (
            {"inner": {"qqq": 1}},
            ("inner", "qqq"),
            "`inner` of thing `x` has no field `qqq`, and no `size`",
            "remove `qqq`, and add `size:`",
        ),
    ],
)
def test_a_mistake_is_said_in_our_words_at_its_own_key(
    data: dict[str, object], path: tuple[str | int, ...], message: str, help_: str
) -> None:
    assert said(data) == [(path, message, help_)]


def test_two_misspelt_keys_are_two_findings_and_neither_is_missing() -> None:
    assert found(
        "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers: {app: {subnets: {a: {zne: a, cdir: 10.0.0.0/24}}}}\n"
    ) == [
        ("SPC001", "zne", "subnet `a` has no field `zne`, and no `zone`"),
        ("SPC001", "cdir", "subnet `a` has no field `cdir`, and no `cidr`"),
    ]


@pytest.mark.parametrize(
    ("word", "fields", "meant"),
    [
        ("CidrBlock", ("cidr", "tags"), "cidr"),
        ("cidr_block", ("cidr", "tags"), "cidr"),
        ("AvailabilityZone", ("zone", "cidr"), "zone"),
        ("FromPort", ("tcp", "from"), "tcp"),
        ("CidrIp", ("from", "tcp"), "from"),
        ("CidrIp", ("to", "tcp"), "to"),
        ("vpc_security_group_ids", ("security_groups", "subnet"), "security_groups"),
        ("SecurityGroupIds", ("security_groups", "subnet"), "security_groups"),
        ("InstanceType", ("type", "image"), "type"),
        ("DBInstanceClass", ("class", "engine"), "class"),
        ("mapPublicIpOnLaunch", ("public_ip_on_launch",), "public_ip_on_launch"),
        ("routeTable", ("route_table", "tags"), "route_table"),
        ("ROUTE-TABLE", ("route_table", "tags"), "route_table"),
        ("cdir", ("cidr", "tags"), "cidr"),
        ("qqq", ("cidr", "tags"), None),
    ],
)
def test_a_word_of_another_tool_leads_to_ours(word: str, fields: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, fields) == meant


@pytest.mark.parametrize(
    ("text", "characters", "message"),
    [
        ("vpcs:\n", "vpcs", "`vpcs` maps names to entries, but has no value"),
        ("vpcs: [main]\n", "vpcs", "`vpcs` maps names to entries, but holds a list"),
        ("vpcs:\n  main:\n", "main", "VPC `main` is a mapping of its settings, but has no value"),
        ("vpcs:\n  main: [a]\n", "main", "VPC `main` is a mapping of its settings, but holds a list"),
        (
            "vpcs:\n  main: 10.0.0.0/16\n",
            "10.0.0.0/16",
            "VPC `main` is a mapping of its settings, but holds `10.0.0.0/16`",
        ),
        ("iam: {role: {}}\n", "role", "`iam` has no field `role`"),
        ("iam: {roles: 1}\n", "1", "`roles` maps names to entries, but holds `1`"),
        ("vpcs: {main: {cidr: 10.0.0.0/16, tenancy: }}\n", "tenancy", "`tenancy` has no value"),
        (
            "vpcs: {main: {cidr: 10.0.0.0/16, internet_gateway: }}\n",
            "internet_gateway",
            "`internet_gateway` has no value",
        ),
        ("tags: {a: ~}\n", "a", "`a` has no value"),
        ("tags: [a]\n", "tags", "`tags` takes a mapping, not a list"),
    ],
)
def test_a_section_or_an_entry_of_the_wrong_kind_is_one_finding(text: str, characters: str, message: str) -> None:
    assert [one[1:] for one in found(text)] == [(characters, message)]


_NET = """vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {t: {}}
    tiers: {app: {route_table: t, subnets: {a: {zone: a, cidr: 10.0.0.0/24}}}}
"""
_WEB = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: [], ingress: [{tcp: 443, from: self}]}}
"""


@pytest.mark.parametrize(
    "text",
    [
        _NET.replace("10.0.0.0/16", "10.0.0.0/99"),
        _NET.replace("{t: {}}", "[t]"),
        _NET.replace("{t: {}}", "{t: {tagz: {}}}"),
        _NET.replace("route_tables", "route_tbles"),
        _NET.replace("vpcs", "vpc"),
        _NET.replace("zone: a,", "zone: 1,"),
        _WEB.replace("443", "22:30"),
        _WEB.replace("443", "!Ref port"),
        _NET.replace("{t: {}}", "{t: on}"),
        _NET.replace("zone: a,", "zone: 0x1F,"),
        _NET.replace("{t: {}}", "0x1F"),
        _NET.replace("cidr: 10.0.0.0/16", "cidr: 10.0.0.0/16\n    internet_gateway: 1e3").replace(
            "{t: {}}", "{t: {routes: {0.0.0.0/0: igw}}}"
        ),
    ],
)
def test_what_refers_to_something_broken_is_not_judged_again(text: str) -> None:
    assert len(found(text)) == 1


def test_a_broken_top_hides_nothing_below_it() -> None:
    checked = check(b"version: 1\nnam: x\nregion: ap-northeast-2\nvpcs: {main: {cdir: 10.0.0.0/16}}\n", "spec.yaml")
    assert [one.message for one in checked.diagnostics] == [
        "the spec has no field `nam`, and no `name`",
        "VPC `main` has no field `cdir`, and no `cidr`",
    ]
    assert not checked.is_sound


def test_an_entry_without_its_broken_items_keeps_their_positions() -> None:
    text = (
        "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
        "        ingress: [{tcp: 70000, from: self}, {tcp: 443, from: nobody}, {tcp: 80, from: self, description: }]\n"
    )
    assert [one[1] for one in found(text)] == ["70000", "nobody", "description"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ('""', "a name has 1 to 255 characters"),
        ('" a"', "it starts or ends with white space"),
        ('"a\\tb"', "it holds a character that cannot be seen"),
        ('"a\\u200bb"', "it holds a character that cannot be seen"),
        ("a/b", "`/` and `:` stand between other things"),
        ("a:b", "`/` and `:` stand between other things"),
        ("self", "`self` is a word of the language"),
        ("x" * 256, "a name has 1 to 255 characters"),
    ],
)
def test_a_name_that_cannot_be_used_is_reported_at_the_name(name: str, why: str) -> None:
    ((code, characters, message),) = found(f"vpcs:\n  {name}: {{cidr: 10.0.0.0/16}}\n")
    assert (code, characters) == ("SPC007", name)
    assert message.endswith(why)


def test_a_name_stands_once_over_all_vpcs() -> None:
    text = "vpcs:\n  a: {cidr: 10.0.0.0/16, route_tables: {t: {}}}\n  b: {cidr: 10.1.0.0/16, route_tables: {t: {}}}\n"
    assert found(text) == [("SPC005", "t", "two route tables are called `t`")]


@pytest.mark.parametrize("data", [None, 1, "a", [], True, ["a"]], ids=repr)
def test_what_is_no_mapping_is_no_spec(data: object) -> None:
    parsed, (finding,) = parse(data)
    assert (parsed.top, parsed.entries) == (None, {})
    assert finding.problem.code == "SPC003"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
@pytest.mark.parametrize("value", [None, 1, "a", [], {"zzz": 1}, {"tags": None}, {"tags": [1]}], ids=repr)
def test_any_kind_of_entry_takes_any_value_without_falling_over(kind: object, value: object) -> None:
    data: object = value
    for part in reversed(kind.where):  # type: ignore[attr-defined]
        data = {"x" if part == "*" else part: data}
    assert TypeAdapter(dict[str, object]).validate_python(data)
    _, findings = parse(data)
    assert findings
