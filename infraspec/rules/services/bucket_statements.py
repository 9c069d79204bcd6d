"""What a statement of a bucket's policy is about: actions of S3, on the bucket or what is in it."""

import re
from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import bucket_policy, listed, statements
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.s3 import BucketPolicy
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nbuckets:\n  shop:\n    policy:\n      Statement:\n"
_ACCOUNT = "        - Effect: Allow\n          Principal: {AWS: '123456789012'}\n"

OTHERS = Problem(
    code="STO114",
    name="bucket-policy-of-others",
    level=Level.ERROR,
    title="A statement of a bucket's policy about something else",
    explanation="The policy of a bucket speaks of actions of S3 on this bucket and its objects. S3 refuses any other action or resource. It "
    "also refuses an action that none of the resources of its statement has: `s3:GetObject` is of objects, `arn:aws:s3:::shop/*`, and "
    "`s3:ListBucket` of the bucket, `arn:aws:s3:::shop`. Without `Resource` a statement is about both.",
    bad=_HEAD + _ACCOUNT + "          Action: s3:GetObject\n          Resource: bucket:shop  # <- STO114\n",
    good=_HEAD + _ACCOUNT + "          Action: s3:GetObject\n          Resource: bucket:shop/*\n",
    source="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html",
)


def others(graph: Graph) -> Iterator[Finding]:
    """Compare actions and resources of each statement with the bucket."""
    for policy in graph.of(BucketPolicy):
        names = {policy.bucket.key, graph.get(policy.bucket).bucket_name}
        for statement, at in statements(bucket_policy(policy)):
            if isinstance(statement, dict):
                for key, message, help_ in _wrong(statement, {one for one in names if isinstance(one, str)}):
                    place = (*at, key) if key in statement else at
                    yield Finding(problem=OTHERS, at=place, message=message, help=help_)


def _wrong(statement: dict[str, Any], names: set[str]) -> Iterator[tuple[str, str, str]]:
    """The key that is wrong, what is wrong with it, and what to write."""
    actions = [one for one in listed(statement.get("Action")) if isinstance(one, str)]
    resources = [one for one in listed(statement.get("Resource")) if isinstance(one, str)]
    foreign = [one for one in actions if ":" in one and not one.lower().startswith("s3:")]
    elsewhere = [one for one in resources if _is_elsewhere(one, names)]
    for action in foreign:
        yield "Action", f"`{action}` is not an action of S3", "write one such as s3:GetObject"
    for resource in elsewhere:
        yield "Resource", f"`{resource}` is not this bucket, nor in it", "remove `Resource`, or name the bucket itself"
    if foreign or elsewhere or not resources:
        return
    for action in actions:
        if _is_of_objects(action) and not any(map(_has_objects, resources)):
            yield "Resource", f"`{action}` is of objects, and no resource here is one", _mend(resources, "the objects")
        elif _is_of_bucket(action) and not any(map(_has_bucket, resources)):
            yield "Resource", f"`{action}` is of the bucket, which is no resource here", _mend(resources, "the bucket")


def _mend(resources: list[str], what: str) -> str:
    bucket = resources[0].rpartition(":::")[2].partition("/")[0]
    return f"name {what} too: `bucket:{bucket}{'/*' if what == 'the objects' else ''}`, or remove `Resource`"


def _is_elsewhere(resource: str, names: set[str]) -> bool:
    """Whether a resource is surely something else: what has a pattern or a variable in the bucket's name may be it."""
    found = re.match(r"arn:[^:]*:([^:]*):[^:]*:[^:]*:([^/]*)", resource)
    if found is None:
        return False
    service, name = found.groups()
    if re.search(r"[*?$]", service + name):
        return False
    return service != "s3" or name not in names


def _has_objects(resource: str) -> bool:
    return "/" in resource or re.search(r"[*?$]", resource) is not None


def _has_bucket(resource: str) -> bool:
    return "/" not in resource or re.search(r"[*?$]", resource.partition("/")[0]) is not None


def _is_of_objects(action: str) -> bool:
    name = action.partition(":")[2]
    is_plain = not re.search(r"[*?]", name) and "Bucket" not in name and "AccessPoint" not in name
    return is_plain and "Object" in name


def _is_of_bucket(action: str) -> bool:
    name = action.partition(":")[2]
    return not re.search(r"[*?]", name) and "Bucket" in name and "ToBucketOwner" not in name


RULES = (Rule(OTHERS, others),)
