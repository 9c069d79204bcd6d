"""`junit`: findings as tests that failed, for Jenkins and whatever else reads JUnit's XML.

https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""

from collections import Counter
from posixpath import splitext
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from infraspec.diagnostic import weighs
from infraspec.report.entries import NAME, Entry, Report
from infraspec.report.terminal import full
from infraspec.report.width import printable
from infraspec.source.places import path_text


def junit(report: Report) -> str:
    """A suite for each file, a case for each finding; a file without findings is one case that passes."""
    by_file: dict[str, list[Entry]] = {file: [] for file in report.files}
    for entry in (*report.found, *report.suppressed):
        by_file.setdefault(entry.diagnostic.file, []).append(entry)
    suites = [_suite(file, by_file[file], report) for file in sorted(by_file)]
    root = Element("testsuites", name=NAME)
    for count in ("tests", "failures"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.set("errors", "0")
    root.extend(suites)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(file: str, entries: list[Entry], report: Report) -> Element:
    suite = Element("testsuite", name=printable(file))
    # A test viewer takes what stands before the last dot for a package: the ending of a file is left out.
    belongs = printable(splitext(file)[0])
    seen: Counter[str] = Counter()
    for entry in entries:
        name = printable(f"{entry.diagnostic.problem.code} {path_text(entry.diagnostic.path)}".rstrip())
        seen[name] += 1
        ordinal = f" ({seen[name]})" if seen[name] > 1 else ""
        _judge(SubElement(suite, "testcase", name=name + ordinal, classname=belongs), entry, report)
    if not entries:
        SubElement(suite, "testcase", name="nothing wrong", classname=belongs)
    for count, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(count, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")
    return suite


def _judge(case: Element, entry: Entry, report: Report) -> None:
    """What became of a case: what fails the run failed, what was silenced was skipped, the rest passed."""
    one = entry.diagnostic
    message = printable(one.message)
    if entry.suppressed is not None:
        SubElement(case, "skipped", message=printable(entry.suppressed.reason) or str(entry.suppressed.by))
        return
    if weighs(one.level, report.fail_on):
        said = SubElement(case, "failure", type=f"{one.level}[{one.problem.code}]", message=message)
    else:
        said = SubElement(case, "system-out")
    said.text = "\n" + full([one], entry.sources).rstrip("\n") + "\n"
