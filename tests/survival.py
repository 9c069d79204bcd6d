"""What must hold of any text, right or wrong: it is judged, shown in every format, and emitted where it is sound."""

import json
import time
from pathlib import Path
from xml.etree import ElementTree as ET

from examples import beside

from infraspec.cli.formats import FORMATS, TEXTS, document, text
from infraspec.compiler import Checked, check, shown, to_cloudformation, to_terraform
from infraspec.diagnostic import Level
from infraspec.report.entries import report_of
from infraspec.report.sarif import MOST
from infraspec.triage.outcome import Outcome

SECONDS = 2.0
"""Of the processor's time, for all that is done with one text."""

LONG = 8000
"""Characters of what is said of one mistake."""

DOCUMENTS = FORMATS[len(TEXTS) :]


def judged(raw: bytes) -> Checked:
    """A text, read, judged, shown and emitted: each of these must stand anything."""
    begun = time.process_time()
    checked = check(raw, "spec.yaml", beside)
    for one in checked.diagnostics:
        for mark in (one.primary, *one.related):
            assert 0 <= mark.span.start <= mark.span.end <= len(checked.files.texts()[mark.file])
        assert "\n" not in one.message
        assert not one.message.endswith(".")
    assert checked.diagnostics or checked.is_sound
    told(checked)
    emitted(checked)
    assert time.process_time() - begun < SECONDS
    return checked


def told(checked: Checked) -> None:
    """Every format of what was found, each of them read back by what reads it."""
    outcomes = [Outcome(file=checked.file, texts=checked.files.texts(), diagnostics=checked.diagnostics)]
    for form in TEXTS:
        assert unseen(text(form, outcomes, 0, colour=False)) == []
    report = report_of(outcomes, root=Path(), version="0.1.0", fail_on=Level.WARNING)
    made = {form: document(form, report) for form in DOCUMENTS}
    count = len(checked.diagnostics)
    assert max((len(line) for line in made["github"].splitlines()), default=0) < LONG
    assert len(json.loads(made["json"])["diagnostics"]) == count
    assert len([json.loads(line) for line in made["json-lines"].splitlines()]) == count
    assert len(json.loads(made["sarif"])["runs"][0]["results"]) == min(count, MOST)
    assert len(json.loads(made["gitlab"])) == count
    assert len(list(ET.fromstring(made["junit"]).iter("testcase"))) >= min(count, 1)  # noqa: S314 - our own document
    for one in made.values():
        assert unseen(one) == []
        one.encode()


def unseen(made: str) -> list[str]:
    """Characters that would do something to a terminal, or hide there."""
    return [one for one in made if ord(one) < 0xA0 and not one.isprintable() and one != "\n"]


def emitted(checked: Checked) -> None:
    """Both documents of a sound spec, and the spec written out."""
    if checked.is_sound:
        _, template = to_cloudformation(checked)
        assert json.loads(template)["Resources"] is not None
        assert json.loads(to_terraform(checked))
        shown(checked)
