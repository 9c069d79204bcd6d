"""What infraspec tells of itself: `explain`, `rules` and `schema`."""

import json
import re
from pathlib import Path

import pytest
from examples import ROOT
from test_cli import infraspec
from test_startup import imported

from infraspec.catalogue import PROBLEMS
from infraspec.diagnostic import Level
from infraspec.report.pages import FAMILIES, as_data, family, page, text
from infraspec.report.rule_table import rows

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
FACT = next(one for one in PROBLEMS if one.code == "SPC001")
ADVICE = next(one for one in PROBLEMS if one.level is not Level.ERROR and one.bad)


def out(*arguments: str, cwd: Path = ROOT) -> str:
    """What a run that succeeds prints."""
    done = infraspec(*arguments, cwd=cwd)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_the_table_of_rules_is_the_problems() -> None:
    table = [(one.code, one.name, one.level, one.kind, one.title) for one in rows()]
    kinds = {True: "fact", False: "advice"}
    made = [(p.code, p.name, str(p.level), kinds[p.level is Level.ERROR], p.title) for p in PROBLEMS]
    assert table == made


@pytest.mark.parametrize("word", ["SPC001", "spc001", "unknown-field", "Unknown-Field"])
def test_a_problem_is_explained_by_its_code_or_name(word: str) -> None:
    (fixable,) = (one.fixable for one in rows() if one.code == FACT.code)
    assert out("explain", word) == text(page(FACT, fixable))


def test_an_explanation_says_all_there_is_to_say() -> None:
    said = out("explain", ADVICE.code)
    assert said.startswith(f"{ADVICE.code} {ADVICE.name}\n{ADVICE.title}\n")
    assert ADVICE.explanation.split()[:5] == said.split("\n\n")[2].split()[:5]
    for part in (ADVICE.source, f"{ADVICE.level}[{ADVICE.code}]: ", f"# infraspec: ignore[{ADVICE.code}] the reason"):
        assert part in said
    for example in (ADVICE.bad, ADVICE.good):
        assert "".join(f"    {line}\n" for line in example.splitlines()) in said
    assert f'    [lint]\n    ignore = ["{ADVICE.code}"]\n' in said


def test_a_fact_is_not_said_to_be_silenced() -> None:
    said = out("explain", FACT.code)
    assert "a fact, which cannot be silenced" in said
    assert "ignore" not in said


def test_several_are_explained_once_each_in_the_order_of_asking() -> None:
    told = json.loads(out("explain", ADVICE.code, "spc001", ADVICE.name, "--format", "json"))
    assert told["format_version"] == "1.0"
    assert [one["code"] for one in told["rules"]] == [ADVICE.code, "SPC001"]
    assert told["rules"][1]["found"].startswith("error[SPC001]: ")
    assert (told["rules"][0]["kind"], told["rules"][1]["kind"]) == ("advice", "fact")


def test_markdown_is_the_page_of_the_manual() -> None:
    pages = [(ROOT / "docs" / "rules" / f"{code}.md").read_text(encoding="utf-8") for code in ("NET101", "SPC001")]
    assert out("explain", "net101", "spc001", "--format", "markdown") == "\n".join(pages)


def test_colour_adds_nothing_to_what_is_said() -> None:
    plain, painted = out("explain", "NET101"), out("explain", "NET101", "--color", "always")
    assert painted != plain
    assert COLOUR.sub("", painted) == plain
    assert "\x1b" not in out("explain", "NET101", "--color", "always", "--format", "json")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("explain", "SPC0001"), "no problem is called `SPC0001`; did you mean `SPC001`?"),
        (("explain", "SPC001", "unknown-feild"), "no problem is called `unknown-feild`; did you mean `unknown-field`?"),
        (("explain", "???"), "no problem is called `???`; `infraspec rules` lists all"),
        (("rules", "NET", "zzz"), "no code starts with `zzz`: it is one of "),
        (("rules", "--level", "eror"), "there is no value of --level `eror`; did you mean `error`?"),
        (("schema", "spek"), "there is no schema `spek`; did you mean `spec`?"),
        (("explain",), "CODE missing"),
    ],
)
def test_what_is_not_there_is_2_with_the_nearest(arguments: tuple[str, ...], said: str) -> None:
    done = infraspec(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"infraspec: {said}")


def test_rules_are_a_table_with_a_line_each() -> None:
    head, *lines = out("rules").splitlines()
    assert head.split() == ["CODE", "NAME", "LEVEL", "FIXABLE", "TITLE"]
    assert [line.split()[:4] for line in lines] == [list(one[:4]) for one in rows()]
    starts = {head.index(word) for word in head.split()}
    assert all(line[start - 1] == " " != line[start] for line in lines for start in starts if start)


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        (("net3",), lambda one: one.code.startswith("NET3")),
        (("SEC", "DNS101"), lambda one: one.code.startswith(("SEC", "DNS101"))),
        (("--level", "warning"), lambda one: one.level == "warning"),
        (("NET", "--level", "error"), lambda one: one.code.startswith("NET") and one.level == "error"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_rules_are_chosen_by_code_and_level(arguments: tuple[str, ...], kept: object) -> None:
    assert callable(kept)
    told = json.loads(out("rules", *arguments, "--format", "json"))["rules"]
    assert [one["code"] for one in told] == [one.code for one in rows() if kept(one)] != []
    assert set(told[0]) == {"code", "name", "level", "kind", "fixable", "title"}


def test_rules_and_the_schema_are_told_without_what_is_dear() -> None:
    assert imported("rules") == ["0"]
    assert imported("schema") == ["0"]


def test_the_schema_is_printed_as_it_is_published() -> None:
    assert out("schema") == out("schema", "spec") == (ROOT / "specs" / "schema.json").read_text(encoding="utf-8")


def test_every_code_belongs_to_a_family_of_the_index() -> None:
    assert {family(one.code) for one in PROBLEMS} - set(FAMILIES) == set()


def test_a_page_as_data_has_every_part() -> None:
    told = as_data(page(ADVICE, "choice"))
    assert {key for key, value in told.items() if not value} <= {"source"}
    assert told["fixable"] == "choice"
