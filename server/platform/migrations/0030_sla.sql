-- Service levels: what is measured, for how long it may take, and how every request stands.

-- What happened to requests, in the order in which it happened: what SLAs are computed from. Triggers write it, so that nothing
-- that changes a request can forget to. `at` may be earlier than that of the row before, where history was brought in.
create table request_moment (
  id            bigint generated always as identity primary key,
  request_id    bigint not null references request on delete cascade,
  at            timestamptz not null,
  kind          text not null check (kind in ('changed', 'comment', 'approval-asked', 'approval-answered')),
  -- changed: the columns that changed as they were before, of custom_fields those that changed; comment: {byAgent};
  -- approval-answered: {outcome}
  detail        jsonb not null default '{}'
);
create index request_moment_request on request_moment (request_id, id);

create table sla_metric (
  id            bigint generated always as identity primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  -- the NNNNN of customfield_NNNNN: metrics of the same name are one field for queries and columns, whatever their desk
  field_id      bigint not null default nextval('field_id_seq'),
  name          text not null check (name <> ''),
  position      integer not null,
  -- lists of conditions (desk/sla/definition.ts): any of them does it
  starts        jsonb not null,
  stops         jsonb not null,
  pauses        jsonb not null default '[]',
  -- minutes of working time before it is due at which it is told of
  warn_minutes  integer[] not null default '{}',
  -- what was over before this moment is not told of any more: since then it is measured as it is now
  tells_since   timestamptz not null default now(),
  version       integer not null default 1,
  created_at    timestamptz not null default now(),
  unique (service_desk_id, field_id)
);
create unique index sla_metric_name on sla_metric (service_desk_id, lower(name));
create index sla_metric_field on sla_metric (field_id);

-- The first whose query a request fits decides; the last, whose query is empty, is for all others.
create table sla_goal (
  metric_id     bigint not null references sla_metric on delete cascade,
  position      integer not null,
  jql           text not null default '',
  -- null: no goal
  minutes       integer check (minutes > 0),
  -- null: around the clock
  calendar_id   bigint references calendar,
  primary key (metric_id, position)
);
create index sla_goal_calendar on sla_goal (calendar_id) where calendar_id is not null;

create table sla_cycle (
  request_id    bigint not null references request on delete cascade,
  metric_id     bigint not null references sla_metric on delete cascade,
  number        integer not null,
  -- the last one of this request
  is_latest     boolean not null,
  state         text not null check (state in ('running', 'paused', 'completed')),
  started_at    timestamptz not null,
  stopped_at    timestamptz,
  paused_at     timestamptz,
  -- which of the metric's pauses
  pause_index   integer,
  goal_ms       bigint,
  calendar_id   bigint references calendar on delete set null,
  -- working time until it stopped, was paused, or last began to run
  elapsed_ms    bigint not null,
  -- running: since when elapsed_ms does not count
  runs_since    timestamptz,
  -- running: from here to now is all that has elapsed, by the calendar
  elapsed_from  timestamptz,
  -- running: from now to here is all that remains, or since then all that is overdue; completed: the same of when it stopped
  due_at        timestamptz,
  -- when it was missed, before it stopped, was paused or last began to run
  breached_at   timestamptz,
  -- when there is something to tell: that it is due soon, or that it was missed
  tell_at       timestamptz,
  primary key (request_id, metric_id, number),
  check ((state = 'completed') = (stopped_at is not null)),
  check ((state = 'running') = (runs_since is not null))
);
create index sla_cycle_due on sla_cycle (metric_id, due_at) where is_latest and state = 'running';
create index sla_cycle_elapsed on sla_cycle (metric_id, elapsed_from) where is_latest and state = 'running';
create index sla_cycle_paused on sla_cycle (metric_id, request_id) where is_latest and state = 'paused';
create index sla_cycle_breached on sla_cycle (metric_id, request_id) where breached_at is not null;
create index sla_cycle_tell on sla_cycle (tell_at) where tell_at is not null;
create index sla_cycle_calendar on sla_cycle (calendar_id) where calendar_id is not null;

-- What was told of a cycle: each once for each goal.
create table sla_notice (
  request_id    bigint not null references request on delete cascade,
  metric_id     bigint not null references sla_metric on delete cascade,
  number        integer not null,
  kind          text not null,
  goal_ms       bigint not null,
  told_at       timestamptz not null default now(),
  primary key (request_id, metric_id, number, kind, goal_ms)
);
create index sla_notice_metric on sla_notice (metric_id);

-- Requests to which something has happened since their SLAs were computed: one row for each time, so that writers never wait for
-- each other.
create table sla_stale (
  id            bigint generated always as identity primary key,
  request_id    bigint not null references request on delete cascade
);
create index sla_stale_request on sla_stale (request_id);

-- Requests of a desk whose SLAs are computed anew after what is measured has changed.
create table sla_recompute (
  id            bigint generated always as identity primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  scope         text not null check (scope in ('open', 'all')),
  -- why, for people
  reason        text not null,
  total         integer not null,
  done          integer not null default 0,
  -- those up to this id are done
  last_request_id bigint not null default 0,
  created_at    timestamptz not null default now(),
  cancelled_at  timestamptz,
  finished_at   timestamptz
);
create index sla_recompute_desk on sla_recompute (service_desk_id, id);
create index sla_recompute_open on sla_recompute (id) where finished_at is null;

create function note_sla_stale(desk bigint, request bigint) returns void language sql as $$
  insert into sla_stale (request_id) select request where exists(select from sla_metric where service_desk_id = desk)
$$;

create function request_created_moment() returns trigger language plpgsql as $$
begin
  perform note_sla_stale(new.service_desk_id, new.id);
  return null;
end $$;
create trigger request_created_moment after insert on request for each row execute function request_created_moment();

-- What of a request is known as it was.
create function request_known_past(request) returns jsonb stable language sql as $$
  select jsonb_build_object(
    'status_id', $1.status_id, 'assignee_id', $1.assignee_id, 'reporter_id', $1.reporter_id,
    'organization_id', $1.organization_id, 'priority_id', $1.priority_id, 'resolution', $1.resolution,
    'resolved_at', $1.resolved_at, 'request_type_id', $1.request_type_id, 'summary', $1.summary)
$$;

create function request_changed_moment() returns trigger language plpgsql as $$
declare
  earlier jsonb;
  fields jsonb;
begin
  select coalesce(jsonb_object_agg(was.key, was.value), '{}') into earlier
    from jsonb_each(request_known_past(old)) was
   where was.value is distinct from request_known_past(new) -> was.key;
  if old.custom_fields is distinct from new.custom_fields then
    select jsonb_object_agg(key, old.custom_fields -> key) into fields
      from (select jsonb_object_keys(old.custom_fields) as key union select jsonb_object_keys(new.custom_fields)) as keys
     where old.custom_fields -> key is distinct from new.custom_fields -> key;
    earlier := earlier || jsonb_build_object('custom_fields', fields);
  end if;
  if earlier <> '{}' then
    insert into request_moment (request_id, at, kind, detail) values (new.id, new.updated_at, 'changed', earlier);
  end if;
  perform note_sla_stale(new.service_desk_id, new.id);
  return null;
end $$;
-- Renamed resolutions follow by foreign key, which is no change of the request: its version stays.
create trigger request_changed_moment after update on request for each row
  when (old.version <> new.version) execute function request_changed_moment();

create function comment_moment() returns trigger language plpgsql as $$
declare
  about request;
begin
  if not new.is_public or (tg_op = 'UPDATE' and old.is_public) then return null; end if;
  select * into about from request where id = new.request_id;
  -- An agent who raised the request for themselves speaks as its customer.
  insert into request_moment (request_id, at, kind, detail) values (
    new.request_id, case when tg_op = 'INSERT' then new.created_at else new.updated_at end, 'comment',
    jsonb_build_object('byAgent', new.author_id <> about.reporter_id and (
      exists(select from service_desk_agent a where a.account_id = new.author_id and a.service_desk_id = about.service_desk_id)
      or exists(select from account a where a.id = new.author_id and a.is_administrator))));
  perform note_sla_stale(about.service_desk_id, about.id);
  return null;
end $$;
create trigger comment_moment after insert or update of is_public on comment for each row execute function comment_moment();

create function approval_moment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into request_moment (request_id, at, kind) values (new.request_id, new.created_at, 'approval-asked');
  elsif old.outcome is null and new.outcome is not null then
    insert into request_moment (request_id, at, kind, detail)
    values (new.request_id, new.completed_at, 'approval-answered', jsonb_build_object('outcome', new.outcome));
  else
    return null;
  end if;
  perform note_sla_stale((select service_desk_id from request where id = new.request_id), new.request_id);
  return null;
end $$;
create trigger approval_moment after insert or update of outcome on approval for each row execute function approval_moment();

-- Requests from before: as far as their history tells. What their custom fields were, it tells in words only.
insert into request_moment (request_id, at, kind, detail)
select past.request_id, past.at, past.kind, past.detail from (
  select change.request_id, change.created_at as at, 'changed' as kind, 2 as rank, change.id, (
    select jsonb_object_agg(known.key, known.value) from jsonb_array_elements(change.items) item
    cross join lateral (
      select 'status_id' as key, to_jsonb((item ->> 'from')::bigint) as value where item ->> 'fieldId' = 'status'
      union all select 'assignee_id', (select to_jsonb(a.id) from account a where a.account_id = item ->> 'from')
        where item ->> 'fieldId' = 'assignee'
      union all select 'reporter_id', (select to_jsonb(a.id) from account a where a.account_id = item ->> 'from')
        where item ->> 'fieldId' = 'reporter' and exists(select from account a where a.account_id = item ->> 'from')
      union all select 'priority_id', to_jsonb((item ->> 'from')::bigint) where item ->> 'fieldId' = 'priority'
      union all select 'organization_id', to_jsonb((item ->> 'from')::bigint) where item ->> 'fieldId' = 'organization'
      union all select 'request_type_id', to_jsonb((item ->> 'from')::bigint) where item ->> 'fieldId' = 'requesttype'
      union all select 'summary', item -> 'fromString' where item ->> 'fieldId' = 'summary'
      union all select 'resolution', item -> 'fromString' where item ->> 'fieldId' = 'resolution'
      union all select 'resolved_at', case when item ->> 'fromString' is not null then to_jsonb(change.created_at) end
        where item ->> 'fieldId' = 'resolution'
    ) known) as detail
    from changelog change
  union all
  select comment.request_id, comment.created_at, 'comment', 0, comment.id,
         jsonb_build_object('byAgent', comment.author_id <> request.reporter_id and (
           exists(select from service_desk_agent a
             where a.account_id = comment.author_id and a.service_desk_id = request.service_desk_id)
           or exists(select from account a where a.id = comment.author_id and a.is_administrator)))
    from comment join request on request.id = comment.request_id where comment.is_public
  union all
  select request_id, created_at, 'approval-asked', 3, id, '{}' from approval
  union all
  select request_id, completed_at, 'approval-answered', 1, id, jsonb_build_object('outcome', outcome)
    from approval where outcome is not null
) past
where past.detail is not null
order by past.at, past.rank, past.id;
