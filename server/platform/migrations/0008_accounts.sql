-- The safety around the front door: local accounts, second factor, roles, tokens, audit.

-- API tokens and service accounts -------------------------------------------------------------------------------------

alter table account
  -- person: somebody; service: a program, which comes with API tokens alone
  add column kind text not null default 'person' check (kind in ('person', 'service')),
  -- nobody reads a program's mail, and no provider may claim its account by an address
  add constraint account_service_has_no_email check (kind = 'person' or email is null);
create index account_service on account (lower(display_name), id) where kind = 'service';

-- Whatever goes wrong elsewhere, no way of signing in leads into the account of a program.
create function account_signs_in() returns trigger language plpgsql as $$
begin
  if (select kind from account where id = new.account_id) = 'service' then
    raise exception 'a service account does not sign in';
  end if;
  return new;
end
$$;
create trigger password_credential_of_person before insert or update on password_credential
  for each row execute function account_signs_in();
create trigger identity_of_person before insert or update of account_id on identity
  for each row execute function account_signs_in();
create trigger session_of_person before insert on session
  for each row execute function account_signs_in();

create table api_token (
  id            bigint generated always as identity primary key,
  -- SHA-256 of the token; the token itself is shown once and never stored
  token_hash    bytea not null unique,
  account_id    bigint not null references account on delete cascade,
  name          text not null check (name <> ''),
  -- what it may do (server/identity/tokens/scopes.ts)
  scopes        text[] not null check (scopes <> '{}'),
  -- who made it: the owner, or for service accounts an administrator
  created_by    bigint references account on delete set null,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  -- written at most once a minute
  last_used_at  timestamptz,
  last_address  text,
  -- when somebody was told that it will expire
  warned_at     timestamptz,
  -- when its use of an administrator's scope was last put into the audit log
  admin_use_noted_at timestamptz
);
create index api_token_account on api_token (account_id);
create index api_token_expiry on api_token (expires_at);

-- A token that ended is known to all processes at once: they close its streams.
create function api_token_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_session_ended', 'token:' || old.id);
  return null;
end
$$;
create trigger api_token_ended after delete on api_token for each row execute function api_token_ended();

-- The tokens of an account end when it is deactivated, whoever does that, and do not come back with it.
create function account_tokens_end() returns trigger language plpgsql as $$
begin
  delete from api_token where account_id = new.id;
  return null;
end
$$;
create trigger account_tokens_end after update of is_active on account
  for each row when (old.is_active and not new.is_active) execute function account_tokens_end();

-- Who may have tokens and for how long. No row: customers none, and a year at most.
create table api_token_policy (
  "only"        boolean primary key default true check ("only"),
  customers_may boolean not null default false,
  longest_days  integer not null default 365 check (longest_days between 1 and 1825),
  version       integer not null default 1
);

-- Audit log -----------------------------------------------------------------------------------------------------------

-- How long entries are kept; no row, or null: for ever.
create table audit_settings (
  "only"        boolean primary key default true check ("only"),
  keep_days     integer check (keep_days between 30 and 36500),
  updated_at    timestamptz not null default now()
);

-- The log stays append-only. Rows go in one way: when they are older than the administrators have set.
create function audit_event_is_kept() returns trigger language plpgsql as $$
declare
  days integer;
begin
  if tg_op = 'DELETE' then
    select keep_days into days from audit_settings;
    if old.occurred_at < now() - make_interval(days => days) then
      return old;
    end if;
  end if;
  raise exception 'audit_event is append-only';
end $$;
create trigger audit_event_is_kept before delete on audit_event
  for each row execute function audit_event_is_kept();
create trigger audit_event_is_not_emptied before truncate on audit_event
  for each statement execute function audit_event_is_kept();

-- The address for comparing; null for what is none.
create function audit_address(address text) returns inet language plpgsql immutable parallel safe as $$
begin
  return host(address::inet)::inet;
exception when others then
  return null;
end $$;

-- The words of an entry, for the free search: who, what, from where, and the reference of a refusal.
create function audit_words(actor_name text, object_name text, action text, address text, after jsonb)
returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', entry.words || ' ' || translate(entry.words, '@.-_:/+', '       '))
  from (select coalesce(actor_name, '') || ' ' || coalesce(object_name, '') || ' ' || action || ' ' ||
    coalesce(address, '') || ' ' || coalesce(after ->> 'reference', '') as words) entry
$$;

-- Each way to search has an index in the order in which pages are read.
create index audit_event_actor on audit_event (actor_account_id, occurred_at desc, id desc)
  where actor_account_id is not null;
create index audit_event_object on audit_event (object_type, object_id, occurred_at desc, id desc);
create index audit_event_action on audit_event (action, occurred_at desc, id desc);
create index audit_event_address on audit_event (audit_address(address), occurred_at desc, id desc);
-- Whom it happened to, where the object is something else, such as the organization that a member was added to.
create index audit_event_account on audit_event
  ((coalesce(after ->> 'accountId', before ->> 'accountId')), occurred_at desc, id desc)
  where coalesce(after ->> 'accountId', before ->> 'accountId') is not null;
create index audit_event_words on audit_event using gin (audit_words(actor_name, object_name, action, address, after));

-- Limits that hold across processes ---------------------------------------------------------------------------------

-- Back-off (platform/http/back-off.ts): before this time no further try is taken.
alter table throttle add column waits_until timestamptz;

-- How often each address asked within its minute, as far as processes have told (platform/http/shared-rate.ts).
create unlogged table rate_count (
  key           text primary key,
  count         integer not null,
  window_ends   timestamptz not null
);

-- Local accounts ------------------------------------------------------------------------------------------------------

-- Groups and roles ----------------------------------------------------------------------------------------------------

