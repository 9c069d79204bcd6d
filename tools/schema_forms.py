"""What the functions of `spec/forms/` take, in the words of JSON Schema: the shorthands of values that models know.

A function that is not listed takes what its field says it takes; tests hold every sound spec and every example to that.
"""

import re
from collections.abc import Callable
from typing import Any

from infraspec.aws import ICMP_TYPES, ICMPV6_TYPES, PORTS
from infraspec.data.images import names as images
from infraspec.spec.forms import (
    auto_scaling,
    buckets,
    caches,
    certificates,
    database_clusters,
    databases,
    dhcp_options,
    dns,
    document_clusters,
    iam,
    identity,
    instances,
    kms_keys,
    listeners,
    load_balancers,
    parameters,
    prefix_lists,
    secrets,
    security_groups,
    snapshot_policies,
    tables,
    target_groups,
    traffic,
    trust_stores,
    user_data,
    values,
    vpcs,
)
from infraspec.spec.forms.auto_scaling import _MOMENT as MOMENT
from infraspec.spec.forms.buckets import ARCHIVES, CLASSES
from infraspec.spec.forms.buckets import NAME as BUCKET_NAME
from infraspec.spec.forms.caches import _CLASS as CACHE_CLASS
from infraspec.spec.forms.certificates import _ARN as CERTIFICATE_ARN
from infraspec.spec.forms.databases import _CLASS as DATABASE_CLASS
from infraspec.spec.forms.databases import _SNAPSHOT as SNAPSHOT
from infraspec.spec.forms.dns import _ZONE as ZONE_ID
from infraspec.spec.forms.document_clusters import _CLASS as DOCUMENT_CLASS
from infraspec.spec.forms.iam import _NAME as ROLE_NAME
from infraspec.spec.forms.iam import _POLICY_ARN as POLICY_ARN
from infraspec.spec.forms.identity import _OIDC as OIDC_ARN
from infraspec.spec.forms.identity import _SAML as SAML_ARN
from infraspec.spec.forms.identity import _URL as PROVIDER_URL
from infraspec.spec.forms.instances import _AMI as AMI
from infraspec.spec.forms.instances import _DEVICE as DEVICE
from infraspec.spec.forms.instances import _ELASTIC_IP as ALLOCATION
from infraspec.spec.forms.instances import _OWNER as OWNER
from infraspec.spec.forms.instances import _PARAMETER as PARAMETER
from infraspec.spec.forms.kms_keys import _ARN as KEY_ARN
from infraspec.spec.forms.kms_keys import _NAME as KEY_NAME
from infraspec.spec.forms.listeners import _USER_POOL as USER_POOL_ARN
from infraspec.spec.forms.secrets import ARN as SECRET_ARN
from infraspec.spec.forms.snapshot_policies import _CRON as CRON
from infraspec.spec.forms.snapshot_policies import _TIME as TIME
from infraspec.spec.forms.tables import MANAGED as MANAGED_KEY
from infraspec.spec.forms.target_groups import _ARN as TARGET_GROUP_ARN
from infraspec.spec.forms.target_groups import _FLOWS as FLOWS
from infraspec.spec.forms.target_groups import _FUNCTION as FUNCTION_ARN
from infraspec.spec.forms.trust_stores import _ARN as TRUST_STORE_ARN

Schema = dict[str, Any]

_OCTET = r"(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_ADDRESS = rf"{_OCTET}(\.{_OCTET}){{3}}"
_PREFIX = r"(3[0-2]|[12]?[0-9])"
_MOST_TAGS = 45
_NAMES: Schema = {"type": "array", "items": {"type": "string"}}


def pattern(*regexes: str) -> Schema:
    """Text that one of these matches from its start."""
    said = [re.sub(r"\\Z", "$", one) for one in regexes]
    return {"type": "string", "pattern": "^(" + "|".join(one.removesuffix("$") for one in said) + ")$"}


def _arn(regex: str, example: str) -> Schema:
    return {**pattern(regex), "examples": [f"arn:aws:{example}"]}


def any_of(*schemas: Schema) -> Schema:
    """What one of these takes."""
    flat = [one for schema in schemas for one in (schema["anyOf"] if set(schema) == {"anyOf"} else [schema])]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def one_or_many(inner: Schema) -> Schema:
    """One value where a list may stand."""
    return any_of(inner["items"], inner)


def _words(*words: str) -> Schema:
    return {"type": "string", "enum": list(words)}


def _types(named: dict[str, int]) -> Schema:
    return any_of(_words("all", *named), pattern("[0-9]{1,3}/[0-9]{1,3}"))


_ONE_OR_MANY = any_of({"type": "string"}, {"type": "array", "items": {"type": "string"}})
MORE: dict[str, dict[str, Schema]] = {
    "Trust": {
        "principal": {"description": "The same as `principals`.", "examples": ["role:deploy"], **_ONE_OR_MANY},
        "service": {"description": "The same as `services`.", "examples": ["ec2"], **_ONE_OR_MANY},
        "account": {"description": "The same as `accounts`.", "examples": ["123456789012"], **_ONE_OR_MANY},
        "Version": {"description": "The version of IAM's language.", "examples": ["2012-10-17"], "type": "string"},
        "Statement": {
            "description": "The statements of a whole trust policy, in IAM's own words.",
            "examples": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}}],
            "type": ["array", "object"],
        },
    },
}
"""Keys that a model takes beside its fields: the same in the singular, and IAM's own words."""


def _trust(inner: Schema) -> Schema:
    """The shorthands of a trust."""
    return any_of(*_ONE_OR_MANY["anyOf"], inner)


FORMS: dict[Callable[..., Any], Callable[[Schema], Schema]] = {
    values.parse_network_v4: lambda _: pattern(f"{_ADDRESS}/{_PREFIX}"),
    values.parse_network: lambda _: any_of(pattern(f"{_ADDRESS}/{_PREFIX}"), pattern(r"[0-9a-fA-F:]+/[0-9]{1,3}")),
    values.parse_address_v4: lambda _: pattern(_ADDRESS),
    values.one_or_many: one_or_many,
    values.check_tags: lambda inner: {
        **inner,
        "maxProperties": _MOST_TAGS,
        "propertyNames": {"minLength": 1, "maxLength": 128, "not": {"enum": ["Name"]}},
    },
    traffic.listed: one_or_many,
    traffic.ports: lambda _: any_of(
        {"type": "integer", "minimum": 0, "maximum": 65535},
        _words("all", *PORTS),
        pattern("[0-9]{1,5}-[0-9]{1,5}"),
    ),
    traffic.icmp: lambda _: any_of({"type": "integer", "minimum": 0, "maximum": 255}, _types(ICMP_TYPES)),
    traffic.icmpv6: lambda _: _types(ICMPV6_TYPES),
    traffic.protocol: lambda _: {"type": "integer", "minimum": 0, "maximum": 255},
    traffic.all_: lambda _: {"type": "boolean", "enum": [True]},
    vpcs.ipv6_block: lambda _: any_of(
        {"type": "integer", "minimum": 0, "maximum": 255}, {"type": "boolean"}, _words("auto")
    ),
    prefix_lists.entries: lambda _: {"type": "object", "additionalProperties": {"type": "string", "maxLength": 255}},
    dhcp_options.servers: lambda inner: inner,
    dhcp_options.dns_servers: lambda inner: inner,
    vpcs.one_gateway: lambda inner: any_of({"type": "string"}, inner),
    security_groups.all_is_a_rule: lambda inner: any_of(_words("all"), inner),
    iam.trust: _trust,
    iam.policy_arn: lambda _: pattern(POLICY_ARN),
    iam.role_name: lambda _: pattern(ROLE_NAME),
    iam.user_name: lambda _: {**pattern(ROLE_NAME), "examples": ["mina.kim"]},
    iam.group_name: lambda _: {**pattern(ROLE_NAME), "examples": ["engineers"]},
    identity.url: lambda _: pattern(PROVIDER_URL),
    identity.oidc_arn: lambda _: _arn(OIDC_ARN, "iam::123456789012:oidc-provider/token.actions.githubusercontent.com"),
    identity.saml_arn: lambda _: _arn(SAML_ARN, "iam::123456789012:saml-provider/corp"),
    instances.image: lambda _: any_of(
        _words(*images()),
        pattern(AMI, PARAMETER),
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["owner", "name"],
            "properties": {
                "owner": {
                    "description": "Whose it is: `self`, `amazon`, `aws-marketplace`, or the number of an account.",
                    "examples": ["self"],
                    **pattern(OWNER),
                },
                "name": {
                    "description": "Its name, in which `*` and `?` stand for others.",
                    "examples": ["web-*"],
                    "type": "string",
                },
            },
        },
    ),
    auto_scaling.listed: one_or_many,
    auto_scaling.machine_type: lambda inner: any_of({"type": "string"}, inner),
    auto_scaling.rollout: lambda inner: any_of(_words("rolling", "none"), inner),
    auto_scaling.moment: lambda _: pattern(MOMENT),
    snapshot_policies.time_of_day: lambda _: pattern(TIME),
    snapshot_policies.cron: lambda _: pattern(CRON),
    snapshot_policies.key_arn: lambda _: pattern(KEY_ARN),
    instances.address_or_auto: lambda _: any_of(_words("auto"), pattern(_ADDRESS)),
    instances.elastic_ip: lambda _: pattern("new", ALLOCATION),
    instances.device: lambda _: pattern(DEVICE),
    load_balancers.elastic_ip: lambda _: pattern("new", ALLOCATION),
    load_balancers.logs: lambda inner: any_of({"type": "string"}, inner),
    listeners.redirect: lambda inner: any_of(_words("https"), inner),
    listeners.response: lambda inner: any_of({"type": "integer"}, inner),
    listeners.mutual: lambda inner: any_of(_words("off", "passthrough"), inner),
    listeners.user_pool: lambda _: _arn(
        USER_POOL_ARN, "cognito-idp:ap-northeast-2:123456789012:userpool/ap-northeast-2_AbCdEfGhI"
    ),
    databases.instance_class: lambda _: pattern(DATABASE_CLASS),
    kms_keys.arn: lambda _: _arn(KEY_ARN, "kms:ap-northeast-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
    kms_keys.key: lambda _: pattern(KEY_ARN, KEY_NAME),
    database_clusters.member_class: lambda _: any_of(_words("db.serverless"), pattern(DATABASE_CLASS)),
    database_clusters.instances: lambda inner: any_of({"type": "integer", "minimum": 1, "maximum": 16}, _NAMES, inner),
    databases.monitoring: lambda inner: any_of({"type": "integer"}, inner),
    databases.insights: lambda inner: any_of({"type": "boolean"}, inner),
    databases.monitoring_role: lambda _: {"type": "string"},
    databases.snapshot: lambda _: pattern(SNAPSHOT),
    databases.named: lambda inner: any_of(_NAMES, inner),
    databases.settings: lambda inner: {**inner, "additionalProperties": {"type": ["string", "integer"]}},
    databases.parameters: lambda inner: {**inner, "additionalProperties": {"type": ["string", "integer"]}},
    buckets.name: lambda _: pattern(BUCKET_NAME),
    buckets.one_or_many: one_or_many,
    buckets.classes: lambda inner: {**inner, "propertyNames": {"enum": [*CLASSES]}},
    buckets.archives: lambda inner: {**inner, "propertyNames": {"enum": [*ARCHIVES]}},
    buckets.access_logs: lambda inner: any_of({"type": "string"}, inner),
    buckets.object_lock: lambda inner: any_of({"type": "boolean"}, inner),
    document_clusters.instance_class: lambda _: pattern(DOCUMENT_CLASS),
    document_clusters.parameters: lambda inner: {**inner, "additionalProperties": {"type": ["string", "integer"]}},
    caches.node_class: lambda _: pattern(CACHE_CLASS),
    tables.kms_key: lambda _: pattern(KEY_ARN, KEY_NAME, MANAGED_KEY),
    secrets.arn: lambda _: _arn(SECRET_ARN, "secretsmanager:ap-northeast-2:123456789012:secret:orders-a1b2c3"),
    secrets.generate: lambda inner: any_of({"type": "boolean"}, inner),
    parameters.type_: lambda _: _words("String", "StringList"),
    parameters.value: lambda _: any_of(
        {"type": ["string", "integer", "boolean"]}, {"type": "array", "items": {"type": "string"}}
    ),
    certificates.arn: lambda _: _arn(
        CERTIFICATE_ARN, "acm:ap-northeast-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
    ),
    certificates.validation: lambda _: _words("dns"),
    certificates.alternative_name: lambda inner: any_of({"type": "string"}, inner),
    dns.zone_id: lambda _: pattern(ZONE_ID),
    target_groups.arn: lambda _: _arn(
        TARGET_GROUP_ARN, "elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/web/0123456789abcdef"
    ),
    target_groups.target: lambda inner: any_of({"type": "string"}, inner),
    target_groups.function: lambda _: _arn(FUNCTION_ARN, "lambda:ap-northeast-2:123456789012:function:resize"),
    target_groups.stickiness: lambda inner: any_of(_words("lb_cookie", "source_ip", *FLOWS), inner),
    trust_stores.arn: lambda _: _arn(
        TRUST_STORE_ARN, "elasticloadbalancing:ap-northeast-2:123456789012:truststore/clients/0123456789abcdef"
    ),
    user_data.one_of_three: lambda _: {"$ref": "#/definitions/UserData"},
}
"""What each function takes, given what its field takes without it."""


def taken(function: Callable[..., Any], inner: Schema) -> Schema | None:
    """What a function takes; None where nothing is known of it."""
    if isinstance(function, values.Identifier):
        example = f"{function.prefix}-0a1b2c3d4e5f67890"
        return {**pattern(rf"{function.prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})"), "examples": [example]}
    made = FORMS.get(function)
    return made(inner) if made is not None else None
