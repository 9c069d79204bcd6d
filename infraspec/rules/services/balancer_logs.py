"""Where balancers write their logs."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.elbv2 import LoadBalancer, Logs
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import NETWORK, TARGETS

_BODY = """    type: application
    subnets: tier:app
    security_groups: [web]
    listeners: [{http: 80, forward: web}]
"""
_BUCKET = "buckets: {logs: {account_in_name: true}}\n"
_KEYED = """kms_keys: {logs: {}}
buckets:
  logs: {account_in_name: true, kms_key: logs}
"""

LOG_ENCRYPTION = Problem(
    code="ELB118",
    name="log-bucket-encryption",
    level=Level.ERROR,
    title="An application balancer logs to a bucket that is encrypted by a key of KMS",
    explanation="Application balancers write only into buckets that S3 encrypts by its own key, which is what a bucket without `kms_key` "
    "has; AWS refuses to turn the logs on otherwise. The logs of network balancers may be encrypted by a key of this account.",
    bad=NETWORK + TARGETS + _KEYED + "load_balancers:\n  web:\n    access_logs: logs  # <- ELB118\n" + _BODY,
    good=NETWORK + TARGETS + _BUCKET + "load_balancers:\n  web:\n    access_logs: logs\n" + _BODY,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
)


def _written(balancer: LoadBalancer) -> Iterator[tuple[str, Logs]]:
    """The logs of a balancer, by their keys."""
    for field, logs in (("access_logs", balancer.access_logs), ("connection_logs", balancer.connection_logs)):
        if logs is not None:
            yield field, logs


def log_encryption(graph: Graph) -> Iterator[Finding]:
    """Look for a key at each bucket."""
    for balancer in graph.of(LoadBalancer):
        for field, logs in _written(balancer):
            bucket = graph.get(logs.bucket)
            if balancer.type == "application" and bucket.kms_key_id is not None:
                yield Finding(
                    problem=LOG_ENCRYPTION,
                    at=(*balancer.origin, field),
                    message=f"`{balancer.key}` cannot log to `{bucket.key}`, which is encrypted by a key of KMS",
                    related=(Related(at=(*bucket.origin, "kms_key"), label="the key"),),
                    help="name a bucket without `kms_key`",
                )


LOG_PREFIX = Problem(
    code="ELB140",
    name="log-prefix",
    level=Level.ERROR,
    title="A prefix of logs that AWS refuses",
    explanation="Logs are written below `PREFIX/AWSLogs/`. The prefix has no `/` at either end, and `AWSLogs` is not a part of it.",
    bad=NETWORK
    + TARGETS
    + _BUCKET
    + "load_balancers:\n  web:\n    access_logs: {bucket: logs, prefix: web/}  # <- ELB140\n"
    + _BODY,
    good=NETWORK
    + TARGETS
    + _BUCKET
    + "load_balancers:\n  web:\n    access_logs: {bucket: logs, prefix: web}\n"
    + _BODY,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
)


def log_prefix(graph: Graph) -> Iterator[Finding]:
    """Read each prefix."""
    for balancer in graph.of(LoadBalancer):
        for field, logs in _written(balancer):
            prefix = logs.prefix
            if prefix is None or (prefix and prefix == prefix.strip("/") and "AWSLogs" not in prefix):
                continue
            at, better = (*balancer.origin, field, "prefix"), prefix.replace("AWSLogs", "").strip("/")
            help_ = f"write {better}" if better else "remove `prefix`"
            fixes = fix(help_, Edit(at, better) if better else Edit(at, how=How.REMOVE))
            yield Finding(
                problem=LOG_PREFIX, at=at, message=f"`{prefix}` is not a prefix of logs", help=help_, fixes=fixes
            )


RULES = (Rule(LOG_ENCRYPTION, log_encryption), Rule(LOG_PREFIX, log_prefix))
