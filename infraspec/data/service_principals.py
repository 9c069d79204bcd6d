"""Services of AWS that take roles, by the word before `.amazonaws.com` in a trust policy.

The list is transcribed: `tools/refresh_transcribed.py` names its page.
"""

from typing import Final

PRINCIPALS_DATE: Final = "2026-07"
"""When the list below was read."""

SERVICE_PRINCIPALS: Final = frozenset(
    """
    access-analyzer acm acm-pca airflow airflow-env amplify amplifybackend apidestinations apigateway appconfig
    appflow application-autoscaling appmesh apprunner appstream appsync aps athena auditmanager autoscaling
    autoscaling-plans backup backup-gateway backup-storage batch bedrock bedrock-agentcore billingconductor braket
    budgets cassandra channels chatbot cloud9 cloudformation cloudfront cloudhsm cloudsearch cloudtrail cloudwatch
    codeartifact codebuild codecommit codedeploy codeguru-profiler codeguru-reviewer codepipeline codestar
    codestar-connections codestar-notifications cognito-identity cognito-idp comprehend compute-optimizer config
    connect controltower cur databrew dataexchange datapipeline datasync datazone dax detective devops-guru
    directconnect dlm dms docdb drs ds dynamodb ebs ec2 ec2fleet ec2scheduled ecr ecs ecs-tasks edgelambda eks
    eks-fargate eks-fargate-pods elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
    elasticmapreduce elastictranscoder email emr-containers emr-serverless es events evidently finspace firehose fis
    forecast freertos frauddetector fsx gamelift glacier globalaccelerator glue grafana greengrass groundstation
    guardduty health healthlake iam imagebuilder inspector inspector2 internetmonitor iot iotanalytics
    iotdeviceadvisor iotevents iotfleetwise iotsitewise iottwinmaker ivs kafka kafkaconnect kendra kinesis
    kinesisanalytics kinesisvideo kms lakeformation lambda lex lexv2 license-manager lightsail logger logs
    lookoutequipment lookoutmetrics m2 macie macie2 managedblockchain mediaconnect mediaconvert medialive
    mediapackage mediastore mediatailor memorydb mgn migrationhub mobilehub monitoring mq network-firewall
    networkmanager oam omics opensearchservice opsworks opsworks-cm organizations osis-pipelines outposts panorama
    payment-cryptography personalize pinpoint pipes polly pricingplanmanager proton qbusiness qldb quicksight ram
    rds redshift redshift-serverless rekognition resilience-hub resource-groups robomaker rolesanywhere route53
    route53domains route53resolver rum s3 s3-outposts sagemaker scheduler schemas sdb secretsmanager securityhub
    securitylake serverlessrepo servicecatalog servicecatalog-appregistry servicediscovery ses shield signer
    simspaceweaver sms snowball sns spot spotfleet sqs ssm ssm-contacts ssm-incidents ssm-quicksetup ssm-sap sso
    states storagegateway sts support swf synthetics textract timestream transcribe transfer translate
    trustedadvisor verified-access vmie voiceid vpc-flow-logs vpc-lattice waf waf-regional wafv2 wellarchitected
    wisdom workdocs worklink workmail workspaces workspaces-web xray
    """.split()  # noqa: SIM905 - as a list it would be a page
)
"""A service that is missing here, or has a dot before that, is written in full.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html"""
