"""Advice about buckets: who gets in, what is lost, and what costs."""

import json
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.s3 import Bucket, BucketPolicy, is_public
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nbuckets:\n"
_KEPT = "    account_in_name: true\n    lifecycle: {old: {noncurrent_expire_days: 90, abort_uploads_days: 7}}\n"
_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"

TAKEN = Problem(
    code="STO101",
    name="bucket-name-of-everyone",
    level=Level.NOTE,
    title="A bucket whose name somebody else may have",
    explanation="The name of a bucket is unique among all buckets of all accounts, so a plain one may be taken, and whoever deletes a bucket "
    "leaves its name to others. With `account_in_name: true` the account's number and the region stand behind it.",
    bad=_HEAD + "  logs-of-the-shop: {}  # <- STO101\n",
    good=_HEAD + "  logs-of-the-shop: {account_in_name: true}\n",
    source=_GUIDE + "bucketnamingrules.html",
)
OPEN = Problem(
    code="STO102",
    name="public-bucket",
    level=Level.WARNING,
    title="A bucket that may be open to everyone",
    explanation="S3 refuses what would open a bucket to everyone while all of `public_access_block` is on and there are no ACLs, which is how "
    "new buckets are. A page for everyone is served by CloudFront, from a bucket that stays closed.",
    bad=_HEAD + "  shop:\n    public_access_block: {block_public_policy: false}  # <- STO102\n" + _KEPT,
    good=_HEAD + "  shop:\n" + _KEPT,
    source=_GUIDE + "access-control-block-public-access.html",
)
KEPT = Problem(
    code="STO104",
    name="bucket-keeps-or-loses",
    level=Level.NOTE,
    title="A bucket that keeps all versions forever, or none",
    explanation="Without versions, what is overwritten or deleted is gone. With them, older versions and the parts of unfinished uploads are "
    "kept and billed until a rule of `lifecycle` ends them.",
    bad=_HEAD + "  shop: {account_in_name: true}  # <- STO104\n",
    good=_HEAD + "  shop:\n" + _KEPT,
    source=_GUIDE + "lifecycle-configuration-examples.html",
)
CLEAR_TEXT = Problem(
    code="STO107",
    name="bucket-without-tls",
    level=Level.WARNING,
    title="A bucket that is reached without TLS",
    explanation="With `tls_only: false` objects and signatures may cross the network in clear text. Every tool of AWS speaks TLS by itself.",
    bad=_HEAD + "  shop:\n    tls_only: false  # <- STO107\n" + _KEPT,
    good=_HEAD + "  shop:\n" + _KEPT,
    source=_GUIDE + "security-best-practices.html",
)
_BLOCKS = ("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets")


def _buckets(graph: Graph) -> Iterator[Bucket]:
    return (one for one in graph.of(Bucket) if one.existing is None)


def taken(graph: Graph) -> Iterator[Finding]:
    """Look for names without the account."""
    for bucket in _buckets(graph):
        if isinstance(bucket.bucket_name, str):
            help_ = "add `account_in_name: true`"
            fixes = fix(help_, Edit((*bucket.origin, "account_in_name"), "true"))
            message = f"the name of `{bucket.key}` may be taken by another account"
            yield Finding(problem=TAKEN, at=bucket.origin, message=message, help=help_, fixes=fixes, on_key=True)


def opened(graph: Graph) -> Iterator[Finding]:
    """Look for blocks that are off, ACLs, and statements that let everyone in."""
    policies = {one.bucket.key: json.loads(one.policy_document.text) for one in graph.of(BucketPolicy)}
    for bucket in _buckets(graph):
        for block in _BLOCKS:
            if not getattr(bucket.public_access_block, block):
                at, help_ = (*bucket.origin, "public_access_block", block), f"remove `{block}: false`"
                message = f"`{bucket.key}` may be opened to everyone"
                fixes = fix(help_, Edit(at, how=How.REMOVE))
                yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fixes)
        if bucket.object_ownership != "BucketOwnerEnforced":
            at, help_ = (*bucket.origin, "ownership"), "remove `ownership`, and say in `policy` who may do what"
            message = f"each object of `{bucket.key}` may have an ACL of its own"
            fixes = fix("remove `ownership`", Edit(at, how=How.REMOVE))
            yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fixes)
        if any(is_public(one) for one in policies.get(bucket.key, {}).get("Statement", []) if isinstance(one, dict)):
            at = (*bucket.origin, "policy")
            message = f"the policy of `{bucket.key}` lets everyone in"
            yield Finding(problem=OPEN, at=at, message=message, help="name whom it lets in", on_key=True)


def kept(graph: Graph) -> Iterator[Finding]:
    """Look for versions that are lost, or never end."""
    for bucket in _buckets(graph):
        rules = [one for one in bucket.lifecycle if one.enabled]
        if bucket.versioning != "Enabled":
            if bucket.on_delete != "delete":
                at, help_ = (*bucket.origin, "versioning"), "remove `versioning: false`"
                message = f"what is overwritten in `{bucket.key}` is gone"
                fixes = fix(help_, Edit(at, how=How.REMOVE))
                yield Finding(problem=KEPT, at=at, message=message, help=help_, fixes=fixes)
            continue
        missing = []
        if not any(one.noncurrent_days for one in rules) and bucket.object_lock is None:
            missing.append("`noncurrent_expire_days`")
        if not any(one.days_after_initiation for one in rules):
            missing.append("`abort_uploads_days`")
        if missing:
            message = f"nothing ends what `{bucket.key}` keeps of the past"
            help_ = f"add a rule to `lifecycle` with {' and '.join(missing)}"
            yield Finding(problem=KEPT, at=bucket.origin, message=message, help=help_, on_key=True)


def clear_text(graph: Graph) -> Iterator[Finding]:
    """Look for buckets whose policy does not refuse clear text."""
    refusing = {one.bucket.key for one in graph.of(BucketPolicy) if "aws:SecureTransport" in one.policy_document.text}
    for bucket in _buckets(graph):
        if bucket.key not in refusing:
            at, help_ = (*bucket.origin, "tls_only"), "remove `tls_only: false`"
            message = f"`{bucket.key}` is reached without TLS"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            yield Finding(problem=CLEAR_TEXT, at=at, message=message, help=help_, fixes=fixes)


RULES = (
    Rule(TAKEN, taken),
    Rule(OPEN, opened),
    Rule(KEPT, kept),
    Rule(CLEAR_TEXT, clear_text),
)
