"""What can be wrong with how the parts of a spec fit together."""

from infraspec.diagnostic import Level, Problem

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_DESKS = (
    "vpcs:\n  main:\n    cidr: 172.16.0.0/16\n    tiers:\n      desks:\n        subnets:\n"
    "          desk-a: {zone: a, cidr: 172.16.0.0/24}\n          desk-c: {zone: c, cidr: 172.16.1.0/24}\n"
)
_NETWORK = (
    "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups: {web: {egress: []}}\n"
    "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
)
_WITH_TABLE = _HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    route_tables: {private: {}}\n"
_WITH_GROUP = _HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n      web:\n"
_WITH_ACL = _HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    network_acls:\n      edge:\n"
_WITH_ACL_TIER = "    tiers: {app: {network_acl: edge, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}\n"

NO_NAT_IN_ZONE = Problem(
    code="NET327",
    name="no-nat-gateway-in-zone",
    level=Level.ERROR,
    title="A table of each zone leads to a NAT gateway that is not in every zone",
    explanation="`subnets:` on a NAT gateway makes one in each zone, and a route table that leads to it stands once in each "
    "zone of its own subnets. A zone without a gateway would have no way out.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {nat: {subnets: [out-a]}}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private:
        routes:
          0.0.0.0/0: nat  # <- NET327
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}, out-c: {zone: c, cidr: 10.0.1.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}, app-c: {zone: c, cidr: 10.0.3.0/24}}}
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {nat: {subnets: tier:out}}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private:
        routes:
          0.0.0.0/0: nat
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}, out-c: {zone: c, cidr: 10.0.1.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}, app-c: {zone: c, cidr: 10.0.3.0/24}}}
""",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
)

NO_IPV6 = Problem(
    code="NET120",
    name="ipv6-without-block",
    level=Level.ERROR,
    title="IPv6 in a VPC that has no IPv6 block",
    explanation="A subnet has a /64 of its VPC's IPv6 block, and a VPC has one with `ipv6: true` alone. Without it there is no "
    "address that DNS64, an egress-only gateway or an entry of a network ACL could be about.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24, ipv6: auto}  # <- NET120
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    ipv6: true
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24, ipv6: auto}
""",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html",
)
MADE_TWICE = Problem(
    code="SPC013",
    name="made-twice",
    level=Level.ERROR,
    title="A name that is made meets one that is written",
    explanation="A NAT gateway or route table that stands once in each zone has the zone's letter behind its name, and a "
    "volume its instance's name before it. Another entry must not have the name that is made so.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {subnets: tier:out}
      nat-a: {subnet: out-a}  # <- SPC013
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
      other: {routes: {0.0.0.0/0: nat-a}}
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
      lab: {route_table: other, subnets: {lab-a: {zone: a, cidr: 10.0.2.0/24}}}
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {subnets: tier:out}
      lab-nat: {subnet: out-a}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
      other: {routes: {0.0.0.0/0: lab-nat}}
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
      lab: {route_table: other, subnets: {lab-a: {zone: a, cidr: 10.0.2.0/24}}}
""",
)
TWO_IN_ZONE = Problem(
    code="NET330",
    name="two-nat-gateways-in-zone",
    level=Level.ERROR,
    title="A NAT gateway of each zone with two subnets in one zone",
    explanation="`subnets:` on a NAT gateway makes one gateway in each zone, named after it, so each zone has one subnet "
    "in the list. A second gateway in a zone is an entry of its own.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {subnets: [out-a, out-b]}  # <- NET330
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}, out-b: {zone: a, cidr: 10.0.1.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}}}
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {subnets: [out-a]}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}, out-b: {zone: a, cidr: 10.0.1.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}}}
""",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
)
OUTPUT_NAME = Problem(
    code="OUT114",
    name="output-name",
    level=Level.ERROR,
    title="An output's name that one of the two documents cannot hold",
    explanation="Terraform's names are a letter and then letters, digits, hyphens and underscores; CloudFormation's are "
    "letters and digits alone. So two outputs must differ by more than hyphens, underscores and case.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\noutputs:\n  1st: {of: main}  # <- OUT114\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\noutputs:\n  first: {of: main}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
)
NO_SUCH_VALUE = Problem(
    code="OUT115",
    name="no-such-value",
    level=Level.ERROR,
    title="An output of a value that the thing does not have",
    explanation="Each kind of thing has its own values to export; of a thing that exists already, only its identifier is known.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\noutputs:\n  main: {of: main, value: dns_name}  # <- OUT115\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\noutputs:\n  main: {of: main, value: id}\n",
)

ENGINE_VERSION = Problem(
    code="RDS120",
    name="engine-version-form",
    level=Level.ERROR,
    title="A version that the database engine does not have",
    explanation="MySQL and MariaDB versions have two parts or three (`8.0`, `8.0.39`), PostgreSQL's and Oracle's start with the "
    "major version alone (`17`, `19`), and SQL Server's look like `16.00`. The family of the parameter group is read from "
    "the version.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
    engine: mysql
    version: "8"  # <- RDS120
    class: db.t4g.micro
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.micro
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
""",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html",
)
_DATABASE = (
    _HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.medium
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
"""
)
_REPLICA = _DATABASE + "  orders-reader:\n    replica_of: orders\n    class: db.t4g.medium\n    security_groups: [db]\n"
NOT_OF_A_REPLICA = Problem(
    code="RDS125",
    name="replica-setting",
    level=Level.ERROR,
    title="A replica that says what it has from its source",
    explanation="A read replica has the engine, the version, the users, the storage, its encryption and the subnets of the database "
    "that it copies. RDS refuses what would be different, and makes no last snapshot of a replica.",
    bad=_REPLICA + "    username: reader  # <- RDS125\n",
    good=_REPLICA,
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html",
)
NOT_OF_A_COPY = Problem(
    code="RDS140",
    name="restored-setting",
    level=Level.ERROR,
    title="A restored database that says what its snapshot brings",
    explanation="A snapshot brings the master user and the databases, and the key of its encryption. "
    "`encrypted` says what the snapshot is, since Terraform compares it.",
    bad=_DATABASE + "    snapshot: orders-before-move\n    username: ledger  # <- RDS140\n",
    good=_DATABASE + "    snapshot: orders-before-move\n",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html",
)
_CLUSTER = """database_clusters:
  orders:
    engine: mysql
    version: "8.4"
    class: db.m6gd.large
    storage_gib: 100
    storage_type: io2
    iops: 3000
    subnets: tier:data
    security_groups: [db]
"""
NO_INSTANCES = Problem(
    code="AUR101",
    name="multi-az-cluster-instances",
    level=Level.ERROR,
    title="A Multi-AZ cluster that speaks of its instances",
    explanation="The engines `mysql` and `postgres` make a Multi-AZ cluster: RDS makes a writer and two readers of the cluster's class, "
    "and they are no things of their own. Instances with a name, parameters and certificate of their own are Aurora's.",
    bad=_DATABASE.partition("databases:")[0] + _CLUSTER + "    instances: 3  # <- AUR101\n",
    good=_DATABASE.partition("databases:")[0] + _CLUSTER,
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html",
)
NAT_ADDRESS = Problem(
    code="NET305",
    name="private-nat-gateway-with-elastic-ip",
    level=Level.ERROR,
    title="A private NAT gateway with an Elastic IP address",
    explanation="A private NAT gateway reaches other networks by a private address, and EC2 refuses an Elastic IP address for it. "
    "A public one always has one: it is allocated here unless `elastic_ip` names one that exists.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    nat_gateways:
      nat:
        subnet: hub-a
        connectivity: private
        elastic_ip: eipalloc-0a1b2c3d  # <- NET305
    route_tables: {app: {routes: {192.168.0.0/16: nat}}}
    tiers:
      hub: {subnets: {hub-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    nat_gateways:
      nat:
        subnet: hub-a
        connectivity: private
    route_tables: {app: {routes: {192.168.0.0/16: nat}}}
    tiers:
      hub: {subnets: {hub-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
""",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html",
)

NO_PEER = Problem(
    code="SEC101",
    name="rule-without-peer",
    level=Level.ERROR,
    title="A rule that names nobody",
    explanation="Each rule of a security group has a peer: a block, a group, a prefix list, or something of the spec that has "
    "a fixed address or a group. A rule without one would add nothing, or everything.",
    bad=_WITH_GROUP + "        ingress: [{tcp: 443, from: []}]  # <- SEC101\n        egress: []\n",
    good=_WITH_GROUP + "        ingress: [{tcp: 443, from: [10.0.0.0/16]}]\n        egress: []\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
)
RULE_TWICE = Problem(
    code="SEC106",
    name="rule-twice",
    level=Level.ERROR,
    title="One rule stands twice in a security group",
    explanation="EC2 refuses a rule that a group has already. Protocol, ports and peer make a rule; its description does not.",
    bad=_WITH_GROUP
    + "        egress:\n          - {tcp: 443, to: 0.0.0.0/0}\n"
    + "          - {tcp: [80, https], to: 0.0.0.0/0, description: updates}  # <- SEC106\n",
    good=_WITH_GROUP
    + "        egress:\n          - {tcp: 443, to: 0.0.0.0/0}\n"
    + "          - {tcp: [80], to: 0.0.0.0/0, description: updates}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html",
)
UNKNOWN_PREFIX_LIST = Problem(
    code="SEC110",
    name="unknown-prefix-list",
    level=Level.ERROR,
    title="A prefix list that is not given by its identifier",
    explanation="The lists that AWS keeps for its own services have an identifier in each region that CloudFormation cannot "
    "look up, so a rule writes it: `aws ec2 describe-managed-prefix-lists` shows it.",
    bad=_WITH_GROUP + "        egress: [{tcp: 443, to: 'service:s3'}]  # <- SEC110\n",
    good=_WITH_GROUP + "        egress: [{tcp: 443, to: pl-78a54011}]\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html",
)
EGRESS_UNSAID = Problem(
    code="SEC118",
    name="egress-unsaid",
    level=Level.ERROR,
    title="A security group that does not say what it lets out",
    explanation="Without rules for what goes out, the console and CloudFormation let everything out and Terraform lets nothing "
    "out. So it is written: `egress: []`, `egress: all` or rules. `all` is every IPv4 address; a rule to `::/0` adds IPv6.",
    bad=_WITH_GROUP.replace("web:", "web:  # <- SEC118") + "        ingress: [{tcp: 443, from: 0.0.0.0/0}]\n",
    good=_WITH_GROUP + "        ingress: [{tcp: 443, from: 0.0.0.0/0}]\n        egress: all\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html",
)
NUMBER_TWICE = Problem(
    code="NET602",
    name="acl-number-twice",
    level=Level.ERROR,
    title="Two entries of a network ACL with one number",
    explanation="A number stands once in each direction; IPv4 and IPv6 share the numbering. Hundreds leave room between.",
    bad=_WITH_ACL
    + "        ingress:\n          - {number: 100, action: allow, tcp: 443, from: 0.0.0.0/0}\n"
    + "          - {number: 100, action: allow, tcp: 80, from: 0.0.0.0/0}  # <- NET602\n"
    + "        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    good=_WITH_ACL
    + "        ingress:\n          - {number: 100, action: allow, tcp: 443, from: 0.0.0.0/0}\n"
    + "          - {number: 200, action: allow, tcp: 80, from: 0.0.0.0/0}\n"
    + "        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
)
NOT_ONE_BLOCK = Problem(
    code="NET605",
    name="acl-peer-not-one-block",
    level=Level.ERROR,
    title="An entry of a network ACL that is not about one block",
    explanation="An entry has one number and one block, IPv4 or IPv6. It takes a block, the name of a subnet, or `vpc` where "
    "the VPC has no secondary blocks.",
    bad=_WITH_ACL.replace("10.0.0.0/16", "10.0.0.0/16\n    secondary_cidrs: [10.1.0.0/16]")
    + "        ingress: [{number: 100, action: allow, all: true, from: vpc}]  # <- NET605\n"
    + "        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    good=_WITH_ACL.replace("10.0.0.0/16", "10.0.0.0/16\n    secondary_cidrs: [10.1.0.0/16]")
    + "        ingress: [{number: 100, action: allow, all: true, from: 10.0.0.0/16}]\n"
    + "        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
)
DIRECTION_UNSAID = Problem(
    code="NET612",
    name="acl-direction-unsaid",
    level=Level.WARNING,
    title="A network ACL without entries for one direction",
    explanation="A network ACL denies what no entry allows, answers too: it does not remember what was asked. Unlike the "
    "VPC's default ACL, one of your own starts with no entries. `[]` says that this is meant.",
    bad=_WITH_ACL.replace("edge:", "edge:  # <- NET612")
    + "        ingress: [{number: 100, action: allow, all: true, from: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    good=_WITH_ACL
    + "        ingress: [{number: 100, action: allow, all: true, from: 0.0.0.0/0}]\n"
    + "        egress: [{number: 100, action: allow, all: true, to: 0.0.0.0/0}]\n"
    + _WITH_ACL_TIER,
    source="https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
)
ENDPOINT_SERVICE = Problem(
    code="NET501",
    name="unknown-endpoint-service",
    level=Level.ERROR,
    title="An endpoint to a service that the region does not have by this name",
    explanation="A short name such as `ssm` stands for `com.amazonaws.<region>.ssm`. A service that is not known here, or a "
    "service of others, is written in full; it must be in the spec's own region.",
    bad=_WITH_TABLE + "    endpoints:\n      dynamo: {service: dynamo, route_tables: [private]}  # <- NET501\n",
    good=_WITH_TABLE + "    endpoints:\n      dynamo: {service: dynamodb, route_tables: [private]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
)
ENDPOINT_FORM = Problem(
    code="NET503",
    name="endpoint-key-of-other-type",
    level=Level.ERROR,
    title="An endpoint with a key of the other type",
    explanation="A gateway endpoint is a route in route tables. An interface endpoint is network interfaces in subnets, with "
    "security groups and private names. Neither takes what belongs to the other.",
    bad=_WITH_TABLE
    + "    endpoints:\n      s3:\n        service: s3\n        route_tables: [private]\n"
    + "        private_dns: true  # <- NET503\n",
    good=_WITH_TABLE + "    endpoints:\n      s3:\n        service: s3\n        route_tables: [private]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
)
UNKNOWN_POLICY = Problem(
    code="IAM105",
    name="unknown-policy",
    level=Level.ERROR,
    title="A managed policy that neither the spec nor AWS has",
    explanation="A policy is named as AWS names its own (`AmazonSSMManagedInstanceCore`), by the name of one in "
    "`iam.policies`, or by its ARN. AWS's own are known as of a date; a newer one is written as its ARN.",
    bad=_HEAD
    + "iam:\n  roles:\n"
    + "    app: {trust: ec2, managed_policies: [AmazonSSMManagedInstancesCore]}  # <- IAM105\n",
    good=_HEAD + "iam:\n  roles:\n    app: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCore]}\n",
    source="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
)
_WITH_SCALING = """launch_templates:
  web: {image: ubuntu-24.04, type: t3.micro, security_groups: web}
auto_scaling_groups:
  web:
    launch_template: web
    subnets: tier:app
    min: 1
    max: 2
    scaling:
"""

NOT_BALANCED = Problem(
    code="CMP410",
    name="requests-without-balancer",
    level=Level.ERROR,
    title="A group that follows requests which no balancer sends it",
    explanation="Requests for each machine are counted by an application load balancer, for one of the target groups that the "
    "group's machines are registered with. The metric's label names both, and AWS refuses a target group that no "
    "application load balancer sends to.",
    bad=_HEAD + _NETWORK + _WITH_SCALING + "      busy: {requests: 1000}  # <- CMP410\n",
    good=_HEAD + _NETWORK + _WITH_SCALING + "      busy: {cpu: 50}\n",
    source="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html",
)

NO_INSTANCE_PROFILE = Problem(
    code="CMP111",
    name="role-not-for-instances",
    level=Level.ERROR,
    title="An instance has a role that instances cannot take",
    explanation="An instance takes a role through an instance profile, and only a role whose trust policy names "
    "`ec2.amazonaws.com`. The console makes the profile without a word; here every role that trusts `ec2` has one.",
    bad=_HEAD
    + _NETWORK
    + "iam:\n  roles:\n    app: {trust: lambda}\ninstances:\n  app-1: {image: ubuntu-24.04, type: t3.micro, "
    + "subnet: app-a, security_groups: web, role: app}  # <- CMP111\n",
    good=_HEAD
    + _NETWORK
    + "iam:\n  roles:\n    app: {trust: ec2}\ninstances:\n  app-1: {image: ubuntu-24.04, type: t3.micro, "
    + "subnet: app-a, security_groups: web, role: app}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
)
ROOT_DEVICE = Problem(
    code="CMP205",
    name="root-device",
    level=Level.ERROR,
    title="The root volume's device is not known, or not what the image calls it",
    explanation="CloudFormation finds the root volume by the name that the image gives it: /dev/sda1 for Ubuntu and "
    "Windows, /dev/xvda for Amazon Linux. Another name adds a second volume, and the root keeps its size, its type and "
    "its encryption. Of an image that is given as `ami-…` only its maker knows the name.",
    bad=_HEAD
    + _NETWORK
    + "instances:\n  app-1:\n    image: ami-0a1b2c3d4e5f67890  # <- CMP205\n"
    + "    type: t3.micro\n    subnet: app-a\n    security_groups: web\n",
    good=_HEAD
    + _NETWORK
    + "instances:\n  app-1:\n    image: ami-0a1b2c3d4e5f67890\n    root_volume: {device: /dev/xvda}\n"
    + "    type: t3.micro\n    subnet: app-a\n    security_groups: web\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html",
)
NO_FILE = Problem(
    code="SPC012",
    name="no-such-file",
    level=Level.ERROR,
    title="A file that does not stand beside the spec",
    explanation="A file is named by its path from the folder of the spec, and stands in that folder or below it, so "
    "that the spec means the same wherever it is checked out. It holds text in UTF-8.",
    bad=_HEAD
    + _NETWORK
    + "instances:\n  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, "
    + "user_data: {file: ../start.sh}}  # <- SPC012\n",
    good=_HEAD
    + _NETWORK
    + "instances:\n  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, "
    + 'user_data: "#!/bin/sh"}\n',
)

ARN_OF_POLICY = Problem(
    code="IAM114",
    name="policy-arn",
    level=Level.ERROR,
    title="The ARN of a policy that roles of this region cannot have",
    explanation="The second word of an ARN is its partition: `aws`, `aws-cn` in China or `aws-us-gov` in GovCloud. A role and its "
    "policies are of one partition.",
    bad=_HEAD
    + "iam:\n  roles:\n    app:\n      trust: ec2\n      managed_policies:\n"
    + "        - arn:aws-cn:iam::aws:policy/ReadOnlyAccess  # <- IAM114\n",
    good=_HEAD
    + "iam:\n  roles:\n    app:\n      trust: ec2\n      managed_policies:\n"
    + "        - arn:aws:iam::aws:policy/ReadOnlyAccess\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
)
PARTS_OF_EXISTING = Problem(
    code="SPC016",
    name="parts-of-an-existing-instance",
    level=Level.ERROR,
    title="Something new for an instance that exists already",
    explanation="What has `existing:` is referred to and never changed, so no volume or address is given to it. Write the instance "
    "without them.",
    bad=_HEAD
    + _NETWORK.replace("cidr: 10.0.0.0/16", "cidr: 10.0.0.0/16\n    existing: vpc-0a1b2c3d")
    + "instances:\n  app-1:\n    existing: i-0a1b2c3d\n    image: ubuntu-24.04\n    type: t3.micro\n    subnet: app-a\n"
    + "    security_groups: web\n    elastic_ip: new  # <- SPC016\n",
    good=_HEAD
    + _NETWORK.replace("cidr: 10.0.0.0/16", "cidr: 10.0.0.0/16\n    existing: vpc-0a1b2c3d")
    + "instances:\n  app-1:\n    existing: i-0a1b2c3d\n    image: ubuntu-24.04\n    type: t3.micro\n    subnet: app-a\n"
    + "    security_groups: web\n",
)
NOT_MEASURED = Problem(
    code="OBS121",
    name="not-measured",
    level=Level.ERROR,
    title="An alarm or graph of something that has no such metrics",
    explanation="A target group is measured behind the balancer that sends to it: its metrics have the dimensions of both, so one "
    "balancer must send to it, or one of several is named beside it. And EC2 acts on the instance that an alarm watches.",
    bad=_HEAD
    + """alarm_topics: arn:aws:sns:ap-northeast-2:123456789012:ops
alarms:
  errors:
    namespace: shop
    metric: errors
    above: 10
    ec2_action: reboot  # <- OBS121
""",
    good=_HEAD
    + "alarm_topics: arn:aws:sns:ap-northeast-2:123456789012:ops\nalarms:\n  errors:\n    namespace: shop\n    metric: errors\n    above: 10\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
)
NO_SUCH_ALARM = Problem(
    code="OBS122",
    name="no-such-usual-alarm",
    level=Level.ERROR,
    title="An alarm that is not among the usual ones",
    explanation="`alarms: default` gives a thing the usual alarms of its kind, which `infraspec show` lists with their thresholds. "
    "`without` and `thresholds` name those.",
    bad=_HEAD
    + "topics:\n  news:\n    subscriptions: [ops@example.com]\n    alarms: {set: default, to: news, thresholds: {lost: 5}}  # <- OBS122\n",
    good=_HEAD
    + "topics:\n  news:\n    subscriptions: [ops@example.com]\n    alarms: {set: default, to: news, thresholds: {failed: 5}}\n",
)

TYPE_TWICE = Problem(
    code="DDB107",
    name="attribute-of-two-types",
    level=Level.ERROR,
    title="An attribute of a table with two types",
    explanation="The keys of a table and of its indexes may share attributes, and each attribute has one type for all of them.",
    bad=_HEAD
    + """tables:
  orders:
    partition_key: {id: string}
    global_indexes:
      by-number:
        partition_key: {id: number}  # <- DDB107
""",
    good=_HEAD
    + """tables:
  orders:
    partition_key: {id: string}
    global_indexes:
      by-number:
        partition_key: {number: number}
""",
    source="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html",
)
NO_ARN = Problem(
    code="IAM127",
    name="nothing-to-name",
    level=Level.ERROR,
    title="A policy that names an entry which has no ARN",
    explanation="Where a policy takes an ARN, an entry of the spec may stand by its kind and name, with what follows in the ARN "
    "behind it: `bucket:logs`, `bucket:logs/*`, `role:deploy`. Both documents then hold its ARN. Some kinds of entry have "
    "none that a policy could name.",
    bad=_HEAD
    + _NETWORK
    + "iam:\n  policies:\n    open:\n      document:\n        Statement:\n          - Effect: Allow\n"
    + "            Action: ec2:RunInstances\n            Resource: tier:app  # <- IAM127\n",
    good=_HEAD
    + _NETWORK
    + "iam:\n  policies:\n    open:\n      document:\n        Statement:\n          - Effect: Allow\n"
    + "            Action: ec2:RunInstances\n            Resource: subnet:app-a\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
)

NO_VALUE_YET = Problem(
    code="WKS111",
    name="password-without-value",
    level=Level.ERROR,
    title="A directory whose password is kept in a secret that is empty",
    explanation="A directory reads the administrator's password while it is made. A secret without `generate` is empty until somebody sets "
    "its value by hand, which is after that.",
    bad=_HEAD
    + _DESKS
    + "secrets: {directory-admin: {}}\ndirectories:\n  corp:\n    type: microsoft\n    domain: corp.example.com\n    subnets: tier:desks\n"
    + "    password: {secret: directory-admin}  # <- WKS111\n",
    good=_HEAD
    + _DESKS
    + "secrets: {directory-admin: {generate: true}}\ndirectories:\n  corp:\n    type: microsoft\n    domain: corp.example.com\n"
    + "    subnets: tier:desks\n    password: {secret: directory-admin}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
)

PROBLEMS = (
    NO_VALUE_YET,
    NOT_MEASURED,
    NO_SUCH_ALARM,
    ARN_OF_POLICY,
    NO_ARN,
    PARTS_OF_EXISTING,
    MADE_TWICE,
    TWO_IN_ZONE,
    UNKNOWN_POLICY,
    NO_INSTANCE_PROFILE,
    NOT_BALANCED,
    ROOT_DEVICE,
    NO_FILE,
    NO_PEER,
    RULE_TWICE,
    UNKNOWN_PREFIX_LIST,
    EGRESS_UNSAID,
    NUMBER_TWICE,
    NOT_ONE_BLOCK,
    DIRECTION_UNSAID,
    ENDPOINT_SERVICE,
    ENDPOINT_FORM,
    ENGINE_VERSION,
    TYPE_TWICE,
    NOT_OF_A_REPLICA,
    NOT_OF_A_COPY,
    NO_INSTANCES,
    NAT_ADDRESS,
    NO_NAT_IN_ZONE,
    OUTPUT_NAME,
    NO_SUCH_VALUE,
)
