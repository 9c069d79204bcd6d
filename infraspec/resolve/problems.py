"""What can be wrong with how the parts of a spec fit together."""

from infraspec.diagnostic import Level, Problem

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

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
)

PROBLEMS = (NO_NAT_IN_ZONE,)
