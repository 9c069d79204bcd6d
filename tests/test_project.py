"""The project as a whole: its files, what is shipped, and what its pages say of it."""

import ast
import re
import runpy
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from examples import ROOT, SPECS, reported, text_of

from infraspec.catalogue import PROBLEMS
from infraspec.cli.arguments import COMMANDS
from infraspec.cli.commands.render import BACKENDS
from infraspec.cloudformation.emit import emit as emit_cloudformation
from infraspec.compiler import check
from infraspec.json_text import json_text
from infraspec.report.source import Sources
from infraspec.report.terminal import full
from infraspec.terraform.emit import emit as emit_terraform
from tools import REQUIRED

GENERATED = ROOT / "infraspec" / "spec" / "ready"
MODULES = sorted(path for path in (ROOT / "infraspec").rglob("*.py") if GENERATED not in path.parents)
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "docs" / "rules" / "README.md"))
"""Pages for readers; those of the problems show mistakes, and tests/test_problems.py is about them."""
LINES = 250
STATEMENTS = 30
"""Lines of a function without its docstring; one that is a single expression may be as long as what it lists."""

TABLES = {"kinds.py", "problems.py"}
"""Modules that are a table of everything, and grow with it."""

PLACES = re.compile(r"(?<![\w.~:])/(?:root|home|work|mnt|opt/tf-plugins)/\w")
"""Places of one machine alone."""

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def test_modules_are_small() -> None:
    sizes = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: size for name, size in sizes.items() if size > LINES and Path(name).name not in TABLES} == {}


def test_functions_are_small() -> None:
    found = {}
    for path in (path for path in MODULES if path.name not in TABLES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                if lines > STATEMENTS and len(body) > 1:
                    found[f"{path.relative_to(ROOT)}: {node.name}"] = lines
    assert found == {}


def test_packages_hold_nothing_of_their_own() -> None:
    assert [str(path) for path in MODULES if path.name == "__init__.py" and path.read_text(encoding="utf-8")] == []


def test_no_file_names_a_place_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git repository")
    found = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [f"{name}: {match[0]}" for match in PLACES.finditer(text)]
    assert found == []


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_is_written_tidily(name: str) -> None:
    text = text_of(name)
    assert text.startswith("#"), "its first line says what it shows"
    assert text.endswith("\n")
    assert "\t" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def fenced(page: Path, language: str) -> list[str]:
    """The blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(page: Path, program: str) -> list[list[str]]:
    """What a page tells its reader to type after the name of a program."""
    found = re.findall(rf"(?:^|`|\$ ){re.escape(program)} ([^`\n]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [shlex.split(line, comments=True) for line in found]


@each_page
def test_the_commands_of_a_page_exist(page: Path) -> None:
    offered = runpy.run_path(str(ROOT / "dev.py"))["COMMANDS"]
    for words in commands(page, "python3 dev.py"):
        assert words[0] in offered
    for words in commands(page, "infraspec"):
        if not words[0].startswith("-") and not words[0].isupper():  # `infraspec COMMAND --help`
            assert words[0] in COMMANDS
            assert words[0] != "render" or words[1] in {*BACKENDS, "--help"} or words[1].isupper()


@each_page
def test_the_whole_specs_of_a_page_are_sound(page: Path) -> None:
    for text in fenced(page, "yaml"):
        if text.startswith("version:") and "vpcs:" in text:
            assert reported(check(text.encode(), page.name)) == []


def test_the_wheel_holds_the_package_and_its_templates(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        (pytest.fail if REQUIRED else pytest.skip)(f"no wheel can be built: {done.stderr[-500:]}")
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {str(path.relative_to(ROOT)) for path in MODULES}
    templates = {f"infraspec/{path.relative_to(ROOT)}" for path in (ROOT / "templates").rglob("*.j2")}
    assert templates
    schemas = {"infraspec/specs/schema.json", "infraspec/specs/config.schema.json"}
    beside = {"infraspec/py.typed", *schemas, "infraspec/report/rules.json"}
    assert (modules | templates | beside) - names == set()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"infraspec"}


def test_the_readme_shows_what_the_tool_prints() -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    spec = next(text for language, text in blocks if language == "yaml")
    checked = check(spec.encode(), "web.yaml")
    assert checked.graph is not None
    written = json_text(emit_cloudformation(checked.graph)) + json_text(emit_terraform(checked.graph))
    assert [text for language, text in blocks if language == "json" and text not in written] == []
    mistaken = spec.replace("10.20.20.0/24", "10.20.10.128/25")
    told = check(mistaken.encode(), "web.yaml")
    (shown,) = (text for language, text in blocks if language == "text")
    assert shown.strip() == full(told.diagnostics, Sources(told.files.texts())).strip()


@pytest.mark.parametrize("tool", ["reference.py", "spec_schema.py", "config_schema.py", "coverage.py"])
def test_what_is_generated_is_what_the_models_and_problems_say(tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    made = runpy.run_path(str(ROOT / "tools" / tool))["FILES"]
    assert [name for name, text in made.items() if (ROOT / name).read_text(encoding="utf-8") != text] == []


def test_each_problem_and_nothing_else_has_a_page() -> None:
    pages = {path.name for path in (ROOT / "docs" / "rules").iterdir()}
    assert pages == {"README.md", *(f"{problem.code}.md" for problem in PROBLEMS)}
