"""What a run imports: start-up is most of a short one, so nothing is imported that it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest
from examples import ROOT, SOUND, graph_of, text_of

RUN = """
import sys
from infraspec.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
ours = ("comments", "directives", "hearing", "configuration", "fingerprint", "baseline", "patterns", "catalogue")
dear = {"pydantic", "pydantic_core", "troposphere", "yaml", "jinja2", "tomllib"}
dear |= {name for name in sys.modules if name.startswith("infraspec.") and name.endswith(ours)}
heavy = {name for name in dear & set(sys.modules) if not name.startswith("infraspec.rules.")}
print(code, *sorted(heavy), file=sys.stderr)
"""

each_spec = pytest.mark.parametrize("name", SOUND)


def imported(*arguments: str) -> list[str]:
    """The exit code of a command, and what is dear to import of what it imported."""
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1].split()


def _asks(name: str) -> bool:
    """Whether a spec must be emitted to be judged: it leaves values to the deployment, or has a backend's own words."""
    graph = graph_of(name)
    return bool(graph.variables or graph.overrides)


@each_spec
def test_a_sound_spec_is_validated_without_pydantic(name: str) -> None:
    # What is left to the deployment is compared in both documents, so both are made.
    found = imported("validate", "-q", f"specs/{name}.yaml")
    comments = [one for one in found if one.startswith("infraspec.") and "infraspec: ignore" in text_of(name)]
    assert found == ["0", *comments, *(["troposphere"] if _asks(name) else []), "yaml"]


@each_spec
def test_a_sound_spec_is_rendered_without_pydantic(name: str, tmp_path: Path) -> None:
    # What no template can hold is refused, and told of.
    what = "terraform" if any(node.instead for node in graph_of(name)) else "all"
    found = imported("render", what, f"specs/{name}.yaml", "-q", "-o", str(tmp_path))
    assert (found[0], "pydantic" in found, "pydantic_core" in found) == ("0", False, False)


@each_spec
def test_terraform_is_rendered_without_troposphere(name: str, tmp_path: Path) -> None:
    found = imported("render", "terraform", f"specs/{name}.yaml", "-q", "-o", str(tmp_path))
    assert set(found) <= {"0", "yaml", "jinja2"} | ({"troposphere"} if _asks(name) else set())


def test_lint_without_settings_and_comments_reads_neither() -> None:
    assert imported("lint", "-q", "--isolated", "specs/three-tier.yaml") == ["0", "yaml"]
    assert imported("lint", "-q", "specs/three-tier.yaml") == ["0", "yaml"]


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") == ["0"]


def test_a_mistake_is_told_by_the_models(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cdir: 10.0.0.0/16}}\n", encoding="utf-8"
    )
    found = imported("validate", "-q", str(bad))
    assert (found[0], "pydantic" in found) == ("1", True)
