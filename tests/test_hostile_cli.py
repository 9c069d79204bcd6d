"""What a command line does where the files are not what they seem: one line, an exit code, and nothing left behind."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from test_cli import BAD, ENVIRONMENT, GOOD, as_root, infraspec

MIB = 1024 * 1024

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="files of Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "infraspec.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "dangling.infraspec.yaml").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    return tmp_path


@pytest.mark.parametrize("quiet", [(), ("-q",)], ids=["", "quiet"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lint",), "no specs found in ."),
        (("lint", "infraspec.yaml"), "no specs found in infraspec.yaml"),
        (("render", "all", "infraspec.yaml", "-o", "build"), "cannot read infraspec.yaml: Is a directory"),
        (("lint", "loop.yaml"), "cannot read loop.yaml: Too many levels of symbolic links"),
        (("lint", "dangling.infraspec.yaml"), "cannot read dangling.infraspec.yaml: No such file or directory"),
        (("lint", "good.yaml/x"), "cannot read good.yaml/x: Not a directory"),
        (("lint", "x" * 300), f"cannot use {'x' * 300}: File name too long"),
        (("lint", "good.yaml", "--report", "sarif=loop.yaml"), "cannot write loop.yaml: Too many levels of symbolic"),
        (("lint", "good.yaml", "--report", "sarif=infraspec.yaml"), "cannot write infraspec.yaml: Is a directory"),
        (
            ("render", "terraform", "good.yaml", "-o", "loop.yaml"),
            "cannot write loop.yaml: Too many levels of symbolic",
        ),
        (("render", "all", "good.yaml", "-o", "good.yaml/x"), "cannot write good.yaml/x/template.json: "),
    ],
    ids=lambda one: "-".join(one)[:40] if isinstance(one, tuple) else "",
)
def test_a_file_that_is_none_is_2(folder: Path, arguments: tuple[str, ...], said: str, quiet: tuple[str, ...]) -> None:
    before = sorted(folder.iterdir())
    done = infraspec(*quiet, *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"infraspec: {said}")
    assert done.stderr.count(b"\n") == 1
    assert sorted(folder.iterdir()) == before


@as_root
@pytest.mark.parametrize("command", [("lint",), ("show",), ("render", "terraform")], ids=" ".join)
def test_a_file_that_may_not_be_read_is_2(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "good.yaml").chmod(0)
    done = infraspec(*command, "good.yaml", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"infraspec: cannot read good.yaml: Permission denied\n"


@pytest.mark.parametrize(
    "text",
    [b"\0", b"\0" * MIB, b"[" * 5 * MIB, b"[" * MIB, b"a: " * MIB, b"\xff\xfe\x00", BAD.encode("utf-16"), b"\n" * MIB],
    ids=["nul", "nuls", "too large", "brackets", "colons", "mark of UTF-16", "UTF-16", "empty lines"],
)
@pytest.mark.parametrize("form", ["full", "sarif", "github"])
def test_a_file_that_is_no_text_is_1(folder: Path, text: bytes, form: str) -> None:
    (folder / "bad.yaml").write_bytes(text)
    done = infraspec("-q", "lint", "bad.yaml", "--format", form, cwd=folder)
    assert (done.returncode, done.stderr) == (1, b"")
    assert 0 < len(done.stdout) < 20_000
    assert b"YML" in done.stdout


def test_a_pipe_is_read_to_its_end(folder: Path) -> None:
    writer = threading.Thread(target=(folder / "pipe.yaml").write_text, args=(BAD,))
    writer.start()
    done = infraspec("lint", "pipe.yaml", cwd=folder)
    writer.join()
    assert done.returncode == 1
    assert b"pipe.yaml:5:10" in done.stdout


def test_an_interrupt_while_it_waits_for_a_pipe_is_130(folder: Path) -> None:
    """The pipe can be opened for writing without waiting as soon as it is open for reading."""
    command = [sys.executable, "-m", "infraspec", "lint", "pipe.yaml", "--report", "sarif=found.sarif"]
    running = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with (folder / "pipe.yaml").open("wb"):
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert not (folder / "found.sarif").exists()


def test_names_that_are_no_text_are_read_written_and_told(tmp_path: Path) -> None:
    name, target = b"\xff.infraspec.yaml", b"build\xff"
    try:
        Path(os.fsdecode(tmp_path / os.fsdecode(name))).write_text(BAD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    done = infraspec("lint", "--format", "json", cwd=tmp_path)
    assert (done.returncode, len(json.loads(done.stdout)["diagnostics"])) == (1, 1)
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    done = infraspec("render", "all", "good.yaml", "-o", os.fsdecode(target), cwd=tmp_path)
    assert done.returncode == 0
    assert len(list((tmp_path / os.fsdecode(target)).iterdir())) == 2


def test_a_current_folder_that_is_gone_is_2(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    script = f'mkdir gone && cd gone && rmdir ../gone && exec "{sys.executable}" -m infraspec lint --format json -'
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=ENVIRONMENT, input=GOOD.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"infraspec: cannot use the current folder: No such file or directory\n"


@pytest.mark.parametrize("form", ["full", "sarif", "github"])
def test_standard_output_that_nobody_reads_ends_quietly(folder: Path, form: str) -> None:
    (folder / "bad.yaml").write_text(GOOD + "tags: {" + ", ".join(f"k{n}: on" for n in range(90)) + "}\n")
    command = [sys.executable, "-m", "infraspec", "-q", "lint", "bad.yaml", "--format", form]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
