"""Write `infraspec/data/tls_policies.py` anew from the policies of Elastic Load Balancing that moto has recorded.

Run it after moto has been updated: `python tools/refresh_tls_policies.py 2026-05`, where the argument is the month in
which moto recorded DescribeSSLPolicies. It needs no network.
"""

import sys
from pathlib import Path
from typing import Any

from moto.elbv2.ssl_policies import SSL_POLICIES

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "tls_policies.py"
OLD = {"TLSv1", "TLSv1.1"}
_OLD, _NEW = sorted(OLD), ["TLSv1.2"]
KEPT = {
    "ELBSecurityPolicy-2015-05": _OLD,
    "ELBSecurityPolicy-FS-1-1-2019-08": _OLD,
    "ELBSecurityPolicy-FS-1-2-2019-08": _NEW,
    "ELBSecurityPolicy-FS-1-2-Res-2019-08": _NEW,
    "ELBSecurityPolicy-FS-1-2-Res-2020-10": _NEW,
    "ELBSecurityPolicy-FS-2018-06": _OLD,
    "ELBSecurityPolicy-TLS-1-0-2015-04": _OLD,
    **{
        f"ELBSecurityPolicy-TLS13-1-{minor}-FIPS-{date}": _OLD for minor in (0, 1) for date in ("2023-04", "PQ-2025-09")
    },
    **{
        f"ELBSecurityPolicy-TLS13-1-{name}-{date}": _NEW
        for name in ("2-Ext0-FIPS", "2-Ext1-FIPS", "2-Ext2-FIPS", "2-FIPS", "2-Res-FIPS", "3-FIPS")
        for date in ("2023-04", "PQ-2025-09")
    },
}
"""Policies that AWS takes and moto has not recorded: those for forward secrecy, and those for FIPS."""
TEXT = '''"""TLS policies of load balancers. `tools/refresh_tls_policies.py` writes this module."""

from typing import Final

POLICIES_DATE: Final = "{date}"
"""When the policies below were read."""

POLICIES: Final = {{
{lines}}}
"""Each policy, and whether it refuses TLS 1.0 and 1.1.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"""
'''


def main(date: str) -> None:
    """One line for each policy."""
    recorded: dict[str, Any] = SSL_POLICIES
    protocols: dict[str, list[str]] = KEPT | {name: policy["ssl_protocols"] for name, policy in recorded.items()}
    lines = [f'    "{name}": {not OLD & set(spoken)},\n' for name, spoken in sorted(protocols.items())]
    TARGET.write_text(TEXT.format(date=date, lines="".join(lines)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
