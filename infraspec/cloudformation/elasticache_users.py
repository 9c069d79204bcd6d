"""Users of Amazon ElastiCache in CloudFormation."""

from troposphere import elasticache

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import tags
from infraspec.graph.elasticache_users import CacheUser, CacheUserGroup


def cache_user(user: CacheUser, ids: LogicalIds) -> elasticache.User:
    """AWS::ElastiCache::User."""
    return elasticache.User(
        ids.of(user),
        UserId=user.user_id,
        UserName=user.user_name,
        Engine=user.engine,
        AccessString=user.access_string,
        AuthenticationMode=elasticache.AuthenticationMode(Type=user.authentication),
        Tags=tags(user.tags),
    )


def cache_user_group(group: CacheUserGroup, ids: LogicalIds) -> elasticache.UserGroup:
    """AWS::ElastiCache::UserGroup."""
    return elasticache.UserGroup(
        ids.of(group),
        UserGroupId=group.user_group_id,
        Engine=group.engine,
        UserIds=ids.refs(group.users),
        Tags=tags(group.tags),
    )
