"""All that infraspec can say, in the order of its codes."""

from infraspec.cloudformation.limits import PROBLEMS as LIMITS
from infraspec.diagnostic import Problem
from infraspec.graph.problems import PROBLEMS as OVERRIDES
from infraspec.resolve.problems import PROBLEMS as RESOLVE
from infraspec.rules.advice.catalogue import ADVICE
from infraspec.rules.catalogue import RULES
from infraspec.rules.rule import every
from infraspec.source.problems import PROBLEMS as SOURCE
from infraspec.spec.problems import PROBLEMS as SPEC
from infraspec.triage.problems import PROBLEMS as TRIAGE

PROBLEMS: tuple[Problem, ...] = tuple(
    sorted(
        (*LIMITS, *SOURCE, *SPEC, *RESOLVE, *OVERRIDES, *TRIAGE, *(rule.problem for rule in every((*RULES, *ADVICE)))),
        key=lambda problem: problem.code,
    )
)
