"""What CloudFormation and Terraform call the fields of a spec, for those who write their words from habit."""

from collections.abc import Iterable
from difflib import get_close_matches

from infraspec.spec.foreign_systems import WORDS

_FOREIGN = {
    "cidr": ("cidrblock", "cidrblocks", "ipv4cidrblock", "block"),
    "secondary_cidrs": ("secondarycidrblocks",),
    "zone": ("availabilityzone", "az", "availabilityzoneid", "hostedzoneid", "hostedzone", "zoneid"),
    "dns_hostnames": ("enablednshostnames",),
    "dns_support": ("enablednssupport",),
    "tenancy": ("instancetenancy",),
    "ipv6": ("assigngeneratedipv6cidrblock", "amazonprovidedipv6cidrblock", "ipv6cidrblock", "dualstack"),
    "ipv6_on_launch": ("assignipv6addressoncreation",),
    "dns64": ("enabledns64",),
    "ipv6_addresses": ("ipv6addresscount",),
    "availability": ("availabilitymode",),
    "egress_only_gateway": ("egressonlyinternetgateway", "eigw", "egressonlygatewayid"),
    "dhcp_options": ("dhcpoptionsid", "dhcpoptionset"),
    "ipv6_preferred_lease_seconds": ("ipv6addresspreferredleasetime",),
    "family": ("addressfamily",),
    "internet_gateway": ("igw", "gateway"),
    "public_ip_on_launch": ("mappubliciponlaunch",),
    "public_ip": ("associatepublicipaddress",),
    "private_ip": ("privateipaddress",),
    "elastic_ip": ("allocationid", "eip"),
    "connectivity": ("connectivitytype",),
    "tcp": ("fromport", "toport", "ipprotocol", "ports", "port"),
    "number": ("rulenumber", "ruleno"),
    "action": ("ruleaction",),
    "from": (
        "cidr",
        "cidrip",
        "cidripv4",
        "cidripv6",
        "cidrblock",
        "cidrblocks",
        "sourcesecuritygroupid",
        "source",
        "peer",
        "referencedsecuritygroupid",
        "to",
    ),
    "to": (
        "cidr",
        "cidrip",
        "cidripv4",
        "cidripv6",
        "cidrblock",
        "cidrblocks",
        "destinationsecuritygroupid",
        "destination",
        "peer",
        "referencedsecuritygroupid",
        "from",
    ),
    "ingress": ("securitygroupingress", "inbound"),
    "egress": ("securitygroupegress", "outbound"),
    "description": ("groupdescription",),
    "security_groups": ("vpcsecuritygroupids", "securitygroupids", "vpcsecuritygroups", "sgs"),
    "subnet": ("subnetid",),
    "subnets": ("subnetids", "subnetmappings", "dbsubnetgroupname", "vpczoneidentifier"),
    "route_table": ("routetableid",),
    "route_tables": ("routetableids",),
    "network_acl": ("networkaclid", "nacl"),
    "requester": ("vpcid",),
    "accepter": ("peervpcid",),
    "type": ("instancetype", "volumetype", "loadbalancertype"),
    "image": ("imageid", "ami"),
    "key_pair": ("keyname",),
    "role": ("iaminstanceprofile", "iamrole"),
    "user_data": ("userdata", "userdatabase64"),
    "size_gib": ("volumesize", "size"),
    "monitoring": ("detailedmonitoring",),
    "termination_protection": ("disableapitermination",),
    "imds": ("metadataoptions",),
    "hop_limit": ("httpputresponsehoplimit",),
    "tokens": ("httptokens",),
    "service": ("servicename",),
    "private_dns": ("privatednsenabled",),
    "policy": ("policydocument",),
    "document": ("policydocument",),
    "trust": ("assumerolepolicydocument", "assumerolepolicy"),
    "managed_policies": ("managedpolicyarns",),
    "forward": ("targetgrouparn", "defaultactions", "defaultaction", "targetgroup"),
    "certificate": ("certificatearn",),
    "listeners": ("listener",),
    "path": ("healthcheckpath",),
    "interval": ("healthcheckintervalseconds",),
    "timeout": ("healthchecktimeoutseconds",),
    "healthy_threshold": ("healthythresholdcount",),
    "unhealthy_threshold": ("unhealthythresholdcount",),
    "names": ("subjectalternativenames",),
    "validation": ("validationmethod",),
    "alias": ("aliastarget",),
    "ttl": ("recordttl",),
    "class": ("dbinstanceclass", "instanceclass", "instancetype", "dbclusterinstanceclass"),
    "replica_of": ("replicatesourcedb", "sourcedbinstanceidentifier"),
    "snapshot": ("snapshotidentifier", "dbsnapshotidentifier"),
    "log_exports": ("enablecloudwatchlogsexports", "enabledcloudwatchlogsexports"),
    "iam_authentication": ("enableiamdatabaseauthentication", "iamdatabaseauthenticationenabled"),
    "performance_insights": ("enableperformanceinsights", "performanceinsightsenabled"),
    "extended_support": ("enginelifecyclesupport",),
    "ca_certificate": ("cacertificateidentifier", "cacertidentifier"),
    "options": ("optiongroupname",),
    "serverless": ("serverlessv2scalingconfiguration",),
    "secret_key": ("masterusersecretkmskeyid",),
    "data_api": ("enablehttpendpoint",),
    "backtrack_hours": ("backtrackwindow",),
    "tier": ("promotiontier",),
    "engine": ("dbengine",),
    "version": ("engineversion",),
    "storage_gib": ("allocatedstorage",),
    "max_storage_gib": ("maxallocatedstorage",),
    "encrypted": ("storageencrypted",),
    "kms_key": ("kmskeyid",),
    "backup_days": ("backupretentionperiod",),
    "backup_window": ("preferredbackupwindow",),
    "maintenance_window": ("preferredmaintenancewindow",),
    "username": ("masterusername",),
    "credentials": ("masteruserpassword", "masterpassword", "managemasteruserpassword", "passwordwo"),
    "database": ("dbname",),
    "public": ("publiclyaccessible",),
    "throughput": ("storagethroughput",),
    "copy_tags": ("copytagstosnapshot",),
    "license": ("licensemodel",),
    "parameters": ("parametergroupname", "dbparametergroupname"),
    "on_delete": ("deletionpolicy",),
    "deletion_protection": ("enabledeletionprotection",),
}
"""Our field, and their words for it in lower case without underscores."""

_OURS: dict[str, list[str]] = {}
for _field, _words in (*_FOREIGN.items(), *WORDS.items()):
    for _word in _words:
        _OURS.setdefault(_word, []).append(_field)


def nearest(key: str, fields: Iterable[str]) -> str | None:
    """The field that is meant by a key that is none: by another tool's name for it, or by its letters."""
    names = {name.lower(): name for name in fields}
    bare = key.lower().replace("_", "").replace("-", "")
    for ours in _OURS.get(bare, ()):
        if ours in names:
            return names[ours]
    close = get_close_matches(key.lower(), names, n=1, cutoff=0.6)
    if not close:
        plain = {name.replace("_", ""): name for name in names}
        close = [plain[found] for found in get_close_matches(bare, plain, n=1, cutoff=0.75)]
    return names[close[0]] if close else None
