"""`--fix` and `--diff`: the fixes of every named spec made, in its files or only to be looked at."""

import codecs
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from infraspec.cli import beside, files, talk
from infraspec.cli.checking import checked_text
from infraspec.cli.configuring import catalogue
from infraspec.cli.weighing import beyond_baselines
from infraspec.compiler import Checked
from infraspec.diagnostic import Safety
from infraspec.report.source import Source
from infraspec.report.width import printable
from infraspec.triage.fixes import Chosen, Look, Mended, mend
from infraspec.triage.outcome import Outcome
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import weigh


class Desk:
    """The texts of a run as its fixes leave them; nothing is written before all is done."""

    def __init__(self) -> None:
        self.before: dict[str, bytes] = {}
        self.after: dict[str, str] = {}
        self.made = 0

    def read(self, path: str, name: str) -> bytes:
        """The bytes of a spec, with the fixes that an earlier one made in it."""
        if name not in self.before:
            self.before[name] = files.read(path)
        return self.after[name].encode() if name in self.after else self.before[name]

    def text_of(self, name: str) -> str:
        """A file as it was, without what marks it as UTF-8."""
        if name not in self.before:
            self.before[name] = files.read(name)
        return self.before[name].removeprefix(codecs.BOM_UTF8).decode()

    def changed(self) -> dict[str, str]:
        """The files that have another text now, by name."""
        return {name: text for name, text in sorted(self.after.items()) if text != self.text_of(name)}

    def written(self, name: str) -> str:
        """The new text of a file, with what marks it as UTF-8 where it was there."""
        mark = "\ufeff" if self.before[name].startswith(codecs.BOM_UTF8) else ""
        return mark + self.after.get(name, self.text_of(name))


def fix(
    named: Sequence[str], settings: Sequence[Settings], options: Namespace, *, advice: bool
) -> tuple[list[Outcome], bool]:
    """Make the fixes that are asked for. Gives what is left, and whether anything is changed by them."""
    safeties = (Safety.SAFE, Safety.UNSAFE) if options.unsafe_fixes else (Safety.SAFE,)
    desk, found, dropped = Desk(), [], []
    for path, its in zip(named, settings, strict=True):
        name = files.shown(path, options.stdin_filename)
        check_with = _checks(path, name, desk, options, advice=advice)
        done = mend(_look(check_with, its, advice=advice), safeties, _may_change(path, name))
        desk.after.update(done.texts)
        desk.made += len(done.made)
        dropped += [_not_made(one, done) for one in done.dropped]
        found.append(weigh(check_with(done.texts), its, catalogue, advice=advice))
    outcomes = beyond_baselines(found, settings, options, advice=advice)
    changed = desk.changed()
    stdin = options.stdin_filename if "-" in named else None
    if options.diff:
        for name, text in changed.items():
            sys.stdout.writelines(_diff(desk.text_of(name), text, name))
    else:
        _write(desk, changed, stdin)
        if stdin is not None:
            talk.print_text(outcomes, sys.stderr, options)
        else:
            talk.tell(outcomes, options)
    _tell(desk, len(changed), dropped, options)
    return outcomes, bool(changed)


def _look(check_with: Look, settings: Settings, *, advice: bool) -> Look:
    """What checks a spec for what counts: what is silenced is not fixed."""

    def look(texts: Mapping[str, str]) -> Checked:
        spec = check_with(texts)
        return replace(spec, diagnostics=weigh(spec, settings, catalogue, advice=advice).diagnostics)

    return look


def _checks(path: str, name: str, desk: Desk, options: Namespace, *, advice: bool) -> Look:
    """What checks a spec with other texts than its files have."""
    raw = desk.read(path, name)
    folder = Path() if path == "-" else Path(path).parent
    on_disk = beside.reader(path)

    def look(texts: Mapping[str, str]) -> Checked:
        def read(other: str) -> str | None:
            shown = files.shown(str(folder / other), "")
            return texts.get(shown, desk.after.get(shown)) or on_disk(other)

        text = texts[name].encode() if name in texts else raw
        return checked_text(text, name, read, options, advice=advice, texts={**desk.after, **texts})

    return look


def _may_change(path: str, name: str) -> Callable[[str], bool]:
    """Whether a file is the spec itself, or one of its own folder that it takes in."""
    folder = (Path() if path == "-" else Path(path).parent).resolve()
    return lambda file: file == name or (path != "-" and Path(file).resolve().is_relative_to(folder))


def _write(desk: Desk, changed: Mapping[str, str], stdin: str | None) -> None:
    """Replace the changed files; the text of standard input goes to standard output, changed or not."""
    files.write({Path(name): desk.written(name) for name in changed if name != stdin})
    if stdin is not None:
        sys.stdout.write(desk.written(stdin))
        sys.stdout.flush()


def _diff(before: str, after: str, name: str) -> Iterator[str]:
    """A unified diff of one file."""
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}")
    for line in lines:
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _not_made(one: Chosen, done: Mended) -> str:
    """What is said of a fix that would have changed more than it should."""
    file = one.diagnostic.file
    line, column = Source(done.checked.files.texts().get(file, "")).position(one.diagnostic.primary.span.start)
    where = f"{printable(file)}:{line}:{column}: {one.diagnostic.problem.code}"
    return f"{where} not fixed, as there would be another mistake: {printable(one.fix.title)}\n"


def _tell(desk: Desk, changed: int, dropped: Sequence[str], options: Namespace) -> None:
    """How many fixes were made, and which were not."""
    if options.quiet:
        return
    done = "Would fix" if options.diff else "Fixed"
    where = f" ({changed} file{'s' if changed != 1 else ''})" if desk.made else ""
    sys.stderr.write("".join(dropped) + f"{done} {desk.made}{where}.\n")
