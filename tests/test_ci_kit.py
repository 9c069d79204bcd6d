"""What users put into CI: valid by the schemas of whoever reads it, and run as it would be run there."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT
from test_cli import BAD, ENVIRONMENT, GOOD, infraspec

from infraspec.cli import files, starter
from infraspec.cli.arguments import parse_arguments
from infraspec.cli.judging import LEVELS
from tools import imported, missing, run

KIT = ROOT / "docs" / "ci"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
SPECS = ("infraspec.yaml", "infraspec.yml", "web.infraspec.yaml", "web.infraspec.yml")
WARNED = GOOD.replace("10.0.0.0/16", "8.8.0.0/16")
"""A spec with a warning, of addresses that are not private, and no error."""


def program(module: str) -> list[str]:
    """The command that runs a tool of the extra `judges`, which is a module too."""
    imported(module)
    return [sys.executable, "-m", module]


def loaded(path: Path) -> Any:
    return imported("yaml").safe_load(path.read_text(encoding="utf-8"))


ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"


@pytest.mark.parametrize(
    ("schema", "path"),
    [("github-actions", ACTION), ("github-workflows", KIT / "github.yml"), ("gitlab-ci", KIT / "gitlab.yml")],
    ids=["action", "workflow", "gitlab"],
)
def test_a_forge_takes_it(schema: str, path: Path, tmp_path: Path) -> None:
    check = [*program("check_jsonschema"), "--builtin-schema", f"vendor.{schema}"]
    run(*check, path)
    broken = tmp_path / path.name
    broken.write_text(path.read_text(encoding="utf-8").replace("\n  script:", "\n  scripts:").replace("runs", "run"))
    assert subprocess.run([*check, broken], capture_output=True, check=False).returncode == 1


def test_pre_commit_takes_it(tmp_path: Path) -> None:
    pre_commit = program("pre_commit")
    run(*pre_commit, "validate-manifest", HOOKS)
    run(*pre_commit, "validate-config", KIT / "pre-commit.yaml")
    (tmp_path / "hooks.yaml").write_text(HOOKS.read_text(encoding="utf-8").replace("entry:", "enter:"))
    refused = [*pre_commit, "validate-manifest", str(tmp_path / "hooks.yaml")]
    assert subprocess.run(refused, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("path", sorted(KIT.iterdir()), ids=lambda path: path.name)
def test_a_file_is_what_its_page_shows_and_names_this_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert f"```yaml\n{text}```" in (KIT.parent / "ci.md").read_text(encoding="utf-8")
    named = re.findall(r"infraspec@v([\w.]+)|infraspec==([\w.]+)|rev: v([\w.]+)", text)
    assert {version for found in named for version in found if version} == {VERSION}


def hooks() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in loaded(HOOKS)}


def test_the_hook_is_for_the_files_that_lint_looks_for() -> None:
    takes = re.compile(hooks()["infraspec"]["files"])
    others = (
        "my-infraspec.yaml",
        "infraspec.yaml.bak",
        "infraspec-yaml",
        "infraspec.json",
        "web.yaml",
        "infraspec.toml",
    )
    for name in (*SPECS, *others):
        assert bool(takes.search(f"a/{name}")) == bool(takes.search(name)) == files.is_spec_name(name)
    assert all(map(files.is_spec_name, SPECS))


def repository(folder: Path, **files_of_it: str) -> Path:
    """A git repository with some files in its index."""
    git = ("git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.com")
    run(*git, "init", "--quiet")
    for name, text in files_of_it.items():
        (folder / name).write_text(text, encoding="utf-8")
    run(*git, "add", "--all")
    return folder


@pytest.fixture
def on_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program `infraspec`, as an installation has it."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "infraspec").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m infraspec "$@"\n', encoding="utf-8")
    (folder / "infraspec").chmod(0o755)
    return folder


def committed(folder: Path, on_path: Path, config: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does in a repository: the hooks as they stand, but for the environment that it would build."""
    own = json.loads(json.dumps(loaded(HOOKS)).replace('"python"', '"system"'))
    asked = {one["id"]: one for one in imported("yaml").safe_load(config)}
    local = [one | asked[one["id"]] for one in own if one["id"] in asked]
    (folder / "config.json").write_text(json.dumps({"repos": [{"repo": "local", "hooks": local}]}), encoding="utf-8")
    path = f"{on_path}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*program("pre_commit"), "run", "--all-files", "--config", "config.json", "--color", "never"],
        cwd=folder,
        env=ENVIRONMENT | {"PATH": path, "PRE_COMMIT_HOME": str(on_path / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_pre_commit_stops_a_commit_with_an_error_in_a_spec_and_no_other(tmp_path: Path, on_path: Path) -> None:
    repository(tmp_path, **{"infraspec.yaml": GOOD, "web.infraspec.yml": WARNED, "other.yaml": BAD})
    done = committed(tmp_path, on_path, "[{id: infraspec}]")
    assert (done.returncode, done.stdout.count("Passed")) == (0, 1)
    assert committed(tmp_path, on_path, "[{id: infraspec, args: [--fail-on, warning]}]").returncode == 1
    repository(tmp_path, **{"a.infraspec.yaml": BAD})
    done = committed(tmp_path, on_path, "[{id: infraspec}]")
    assert done.returncode == 1
    assert "a.infraspec.yaml:5:10" in done.stdout
    assert "other.yaml" not in done.stdout


def test_pre_commit_stops_a_commit_with_documents_that_are_stale(tmp_path: Path, on_path: Path) -> None:
    repository(tmp_path, **{"infraspec.yaml": GOOD})
    config = json.dumps([one for one in loaded(KIT / "pre-commit.yaml")["repos"][0]["hooks"] if "args" in one])
    assert infraspec("render", "all", "infraspec.yaml", "-o", "build", cwd=tmp_path).returncode == 0
    assert committed(tmp_path, on_path, config).returncode == 0
    (tmp_path / "build" / "main.tf.json").write_text("{}\n", encoding="utf-8")
    done = committed(tmp_path, on_path, config)
    assert done.returncode == 1
    assert "What stands there is not what the spec says" in done.stdout


def test_the_action_takes_every_level_and_says_what_its_page_says() -> None:
    inputs = loaded(ACTION)["inputs"]
    page = (KIT.parent / "ci.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == list(inputs)
    for name, one in inputs.items():
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \| (.*?) ?\|$", page, re.MULTILINE)
        assert one["default"] in ("", row[1].strip("`"))
    assert all(level in inputs["fail-on"]["description"] for level in LEVELS)


def test_no_text_of_a_user_becomes_a_part_of_a_script() -> None:
    steps = loaded(ACTION)["runs"]["steps"]
    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []
    assert all(step["shell"] == "bash" for step in steps if "run" in step)


def linted(folder: Path, on_path: Path, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """Exit code, standard output and outputs of the step of the action that lints."""
    bash = shutil.which("bash") or missing("bash is not on PATH")
    (step,) = (one for one in loaded(ACTION)["runs"]["steps"] if one.get("id") == "lint")
    outputs = on_path / "outputs"
    outputs.write_text("", encoding="utf-8")
    given = {"PROGRAMS": str(on_path), "PATHS": "", "ARGS": "", "FAIL_ON": "warning", "SARIF": ""} | inputs
    assert set(given) == set(step["env"])
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=ENVIRONMENT | {"GITHUB_OUTPUT": str(outputs)} | given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, dict(line.split("=", 1) for line in outputs.read_text().splitlines())


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "infraspec.yaml").write_text(WARNED, encoding="utf-8")
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_the_action_annotates_and_fails(specs: Path, on_path: Path) -> None:
    code, told, outputs = linted(specs, on_path)
    assert (code, outputs) == (1, {"exit-code": "1"})
    assert told.startswith("::warning file=a b/infraspec.yaml,line=")
    assert linted(specs, on_path, FAIL_ON="error")[0] == 0
    assert linted(specs, on_path, PATHS="good.yaml\r\n\n")[:2] == (0, "")
    code, told, _ = linted(specs, on_path, PATHS="a b\nbad.yaml\n", ARGS="--statistics\n  -q")
    assert code == 1
    assert [line.split(" ")[0] for line in told.splitlines()] == ["::warning", "::error"]


def test_the_action_writes_sarif_where_it_is_asked_to(specs: Path, on_path: Path) -> None:
    code, _, outputs = linted(specs, on_path, SARIF="found.sarif")
    assert code == 1
    assert outputs == {"exit-code": "1", "sarif": str(specs / "found.sarif")}
    (result,) = json.loads((specs / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["level"] == "warning"
    assert linted(specs, on_path, SARIF=str(on_path / "x"))[2]["sarif"] == str(on_path / "x")


def test_the_action_has_no_sarif_where_nothing_could_be_done(specs: Path, on_path: Path) -> None:
    assert linted(specs, on_path, PATHS="missing.yaml", SARIF="found.sarif")[::2] == (2, {"exit-code": "2"})
    assert linted(specs, on_path, PATHS="-q; touch made", SARIF="found.sarif")[0] == 2
    assert not (specs / "made").exists()


def test_the_workflow_may_do_no_more_than_it_must_and_gives_inputs_that_there_are() -> None:
    workflow = loaded(KIT / "github.yml")
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    checkout, lint = job["steps"]
    assert checkout["with"] == {"persist-credentials": False}
    assert set(lint["with"]) <= set(loaded(ACTION)["inputs"])


def test_init_writes_what_the_page_shows() -> None:
    gitlab, pre_commit = ((KIT / name).read_text(encoding="utf-8") for name in ("gitlab.yml", "pre-commit.yaml"))
    assert gitlab.partition("\n")[2] == starter.rendered("gitlab.yml", version=VERSION)
    assert pre_commit.partition("\n")[2].startswith(starter.rendered("pre-commit.yaml", version=VERSION))
    own = imported("yaml").safe_load(starter.rendered("github.yml", version=VERSION))
    shown = loaded(KIT / "github.yml")
    for one in (own, shown):
        one["jobs"]["lint"]["steps"] = one["jobs"]["lint"]["steps"][:1]
    assert own == shown


def test_the_job_of_gitlab_keeps_what_lint_reports() -> None:
    (job,) = loaded(KIT / "gitlab.yml").values()
    options = parse_arguments(job["script"][-1].split()[1:])
    reports = job["artifacts"]["reports"]
    assert options.report == [("gitlab", reports["codequality"]), ("junit", reports["junit"])]
    assert job["artifacts"]["when"] == "always"
