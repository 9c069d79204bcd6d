"""Write docs/side-by-side.md: what three tools say of the same ten mistakes.

    python tools/side_by_side.py              run infraspec and cfn-lint, and write the results and the page
    python tools/side_by_side.py --checkov    run checkov as well, whose results stay as they are else

The mistakes stand in docs/side-by-side/NN-name, as a spec and as the template that a person would have written; what
was said of them in results.json. infraspec and cfn-lint are those of this environment; checkov, which would not suit
it, is installed from PyPI into a temporary one.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "side-by-side"
PAGE = FOLDER.with_suffix(".md")
RESULTS = FOLDER / "results.json"
CHECKOV = "3.3.30"
TOOLS = ("infraspec", "cfn-lint", "checkov")
MARK = "# the mistake"


class Case(NamedTuple):
    """A mistake, and by which code each tool says it, if it does."""

    title: str
    effect: str
    """What AWS does about it."""
    codes: tuple[str | None, str | None, str | None]
    advises: tuple[bool, bool, bool]
    """Whether the tool says what to write: a value, a name, or a number."""


CASES = {
    "01-overlapping-subnets": Case(
        "Two subnets share addresses",
        "EC2 refuses the second subnet while the stack is created.",
        ("NET101", "E3060", None),
        (True, False, False),
    ),
    "02-reserved-address": Case(
        "A machine has an address that AWS keeps",
        "EC2 refuses the machine while the stack is created.",
        ("NET201", None, None),
        (True, False, False),
    ),
    "03-nat-gateway-in-a-private-subnet": Case(
        "A NAT gateway stands in the subnet that it serves",
        "All is created, and nothing behind the gateway reaches the internet.",
        ("NET307", None, None),
        (True, False, False),
    ),
    "04-rule-with-one-side": Case(
        "One group sends to a port that the other does not open",
        "All is created, and the connection times out.",
        ("SEC202", None, None),
        (True, False, False),
    ),
    "05-endpoint-without-private-names": Case(
        "The usual name of a service does not lead to its endpoint",
        "All is created, and callers that use the usual name do not reach the endpoint.",
        ("NET507", None, None),
        (True, False, False),
    ),
    "06-balancer-in-one-zone": Case(
        "An application load balancer stands in one zone",
        "Elastic Load Balancing refuses it while the stack is created.",
        ("ELB101", "E3680", None),
        (True, True, False),
    ),
    "07-misspelt-reference": Case(
        "A group's name is misspelt",
        "CloudFormation refuses the template before it creates anything.",
        ("SPC004", "E1020", None),
        (True, True, False),
    ),
    "08-ssh-open-to-the-world": Case(
        "SSH is open to the world",
        "All is created, and everybody may try.",
        ("SEC301", None, "CKV_AWS_24"),
        (True, False, False),
    ),
    "09-public-database": Case(
        "A database has a public address",
        "All is created, and a security group is all that stands before it.",
        ("SEC307", None, "CKV_AWS_17"),
        (True, False, False),
    ),
    "10-type-not-in-the-zone": Case(
        "An instance type is not offered in the zone",
        "EC2 refuses the machine while the stack is created.",
        ("NET213", None, None),
        (True, False, False),
    ),
}


def said(name: str, *command: str | Path) -> str:
    """What a tool prints on standard output; mistakes make it fail, and so does a tool that cannot run."""
    done = subprocess.run(list(map(str, command)), cwd=FOLDER, env=environment(), capture_output=True, text=True)  # noqa: PLW1510 - as above
    if not done.stdout and done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def environment() -> dict[str, str]:
    """The variables of this process, with the project on its path and nothing that asks for colour."""
    left = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "CLICOLOR_FORCE")}
    return left | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def infraspec() -> dict[str, str]:
    """What infraspec says of each spec."""
    command = (sys.executable, "-m", "infraspec", "--quiet", "lint", "--isolated")
    return {case: said("infraspec", *command, f"{case}/infraspec.yaml") for case in CASES}


def cfn_lint() -> dict[str, str]:
    """What cfn-lint says of each template; one run, since most of it is starting."""
    templates = [f"{case}/template.yaml" for case in CASES]
    program = Path(sys.executable).parent / "cfn-lint"
    whole = said("cfn-lint", program, "--regions", "ap-northeast-2", "--template", *templates)
    blocks = whole.split("\n\n")
    return {case: "\n\n".join(block for block in blocks if f"\n{case}/" in block) for case in CASES}


def checkov(program: Path) -> dict[str, str]:
    """What checkov says of each template: what failed, in its short form, with nothing downloaded or sent."""
    options = ("--framework", "cloudformation", "--quiet", "--compact", "--skip-download", "--skip-results-upload")
    return {case: said("checkov", program, "--file", f"{case}/template.yaml", *options) for case in CASES}


def installed(folder: str) -> Path:
    """The program, in an environment of its own."""
    venv.create(folder, with_pip=True)
    programs = Path(folder, "Scripts" if os.name == "nt" else "bin")
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"checkov=={CHECKOV}"]
    subprocess.run(pip, check=True)
    return programs / "checkov"


def run(before: dict[str, Any], checked: dict[str, str] | None) -> dict[str, Any]:
    """What all three say today, or what checkov said before."""
    found = (infraspec(), cfn_lint(), checked or {case: before["cases"][case]["checkov"] for case in CASES})
    return {
        "checkov_run": datetime.now(UTC).date().isoformat() if checked else before["checkov_run"],
        "versions": {
            "infraspec": version("infraspec"),
            "cfn-lint": version("cfn-lint"),
            "checkov": CHECKOV if checked else before["versions"]["checkov"],
        },
        "cases": {case: dict(zip(TOOLS, (one[case] for one in found), strict=True)) for case in CASES},
    }


def marked(path: Path) -> tuple[int, str]:
    """Number and text of the line with the mistake."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return next((number, line) for number, line in lines if line.endswith(MARK))


def names(tool: str, output: str, code: str, line: int) -> str:
    """Whether the source line is named where the mistake is said: the line, or the resource that has it."""
    if tool == "infraspec":
        block = next(one for one in output.split("\n\n") if f"[{code}]:" in one)
        return "the line" if re.search(rf"^ *{line} \| ", block, re.MULTILINE) else "another line"
    if tool == "cfn-lint":
        block = next(one for one in output.split("\n\n") if one.startswith(code))
        column = re.search(r"template\.yaml:(\d+):\d+", block)
        return "the line" if column and int(column[1]) == line else "the resource"
    return "the resource"


def cell(case: str, position: int, output: str) -> str:
    """One cell of the summary."""
    code = CASES[case].codes[position]
    if code is None:
        return "nothing"
    spec = "infraspec.yaml" if position == 0 else "template.yaml"
    where = names(TOOLS[position], output, code, marked(FOLDER / case / spec)[0])
    advice = ", what to write" if CASES[case].advises[position] else ""
    return f"{code}: {where}{advice}"


def page(results: dict[str, Any]) -> str:
    """The page."""
    cases, versions = results["cases"], results["versions"]
    counts = [sum(one.codes[position] is not None for one in CASES.values()) for position in range(3)]
    lines = [sum(len(cases[case][tool].splitlines()) for case in CASES) for tool in TOOLS]
    rows = "".join(
        f"| [{CASES[case].title}](#{case}) | {' | '.join(cell(case, n, cases[case][t]) for n, t in enumerate(TOOLS))} |\n"
        for case in CASES
    )
    return f"""# Side by side

Ten mistakes that are easily made in a network, each in a spec and in the CloudFormation template that a person would have
written, and everything that three tools say of them. Generated by `tools/side_by_side.py`; the files stand in
[side-by-side](side-by-side). A test holds this page to what infraspec and cfn-lint say today.

They are infraspec {versions["infraspec"]} (`lint`), cfn-lint {versions["cfn-lint"]} (`--regions ap-northeast-2`) and checkov {versions["checkov"]}
(`--quiet --compact`, run on {results["checkov_run"]}). A cell has the code that says the mistake, whether its line is named or just the
resource around it, and whether there is something to write.

| Mistake | {" | ".join(TOOLS)} |
|---|---|---|---|
{rows}| **Found, of ten** | {" | ".join(f"**{count}**" for count in counts)} |
| **Lines of output** | {" | ".join(map(str, lines))} |

The ten were chosen by those who write infraspec, who know what it looks for: of a list that cfn-lint's authors drew up it would
find fewer. It also has an easier task. A spec says what is meant (this is a tier, that is a way out), and a template says
which resources there are.

What the other two do, and infraspec does not:

- **cfn-lint** reads any template: every resource type and property of CloudFormation, in every region, with its schema. infraspec
  knows the resources of its own language.
- **checkov** reads CloudFormation, Terraform, Kubernetes and more, with some thousand policies, many of them of published
  benchmarks. Its other findings below (access logs, headers, enhanced monitoring, IAM authentication) are of things that
  infraspec's language cannot say, or that it does not ask for.
- Both are told by comments and files of their own what to leave out, and both are long in use.

A spec is not checked instead of a template: the templates that infraspec emits pass cfn-lint in its own tests.
{"".join(section(case, cases[case]) for case in CASES)}"""


def section(case: str, outputs: dict[str, str]) -> str:
    """One mistake, and what is said of it."""
    number, spec = marked(FOLDER / case / "infraspec.yaml")
    other, template = marked(FOLDER / case / "template.yaml")
    told = "".join(f"\n{tool}:\n\n{quoted(outputs[tool])}" for tool in TOOLS)
    return f"""
<a id="{case}"></a>

## {CASES[case].title}

{CASES[case].effect}

Line {number} of [the spec](side-by-side/{case}/infraspec.yaml), line {other} of [the template](side-by-side/{case}/template.yaml):

```yaml
{spec.strip().removesuffix(MARK).rstrip()}
```

```yaml
{template.strip().removesuffix(MARK).rstrip()}
```
{told}"""


def quoted(output: str) -> str:
    """A tool's output as a block; nothing found is said in words."""
    return f"```text\n{output}\n```\n" if output else "(no output)\n"


def main(arguments: list[str]) -> None:
    """Write the results and the page."""
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    checked = None
    if "--checkov" in arguments:
        with tempfile.TemporaryDirectory() as folder:
            checked = checkov(installed(folder))
    results = run(before, checked)
    RESULTS.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(page(results), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
