"""What counts beyond baselines, which most runs do not have."""

from argparse import Namespace
from collections.abc import Sequence

from infraspec.triage.outcome import Outcome
from infraspec.triage.settings import Settings


def beyond_baselines(
    outcomes: Sequence[Outcome], settings: Sequence[Settings], options: Namespace, *, advice: bool
) -> list[Outcome]:
    """What counts of what was found, by the baseline of the options or of each spec's settings."""
    named = options.baseline or options.write_baseline or any(its.baseline for its in settings)
    if not advice or not named:
        return list(outcomes)
    from infraspec.cli.baselining import without_known

    return without_known(outcomes, settings, options)
