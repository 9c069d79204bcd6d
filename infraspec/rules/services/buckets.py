"""Buckets: rules for older objects, and where logs go."""

from collections.abc import Iterator
from itertools import pairwise

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.s3 import Bucket, LifecycleRule, Transition
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nbuckets:\n"
_LIFECYCLE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html"
_LOGGING = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html"
_AFTER_A_MONTH = ("STANDARD_IA", "ONEZONE_IA")
_WARM_TO_COLD = ("STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE")
"""Objects move from left to right alone."""

LIFECYCLE = Problem(
    code="STO105",
    name="lifecycle-days",
    level=Level.ERROR,
    title="Days of a lifecycle rule that S3 refuses",
    explanation="An object is deleted later than it moves, moves to STANDARD_IA and ONEZONE_IA after 30 days at the earliest, and never back "
    "to a warmer class. The same holds for older versions, in days since they were replaced.",
    bad=_HEAD + "  shop-logs:\n    lifecycle:\n      old:\n        transitions: {STANDARD_IA: 7}  # <- STO105\n",
    good=_HEAD + "  shop-logs:\n    lifecycle:\n      old:\n        transitions: {STANDARD_IA: 30}\n",
    source=_LIFECYCLE,
)


def lifecycle(graph: Graph) -> Iterator[Finding]:
    """Read the days of each rule, those of objects and those of older versions."""
    for bucket in graph.of(Bucket):
        for rule in bucket.lifecycle:
            at = (*bucket.origin, "lifecycle", rule.id)
            yield from _moves(rule.transitions, (*at, "transitions"))
            yield from _moves(rule.noncurrent_transitions, (*at, "noncurrent_transitions"))
            yield from _ends(rule, at)


def _moves(moves: tuple[Transition, ...], at: SpecPath) -> Iterator[Finding]:
    for move in moves:
        if move.storage_class in _AFTER_A_MONTH and move.days < 30:
            here, help_ = (*at, move.storage_class), "write 30 or more"
            message = f"an object moves to {move.storage_class} after 30 days at the earliest, not {move.days}"
            yield Finding(
                problem=LIFECYCLE, at=here, message=message, help=help_, fixes=fix("write 30", Edit(here, "30"))
            )
    for first, second in pairwise(moves):
        if _WARM_TO_COLD.index(first.storage_class) > _WARM_TO_COLD.index(second.storage_class):
            message = f"an object that is in {first.storage_class} does not move back to {second.storage_class}"
            related = (Related(at=(*at, first.storage_class), label="earlier"),)
            yield Finding(problem=LIFECYCLE, at=(*at, second.storage_class), message=message, related=related)


def _ends(rule: LifecycleRule, at: SpecPath) -> Iterator[Finding]:
    pairs = (
        (rule.transitions, rule.expiration_days, "transitions", "expire_days"),
        (rule.noncurrent_transitions, rule.noncurrent_days, "noncurrent_transitions", "noncurrent_expire_days"),
    )
    for moves, end, field, key in pairs:
        if moves and end is not None and moves[-1].days >= end:
            last = moves[-1]
            yield Finding(
                problem=LIFECYCLE,
                at=(*at, key),
                message=f"an object is deleted after {end} days, and moves to {last.storage_class} after {last.days}",
                related=(Related(at=(*at, field, last.storage_class), label="moves then"),),
                help=f"write more than {last.days}",
            )


TARGET = Problem(
    code="STO110",
    name="access-logs-target",
    level=Level.ERROR,
    title="A bucket that S3 writes no access logs into",
    explanation="S3 writes access logs into a bucket that is encrypted by S3's own key, and on which no object is locked by default. Into "
    "any other it writes nothing, and says nothing of it.",
    bad=_HEAD
    + "  shop-logs: {object_lock: {mode: GOVERNANCE, days: 30}}\n  shop:\n    access_logs: shop-logs  # <- STO110\n",
    good=_HEAD + "  shop-logs: {}\n  shop:\n    access_logs: shop-logs\n",
    source=_LOGGING,
)


def target(graph: Graph) -> Iterator[Finding]:
    """Look at the bucket that each access log goes to."""
    for bucket in graph.of(Bucket):
        if bucket.logging is None:
            continue
        to = graph.get(bucket.logging.target_bucket)
        wrong = {"kms_key": to.kms_key_id is not None, "object_lock": bool(to.object_lock and to.object_lock.mode)}
        for key in (key for key, is_wrong in wrong.items() if is_wrong and to.existing is None):
            yield Finding(
                problem=TARGET,
                at=(*bucket.origin, "access_logs"),
                message=f"S3 writes no access logs into `{to.key}`, which has `{key}`",
                related=(Related(at=(*to.origin, key), label="keeps S3 from writing", on_key=True),),
                help=f"remove `{key}` of `{to.key}`, or name another bucket",
                fixes=fix(f"remove `{key}` of `{to.key}`", Edit((*to.origin, key), how=How.REMOVE)),
            )


RULES = (Rule(LIFECYCLE, lifecycle), Rule(TARGET, target))
