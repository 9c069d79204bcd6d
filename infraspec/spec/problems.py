"""What can be wrong with the shape of a spec, before anything is known of AWS."""

from infraspec.diagnostic import Level, Problem

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_NETWORK = (
    "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups: {web: {egress: []}}\n"
    "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
)

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
    "separate other things (`kind:name`, addresses), and `self`, `vpc`, `internet`, `all` and `auto` are words of the language. "
    "Log groups, parameters and secrets may have `/` in their names.",
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
    bad=_HEAD + 'tags: {"aws:owner": net}  # <- NAM101\nvpcs: {main: {cidr: 10.0.0.0/16}}\n',
    good=_HEAD + "tags: {owner: net}\nvpcs: {main: {cidr: 10.0.0.0/16}}\n",
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
    bad=_HEAD + "vpcs:\n  main: {existing: my-vpc, cidr: 10.0.0.0/16}  # <- SPC008\n  new: {cidr: 10.1.0.0/16}\n",
    good=_HEAD + "vpcs:\n  main: {existing: vpc-0a1b2c3d, cidr: 10.0.0.0/16}\n  new: {cidr: 10.1.0.0/16}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
)

PORT_FORM = Problem(
    code="SEC102",
    name="not-a-port",
    level=Level.ERROR,
    title="Not a port or a range of ports",
    explanation="A rule for TCP or UDP takes a port of 0 to 65535, a range `8000-8100` whose first port is the lower, the "
    "name of a well-known service such as `https`, `all`, or a list of these.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{tcp: 8100-8000, from: 10.0.0.0/16}]  # <- SEC102\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{tcp: 8000-8100, from: 10.0.0.0/16}]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
)
ICMP_FORM = Problem(
    code="SEC103",
    name="not-an-icmp-type",
    level=Level.ERROR,
    title="Not a type and code of ICMP",
    explanation="A rule for ICMP takes `all`, the name of a type such as `echo-request`, a type's number of 0 to 255 with "
    "every code of it, or type and code as in `3/4`.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{icmp: 300, from: 10.0.0.0/16}]  # <- SEC103\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{icmp: 3, from: 10.0.0.0/16}]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
)
PROTOCOL_FORM = Problem(
    code="SEC104",
    name="rule-without-protocol",
    level=Level.ERROR,
    title="A rule whose protocol is missing or is none of AWS's",
    explanation="A rule says which traffic it is about by `tcp:`, `udp:`, `icmp:`, `icmpv6:`, by `protocol:` with the number "
    "of another protocol, or by `all: true`. Everything is never meant by leaving it out.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{from: 10.0.0.0/16}]  # <- SEC104\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n        egress: []\n"
    + "        ingress: [{all: true, from: 10.0.0.0/16}]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
)

SECRET_VALUE = Problem(
    code="SCR102",
    name="secret-value",
    level=Level.ERROR,
    title="The value of a secret in a spec",
    explanation="A spec is read by everyone who reads the repository, and what is emitted from it is kept in stacks and state files. "
    "Secrets Manager makes a value itself with `generate: true`, which stands in neither; or it is set by hand once the secret stands.",
    bad=_HEAD + "secrets:\n  token:\n    value: hunter2  # <- SCR102\n",
    good=_HEAD + "secrets:\n  token: {generate: true}\n",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
)

SECURE_STRING = Problem(
    code="SCR104",
    name="secure-string",
    level=Level.ERROR,
    title="A parameter of the type SecureString",
    explanation="Its value would stand in the spec, which everyone reads who reads the repository; and CloudFormation makes no such "
    "parameter at all. An entry of `secrets` is a secret of Secrets Manager whose value is never written: it is made there, or set by "
    "hand. Programs that know parameters alone find it by the name `/aws/reference/secretsmanager/` and its own.",
    bad=_HEAD + "parameters:\n  token:\n    type: SecureString  # <- SCR104\n    value: x\n",
    good=_HEAD + "secrets:\n  token: {}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html",
)

_USERS = _HEAD + "iam:\n  groups: {staff: {require_mfa: true}}\n  users:\n    mina:\n      groups: [staff]\n"
LOGIN_PASSWORD = Problem(
    code="IAM109",
    name="login-password-in-spec",
    level=Level.ERROR,
    title="The password of a user in a spec",
    explanation="A spec is read by everyone who reads the repository, and what is emitted from it is kept in stacks and state "
    "files. A user is made without a password; whoever administers the account gives a first one that must be changed.",
    bad=_USERS + "      password: correct-horse  # <- IAM109\n",
    good=_USERS,
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
)
ACCESS_KEYS = Problem(
    code="IAM110",
    name="access-keys-in-spec",
    level=Level.ERROR,
    title="Access keys that a spec would make",
    explanation="Whoever makes an access key is told its secret once: Terraform keeps it in its state, and CloudFormation could only "
    "put it into an output. Programs take roles, which give keys for an hour: instances and functions by themselves, jobs of "
    "GitHub Actions through `iam.oidc_providers`.",
    bad=_USERS + "      access_keys: [laptop]  # <- IAM110\n",
    good=_USERS,
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
)
MFA_DEVICES = Problem(
    code="IAM111",
    name="mfa-devices-in-spec",
    level=Level.ERROR,
    title="MFA devices that a spec would make",
    explanation="A device is made for a user who then scans its seed. CloudFormation never shows the seed, and Terraform keeps it in "
    "its state. What a spec can do is to let members of a group do nothing until they have set up a device of their own: "
    "`require_mfa: true`.",
    bad=_USERS + "      mfa_devices: [phone]  # <- IAM111\n",
    good=_USERS,
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html",
)

PASSWORD_IN_SPEC = Problem(
    code="RDS103",
    name="password-in-spec",
    level=Level.ERROR,
    title="A database password in a spec",
    explanation="A spec is read by everyone who reads the repository, and what is emitted from it is kept in stacks and "
    "state files. RDS can make the master password itself, keep it in Secrets Manager and rotate it: that is what "
    "`credentials: managed`, the default, says.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.micro
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
    password: correct-horse  # <- RDS103
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.micro
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
    credentials: managed
""",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
)

ALIAS_OR_VALUES = Problem(
    code="DNS101",
    name="alias-or-values",
    level=Level.ERROR,
    title="A record needs an alias or values, not both and not neither",
    explanation="An alias is answered with the addresses of what it leads to, and takes its TTL from there. Every other "
    "record holds values and a TTL. Route 53 refuses a record that is both or neither.",
    bad=_HEAD
    + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
    + "    www.example.com: {zone: example.com, ttl: 60}  # <- DNS101\n",
    good=_HEAD
    + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
    + "    www.example.com: {zone: example.com, ttl: 60, A: 192.0.2.1}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
)
OTHER_VALIDATION = Problem(
    code="ACM102",
    name="certificate-validation",
    level=Level.ERROR,
    title="A certificate that is not validated by DNS",
    explanation="A certificate that is validated by mail waits for a person, and the deployment waits with it. With "
    "`validation: dns` a record in the zone proves the name, at once and again at every renewal.",
    bad=_HEAD
    + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\ncertificates:\n"
    + "  www.example.com: {zone: example.com, validation: email}  # <- ACM102\n",
    good=_HEAD
    + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\ncertificates:\n"
    + "  www.example.com: {zone: example.com, validation: dns}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html",
)
UNKNOWN_IMAGE = Problem(
    code="CMP201",
    name="unknown-image",
    level=Level.ERROR,
    title="An image that is neither a name, an identifier nor a parameter",
    explanation="An image is one of the names that infraspec knows, which is read from AWS's public parameters at "
    "deployment; an identifier `ami-` with 8 or 17 hexadecimal digits, which belongs to one region; or the path of an "
    "SSM parameter that holds an identifier.",
    bad=_HEAD
    + _NETWORK
    + "instances:\n"
    + "  app-1: {image: ubuntu-24.4, type: t3.micro, subnet: app-a, security_groups: web}  # <- CMP201\n",
    good=_HEAD
    + _NETWORK
    + "instances:\n"
    + "  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html",
)

VARIABLE_VALUE = Problem(
    code="ENV104",
    name="variable-value",
    level=Level.ERROR,
    title="A value that its variable cannot have",
    explanation="A variable has a type, `string` unless it says otherwise, and may name the values that it allows. "
    "Its default is held to them, and so is what `--set` gives it.",
    bad=_HEAD + "variables:\n  team:\n    allowed: [web, app]\n    default: wbe  # <- ENV104\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
    good=_HEAD + "variables:\n  team:\n    allowed: [web, app]\n    default: web\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
)
VARIABLE_UNSET = Problem(
    code="ENV105",
    name="variable-without-value",
    level=Level.ERROR,
    title="A variable without a value",
    explanation="A variable without a default must be set: by `--set name=value`, or in an overlay by "
    "`variables: {name: {default: value}}`. What uses it is not judged until then.",
    bad=_HEAD + "variables:\n  team: {description: who pays}  # <- ENV105\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
    good=_HEAD + "variables:\n  team: {description: who pays, default: web}\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
)
VARIABLE_AT_DEPLOYMENT = Problem(
    code="ENV201",
    name="not-a-parameter",
    level=Level.ERROR,
    title="A variable that cannot be left to the deployment",
    explanation="A variable of `deploy_time: true` becomes a CloudFormation parameter and a Terraform variable. Both take "
    "text or a number, and the spec is checked with its default, so it must have one.",
    bad=_HEAD + "variables:\n  team:\n    description: who pays\n    deploy_time: true  # <- ENV201\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
    good=_HEAD + "variables:\n  team:\n    default: web\n    deploy_time: true\n"
    "vpcs: {main: {cidr: 10.0.0.0/16}}\ntags: {Team: '${team}'}\n",
)
NEEDED_WHEN_COMPILED = Problem(
    code="ENV202",
    name="needed-when-compiled",
    level=Level.ERROR,
    title="A value that cannot wait for the deployment",
    explanation="A variable of `deploy_time: true` may stand where both documents hold its value as it is: an instance's "
    "type, image (`ami-…`) and key pair, keys of KMS, a database's class, what `existing` names, descriptions, and the "
    "values of tags. Everything else is worked out when the spec is compiled: blocks and addresses are compared, zones and "
    "names looked up, policies and user data written out.",
    bad=_HEAD + "variables:\n  block: {type: cidr, default: 10.0.0.0/16, deploy_time: true}\n"
    "vpcs:\n  main: {cidr: '${block}'}  # <- ENV202\n",
    good=_HEAD + "variables:\n  block: {type: cidr, default: 10.0.0.0/16}\nvpcs:\n  main: {cidr: '${block}'}\n",
)

WORKSPACE_COMPUTE = Problem(
    code="WKS107",
    name="workspace-compute",
    level=Level.ERROR,
    title="A size of WorkSpace that is not made by both backends",
    explanation="AWS knows two dozen sizes; Terraform's provider takes eleven of them in every version, of which AWS has retired two. "
    "A newer one of the graphics sizes can be written in CloudFormation's own words.",
    bad=_HEAD
    + "directories: {corp: {existing: d-9067a1b2c3}}\nworkspaces:\n"
    + "  desk: {directory: corp, user: mina.kim, bundle: wsb-clj85qzj1, compute: graphics}  # <- WKS107\n",
    good=_HEAD
    + "directories: {corp: {existing: d-9067a1b2c3}}\nworkspaces:\n"
    + "  desk: {directory: corp, user: mina.kim, bundle: wsb-clj85qzj1, compute: graphics_g4dn}\n",
    source="https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceProperties.html",
)

PROBLEMS = (
    WORKSPACE_COMPUTE,
    LOGIN_PASSWORD,
    ACCESS_KEYS,
    MFA_DEVICES,
    UNKNOWN_IMAGE,
    PASSWORD_IN_SPEC,
    SECRET_VALUE,
    SECURE_STRING,
    PORT_FORM,
    ICMP_FORM,
    PROTOCOL_FORM,
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
    ALIAS_OR_VALUES,
    OTHER_VALIDATION,
    VARIABLE_VALUE,
    VARIABLE_UNSET,
    VARIABLE_AT_DEPLOYMENT,
    NEEDED_WHEN_COMPILED,
)
