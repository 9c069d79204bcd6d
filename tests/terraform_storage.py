"""A Terraform document's keys, buckets, secrets and parameters, read back into the same plain facts as a template."""

import json
import re
from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, UnreadError, canonical, given, owner
from terraform_network import tags_of
from terraform_services import WAITS, image_parameter

IDENTIFIER = {
    "aws_s3_bucket": "name",
    "aws_secretsmanager_secret": "arn",
    "aws_ssm_parameter": "name",
    "aws_ssm_document": "name",
}
ATTRIBUTES = {"key_id": "id", "bucket_regional_domain_name": "domain_name"}


def _kept(body: Body) -> str:
    return "retain" if body.kept else "delete"


def key(body: Body) -> Iterator[tuple[str, Fact]]:
    tags = tags_of(body)
    yield (
        f"key/{tags.get('Name')}",
        {
            "description": body("description"),
            "spec": body("customer_master_key_spec", "SYMMETRIC_DEFAULT"),
            "usage": body("key_usage", "ENCRYPT_DECRYPT"),
            "rotated": body.flag("enable_key_rotation", default=False),
            "rotated_every": body.number("rotation_period_in_days"),
            "window": body.number("deletion_window_in_days", 30),
            "regions": body.flag("multi_region", default=False),
            "policy": body.document("policy"),
            "tags": tags,
            "on_delete": _kept(body),
        },
    )


def alias(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"alias/{body('name')}", {"key": body("target_key_id")}


def bucket(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.flag("force_destroy", default=False):
        raise UnreadError(f"{body.where}: what a bucket holds would go with it")
    yield (
        f"bucket/{body('bucket')}",
        {
            "locked": body.flag("object_lock_enabled", default=False),
            "tags": tags_of(body),
            "on_delete": _kept(body),
        },
    )


def versioning(body: Body) -> Iterator[tuple[str, Fact]]:
    inside = body.block("versioning_configuration")
    yield f"versioning/{owner(body('bucket'))}", {"status": inside("status")}
    inside.done()


def public_access(body: Body) -> Iterator[tuple[str, Fact]]:
    names = ("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets")
    blocked = [body.flag(name, default=False) for name in names]
    yield f"public_access/{owner(body('bucket'))}", {"blocked": blocked}


def encryption(body: Body) -> Iterator[tuple[str, Fact]]:
    rule = body.block("rule")
    default = rule.block("apply_server_side_encryption_by_default")
    yield (
        f"encryption/{owner(body('bucket'))}",
        {
            "by": default("sse_algorithm"),
            "key": default("kms_master_key_id"),
            "bucket_key": rule.flag("bucket_key_enabled", default=False),
        },
    )
    for one in (default, rule):
        one.done()


def ownership(body: Body) -> Iterator[tuple[str, Fact]]:
    rule = body.block("rule")
    yield f"ownership/{owner(body('bucket'))}", {"owner": rule("object_ownership")}
    rule.done()


def lifecycle(body: Body) -> Iterator[tuple[str, Fact]]:
    rules = [_rule(one) for one in body.blocks("rule")]
    minimum = body("transition_default_minimum_object_size")
    yield f"lifecycle/{owner(body('bucket'))}", {"rules": rules, "minimum": minimum}


def _rule(body: Body) -> Fact:
    names = ("expiration", "noncurrent_version_expiration", "abort_incomplete_multipart_upload", "filter")
    expiration, versions, uploads, criteria = (body.block(name) for name in names)
    several = criteria.block("and")
    tag = criteria.block("tag")
    tags = {tag("key"): tag("value")} if tag.has("key") else several("tags", {})
    sizes = ("object_size_greater_than", "object_size_less_than")
    larger, smaller = (criteria.number(one) if criteria.has(one) else several.number(one) for one in sizes)
    fact = given(
        id=body("id"),
        status=body("status"),
        prefix=criteria("prefix") if criteria.has("prefix") else several("prefix"),
        tags=tags,
        larger=larger,
        smaller=smaller,
        moves=[(one("storage_class"), one.number("days")) for one in body.blocks("transition")],
        expires=expiration.number("days"),
        markers=expiration.flag("expired_object_delete_marker"),
        old_moves=[
            (one("storage_class"), one.number("noncurrent_days"))
            for one in body.blocks("noncurrent_version_transition")
        ],
        old_expires=versions.number("noncurrent_days"),
        old_kept=versions.number("newer_noncurrent_versions"),
        uploads=uploads.number("days_after_initiation"),
    )
    for one in (expiration, versions, uploads, several, tag, criteria, body):
        one.done()
    return fact


def logging(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"to": body("target_bucket"), "prefix": body("target_prefix")}
    yield f"logging/{owner(body('bucket'))}", fact


def cors(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"cors/{owner(body('bucket'))}", {"rules": [_cors(one) for one in body.blocks("cors_rule")]}


def _cors(body: Body) -> Fact:
    names = ("allowed_origins", "allowed_methods", "allowed_headers", "expose_headers")
    fact: dict[str, Any] = given(lists=[body(name, []) for name in names], seconds=body.number("max_age_seconds"))
    body.done()
    return fact


def lock(body: Body) -> Iterator[tuple[str, Fact]]:
    retention = body.block("rule").block("default_retention")
    fact = {"mode": retention("mode"), "days": retention.number("days"), "years": retention.number("years")}
    yield f"lock/{owner(body('bucket'))}", fact


def tiering(body: Body) -> Iterator[tuple[str, Fact]]:
    tiers = {one("access_tier"): one.number("days") for one in body.blocks("tiering")}
    yield f"tiering/{owner(body('bucket'))} {body('name')}", {"status": body("status"), "tiers": tiers}


def notification(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"notification/{owner(body('bucket'))}", {"eventbridge": body.flag("eventbridge", default=False)}


def bucket_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"bucket_policy/{body('bucket')}", {"document": body.document("policy")}


def secret(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.number("recovery_window_in_days", 30) != (30 if body.kept else 0):
        raise UnreadError(f"{body.where}: a template deletes a secret at once, or keeps it")
    yield (
        f"secret/{body('name')}",
        {
            "description": body("description"),
            "key": body("kms_key_id"),
            "tags": tags_of(body),
            "on_delete": _kept(body),
        },
    )


def random_password(body: Body) -> Iterator[tuple[str, Fact]]:
    settings = {
        "length": body.number("password_length"),
        "without": body("exclude_characters"),
        "plain": body.flag("exclude_punctuation", default=False),
    }
    yield f"{WAITS}{canonical(given(**settings))}", {}


_OBJECT = re.compile(r"\$\{jsonencode\((\{.*\})\)\}", re.DOTALL)
_MADE = re.compile(r'"((?:[^"\\]|\\.)*)": ephemeral\.[\w.-]+')


def secret_version(body: Body) -> Iterator[tuple[str, Fact]]:
    if not body.has("secret_string_wo"):  # a question, and no resource
        yield f"{WAITS}secret_text/{body('secret_id')}", {}
        return
    if body.number("secret_string_wo_version") != 1:
        raise UnreadError(f"{body.where}: another version than the first")
    written = _OBJECT.fullmatch(body._left["secret_string_wo"])
    fact: Fact = {"password": body("secret_string_wo")}
    if written:
        (key,) = _MADE.findall(written[1])
        fields = json.loads(_MADE.sub(lambda one: f'"{one[1]}": null', written[1]))
        fact |= {"key": key, "fields": {name: value for name, value in fields.items() if name != key}}
    yield f"value/{owner(body('secret_id'))}", fact


def parameter(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.where.startswith("data."):
        yield from image_parameter(body)
        return
    yield (
        f"parameter/{body('name')}",
        {
            "type": body("type"),
            "value": body("insecure_value"),
            "description": body("description"),
            "tier": body("tier"),
            "pattern": body("allowed_pattern"),
            "data_type": body("data_type"),
            "tags": tags_of(body),
        },
    )


def document(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"document/{body('name')}",
        {
            "type": body("document_type"),
            "format": body("document_format", "JSON"),
            "content": body.document("content"),
            "tags": tags_of(body),
        },
    )


READERS = {
    "aws_secretsmanager_random_password": random_password,
    "aws_secretsmanager_secret_version": secret_version,
    "aws_ssm_parameter": parameter,
    "aws_ssm_document": document,
    "aws_kms_key": key,
    "aws_kms_alias": alias,
    "aws_s3_bucket": bucket,
    "aws_s3_bucket_versioning": versioning,
    "aws_s3_bucket_public_access_block": public_access,
    "aws_s3_bucket_server_side_encryption_configuration": encryption,
    "aws_s3_bucket_ownership_controls": ownership,
    "aws_s3_bucket_lifecycle_configuration": lifecycle,
    "aws_s3_bucket_logging": logging,
    "aws_s3_bucket_cors_configuration": cors,
    "aws_s3_bucket_object_lock_configuration": lock,
    "aws_s3_bucket_intelligent_tiering_configuration": tiering,
    "aws_s3_bucket_notification": notification,
    "aws_s3_bucket_policy": bucket_policy,
    "aws_secretsmanager_secret": secret,
}
