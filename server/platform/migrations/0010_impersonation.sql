-- Administrators who see the portal as a customer: to read, for half an hour, told to whoever was looked at.

create table impersonation (
  id              bigint generated always as identity primary key,
  -- names it on the wire; opens nothing without the session that it belongs to
  public_id       text not null unique,
  impersonator_id bigint not null references account on delete cascade,
  -- whose portal is seen
  account_id      bigint not null references account on delete cascade check (account_id <> impersonator_id),
  -- of the impersonator; null once that is gone: nothing can be seen any more
  session_id      bigint references session on delete set null,
  reason          text not null check (reason <> ''),
  address         text,
  started_at      timestamptz not null default now(),
  until           timestamptz not null,
  ended_at        timestamptz,
  -- hand: somebody ended it; time: until has passed; session: the impersonator's was over; role: the impersonator
  -- administers nothing any more; account: the person was deactivated or works here now
  end_reason      text check (end_reason in ('hand', 'time', 'session', 'role', 'account')),
  -- when the end was put into the audit log, and the person was told
  closed_at       timestamptz,
  check ((ended_at is null) = (end_reason is null)),
  check (closed_at is null or ended_at is not null)
);
create index impersonation_session on impersonation (session_id);
create index impersonation_started on impersonation (started_at desc, id desc);
create index impersonation_open on impersonation (until) where closed_at is null;

-- Requests that were opened, by key.
create table impersonation_opened (
  impersonation_id bigint not null references impersonation on delete cascade,
  request_key      text not null,
  opened_at        timestamptz not null default now(),
  primary key (impersonation_id, request_key)
);

-- Whatever ends the session ends what was seen with it, and does not bring it back.
create function impersonation_session_gone() returns trigger language plpgsql as $$
begin
  new.ended_at := now();
  new.end_reason := 'session';
  return new;
end
$$;
create trigger impersonation_session_gone before update of session_id on impersonation
  for each row when (new.session_id is null and old.session_id is not null and old.ended_at is null)
  execute function impersonation_session_gone();

-- One that ended is known to all processes at once: they close its streams.
create function impersonation_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_session_ended', 'impersonation:' || new.id);
  return null;
end
$$;
create trigger impersonation_ended after update on impersonation
  for each row when (old.ended_at is null and new.ended_at is not null) execute function impersonation_ended();

-- No row: people are told.
create table impersonation_settings (
  "only"       boolean primary key default true check ("only"),
  tells_person boolean not null,
  version      integer not null default 1
);
