"""`infraspec render`: a checked spec as CloudFormation, as Terraform, or as both."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from infraspec.cli import files, talk
from infraspec.cli.arguments import Parser
from infraspec.cli.checking import checked, outcome_of
from infraspec.cli.failure import Failure
from infraspec.cli.options import one_path
from infraspec.compiler import to_cloudformation, to_terraform

BACKENDS = ("cloudformation", "terraform", "all")


def arguments(parser: Parser) -> None:
    """Which document, of which spec, and where to."""
    parser.description = f"{parser.description} Nothing is written while anything is wrong."
    parser.add_argument("backend", choices=BACKENDS, metavar="BACKEND", help="cloudformation, terraform or all")
    one_path(parser)
    output = "a file or a folder, instead of standard output; `all` needs a folder, here or as render.output"
    parser.add_argument("-o", "--output", metavar="PATH", help=output)
    parser.add_argument("--yaml", action="store_true", help="CloudFormation in YAML instead of JSON")
    source = "do not say of each resource which line of the spec makes it"
    parser.add_argument("--no-source", dest="source", action="store_false", help=source)
    check = "write nothing; exit with 1 if the files are not what would be written"
    parser.add_argument("--check", action="store_true", help=check)


def run(options: Namespace) -> int:
    """Emit one spec to standard output or files; nothing is written while anything is wrong."""
    _configure(options)
    if options.check and options.output is None:
        raise Failure("`--check` compares with files: name them with -o")
    if options.output == "":
        raise Failure("-o names no file")
    if options.yaml and options.backend == "terraform":
        raise Failure("`--yaml` is for CloudFormation; Terraform reads JSON")
    _fits(options)
    spec = checked(options.path, options, advice=False)
    made: dict[str, str] = {}
    if spec.is_sound and options.backend != "terraform":
        spec, made[f"template.{'yaml' if options.yaml else 'json'}"] = to_cloudformation(
            spec, yaml=options.yaml, source=options.source
        )
    if spec.is_sound and options.backend != "cloudformation":
        made["main.tf.json"] = to_terraform(spec, source=options.source)
    if not spec.is_sound:
        talk.print_text([outcome_of(spec)], sys.stderr, options)
    return _hand_out(made, options) if spec.is_sound else 1


def _configure(options: Namespace) -> None:
    """Where `render all` writes to, when no option says it: the folder that the configuration names."""
    if options.config is None and (options.backend != "all" or options.output is not None):
        return
    from infraspec.cli.configuring import Configuration

    settings = Configuration(options).of(options.path)
    if options.backend != "all" or options.output is not None:
        return
    if not settings.output:
        missing = "name their folder with -o DIR, or as `render.output` in infraspec.toml"
        raise Failure(f"`render all` writes two files: {missing}")
    options.output = files.shown(str(settings.root / settings.output), "") or "."


def _fits(options: Namespace) -> None:
    """Refuse a file that its own tool would not read; a template that is to be YAML by its name is YAML."""
    target = str(options.output or "")
    if options.backend == "terraform" and target.endswith((".tf", ".hcl")):
        raise Failure(f"{target} would be read as HCL: Terraform reads JSON from files that end in .tf.json")
    if options.backend == "all" and Path(target).is_file():
        raise Failure(f"{target} is a file; `all` needs a folder")
    if options.backend == "cloudformation" and target.endswith((".yaml", ".yml")):
        options.yaml = True


def _hand_out(made: dict[str, str], options: Namespace) -> int:
    """The documents to where they were asked for."""
    if options.output is None:
        sys.stdout.buffer.write("".join(made.values()).encode())
        return 0
    target = Path(options.output)
    whole = options.backend == "all" or target.is_dir() or options.output.endswith(("/", os.sep))
    wanted = {target / name if whole else target: text for name, text in made.items()}
    if options.check:
        return _differs(wanted)
    files.write(wanted)
    sys.stdout.write("".join(f"{path.as_posix()}\n" for path in wanted))
    return 0


def _differs(wanted: dict[Path, str]) -> int:
    """1, with a diff on standard error, if any file is not what would be written."""
    stale = 0
    for path, text in wanted.items():
        here = files.read_written(path)
        if here != text:
            from difflib import unified_diff

            stale = 1
            name = path.as_posix()
            lines = unified_diff(
                here.splitlines(keepends=True), text.splitlines(keepends=True), name, f"{name} (rendered)"
            )
            sys.stderr.writelines(lines if path.exists() else [f"{name} is not there\n"])
    if stale:
        sys.stderr.write("What stands there is not what the spec says; render without --check to write it.\n")
    return stale
