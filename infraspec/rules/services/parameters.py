"""Parameters and session documents of Systems Manager."""

import json
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.logs import LogGroup
from infraspec.graph.ssm import Parameter, SessionDocument
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_BYTES = {"Standard": 4096, "Advanced": 8192, "Intelligent-Tiering": 8192}

TOO_LONG = Problem(
    code="SSM109",
    name="parameter-value",
    level=Level.ERROR,
    title="A value that a parameter cannot hold",
    explanation="A parameter holds 1 to 4,096 bytes in the tier Standard, and 8,192 in Advanced.",
    bad=_HEAD + 'parameters:\n  /shop/empty:\n    value: ""  # <- SSM109\n',
    good=_HEAD + 'parameters:\n  /shop/empty:\n    value: "none"\n',
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html",
)


def too_long(graph: Graph) -> Iterator[Finding]:
    """Count the bytes of each value that is written."""
    for parameter in graph.of(Parameter):
        if not isinstance(parameter.value, str):
            continue
        size = len(parameter.value.encode())
        if 0 < size <= _BYTES[parameter.tier]:
            continue
        more = parameter.tier == "Standard" and 0 < size <= _BYTES["Advanced"]
        at = (*parameter.origin, "value")
        yield Finding(
            problem=TOO_LONG,
            at=at,
            message=f"the value of `{parameter.key}` has {size:,} bytes",
            label="" if not size else f"at most {_BYTES[parameter.tier]:,}",
            help="write `tier: Advanced`, which is billed" if more else "" if size else "write a value",
            fixes=fix("write `tier: Advanced`", Edit((*parameter.origin, "tier"), "Advanced")) if more else (),
        )


NOT_ENCRYPTED = Problem(
    code="SSM108",
    name="session-log-not-encrypted",
    level=Level.ERROR,
    title="Sessions that never start, as their log group has no key",
    explanation="With `encrypted_logs: true` Session Manager refuses each session while the log group is not encrypted with a key of KMS.",
    bad=_HEAD + "log_groups:\n  sessions: {}\nsession_documents:\n  SSM-SessionManagerRunShell:\n"
    "    log_group: sessions\n    encrypted_logs: true  # <- SSM108\n",
    good=_HEAD + "kms_keys:\n  logs: {}\nlog_groups:\n  sessions: {kms_key: logs}\nsession_documents:\n"
    "  SSM-SessionManagerRunShell:\n    log_group: sessions\n    encrypted_logs: true\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html",
)


def not_encrypted(graph: Graph) -> Iterator[Finding]:
    """Look at the log group of each document that asks for encryption."""
    for document in graph.of(SessionDocument):
        if not json.loads(document.content.text)["inputs"]["cloudWatchEncryptionEnabled"]:
            continue
        for group in (graph.get(one.node) for one in document.content.values if one.node.kind == "LogGroup"):
            if isinstance(group, LogGroup) and group.existing is None and group.kms_key_id is None:
                here = (*document.origin, "encrypted_logs")
                yield Finding(
                    problem=NOT_ENCRYPTED,
                    at=here,
                    message=f"`{document.key}` asks for an encrypted log group, and `{group.key}` has no key",
                    related=(Related(at=group.origin, label="has no `kms_key`", on_key=True),),
                    help=f"add `kms_key` to `{group.key}`, or remove `encrypted_logs`",
                    fixes=fix("remove `encrypted_logs`", Edit(here, how=How.REMOVE)),
                )


RULES = (Rule(TOO_LONG, too_long), Rule(NOT_ENCRYPTED, not_encrypted))
