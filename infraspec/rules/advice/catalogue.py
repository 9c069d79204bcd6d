"""Every rule that advises, in the order of the manual. Only `lint` reads them: what validates asks for facts alone."""

from infraspec.rules.rule import Rule

ADVICE: tuple[Rule, ...] = ()
