"""The command line: exit codes, streams, paths, and files that are whole or not there at all."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examples import ROOT

GOOD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main: {cidr: 10.0.0.0/16}\n"
BAD = GOOD.replace("cidr:", "cdir:")
ENVIRONMENT = {
    key: value
    for key, value in os.environ.items()
    if key not in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "INFRASPEC_DEBUG")
} | {"PYTHONPATH": str(ROOT)}
as_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads and writes everything")


def infraspec(
    *arguments: str | Path, cwd: Path, stdin: bytes | None = None, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """One run; without `stdin`, standard input is empty."""
    return subprocess.run(
        [sys.executable, "-m", "infraspec", *map(str, arguments)],
        cwd=cwd,
        input=stdin or b"",
        env=ENVIRONMENT | variables,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "infraspec.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_a_sound_spec_is_0_and_a_broken_one_1(folder: Path) -> None:
    done = infraspec("validate", "infraspec.yaml", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"Found nothing wrong in 1 spec.\n")
    done = infraspec("validate", "bad.yaml", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith(b"error[SPC001]: VPC `main` has no field `cdir`")
    assert b"  --> bad.yaml:5:10\n" in done.stdout
    assert done.stderr == b"Found 1 error in 1 spec (1 fixable with --fix). Explain one: infraspec explain SPC001\n"


def test_quiet_says_only_what_is_wrong(folder: Path) -> None:
    done = infraspec("validate", "-q", "bad.yaml", "infraspec.yaml", cwd=folder)
    assert done.returncode == 1
    assert b"SPC001" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("validate", "missing.yaml"), "cannot read missing.yaml: No such file or directory"),
        (("validate", ""), "a path is empty"),
        (("validate", "empty"), "no specs found"),
        (("render", "terraform", "empty"), "cannot read empty: Is a directory"),
        (("render", "all", "infraspec.yaml"), "name their folder with -o DIR"),
        (("render", "terraform", "infraspec.yaml", "--check"), "name them with -o"),
        (("render", "terraform", "infraspec.yaml", "-o", ""), "-o names no file"),
        (("render", "terraform", "infraspec.yaml", "--yaml"), "Terraform reads JSON"),
        (("render", "all", "infraspec.yaml", "-o", "bad.yaml"), "bad.yaml is a file; `all` needs a folder"),
        (("render", "terraform", "infraspec.yaml", "-o", "bad.yaml/x"), "cannot write bad.yaml/x: "),
        (("valdate",), "there is no command `valdate`; did you mean `validate`?"),
        (("render", "terrafrm", "x"), "there is no backend `terrafrm`; did you mean `terraform`?"),
        (("render", "all"), "PATH missing"),
        (("validate", "--quite"), "there is no option `--quite`; did you mean `--quiet`?"),
        (("validate", "--color", "alway"), "there is no value of --color `alway`; did you mean `always`?"),
        (("render", "all", "a", "b"), "`b` is one word too many"),
    ],
)
def test_what_cannot_be_done_is_2_and_says_why(arguments: tuple[str, ...], said: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    before = sorted(path.name for path in folder.rglob("*"))
    done = infraspec(*arguments, cwd=folder)
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_without_a_command_there_is_help(folder: Path) -> None:
    done = infraspec(cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: infraspec")


@pytest.mark.parametrize("arguments", [("--help",), ("validate", "--help"), ("render", "-h"), ("--version",)])
def test_help_is_the_product_where_it_is_asked_for(arguments: tuple[str, ...], folder: Path) -> None:
    done = infraspec(*arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_help_imports_nothing_heavy(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "infraspec", "--help"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "infraspec.cli.arguments" in names
    assert {name for name in names if name.partition(".")[0] in ("yaml", "pydantic", "troposphere", "jinja2")} == set()


def test_a_folder_is_searched_for_specs_and_for_nothing_else(folder: Path) -> None:
    for name in (
        "b/infraspec.yml",
        "a/web.infraspec.yaml",
        "a/web.infraspec.yml",
        "a/notes.yaml",
        "a/infraspec.yaml.bak",
        ".hidden/infraspec.yaml",
        "node_modules/x/infraspec.yaml",
        "a/cdk.out/infraspec.yaml",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(BAD, encoding="utf-8")
    (folder / "infraspec.yaml").write_text(BAD, encoding="utf-8")
    (folder / "b" / "loop").symlink_to(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "b" / "pipe.infraspec.yaml")
    done = infraspec("validate", cwd=folder)
    found = [line.split()[1].partition(":")[0] for line in done.stdout.decode().splitlines() if "-->" in line]
    assert found == ["infraspec.yaml", "a/web.infraspec.yaml", "a/web.infraspec.yml", "b/infraspec.yml"]


def test_a_spec_that_is_named_twice_is_read_once(folder: Path) -> None:
    done = infraspec("validate", "bad.yaml", "bad.yaml", ".", cwd=folder)
    assert done.stderr == b"Found 1 error in 2 specs (1 fixable with --fix). Explain one: infraspec explain SPC001\n"


def test_standard_input_has_the_name_that_it_is_given(folder: Path) -> None:
    done = infraspec("validate", "-", cwd=folder, stdin=BAD.encode())
    assert b"--> <stdin>:5:10" in done.stdout
    done = infraspec("validate", "-", "--stdin-filename", "net/infraspec.yaml", cwd=folder, stdin=BAD.encode())
    assert b"--> net/infraspec.yaml:5:10" in done.stdout
    done = infraspec("render", "cloudformation", "-", cwd=folder, stdin=GOOD.encode())
    assert json.loads(done.stdout)["AWSTemplateFormatVersion"] == "2010-09-09"


def test_standard_output_is_the_document_alone_in_the_same_bytes_everywhere(folder: Path) -> None:
    (folder / "infraspec.yaml").write_text(GOOD.replace("main", "서울"), encoding="utf-8")
    plain = infraspec("render", "terraform", "infraspec.yaml", cwd=folder)
    odd = infraspec(
        "render",
        "terraform",
        "infraspec.yaml",
        cwd=folder,
        LANG="C",
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
        TZ="Asia/Seoul",
    )
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert plain.stdout == odd.stdout
    assert b"\r" not in plain.stdout
    assert "서울" in plain.stdout.decode()
    assert plain.stdout.endswith(b"}\n")


def test_diagnostics_are_utf_8_everywhere(folder: Path) -> None:
    (folder / "bad.yaml").write_text(BAD.replace("main", "서울"), encoding="utf-8")
    done = infraspec("validate", "bad.yaml", cwd=folder, LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "VPC `서울` has no field" in done.stdout.decode()


def test_yaml_says_what_json_says(folder: Path) -> None:
    yaml = pytest.importorskip("yaml")
    text = infraspec("render", "cloudformation", "infraspec.yaml", "--yaml", cwd=folder).stdout
    assert yaml.safe_load(text) == json.loads(
        infraspec("render", "cloudformation", "infraspec.yaml", cwd=folder).stdout
    )


def test_a_broken_spec_is_not_rendered(folder: Path) -> None:
    done = infraspec("render", "all", "bad.yaml", "-o", "build", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"SPC001" in done.stderr
    assert not (folder / "build").exists()


def test_both_documents_go_to_a_folder_that_is_made(folder: Path) -> None:
    done = infraspec("render", "all", "infraspec.yaml", "-o", "deep/build", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"deep/build/template.json\ndeep/build/main.tf.json\n"
    assert sorted(path.name for path in (folder / "deep/build").iterdir()) == ["main.tf.json", "template.json"]
    done = infraspec("render", "cloudformation", "infraspec.yaml", "-o", "new/", "--yaml", cwd=folder)
    assert done.stdout == b"new/template.yaml\n"


def test_check_compares_and_writes_nothing(folder: Path) -> None:
    command = ("render", "all", "infraspec.yaml", "-o", "build")
    done = infraspec(*command, "--check", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"build/template.json is not there" in done.stderr
    assert not (folder / "build").exists()
    infraspec(*command, cwd=folder)
    done = infraspec(*command, "--check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (folder / "build" / "main.tf.json").write_text("{}\n", encoding="utf-8")
    done = infraspec(*command, "--check", cwd=folder)
    assert done.returncode == 1
    assert b"-{}\n" in done.stderr
    assert (folder / "build" / "main.tf.json").read_text(encoding="utf-8") == "{}\n"


def test_where_one_file_cannot_be_written_the_others_stay_as_they_were(folder: Path) -> None:
    (folder / "build" / "main.tf.json").mkdir(parents=True)
    (folder / "build" / "template.json").write_text("old", encoding="utf-8")
    done = infraspec("render", "all", "infraspec.yaml", "-o", "build", cwd=folder)
    assert done.returncode == 2
    assert b"cannot write build/main.tf.json: " in done.stderr
    assert (folder / "build" / "template.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in (folder / "build").iterdir()) == ["main.tf.json", "template.json"]


def test_a_file_that_was_not_there_is_not_left_behind(folder: Path) -> None:
    (folder / "build" / "main.tf.json").mkdir(parents=True)
    assert infraspec("render", "all", "infraspec.yaml", "-o", "build", cwd=folder).returncode == 2
    assert [path.name for path in (folder / "build").iterdir()] == ["main.tf.json"]


@as_root
def test_a_folder_that_cannot_be_written_or_read_is_2(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    done = infraspec("render", "all", "infraspec.yaml", "-o", "locked", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    (folder / "locked").chmod(0o000)
    assert infraspec("validate", "locked", cwd=folder).returncode == 2


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(folder: Path) -> None:
    target = folder / "target.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    (folder / "link.json").symlink_to(target)
    assert infraspec("render", "terraform", "infraspec.yaml", "-o", "link.json", cwd=folder).returncode == 0
    assert (folder / "link.json").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert json.loads(target.read_bytes())


def test_a_device_stays_a_device(folder: Path) -> None:
    assert infraspec("render", "terraform", "infraspec.yaml", "-o", os.devnull, cwd=folder).returncode == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_a_spec_without_end_is_not_read_to_its_end(folder: Path) -> None:
    done = infraspec("validate", "/dev/zero", cwd=folder)
    assert done.returncode == 1
    assert b"YML005" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_2(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "infraspec", "render", "terraform", "infraspec.yaml"],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"infraspec: cannot write to standard output: ")


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    (folder / "long.yaml").write_text(GOOD + "tags: {" + ", ".join(f"k{i}: on" for i in range(40)) + "}\n")
    program = f"{sys.executable} -m infraspec validate long.yaml 2>errors | head -n 1"
    done = subprocess.run(["sh", "-c", program], cwd=folder, env=ENVIRONMENT, capture_output=True, check=True)
    assert done.stdout.startswith(b"error[YML003]")
    assert (folder / "errors").read_bytes() in (
        b"",
        b"Found 40 errors in 1 spec (40 fixable with --fix). Explain one: infraspec explain YML003\n",
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_defect(closed: str, folder: Path) -> None:
    program = f"{sys.executable} -m infraspec validate - bad.yaml {closed}"
    done = subprocess.run(
        ["sh", "-c", program], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False, input=b""
    )
    assert done.returncode in (1, 2)
    assert b"defect" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_interrupt_is_130(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "infraspec", "validate", "-"],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_a_defect_is_3_with_an_apology_and_a_traceback_only_for_those_who_ask(folder: Path) -> None:
    """A module of ours that is not whole, put before the real one, stands for any bug."""
    (folder / "broken").mkdir()
    (folder / "broken" / "sitecustomize.py").write_text(
        "import sys, types\nsys.modules['infraspec.source.document'] = types.ModuleType('infraspec.source.document')\n"
    )
    path = f"{folder / 'broken'}{os.pathsep}{ROOT}"
    done = infraspec("validate", "infraspec.yaml", cwd=folder, PYTHONPATH=path)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 2
    assert b"defect of infraspec" in done.stderr
    assert b"Traceback" not in done.stderr
    done = infraspec("validate", "infraspec.yaml", cwd=folder, PYTHONPATH=path, INFRASPEC_DEBUG="1")
    assert done.returncode == 3
    assert b"Traceback" in done.stderr


def test_colour_is_asked_for_or_left_out(folder: Path) -> None:
    assert b"\033[" in infraspec("validate", "bad.yaml", "--color", "always", cwd=folder).stdout
    assert b"\033[" in infraspec("validate", "bad.yaml", cwd=folder, FORCE_COLOR="1").stdout
    assert b"\033[" not in infraspec("validate", "bad.yaml", cwd=folder).stdout
    assert b"\033[" not in infraspec("validate", "bad.yaml", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout
