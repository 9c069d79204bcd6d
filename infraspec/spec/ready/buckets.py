"""Readers of what `infraspec.spec.buckets` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.buckets import access_logs as buckets_access_logs, archives as buckets_archives, classes as buckets_classes, existing_has_no_settings as buckets_existing_has_no_settings, lock_keeps_versions as buckets_lock_keeps_versions, locks_for_a_time as buckets_locks_for_a_time, name as buckets_name, object_lock as buckets_object_lock, one_wildcard as buckets_one_wildcard, rule_does_something as buckets_rule_does_something
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class PublicAccessBlock:
    """What `infraspec.spec.buckets.PublicAccessBlock` is made of."""

    __slots__ = ('block_public_acls', 'ignore_public_acls', 'block_public_policy', 'restrict_public_buckets',)
    KEYS = ('block_public_acls', 'ignore_public_acls', 'block_public_policy', 'restrict_public_buckets',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('block_public_acls')
        if v is None:
            self.block_public_acls = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.block_public_acls = v
        v = get('ignore_public_acls')
        if v is None:
            self.ignore_public_acls = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ignore_public_acls = v
        v = get('block_public_policy')
        if v is None:
            self.block_public_policy = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.block_public_policy = v
        v = get('restrict_public_buckets')
        if v is None:
            self.restrict_public_buckets = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.restrict_public_buckets = v
        if known != len(data):
            raise Doubt


class LifecycleRule:
    """What `infraspec.spec.buckets.LifecycleRule` is made of."""

    __slots__ = ('enabled', 'prefix', 'tags', 'larger_than', 'smaller_than', 'transitions', 'expire_days', 'expired_delete_markers', 'noncurrent_transitions', 'noncurrent_expire_days', 'noncurrent_keep', 'abort_uploads_days',)
    KEYS = ('enabled', 'prefix', 'tags', 'larger_than', 'smaller_than', 'transitions', 'expire_days', 'expired_delete_markers', 'noncurrent_transitions', 'noncurrent_expire_days', 'noncurrent_keep', 'abort_uploads_days',)

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
        v = get('prefix')
        if v is None:
            self.prefix = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.prefix = v
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
            self.tags = v
        v = get('larger_than')
        if v is None:
            self.larger_than = None
        else:
            known += 1
            if type(v) is not int or not v >= 0:
                raise Doubt
            self.larger_than = v
        v = get('smaller_than')
        if v is None:
            self.smaller_than = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.smaller_than = v
        v = get('transitions')
        if v is None:
            self.transitions = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_classes(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not int or not v_ >= 1 or not v_ <= 2147483647:
                    raise Doubt
            self.transitions = v
        v = get('expire_days')
        if v is None:
            self.expire_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.expire_days = v
        v = get('expired_delete_markers')
        if v is None:
            self.expired_delete_markers = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.expired_delete_markers = v
        v = get('noncurrent_transitions')
        if v is None:
            self.noncurrent_transitions = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_classes(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not int or not v_ >= 1 or not v_ <= 2147483647:
                    raise Doubt
            self.noncurrent_transitions = v
        v = get('noncurrent_expire_days')
        if v is None:
            self.noncurrent_expire_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.noncurrent_expire_days = v
        v = get('noncurrent_keep')
        if v is None:
            self.noncurrent_keep = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 100:
                raise Doubt
            self.noncurrent_keep = v
        v = get('abort_uploads_days')
        if v is None:
            self.abort_uploads_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.abort_uploads_days = v
        if known != len(data):
            raise Doubt
        buckets_rule_does_something(self)


class AccessLogs:
    """What `infraspec.spec.buckets.AccessLogs` is made of."""

    __slots__ = ('bucket', 'prefix',)
    KEYS = ('bucket', 'prefix',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('bucket')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.bucket = v
        v = get('prefix')
        if v is None:
            self.prefix = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.prefix = v
        if known != len(data):
            raise Doubt


class CorsRule:
    """What `infraspec.spec.buckets.CorsRule` is made of."""

    __slots__ = ('origins', 'methods', 'headers', 'expose', 'max_age',)
    KEYS = ('origins', 'methods', 'headers', 'expose', 'max_age',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('origins')
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
        self.origins = v
        v = get('methods')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list:
            raise Doubt
        for v_ in v:
            if type(v_) is not str or v_ not in ('GET', 'HEAD', 'PUT', 'POST', 'DELETE',):
                raise Doubt
        self.methods = v
        v = get('headers')
        if v is None:
            self.headers = []
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
            self.headers = v
        v = get('expose')
        if v is None:
            self.expose = []
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
            self.expose = v
        v = get('max_age')
        if v is None:
            self.max_age = 0
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.max_age = v
        if known != len(data):
            raise Doubt
        buckets_one_wildcard(self)


class ObjectLock:
    """What `infraspec.spec.buckets.ObjectLock` is made of."""

    __slots__ = ('mode', 'days', 'years',)
    KEYS = ('mode', 'days', 'years',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('mode')
        if v is None:
            self.mode = None
        else:
            known += 1
            if type(v) is not str or v not in ('GOVERNANCE', 'COMPLIANCE',):
                raise Doubt
            self.mode = v
        v = get('days')
        if v is None:
            self.days = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.days = v
        v = get('years')
        if v is None:
            self.years = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 100:
                raise Doubt
            self.years = v
        if known != len(data):
            raise Doubt
        buckets_locks_for_a_time(self)


class Bucket:
    """What `infraspec.spec.buckets.Bucket` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'name', 'account_in_name', 'versioning', 'kms_key', 'bucket_key', 'public_access_block', 'ownership', 'tls_only', 'only_from_endpoint', 'policy', 'lifecycle', 'access_logs', 'cors', 'object_lock', 'archive', 'eventbridge', 'existing', 'on_delete', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'name', 'account_in_name', 'versioning', 'kms_key', 'bucket_key', 'public_access_block', 'ownership', 'tls_only', 'only_from_endpoint', 'policy', 'lifecycle', 'access_logs', 'cors', 'object_lock', 'archive', 'eventbridge', 'existing', 'on_delete', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
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
        v = get('name')
        if v is None:
            self.name = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_name(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.name = v
        v = get('account_in_name')
        if v is None:
            self.account_in_name = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.account_in_name = v
        v = get('versioning')
        if v is None:
            self.versioning = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.versioning = v
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
        v = get('bucket_key')
        if v is None:
            self.bucket_key = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.bucket_key = v
        v = get('public_access_block')
        if v is None:
            self.public_access_block = PublicAccessBlock({})
        else:
            known += 1
            v = PublicAccessBlock(v)
            self.public_access_block = v
        v = get('ownership')
        if v is None:
            self.ownership = 'BucketOwnerEnforced'
        else:
            known += 1
            if type(v) is not str or v not in ('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter',):
                raise Doubt
            self.ownership = v
        v = get('tls_only')
        if v is None:
            self.tls_only = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.tls_only = v
        v = get('only_from_endpoint')
        if v is None:
            self.only_from_endpoint = []
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
            self.only_from_endpoint = v
        v = get('policy')
        if v is None:
            self.policy = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.policy = v
        v = get('lifecycle')
        if v is None:
            self.lifecycle = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = LifecycleRule(v_)
                vnew[vkey] = v_
            v = vnew
            self.lifecycle = v
        v = get('access_logs')
        if v is None:
            self.access_logs = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_access_logs(v)
            if v is not None:
                v = AccessLogs(v)
            self.access_logs = v
        v = get('cors')
        if v is None:
            self.cors = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = CorsRule(v_)
                vnew.append(v_)
            v = vnew
            self.cors = v
        v = get('object_lock')
        if v is None:
            self.object_lock = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_object_lock(v)
            if v is not None:
                v = ObjectLock(v)
            self.object_lock = v
        v = get('archive')
        if v is None:
            self.archive = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_archives(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not int or not v_ >= 90 or not v_ <= 730:
                    raise Doubt
            self.archive = v
        v = get('eventbridge')
        if v is None:
            self.eventbridge = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.eventbridge = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = buckets_name(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'retain'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
                raise Doubt
            self.on_delete = v
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
        buckets_lock_keeps_versions(self)
        buckets_existing_has_no_settings(self)
