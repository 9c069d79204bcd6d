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

PROBLEMS = (NOT_YAML, DUPLICATE_KEY, AMBIGUOUS_SCALAR, UNSUPPORTED_YAML, TOO_LARGE)
