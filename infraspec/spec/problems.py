"""What can be wrong with the shape of a spec, before anything is known of AWS."""

from infraspec.diagnostic import Level, Problem

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

UNKNOWN_FIELD = Problem(
    code="SPC001",
    name="unknown-field",
    level=Level.ERROR,
    title="A key that the language does not have",
    explanation="A key that nothing reads would be a silent mistake. The nearest key that fits here is named; names "
    "from CloudFormation and Terraform are recognised.",
    bad=_HEAD + "vpcs:\n  main: {cdir: 10.0.0.0/16}  # <- SPC001\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\n",
)
MISSING_FIELD = Problem(
    code="SPC002",
    name="missing-field",
    level=Level.ERROR,
    title="A key that an entry cannot do without",
    explanation="The entry has no useful default for this key, so it must be written.",
    bad=_HEAD + "vpcs:\n  main: {tenancy: default}  # <- SPC002\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16, tenancy: default}\n",
)
WRONG_VALUE = Problem(
    code="SPC003",
    name="wrong-value",
    level=Level.ERROR,
    title="A value that this key cannot take",
    explanation="Each key takes one kind of value. Text that looks like a number must be put in quotes, and a list "
    "is written in brackets or with dashes.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16, tenancy: shared}  # <- SPC003\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16, tenancy: default}\n",
)
UNKNOWN_NAME = Problem(
    code="SPC004",
    name="unknown-name",
    level=Level.ERROR,
    title="A name that nothing in the spec has",
    explanation="A reference is the bare name of something else in the spec. The field decides which kinds it may "
    "mean; `kind:name` says which where two kinds share a name.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    route_tables:\n      private: {}\n    tiers:\n"
    + "      app:\n        route_table: privat  # <- SPC004\n        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    route_tables:\n      private: {}\n    tiers:\n"
    + "      app:\n        route_table: private\n        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}\n",
)
NAME_TWICE = Problem(
    code="SPC005",
    name="name-twice",
    level=Level.ERROR,
    title="Two things of one kind with the same name",
    explanation="A name is how a thing is referred to, how it is tagged, and what its identifier in both outputs is "
    "made of. So a kind has each name once in a spec, over all VPCs.",
    bad=_HEAD
    + "vpcs:\n  blue: {cidr: 10.0.0.0/16, route_tables: {private: {}}}\n"
    + "  green: {cidr: 10.1.0.0/16, route_tables: {private: {}}}  # <- SPC005\n",
    good=_HEAD
    + "vpcs:\n  blue: {cidr: 10.0.0.0/16, route_tables: {blue-private: {}}}\n"
    + "  green: {cidr: 10.1.0.0/16, route_tables: {green-private: {}}}\n",
)
AMBIGUOUS_NAME = Problem(
    code="SPC006",
    name="ambiguous-name",
    level=Level.ERROR,
    title="A name that two kinds of thing have",
    explanation="Where a field takes several kinds and two things share a name, write `kind:name`, as in `tier:web`.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      web:\n        subnets: {web: {zone: a, cidr: 10.0.0.0/24}}\n"
    + "    security_groups:\n      edge:\n        egress: []\n        ingress: [{tcp: 443, from: web}]  # <- SPC006\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      web:\n        subnets: {web: {zone: a, cidr: 10.0.0.0/24}}\n"
    + "    security_groups:\n      edge:\n        egress: []\n        ingress: [{tcp: 443, from: 'tier:web'}]\n",
)
UNUSABLE_NAME = Problem(
    code="SPC007",
    name="unusable-name",
    level=Level.ERROR,
    title="A name that cannot be a Name tag or be referred to",
    explanation="A name has 1 to 255 characters without control characters or white space at either end. `:` and `/` "
    "separate other things (`kind:name`, addresses), and `self`, `vpc`, `internet`, `all` and `auto` are words of the language.",
    bad=_HEAD + "vpcs:\n  self: {cidr: 10.0.0.0/16}  # <- SPC007\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Tag.html",
)
TAG_FORM = Problem(
    code="NAM101",
    name="tag-form",
    level=Level.ERROR,
    title="A tag that AWS refuses",
    explanation="A tag key has 1 to 128 characters and does not start with `aws:`; a value has at most 256. Both hold "
    "letters, digits and spaces of any language, and `_ . : / = + - @`. `Name` is the entry's own key.",
    bad=_HEAD + 'tags: {"aws:owner": net}  # <- NAM101\n',
    good=_HEAD + "tags: {owner: net}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Tag.html",
)
NOT_CANONICAL = Problem(
    code="NET105",
    name="host-bits-set",
    level=Level.ERROR,
    title="A block with bits set behind its prefix",
    explanation="EC2 silently clears them, Terraform refuses them, and a template then shows drift. Write the block "
    "that is meant.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.0.5.0/16}  # <- NET105\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
)
NOT_AN_ADDRESS = Problem(
    code="NET106",
    name="not-an-address",
    level=Level.ERROR,
    title="Not a block or an address",
    explanation="A block is four numbers of 0 to 255 without leading zeros and a prefix, `10.20.0.0/16`; an address is "
    "the same without a prefix. IPv6 is written as in RFC 4291.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.300.0.0/16}  # <- NET106\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.30.0.0/16}\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
)
ID_FORM = Problem(
    code="SPC008",
    name="not-an-id",
    level=Level.ERROR,
    title="`existing` does not hold an identifier of this kind",
    explanation="`existing:` refers to something that infraspec does not manage, by the identifier that AWS gave it.",
    bad=_HEAD + "vpcs:\n  main: {existing: my-vpc, cidr: 10.0.0.0/16}  # <- SPC008\n",
    good=_HEAD + "vpcs:\n  main: {existing: vpc-0a1b2c3d, cidr: 10.0.0.0/16}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
)

PROBLEMS = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_VALUE,
    UNKNOWN_NAME,
    NAME_TWICE,
    AMBIGUOUS_NAME,
    UNUSABLE_NAME,
    ID_FORM,
    TAG_FORM,
    NOT_CANONICAL,
    NOT_AN_ADDRESS,
)
