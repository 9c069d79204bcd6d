"""What a person reads: frames, both sides of a conflict, wide characters, long lines, colour."""

import io
import re
from pathlib import Path

import pytest
from examples import GOLDEN

from infraspec.cli.talk import wants_colour
from infraspec.compiler import check
from infraspec.diagnostic import Diagnostic, Level, Mark, Problem, Span
from infraspec.report.source import Source, Sources
from infraspec.report.summary import summary
from infraspec.report.terminal import full
from infraspec.report.width import printable, width
from infraspec.triage.outcome import Outcome

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

REPORTED = {
    "both-sides": HEAD
    + """vpcs:
  main:
    cidr: 10.20.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
          app-b: {zone: b, cidr: 10.20.10.128/25}
""",
    "distant-lines": HEAD
    + """vpcs:
  main:
    cidr: 10.20.0.0/16
    route_tables:
      private: {}
    tiers:
      app:
        # The tables stand above.

        route_table: privat
        subnets: {app-a: {zone: a, cidr: 10.20.10.0/24}}
""",
    "misspelt-key": HEAD + "vpcs:\n  main: {cdir: 10.20.0.0/16}\n",
    "wide-characters": HEAD + "vpcs:\n  서울-망: {tags: {이름: 앱, e\u0301: 😀 x}, cdir: 10.20.0.0/16}\n",
    "tabs": HEAD + 'tags:\t{a: "x\ty",\tb: on}\n',
    "control-characters": HEAD + 'tags: {"\\e[31mred": "\\u202e", b: on}\n',
    "long-line": HEAD
    + "tags: {"
    + "".join(f"key{i}: value{i}, " for i in range(40))
    + "last: on, "
    + "x" * 300
    + ": 1}\n",
    "both-ends-of-a-long-line": HEAD + "tags: {a: 1, " + "".join(f"key{i}: value, " for i in range(40)) + "a: 2}\n",
    "two-marks-on-a-line": HEAD + "tags: {Owner: net, Team: web, Owner: app}\n",
    "end-of-file": HEAD + "vpcs: {main: {cidr: 10.20.0.0/16}\n",
    "empty-file": "",
    "used-elsewhere": HEAD
    + "vpcs:\n  one: &vpc\n    cidr: 10.20.0.0/16\n    tenancy: shared\n  two:\n    <<: *vpc\n    cidr: 10.21.0.0/16\n",
    "many-lines": HEAD + "\n" * 120 + "tags:\n  note: |\n    first\n    second\n  note: again\n",
    "line-ends": (HEAD + "tags: {a: on}\n").replace("\n", "\r\n"),
    "lone-carriage-returns": (HEAD + "tags: {a: on}\n").replace("\n", "\r"),
    "control-character-in-the-text": HEAD + "tags: {a: b\x1b[31m}\n",
}


@pytest.mark.parametrize("name", REPORTED)
def test_a_report_is_its_golden(name: str, request: pytest.FixtureRequest) -> None:
    checked = check(REPORTED[name].encode(), "infraspec.yaml")
    outcome = Outcome(file=checked.file, texts=checked.files.texts(), diagnostics=checked.diagnostics)
    text = full(checked.diagnostics, Sources(checked.files.texts())) + summary([outcome]) + "\n"
    golden = GOLDEN / "report" / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode() == text


@pytest.mark.parametrize("name", REPORTED)
def test_colour_changes_nothing_but_colour(name: str) -> None:
    checked = check(REPORTED[name].encode(), "infraspec.yaml")
    sources = Sources(checked.files.texts())
    painted = full(checked.diagnostics, sources, colour=True)
    assert re.sub("\033\\[[0-9;]+m", "", painted) == full(checked.diagnostics, sources)
    assert painted.count("\033[") == 2 * painted.count("\033[0m")


@pytest.mark.parametrize("name", REPORTED)
def test_a_report_moves_no_cursor(name: str) -> None:
    checked = check(REPORTED[name].encode(), "info\rspec\033.yaml")
    text = full(checked.diagnostics, Sources(checked.files.texts()))
    assert [one for one in text if not one.isprintable() and one not in "\n\u0301"] == []


def test_no_golden_outlives_its_report() -> None:
    assert sorted(path.stem for path in (GOLDEN / "report").glob("*.txt")) == sorted(REPORTED)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("서울", 4),
        ("😀", 2),
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab", 2),  # 한, letter by letter
        ("\u3000", 2),
        ("\t", 4),
        ("\x1b", 4),
        ("\u200b", 6),
        ("\u200d", 0),
        ("é", 1),
        ("", 0),
    ],
)
def test_a_character_takes_its_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("\x00", "\\x00"),
        ("\u202e", "\\u202e"),
        ("\udc80", "\\udc80"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_every_editor(end: str) -> None:
    source = Source(end.join(["one", "two", "", "four"]))
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["one", "two", "", "four"]
    assert source.position(len("one" + end)) == (2, 1)


def test_a_mark_behind_the_last_character_is_shown() -> None:
    problem = Problem(code="X1", name="x", level=Level.NOTE, title="", explanation="", bad="", good="")
    mark = Mark(file="f", span=Span(4, 4), label="here")
    one = Diagnostic(problem=problem, level=Level.NOTE, message="m", primary=mark)
    assert full([one], Sources({"f": "abc\n"})) == "note[X1]: m\n  --> f:2:1\n   |\n 2 |\n   | ^ here\n\n"


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("서울-", 5),
        ("\u1112\u1161\u11ab", 2),
        ("😀 ", 3),
        ("e\u0301a\u0308", 2),
        ("\t\t", 8),
        ("a\t한", 7),
        ("\x1b", 4),
    ],
)
def test_an_underline_stands_below_what_it_marks(before: str, columns: int) -> None:
    problem = Problem(code="X1", name="x", level=Level.NOTE, title="", explanation="", bad="", good="")
    mark = Mark(file="f", span=Span(len(before), len(before) + 3), label="there")
    one = Diagnostic(problem=problem, level=Level.NOTE, message="m", primary=mark)
    rows = full([one], Sources({"f": f"{before}서x울 # more"})).splitlines()
    assert rows[4] == f"   | {' ' * columns}^^^^^ there"


class Terminal(io.StringIO):
    """A stream that a person reads."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "variables", "stream", "wanted"),
    [
        ("auto", {}, Terminal(), True),
        ("auto", {}, io.StringIO(), False),
        ("always", {"NO_COLOR": "1"}, io.StringIO(), True),
        ("never", {"FORCE_COLOR": "1"}, Terminal(), False),
        ("auto", {"NO_COLOR": "1"}, Terminal(), False),
        ("auto", {"NO_COLOR": ""}, Terminal(), True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal(), False),
        ("auto", {"FORCE_COLOR": "1"}, io.StringIO(), True),
        ("auto", {"FORCE_COLOR": "0"}, io.StringIO(), False),
        ("auto", {"CLICOLOR_FORCE": "1"}, io.StringIO(), True),
        ("auto", {"CLICOLOR_FORCE": "0"}, io.StringIO(), False),
        ("auto", {"TERM": "dumb"}, Terminal(), False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, Terminal(), True),
    ],
)
def test_colour_is_there_for_whoever_asked_for_it(
    choice: str, variables: dict[str, str], stream: io.StringIO, wanted: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, stream) is wanted


def test_goldens_end_each_line_by_one_character() -> None:
    texts = [path.read_bytes() for path in Path(GOLDEN / "report").glob("*.txt")]
    assert [text for text in texts if b"\r" in text or not text.endswith(b"\n")] == []
