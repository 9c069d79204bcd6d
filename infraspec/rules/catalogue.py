"""Every rule, in the order of the manual."""

from infraspec.rules.network import (
    addresses,
    blocks,
    gateways,
    peerings,
    public,
    quotas,
    resilience,
    routes,
    vpc_blocks,
    vpc_bounds,
    zones,
)
from infraspec.rules.rule import Rule
from infraspec.rules.services import database_backups, database_names, database_storage, databases

RULES: tuple[Rule, ...] = (
    *addresses.RULES,
    *blocks.RULES,
    *gateways.RULES,
    *peerings.RULES,
    *public.RULES,
    *quotas.RULES,
    *resilience.RULES,
    *routes.RULES,
    *vpc_blocks.RULES,
    *vpc_bounds.RULES,
    *zones.RULES,
    *database_backups.RULES,
    *database_names.RULES,
    *database_storage.RULES,
    *databases.RULES,
)
