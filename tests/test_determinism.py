"""The same spec gives the same bytes: in every run, in every Python, in whatever order its keys are written."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from examples import ROOT, SPECS, bare_texts, beside, documents, emitted, text_of

from infraspec.compiler import check
from tools import REQUIRED

PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")
_EMIT = """
import hashlib, sys
from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import check
from infraspec.json_text import json_text
from infraspec.terraform.emit import emit as terraform
from pathlib import Path
for spec in sys.argv[1:]:
    beside = lambda path: (Path(spec).parent / path).read_text(encoding="utf-8")
    graph = check(Path(spec).read_bytes(), spec, beside).graph
    for emit in (cloudformation, terraform):
        print(hashlib.sha256(json_text(emit(graph)).encode()).hexdigest())
"""

each_spec = pytest.mark.parametrize("name", SPECS)


def digests(python: str, seed: str, **variables: str) -> list[str]:
    """The digest of each document of each spec, as another process writes them."""
    command = [python, "-c", _EMIT, *(f"specs/{name}.yaml" for name in SPECS)]
    settings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def here() -> list[str]:
    """The same of this process."""
    return [hashlib.sha256(text.encode()).hexdigest() for name in SPECS for text in bare_texts(name).values()]


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_no_run_differs_from_another(seed: str) -> None:
    assert digests(sys.executable, seed) == here()


@pytest.mark.parametrize("name", PYTHONS)
def test_no_python_differs_from_another(name: str, tmp_path: Path) -> None:
    python = version_of(name) or pytest.skip(f"{name} is not installed")
    assert digests(in_environment(python, tmp_path), "0", VIRTUAL_ENV="") == here()


def version_of(name: str) -> str | None:
    """The program of a version: on PATH, where it may be a shim that leads nowhere, or where pyenv keeps them."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    found = [shutil.which(name), *map(str, sorted(kept.glob(f"*/bin/{name}"), reverse=True))]
    return next((one for one in found if one and _can_make_environments(one)), None)


def _can_make_environments(python: str) -> bool:
    done = subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return done.returncode == 0


def in_environment(python: str, folder: Path) -> str:
    """A new environment of that Python with what infraspec needs."""
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True, capture_output=True)
    program = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    needs = [line for line in requirements() if line]
    done = subprocess.run([program, "-m", "pip", "install", "-q", *needs], capture_output=True, text=True, check=False)
    if done.returncode:
        (pytest.fail if REQUIRED else pytest.skip)(f"nothing can be installed for {python}: {done.stderr[-500:]}")
    return str(program)


def requirements() -> list[str]:
    """What infraspec itself needs, without the extras of its tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


@each_spec
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_changes_nothing(name: str, seed: int) -> None:
    root = yaml.compose(text_of(name))
    shuffle(root, random.Random(seed))  # noqa: S311 (no secret)
    again = check(yaml.serialize(root, allow_unicode=True).encode(), f"{name}.yaml", beside).graph
    assert again is not None
    assert emitted(again) == documents(name)


ORDERED = {("web_acls", "rules"), ("database_clusters", "instances"), ("alarms", "metrics")}
"""Mappings whose order says something: which rule is asked first, which instance writes, which number is watched."""


def shuffle(node: yaml.Node | None, chance: random.Random, at: tuple[str, ...] = ()) -> None:
    """Put the keys of each mapping in another order; lists keep theirs, and scalars are as they were written."""
    if isinstance(node, yaml.MappingNode):
        if (at[:1] + at[-1:]) not in ORDERED:
            chance.shuffle(node.value)
        for key, value in node.value:
            shuffle(value, chance, (*at, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            shuffle(item, chance, (*at, ""))
