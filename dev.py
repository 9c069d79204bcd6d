"""What a person types to work on infraspec; needs only Python.

    python3 dev.py tutorial            render the tutorial's architecture to build/tutorial
    python3 dev.py test [arguments]    run the tests; arguments go to pytest
    python3 dev.py lint                lint, format, types and import contracts; the specs, by infraspec itself
    python3 dev.py check               lint, then test: all that CI asks
    python3 dev.py golden              write the goldens anew
    python3 dev.py generate            write anew what is made from the models: readers, schema, pages of the manual

All is installed into a virtual environment of the project's own, `.venv`, made when it is first needed and
brought up to date when `pyproject.toml` changes.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
LEAST = (3, 11)
TESTED = ("test", "judges", "emulator")
"""The extras of `pyproject.toml` that the tests use."""


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the exit code is that of the first program that fails."""
    if sys.version_info < LEAST:
        print(f"dev.py: this is Python {sys.version.split()[0]}; infraspec needs 3.11 or newer", file=sys.stderr)
        return 2
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return command(arguments[1:])


def tutorial(arguments: list[str]) -> int:
    """Render the tutorial's architecture."""
    install()
    return program(
        "infraspec",
        "render",
        "all",
        Path("specs", "tutorial.yaml"),
        "-o",
        Path("build", "tutorial"),
        *arguments,
    )


def test(arguments: list[str]) -> int:
    """Run the tests, on two processors where nothing else is asked."""
    install(*TESTED)
    return pytest(arguments)


def lint(arguments: list[str]) -> int:
    """Run what reads the code without running it, up to the first that finds something."""
    install(*TESTED, "dev")
    return (
        program("ruff", "check", *arguments, ".")
        or program("ruff", "format", "--check", ".")
        or program("mypy")
        or program("lint-imports", "--no-cache")
        or lint_specs()
    )


def lint_specs() -> int:
    """Lint the specs of the project: notes at most in any, and more in the one that shows traps."""
    shown = Path("specs", "tutorial-literal.yaml")
    others = sorted(path for path in Path("specs").glob("*.yaml") if path != shown)
    if code := program("infraspec", "lint", "--format", "concise", "--max-diagnostics", "0", *others):
        return code
    if program("infraspec", "lint", "--format", "concise", shown) == 1:
        return 0
    say(f"{shown} is there for its traps, and nothing was found in it")
    return 1


def check(arguments: list[str]) -> int:
    """Run all that CI asks, up to the first that fails."""
    return lint([]) or test(arguments)


def golden(arguments: list[str]) -> int:
    """Write the goldens anew; `git diff tests/golden` is what there is to review."""
    install(*TESTED)
    return program("pytest", "-q", Path("tests", "test_golden.py"), "--update-golden", *arguments)


def generate(_: list[str]) -> int:
    """Write what is made from the models and problems: readers, schema, and pages that quote it."""
    install(*TESTED)
    tools = ("ready_readers.py", "spec_schema.py", "config_schema.py", "reference.py", "coverage.py", "side_by_side.py")
    return next((code for name in tools if (code := program("python", Path("tools", name)))), 0)


def pytest(arguments: list[str]) -> int:
    """Run pytest; on two processors, unless the arguments say how many or what to look into."""
    alone = any(one.startswith(("-n", "--pdb", "-s", "--dist")) for one in arguments)
    # A module stays with one worker, and they are taken in their order: tests/conftest.py puts the deployments first.
    shared = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
    return program("pytest", *([] if alone else shared), *arguments)


def install(*extras: str) -> None:
    """Bring the virtual environment up to date: the project, editable, with these extras of `pyproject.toml`."""
    if not PYTHON.exists() or not works():
        say(f"making {VENV}")
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    stamp = VENV / ".infraspec-installed"
    wanted = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    held, _, made_from = stamp.read_text(encoding="utf-8").partition("\n") if stamp.exists() else ("", "", "")
    have = set(held.split(",")) if made_from == wanted else set()
    if stamp.exists() and made_from == wanted and have.issuperset(extras):
        return
    every = sorted({*extras, *have} - {""})
    target = f".[{','.join(every)}]" if every else "."
    say(f"installing {target}")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target)
    stamp.write_text(",".join(every) + "\n" + wanted, encoding="utf-8")


def works() -> bool:
    """Whether the virtual environment can run, and with a Python that is new enough."""
    probe = f"import sys, pip; sys.exit(sys.version_info < {LEAST})"
    return subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0


def program(name: str, *arguments: str | Path) -> int:
    """Run a program of the virtual environment; gives its exit code."""
    say(" ".join(map(str, (name, *arguments))))
    found = PROGRAMS / (f"{name}.exe" if os.name == "nt" else name)
    return subprocess.run([found, *arguments], cwd=ROOT, check=False).returncode


def run(*command: str | Path) -> None:
    """Run what must not fail."""
    if code := subprocess.run(list(command), cwd=ROOT, check=False).returncode:
        sys.exit(f"dev.py: {' '.join(map(str, command))} failed with exit code {code}")


def say(what: str) -> None:
    """Tell what comes next, before its own output."""
    print(f"== {what}", flush=True)


COMMANDS = {"tutorial": tutorial, "test": test, "lint": lint, "check": check, "golden": golden, "generate": generate}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
