"""What may stand in `buckets:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms import values
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, shown

if TYPE_CHECKING:
    from infraspec.spec.buckets import Bucket, CorsRule, LifecycleRule, ObjectLock

NAME = r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\Z"
CLASSES = ("STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE")
"""Storage classes by S3's words, those that objects can move to."""
ARCHIVES = ("ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS")
one_or_many = values.one_or_many


def name(value: object) -> object:
    """The name of a bucket."""
    if isinstance(value, str) and not re.match(NAME, value):
        help_ = "write 3 to 63 small letters, digits and hyphens"
        raise Refusal(ID_FORM, f"{shown(value)} is not the name of a bucket", help=help_)
    return value


def classes(value: object) -> object:
    """Days by storage class."""
    return _known(value, CLASSES, "a storage class that objects move to")


def archives(value: object) -> object:
    """Days by archive of intelligent tiering."""
    return _known(value, ARCHIVES, "an archive of intelligent tiering")


def _known(value: object, known: tuple[str, ...], what: str) -> object:
    """A mapping of which every key is one of those known."""
    for key in value if isinstance(value, dict) else ():
        if key not in known:
            close = closest(str(key), known)
            help_ = f"write {close}" if close else f"there is {', '.join(known)}"
            fixes = fix(help_, Edit((str(key),), close, How.RENAME)) if close else ()
            raise Refusal(WRONG_VALUE, f"`{key}` is not {what}", help=help_, fixes=fixes)
    return value


def access_logs(value: object) -> object:
    """The name of a bucket alone."""
    return {"bucket": value} if isinstance(value, str) else value


def object_lock(value: object) -> object:
    """`true` locks nothing by itself, and lets each object be locked."""
    if isinstance(value, bool):
        return {} if value else None
    return value


def rule_does_something(rule: LifecycleRule) -> None:
    """Refuse a rule without an action, and actions that exclude each other."""
    acts = (
        rule.transitions,
        rule.expire_days,
        rule.expired_delete_markers,
        rule.noncurrent_transitions,
        rule.noncurrent_expire_days,
        rule.abort_uploads_days,
    )
    if not any(acts):
        help_ = "add one such as `expire_days: 90` or `abort_uploads_days: 7`"
        raise Refusal(MISSING_FIELD, "the rule does nothing", help=help_)
    if rule.noncurrent_keep is not None and rule.noncurrent_expire_days is None:
        help_ = "add `noncurrent_expire_days`, after which the versions beyond that number go"
        raise Refusal(MISSING_FIELD, "`noncurrent_keep` has no `noncurrent_expire_days`", help=help_)
    if rule.expired_delete_markers and (rule.expire_days is not None or rule.tags):
        other = "expire_days" if rule.expire_days is not None else "tags"
        help_ = f"remove `{other}`, or write two rules"
        raise Refusal(
            WRONG_VALUE,
            f"S3 takes no `expired_delete_markers` beside `{other}`",
            help=help_,
            fixes=fix("remove `expired_delete_markers`", Edit(("expired_delete_markers",), how=How.REMOVE)),
        )
    if rule.abort_uploads_days is not None and rule.tags:
        message = "an upload that is not finished has no tags yet, so S3 takes no `abort_uploads_days` beside `tags`"
        raise Refusal(WRONG_VALUE, message, help="write a rule of its own for it")


def locks_for_a_time(lock: ObjectLock) -> None:
    """Refuse a lock of which one half is said."""
    times = [one for one in (lock.days, lock.years) if one is not None]
    if len(times) > 1:
        raise Refusal(WRONG_VALUE, "the lock has both `days` and `years`", help="remove one of the two")
    if lock.mode is not None and not times:
        raise Refusal(MISSING_FIELD, "the lock has a `mode`, and no time", help="add `days` or `years`")
    if times and lock.mode is None:
        raise Refusal(MISSING_FIELD, "the lock has a time, and no `mode`", help="add `mode: GOVERNANCE`")


def one_wildcard(rule: CorsRule) -> None:
    """Refuse an origin or a header with two wildcards."""
    for key, names in (("origins", rule.origins), ("headers", rule.headers)):
        for name in names:
            if name.count("*") > 1:
                message = f"{shown(name)} has several `*` in `{key}`, and S3 takes one"
                raise Refusal(WRONG_VALUE, message, help="write one such as `https://*.example.com`, or `*` alone")


def lock_keeps_versions(bucket: Bucket) -> None:
    """Refuse to lock what is not versioned."""
    if bucket.object_lock is not None and not bucket.versioning:
        help_ = "remove `versioning: false`"
        fixes = fix(help_, Edit(("versioning",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "a bucket whose objects are locked keeps versions", help=help_, fixes=fixes)


def existing_has_no_settings(bucket: Bucket) -> None:
    """Refuse settings of a bucket that is not managed here."""
    if bucket.existing is None:
        return
    for field in ("name", "kms_key", "policy", "lifecycle", "access_logs", "cors", "object_lock", "archive"):
        if getattr(bucket, field):
            help_ = f"remove `{field}`, or `existing`"
            fixes = fix(f"remove `{field}`", Edit((field,), how=How.REMOVE))
            message = f"the bucket exists already, so `{field}` would have no effect"
            raise Refusal(WRONG_VALUE, message, help=help_, fixes=fixes)
