"""What may stand in `security_groups:`: values."""

from infraspec.diagnostic import Safety, choices
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown


def all_is_a_rule(value: object) -> object:
    """`egress: all` lets everything out, over IPv6 too where the VPC has it."""
    if value == ["all"]:
        message = "`egress` takes `all` or a list of rules, not a list with `all`"
        raise Refusal(
            WRONG_VALUE, message, help="write `egress: all`", fixes=instead("write `egress: all`", "all", Safety.SAFE)
        )
    if value == "all":
        return [{"all": True, "to": "anywhere"}]
    if isinstance(value, str):
        help_ = "write `egress: []` for nothing, `egress: all` for everything, or rules"
        fixes = choices((), ("[]", "all"))
        raise Refusal(
            WRONG_VALUE, f"`egress` takes `all` or a list of rules, not {shown(value)}", help=help_, fixes=fixes
        )
    return value
