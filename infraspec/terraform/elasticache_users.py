"""Users of Amazon ElastiCache in Terraform."""

from typing import TypedDict

from infraspec.graph.elasticache_users import CacheUser, CacheUserGroup
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AuthenticationMode(TypedDict):
    """An `authentication_mode` block."""

    type: str


class AwsElasticacheUser(TypedDict):
    """The arguments of aws_elasticache_user that we write."""

    user_id: str
    user_name: str
    engine: str
    access_string: str
    authentication_mode: AuthenticationMode | None
    no_password_required: bool | None
    tags: dict[str, str]


def cache_user(user: CacheUser, labels: Labels) -> Block:
    """aws_elasticache_user. One without a password has no block: it is read back by another word, and never at rest."""
    has_none = user.authentication == "no-password-required"
    return labels.block(
        user,
        AwsElasticacheUser(
            user_id=user.user_id,
            user_name=user.user_name,
            engine=user.engine,
            access_string=user.access_string,
            authentication_mode=None if has_none else AuthenticationMode(type=user.authentication),
            no_password_required=has_none or None,
            tags=tags(user.tags),
        ),
    )


class AwsElasticacheUserGroup(TypedDict):
    """The arguments of aws_elasticache_user_group that we write."""

    user_group_id: str
    engine: str
    user_ids: list[str]
    tags: dict[str, str]


def cache_user_group(group: CacheUserGroup, labels: Labels) -> Block:
    """aws_elasticache_user_group."""
    return labels.block(
        group,
        AwsElasticacheUserGroup(
            user_group_id=group.user_group_id,
            engine=group.engine,
            user_ids=[*labels.refs(group.users, "user_id")],
            tags=tags(group.tags),
        ),
    )
