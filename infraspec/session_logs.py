"""What a machine needs so that the sessions on it are logged as the account's session document says."""

from typing import Any, NamedTuple

from infraspec.aws import partition
from infraspec.spec.document import Parsed
from infraspec.spec.forms.kms_keys import is_arn
from infraspec.spec.kinds import BUCKET, KMS_KEY, LOG_GROUP, SESSION_DOCUMENT

DEFAULT = "SSM-SessionManagerRunShell"
"""The document that holds for every session which names no other."""
NAME = "session-logs"
"""Of the policy that the roles of machines get."""
_WRITE = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]


class Logs(NamedTuple):
    """What the session document asks of machines; nothing where there is none."""

    bucket: str | None
    """Its name in S3, of which a part may be a wildcard."""
    prefix: str
    log_group: str | None
    keys: tuple[str, ...]
    """By alias or ARN."""

    @property
    def services(self) -> tuple[str, ...]:
        """Services beside Session Manager's own that a machine calls by an interface endpoint."""
        return (*(("logs",) if self.log_group else ()), *(("kms",) if self.keys else ()))


def logs_of(parsed: Parsed) -> Logs:
    """Read the account's session document."""
    entry = parsed.of(SESSION_DOCUMENT).get(DEFAULT)
    if entry is None or parsed.top is None:
        return Logs(None, "", None, ())
    model, keys = entry.model, [entry.model.kms_key]
    bucket = parsed.of(BUCKET).get(model.bucket or "")
    name = model.bucket
    if bucket is not None:
        own = bucket.model.existing or bucket.model.name or bucket.name
        name = f"{own}-*-{parsed.top.region}" if bucket.model.account_in_name else own
        keys.append(bucket.model.kms_key)
    group = parsed.of(LOG_GROUP).get(model.log_group or "")
    group_name = model.log_group if group is None else group.model.existing or group.name
    named = {_named(parsed, key) for key in keys if key is not None}
    return Logs(name, model.prefix or "", group_name, tuple(sorted(named)))


def _named(parsed: Parsed, key: str) -> str:
    """A key by its ARN, or by its alias."""
    entry = parsed.of(KMS_KEY).get(key.removeprefix(f"{KMS_KEY.word}:"))
    existing = entry.model.existing if entry is not None else None
    return key if is_arn(key) else existing or f"alias/{key.removeprefix(f'{KMS_KEY.word}:')}"


def policy_for(logs: Logs, region: str) -> dict[str, Any]:
    """The policy of a role whose machine writes the logs; nothing where there are none.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
    """
    here = partition(region)
    statements: list[dict[str, Any]] = []
    if logs.bucket is not None:
        arn = f"arn:{here}:s3:::{logs.bucket}"
        statements += [
            {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"{arn}/{logs.prefix}*"},
            {"Effect": "Allow", "Action": "s3:GetEncryptionConfiguration", "Resource": arn},
        ]
    if logs.log_group is not None:
        arn = f"arn:{here}:logs:{region}:*:log-group:{logs.log_group}"
        statements += [
            {"Effect": "Allow", "Action": [*_WRITE], "Resource": [arn, f"{arn}:*"]},
            {"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "*"},
        ]
    use = {"Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"]}
    arns = [one for one in logs.keys if is_arn(one)]
    aliases = [one for one in logs.keys if not is_arn(one)]
    if arns:
        statements.append({**use, "Resource": arns})
    if aliases:
        by_alias = {"ForAnyValue:StringEquals": {"kms:ResourceAliases": aliases}}
        statements.append({**use, "Resource": "*", "Condition": by_alias})
    return {"Statement": statements} if statements else {}
