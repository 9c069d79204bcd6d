"""What may stand in `workspaces:`: values."""

from infraspec.spec.problems import WORKSPACE_COMPUTE
from infraspec.spec.refusal import Refusal, instead, shown

COMPUTE = (
    *("value", "standard", "performance", "power", "powerpro", "graphics_g4dn", "graphicspro_g4dn"),
    *("generalpurpose_4xlarge", "generalpurpose_8xlarge"),
)
"""Sizes that both backends know and AWS still sells."""
_LATER = frozenset({"graphics_g6", "graphics_gr6", "graphics_g6f", "graphics_gr6f", "graphics", "graphicspro"})


def compute(value: object) -> object:
    """A size in small letters; a few are known to one backend alone, or are sold no more."""
    if not isinstance(value, str) or value in COMPUTE:
        return value
    lower = value.lower().replace("-", "_").replace(".", "_")
    if lower in COMPUTE:
        raise Refusal(
            WORKSPACE_COMPUTE,
            f"`{value}` is written `{lower}`",
            help=f"write `{lower}`",
            fixes=instead(f"write `{lower}`", lower),
        )
    message = f"{shown(value)} is not a size of WorkSpaces that both backends make"
    label = (
        "Terraform's provider does not take it in every version, or AWS sells it no more"
        if lower.startswith(tuple(_LATER))
        else ""
    )
    raise Refusal(WORKSPACE_COMPUTE, message, label, f"write one of {', '.join(COMPUTE)}")
