-- What every room stands on: the outbox of events and the audit log.

-- The outbox (see platform/events). A row is written in the transaction of the change it tells of.
-- xid lets a reader that resumes ask for "everything that was not yet visible when I stopped looking":
-- identity values are handed out before commit, so a smaller id may become visible after a larger one.
create table event (
  id           bigint generated always as identity primary key,
  xid          xid8 not null default pg_current_xact_id(),
  kind         text not null,
  -- topics a listener can ask for, such as 'request:10001' or 'service-desk:1'
  topics       text[] not null,
  -- who may hear of it at all: 'customers' means everyone who may see the topic, 'agents' only agents
  audience     text not null check (audience in ('customers', 'agents')),
  payload      jsonb not null default '{}',
  created_at   timestamptz not null default now()
);
create index event_xid on event (xid);
create index event_created_at on event (created_at);

-- Wakes the listeners at commit. They look for themselves what is new, so one word per transaction is enough:
-- PostgreSQL sends equal notifications of one transaction once.
create function event_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_event', '');
  return null;
end $$;
create trigger event_notify after insert on event for each statement execute function event_notify();

-- Append-only: configuration and security. Changes to requests are in changelog.
create table audit_event (
  id               bigint generated always as identity primary key,
  occurred_at      timestamptz not null default now(),
  actor_account_id bigint,
  actor_name       text,
  address          text,
  action           text not null,
  object_type      text not null,
  object_id        text,
  object_name      text,
  before           jsonb,
  after            jsonb
);
create index audit_event_occurred_at on audit_event (occurred_at desc, id desc);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;
create trigger audit_event_is_append_only before update on audit_event
  for each row execute function audit_event_is_append_only();

-- Counters that hold across processes, such as failed sign-ins per address (see platform/http/throttle.ts).
create table throttle (
  key          text primary key,
  count        integer not null,
  window_ends  timestamptz not null
);
