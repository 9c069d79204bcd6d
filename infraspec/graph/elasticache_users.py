"""Users of Amazon ElastiCache."""

from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class CacheUser(Resource):
    """AWS::ElastiCache::User."""

    user_id: str
    user_name: str
    engine: str
    access_string: str
    authentication: str
    """`iam`, or `no-password-required` for one who may do nothing."""
    tags: Tags


@node
class CacheUserGroup(Resource):
    """AWS::ElastiCache::UserGroup."""

    user_group_id: str
    engine: str
    users: tuple[Ref[CacheUser], ...]
    tags: Tags
