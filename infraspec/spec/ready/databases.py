"""Readers of what `infraspec.spec.databases` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.databases import credentials as databases_credentials, engine as databases_engine, insights as databases_insights, instance_class as databases_instance_class, monitoring as databases_monitoring, monitoring_role as databases_monitoring_role, named as databases_named, no_password as databases_no_password, parameters as databases_parameters, settings as databases_settings, snapshot as databases_snapshot, storage as databases_storage, version as databases_version
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class DatabaseOption:
    """What `infraspec.spec.databases.DatabaseOption` is made of."""

    __slots__ = ('version', 'port', 'security_groups', 'settings',)
    KEYS = ('version', 'port', 'security_groups', 'settings',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('version')
        if v is None:
            self.version = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.version = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.port = v
        v = get('security_groups')
        if v is None:
            self.security_groups = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.security_groups = v
        v = get('settings')
        if v is None:
            self.settings = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_settings(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.settings = v
        if known != len(data):
            raise Doubt


class Monitoring:
    """What `infraspec.spec.databases.Monitoring` is made of."""

    __slots__ = ('seconds', 'role',)
    KEYS = ('seconds', 'role',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('seconds')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.seconds = v
        v = get('role')
        if v is None:
            self.role = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = databases_monitoring_role(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.role = v
        if known != len(data):
            raise Doubt


class PerformanceInsights:
    """What `infraspec.spec.databases.PerformanceInsights` is made of."""

    __slots__ = ('enabled', 'days', 'kms_key',)
    KEYS = ('enabled', 'days', 'kms_key',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('enabled')
        if v is None:
            self.enabled = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.enabled = v
        v = get('days')
        if v is None:
            self.days = 7
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.days = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        if known != len(data):
            raise Doubt


class Database:
    """What `infraspec.spec.databases.Database` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'replica_of', 'snapshot', 'engine', 'version', 'class_', 'license', 'storage_gib', 'max_storage_gib', 'storage_type', 'iops', 'throughput', 'dedicated_log_volume', 'encrypted', 'kms_key', 'multi_az', 'zone', 'subnets', 'security_groups', 'credentials', 'secret_key', 'iam_authentication', 'password', 'username', 'database', 'port', 'parameters', 'options', 'log_exports', 'monitoring', 'performance_insights', 'backup_days', 'backup_window', 'maintenance_window', 'auto_minor_version_upgrade', 'apply_immediately', 'extended_support', 'ca_certificate', 'copy_tags', 'deletion_protection', 'on_delete', 'public', 'network', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'replica_of', 'snapshot', 'engine', 'version', 'class', 'license', 'storage_gib', 'max_storage_gib', 'storage_type', 'iops', 'throughput', 'dedicated_log_volume', 'encrypted', 'kms_key', 'multi_az', 'zone', 'subnets', 'security_groups', 'credentials', 'secret_key', 'iam_authentication', 'password', 'username', 'database', 'port', 'parameters', 'options', 'log_exports', 'monitoring', 'performance_insights', 'backup_days', 'backup_window', 'maintenance_window', 'auto_minor_version_upgrade', 'apply_immediately', 'extended_support', 'ca_certificate', 'copy_tags', 'deletion_protection', 'on_delete', 'public', 'network', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('cloudformation')
        if v is None:
            self.cloudformation = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.cloudformation = v
        v = get('terraform')
        if v is None:
            self.terraform = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.terraform = v
        v = get('replica_of')
        if v is None:
            self.replica_of = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.replica_of = v
        v = get('snapshot')
        if v is None:
            self.snapshot = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = databases_snapshot(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.snapshot = v
        v = get('engine')
        if v is None:
            self.engine = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_engine(v)
            if v is not None:
                if type(v) is not str or v not in ('mysql', 'mariadb', 'postgres', 'oracle-ee', 'oracle-ee-cdb', 'oracle-se2', 'oracle-se2-cdb', 'sqlserver-ee', 'sqlserver-se', 'sqlserver-ex', 'sqlserver-web',):
                    raise Doubt
            self.engine = v
        v = get('version')
        if v is None:
            self.version = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_version(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.version = v
        v = get('class')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            doubt_whole(v)
        v = databases_instance_class(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.class_ = v
        v = get('license')
        if v is None:
            self.license = None
        else:
            known += 1
            if type(v) is not str or v not in ('license-included', 'bring-your-own-license',):
                raise Doubt
            self.license = v
        v = get('storage_gib')
        if v is None:
            self.storage_gib = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_storage(v)
            if v is not None:
                if type(v) is not int:
                    raise Doubt
            self.storage_gib = v
        v = get('max_storage_gib')
        if v is None:
            self.max_storage_gib = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_storage(v)
            if v is not None:
                if type(v) is not int:
                    raise Doubt
            self.max_storage_gib = v
        v = get('storage_type')
        if v is None:
            self.storage_type = None
        else:
            known += 1
            if type(v) is not str or v not in ('gp3', 'gp2', 'io2', 'io1', 'standard',):
                raise Doubt
            self.storage_type = v
        v = get('iops')
        if v is None:
            self.iops = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.iops = v
        v = get('throughput')
        if v is None:
            self.throughput = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.throughput = v
        v = get('dedicated_log_volume')
        if v is None:
            self.dedicated_log_volume = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dedicated_log_volume = v
        v = get('encrypted')
        if v is None:
            self.encrypted = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('multi_az')
        if v is None:
            self.multi_az = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multi_az = v
        v = get('zone')
        if v is None:
            self.zone = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.zone = v
        v = get('subnets')
        if v is None:
            self.subnets = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.subnets = v
        v = get('security_groups')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list:
            raise Doubt
        for v_ in v:
            if type(v_) is not str:
                raise Doubt
        self.security_groups = v
        v = get('credentials')
        if v is None:
            self.credentials = 'managed'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_credentials(v)
            if type(v) is not str or v not in ('managed',):
                raise Doubt
            self.credentials = v
        v = get('secret_key')
        if v is None:
            self.secret_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.secret_key = v
        v = get('iam_authentication')
        if v is None:
            self.iam_authentication = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.iam_authentication = v
        v = get('password')
        if v is None:
            self.password = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_no_password(v)
            if v is not None:
                raise Doubt
            self.password = v
        v = get('username')
        if v is None:
            self.username = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.username = v
        v = get('database')
        if v is None:
            self.database = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.database = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.port = v
        v = get('parameters')
        if v is None:
            self.parameters = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_parameters(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.parameters = v
        v = get('options')
        if v is None:
            self.options = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_named(v)
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = DatabaseOption(v_)
                vnew[vkey] = v_
            v = vnew
            self.options = v
        v = get('log_exports')
        if v is None:
            self.log_exports = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.log_exports = v
        v = get('monitoring')
        if v is None:
            self.monitoring = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_monitoring(v)
            if v is not None:
                v = Monitoring(v)
            self.monitoring = v
        v = get('performance_insights')
        if v is None:
            self.performance_insights = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_insights(v)
            if v is not None:
                v = PerformanceInsights(v)
            self.performance_insights = v
        v = get('backup_days')
        if v is None:
            self.backup_days = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.backup_days = v
        v = get('backup_window')
        if v is None:
            self.backup_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.backup_window = v
        v = get('maintenance_window')
        if v is None:
            self.maintenance_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.maintenance_window = v
        v = get('auto_minor_version_upgrade')
        if v is None:
            self.auto_minor_version_upgrade = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.auto_minor_version_upgrade = v
        v = get('apply_immediately')
        if v is None:
            self.apply_immediately = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.apply_immediately = v
        v = get('extended_support')
        if v is None:
            self.extended_support = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.extended_support = v
        v = get('ca_certificate')
        if v is None:
            self.ca_certificate = None
        else:
            known += 1
            if type(v) is not str or v not in ('rds-ca-rsa2048-g1', 'rds-ca-rsa4096-g1', 'rds-ca-ecc384-g1',):
                raise Doubt
            self.ca_certificate = v
        v = get('copy_tags')
        if v is None:
            self.copy_tags = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.copy_tags = v
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('on_delete')
        if v is None:
            self.on_delete = None
        else:
            known += 1
            if type(v) is not str or v not in ('snapshot', 'retain', 'delete',):
                raise Doubt
            self.on_delete = v
        v = get('public')
        if v is None:
            self.public = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.public = v
        v = get('network')
        if v is None:
            self.network = None
        else:
            known += 1
            if type(v) is not str or v not in ('ipv4', 'dual',):
                raise Doubt
            self.network = v
        v = get('alarms')
        if v is None:
            self.alarms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarm_sets_alarm_set(v)
            if v is not None:
                v = alarm_sets_AlarmSet(v)
            self.alarms = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
