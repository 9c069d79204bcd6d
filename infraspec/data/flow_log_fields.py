"""The fields of VPC flow logs, as of 2025-12.

https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
`tools/refresh_transcribed.py` says how old it is.
"""

from typing import Final

FIELDS_DATE: Final = "2025-12"
"""When they were read."""

_USUAL = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action"
_MORE = """
vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id sublocation-type sublocation-id
pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path ecs-cluster-arn ecs-cluster-name
ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name
ecs-task-definition-arn ecs-task-arn ecs-task-id reject-reason resource-id encryption-status
"""

USUAL = (*_USUAL.split(), "log-status")
"""Those of AWS's own format, in its order."""

FIELDS = frozenset((*USUAL, *_MORE.split()))
"""All that a format of one's own may have."""
