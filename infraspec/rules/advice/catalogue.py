"""Every rule that advises, in the order of the manual. Only `lint` reads them: what validates asks for facts alone."""

from infraspec.rules.advice import (
    balancers,
    certificates,
    database_upkeep,
    databases,
    images,
    instances,
    names,
    permissions,
    roles,
    routers,
    secrets,
    spot,
    targets,
    volumes,
)
from infraspec.rules.rule import Rule

ADVICE: tuple[Rule, ...] = (
    *images.RULES,
    *instances.RULES,
    *routers.RULES,
    *secrets.RULES,
    *spot.RULES,
    *volumes.RULES,
    *permissions.RULES,
    *roles.RULES,
    *database_upkeep.RULES,
    *databases.RULES,
    *balancers.RULES,
    *certificates.RULES,
    *names.RULES,
    *targets.RULES,
)
