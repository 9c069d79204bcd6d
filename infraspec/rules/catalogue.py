"""Every rule, in the order of the manual."""

from infraspec.rules.network import blocks
from infraspec.rules.rule import Rule

RULES: tuple[Rule, ...] = (*blocks.RULES,)
