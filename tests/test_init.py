"""A first spec: it passes `lint` wherever it is for, and nothing of anybody's is written over."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT
from test_cli import ENVIRONMENT, infraspec
from test_schema import refused

from infraspec.catalogue import PROBLEMS
from infraspec.cli import starter
from infraspec.cli.arguments import parse_arguments
from infraspec.cli.failure import Failure
from infraspec.cli.starter import SCHEMA, TEMPLATES, Wanted
from infraspec.compiler import check
from infraspec.data.regions import ZONES
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.triage.codes import Codes
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import weigh
from tools import imported

BLOCKS = ("10.20.0.0/16", "10.0.0.0/20", "172.16.0.0/16", "172.31.252.0/22", "192.168.0.0/16", "100.64.0.0/19")
CODES = Codes(PROBLEMS)
each_template = pytest.mark.parametrize("template", TEMPLATES)


def counted(text: str) -> list[str]:
    """What counts in a spec, its comments heard: also those that silence nothing, or give no reason."""
    checked = check(text.encode(), "infraspec.yaml")
    outcome = weigh(checked, Settings(require_reason=True), lambda: CODES, advice=True)
    return [f"{one.problem.code} {one.message}" for one in outcome.diagnostics]


@each_template
@pytest.mark.parametrize("region", ZONES)
def test_lint_finds_nothing_in_any_region(template: str, region: str) -> None:
    assert counted(starter.spec(Wanted(template, "demo", region, "10.20.0.0/16"))) == []


@each_template
@pytest.mark.parametrize("cidr", BLOCKS)
def test_any_block_that_is_large_enough_is_divided(template: str, cidr: str) -> None:
    text = starter.spec(Wanted(template, "demo", "eu-west-1", cidr))
    assert counted(text) == []
    checked = check(text.encode(), "infraspec.yaml")
    assert checked.graph is not None
    (vpc,) = checked.graph.of(Vpc)
    assert str(vpc.cidr) == cidr
    assert all(subnet.cidr.subnet_of(vpc.cidr) for subnet in checked.graph.of(Subnet))


@each_template
@pytest.mark.parametrize("network", ["10.0.0.0", "172.16.0.0"])
def test_the_smallest_block_of_a_starter_is_one_that_it_fits_into(template: str, network: str) -> None:
    smallest = f"{network}/{TEMPLATES[template]}"
    assert starter.spec(Wanted(template, "demo", "us-east-1", starter.cidr(smallest, template)))
    with pytest.raises(Failure, match=f"is too small for `{template}`; write .* such as {smallest}"):
        starter.cidr(f"{network}/{TEMPLATES[template] + 1}", template)


@each_template
@pytest.mark.parametrize("name", ["a", "My-Web", "x" * 128, "x" * 19 + "-y", "a--B"])
def test_any_name_of_a_stack_will_do(template: str, name: str) -> None:
    assert starter.spec(Wanted(template, starter.name(name), "ap-northeast-2", "10.0.0.0/16"))


@each_template
def test_an_editor_is_told_of_the_schema_and_has_nothing_against_it(template: str) -> None:
    text = starter.spec(Wanted(template, "demo", "ap-northeast-2", "10.0.0.0/16"))
    assert text.splitlines()[:2] == [f"# yaml-language-server: $schema={SCHEMA}", f"# $schema: {SCHEMA}"]
    assert refused(text) == []
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_the_schema_is_called_what_it_calls_itself() -> None:
    assert f'"$id": "{SCHEMA}"' in (ROOT / "specs" / "schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--cidr", "10.0.0.0"), "`10.0.0.0` is not a block; write 10.0.0.0/16"),
        (("--cidr", "10.0.5.0/16"), "`10.0.5.0/16` has bits set behind its prefix; write 10.0.0.0/16"),
        (("--cidr", "10.0.0.0/8"), "10.0.0.0/8 is larger than a VPC can be; write a /16, such as 10.0.0.0/16"),
        (
            ("--cidr", "10.0.3.128/25", "--template", "tutorial"),
            "10.0.3.128/25 is too small for `tutorial`; write a /22 or larger, such as 10.0.0.0/22",
        ),
        (("--cidr", "fd00::/56"), "`fd00::/56` is an IPv6 block; write an IPv4 block such as 10.20.0.0/16"),
        (("--cidr", "169.254.0.0/16"), "VPC `main` cannot have 169.254.0.0/16; write a private block"),
        (("--region", "us-est-1"), "no region is called `us-est-1`; did you mean `us-"),
        (("--region", "?"), "no region is called `?`; write one such as ap-northeast-2"),
        (("--name", "1st"), "`1st` cannot be the name: write a letter, and then letters, digits and hyphens"),
        (("--template", "tutoral"), "there is no value of --template `tutoral`; did you mean `tutorial`?"),
        (("--ci", "github", "taken"), "taken is a file; name a folder"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_cannot_be_is_refused_with_what_to_write(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    done = infraspec("init", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"infraspec: {said}")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_the_names_of_files_are_printed_and_lint_takes_them(tmp_path: Path) -> None:
    done = infraspec("init", "net", "--template", "three-tier", "--ci", "gitlab", "--pre-commit", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    written = done.stdout.decode().split()
    assert written == ["net/infraspec.yaml", "net/.gitlab-ci.yml", "net/.pre-commit-config.yaml"]
    assert all((tmp_path / name).is_file() for name in written)
    assert "name: net\n" in (tmp_path / written[0]).read_text(encoding="utf-8")
    assert infraspec("lint", "--fail-on", "note", cwd=tmp_path).returncode == 0


def test_what_a_forge_reads_stands_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep").mkdir()
    done = infraspec("init", "net", "--ci", "github", "--yes", cwd=tmp_path / "deep")
    assert done.stdout.decode().split() == ["net/infraspec.yaml", "../.github/workflows/infraspec.yml"]
    assert (tmp_path / ".github" / "workflows" / "infraspec.yml").is_file()


def test_nothing_is_written_over_unless_it_is_forced(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("mine", encoding="utf-8")
    done = infraspec("init", "--ci", "gitlab", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"infraspec: .gitlab-ci.yml exists already; write over with --force\n"
    assert [path.name for path in tmp_path.iterdir()] == [".gitlab-ci.yml"]
    done = infraspec("init", "--ci", "gitlab", "--force", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "infraspec lint" in (tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8")


def test_all_is_written_or_nothing(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("a file where a folder must be", encoding="utf-8")
    done = infraspec("init", "--ci", "github", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert [path.name for path in tmp_path.iterdir()] == [".github"]


def loaded(name: str) -> Any:
    """A file for CI as its reader loads it."""
    text = starter.rendered(name, version="1.2.3")
    assert text.endswith("\n")
    assert "{%" not in text
    return imported("yaml").safe_load(text)


def lints(line: str) -> None:
    """Hold the words behind `infraspec` to be a run of `lint` that infraspec takes, as far as it has the option."""
    words = re.sub(r".*\binfraspec lint\b", "lint", line).split()
    assert words[0] == "lint"
    known = infraspec("lint", "--help", cwd=ROOT).stdout.decode()
    if all(word.partition("=")[0] in known for word in words if word.startswith("--")):
        assert parse_arguments(words).command == "lint"


def test_the_workflow_may_do_no_more_than_it_must() -> None:
    workflow = loaded("github.yml")
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    checkout, run, upload = job["steps"]
    assert checkout["with"] == {"persist-credentials": False}
    assert "infraspec==1.2.3" in run["run"]
    lints(run["run"])
    assert upload["if"] == "${{ !cancelled() && !github.event.pull_request.head.repo.fork }}"
    assert f"sarif={upload['with']['sarif_file']}" in run["run"]


def test_the_job_of_gitlab_keeps_what_lint_reports() -> None:
    (job,) = loaded("gitlab.yml").values()
    install, lint = job["script"]
    assert "infraspec==1.2.3" in install
    lints(lint)
    reports = job["artifacts"]["reports"]
    assert f"gitlab={reports['codequality']}" in lint
    assert f"junit={reports['junit']}" in lint


def test_the_hook_of_pre_commit_is_one_that_the_project_has() -> None:
    (repository,) = loaded("pre-commit.yaml")["repos"]
    hooks = {
        one["id"]: one
        for one in imported("yaml").safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    assert [one["id"] for one in repository["hooks"]] == ["infraspec"]
    assert repository["rev"] == "v1.2.3"
    takes = re.compile(hooks["infraspec"]["files"])
    for path in ("infraspec.yaml", "a/infraspec.yml", "web.infraspec.yaml", "a/web.infraspec.yml"):
        assert takes.search(path)
    for path in ("my-infraspec.yaml", "infraspec.yaml.j2", "infraspec-yaml"):
        assert not takes.search(path)
    lints(hooks["infraspec"]["entry"])
    words = [*hooks["infraspec-render"]["entry"].split()[1:], "infraspec.yaml", "-o", "build"]
    assert parse_arguments(words).check


def asked(arguments: list[str], answers: str, folder: Path) -> tuple[int, str]:
    """The exit code of a run on a terminal, and all that is shown there."""
    end, other = pty.openpty()
    command = [sys.executable, "-m", "infraspec", "init", *arguments]
    with subprocess.Popen(command, stdin=other, stdout=other, stderr=other, cwd=folder, env=ENVIRONMENT) as run:
        os.close(other)
        os.write(end, answers.encode())
        shown = b""
        try:
            while part := os.read(end, 4096):
                shown += part
        except OSError:  # the other end is closed
            pass
        code = run.wait(timeout=60)
    os.close(end)
    return code, shown.decode()


def test_on_a_terminal_it_asks_for_what_no_option_says(tmp_path: Path) -> None:
    code, shown = asked(["--region", "eu-west-1"], "three-tier\nweb\n10.0.0.0/30\n10.9.0.0/16\n\n", tmp_path)
    assert code == 0
    questions = re.findall(r"(\w+) \[([^\]]*)\]: ", shown)
    assert [what for what, _ in questions] == ["template", "name", "cidr", "cidr", "ci"]
    assert "10.0.0.0/30 is too small for `three-tier`" in shown
    text = (tmp_path / "infraspec.yaml").read_text(encoding="utf-8")
    assert "name: web\nregion: eu-west-1\n" in text
    assert "cidr: 10.9.0.0/16\n" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["--yes"],
        ["--template", "minimal", "--name", "a", "--region", "eu-west-1", "--cidr", "10.0.0.0/16", "--ci", "github"],
    ],
)
def test_it_asks_nothing_that_is_said(arguments: list[str], tmp_path: Path) -> None:
    code, shown = asked(arguments, "", tmp_path)
    assert code == 0
    assert "[" not in shown


def test_an_interrupted_question_writes_nothing(tmp_path: Path) -> None:
    code, shown = asked([], "\x04", tmp_path)
    assert code == 2
    assert "nothing is written" in shown
    assert list(tmp_path.iterdir()) == []
