"""The outside tools that tests prove things with.

They are found at run time. Where one is missing the test is skipped with the reason, or fails when the run
demands every tool: `INFRASPEC_REQUIRE_TOOLS=1`, as CI sets it.
"""

import importlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = os.environ.get("INFRASPEC_REQUIRE_TOOLS", "") not in {"", "0"}
_PROVIDER = Path("registry.terraform.io", "hashicorp", "aws")
_DEPTH = 5
"""Folders below a well-known root that are searched for a provider mirror."""


def missing(what: str) -> NoReturn:
    """Skip the test for want of a tool, or fail it where every tool must be there."""
    if REQUIRED:
        pytest.fail(f"{what}, and INFRASPEC_REQUIRE_TOOLS is set")
    pytest.skip(what)


def imported(name: str) -> ModuleType:
    """A module of an optional dependency."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(f"{name} is not installed")


def terraform() -> str:
    """The terraform program."""
    found = shutil.which(os.environ.get("INFRASPEC_TERRAFORM", "terraform"))
    return found or missing("terraform is not on PATH")


def provider_mirror() -> Path:
    """A local folder that `terraform init -plugin-dir` takes hashicorp/aws from: nothing is downloaded."""
    found = _mirror()
    return found or missing("no local mirror of hashicorp/aws: set INFRASPEC_TERRAFORM_PLUGINS")


def provider_version() -> str:
    """The newest version of hashicorp/aws in the mirror."""
    folder = provider_mirror() / _PROVIDER
    versions = [one.name for one in folder.iterdir() if one.is_dir() and one.name[0].isdigit()]
    return max(versions, key=lambda one: [int(part) for part in one.split(".") if part.isdigit()], default="")


def oracle() -> Path:
    """The conformance oracle beside the project; a project that stands alone has none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no conformance oracle beside the project")
    found = folder / "oracle"
    return found if (found / "verify.py").is_file() else missing("the conformance oracle is missing")


def run(*command: str | Path, cwd: Path | None = None, timeout: float = 600, **variables: str) -> str:
    """What a command prints; a failure shows both streams."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def run_terraform(folder: Path, *arguments: str, timeout: float = 600, **variables: str) -> str:
    """What terraform prints in a folder, with no configuration of the machine's own."""
    program = terraform()
    settings = folder / "terraformrc"
    settings.touch()
    alone = {
        "TF_CLI_CONFIG_FILE": str(settings),
        "CHECKPOINT_DISABLE": "1",
        "TF_IN_AUTOMATION": "1",
        "TF_INPUT": "0",
    }
    return run(program, *arguments, cwd=folder, timeout=timeout, **{**alone, **variables})


def initialised(folder: Path, document: str) -> Path:
    """A folder with one Terraform document and the provider from the mirror."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "main.tf.json").write_text(document, encoding="utf-8")
    run_terraform(folder, "init", "-no-color", "-input=false", f"-plugin-dir={provider_mirror()}")
    return folder


def free_port() -> int:
    """A port of the loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@cache
def _mirror() -> Path | None:
    return next((folder for folder in _candidates() if _holds_provider(folder)), None)


def _holds_provider(folder: Path) -> bool:
    patterns = ("*/*/terraform-provider-aws_*", "terraform-provider-aws_*.zip")
    return any(any(_globbed(folder / _PROVIDER, pattern)) for pattern in patterns)


def _globbed(folder: Path, pattern: str) -> Iterator[Path]:
    try:
        yield from folder.glob(pattern)
    except OSError:
        return


def _candidates() -> Iterator[Path]:
    """Folders that a variable names, Terraform's own, then what holds the provider below well-known roots.

    https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
    """
    for variable in ("INFRASPEC_TERRAFORM_PLUGINS", "TF_PLUGIN_CACHE_DIR"):
        if os.environ.get(variable):
            yield Path(os.environ[variable])
    home = Path.home()
    yield from (home / ".terraform.d" / "plugins", home / ".local" / "share" / "terraform" / "plugins")
    yield from (Path("/usr/local/share/terraform/plugins"), Path("/usr/share/terraform/plugins"))
    if sys.platform == "win32":
        yield Path(os.environ.get("APPDATA", str(home)), "terraform.d", "plugins")
        return
    for root in (home / ".terraform.d", Path("/opt"), Path("/usr/local"), Path("/srv"), Path("/var/lib")):
        yield from _below(root)


def _below(root: Path) -> Iterator[Path]:
    for folder, names, _ in os.walk(root):
        if len(Path(folder).relative_to(root).parts) >= _DEPTH:
            names.clear()
        if "registry.terraform.io" in names:
            names.clear()
            yield Path(folder)
