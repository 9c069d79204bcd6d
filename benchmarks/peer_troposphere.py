"""The estate as people write it with troposphere: one script, which prints a CloudFormation template.

python benchmarks/peer_troposphere.py 1000 > template.json
"""

import sys

import troposphere
from estate import DOMAIN, ENDPOINTS, REGION, ZONE_ID, ZONES, Network, Service, networks
from troposphere import GetAtt, Parameter, Ref, Tags, Template, certificatemanager, ec2, iam, rds, route53
from troposphere import elasticloadbalancingv2 as elb

troposphere.MAX_RESOURCES = 1_000_000  # CloudFormation takes 500; the size of the job is what is measured


IMAGE = "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id"


def title(*names: str) -> str:
    """A logical id of these names."""
    return "".join(part.capitalize() for name in names for part in name.split("-"))


def tags(name: str) -> Tags:
    """The tags that everything has."""
    return Tags(Name=name, Owner="platform", Stage="production")


def network(template: Template, net: Network) -> None:
    """A VPC, its ways out and its public subnets."""
    vpc = template.add_resource(
        ec2.VPC(
            title("vpc", net.name),
            CidrBlock=net.cidr,
            InstanceTenancy="default",
            EnableDnsSupport=True,
            EnableDnsHostnames=True,
            Tags=tags(net.name),
        )
    )
    gateway = template.add_resource(ec2.InternetGateway(title("igw", net.name), Tags=tags(f"{net.name}-igw")))
    attachment = template.add_resource(
        ec2.VPCGatewayAttachment(title("igw-attachment", net.name), VpcId=Ref(vpc), InternetGatewayId=Ref(gateway))
    )
    public = route_table(template, net, "public")
    route = template.add_resource(
        ec2.Route(
            title("route", net.name, "public"),
            RouteTableId=Ref(public),
            DestinationCidrBlock="0.0.0.0/0",
            GatewayId=Ref(gateway),
            DependsOn=attachment.title,
        )
    )
    for name, zone, cidr in net.public:
        subnet(template, net, name, zone, cidr, "public")
        address = template.add_resource(
            ec2.EIP(
                title("eip", net.name, zone),
                Domain="vpc",
                Tags=tags(f"{net.name}-nat-{zone}"),
                DependsOn=attachment.title,
            )
        )
        nat = template.add_resource(
            ec2.NatGateway(
                title("nat", net.name, zone),
                SubnetId=Ref(title("subnet", name)),
                ConnectivityType="public",
                AllocationId=GetAtt(address, "AllocationId"),
                Tags=tags(f"{net.name}-nat-{zone}"),
                DependsOn=[attachment.title, route.title],
            )
        )
        table = route_table(template, net, f"private-{zone}")
        template.add_resource(
            ec2.Route(
                title("route", net.name, "private", zone),
                RouteTableId=Ref(table),
                DestinationCidrBlock="0.0.0.0/0",
                NatGatewayId=Ref(nat),
            )
        )
    for name, zone, cidr in net.spare:
        subnet(template, net, name, zone, cidr, f"private-{zone}")


def route_table(template: Template, net: Network, name: str) -> ec2.RouteTable:
    """A route table."""
    return template.add_resource(
        ec2.RouteTable(
            title("route-table", net.name, name),
            VpcId=Ref(title("vpc", net.name)),
            Tags=tags(f"{net.name}-{name}"),
        )
    )


def subnet(template: Template, net: Network, name: str, zone: str, cidr: str, table: str) -> None:
    """A subnet and its route table."""
    made = template.add_resource(
        ec2.Subnet(
            title("subnet", name),
            VpcId=Ref(title("vpc", net.name)),
            CidrBlock=cidr,
            AvailabilityZone=REGION + zone,
            MapPublicIpOnLaunch=False,
            Tags=tags(name),
        )
    )
    template.add_resource(
        ec2.SubnetRouteTableAssociation(
            title("association", name),
            SubnetId=Ref(made),
            RouteTableId=Ref(title("route-table", net.name, table)),
        )
    )


def endpoints(template: Template, net: Network) -> None:
    """The endpoints of a VPC and their group."""
    for service in ENDPOINTS:
        template.add_resource(
            ec2.VPCEndpoint(
                title("endpoint", net.name, service),
                VpcEndpointType="Interface",
                VpcId=Ref(title("vpc", net.name)),
                ServiceName=f"com.amazonaws.{REGION}.{service}",
                SubnetIds=[Ref(title("subnet", name)) for name, _, _ in net.public],
                SecurityGroupIds=[GetAtt(title("sg", net.name, "endpoints"), "GroupId")],
                PrivateDnsEnabled=True,
                Tags=tags(f"{net.name}-{service}"),
            )
        )
    template.add_resource(
        ec2.VPCEndpoint(
            title("endpoint", net.name, "s3"),
            VpcEndpointType="Gateway",
            VpcId=Ref(title("vpc", net.name)),
            ServiceName=f"com.amazonaws.{REGION}.s3",
            RouteTableIds=[Ref(title("route-table", net.name, "private", zone)) for zone in ZONES],
            Tags=tags(f"{net.name}-s3"),
        )
    )


def security_group(
    template: Template,
    net: Network,
    name: str,
    description: str,
    ingress: list[ec2.SecurityGroupRule],
    egress: list[ec2.SecurityGroupRule],
) -> None:
    """A group with the rules that name no other group."""
    nothing = ec2.SecurityGroupRule(IpProtocol="-1", CidrIp="127.0.0.1/32", Description="nothing")
    template.add_resource(
        ec2.SecurityGroup(
            title("sg", name),
            GroupName=name,
            GroupDescription=description,
            VpcId=Ref(title("vpc", net.name)),
            SecurityGroupIngress=ingress,
            SecurityGroupEgress=egress or [nothing],
            Tags=tags(name),
        )
    )


def https(cidr: str, description: str) -> ec2.SecurityGroupRule:
    """A rule for HTTPS."""
    return ec2.SecurityGroupRule(IpProtocol="tcp", FromPort=443, ToPort=443, CidrIp=cidr, Description=description)


def between(template: Template, sender: str, receiver: str, port: int, names: tuple[str, str]) -> None:
    """The two rules that let one group speak to another."""
    template.add_resource(
        ec2.SecurityGroupEgress(
            title("egress", sender, str(port)),
            GroupId=GetAtt(title("sg", sender), "GroupId"),
            IpProtocol="tcp",
            FromPort=port,
            ToPort=port,
            DestinationSecurityGroupId=GetAtt(title("sg", receiver), "GroupId"),
            Description=f"to the {names[1]}",
        )
    )
    template.add_resource(
        ec2.SecurityGroupIngress(
            title("ingress", receiver, str(port)),
            GroupId=GetAtt(title("sg", receiver), "GroupId"),
            IpProtocol="tcp",
            FromPort=port,
            ToPort=port,
            SourceSecurityGroupId=GetAtt(title("sg", sender), "GroupId"),
            Description=f"from the {names[0]}",
        )
    )


def groups(template: Template, net: Network, service: Service) -> None:
    """The groups of a service."""
    balancer, machines, database = (f"{service.name}-{part}" for part in ("alb", "machines", "db"))
    everywhere = https("0.0.0.0/0", "from everywhere")
    security_group(template, net, balancer, f"Load balancer of {service.name}", [everywhere], [])
    out = https("0.0.0.0/0", "packages and AWS services")
    security_group(template, net, machines, f"Machines of {service.name}", [], [out])
    security_group(template, net, database, f"Database of {service.name}", [], [])
    between(template, balancer, machines, 8080, ("load balancer", "machines"))
    between(template, machines, database, 3306, ("machines", "database"))


def role(template: Template, service: Service) -> None:
    """What the machines of a service may do."""
    made = template.add_resource(
        iam.Role(
            title("role", service.name),
            RoleName=service.name,
            Description=f"What the machines of {service.name} may do",
            Path="/",
            MaxSessionDuration=3600,
            AssumeRolePolicyDocument={
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
                ],
            },
            ManagedPolicyArns=["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
            Tags=tags(service.name),
        )
    )
    template.add_resource(
        iam.InstanceProfile(
            title("profile", service.name), InstanceProfileName=service.name, Path="/", Roles=[Ref(made)]
        )
    )


def machines(template: Template, service: Service) -> None:
    """The machines of a service, one in each zone."""
    for (where, zone, _), address in zip(service.app, service.addresses, strict=True):
        disk = ec2.EbsBlockDevice(VolumeSize=30, VolumeType="gp3", Encrypted=True, DeleteOnTermination=True)
        template.add_resource(
            ec2.Instance(
                title("instance", service.name, zone),
                ImageId=Ref("Image"),
                InstanceType="t3.micro",
                SubnetId=Ref(title("subnet", where)),
                PrivateIpAddress=address,
                SecurityGroupIds=[GetAtt(title("sg", service.name, "machines"), "GroupId")],
                SourceDestCheck=True,
                IamInstanceProfile=Ref(title("profile", service.name)),
                CreditSpecification=ec2.CreditSpecification(CPUCredits="standard"),
                MetadataOptions=ec2.MetadataOptions(
                    HttpEndpoint="enabled", HttpTokens="required", HttpPutResponseHopLimit=1
                ),
                BlockDeviceMappings=[ec2.BlockDeviceMapping(DeviceName="/dev/sda1", Ebs=disk)],
                PropagateTagsToVolumeOnCreation=True,
                Tags=tags(f"{service.name}-{zone}"),
            )
        )


def balancer(template: Template, net: Network, service: Service) -> None:
    """The load balancer of a service, with its certificate and its name."""
    name = f"{service.name}.{DOMAIN}"
    certificate = template.add_resource(
        certificatemanager.Certificate(
            title("certificate", service.name),
            DomainName=name,
            ValidationMethod="DNS",
            DomainValidationOptions=[certificatemanager.DomainValidationOption(DomainName=name, HostedZoneId=ZONE_ID)],
            Tags=tags(name),
        )
    )
    group = template.add_resource(
        elb.TargetGroup(
            title("target-group", service.name),
            Name=service.name,
            Protocol="HTTP",
            Port=8080,
            VpcId=Ref(title("vpc", net.name)),
            TargetType="instance",
            HealthCheckProtocol="HTTP",
            HealthCheckPath="/healthz",
            HealthCheckIntervalSeconds=30,
            HealthCheckTimeoutSeconds=5,
            HealthyThresholdCount=5,
            UnhealthyThresholdCount=2,
            Matcher=elb.Matcher(HttpCode="200"),
            Targets=[elb.TargetDescription(Id=Ref(title("instance", service.name, zone)), Port=8080) for zone in ZONES],
            Tags=tags(service.name),
        )
    )
    made = template.add_resource(
        elb.LoadBalancer(
            title("load-balancer", service.name),
            Name=service.name,
            Type="application",
            Scheme="internet-facing",
            Subnets=[Ref(title("subnet", where)) for where, _, _ in net.public],
            SecurityGroups=[GetAtt(title("sg", service.name, "alb"), "GroupId")],
            LoadBalancerAttributes=[
                elb.LoadBalancerAttributes(Key="idle_timeout.timeout_seconds", Value="60"),
                elb.LoadBalancerAttributes(Key="routing.http.drop_invalid_header_fields.enabled", Value="true"),
            ],
            Tags=tags(service.name),
            DependsOn=title("igw-attachment", net.name),
        )
    )
    template.add_resource(
        elb.Listener(
            title("listener", service.name),
            LoadBalancerArn=Ref(made),
            Port=443,
            Protocol="HTTPS",
            SslPolicy="ELBSecurityPolicy-TLS13-1-2-2021-06",
            Certificates=[elb.Certificate(CertificateArn=Ref(certificate))],
            DefaultActions=[elb.Action(Type="forward", TargetGroupArn=Ref(group))],
        )
    )
    template.add_resource(
        route53.RecordSetType(
            title("record", service.name),
            HostedZoneId=ZONE_ID,
            Name=name,
            Type="A",
            AliasTarget=route53.AliasTarget(
                DNSName=GetAtt(made, "DNSName"),
                HostedZoneId=GetAtt(made, "CanonicalHostedZoneID"),
                EvaluateTargetHealth=False,
            ),
        )
    )


def database(template: Template, service: Service) -> None:
    """The database of a service."""
    where = template.add_resource(
        rds.DBSubnetGroup(
            title("db-subnets", service.name),
            DBSubnetGroupName=service.name,
            DBSubnetGroupDescription=f"Subnets of {service.name}",
            SubnetIds=[Ref(title("subnet", name)) for name, _, _ in service.data],
            Tags=tags(service.name),
        )
    )
    template.add_resource(
        rds.DBInstance(
            title("db", service.name),
            DBInstanceIdentifier=service.name,
            Engine="mysql",
            EngineVersion="8.4",
            DBInstanceClass="db.t3.micro",
            AllocatedStorage="20",
            StorageType="gp3",
            StorageEncrypted=True,
            Port="3306",
            MasterUsername="admin",
            ManageMasterUserPassword=True,
            MultiAZ=True,
            PubliclyAccessible=False,
            DBSubnetGroupName=Ref(where),
            VPCSecurityGroups=[GetAtt(title("sg", service.name, "db"), "GroupId")],
            BackupRetentionPeriod=7,
            CopyTagsToSnapshot=True,
            AutoMinorVersionUpgrade=True,
            DeleteAutomatedBackups=False,
            DeletionProtection=True,
            DeletionPolicy="Snapshot",
            UpdateReplacePolicy="Snapshot",
            Tags=tags(service.name),
        )
    )


def build(resources: int) -> Template:
    """The whole estate."""
    template = Template(Description=f"benchmark in {REGION}")
    template.set_version("2010-09-09")
    template.add_parameter(Parameter("Image", Type="AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default=IMAGE))
    for net in networks(resources):
        network(template, net)
        endpoints(template, net)
        here = https(net.cidr, "from everything here")
        security_group(template, net, f"{net.name}-endpoints", "AWS services", [here], [])
        for service in net.services:
            for name, zone, cidr in (*service.app, *service.data):
                subnet(template, net, name, zone, cidr, f"private-{zone}")
            groups(template, net, service)
            role(template, service)
            machines(template, service)
            balancer(template, net, service)
            database(template, service)
    return template


if __name__ == "__main__":
    sys.stdout.write(build(int(sys.argv[1])).to_json() + "\n")
