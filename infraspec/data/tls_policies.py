"""TLS policies of load balancers. `tools/refresh_tls_policies.py` writes this module."""

from typing import Final

POLICIES_DATE: Final = "2026-05"
"""When the policies below were read."""

POLICIES: Final = {
    "ELBSecurityPolicy-2015-05": False,
    "ELBSecurityPolicy-2016-08": False,
    "ELBSecurityPolicy-FS-1-1-2019-08": False,
    "ELBSecurityPolicy-FS-1-2-2019-08": True,
    "ELBSecurityPolicy-FS-1-2-Res-2019-08": True,
    "ELBSecurityPolicy-FS-1-2-Res-2020-10": True,
    "ELBSecurityPolicy-FS-2018-06": False,
    "ELBSecurityPolicy-TLS-1-0-2015-04": False,
    "ELBSecurityPolicy-TLS-1-1-2017-01": False,
    "ELBSecurityPolicy-TLS-1-2-2017-01": True,
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06": True,
    "ELBSecurityPolicy-TLS13-1-0-2021-06": False,
    "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04": False,
    "ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09": False,
    "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09": False,
    "ELBSecurityPolicy-TLS13-1-1-2021-06": False,
    "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04": False,
    "ELBSecurityPolicy-TLS13-1-1-FIPS-PQ-2025-09": False,
    "ELBSecurityPolicy-TLS13-1-2-2021-06": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Res-2021-06": True,
    "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-3-2021-06": True,
    "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04": True,
    "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09": True,
    "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09": True,
}
"""Each policy, and whether it refuses TLS 1.0 and 1.1.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"""
