"""The names of the metrics that AWS reports of what a spec can hold, as of 2025-12: those that alarms are made of.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
`tools/refresh_transcribed.py` says how old it is. AWS adds to them, so a name that is not here is no mistake by itself.
"""

from typing import Final

METRIC_NAMES_DATE: Final = "2025-12"
"""When they were read."""

_DATABASE = (
    "BinLogDiskUsage BurstBalance CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance "
    "CPUSurplusCreditsCharged CPUUtilization CheckpointLag ConnectionAttempts DBLoad DBLoadCPU "
    "DBLoadNonCPU DatabaseConnections DiskQueueDepth EBSByteBalance% EBSIOBalance% FreeStorageSpace "
    "FreeableMemory MaximumUsedTransactionIDs NetworkReceiveThroughput NetworkTransmitThroughput "
    "OldestReplicationSlotLag ReadIOPS ReadLatency ReadThroughput ReplicaLag ReplicationSlotDiskUsage "
    "SwapUsage TransactionLogsDiskUsage TransactionLogsGeneration WriteIOPS WriteLatency WriteThroughput"
)
_AURORA = (
    "ACUUtilization ActiveTransactions AuroraBinlogReplicaLag AuroraReplicaLag AuroraReplicaLagMaximum "
    "AuroraReplicaLagMinimum AuroraVolumeBytesLeftTotal BacktrackChangeRecordsCreationRate "
    "BacktrackChangeRecordsStored BacktrackWindowActual BacktrackWindowAlert "
    "BackupRetentionPeriodStorageUsed BlockedTransactions BufferCacheHitRatio CommitLatency "
    "CommitThroughput DDLLatency DDLThroughput DMLLatency DMLThroughput Deadlocks DeleteLatency "
    "DeleteThroughput EngineUptime FreeLocalStorage InsertLatency InsertThroughput LoginFailures "
    "NetworkThroughput Queries ResultSetCacheHitRatio SelectLatency SelectThroughput "
    "ServerlessDatabaseCapacity SnapshotStorageUsed TotalBackupStorageBilled UpdateLatency "
    "UpdateThroughput VolumeBytesUsed VolumeReadIOPs VolumeWriteIOPs"
)

METRIC_NAMES = {
    namespace: tuple(names.split())
    for namespace, names in {
        "AWS/EC2": (
            "CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance CPUSurplusCreditsCharged CPUUtilization "
            "DiskReadBytes DiskReadOps DiskWriteBytes DiskWriteOps EBSByteBalance% EBSIOBalance% EBSReadBytes "
            "EBSReadOps EBSWriteBytes EBSWriteOps MetadataNoToken MetadataNoTokenRejected NetworkIn NetworkOut "
            "NetworkPacketsIn NetworkPacketsOut StatusCheckFailed StatusCheckFailed_AttachedEBS "
            "StatusCheckFailed_Instance StatusCheckFailed_System"
        ),
        "AWS/EBS": (
            "BurstBalance VolumeConsumedReadWriteOps VolumeIdleTime VolumeQueueLength VolumeReadBytes "
            "VolumeReadOps VolumeStalledIOCheck VolumeThroughputPercentage VolumeTotalReadTime "
            "VolumeTotalWriteTime VolumeWriteBytes VolumeWriteOps"
        ),
        "AWS/AutoScaling": (
            "GroupDesiredCapacity GroupInServiceInstances GroupMaxSize GroupMinSize GroupPendingInstances "
            "GroupStandbyInstances GroupTerminatingInstances GroupTotalInstances WarmPoolDesiredCapacity "
            "WarmPoolWarmedCapacity"
        ),
        "AWS/ApplicationELB": (
            "ActiveConnectionCount AnomalousHostCount ClientTLSNegotiationErrorCount ConsumedLCUs "
            "DesyncMitigationMode_NonCompliant_Request_Count DroppedInvalidHeaderRequestCount ELBAuthError "
            "ELBAuthFailure ELBAuthLatency ELBAuthSuccess ForwardedInvalidHeaderRequestCount GrpcRequestCount "
            "HTTPCode_ELB_3XX_Count HTTPCode_ELB_4XX_Count HTTPCode_ELB_500_Count HTTPCode_ELB_502_Count "
            "HTTPCode_ELB_503_Count HTTPCode_ELB_504_Count HTTPCode_ELB_5XX_Count HTTPCode_Target_2XX_Count "
            "HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count "
            "HTTP_Fixed_Response_Count HTTP_Redirect_Count HTTP_Redirect_Url_Limit_Exceeded_Count "
            "HealthyHostCount HealthyStateDNS HealthyStateRouting IPv6ProcessedBytes IPv6RequestCount "
            "LambdaTargetProcessedBytes LambdaInternalError LambdaUserError MitigatedHostCount NewConnectionCount "
            "NonStickyRequestCount PeakLCUs ProcessedBytes RejectedConnectionCount RequestCount "
            "RequestCountPerTarget RuleEvaluations TargetConnectionErrorCount TargetResponseTime "
            "TargetTLSNegotiationErrorCount UnHealthyHostCount UnhealthyRoutingRequestCount UnhealthyStateDNS "
            "UnhealthyStateRouting"
        ),
        "AWS/NetworkELB": (
            "ActiveFlowCount ActiveFlowCount_TCP ActiveFlowCount_TLS ActiveFlowCount_UDP "
            "ClientTLSNegotiationErrorCount ConsumedLCUs ConsumedLCUs_TCP ConsumedLCUs_TLS ConsumedLCUs_UDP "
            "HealthyHostCount NewFlowCount NewFlowCount_TCP NewFlowCount_TLS NewFlowCount_UDP PeakBytesPerSecond "
            "PeakPacketsPerSecond PortAllocationErrorCount ProcessedBytes ProcessedBytes_TCP ProcessedBytes_TLS "
            "ProcessedBytes_UDP ProcessedPackets RejectedFlowCount RejectedFlowCount_TCP TCP_Client_Reset_Count "
            "TCP_ELB_Reset_Count TCP_Target_Reset_Count TargetTLSNegotiationErrorCount UnHealthyHostCount "
            "UnhealthyRoutingFlowCount"
        ),
        "AWS/GatewayELB": (
            "ActiveFlowCount ConsumedLCUs HealthyHostCount NewFlowCount ProcessedBytes UnHealthyHostCount"
        ),
        "AWS/RDS": f"{_DATABASE} {_AURORA}",
        "AWS/DocDB": (
            "BackupRetentionPeriodStorageUsed BufferCacheHitRatio CPUCreditBalance CPUCreditUsage CPUUtilization "
            "ChangeStreamLogSize DBClusterReplicaLagMaximum DBClusterReplicaLagMinimum DBInstanceReplicaLag "
            "DatabaseConnections DatabaseConnectionsMax DatabaseCursors DatabaseCursorsMax "
            "DatabaseCursorsTimedOut DiskQueueDepth DocumentsDeleted DocumentsInserted DocumentsReturned "
            "DocumentsUpdated EngineUptime FreeLocalStorage FreeableMemory IndexBufferCacheHitRatio "
            "LowMemNumOperationsThrottled LowMemThrottleMaxQueueDepth LowMemThrottleQueueDepth "
            "NetworkReceiveThroughput NetworkThroughput NetworkTransmitThroughput OpcountersCommand "
            "OpcountersDelete OpcountersGetmore OpcountersInsert OpcountersQuery OpcountersUpdate ReadIOPS "
            "ReadLatency ReadThroughput SnapshotStorageUsed SwapUsage TotalBackupStorageBilled "
            "TransactionsAborted TransactionsCommitted TransactionsOpen TransactionsOpenMax TransactionsStarted "
            "VolumeBytesUsed VolumeReadIOPs VolumeWriteIOPs WriteIOPS WriteLatency WriteThroughput"
        ),
        "AWS/DynamoDB": (
            "AccountMaxReads AccountMaxWrites AccountProvisionedReadCapacityUtilization "
            "AccountProvisionedWriteCapacityUtilization ConditionalCheckFailedRequests ConsumedReadCapacityUnits "
            "ConsumedWriteCapacityUnits MaxProvisionedTableReadCapacityUtilization "
            "MaxProvisionedTableWriteCapacityUtilization OnlineIndexConsumedWriteCapacity "
            "OnlineIndexPercentageProgress OnlineIndexThrottleEvents PendingReplicationCount "
            "ProvisionedReadCapacityUnits ProvisionedWriteCapacityUnits ReadThrottleEvents ReplicationLatency "
            "ReturnedBytes ReturnedItemCount ReturnedRecordsCount SuccessfulRequestLatency SystemErrors "
            "ThrottledRequests TimeToLiveDeletedItemCount TransactionConflict UserErrors WriteThrottleEvents"
        ),
        "AWS/ElastiCache": (
            "ActiveDefragHits AuthenticationFailures BytesReadIntoMemcached BytesUsedForCache "
            "BytesUsedForCacheItems BytesWrittenOutFromMemcached CPUCreditBalance CPUCreditUsage CPUUtilization "
            "CacheHitRate CacheHits CacheMisses CmdFlush CmdGet CmdSet CommandAuthorizationFailures "
            "CurrConnections CurrItems CurrVolatileItems DB0AverageTTL DatabaseCapacityUsagePercentage "
            "DatabaseMemoryUsagePercentage EngineCPUUtilization EvictedUnfetched Evictions FreeableMemory GetHits "
            "GetMisses GlobalDatastoreReplicationLag IsMaster KeyAuthorizationFailures KeysTracked "
            "MasterLinkHealthStatus MemoryFragmentationRatio NetworkBandwidthInAllowanceExceeded "
            "NetworkBandwidthOutAllowanceExceeded NetworkBytesIn NetworkBytesOut "
            "NetworkConntrackAllowanceExceeded NetworkPacketsIn NetworkPacketsOut "
            "NetworkPacketsPerSecondAllowanceExceeded NewConnections NewItems Reclaimed ReplicationBytes "
            "ReplicationLag SaveInProgress SlabsMoved SwapUsage TrafficManagementActive UnusedMemory"
        ),
        "AWS/NATGateway": (
            "ActiveConnectionCount BytesInFromDestination BytesInFromSource BytesOutToDestination "
            "BytesOutToSource ConnectionAttemptCount ConnectionEstablishedCount ErrorPortAllocation "
            "IdleTimeoutCount PacketsDropCount PacketsInFromDestination PacketsInFromSource "
            "PacketsOutToDestination PacketsOutToSource PeakBytesPerSecond PeakPacketsPerSecond"
        ),
        "AWS/VPN": "TunnelDataIn TunnelDataOut TunnelState",
        "AWS/TransitGateway": (
            "BytesDropCountBlackhole BytesDropCountNoRoute BytesIn BytesOut PacketDropCountBlackhole "
            "PacketDropCountNoRoute PacketDropTTLExpired PacketsIn PacketsOut"
        ),
        "AWS/Logs": (
            "DeliveryErrors DeliveryThrottling EMFParsingErrors EMFValidationErrors ForwardedBytes "
            "ForwardedLogEvents IncomingBytes IncomingLogEvents"
        ),
        "AWS/SNS": (
            "NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed "
            "NumberOfNotificationsFailedToRedriveToDlq NumberOfNotificationsFilteredOut "
            "NumberOfNotificationsRedrivenToDlq PublishSize SMSMonthToDateSpentUSD SMSSuccessRate"
        ),
        "AWS/WAFV2": (
            "AllowedRequests BlockedRequests CaptchaRequests ChallengeRequests CountedRequests PassedRequests "
            "RequestsWithValidCaptchaToken RequestsWithValidChallengeToken"
        ),
        "AWS/SQS": (
            "ApproximateAgeOfOldestMessage ApproximateNumberOfMessagesDelayed "
            "ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesVisible NumberOfEmptyReceives "
            "NumberOfMessagesDeleted NumberOfMessagesReceived NumberOfMessagesSent SentMessageSize"
        ),
        "AWS/Lambda": (
            "ConcurrentExecutions DeadLetterErrors Duration Errors Invocations IteratorAge "
            "ProvisionedConcurrencyUtilization Throttles UnreservedConcurrentExecutions"
        ),
    }.items()
}
"""By their namespace."""
