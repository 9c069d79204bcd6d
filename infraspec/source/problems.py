"""What can be wrong with a spec as text."""

from infraspec.diagnostic import Level, Problem

_YAML = "https://yaml.org/spec/1.2.2/"

NOT_YAML = Problem(
    code="YML001",
    name="not-yaml",
    level=Level.ERROR,
    title="The text is not YAML",
    explanation="A spec is one YAML document in UTF-8. Reading stops at the first character that cannot be "
    "right, since what follows would only be guessed at.",
    bad="version: 1\nname: [unclosed  # <- YML001\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    good="version: 1\nname: closed\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    source=_YAML,
)
DUPLICATE_KEY = Problem(
    code="YML002",
    name="duplicate-key",
    level=Level.ERROR,
    title="A key is written twice in one mapping",
    explanation="Most YAML readers keep the last of two equal keys and drop the first without a word. "
    "infraspec refuses both readings.",
    bad="version: 1\nname: twice\nname: again  # <- YML002\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    good="version: 1\nname: once\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    source=_YAML + "#3213-node-comparison",
)
AMBIGUOUS_SCALAR = Problem(
    code="YML003",
    name="ambiguous-scalar",
    level=Level.ERROR,
    title="A value means different things to different YAML readers",
    explanation="YAML 1.1 and 1.2 disagree about `on`, `22:30`, `010` and `1_000`. infraspec takes none of "
    "the readings: write a plain number, `true` or `false`, or put the text in quotes.",
    bad="version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Owner: on}  # <- YML003\n",
    good='version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Owner: "on"}\n',
    source="https://yaml.org/type/bool.html",
)
UNSUPPORTED_YAML = Problem(
    code="YML004",
    name="unsupported-yaml",
    level=Level.ERROR,
    title="A part of YAML that a spec does not use",
    explanation="Tags (`!Ref`), several documents in one file and keys that are not plain text have no meaning in "
    "a spec: things are referred to by their bare names.",
    bad="version: 1\nname: !Ref demo  # <- YML004\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    good="version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
    source=_YAML,
)
TOO_LARGE = Problem(
    code="YML005",
    name="too-large",
    level=Level.ERROR,
    title="The text is larger, deeper or more repetitive than a spec can be",
    explanation="A spec has at most 4 MiB, 64 levels and 250,000 values after its aliases are followed. The limits "
    "are far above what AWS lets one account hold, and they keep hostile input from exhausting the reader.",
    bad="version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\ntags: "
    + "[" * 70
    + "]" * 70
    + "  # <- YML005\n",
    good="version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {}\n",
    source=_YAML,
)

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = "vpcs: {main: {cidr: 10.0.0.0/16}}\n"
_TEAM = "variables:\n  team: {default: web}\n"

NOT_INCLUDED = Problem(
    code="ENV001",
    name="not-included",
    level=Level.ERROR,
    title="A file that cannot be part of the spec",
    explanation="`include:` names files by their paths from the file that it stands in. Each is a mapping of sections, "
    "stands in the folder of the spec or below it, and is part of the spec once. What was found in the other files is "
    "reported all the same, but no name is called unknown, since it may stand in the one that is missing.",
    bad=_HEAD + "include: [network.yaml]  # <- ENV001\n" + _VPC,
    good=_HEAD + _VPC,
)
DEFINED_TWICE = Problem(
    code="ENV002",
    name="defined-in-two-files",
    level=Level.ERROR,
    title="Two files define the same thing",
    explanation="Sections of several files are put together, and each name in them is defined once. A VPC or a tier may "
    "be continued in another file with further sections (`vpcs: {main: {security_groups: …}}`); all else of it, such as "
    "its `cidr`, stands in one file. To change what another file says, lay an overlay over it.",
    bad="",
    good="",
)
NOTHING_REMOVED = Problem(
    code="ENV003",
    name="nothing-removed",
    level=Level.ERROR,
    title="An overlay removes what is not there",
    explanation="`null` in an overlay removes what the spec says. Where the spec says nothing, the name is probably "
    "misspelt, and what was to go would stay.",
    bad="",
    good="",
)
UNKNOWN_VARIABLE = Problem(
    code="ENV101",
    name="unknown-variable",
    level=Level.ERROR,
    title="A variable that is not declared",
    explanation="In a spec with `variables:`, `${name}` in a value is a variable. `$${name}` writes the text `${name}`, "
    "as a shell script wants it. What holds a colon, such as `${aws:username}` in a policy or `${PORT:-80}` in a script, "
    "and IAM's `${*}`, `${?}` and `${$}` are no variables and stay as they are; so does everything in a spec without "
    "`variables:`.",
    bad=_HEAD + _TEAM + _VPC + "tags:\n  Team: ${team}\n  Owner: ${taem}  # <- ENV101\n",
    good=_HEAD + _TEAM + _VPC + "tags:\n  Team: ${team}\n  Owner: ${team}\n",
)
VARIABLE_FORM = Problem(
    code="ENV102",
    name="variable-form",
    level=Level.ERROR,
    title="A variable where none can be",
    explanation="`${name}` takes a name alone: there are no expressions. A list cannot stand inside a text, a default is "
    "not made of other variables, and a key holds none, since keys are names, from which the identifiers in both "
    "outputs are made.",
    bad=_HEAD + _TEAM + _VPC + "tags: {Team: '${team}'}\ndescription: of ${team | upper}  # <- ENV102\n",
    good=_HEAD + _TEAM + _VPC + "tags: {Team: '${team}'}\ndescription: of ${team}\n",
)
UNUSED_VARIABLE = Problem(
    code="ENV103",
    name="unused-variable",
    level=Level.WARNING,
    title="A variable that nothing uses",
    explanation="Setting it changes nothing. Perhaps its last use was removed, or its name is written without `${}`.",
    bad=_HEAD + "variables:\n  team: {default: web}  # <- ENV103\n" + _VPC + "tags: {Team: team}\n",
    good=_HEAD + "variables:\n  team: {default: web}\n" + _VPC + "tags: {Team: '${team}'}\n",
)

PROBLEMS = (
    NOT_YAML,
    DUPLICATE_KEY,
    AMBIGUOUS_SCALAR,
    UNSUPPORTED_YAML,
    TOO_LARGE,
    NOT_INCLUDED,
    DEFINED_TWICE,
    NOTHING_REMOVED,
    UNKNOWN_VARIABLE,
    VARIABLE_FORM,
    UNUSED_VARIABLE,
)
