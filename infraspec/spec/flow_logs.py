"""`flow_logs:` of VPCs, tiers, subnets and network interfaces: which packets came and went."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import Checks, Names, SpecModel, Tags
from infraspec.spec.forms import flow_logs as forms


class FlowLog(SpecModel):
    """A log of flows, which is delivered to a log group, a bucket or a delivery stream."""

    checks: ClassVar[Checks] = (forms.has_only_its_own,)

    to: str
    """A log group or a bucket by name, or the ARN of a bucket or of a delivery stream. What the log needs to get there,
    a role or a statement in the bucket's policy, is made with it."""
    traffic: Literal["all", "accept", "reject"] = "all"
    """Which packets are logged: all, those that were let through, or those that were not."""
    fields: Annotated[Names, BeforeValidator(forms.fields)] = []
    """The fields of each line in their order, such as `[srcaddr, dstaddr, dstport, action]`; without it AWS's own."""
    interval: Literal[60, 600] = 600
    """Seconds over which packets are added up to one line."""
    path: str | None = None
    """A folder of the bucket."""
    file_format: Literal["plain-text", "parquet"] | None = None
    """How files in a bucket are written; `plain-text` unless written. `parquet` is a fifth of the size and quicker to
    query."""
    hive_compatible: bool = False
    """Whether folders in a bucket are called as Hive calls them."""
    hourly: bool = False
    """Whether a bucket has a folder for each hour, not for each day."""
    role: str | None = None
    """The role that writes to the log group, by name or ARN; without it one is made."""
    tags: Tags = {}


FlowLogs = Annotated[
    list[Annotated[FlowLog, BeforeValidator(forms.place, json_schema_input_type=str | FlowLog)]],
    BeforeValidator(forms.one_or_several, json_schema_input_type=str | FlowLog | list[str | FlowLog]),
]
"""Where to, as a name; a mapping that says more; or several of them."""
