"""`session_documents:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from infraspec.graph.resource import Ref, Resource
from infraspec.graph.ssm import SessionDocument
from infraspec.graph.values import Value, document
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import BUCKET, LOG_GROUP, SESSION_DOCUMENT

if TYPE_CHECKING:
    from infraspec.spec.session_documents import SessionDocument as DocumentModel


def session_documents(scope: Network) -> Iterator[Resource]:
    """Every document, in the words of Session Manager.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
    """
    for name, entry in scope.of(SESSION_DOCUMENT).items():
        model = entry.model
        content = {
            "schemaVersion": "1.0",
            "description": model.description or name,
            "sessionType": "Standard_Stream",
            "inputs": {**_logs(scope, entry), **_session(scope, entry)},
        }
        yield SessionDocument(
            key=name,
            origin=entry.path,
            name=name,
            content=document(content),
            tags=scope.tags(name, model.tags),
        )


def _logs(scope: Network, entry: Entry[DocumentModel]) -> dict[str, Any]:
    """Where what is said is kept. An encryption that is asked for and not there keeps a session from starting."""
    model = entry.model
    group = scope.of(LOG_GROUP).get(model.log_group or "")
    encrypted = group is None or group.model.kms_key is not None
    return {
        "s3BucketName": _named(scope, "Bucket", model.bucket, BUCKET.word),
        "s3KeyPrefix": model.prefix or "",
        "s3EncryptionEnabled": model.bucket is not None,
        "cloudWatchLogGroupName": _named(scope, "LogGroup", model.log_group, LOG_GROUP.word),
        "cloudWatchEncryptionEnabled": model.log_group is not None
        and (encrypted if model.encrypted_logs is None else model.encrypted_logs),
        "cloudWatchStreamingEnabled": model.log_group is not None,
    }


def _named(scope: Network, kind: str, name: str | None, word: str) -> Value | str:
    """The name of a thing of this spec as a value, and that of any other as it is written."""
    if name is None:
        return ""
    return Value(Ref(kind, name), "name") if name in scope.names.get(word, ()) else name


def _session(scope: Network, entry: Entry[DocumentModel]) -> dict[str, Any]:
    model = entry.model
    key = scope.kms_key(model.kms_key, (*entry.path, "kms_key"))
    return {
        "kmsKeyId": "" if key is None else key if isinstance(key, str) else Value(key, "arn"),
        "idleSessionTimeout": str(model.idle_minutes),
        "maxSessionDuration": "" if model.max_minutes is None else str(model.max_minutes),
        "runAsEnabled": model.run_as is not None,
        "runAsDefaultUser": model.run_as or "",
        "shellProfile": {"linux": model.shell_profile.linux or "", "windows": model.shell_profile.windows or ""},
    }
