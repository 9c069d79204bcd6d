"""Session documents whose bucket or log group is nearly one of the spec."""

import json
from collections.abc import Iterator
from difflib import get_close_matches

from infraspec.diagnostic import Edit, Finding, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.logs import LogGroup
from infraspec.graph.s3 import Bucket
from infraspec.graph.ssm import SessionDocument
from infraspec.rules.advice.session_examples import PAGE
from infraspec.rules.rule import Rule

_SPEC = (
    "version: 1\nname: demo\nregion: ap-northeast-2\nbuckets: {session-logs: {account_in_name: true}}\n"
    "session_documents:\n  SSM-SessionManagerRunShell:\n    bucket: {}\n"
)

NEARLY = Problem(
    code="SSM110",
    name="session-log-nearly-of-the-spec",
    level=Level.WARNING,
    title="Sessions that are logged to a name which is nearly one of the spec",
    explanation="A session document takes the name of a bucket or a log group of the spec, or of one that exists elsewhere. A name that "
    "differs from an entry's by a letter is taken for one that exists, and what is said in a session then goes there, or nowhere.",
    bad=_SPEC.replace("bucket: {}", "bucket: sesion-logs  # <- SSM110"),
    good=_SPEC.replace("bucket: {}", "bucket: session-logs"),
    source=PAGE,
)
_FIELDS = (("s3BucketName", "bucket", Bucket), ("cloudWatchLogGroupName", "log_group", LogGroup))


def nearly(graph: Graph) -> Iterator[Finding]:
    """Compare the names that no entry has with those that entries have."""
    for document in graph.of(SessionDocument):
        inputs = json.loads(document.content.text)["inputs"]
        for key, field, kind in _FIELDS:
            names = [one.key for one in graph.of(kind)]
            written = inputs[key]
            if not isinstance(written, str) or not (near := get_close_matches(written, names, 1, 0.8)):
                continue
            at, help_ = (*document.origin, field), f"write `{near[0]}`"
            yield Finding(
                problem=NEARLY,
                at=at,
                message=f"`{written}` is none of the spec",
                label=f"did you mean `{near[0]}`?",
                help=f"{help_}, or call the one that exists otherwise",
                fixes=fix(help_, Edit(at, near[0])),
            )


RULES = (Rule(NEARLY, nearly),)
