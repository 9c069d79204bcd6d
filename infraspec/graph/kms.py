"""AWS KMS: keys and their aliases."""

from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Document


@node
class Key(Resource):
    """AWS::KMS::Key."""

    description: str
    key_spec: str
    key_usage: str
    enable_key_rotation: bool
    rotation_period_in_days: int | None
    """None where it is not rotated."""
    pending_window_in_days: int
    multi_region: bool
    key_policy: Document
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags
    statements_at: tuple[SpecPath | None, ...] = ()
    """Where each statement of the policy stands in the spec; None for one that infraspec adds."""


@node
class Alias(Resource):
    """AWS::KMS::Alias."""

    alias_name: str
    """`alias/` and a name."""
    target_key: Ref[Key]
