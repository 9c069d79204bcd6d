"""Several files, overlays and variables: what they make of a spec, and what is said of them where."""

import json
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from examples import GOLDEN, ROOT, SPECS, bare_texts, beside, checked, emitted, text_of
from hypothesis import given
from hypothesis import strategies as st

from infraspec.cli.failure import Failure
from infraspec.cli.main import main
from infraspec.compiler import Checked, check
from infraspec.diagnosing import diagnose
from infraspec.diagnostic import Edit, Finding, Fix, How, Safety
from infraspec.json_text import json_text
from infraspec.source.document import read
from infraspec.source.joining import Tree, laid_over
from infraspec.spec.problems import UNKNOWN_NAME
from infraspec.spec.refusal import NotSettable, Unreadable
from infraspec.spec.tree import SECTIONS

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
VPC = "vpcs: {main: {cidr: 10.0.0.0/16}}\n"
Said = list[tuple[str, int, str]]


def judged(
    text: str,
    files: Mapping[str, str] | None = None,
    overlays: tuple[str, ...] = (),
    settings: Mapping[str, str] | None = None,
) -> Checked:
    over = tuple((f"overlay{number}.yaml", one.encode()) for number, one in enumerate(overlays, 1))
    reader: Callable[[str], str | None] = (files or {}).get
    return check(text.encode(), "spec.yaml", reader, overlays=over, settings=settings)


def said(spec: Checked) -> Said:
    """File, line and code of everything that is wrong, but for advice on small specs."""
    texts = spec.files.texts()
    return [
        (one.file, texts[one.file].count("\n", 0, one.primary.span.start) + 1, one.problem.code)
        for one in spec.diagnostics
        if one.is_error or one.problem.code.startswith("ENV")
    ]


def marks(spec: Checked, code: str) -> list[list[str]]:
    """The characters of each mark of each finding of a code."""
    texts = spec.files.texts()
    return [
        [texts[mark.file][mark.span.start : mark.span.end] for mark in (one.primary, *one.related)]
        for one in spec.diagnostics
        if one.problem.code == code
    ]


# Several files


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_in_several_files_builds_what_it_builds_in_one(name: str) -> None:
    document, _, _ = read(text_of(name).encode(), "spec.yaml")
    assert document is not None
    assert isinstance(document.data, dict)
    parts = in_parts(document.data)
    assert len(parts) > 1 or len(SECTIONS & document.data.keys()) < 2
    listed = [*document.data.get("include", []), *parts]  # type: ignore[misc]
    rest = {key: value for key, value in document.data.items() if key not in SECTIONS or key == "variables"}
    files = {path: json.dumps(data, ensure_ascii=False) for path, data in parts.items()}
    spec = check(
        json.dumps({**rest, "include": listed}, ensure_ascii=False).encode(),
        "spec.yaml",
        lambda path: files.get(path) or beside(path),
    )
    assert [one.message for one in spec.diagnostics if one.is_error] == [
        one.message for one in checked(name).diagnostics if one.is_error
    ]
    assert spec.graph is not None
    template, terraform = emitted(spec.graph)
    assert {"template.json": json_text(template), "main.tf.json": json_text(terraform)} == bare_texts(name)


def in_parts(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A file for each section, and one for each section of each VPC."""
    parts: dict[str, dict[str, Any]] = {}
    for key, section in data.items():
        if key == "vpcs":
            for vpc, entry in section.items():
                inside = {name for name, value in entry.items() if name in SECTIONS and isinstance(value, dict)}
                own = {name: value for name, value in entry.items() if name not in inside}
                parts[f"net/{vpc}.yaml"] = {"vpcs": {vpc: own}}
                for name, value in entry.items():
                    if name in inside:
                        parts[f"net/{vpc}-{name}.yaml"] = {"vpcs": {vpc: {name: value}}}
        elif key in SECTIONS and key != "variables":
            parts[f"{key}.yaml"] = {key: section}
    return parts


NETWORK = "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
MACHINE = (
    "instances:\n  web:\n    image: ubuntu-24.04\n    type: t3.micro\n    subnet: app-a\n    security_groups: web\n"
)
GROUP = "vpcs: {main: {security_groups: {web: {egress: []}}}}\n"
INCLUDES: dict[str, tuple[str, dict[str, str], Said]] = {
    "a VPC goes on in another file": (
        "include: [a.yaml, b.yaml]\n",
        {"a.yaml": NETWORK, "b.yaml": GROUP + MACHINE},
        [],
    ),
    "one file stands without a list": ("include: a.yaml\n", {"a.yaml": NETWORK}, []),
    "a part includes beside itself": (
        "include: [net/a.yaml]\n",
        {"net/a.yaml": "include: [b.yaml]\n" + GROUP, "net/b.yaml": NETWORK},
        [],
    ),
    "a file is missing, and no name is unknown": (
        "include: [a.yaml, b.yaml]\n",
        {"b.yaml": MACHINE},
        [("spec.yaml", 4, "ENV001")],
    ),
    "a file of a part is missing": (
        "include: [a.yaml]\n",
        {"a.yaml": "include: [b.yaml]\n"},
        [("a.yaml", 1, "ENV001")],
    ),
    "a file includes itself": (
        "include: [a.yaml]\n",
        {"a.yaml": "include: [a.yaml]\n" + NETWORK},
        [("a.yaml", 1, "ENV001")],
    ),
    "a file includes the spec": (
        "include: [a.yaml]\n",
        {"a.yaml": "include: [spec.yaml]\n" + NETWORK},
        [("a.yaml", 1, "ENV001")],
    ),
    "a file twice": ("include: [a.yaml, ./a.yaml]\n", {"a.yaml": NETWORK}, [("spec.yaml", 4, "ENV001")]),
    "outside": ("include: [../a.yaml, /etc/passwd]\n" + VPC, {}, [("spec.yaml", 4, "ENV001")] * 2),
    "no path": ("include: [1, {a: b}]\n" + VPC, {}, [("spec.yaml", 4, "ENV001")] * 2),
    "nothing": ("include:\n" + VPC, {}, [("spec.yaml", 4, "ENV001")]),
    "no mapping": ("include: [a.yaml]\n" + VPC, {"a.yaml": "- a\n"}, [("a.yaml", 1, "ENV001")]),
    "an empty file": ("include: [a.yaml]\n" + VPC, {"a.yaml": "\n"}, [("a.yaml", 1, "ENV001")]),
    "no YAML": ("include: [a.yaml]\n" + VPC, {"a.yaml": "a: [\n"}, [("a.yaml", 1, "YML001")]),
    "a slip of text in a part": (
        "include: [a.yaml]\n" + VPC,
        {"a.yaml": "tags: {a: x}\ndescription: on\n"},
        [("a.yaml", 2, "YML003")],
    ),
    "a mistake in a part": (
        "include: [a.yaml]\n",
        {"a.yaml": "vpcs:\n  main: {cdir: 10.0.0.0/16}\n"},
        [("a.yaml", 2, "SPC001")],
    ),
    "an unknown name in a part": (
        "include: [a.yaml, b.yaml]\n",
        {"a.yaml": NETWORK, "b.yaml": GROUP + MACHINE.replace("app-a", "app-b")},
        [("b.yaml", 6, "SPC004")],
    ),
    "a VPC in two files": ("include: [a.yaml]\n" + VPC, {"a.yaml": VPC}, [("a.yaml", 1, "ENV002")]),
    "what is said of a VPC in two files": (
        "include: [a.yaml]\n" + GROUP.replace("main: {", "main: {dns_support: true, ") + MACHINE,
        {"a.yaml": NETWORK},
        [("a.yaml", 2, "ENV002")],
    ),
    "an instance in two files": (
        "include: [a.yaml, b.yaml, c.yaml]\n",
        {"a.yaml": NETWORK, "b.yaml": GROUP + MACHINE, "c.yaml": "instances:\n  web: {monitoring: true}\n"},
        [("c.yaml", 2, "ENV002")],
    ),
    "the head in two files": ("include: [a.yaml]\n" + VPC, {"a.yaml": "version: 1\n"}, [("a.yaml", 1, "ENV002")]),
    "one name over all files": (
        "include: [a.yaml]\n" + VPC,
        {"a.yaml": "vpcs: {other: {cidr: 10.1.0.0/16, security_groups: {web: {egress: []}}}}\n" + "iam: {}\n"},
        [],
    ),
}


@pytest.mark.parametrize("case", INCLUDES)
def test_what_is_said_of_parts(case: str) -> None:
    text, files, expected = INCLUDES[case]
    assert said(judged(HEAD + text, files)) == expected


def test_a_second_definition_shows_the_first() -> None:
    spec = judged(HEAD + "include: [a.yaml]\n" + VPC, {"a.yaml": VPC})
    assert marks(spec, "ENV002") == [["main", "main"]]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("dns_support: true", "move `dns_support` to where `cidr` is"),
        ("cidr: 10.1.0.0/16", "keep one of the two; an overlay changes what another file says"),
    ],
)
def test_what_is_said_in_another_file_is_moved_where_the_rest_is(more: str, expected: str) -> None:
    spec = judged(HEAD + f"include: [a.yaml]\nvpcs: {{main: {{{more}}}}}\n", {"a.yaml": VPC})
    assert [one.help for one in spec.diagnostics if one.is_error] == [expected]


def test_what_a_reader_refuses_is_said_at_the_include() -> None:
    def refuse(path: str) -> str:
        raise Unreadable(f"is a link ({path})")

    spec = check((HEAD + "include: [net/a.yaml]\n" + VPC).encode(), "spec.yaml", refuse)
    assert [one.message for one in spec.diagnostics if one.is_error] == ["`net/a.yaml` is a link (net/a.yaml)"]


# Overlays

OVERLAYS: dict[str, tuple[str, Said]] = {
    "nothing": ("{}", []),
    "a value replaces": ("instances: {web: {type: t3.small}}", []),
    "a wrong value": ("instances:\n  web:\n    subnet: app-b\n", [("overlay1.yaml", 3, "SPC004")]),
    "null removes": ("instances: {web: null}", []),
    "null removes what is needed": ("instances:\n  web: {image: null}\n", [("spec.yaml", 10, "SPC002")]),
    "null removes nothing": ("instances:\n  wbe: null\n", [("overlay1.yaml", 2, "ENV003")]),
    "a key that does not exist": ("instances:\n  web:\n    tpye: t3.small\n", [("overlay1.yaml", 3, "SPC001")]),
    "a new entry": ("instances:\n  new: {type: t3.small}\n", [("overlay1.yaml", 2, "SPC002")] * 3),
    "a list replaces": ("instances: {web: {security_groups: [nobody]}}", [("overlay1.yaml", 1, "SPC004")]),
    "an overlay includes": ("include: [a.yaml]", [("overlay1.yaml", 1, "ENV001")]),
    "no YAML": ("a: [", [("overlay1.yaml", 1, "YML001")]),
    "no mapping": ("- a", [("overlay1.yaml", 1, "ENV001")]),
    "a key twice": ("tags: {a: x}\ntags: {b: y}\n", [("overlay1.yaml", 2, "YML002")]),
}
WHOLE = HEAD + NETWORK + "    security_groups: {web: {egress: []}}\n" + MACHINE


@pytest.mark.parametrize("case", OVERLAYS)
def test_what_is_said_of_an_overlay(case: str) -> None:
    text, expected = OVERLAYS[case]
    assert said(judged(WHOLE, overlays=(text,))) == expected


def test_overlays_are_laid_in_their_order() -> None:
    one, two = "instances: {web: {type: t3.small, monitoring: true}}", "instances: {web: {type: t3.large}}"
    spec = judged(WHOLE, overlays=(one, two))
    assert spec.graph is not None
    (instance,) = emitted(spec.graph).terraform["resource"]["aws_instance"].values()
    assert (instance["instance_type"], instance["monitoring"]) == ("t3.large", True)


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_over_itself_is_itself(name: str) -> None:
    raw = text_of(name).encode()
    for over in (b"{}", b"version: 1\n", re.sub(rb"(?m)^include:.*\n", b"", raw)):
        spec = check(raw, f"{name}.yaml", beside, overlays=(("over.yaml", over),))
        assert spec.graph is not None
        assert emitted(spec.graph) == emitted(checked(name).graph)  # type: ignore[arg-type]


SCALARS = st.integers(0, 9) | st.sampled_from(["x", "y"]) | st.lists(st.integers(0, 2), max_size=2)
KEYS = st.sampled_from("abc")
MAPPINGS = st.recursive(
    st.dictionaries(KEYS, SCALARS, max_size=3), lambda inside: st.dictionaries(KEYS, inside | SCALARS, max_size=3)
)
PATCHES = st.recursive(
    st.dictionaries(KEYS, SCALARS | st.none(), max_size=3),
    lambda inside: st.dictionaries(KEYS, inside | SCALARS | st.none(), max_size=3),
)


def tree(data: dict[str, Any]) -> Tree:
    document, found, _ = read(json.dumps(data).encode(), "spec.yaml")
    assert document is not None
    assert not found
    return Tree.of(document)


def over(base: Any, patch: Any) -> Any:
    """The law, in few words."""
    if not isinstance(base, dict) or not isinstance(patch, dict):
        return patch
    both = {key: over(base[key], patch[key]) if key in base else patch[key] for key in patch}
    return {key: value for key, value in {**base, **both}.items() if key not in patch or patch[key] is not None}


@given(MAPPINGS, PATCHES)
def test_mappings_merge_and_all_else_replaces(base: dict[str, Any], patch: dict[str, Any]) -> None:
    made = laid_over(tree(base), tree(patch), [])
    assert made.data == over(base, patch)
    assert set(made.places) == set(made.data)


@given(MAPPINGS, MAPPINGS, MAPPINGS)
def test_overlays_may_be_laid_together_first(one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]) -> None:
    left = laid_over(laid_over(tree(one), tree(two), []), tree(three), [])
    right = laid_over(tree(one), laid_over(tree(two), tree(three), []), [])
    assert left.data == right.data


@given(MAPPINGS)
def test_nothing_over_a_mapping_changes_nothing(base: dict[str, Any]) -> None:
    findings: list[Any] = []
    assert laid_over(tree(base), tree({}), findings) == tree(base)
    assert laid_over(tree(base), tree(base), findings).data == base
    assert findings == []


# Variables


def value_of(variable: str, written: str, settings: Mapping[str, str] | None = None) -> Any:
    """What a value comes to in the spec as it is read."""
    text = f"{HEAD}variables: {{v: {{{variable}}}}}\n{VPC}description: {written}\n"
    document = judged(text, settings=settings).document
    assert document is not None
    assert isinstance(document.data, dict)
    return document.data["description"]


VALUES: list[tuple[str, str, Any]] = [
    ("default: web", "${v}", "web"),
    ("default: web", "'${v}'", "web"),
    ("default: web", "the ${v} of ${v}", "the web of web"),
    ("default: web", "|\n  a ${v}\n  b", "a web\nb\n"),
    ("default: web", "$${v} ${v}", "${v} web"),
    ("default: web", "$$${v}", "$${v}"),
    ("default: web", "${aws:username} ${PORT:-80} ${v}", "${aws:username} ${PORT:-80} web"),
    ("default: web", "'${*} ${?} ${$}'", "${*} ${?} ${$}"),
    ("default: '80'", "${v}", "80"),
    ("type: number, default: 80", "${v}", 80),
    ("type: number, default: 80", "port ${v}", "port 80"),
    ("type: number, default: 8.10", "v${v}", "v8.10"),
    ("type: boolean, default: true", "${v}", True),
    ("type: boolean, default: true", "is ${v}", "is true"),
    ("type: list, default: [a, 1]", "${v}", ["a", 1]),
    ("type: cidr, default: 10.0.0.0/8", "${v}", "10.0.0.0/8"),
    ("type: address, default: '2001:db8::1'", "${v}", "2001:db8::1"),
]


@pytest.mark.parametrize(("variable", "written", "expected"), VALUES)
def test_a_variable_brings_its_value(variable: str, written: str, expected: Any) -> None:
    found = value_of(variable, written)
    assert (found, type(found) is type(expected) or isinstance(found, float)) == (expected, True)


SET: list[tuple[str, str, Any]] = [
    ("default: x", "80", "80"),
    ("description: no default", "a=b", "a=b"),
    ("type: number", "80", 80),
    ("type: boolean", "false", False),
    ("type: list", "a, b", ["a", "b"]),
    ("type: list", "", []),
    ("type: cidr", "10.0.0.0/8", "10.0.0.0/8"),
]


@pytest.mark.parametrize(("variable", "given", "expected"), SET)
def test_a_variable_is_set_by_its_type(variable: str, given: str, expected: Any) -> None:
    assert value_of(variable, "${v}", {"v": given}) == expected


UNSETTABLE = {
    ("default: x", "vv", "x"): "vv: the spec has no such variable; did you mean `v`?",
    ("default: x", "other", "x"): "other: the spec has no such variable: it has `v`",
    ("type: number", "v", "many"): "v=many: `v` takes a number, not `many`; write a number",
    ("type: number", "v", "0x10"): "v=0x10: `v` takes a number, not `0x10`; write a number",
    ("type: boolean", "v", "yes"): "v=yes: `v` takes `true` or `false`, not `yes`; write `true` or `false`",
    ("allowed: [a, b]", "v", "c"): "v=c: `v` does not allow `c`; write one of `a`, `b`",
    ("type: cidr", "v", "10.0.0.1/8"): "v=10.0.0.1/8: `10.0.0.1/8` has bits set behind its prefix; write 10.0.0.0/8",
}


@pytest.mark.parametrize(("variable", "name", "given"), UNSETTABLE)
def test_a_variable_that_cannot_be_set_so(variable: str, name: str, given: str) -> None:
    with pytest.raises(NotSettable, match=re.escape(UNSETTABLE[variable, name, given])):
        value_of(variable, "${v}", {name: given})


WRONG: dict[str, tuple[str, str, Said]] = {
    "unknown": ("v: {default: x}", "a: ${v}\n  b: ${w}", [("spec.yaml", 9, "ENV101")]),
    "unknown twice": ("v: {default: x}", "a: ${v}\n  b: ${w}${x}", [("spec.yaml", 9, "ENV101")] * 2),
    "empty": ("v: {default: x}", "a: ${v}\n  b: ${}", [("spec.yaml", 9, "ENV102")]),
    "spaces": ("v: {default: x}", "a: ${v}\n  b: ${ v }", [("spec.yaml", 9, "ENV102")]),
    "not closed": ("v: {default: x}", "a: ${v}\n  b: ${v", [("spec.yaml", 9, "ENV102")]),
    "in a key": ("v: {default: x}", "a: ${v}\n  'b ${v}': x", [("spec.yaml", 9, "ENV102")]),
    "a list in a text": ("v: {type: list, default: [a]}", "a: x\n  b: all ${v}", [("spec.yaml", 9, "ENV102")]),
    "of another": ("w: {default: x}\n  v: {default: '${w}'}", "a: ${v} ${w}", [("spec.yaml", 6, "ENV102")]),
    "unused": ("v: {default: x}", "a: v", [("spec.yaml", 5, "ENV103")]),
    "no value": ("v: {}", "a: ${v}", [("spec.yaml", 5, "ENV105")]),
    "of another type": ("v: {default: 80}", "a: ${v}", [("spec.yaml", 5, "ENV104")]),
    "not allowed": ("v: {default: c, allowed: [a, b]}", "a: ${v}", [("spec.yaml", 5, "ENV104")]),
    "allows another type": ("v: {default: a, allowed: [a, 1]}", "a: ${v}", [("spec.yaml", 5, "ENV104")]),
    "no block": ("v: {type: cidr, default: 10.0.0.1/8}", "a: ${v}", [("spec.yaml", 5, "ENV104")]),
    "no address": ("v: {type: address, default: 10.0.0}", "a: ${v}", [("spec.yaml", 5, "ENV104")]),
    "no such type": ("v: {type: text, default: x}", "a: ${v}", [("spec.yaml", 5, "SPC003")]),
    "no such key": ("v: {defualt: x}", "a: ${v}", [("spec.yaml", 5, "SPC001")]),
    "no mapping": ("v: x", "a: ${v}", [("spec.yaml", 5, "SPC003")]),
    "a name in capitals": ("V: {default: x}", "a: ${V}", [("spec.yaml", 5, "SPC007")]),
    "hidden from nobody": ("v: {default: x, sensitive: true}", "a: ${v}", [("spec.yaml", 5, "ENV201")]),
    "a list of the deployment": (
        "v: {type: list, default: [], deploy_time: true}",
        "a: '${v}'",
        [("spec.yaml", 5, "ENV201")],
    ),
    "no default to check": ("v: {deploy_time: true}", "a: ${v}", [("spec.yaml", 5, "ENV201")]),
    "a word of Terraform": ("count: {default: x, deploy_time: true}", "a: ${count}", [("spec.yaml", 5, "ENV201")]),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_said_of_variables(case: str) -> None:
    variables, tags, expected = WRONG[case]
    found = said(judged(f"{HEAD}variables:\n  {variables}\n{VPC}tags:\n  {tags}\n"))
    assert found == expected


def test_a_finding_shows_the_variable_and_its_value() -> None:
    text = HEAD + "variables:\n  block: {type: cidr, default: 10.0.0.0/8}\nvpcs:\n  main: {cidr: '${block}'}\n"
    spec = judged(text)
    assert marks(spec, "NET103") == [["${block}", "10.0.0.0/8"]]
    spec = judged(text, overlays=("variables: {block: {default: 11.0.0.0/8}}",))
    assert marks(spec, "NET103") == [["${block}", "11.0.0.0/8"]]
    spec = judged(text, settings={"block": "12.0.0.0/8"})
    assert marks(spec, "NET103") == [["${block}"]]
    (one,) = (one for one in spec.diagnostics if one.problem.code == "NET103")
    assert one.notes[-1] == "`block` is set by --set block=12.0.0.0/8"


def test_a_value_from_a_variable_is_mended_at_its_default_alone() -> None:
    spec = judged(WHOLE.replace("subnet: app-a", "subnet: ${v}") + "variables: {v: {default: app-b}}\n")

    assert edits(spec, Edit(("instances", "web", "subnet"), "app-a")) == []
    assert edits(spec, Edit(("instances", "web", "type"), "t3.small")) == [("spec.yaml", "t3.micro", "t3.small")]
    assert edits(spec, Edit(("variables", "v", "default"), "app-a")) == [("spec.yaml", "app-b", "app-a")]


def test_a_fix_is_made_in_the_file_that_says_it_and_in_no_mapping_of_several() -> None:
    parts = {"a.yaml": NETWORK, "b.yaml": GROUP + MACHINE}
    spec = judged(HEAD + "include: [a.yaml, b.yaml]\n", parts, overlays=("instances: {web: {type: t3.nano}}",))
    assert edits(spec, Edit(("vpcs", "main", "cidr"), "10.1.0.0/16")) == [("a.yaml", "10.0.0.0/16", "10.1.0.0/16")]
    assert edits(spec, Edit(("instances", "web", "subnet"), "app-b")) == [("b.yaml", "app-a", "app-b")]
    assert edits(spec, Edit(("instances", "web", "type"), "t3.micro")) == [("overlay1.yaml", "t3.nano", "t3.micro")]
    assert edits(spec, Edit(("vpcs", "main"), "tenancy: default", How.ADD)) == []
    assert edits(spec, Edit(("instances", "web"), "monitoring: true", How.ADD)) == []
    assert edits(spec, Edit(("instances", "web", "type"), how=How.REMOVE)) == []
    ((file, _, text),) = edits(spec, Edit(("vpcs", "main", "security_groups", "web"), "description: x", How.ADD))
    assert (file, text.strip(", ")) == ("b.yaml", "description: x")


def edits(spec: Checked, edit: Edit) -> list[tuple[str, str, str]]:
    """File, characters and new text of each change that a fix comes to."""
    finding = Finding(problem=UNKNOWN_NAME, at=edit.at, message="no", fixes=(Fix("yes", Safety.SAFE, (edit,)),))
    (one,) = diagnose([finding], spec.document, spec.files)
    texts = spec.files.texts()
    changes = [change for fix in one.fixes for change in fix.edits]
    return [(change.file, texts[change.file][change.span.start : change.span.end], change.text) for change in changes]


def test_every_wrong_item_of_a_list_is_said() -> None:
    text = WHOLE.replace("groups: web", "groups: ${v}") + "variables: {v: {type: list, default: [aaa, bbb]}}\n"
    assert len(marks(judged(text), "SPC004")) == 2


def test_a_spec_without_variables_keeps_every_brace() -> None:
    spec = judged(WHOLE + "    user_data: |\n      #!/bin/sh\n      echo ${HOME} $${x} ${}\n")
    assert said(spec) == []
    assert spec.graph is not None
    assert "echo ${HOME} $${x} ${}" in json.dumps(emitted(spec.graph).template)


def test_variables_may_stand_in_any_file_and_be_used_in_any() -> None:
    files = {
        "a.yaml": "variables: {v: {default: 10.0.0.0/16, type: cidr}}\n",
        "b.yaml": VPC.replace("10.0.0.0/16", "'${v}'"),
    }
    assert said(judged(HEAD + "include: [a.yaml, b.yaml]\n", files)) == []


def test_an_overlay_that_is_laid_over_the_example(request: pytest.FixtureRequest) -> None:
    """The goldens of production: written anew with `--update-golden`, as all are."""
    prod = ROOT / "specs" / "environments" / "prod.yaml"
    spec = check(
        text_of("environments").encode(), "environments.yaml", beside, overlays=(("prod.yaml", prod.read_bytes()),)
    )
    assert said(spec) == []
    assert spec.graph is not None
    template, terraform = emitted(spec.graph)
    made = {"prod.template.json": json_text(template), "prod.main.tf.json": json_text(terraform)}
    for name, text in made.items() if request.config.getoption("--update-golden") else ():
        (GOLDEN / "environments" / name).write_text(text, encoding="utf-8", newline="\n")
    assert made == {name: (GOLDEN / "environments" / name).read_text(encoding="utf-8") for name in made}


def test_the_example_of_the_guide_works() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", guide, re.MULTILINE | re.DOTALL))
    assert sorted(files) == ["infraspec.yaml", "network.yaml", "prod.yaml", "services.yaml"]
    made = []
    for overlays in ((), (("prod.yaml", files["prod.yaml"].encode()),)):
        spec = check(files["infraspec.yaml"].encode(), "infraspec.yaml", files.get, overlays=overlays)
        assert said(spec) == []
        assert spec.graph is not None
        document = emitted(spec.graph).terraform
        made.append(
            (document["variable"]["env"]["default"], document["resource"]["aws_instance"]["shop-1"]["monitoring"])
        )
    assert made == [("dev", False), ("prod", True)]
    assert "VariableEnv" in emitted(spec.graph).template["Parameters"]
    written = re.search(r"`--set (\w+)=(\S+)`", guide)
    assert written
    settings = {written[1]: written[2]}
    moved = check(files["infraspec.yaml"].encode(), "infraspec.yaml", files.get, settings=settings)
    assert said(moved) == []
    assert moved.graph is not None
    assert settings["block"] in json.dumps(emitted(moved.graph).template)


# Hostile texts

BOMBS = {
    "a file of ever more files": ("include: [f1.yaml]\n", lambda path: f"include: [f{int(path[1:-5]) + 1}.yaml]\n"),
    "large files": (
        "include: [" + ", ".join(f"f{i}.yaml" for i in range(20)) + "]\n",
        lambda path: f"tags: {{{path[1:-5]}: {'x' * 1_000_000}}}\n",
    ),
    "many values": (
        "include: [" + ", ".join(f"f{i}.yaml" for i in range(50)) + "]\n",
        lambda path: f"instances: {{{path[1:-5]}: {{x: [" + "1, " * 20_000 + "1]}}\n",
    ),
}


@pytest.mark.parametrize("case", BOMBS)
def test_files_without_end_end_in_a_finding(case: str) -> None:
    text, files = BOMBS[case]
    start = time.monotonic()
    spec = check((HEAD + VPC + text).encode(), "spec.yaml", files)
    assert "YML005" in {one.problem.code for one in spec.diagnostics}
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    ("variable", "use"),
    [
        ("{default: " + "x" * 100_000 + "}", "[" + ", ".join(["'${v}${v}${v}'"] * 1000) + "]"),
        ("{default: " + "x" * 1000 + "}", "'" + "${v}" * 100_000 + "'"),
        ("{type: list, default: [" + "1, " * 50_000 + "1]}", "[" + ", ".join(["'${v}'"] * 1000) + "]"),
    ],
)
def test_values_without_end_end_in_a_finding(variable: str, use: str) -> None:
    spec = judged(f"{HEAD}variables:\n  v: {variable}\n{VPC}tags: {{a: {use}}}\n")
    assert "YML005" in {one.problem.code for one in spec.diagnostics}


@pytest.mark.parametrize("text", ["${", "${x}", "$${", "${x ", "$", "{}"])
def test_many_mistakes_are_not_all_said(text: str) -> None:
    many = "'" + f"{text} " * 50_000 + "'"
    start = time.monotonic()
    spec = judged(f"{HEAD}variables: {{v: {{default: x}}}}\n{VPC}tags: {{a: {many}, b: '${{v}}'}}\n")
    assert len(spec.diagnostics) <= 110
    assert time.monotonic() - start < 10


# The command line


def test_what_the_command_line_says_of_settings(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "infraspec.yaml"
    path.write_text(HEAD + "variables: {block: {type: cidr}}\nvpcs: {main: {cidr: '${block}'}}\n", encoding="utf-8")
    (tmp_path / "over.yaml").write_text("variables: {block: {default: 10.0.0.0/16}}\n", encoding="utf-8")
    assert main(["validate", str(path)]) == 1
    assert main(["validate", str(path), "--set", "block=10.0.0.0/16"]) == 0
    assert main(["validate", str(path), "--overlay", str(tmp_path / "over.yaml")]) == 0
    assert main(["render", "terraform", str(path), "--set", "block=10.9.0.0/16"]) == 0
    assert "10.9.0.0/16" in capsys.readouterr().out
    assert main(["show", str(path), "--set", "block=10.9.0.0/16"]) == 0
    assert "${block}" not in capsys.readouterr().out


def test_fixes_are_made_in_the_file_that_says_it(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written = {
        "infraspec.yaml": HEAD + "include: [a.yaml]\nvariables: {zone: {}}\n",
        "a.yaml": NETWORK.replace("zone: a", "zone: '${zone}'").replace("    cidr", "    tenncy: default\n    cidr"),
        "over.yaml": "vpcs:\n  main: {dns_suport: true}\n",
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    asked = ["infraspec.yaml", "--set", "zone=a", "--overlay", "over.yaml"]
    assert main(["validate", *asked]) == 1
    assert main(["validate", *asked, "--fix", "--unsafe-fixes"]) == 0
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in written} == {
        "infraspec.yaml": written["infraspec.yaml"],
        "a.yaml": written["a.yaml"].replace("tenncy", "tenancy"),
        "over.yaml": written["over.yaml"].replace("suport", "support"),
    }


REFUSED = {
    ("--set", "blok=1"): "--set blok: the spec has no such variable; did you mean `block`?",
    ("--set", "block"): "--set takes NAME=VALUE, not `block`",
    ("--set", "=1"): "--set takes NAME=VALUE, not `=1`",
    ("--set", "block=1", "--set", "block=2"): "--set gives `block` two values: keep one",
    ("--set", "block=10.0.0.0"): "--set block=10.0.0.0: `10.0.0.0` is not a block; write 10.0.0.0/16",
    ("--overlay", "-"): "--overlay takes a file: standard input is for the spec",
    ("--overlay", "nowhere.yaml"): "cannot read nowhere.yaml: No such file or directory",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_cannot_be_done_as_asked(arguments: tuple[str, ...], tmp_path: Any) -> None:
    path = tmp_path / "infraspec.yaml"
    path.write_text(HEAD + "variables: {block: {type: cidr}}\nvpcs: {main: {cidr: '${block}'}}\n", encoding="utf-8")
    with pytest.raises(Failure) as failure:
        main(["validate", str(path), *arguments])
    assert str(failure.value) == REFUSED[arguments]
