"""Text to located data: spans, scalars, duplicate keys, and broken and hostile text."""

import json
import subprocess
import sys
import time
import tracemalloc

import pytest
import yaml
from broken_texts import BROKEN, HOSTILE, described

from infraspec.diagnostic import Span
from infraspec.source import document
from infraspec.source.document import read
from infraspec.source.located import Document
from infraspec.source.reader import MAX_DEPTH, MAX_FINDINGS, MAX_VALUES


def whole(text: str) -> Document:
    found, findings, _ = read(text.encode(), "spec.yaml")
    assert findings == ()
    assert found is not None
    return found


def pointed(text: str, *path: str | int, on_key: bool = False) -> str:
    span, _ = whole(text).locate(path, on_key=on_key)
    return text[span.start : span.end]


SPEC = """version: 1
vpcs:
  main: {cidr: 10.0.0.0/16, 'tags': {서울: "net 1"}}
  other:
    zones: [a,  b]
    text: |
      one
"""


@pytest.mark.parametrize(
    ("path", "characters"),
    [
        (("version",), "1"),
        (("vpcs", "main", "cidr"), "10.0.0.0/16"),
        (("vpcs", "main", "tags", "서울"), '"net 1"'),
        (("vpcs", "main", "tags"), "'tags'"),
        (("vpcs", "main"), "main"),
        (("vpcs", "other", "zones", 1), "b"),
        (("vpcs", "other", "text"), "|"),
        (("vpcs", "other", "missing"), "other"),
        (("vpcs", "nowhere", "cidr"), "vpcs"),
        (("version", 0), "1"),
    ],
)
def test_a_path_leads_to_its_characters(path: tuple[str | int, ...], characters: str) -> None:
    assert pointed(SPEC, *path) == characters


def test_a_path_leads_to_its_key_where_that_is_asked_for() -> None:
    assert pointed(SPEC, "vpcs", "main", "cidr", on_key=True) == "cidr"


def test_a_value_that_an_alias_brought_in_is_where_it_is_written() -> None:
    text = "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n"
    span, via = whole(text).locate(("d", "b"))
    assert text[span.start : span.end] == "1"
    assert via is not None
    assert text[via.start : via.end] == "<<"
    span, via = whole(text).locate(("c", "b"))
    assert (text[span.start : span.end], via) == ("1", Span(16, 18))


def test_what_is_written_wins_over_what_is_merged_and_the_first_of_a_list_over_the_second() -> None:
    assert whole("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  a: 0\n  <<: [*x, *y]\n").data == {
        "x": {"a": 1, "b": 1},
        "y": {"b": 2, "c": 2},
        "z": {"a": 0, "b": 1, "c": 2},
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-7", -7),
        ("0", 0),
        ("8.10", 8.1),
        ("true", True),
        ("false", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("10.0.0.0/16", "10.0.0.0/16"),
        ("'on'", "on"),
        ('"22:30"', "22:30"),
        ("! 1", "1"),
        ("8000-8100", "8000-8100"),
        ("8.0.39", "8.0.39"),
        ("a:b", "a:b"),
        ("sg-0a1b", "sg-0a1b"),
        ("ap-northeast-2", "ap-northeast-2"),
        ("::1", "::1"),
        ("2001:db8::/32", "2001:db8::/32"),
        ("😀", "😀"),
    ],
)
def test_a_scalar_means_one_thing(text: str, value: object) -> None:
    assert whole(f"a: {text}\n").data == {"a": value}


def test_a_number_remembers_how_it_was_written() -> None:
    data = whole("a: 8.10\n").data
    assert isinstance(data, dict)
    assert str(data["a"]) == "8.10"
    assert json.dumps(data) == '{"a": 8.1}'


@pytest.mark.parametrize(
    ("text", "reading", "instead"),
    [
        ("22:30", "1350", "22-30"),
        ("-1:30", "-90", '"-1:30"'),
        ("1:30:15", "5415", '"1:30:15"'),
        ("010", "8", "write 10 "),
        ("08", "8", "write 8 "),
        ("-010", "-8", "write -10 "),
        ("0o10", "8", "write 8,"),
        ("0x1F", "31", "write 31,"),
        ("0b11", "3", "write 3,"),
        ("1_000", "1000", "write 1000,"),
        ("on", "true", "write true,"),
        ("Yes", "true", "write true,"),
        ("NO", "false", "write false,"),
        ("off", "false", "write false,"),
        ("True", "true", "write true,"),
        ("Null", "null", "write null,"),
        ("2012-10-17", "date", '"2012-10-17"'),
        ("2012-10-17T10:20:30Z", "date", "in quotes"),
        ("1e3", "number", '"1e3"'),
        ("1e999", "number", '"1e999"'),
        (".inf", "number", '".inf"'),
        (".NaN", "number", '".NaN"'),
        ("+1", "number", "write 1,"),
        (".5", "number", "write 0.5,"),
        ("1.", "number", "write 1,"),
        ("9" * 5000, "5,000", "quotes"),
        ("0" + "7" * 5000, "5,001", "quotes"),
        ("1" * 5000 + ":30", "5,003", "quotes"),
    ],
)
def test_a_scalar_that_readers_disagree_about_is_reported_with_what_to_write(
    text: str, reading: str, instead: str
) -> None:
    found, (finding,), _ = read(f"tags: {{a: {text}}}\n".encode(), "spec.yaml")
    assert found is not None
    assert finding.problem.code == "YML003"
    assert finding.at == Span(10, 10 + len(text))
    assert reading in finding.message
    assert instead in finding.help


_NO_SPACE = "the non-breaking space U+00A0 is no space to YAML"


@pytest.mark.parametrize(
    ("text", "characters", "message", "help_"),
    [
        ("a: True", "True", "`True` is true to a YAML reader, and infraspec takes only `true`", "write true, or "),
        ("on: a", "on", "`on` is true to a YAML 1.1 reader and text to a YAML 1.2 reader", 'put "on" in quotes'),
        ("a: {b: ::/0}", "::/0", "an IPv6 address stands between brackets without quotes", 'put "::/0" in quotes'),
        ("a: {::/0: b}", "::/0", "an IPv6 address stands between brackets without quotes", 'put "::/0" in quotes'),
        ("*.a.com: {}", "*.a.com", "a plain key or value cannot start with `*`", 'put "*.a.com" in quotes'),
        ("a: {*.a.com: b}", "*.a.com", "a plain key or value cannot start with `*`", 'put "*.a.com" in quotes'),
        ("a: *", "*", "a plain key or value cannot start with `*`", 'put "*" in quotes'),
        ("a: [*]", "*", "a plain key or value cannot start with `*`", 'put "*" in quotes'),
        ("a:\n  -{b: 80}\n  -{b: 81}", "-", "a space is missing behind `-`", "write `- {`"),
        ("a:\n  -{b: 80, c: 1}", "-", "a space is missing behind `-`", "write `- {`"),
        ("a:\n  - b\n  -c", "-", "a space is missing behind `-`", "write `- ` before each item"),
        ("a:\n\u00a0\u00a0b: c", "\u00a0", _NO_SPACE, "replace it by a space"),
        ("a:\n b: c\n\u00a0d: e", "\u00a0", _NO_SPACE, "replace it by a space"),
        ("x: 1\na:\u00a0b", "\u00a0", _NO_SPACE, "replace it by a space"),
    ],
)
def test_a_slip_of_the_keyboard_is_named_with_what_to_write(
    text: str, characters: str, message: str, help_: str
) -> None:
    _, (finding,), _ = read(f"{text}\n".encode(), "spec.yaml")
    assert isinstance(finding.at, Span)
    assert text[finding.at.start : finding.at.end] == characters
    assert finding.message == message
    assert finding.help.startswith(help_)


def test_of_two_equal_keys_the_second_is_what_readers_keep() -> None:
    _, (finding,), _ = read(b"a: 1\na: 2\n", "spec.yaml")
    assert finding.label == "and again here: a YAML reader would keep only this one"
    assert [one.label for one in finding.related] == ["first here"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_text_is_reported_at_the_characters_to_change(name: str) -> None:
    broken = BROKEN[name]
    _, findings, files = read(broken.raw, "spec.yaml")
    text = files.all[0].text
    assert [(one.problem.code, text[one.at.start : one.at.end], one.message) for one in findings] == [
        (broken.code, broken.characters, broken.message)
    ]


def test_without_libyaml_the_same_is_found_at_the_same_characters() -> None:
    """In a process of its own, since the parser is chosen when the module is imported."""
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml, so all the tests run without it")
    program = (
        "import yaml, sys\n"
        "del yaml.CSafeLoader\n"
        f"sys.path.insert(0, {str(__file__.rpartition('/')[0])!r})\n"
        "from broken_texts import BROKEN, described\n"
        "import json\n"
        "print(json.dumps({name: described(broken.raw) for name, broken in BROKEN.items()}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {name: described(broken.raw) for name, broken in BROKEN.items()}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_or_refused_in_little_time_and_space(name: str) -> None:
    raw = HOSTILE[name]()
    tracemalloc.start()
    start = time.process_time()
    found, findings, _ = read(raw, "spec.yaml")
    seconds, (_, peak) = time.process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is not None or findings
    assert len(findings) <= MAX_FINDINGS
    assert seconds < 20, "even with every allocation traced"
    assert peak < 400 * 1024 * 1024


def test_aliases_that_multiply_are_counted_as_if_they_were_written_out() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    _, (finding,), files = read("\n".join(lines).encode(), "spec.yaml")
    text = files.all[0].text
    assert finding.problem.code == "YML005"
    assert f"{MAX_VALUES:,}" in finding.message
    assert text[finding.at.start : finding.at.end].startswith("*a")


@pytest.mark.parametrize(("deep", "found"), [(MAX_DEPTH - 1, []), (MAX_DEPTH, ["YML005"])])
def test_nesting_has_a_bound(deep: int, found: list[str]) -> None:
    _, findings, _ = read(f"a: {'[' * deep}{']' * deep}\n".encode(), "spec.yaml")
    assert [one.problem.code for one in findings] == found


def test_a_large_broken_text_is_read_once() -> None:
    text = "".join(f"key{i}: value\n" for i in range(document.MOST_READ_TWICE // 10)) + "]\n"
    start = time.process_time()
    _, (finding,), _ = read(text.encode(), "spec.yaml")
    assert time.process_time() - start < 5
    assert text[finding.at.start : finding.at.end] == "]"
