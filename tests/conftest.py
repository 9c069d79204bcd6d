"""Options of the test run."""

import pytest
from hypothesis import settings

# The same examples in every run, and no complaint of a busy machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew, for review")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let one of several workers begin with the deployments, which mostly wait, while the others do all the rest."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("deploy") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many of the mistakes that were made in specs were said once."""
    properties = [dict(one.user_properties) for one in terminalreporter.stats.get("passed", ()) if one.when == "call"]
    once = sum(int(one.get("mistakes_said_once", 0)) for one in properties)
    often = sum(int(one.get("mistakes_said_more_often", 0)) for one in properties)
    if once:
        share = 100 * once / (once + often)
        terminalreporter.write_line(f"{once + often} mistakes in specs: {once} said once ({share:.1f} %)")
