"""What entries of every kind refer to: keys, buckets, topics, log groups, and the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from infraspec.aws import partition
from infraspec.diagnostic import SpecPath
from infraspec.graph.account import ACCOUNT
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.s3 import Bucket, BucketPolicy
from infraspec.graph.values import Joined, Value
from infraspec.resolve.scope import Scope
from infraspec.spec.document import Entry
from infraspec.spec.forms.kms_keys import is_arn
from infraspec.spec.kinds import BUCKET, KMS_KEY, Kind

if TYPE_CHECKING:
    from infraspec.graph.logs import LogGroup
    from infraspec.graph.sns import Topic

_WITH_POLICY: dict[str, Kind[Any]] = {"Bucket": BUCKET, "Key": KMS_KEY}


class Shared(Scope):
    """The names of a spec, and what entries of every kind share."""

    names_account = False
    """Whether anything holds the number of the account."""

    @cached_property
    def named_alarms(self) -> list[tuple[str, SpecPath]]:
        """The alarms that policies name, and where: one that stands several times has no ARN, and is made last."""
        return []

    @cached_property
    def granted(self) -> dict[Ref[Any], list[Mapping[str, Any]]]:
        """What is asked for of things that have one policy, such as buckets and keys: statements by address."""
        return {}

    def grant(self, to: Ref[Any], *statements: Mapping[str, Any]) -> tuple[Ref[Any], ...]:
        """Put statements into the policy of a bucket (`Bucket`) or a key (`Key`), which is made once all have asked.

        Returns what whoever asks should wait for (`depends_on`): nothing where the thing exists already, and its
        policy is not ours. `infraspec.resolve.deliveries` has the statements of AWS's services.
        """
        kind = _WITH_POLICY[to.kind]
        entry: Entry[Any] | None = self.of(kind).get(to.key)
        if entry is None or entry.model.existing is not None:
            return ()
        self.granted.setdefault(to, []).extend(statements)
        return (ref(BucketPolicy, to.key),) if kind is BUCKET else ()

    def bucket(self, value: str, at: SpecPath) -> Ref[Bucket] | None:
        """The bucket that a name means. `Value(bucket, "name")` is its name, in both documents."""
        return self.ref(Bucket, BUCKET.word, value, at)

    def account_id(self) -> Value:
        """The number of the account that is deployed to."""
        self.names_account = True
        return Value(ACCOUNT, "account_id")

    def account_root(self) -> Joined:
        """The account as a principal: whoever its own policies let."""
        return Joined((f"arn:{partition(self.region)}:iam::", self.account_id(), ":root"))

    def kms_key(self, value: str | None, at: SpecPath) -> Ref[Key] | str | None:
        """The key that `kms_key:` names: an ARN as it is, else an entry of `kms_keys`.

        What names a key that cannot be found is left out, as its address leads nowhere.
        """
        if value is None or is_arn(value):
            return value
        return self.ref(Key, KMS_KEY.word, value, at) or ref(Key, value)

    def log_group_arn(self, group: Ref[LogGroup]) -> Joined:
        """The ARN of a log group as others take it: the one that CloudFormation gives has `:*` behind it."""
        start = f"arn:{partition(self.region)}:logs:{self.region}:"
        return Joined((start, self.account_id(), ":log-group:", Value(group, "name")))

    def topics(self, values: Sequence[str], field: SpecPath) -> tuple[Ref[Topic] | str, ...] | None:
        """The topics that a list names or gives the ARNs of; None if one is unknown."""
        found: list[Ref[Topic] | str | None] = [
            value if value.startswith("arn:") else self._topic(value, at) for value, at in self.each(values, field)
        ]
        return None if None in found else tuple(one for one in found if one is not None)

    @cached_property
    def alarm_topics(self) -> tuple[Ref[Topic] | str, ...] | None:
        """Who is told of alarms that say nothing of it."""
        return self.topics(self.top.alarm_topics, ("alarm_topics",))

    def _topic(self, value: str, at: SpecPath) -> Ref[Topic] | None:
        found = self.find(value, ("topic",), at)
        return Ref("Topic", found.name) if found else None

    @cached_property
    def images(self) -> dict[str, Resource]:
        """What finds the images of machines, by its key: each once, whichever sections ask for it."""
        return {}
