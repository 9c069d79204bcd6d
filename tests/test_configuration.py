"""The configuration file: where it is found, what it may say, and what is said of mistakes in it."""

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from examples import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_triage import spec

from infraspec.catalogue import PROBLEMS
from infraspec.cli.failure import Failure
from infraspec.cli.main import main
from infraspec.diagnostic import Level
from infraspec.triage.codes import Codes
from infraspec.triage.configuration import settings_of
from infraspec.triage.keys import KEYS, Takes
from infraspec.triage.problems import PROBLEMS as OWN
from infraspec.triage.settings import DEFAULTS, Settings
from infraspec.triage.toml_lines import line_of

CODES = Codes(PROBLEMS)
PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def read(text: str, above: tuple[str, ...] = ()) -> tuple[Settings, tuple[str, ...]]:
    return settings_of(text, "infraspec.toml", Path(), lambda: CODES, above)


WHOLE = """[lint]
select = ["ALL"]
ignore = ["NET401"]
warn = ["SEC204"]
error = ["NET304"]
note = ["SEC"]
fail-on = "note"
format = "concise"
baseline = "base.json"
require-reason = true
exclude = ["examples/**"]
[lint.per-file-ignores]
"sandbox/**" = ["SEC", "NET401"]
[render]
output = "build"
"""


def test_every_key_is_read() -> None:
    settings, mistakes = read(WHOLE)
    assert mistakes == ()
    assert settings == Settings(
        file="infraspec.toml",
        select=("ALL",),
        ignore=("NET401",),
        levels={Level.WARNING: ("SEC204",), Level.ERROR: ("NET304",), Level.NOTE: ("SEC",)},
        fail_on="note",
        format="concise",
        baseline="base.json",
        require_reason=True,
        exclude=("examples/**",),
        per_file_ignores={"sandbox/**": ("SEC", "NET401")},
        output="build",
    )
    written = {name for field in fields(settings) if (name := field.name) not in ("file", "root")}
    assert len(KEYS) == len(written) - 1 + 3, "levels are three keys"


def test_the_default_of_every_key_is_what_a_missing_one_means() -> None:
    tables: dict[str, list[str]] = {}
    for key in KEYS:
        if key.default and key.name not in ("lint.fail-on", "lint.format"):
            table, _, name = key.name.partition(".")
            tables.setdefault(table, []).append(f"{name} = {key.default}")
    text = "".join(f"[{table}]\n" + "\n".join(rows) + "\n" for table, rows in tables.items())
    settings, mistakes = read(text)
    assert mistakes == ()
    levels = {level: codes for level, codes in settings.levels.items() if codes}
    assert (settings.select, settings.ignore, levels) == (DEFAULTS.select, DEFAULTS.ignore, {})
    assert (settings.exclude, settings.per_file_ignores) == (DEFAULTS.exclude, DEFAULTS.per_file_ignores)
    assert settings.require_reason is DEFAULTS.require_reason
    words = {key.name: tomllib.loads(f"x = {key.default}")["x"] for key in KEYS if key.takes is Takes.WORD}
    assert words == {"lint.fail-on": "warning", "lint.format": "full"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[lnt]\n", "1: there is no table `lnt`; did you mean `lint`?"),
        ("lint = 3\n", "1: `lint` is a table, not `3`"),
        ("selct = []\n", "1: there is no key `selct`"),
        ('[lint]\n\nselct = ["SEC"]\n', "3: there is no key `lint.selct`; did you mean `lint.select`?"),
        (
            "[lint]\nrequire_reason = true\n",
            "2: there is no key `lint.require_reason`; did you mean `lint.require-reason`?",
        ),
        ('[lint]\noutput = "x"\n', "2: there is no key `lint.output`; did you mean `render.output`?"),
        ("[lint]\nselect = 3\n", "2: `lint.select` takes a list of codes or prefixes, not `3`"),
        ('[lint]\nselect = "SEC"\n', "2: `lint.select` takes a list of codes or prefixes, not the text `SEC`"),
        ("[lint]\nselect = [1]\n", "2: `lint.select` takes a list of codes or prefixes, not `1` in it"),
        ("[lint]\nselect = [\n  'SEC',\n  'SEK',\n]\n", "4: `lint.select`: no code is or begins with `SEK`"),
        ("[lint]\nselect = ['SEK']", "`SEK`; did you mean `SEC`?"),
        ("[lint]\nselect = ['all']", "`all`; did you mean `ALL`?"),
        (
            '[lint]\nignore = ["sec204"]\n',
            "2: `lint.ignore`: no code is or begins with `sec204`; did you mean `SEC204`?",
        ),
        ('[lint]\nignore = ["NET101"]\n', ": NET101 is a fact"),
        ('[lint]\nwarn = ["NET101"]\n', ": NET101 is a fact"),
        ('[lint]\nnote = ["YML"]\n', ": every code of YML is a fact"),
        ('lint.per-file-ignores."a/**" = ["YML001"]\n', ": YML001 is a fact"),
        ('[lint.per-file-ignores]\n"/a" = ["SEC"]\n', "2: the pattern `/a` leads out of the folder of the file"),
        ("[lint]\nper-file-ignores = []\n", "2: `lint.per-file-ignores` takes a table from patterns"),
        ('[lint]\nwarn = ["SEC2"]\nerror = ["SEC2"]\n', "2: `SEC2` stands in `lint.error` and in `lint.warn`"),
        ('[lint]\nfail-on = "warn"\n', "2: `lint.fail-on` takes no `warn`; did you mean `warning`?"),
        ('[lint]\nformat = "xml"\n', "2: `lint.format` takes no `xml`"),
        ("[lint]\nfail-on = 1\n", "2: `lint.fail-on` takes one of error, warning, note, never, not `1`"),
        ('[lint]\nrequire-reason = "yes"\n', "2: `lint.require-reason` takes `true` or `false`, not the text `yes`"),
        ('[lint]\nexclude = ["../x"]\n', "2: the pattern `../x` leads out of the folder of the file"),
        ('[render]\noutput = ""\n', "2: `render.output` takes a path from the folder of the file, not an empty text"),
        ("[lint\n", "1:6: this is not TOML: "),
        ("a = 1\na = 2\n", ": this is not TOML: "),
        ("a = " + "[" * 100_000, "this is nested too deep"),
        ("a = " + "9" * 5_000, "this is not TOML: "),
        ("a = 2021-13-45", "this is not TOML: "),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(text: str, said: str) -> None:
    _, mistakes = read(text)
    assert len(mistakes) == 1
    assert mistakes[0].startswith("infraspec.toml:")
    assert said in mistakes[0]
    assert "\n" not in mistakes[0]


def test_every_mistake_is_told_in_one_run() -> None:
    assert len(read('[lint]\nselct = []\nignore = ["NET101", "SEK"]\n[rendr]\n')[1]) == 4


VALUES = st.recursive(
    st.sampled_from(["SEC", "NET101", "", "a/**", "\n", "note"]) | st.integers() | st.booleans() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "lint", "", "x y"]), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*(key.name.partition(".")[2] for key in KEYS), "x", ""]), VALUES, max_size=4))
def test_no_toml_is_a_defect(table: dict[str, object]) -> None:
    text = "[lint]\n" + "".join(f"{json.dumps(name)} = {toml(value)}\n" for name, value in table.items())
    settings, mistakes = read(text)
    known = {key.name.partition(".")[2] for key in KEYS if key.name.startswith("lint.")}
    if set(table) - known:
        assert mistakes
    assert all("\n" not in mistake for mistake in mistakes)
    assert isinstance(settings, Settings)


@given(st.text())
def test_no_text_is_a_defect(text: str) -> None:
    settings, mistakes = read(text)
    assert all(mistake.startswith("infraspec.toml") for mistake in mistakes)
    assert isinstance(settings, Settings)


def toml(value: object) -> str:
    """A value in TOML."""
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(one)}" for key, one in value.items()) + "}"
    return json.dumps(value).replace("NaN", "nan").replace("Infinity", "inf")


def test_lines_are_found_in_tables_dotted_and_quoted_keys() -> None:
    text = 'a = 1\n[tool.infraspec]\nlint."per-file-ignores" = {}\n[tool.infraspec.lint]\nselect = [\n "X",\n]\n'
    assert line_of(text, ("tool", "infraspec", "lint", "select")) == 5
    assert line_of(text, ("tool", "infraspec", "lint", "select"), "X") == 6
    assert line_of(text, ("tool", "infraspec", "lint", "per-file-ignores")) == 3
    assert line_of(text, ("nothing",)) == 0


# Where it is found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that we are in, with a spec in `nets/a` that NET401 advises against."""
    (tmp_path / "nets" / "a").mkdir(parents=True)
    (tmp_path / "nets" / "a" / "infraspec.yaml").write_text(spec(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INFRASPEC_CONFIG", raising=False)
    return tmp_path


OFF = '[lint]\nignore = ["NET401"]\n'
ON = "[lint]\n"
IN_PROJECT = '[tool.infraspec.lint]\nignore = ["NET401"]\n'


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({}, (), 1),
        ({"infraspec.toml": OFF}, (), 0),
        ({"infraspec.toml": OFF}, ("--isolated",), 1),
        ({"infraspec.toml": OFF, "nets/infraspec.toml": ON}, (), 1),
        ({"infraspec.toml": ON, "nets/a/infraspec.toml": OFF}, (), 0),
        ({"pyproject.toml": IN_PROJECT}, (), 0),
        ({"pyproject.toml": "[tool]\ninfraspec = {lint = {ignore = ['NET401']}}\n"}, (), 0),
        ({"pyproject.toml": IN_PROJECT, "nets/pyproject.toml": "[project]\nname = 'infraspec'\n"}, (), 0),
        ({"pyproject.toml": IN_PROJECT, "nets/pyproject.toml": "[broken\n"}, (), 0),
        ({"pyproject.toml": IN_PROJECT, "infraspec.toml": ON}, (), 1),
        ({"other.toml": OFF}, ("--config", "other.toml"), 0),
        ({"pyproject.toml": IN_PROJECT, "nets/infraspec.toml": ON}, ("--config", "pyproject.toml"), 0),
        ({"infraspec.toml": ON, "other.toml": OFF}, ("--config", "other.toml"), 0),
        ({"infraspec.toml": OFF}, ("--select", "NET"), 1),
        ({"infraspec.toml": OFF}, ("--select", "NET,SEC", "--ignore", "NET4"), 0),
        ({}, ("--ignore", "NET401, SEC204"), 0),
        ({}, ("--ignore", "SEC", "--ignore", "NET401"), 0),
        ({"infraspec.toml": "[lint]\nselect = ['NET401']\n"}, ("--ignore", "NET"), 0),
        ({"infraspec.toml": "[lint]\nnote = ['NET401']\n"}, (), 0),
        ({"infraspec.toml": "[lint]\nnote = ['NET401']\nfail-on = 'note'\n"}, (), 1),
        ({"infraspec.toml": "[lint]\nfail-on = 'never'\n"}, (), 0),
        ({"infraspec.toml": "[lint]\nfail-on = 'never'\n"}, ("--fail-on", "warning"), 1),
        ({"infraspec.toml": "[lint.per-file-ignores]\n'nets/**' = ['NET']\n"}, (), 0),
        ({"infraspec.toml": "[lint.per-file-ignores]\n'other/**' = ['NET']\n"}, (), 1),
    ],
    ids=str,
)
def test_the_nearest_configuration_holds_and_options_go_before_it(
    files: dict[str, str], arguments: tuple[str, ...], code: int, folder: Path
) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert main(["lint", "-q", *arguments]) == code


def test_the_environment_names_a_configuration_and_an_option_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "off.toml").write_text(OFF, encoding="utf-8")
    (folder / "on.toml").write_text(ON, encoding="utf-8")
    monkeypatch.setenv("INFRASPEC_CONFIG", "off.toml")
    assert main(["lint", "-q"]) == 0
    assert main(["lint", "-q", "--config", "on.toml"]) == 1
    assert main(["lint", "-q", "--isolated"]) == 1


def test_each_spec_has_its_own_configuration(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "nets" / "b").mkdir()
    (folder / "nets" / "b" / "infraspec.yaml").write_text(spec(), encoding="utf-8")
    (folder / "nets" / "b" / "infraspec.toml").write_text(OFF, encoding="utf-8")
    assert main(["lint"]) == 1
    assert re.findall(r"--> (\S+?):", capsys.readouterr().out) == ["nets/a/infraspec.yaml"]


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({}, ("--config", "no.toml"), "cannot read no.toml: No such file or directory"),
        ({}, ("--config", ""), "--config names no file"),
        ({"x.toml": ON}, ("--config", "x.toml", "--isolated"), "write one of the two"),
        ({"pyproject.toml": "[project]\n"}, ("--config", "pyproject.toml"), "has no table `[tool.infraspec]`"),
        ({"pyproject.toml": "[tool.infraspec]\nlnt = 1\n"}, (), "pyproject.toml:2: there is no key `lnt`"),
        ({"pyproject.toml": "[tool.infraspec\n"}, (), "pyproject.toml:1:16: this is not TOML"),
        ({"pyproject.toml": "tool.infraspec = 3\n"}, (), "`tool.infraspec` is a table, not `3`"),
        ({"infraspec.toml": "[lint]\nselct = 1\nx = 2\n"}, (), "infraspec.toml:3: there is no key `lint.x`"),
        ({"infraspec.toml": "\xff"}, (), "infraspec.toml: it is not text in UTF-8"),
        ({}, ("--select", "SEK2"), "--select: no code is or begins with `SEK2`; did you mean `SEC2"),
        ({}, ("--ignore", "NET101"), "--ignore: NET101 is a fact"),
        ({}, ("--ignore", "YML"), "--ignore: every code of YML is a fact"),
        ({}, ("--ignore", ","), "--ignore names no code"),
        ({"infraspec.toml": "[lint]\nexclude = ['nets']\n"}, (), "`lint.exclude` of infraspec.toml excludes all"),
        ({"infraspec.toml": "[lint]\nbaseline = 'no.json'\n"}, (), "cannot read no.json"),
        ({}, ("--baseline", ""), "a baseline is a file: name it"),
    ],
    ids=str,
)
def test_what_cannot_be_configured_is_2_and_says_why(
    files: dict[str, str], arguments: tuple[str, ...], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(Failure, match=re.escape(said)):
        main(["lint", *arguments])
    assert capsys.readouterr().out == ""


def test_excluded_specs_are_passed_over_unless_they_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "infraspec.yaml").write_text(spec(), encoding="utf-8")
    (folder / "infraspec.toml").write_text('[lint]\nexclude = ["nets/**"]\n', encoding="utf-8")
    assert main(["lint"]) == 1
    assert re.findall(r"--> (\S+?):", capsys.readouterr().out) == ["infraspec.yaml"]
    main(["lint", "nets/a/infraspec.yaml"])
    assert "--> nets/a/infraspec.yaml" in capsys.readouterr().out


def test_render_all_writes_where_the_configuration_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "nets/a/infraspec.yaml"
    with pytest.raises(Failure, match=re.escape("`render.output` in infraspec.toml")):
        main(["render", "all", path])
    (folder / "nets" / "infraspec.toml").write_text('[render]\noutput = "out/x"\n', encoding="utf-8")
    assert main(["render", "all", path]) == 0
    assert capsys.readouterr().out == "nets/out/x/template.json\nnets/out/x/main.tf.json\n"
    assert main(["render", "all", path, "--check"]) == 0
    assert main(["render", "all", path, "-o", "here"]) == 0
    assert (folder / "here" / "main.tf.json").is_file()


def test_a_setting_changes_neither_what_is_valid_nor_what_is_rendered(folder: Path) -> None:
    (folder / "infraspec.toml").write_text('[lint]\nerror = ["NET401"]\nfail-on = "note"\n', encoding="utf-8")
    assert main(["lint", "-q"]) == 1
    assert main(["validate", "-q"]) == 0
    assert main(["render", "terraform", "-q", "nets/a/infraspec.yaml", "-o", "x.tf.json"]) == 0


# The page


def test_the_page_has_every_key_as_the_table_has_it() -> None:
    rows = re.findall(r"^\| `([a-z.-]+)` \| (.*) \| (.*) \| (.*) \|$", PAGE, re.MULTILINE)
    expected = [
        (
            key.name,
            ", ".join(f"`{word}`" for word in key.words) or str(key.takes),
            f"`{key.default}`" if key.default else "",
            key.meaning,
        )
        for key in KEYS
    ]
    assert rows == expected


def test_the_examples_of_the_page_are_read() -> None:
    examples = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert examples
    for text in examples:
        above = ("tool", "infraspec") if "[tool.infraspec" in text else ()
        settings, mistakes = read(text, above)
        assert mistakes == ()
        assert settings != Settings(file="infraspec.toml")


def test_the_page_explains_every_code_of_comments_and_baselines() -> None:
    assert [problem.code for problem in OWN if f"| {problem.code} |" not in PAGE] == []
