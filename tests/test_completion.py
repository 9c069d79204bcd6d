"""What the shells complete: each is run on a terminal of its own, and what a person types is typed."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examples import ROOT

from infraspec.cli.arguments import COMMANDS, parsers
from infraspec.cli.completing import SHELLS, script
from tools import missing

_SECONDS = 20
_PROMPT = "ready>"

TYPED = [
    ("infraspec rend\t", "render"),
    ("infraspec --col\tnev\tlint", "--color never lint"),
    ("infraspec lint --fail-o\twarn\t", "lint --fail-on warning"),
    ("infraspec render clo\t", "render cloudformation"),
    ("infraspec render all my-s\t", "render all my-spec.yaml"),
    ("infraspec render --out\tbuil\t", "render --output build"),
    ("infraspec validate -q my-s\t", "validate -q my-spec.yaml"),
    ("infraspec rules --level err\tSE\t", "rules --level error SEC"),
    ("infraspec explain single-nat\t", "explain single-nat-gateway"),
    ("infraspec init --templ\ttut\t--region sa-\t", "init --template tutorial --region sa-east-1"),
    ("infraspec completion fi\t", "completion fish"),
]
"""What is typed, and what the command is then given."""

START = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1='{prompt}'; bind 'set enable-bracketed-paste off'"),
    "zsh": (
        ["-f", "-i"],
        "PS1='{prompt}'; PROMPT_EOL_MARK=; autoload -Uz compinit; compinit -u -D",
    ),
    "fish": (["--no-config", "-i"], "function fish_prompt; echo -n '{prompt}'; end; set -g fish_greeting"),
}
"""How each shell is started without the settings of a person, and what it is told first."""
STUB = {
    "bash": 'infraspec() { echo "given <$*>"; }',
    "zsh": 'infraspec() { echo "given <$*>"; }',
    "fish": 'function infraspec; echo "given <$argv>"; end',
}
"""A command in the place of infraspec that says what it is given."""


class Terminal:
    """A shell, and a person before it."""

    def __init__(self, shell: str, folder: Path) -> None:
        arguments, told = START[shell]
        program = shutil.which(os.environ.get(f"INFRASPEC_{shell.upper()}", shell))
        if program is None:
            pytest.skip(f"{shell} is not on PATH") if shell != "bash" else missing("bash is not on PATH")
        (folder / f"completion.{shell}").write_text(script(shell), encoding="utf-8")
        (folder / "my-spec.yaml").touch()
        (folder / "build").mkdir(exist_ok=True)
        environment = {**os.environ, "TERM": "dumb" if shell == "bash" else "xterm", "HOME": str(folder)}
        self._end, other = pty.openpty()
        self._shell = subprocess.Popen(
            [program, *arguments],
            cwd=folder,
            env=environment,
            pass_fds=[other],
            preexec_fn=lambda: os.login_tty(other),  # noqa: PLW1509 - no threads here; it becomes the shell's own terminal
        )
        os.close(other)
        for line in (told.format(prompt=_PROMPT), STUB[shell], f"source ./completion.{shell}"):
            self.type(f"{line}\n")
        self.type("echo al''l is told\n")
        self.wait_for("all is told")

    def type(self, text: str) -> None:
        """Press the keys, without waiting for what each of them does."""
        os.write(self._end, text.encode())

    def wait_for(self, text: str) -> str:
        """All that is shown until a text is, with it."""
        shown, end = "", time.monotonic() + _SECONDS
        while text not in shown and time.monotonic() < end:
            shown += self._read(0.2)
        assert text in shown, shown
        return shown

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        os.close(self._end)

    def _read(self, seconds: float) -> str:
        """What is shown within some time, or as long as it goes on."""
        shown = b""
        while select.select([self._end], [], [], seconds)[0]:
            shown += os.read(self._end, 65536)
        return shown.decode("utf-8", "replace")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_typed_is_completed(shell: str, tmp_path: Path) -> None:
    terminal = Terminal(shell, tmp_path)
    try:
        for typed, given in TYPED:
            terminal.type(f"{typed}\n")
            terminal.wait_for(f"given <{given}")
    finally:
        terminal.close()


OFFER = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_infraspec
printf '%s\\n' "${COMPREPLY[@]}"
"""


def offered(*words: str) -> list[str]:
    """What bash offers for the last of some words."""
    bash = shutil.which("bash") or missing("bash is not on PATH")
    command = [bash, "-c", OFFER, "bash", "/dev/stdin", "infraspec", *words]
    done = subprocess.run(command, input=script("bash"), cwd=ROOT / "specs", capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["render", ""], ["cloudformation", "terraform", "all"]),
        (["lint", "--fail-on", ""], ["error", "warning", "note", "never"]),
        (["lint", "--fail-on", "=", "n"], ["note", "never"]),
        (["lint", "--fail-on", "=", "warning", "mini"], ["minimal.yaml"]),
        (["render", "--color", "never", "t"], ["terraform"]),
        (["render", "-o", "x", "all", "mini"], ["minimal.yaml"]),
        (["render", "all", "-", "--ch"], ["--check"]),
        (["schema", "spec", ""], []),
        (["init", "--cidr", ""], []),
        (["none", ""], []),
        (["none", "--"], []),
    ],
)
def test_bash_offers_what_can_stand_there(words: list[str], found: list[str]) -> None:
    assert offered(*words) == found


def test_every_command_and_option_is_offered() -> None:
    assert offered("") == list(COMMANDS)
    for name, parser in parsers()[1].items():
        parser.ask()
        assert sorted(offered(name, "-")) == sorted(parser.options())
