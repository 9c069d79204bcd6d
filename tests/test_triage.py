"""Which findings count: selection, levels, comments that silence, and baselines."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infraspec.catalogue import PROBLEMS
from infraspec.cli.failure import Failure
from infraspec.cli.main import main
from infraspec.compiler import check
from infraspec.diagnostic import Diagnostic, Level
from infraspec.source.comments import comments
from infraspec.source.document import read
from infraspec.triage import baseline as baselines
from infraspec.triage.baseline import Judged, against, written
from infraspec.triage.codes import Codes
from infraspec.triage.outcome import By, Outcome
from infraspec.triage.patterns import matches, unusable
from infraspec.triage.settings import DEFAULTS, Settings
from infraspec.triage.weigh import weigh

CODES = Codes(PROBLEMS)
HERE = "infraspec: ignore[NET401]"


def spec(**comment: str) -> str:
    """A VPC whose one NAT gateway is advised against (NET401), with comments: each behind or above its entry."""
    behind = {name: f"  # {text}" for name, text in comment.items()}
    return f"""{comment.get("top", "")}version: 1
name: demo
region: ap-northeast-2
vpcs:{behind.get("vpcs", "")}
  main:{behind.get("main", "")}
    cidr: 10.0.0.0/16{behind.get("cidr", "")}
    internet_gateway: igw
{comment.get("above_gateways", "")}    nat_gateways:{behind.get("gateways", "")}
{comment.get("above", "")}      nat: {{subnet: edge-a}}{behind.get("nat", "")}
{comment.get("below", "")}    route_tables:{behind.get("tables", "")}
      public: {{routes: {{0.0.0.0/0: igw}}}}
      private: {{routes: {{0.0.0.0/0: nat}}}}
    endpoints: {{s3: {{service: s3, route_tables: [private]}}}}
    tiers:
      edge:
        route_table: public
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
      app:
        route_table: private
        subnets: {{app-a: {{zone: a, cidr: 10.0.2.0/24}}, app-c: {{zone: c, cidr: 10.0.3.0/24}}}}
"""


def said(text: str, settings: Settings = DEFAULTS, *, advice: bool = True) -> Outcome:
    return weigh(check(text.encode(), "infraspec.yaml", advice=advice), settings, lambda: CODES, advice=advice)


def codes(outcome: Outcome) -> list[str]:
    return [one.problem.code for one in outcome.diagnostics]


def fixed(text: str, diagnostic: Diagnostic) -> str:
    """The text with the first fix of a diagnostic made."""
    for edit in sorted(diagnostic.fixes[0].edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_without_a_comment_advice_counts() -> None:
    outcome = said(spec())
    assert codes(outcome) == ["NET401"]
    assert outcome.suppressed == ()
    assert len(outcome.diagnostics[0].fingerprint) == 32


@pytest.mark.parametrize(
    "comment",
    [
        {"nat": f"{HERE} why"},
        {"gateways": f"{HERE} why"},
        {"main": f"{HERE} why"},
        {"vpcs": f"{HERE} why"},
        {"above": f"      # {HERE} why\n"},
        {"above": f"      # {HERE} why\n\n      # a word\n"},
        {"above": f"# {HERE} why\n"},
        {"above": f"      # NAT, see the wiki  # {HERE} why\n"},
        {"above_gateways": f"    # {HERE} why\n"},
        {"nat": f"a word  # {HERE} why"},
        {"top": "# infraspec: ignore-file[NET401] why\n"},
        {"top": "# infraspec: ignore-file[NET401] why\n---\n"},
    ],
    ids=str,
)
def test_a_comment_covers_its_entry_with_all_that_is_inside(comment: dict[str, str]) -> None:
    outcome = said(spec(**comment))
    assert codes(outcome) == []
    (silenced,) = outcome.suppressed
    assert (silenced.by, silenced.reason, silenced.diagnostic.problem.code) == (By.COMMENT, "why", "NET401")
    assert silenced.diagnostic.fingerprint == said(spec()).diagnostics[0].fingerprint


@pytest.mark.parametrize(
    "comment",
    [
        {"cidr": f"{HERE} why"},
        {"tables": f"{HERE} why"},
        {"below": f"    # {HERE} why\n"},
        {"below": f"      # {HERE} why\n"},
    ],
    ids=str,
)
def test_a_comment_elsewhere_silences_nothing_and_is_unused(comment: dict[str, str]) -> None:
    outcome = said(spec(**comment))
    assert sorted(codes(outcome)) == ["CFG001", "NET401"]
    (unused,) = (one for one in outcome.diagnostics if one.problem.code == "CFG001")
    assert fixed(spec(**comment), unused) == spec()


def test_several_codes_and_several_comments_each_have_their_reason() -> None:
    outcome = said(spec(above=f"      # {HERE} near\n", main=f"{HERE} far"))
    assert codes(outcome) == []
    assert [one.reason for one in outcome.suppressed] == ["near"]
    text = spec(nat="infraspec: ignore[NET401, SEC203] why")
    outcome = said(text)
    assert codes(outcome) == ["CFG001"]
    assert fixed(text, outcome.diagnostics[0]) == spec(nat="infraspec: ignore[NET401] why")


@pytest.mark.parametrize(
    ("comment", "code", "mended"),
    [
        ("infraspec: ignore[net401] why", "CFG002", f"{HERE} why"),
        ("infraspec: ignore[single-nat-gateway] why", "CFG002", f"{HERE} why"),
        ("infraspec: ignore[NET] why", "CFG002", None),
        ("infraspec: ignore[ALL] why", "CFG002", None),
        ("infraspec: ignore NET401 why", "CFG005", f"{HERE} why"),
        ("infraspec: ignore NET401", "CFG005", HERE),
        ("infraspec:ignore[NET401] why", "CFG005", f"{HERE} why"),
        ("infraspec ignore[NET401] why", "CFG005", f"{HERE} why"),
        ("infraspec: Ignore[NET401] why", "CFG005", f"{HERE} why"),
        ("infraspec: ignore(NET401) why", "CFG005", f"{HERE} why"),
        ("infraspec: noqa: NET401", "CFG005", HERE),
        ("infraspec: noqa NET401", "CFG005", HERE),
        ("infraspec: disable=NET401", "CFG005", HERE),
        ("infraspec: disable-next-line NET401 why", "CFG005", f"{HERE} why"),
        ("infraspec: ignroe[NET401] why", "CFG005", f"{HERE} why"),
        ("infraspec: ignore", "CFG005", None),
        ("infraspec: ignore[] why", "CFG005", None),
        ("infraspec: ignore[,] why", "CFG005", None),
        ("infraspec: ignore-file[NET401] why", "CFG005", None),
    ],
)
def test_a_comment_that_is_written_otherwise_is_told_and_mended(comment: str, code: str, mended: str | None) -> None:
    outcome = said(spec(nat=comment))
    assert codes(outcome) == ["NET401", code]
    fixes = outcome.diagnostics[1].fixes
    assert bool(fixes) == (mended is not None)
    if mended is not None:
        assert fixed(spec(nat=comment), outcome.diagnostics[1]) == spec(nat=mended)


@pytest.mark.parametrize(
    "comment", ["infraspec: three tiers", "infraspec", "see infraspec: the manual", "infraspec: why?"]
)
def test_a_comment_that_speaks_of_infraspec_is_no_mistake(comment: str) -> None:
    assert codes(said(spec(nat=comment))) == ["NET401"]


def test_a_fact_is_not_silenced_and_the_comment_is_told() -> None:
    text = spec(cidr="infraspec: ignore[NET101] why").replace("10.0.1.0/24", "10.0.0.0/25")
    outcome = said(text)
    facts = [one for one in outcome.diagnostics if one.is_fact]
    assert {one.problem.code for one in facts} == {"NET101"}
    assert codes(said(text, advice=False)) == ["CFG004", *codes_of(facts)]


def codes_of(diagnostics: list[Diagnostic]) -> list[str]:
    return [one.problem.code for one in diagnostics]


def test_where_there_are_facts_no_comment_is_unused() -> None:
    text = spec(cidr=f"{HERE} why").replace("10.0.1.0/24", "10.0.0.0/25")
    assert "CFG001" not in codes(said(text))


def test_only_lint_judges_comments() -> None:
    text = spec(cidr=f"{HERE} why", nat="infraspec: ignore NET4")
    assert codes(said(text, advice=False)) == []


def test_a_reason_is_asked_for_only_where_the_settings_say_so() -> None:
    strict = Settings(require_reason=True)
    assert codes(said(spec(nat=HERE))) == []
    assert codes(said(spec(nat=HERE), strict)) == ["CFG003"]
    assert codes(said(spec(nat=f"{HERE} why"), strict)) == []


def test_what_is_said_of_comments_is_silenced_by_comments() -> None:
    top = "# infraspec: ignore-file[CFG001] kept for later\n"
    assert codes(said(spec(top=top, cidr=f"{HERE} why"))) == ["NET401"]
    assert codes(said(spec(top=top))) == ["CFG001", "NET401"]


@pytest.mark.parametrize(
    "comment",
    [
        {"cidr": f"{HERE} why  # infraspec: ignore[CFG001] kept for later"},
        {"cidr": "infraspec: ignore[CFG001, NET401] kept for later"},
        {"main": f"{HERE.replace('401', '304')} why", "top": ""},
    ],
    ids=str,
)
def test_what_is_said_of_a_comment_is_silenced_in_its_own_line(comment: dict[str, str]) -> None:
    expected = ["CFG001", "NET401"] if "main" in comment else ["NET401"]
    assert codes(said(spec(**comment))) == expected


def test_what_is_said_of_a_comment_is_silenced_from_above() -> None:
    above = "      # infraspec: ignore[CFG003] everybody knows\n"
    outcome = said(spec(above=above, nat=HERE), Settings(require_reason=True))
    assert codes(outcome) == []
    assert [one.diagnostic.problem.code for one in outcome.suppressed] == ["NET401", "CFG003"]


def test_a_comment_for_what_is_not_looked_for_is_not_unused() -> None:
    assert codes(said(spec(cidr=f"{HERE} why"), Settings(ignore=("NET401",)))) == []
    assert codes(said(spec(cidr=f"{HERE} why"), Settings(select=("SEC",)))) == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(select=("ALL",)), True),
        (Settings(select=("SEC",)), False),
        (Settings(select=("NET4",)), True),
        (Settings(ignore=("NET401",)), False),
        (Settings(ignore=("ALL",)), False),
        (Settings(select=("NET401",), ignore=("NET4",)), True),
        (Settings(select=("NET4",), ignore=("NET401",)), False),
        (Settings(select=("NET401",), ignore=("NET401",)), False),
        (Settings(per_file_ignores={"*.yaml": ("NET401",)}), False),
        (Settings(per_file_ignores={"sandbox/**": ("NET401",)}), True),
        (Settings(per_file_ignores={"infraspec.yaml": ("SEC",)}), True),
    ],
    ids=str,
)
def test_the_longest_prefix_decides_what_is_looked_for(settings: Settings, expected: bool) -> None:  # noqa: FBT001
    assert codes(said(spec(), settings)) == (["NET401"] if expected else [])


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ({}, Level.WARNING),
        ({Level.ERROR: ("NET",)}, Level.ERROR),
        ({Level.NOTE: ("ALL",)}, Level.NOTE),
        ({Level.NOTE: ("NET",), Level.ERROR: ("NET401",)}, Level.ERROR),
        ({Level.ERROR: ("NET",), Level.NOTE: ("NET4",)}, Level.NOTE),
    ],
    ids=str,
)
def test_the_longest_prefix_decides_the_level(levels: dict[Level, tuple[str, ...]], level: Level) -> None:
    (one,) = said(spec(), Settings(levels=levels)).diagnostics
    assert one.level is level


def test_no_setting_touches_a_fact() -> None:
    text = spec().replace("10.0.1.0/24", "10.0.0.0/25")
    everything = Settings(select=("SEC",), ignore=("ALL",), levels={Level.NOTE: ("ALL",)})
    facts = said(text, everything).diagnostics
    assert facts
    assert {(one.problem.code, one.level) for one in facts} == {("NET101", Level.ERROR)}


@pytest.mark.parametrize(
    ("pattern", "fits", "misses"),
    [
        ("examples/**", ["examples/a.yaml", "examples/a/b.yaml"], ["examples", "my/examples/a.yaml", "examples.yaml"]),
        ("examples", ["examples/a.yaml", "my/examples/a.yaml", "examples"], ["examples.yaml"]),
        ("examples/", ["examples/a.yaml"], ["myexamples/a.yaml"]),
        ("*.infraspec.yaml", ["a.infraspec.yaml", "x/a.infraspec.yaml"], ["infraspec.yaml", "a.infraspec.yml"]),
        ("a/*.yaml", ["a/b.yaml"], ["a/b/c.yaml", "x/a/b.yaml"]),
        ("**/a.yaml", ["a.yaml", "x/a.yaml", "x/y/a.yaml"], ["xa.yaml"]),
        ("a/**/b.yaml", ["a/b.yaml", "a/x/y/b.yaml"], ["a/xb.yaml"]),
        ("./a?.yaml", ["ab.yaml"], ["a.yaml", "a/.yaml"]),
        ("a+(b).yaml", ["a+(b).yaml"], ["aab.yaml"]),
    ],
)
def test_patterns_fit_as_in_an_ignore_file(pattern: str, fits: list[str], misses: list[str]) -> None:
    assert [path for path in fits if not matches(pattern, path)] == []
    assert [path for path in misses if matches(pattern, path)] == []


@pytest.mark.parametrize("pattern", ["", "/", "./", "../x", "a/../b", "/abs", "a\\b"])
def test_a_pattern_that_fits_nothing_is_refused(pattern: str) -> None:
    assert unusable(pattern)


WORDS = st.sampled_from(
    [HERE, "# infraspec: ignore[NET401] x", "a # infraspec: b", "#infraspec:", "x", "'# infraspec: ignore[A]'", '"']
)


@st.composite
def texts(draw: st.DrawFn, depth: int = 2) -> object:
    """Data whose strings look like comments."""
    if depth == 0 or draw(st.integers(0, 2)) == 0:
        return draw(WORDS)
    if draw(st.booleans()):
        return draw(st.lists(texts(depth=depth - 1), min_size=1, max_size=3))
    return draw(st.dictionaries(WORDS, texts(depth=depth - 1), min_size=1, max_size=3))


def emit(data: object, indent: int, style: int, mark: list[str]) -> str:
    """YAML of data in one of several styles, with a comment wherever one can stand; what is one goes to `mark`."""

    def comment() -> str:
        mark.append(f"# infraspec: {len(mark)}")
        return f"  {mark[-1]}"

    pad = " " * indent
    if isinstance(data, str):
        if style == 0:
            return f" |{comment()}\n{pad}  {data}\n{pad}  # infraspec: text\n"
        if style == 1:
            return f" {json.dumps(data)}{comment()}\n"
        return " '" + data.replace("'", "''") + f"'{comment()}\n"
    lead = f"{comment()}\n"
    if isinstance(data, list):
        rows = [f"{pad}-{emit(item, indent + 2, (style + n) % 3, mark)}" for n, item in enumerate(data)]
    else:
        assert isinstance(data, dict)
        rows = [
            f"{pad}{json.dumps(key)}:{emit(value, indent + 2, (style + n) % 3, mark)}"
            for n, (key, value) in enumerate(data.items())
        ]
    return lead + "".join(rows)


def flow(data: object, mark: list[str]) -> str:
    """The same in flow style, over several lines."""
    if isinstance(data, str):
        return json.dumps(data)
    mark.append(f"# infraspec: {len(mark)}")
    head = f" {mark[-1]}\n "
    if isinstance(data, list):
        return f"[{head}" + ", ".join(flow(item, mark) for item in data) + "]"
    assert isinstance(data, dict)
    return f"{{{head}" + ", ".join(f"{json.dumps(key)}: {flow(value, mark)}" for key, value in data.items()) + "}"


@given(data=texts(), style=st.integers(0, 3))
def test_text_in_strings_is_never_a_comment_and_every_comment_is_found(data: object, style: int) -> None:
    mark: list[str] = []
    text = f"top: {flow(data, mark)}\n" if style == 3 else f"top:{emit(data, 2, style, mark)}"
    document, findings, files = read(text.encode(), "x.yaml")
    assert document is not None, text
    assert findings == ()
    found = [one.text for one in comments(files.all[0], "infraspec")]
    assert sorted(found) == sorted(mark)
    for one in comments(files.all[0], "infraspec"):
        assert text[one.span.start : one.span.end] == one.text


@given(at=st.integers(0, 22), indent=st.integers(0, 8), fact=st.booleans())
def test_a_comment_changes_nothing_but_what_is_silenced(at: int, indent: int, fact: bool) -> None:  # noqa: FBT001
    """Put above any line, a comment either silences the one finding, or is unused; nothing else is ever said."""
    text = spec().replace("10.0.1.0/24", "10.0.0.0/25") if fact else spec()
    lines = text.splitlines(keepends=True)
    at = min(at, len(lines))
    before = said(text)
    after = said("".join([*lines[:at], " " * indent + f"# {HERE} why\n", *lines[at:]]))
    silenced = [one.diagnostic.fingerprint for one in after.suppressed]
    rest = [one.fingerprint for one in after.diagnostics if one.problem.code != "CFG001"]
    assert sorted(silenced + rest) == sorted(one.fingerprint for one in before.diagnostics)
    if not fact:
        assert ("CFG001" in codes(after)) is (not silenced)


def test_a_comment_in_a_list_covers_its_item() -> None:
    head = (
        "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n"
    )
    rules = (
        "      web:\n        ingress:\n          - {{tcp: 80, from: 10.0.9.9/32}}{}\n"
        "          {}- tcp: 81\n            from: 10.0.9.9/32\n"
    )
    plain = [one for one in said(head + rules.format("", "")).diagnostics if one.problem.code == "SEC204"]
    assert len(plain) == 2
    for behind, above in ((HERE.replace("NET401", "SEC204"), ""), ("", HERE.replace("NET401", "SEC204"))):
        text = head + rules.format(f"  # {behind}" if behind else "", f"# {above}\n          " if above else "")
        outcome = said(text)
        (silenced,) = (one.diagnostic for one in outcome.suppressed)
        assert silenced.path == plain[0 if behind else 1].path


WHOLE = spec().partition("vpcs:")[0] + "include: [net.yaml]\n"


@pytest.mark.parametrize(
    ("own", "part", "silenced"),
    [
        ("", {}, False),
        ("", {"nat": f"{HERE} why"}, True),
        ("", {"main": f"{HERE} why"}, True),
        ("", {"above": f"      # {HERE} why\n"}, True),
        ("", {"top": "# infraspec: ignore-file[NET401] why\n"}, True),
        ("# infraspec: ignore-file[NET401] why\n", {}, False),
        (f"vpcs:  # {HERE} why\n  other: {{cidr: 10.1.0.0/16}}\n", {}, False),
        ("vpcs:\n  other: {cidr: 10.1.0.0/16}\n", {"vpcs": f"{HERE} why"}, True),
    ],
)
def test_what_an_included_file_holds_is_covered_by_comments_of_that_file(
    own: str,
    part: dict[str, str],
    silenced: bool,  # noqa: FBT001
) -> None:
    text = own + WHOLE if "-file" in own else WHOLE + own
    included = part.get("top", "") + "vpcs:" + spec(**part).partition("vpcs:")[2]
    spec_with = check(text.encode(), "infraspec.yaml", {"net.yaml": included}.get)
    outcome = weigh(spec_with, DEFAULTS, lambda: CODES, advice=True)
    assert [one.file for one in outcome.diagnostics if one.problem.code == "NET401"] == ["net.yaml"] * (not silenced)
    assert [one.diagnostic.file for one in outcome.suppressed] == ["net.yaml"] * silenced
    unused = [one.file for one in outcome.diagnostics if one.problem.code == "CFG001"]
    assert unused == (["infraspec.yaml"] if "infraspec:" in own else [])


# Baselines


def judged(text: str, name: str = "infraspec.yaml") -> Judged:
    found = check(text.encode(), name)
    return Judged(weigh(found, DEFAULTS, lambda: CODES, advice=True), DEFAULTS)


def baseline_of(*those: Judged) -> baselines.Baseline:
    made, mistake = baselines.read(written(those), "baseline.json")
    assert mistake == ""
    return made


TWO = spec().replace("      nat: {subnet: edge-a}\n", "      nat: {subnet: edge-a}\n      nat2: {subnet: edge-c}\n")


@pytest.mark.parametrize("text", [spec(), TWO, spec(cidr=f"{HERE} why"), spec(nat="infraspec: ignore NET4")])
def test_what_is_written_is_exactly_what_is_silenced(text: str) -> None:
    before = judged(text)
    (outcome,) = against(baseline_of(before), [before], CODES, tells_gone=True)
    assert outcome.diagnostics == ()
    assert [one.diagnostic for one in outcome.suppressed] == list(before.outcome.diagnostics)
    assert {one.by for one in outcome.suppressed} == {By.BASELINE}


@given(kept=st.sets(st.integers(0, 40)), again=st.integers(0, 3))
def test_a_baseline_silences_as_many_as_it_names(kept: set[int], again: int) -> None:
    """Of several findings alike, each entry silences one; the rest count, and entries too many are gone."""
    (one,) = judged(spec()).outcome.diagnostics
    found = Judged(Outcome("infraspec.yaml", {"infraspec.yaml": spec()}, (one,) * len(kept)), DEFAULTS)
    known = baseline_of(Judged(Outcome("infraspec.yaml", {}, (one,) * again), DEFAULTS))
    (outcome,) = against(known, [found], CODES, tells_gone=True)
    assert len(outcome.suppressed) == min(len(kept), again)
    assert codes(outcome).count("NET401") == max(0, len(kept) - again)
    assert codes(outcome).count("CFG006") == max(0, again - len(kept))


def test_a_baseline_survives_edits_above_and_another_order() -> None:
    known = baseline_of(judged(spec()))
    moved = "# a line more\n\n" + spec().replace("    internet_gateway: igw\n", "").replace(
        "    tiers:\n", "    internet_gateway: igw\n    tiers:\n"
    )
    (outcome,) = against(known, [judged(moved)], CODES, tells_gone=True)
    assert (codes(outcome), len(outcome.suppressed)) == ([], 1)


def test_what_is_new_counts_and_what_is_gone_is_told_in_the_baseline() -> None:
    known = baseline_of(judged(spec()))
    mended = judged(spec().replace("{subnet: edge-a}", "{subnets: tier:edge}"))
    (outcome,) = against(known, [mended], CODES, tells_gone=True)
    (gone,) = outcome.diagnostics
    assert (gone.problem.code, gone.level, gone.file) == ("CFG006", Level.NOTE, "baseline.json")
    assert known.entries[0].fingerprint in known.text[gone.primary.span.start : gone.primary.span.end]
    assert outcome.texts["baseline.json"] == known.text
    assert codes(against(known, [mended], CODES, tells_gone=False)[0]) == []
    broken = judged(spec().replace("10.0.1.0/24", "10.0.0.0/25").replace("{subnet: edge-a}", "{subnets: tier:edge}"))
    assert "CFG006" not in codes(against(known, [broken], CODES, tells_gone=True)[0])


def test_a_fact_is_never_written_and_never_silenced() -> None:
    broken = judged(spec().replace("10.0.1.0/24", "10.0.0.0/25"))
    facts = [one for one in broken.outcome.diagnostics if one.is_fact]
    assert facts
    assert "NET101" not in written([broken])
    fact = facts[0]
    forged = json.dumps([{"file": "infraspec.yaml", "path": "x", "code": "NET101", "fingerprint": fact.fingerprint}])
    known, _ = baselines.read(forged, "baseline.json")
    (outcome,) = against(known, [broken], CODES, tells_gone=True)
    assert fact in outcome.diagnostics
    assert outcome.suppressed == ()
    (sound,) = against(known, [judged(spec())], CODES, tells_gone=True)
    assert "CFG004" in codes(sound)


def test_a_baseline_is_sorted_and_the_same_whatever_the_order_of_specs() -> None:
    one, other = judged(spec(), "a.yaml"), judged(TWO, "b.yaml")
    assert written([one, other]) == written([other, one])
    entries = json.loads(written([one, other]))
    assert [list(entry) for entry in entries] == [["file", "path", "code", "fingerprint"]] * len(entries)
    assert written([]) == "[]\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("[1,", "not JSON"),
        ("{}", "a baseline is a list"),
        ("[1]", "entry 1 has no text as its `file`"),
        ('[{"file": "a", "path": "", "code": "X"}]', "entry 1 has no text as its `fingerprint`"),
        ("[" * 100_000, "nested too deep"),
        ("[" + "9" * 5000 + "]", "not JSON"),
    ],
    ids=["empty", "cut", "mapping", "number", "field", "deep", "digits"],
)
def test_a_broken_baseline_is_2_and_says_what_is_wrong(
    text: str, why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "base.json").write_text(text, encoding="utf-8")
    with pytest.raises(Failure, match=why) as failure:
        main(["lint", "--baseline", "base.json"])
    assert "base.json" in str(failure.value)
    assert capsys.readouterr().out == ""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a spec that NET401 advises against, which we are in."""
    (tmp_path / "infraspec.yaml").write_text(spec(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INFRASPEC_CONFIG", raising=False)
    return tmp_path


def test_a_baseline_is_written_read_and_shrinks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint"]) == 1
    capsys.readouterr()
    assert main(["lint", "--write-baseline", "base.json"]) == 0
    assert "Wrote 1 finding to base.json." in capsys.readouterr().err
    assert main(["lint", "--baseline", "base.json"]) == 0
    assert capsys.readouterr().out == ""
    (folder / "infraspec.toml").write_text('[lint]\nbaseline = "base.json"\n', encoding="utf-8")
    assert main(["lint"]) == 0
    (folder / "infraspec.yaml").rename(folder / "a.infraspec.yaml")
    assert main(["lint"]) == 1
    told = capsys.readouterr().out
    assert "NET401 is gone from infraspec.yaml" in told
    assert "warning[NET401]" in told
    assert main(["lint", "--write-baseline", "base.json"]) == 0
    assert [entry["file"] for entry in json.loads((folder / "base.json").read_text())] == ["a.infraspec.yaml"]


def test_a_baseline_is_not_written_over_a_spec(folder: Path) -> None:
    with pytest.raises(Failure, match="is a spec"):
        main(["lint", "--write-baseline", "infraspec.yaml"])
    assert (folder / "infraspec.yaml").read_text(encoding="utf-8") == spec()


# With fixes


def test_an_unused_comment_is_deleted_with_its_line_and_what_is_silenced_stays(folder: Path) -> None:
    text = spec(
        above=f"      # {HERE} why\n", cidr="infraspec: ignore[SEC204] why", below="    # infraspec: ignore NET9\n"
    )
    (folder / "infraspec.yaml").write_text(text, encoding="utf-8")
    assert main(["lint", "--diff"]) == 1
    assert (folder / "infraspec.yaml").read_text(encoding="utf-8") == text
    assert main(["lint", "--fix"]) == 1
    mended = spec(above=f"      # {HERE} why\n", below="    # infraspec: ignore NET9\n")
    assert (folder / "infraspec.yaml").read_text(encoding="utf-8") == mended


def test_fix_goes_by_the_settings_and_the_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = spec(cidr="infraspec: ignore[SEC204] why")
    (folder / "infraspec.yaml").write_text(text, encoding="utf-8")
    (folder / "infraspec.toml").write_text('[lint]\nignore = ["CFG001"]\nformat = "json"\n', encoding="utf-8")
    assert main(["lint", "--fix", "--write-baseline", "base.json"]) == 0
    assert (folder / "infraspec.yaml").read_text(encoding="utf-8") == text
    report = json.loads(capsys.readouterr().out)
    assert report["diagnostics"] == []
    assert [one["code"] for one in report["suppressed"]] == ["NET401"]


@pytest.mark.parametrize(
    "arguments",
    [("--diff", "--write-baseline", "b.json"), ("--unsafe-fixes",), ("--write-baseline", "")],
    ids=str,
)
def test_options_that_say_nothing_together_are_2(arguments: tuple[str, ...], folder: Path) -> None:
    with pytest.raises(Failure):
        main(["lint", *arguments])
    assert [path.name for path in folder.iterdir()] == ["infraspec.yaml"]
