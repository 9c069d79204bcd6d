"""Names of buckets, keys, secrets, parameters and documents."""

import re
from collections.abc import Callable, Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.kms import Key
from infraspec.graph.resource import Resource
from infraspec.graph.s3 import Bucket
from infraspec.graph.secretsmanager import Secret
from infraspec.graph.ssm import Parameter, SessionDocument
from infraspec.graph.values import Joined, Value
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"
_BUCKET = r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\Z"
_ADDRESS = r"[0-9]+(?:\.[0-9]+){3}\Z"
_NOT_BEFORE = ("xn--", "sthree-", "amzn-s3-demo-")
_NOT_BEHIND = ("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3")

BUCKET_NAME = Problem(
    code="NAM128",
    name="bucket-name",
    level=Level.ERROR,
    title="A name that a bucket cannot have",
    explanation="A bucket has 3 to 63 small letters, digits, hyphens and dots; it begins and ends with a letter or digit, has no two dots side "
    "by side, is no IP address, and does not begin or end as S3's own names do.",
    bad=_HEAD + "buckets:\n  Shop_Logs: {}  # <- NAM128\n",
    good=_HEAD + "buckets:\n  shop-logs: {}\n",
    source=_S3,
)


def bucket_name(graph: Graph) -> Iterator[Finding]:
    """Read the name of each bucket, with a number of an account in it where it has one."""
    for bucket in graph.of(Bucket):
        if bucket.existing is not None:
            continue
        parts = bucket.bucket_name.parts if isinstance(bucket.bucket_name, Joined) else (bucket.bucket_name,)
        name = "".join("123456789012" if isinstance(one, Value) else one for one in parts)
        if wrong := _of_a_bucket(name):
            own = parts[0]
            is_key = own in (bucket.key, f"{bucket.key}-")
            meant = re.sub(r"[^a-z0-9.-]+", "-", bucket.key.lower()).strip("-.")
            help_ = f"write {meant}"
            fits = is_key and not _of_a_bucket(name.replace(bucket.key, meant, 1))
            yield Finding(
                problem=BUCKET_NAME,
                at=bucket.origin if is_key else (*bucket.origin, "name"),
                message=f"a bucket cannot be called `{name}`: {wrong}",
                help=help_ if fits else "write 3 to 63 small letters, digits and hyphens",
                fixes=fix(help_, Edit(bucket.origin, meant, How.RENAME)) if fits else (),
                on_key=is_key,
            )


BUCKETS_ALIKE = Problem(
    code="NAM150",
    name="buckets-of-one-name",
    level=Level.ERROR,
    title="Two buckets of one name",
    explanation="No two buckets of any account have one name. A bucket is called as its entry is, or as its `name` says.",
    bad=_HEAD + "buckets:\n  shop-logs: {}\n  shop-media: {name: shop-logs}  # <- NAM150\n",
    good=_HEAD + "buckets:\n  shop-logs: {}\n  shop-media: {name: acme-shop-media}\n",
    source=_S3,
)


def buckets_alike(graph: Graph) -> Iterator[Finding]:
    """Compare the names that buckets have."""
    first: dict[object, Bucket] = {}
    for bucket in sorted(graph.of(Bucket), key=lambda one: one.bucket_name != one.key):
        other = first.setdefault(bucket.bucket_name, bucket) if bucket.existing is None else bucket
        if other is not bucket:
            yield Finding(
                problem=BUCKETS_ALIKE,
                at=(*bucket.origin, "name"),
                message=f"`{other.key}` and `{bucket.key}` are buckets of one name",
                related=(Related(at=other.origin, label="the other", on_key=True),),
                help="give one of the two another `name`",
            )


def _of_a_bucket(name: str) -> str:
    """Why S3 refuses a name; empty where it does not."""
    if not 3 <= len(name) <= 63:
        return f"it has {len(name)} characters, and 3 to 63 are taken"
    if not re.match(_BUCKET, name):
        return "it takes small letters, digits, `-` and `.`, and begins and ends with a letter or digit"
    if any(one in name for one in ("..", ".-", "-.")):
        return "a dot has a letter or digit on both sides"
    if re.match(_ADDRESS, name):
        return "it is an address"
    if name.startswith(_NOT_BEFORE) or name.endswith(_NOT_BEHIND):
        return "S3 keeps such names for itself"
    return ""


def _named(problem: Problem, kind: type[Resource], what: str, wrong: Callable[[str], str]) -> Rule:
    """The rule for things that are called by their key."""

    def check(graph: Graph) -> Iterator[Finding]:
        for node in graph.of(kind):
            if node.existing is None and (why := wrong(node.key)):
                message = f"{what} cannot be called `{node.key}`: {why}"
                yield Finding(problem=problem, at=node.origin, message=message, on_key=True)

    return Rule(problem, check)


def _fits(pattern: str, says: str) -> Callable[[str], str]:
    return lambda name: "" if re.match(pattern, name) else says


ALIAS = Problem(
    code="NAM144",
    name="key-alias",
    level=Level.ERROR,
    title="A name that the alias of a key cannot have",
    explanation="A key of `kms_keys` has the alias `alias/` and its name: 1 to 250 letters and digits without accents, and `/ _ -`. Those "
    "that begin with `aws/` are AWS's own.",
    bad=_HEAD + "kms_keys:\n  our data: {}  # <- NAM144\n",
    good=_HEAD + "kms_keys:\n  our-data: {}\n",
    source="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
)
SECRET_NAME = Problem(
    code="NAM145",
    name="secret-name",
    level=Level.ERROR,
    title="A name that a secret cannot have",
    explanation="A secret has letters and digits without accents, and `/ _ + = . @ -`, 512 at most.",
    bad=_HEAD + "secrets:\n  payment token: {}  # <- NAM145\n",
    good=_HEAD + "secrets:\n  payment/token: {}\n",
    source="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
)
PARAMETER_NAME = Problem(
    code="NAM146",
    name="parameter-name",
    level=Level.ERROR,
    title="A name that a parameter cannot have",
    explanation="A parameter has letters and digits without accents, and `. _ -`. A path begins with `/` and has at most 15 parts. No name "
    "begins with `aws` or `ssm`, with a slash before it or without.",
    bad=_HEAD + "parameters:\n  shop/host: {value: db.example.com}  # <- NAM146\n",
    good=_HEAD + "parameters:\n  /shop/host: {value: db.example.com}\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html",
)
DOCUMENT_NAME = Problem(
    code="NAM147",
    name="session-document-name",
    level=Level.ERROR,
    title="A name that a document of Systems Manager cannot have",
    explanation="A document has 3 to 128 letters and digits without accents, and `_ . -`. `SSM-SessionManagerRunShell` is the one that holds "
    "for every session; others do not begin as AWS's own do: `aws`, `amazon`, `amzn`.",
    bad=_HEAD + "session_documents:\n  my sessions: {}  # <- NAM147\n",
    good=_HEAD + "session_documents:\n  my-sessions: {}\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html",
)
_PARAMETER = r"(?:[A-Za-z0-9_.-]+|(?:/[A-Za-z0-9_.-]+)+)\Z"


def _of_a_parameter(name: str) -> str:
    """Why Systems Manager refuses a name."""
    if not re.match(_PARAMETER, name):
        return "it takes letters, digits, `.`, `_` and `-`, and in a path `/` before each part"
    if name.count("/") > 15:
        return f"its path has {name.count('/')} parts, and 15 are the most"
    return "AWS keeps such names for itself" if name.lower().lstrip("/").startswith(("aws", "ssm")) else ""


RULES = (
    Rule(BUCKET_NAME, bucket_name),
    Rule(BUCKETS_ALIKE, buckets_alike),
    _named(ALIAS, Key, "a key", _fits(r"(?!aws/)[A-Za-z0-9/_-]{1,250}\Z", "its alias takes letters, digits, `/ _ -`")),
    _named(
        SECRET_NAME, Secret, "a secret", _fits(r"[A-Za-z0-9/_+=.@-]{1,512}\Z", "it takes letters, digits, `/_+=.@-`")
    ),
    _named(PARAMETER_NAME, Parameter, "a parameter", _of_a_parameter),
    _named(
        DOCUMENT_NAME,
        SessionDocument,
        "a document",
        _fits(r"(?!(?i:aws|amazon|amzn))[A-Za-z0-9_.-]{3,128}\Z", "it takes 3 to 128 letters, digits, `_`, `.`, `-`"),
    ),
)
