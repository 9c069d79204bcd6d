"""Advice about what policies allow."""

from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import Written, listed, policies, statements
from infraspec.diagnostic import Edit, Finding, Level, Problem, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_STATEMENT = _HEAD + "  policies:\n    some:\n      document:\n        Statement:\n          - "
_PRACTICES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"


def _allowing(graph: Graph) -> Iterator[tuple[Written, dict[str, Any], SpecPath]]:
    """Every statement that allows, with its policy; trust policies aside."""
    for policy in policies(graph):
        if policy.is_trust:
            continue
        for statement, at in statements(policy):
            if isinstance(statement, dict) and statement.get("Effect") == "Allow":
                yield policy, statement, at


def _texts(value: Any) -> list[str]:
    return [one for one in listed(value) if isinstance(one, str)]


WHOLE_SERVICE = Problem(
    code="IAM120",
    name="whole-service-allowed",
    level=Level.WARNING,
    title="A policy that allows all of a service, everywhere",
    explanation="`s3:*` on every resource reads, changes and deletes what every other part of the account has in that "
    "service. Name the actions, or the resources, or a condition that narrows it.",
    bad=_STATEMENT + '{Effect: Allow, Action: "s3:*", Resource: "*"}  # <- IAM120\n',
    good=_STATEMENT + '{Effect: Allow, Action: "s3:*", Resource: ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"]}\n',
    source=_PRACTICES,
)
_SAID = ("*", "iam:*")
"""Actions that are reported as those of an administrator."""


def whole_service(graph: Graph) -> Iterator[Finding]:
    """Look for services that are allowed as a whole, without a condition."""
    for _, statement, at in _allowing(graph):
        wide = [one for one in _texts(statement.get("Action")) if one.endswith(":*") and one.lower() not in _SAID]
        reported = any(one.lower() in _SAID for one in _texts(statement.get("Action")))
        if wide and not reported and "*" in _texts(statement.get("Resource")) and "Condition" not in statement:
            named = ", ".join(f"`{one}`" for one in wide[:3])
            message = f"this allows {named} on everything in the account"
            yield Finding(problem=WHOLE_SERVICE, at=at, message=message, help="name the actions or the resources")


ALL_BUT = Problem(
    code="IAM124",
    name="all-resources-but",
    level=Level.WARNING,
    title="A policy that allows something on every resource but some",
    explanation="`NotResource` with `Allow` takes in all resources that are not named, also those that others make later. "
    "A `Deny` on the named ones beside an `Allow` says what is usually meant.",
    bad=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret/*"}  # <- IAM124\n',
    good=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::public/*"}\n',
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
)


def all_but(graph: Graph) -> Iterator[Finding]:
    """Look for the element in statements that allow."""
    for _, statement, at in _allowing(graph):
        if "NotResource" in statement and "Resource" not in statement:
            message = "this allows it on every resource that is not named"
            yield Finding(problem=ALL_BUT, at=at, message=message, help="write `Resource:` with what is meant")


SHELLS = Problem(
    code="IAM117",
    name="shells-on-every-instance",
    level=Level.WARNING,
    title="A policy that opens a shell on every instance",
    explanation="`ssm:StartSession` on every resource is a shell, with root behind it, on each machine that Session Manager "
    "reaches. Name instances, or write a condition on their tags.",
    bad=_STATEMENT + '{Effect: Allow, Action: "ssm:StartSession", Resource: "*"}  # <- IAM117\n',
    good=_STATEMENT
    + '{Effect: Allow, Action: "ssm:StartSession", Resource: "*", '
    + "Condition: {StringEquals: {ssm:resourceTag/team: web}}}\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html",
)


def shells(graph: Graph) -> Iterator[Finding]:
    """Look for the action on all resources, without a condition."""
    for _, statement, at in _allowing(graph):
        starts = any(one.lower() in ("ssm:startsession", "ssm:start*") for one in _texts(statement.get("Action")))
        if starts and "*" in _texts(statement.get("Resource")) and "Condition" not in statement:
            message = "this opens a shell on every instance that Session Manager reaches"
            help_ = "name instances, or add a condition on `ssm:resourceTag/…`"
            yield Finding(problem=SHELLS, at=at, message=message, help=help_)


OBJECTS = Problem(
    code="IAM125",
    name="bucket-for-objects",
    level=Level.WARNING,
    title="A policy that names a bucket where its objects are meant, or objects where the bucket is",
    explanation="`s3:GetObject` and its like are asked of objects, `arn:aws:s3:::bucket/*`; `s3:ListBucket` is asked of the "
    "bucket, `arn:aws:s3:::bucket`. The other way round the statement allows nothing, without a word.",
    bad=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket"}  # <- IAM125\n',
    good=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*"}\n',
    source="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html",
)
_OF_OBJECTS = frozenset({"s3:getobject", "s3:putobject", "s3:deleteobject", "s3:getobjectversion", "s3:putobjectacl"})
_OF_BUCKETS = frozenset({"s3:listbucket", "s3:getbucketlocation", "s3:listbucketversions"})


def objects(graph: Graph) -> Iterator[Finding]:
    """Compare the actions of each statement with the shape of its resources."""
    for _, statement, at in _allowing(graph):
        named = _texts(statement.get("Resource"))
        if not named or not all(one.startswith("arn:") and ":s3:::" in one for one in named):
            continue
        names = [one.partition(":s3:::")[2] for one in named]
        may_be_object = any("/" in one or one.endswith("*") for one in names)
        may_be_bucket = any("/" not in one or one.partition("/")[0].endswith("*") for one in names)
        for action in _texts(statement.get("Action")):
            if action.lower() in _OF_OBJECTS and not may_be_object:
                message, help_ = f"`{action}` is asked of objects, and this names a bucket", f"write {named[0]}/*"
            elif action.lower() in _OF_BUCKETS and not may_be_bucket:
                bucket = named[0].partition("/")[0]
                message, help_ = f"`{action}` is asked of a bucket, and this names objects", f"write {bucket}"
            else:
                continue
            meant = help_.removeprefix("write ")
            is_alone = len(named) == 1 and len(_texts(statement.get("Action"))) == 1
            fixes = fix(help_, Edit((*at, "Resource", 0), f'"{meant}"')) if is_alone else ()
            yield Finding(problem=OBJECTS, at=at, message=message, help=help_, fixes=fixes)
            break


OTHER_PARTITION = Problem(
    code="IAM126",
    name="resource-of-another-partition",
    level=Level.WARNING,
    title="A policy that names resources of another partition",
    explanation="China and GovCloud are apart from the rest of AWS: their ARNs begin with `arn:aws-cn:` and "
    "`arn:aws-us-gov:`. An ARN that begins otherwise names nothing there, and the statement allows nothing.",
    bad=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws-cn:s3:::bucket/*"}  # <- IAM126\n',
    good=_STATEMENT + '{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*"}\n',
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
)
_PARTITIONS = (("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"))
_COMMON = frozenset({"aws", "aws-cn", "aws-us-gov"})


def other_partition(graph: Graph) -> Iterator[Finding]:
    """Compare the second part of each ARN with the region's partition."""
    own = next((name for prefix, name in _PARTITIONS if graph.region.startswith(prefix)), "aws")
    for _, statement, at in _allowing(graph):
        for position, one in enumerate(listed(statement.get("Resource"))):
            if not isinstance(one, str):
                continue
            partition = one.split(":")[1] if one.startswith("arn:") else own
            meant = one.replace(f"arn:{partition}:", f"arn:{own}:", 1)
            if partition in _COMMON and partition != own:
                yield Finding(
                    problem=OTHER_PARTITION,
                    at=at,
                    message=f"`{one}` is of the partition {partition}, and {graph.region} of {own}",
                    help=f"write {meant}",
                    fixes=fix(f"write {meant}", Edit((*at, "Resource", position), f'"{meant}"')),
                )
                break


RULES = (
    Rule(WHOLE_SERVICE, whole_service),
    Rule(ALL_BUT, all_but),
    Rule(SHELLS, shells),
    Rule(OBJECTS, objects),
    Rule(OTHER_PARTITION, other_partition),
)
