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

-- Who may make an account with a password by themselves, or be invited to; no row: nobody.
create table sign_up_policy (
  -- null: the site, for portals that say nothing of their own
  portal_id     bigint unique nulls not distinct references service_desk on delete cascade,
  -- null, of a portal: as the site
  who           text check (who in ('nobody', 'invited', 'domains', 'open')),
  -- e-mail domains whose people may sign up
  domains       text[] not null default '{}',
  version       integer not null default 1,
  constraint sign_up_policy_domains check ((who is not distinct from 'domains') = (domains <> '{}')),
  constraint sign_up_policy_site check (portal_id is not null or who is not null)
);

-- One-time links that were mailed to somebody: to finish signing up, or to choose another password.
create table mailed_link (
  id            bigint generated always as identity primary key,
  kind          text not null check (kind in ('sign-up', 'password-reset')),
  -- SHA-256; the token is in the mail alone
  token_hash    bytea not null unique,
  email         text not null,
  -- of a password to reset
  account_id    bigint references account on delete cascade,
  -- of a sign-up
  display_name  text,
  locale        text,
  portal_id     bigint references service_desk on delete cascade,
  return_to     text,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  constraint mailed_link_kind check ((kind = 'password-reset') = (account_id is not null)),
  constraint mailed_link_name check ((kind = 'sign-up') = (display_name is not null))
);
create index mailed_link_email on mailed_link (email);
create index mailed_link_account on mailed_link (account_id) where account_id is not null;
create index mailed_link_expiry on mailed_link (expires_at);

create table invitation (
  id            bigint generated always as identity primary key,
  email         text not null,
  -- what whoever accepts it belongs to
  portal_id     bigint references service_desk on delete cascade,
  organization_id bigint references organization on delete set null,
  note          text not null default '',
  locale        text not null default 'en',
  -- SHA-256 of the newest link's token; null once it was accepted or withdrawn
  token_hash    bytea unique,
  invited_by    bigint references account on delete set null,
  created_at    timestamptz not null default now(),
  sent_at       timestamptz not null default now(),
  expires_at    timestamptz not null,
  accepted_at   timestamptz,
  account_id    bigint references account on delete set null,
  revoked_at    timestamptz,
  constraint invitation_token check ((token_hash is null) = (accepted_at is not null or revoked_at is not null))
);
create unique index invitation_pending on invitation (email, portal_id) nulls not distinct
  where accepted_at is null and revoked_at is null;
create index invitation_portal on invitation (portal_id, id desc);
create index invitation_organization on invitation (organization_id) where organization_id is not null;

-- Groups and roles ----------------------------------------------------------------------------------------------------

-- Groups of people, to whom roles are granted. Filled by hand only: no provider says who is in one.
create table account_group (
  id            bigint generated always as identity primary key,
  -- what the API shows as groupId; opaque, never reused
  group_id      text not null unique default gen_random_uuid()::text,
  name          text not null check (name <> ''),
  description   text not null default '',
  version       integer not null default 1,
  created_at    timestamptz not null default now()
);
create unique index account_group_name on account_group (lower(name));

create table account_group_member (
  group_id      bigint not null references account_group on delete cascade,
  account_id    bigint not null references account on delete cascade,
  added_by      bigint references account on delete set null,
  added_at      timestamptz not null default now(),
  primary key (group_id, account_id)
);
create index account_group_member_account on account_group_member (account_id);

-- What was granted, to a person or to a group. What follows from it for each person stands where it is read on every
-- request (account.is_administrator, service_desk_agent, service_desk_customer) and is written by refresh_roles alone.
create table role_grant (
  id            bigint generated always as identity primary key,
  role          text not null check (role in ('administrator', 'desk-administrator', 'agent', 'customer')),
  -- the whole site: null
  service_desk_id bigint references service_desk on delete cascade,
  account_id    bigint references account on delete cascade,
  group_id      bigint references account_group on delete cascade,
  granted_by    bigint references account on delete set null,
  granted_at    timestamptz not null default now(),
  check (num_nonnulls(account_id, group_id) = 1),
  check ((role = 'administrator') = (service_desk_id is null))
);
create unique index role_grant_account on role_grant (account_id, role, coalesce(service_desk_id, 0))
  where account_id is not null;
create unique index role_grant_group on role_grant (group_id, role, coalesce(service_desk_id, 0))
  where group_id is not null;
create index role_grant_service_desk on role_grant (service_desk_id) where service_desk_id is not null;

alter table service_desk_agent
  -- administers the desk: its settings, agents, customers and rules of sign-in
  add column is_administrator boolean not null default false;

-- Which grants give somebody which role.
create view held_role as
  select id as grant_id, role, service_desk_id, account_id, null::bigint as group_id, granted_by, granted_at
  from role_grant where account_id is not null
  union all
  select role_grant.id, role, service_desk_id, member.account_id, role_grant.group_id, granted_by, granted_at
  from role_grant
  join account_group_member member on member.group_id = role_grant.group_id;

-- What was so far is as if it had been granted to each person.
insert into role_grant (role, account_id) select 'administrator', id from account where is_administrator;
insert into role_grant (role, service_desk_id, account_id)
  select 'agent', service_desk_id, account_id from service_desk_agent
  union all
  select 'customer', service_desk_id, account_id from service_desk_customer;

-- Writes what follows from all grants for these accounts. They are locked first: each statement then sees what others, who
-- changed grants of the same people, have committed.
create function refresh_roles(changed bigint[]) returns void language plpgsql as $$
begin
  perform from account where id = any(changed) order by id for no key update;
  update account set is_administrator = not is_administrator, updated_at = now()
    where id = any(changed) and is_administrator <>
      exists(select from held_role h where h.account_id = account.id and h.role = 'administrator');
  delete from service_desk_agent a where a.account_id = any(changed)
    and not exists(select from held_role h where h.account_id = a.account_id
      and h.service_desk_id = a.service_desk_id and h.role in ('agent', 'desk-administrator'));
  insert into service_desk_agent (service_desk_id, account_id, is_administrator)
    select h.service_desk_id, h.account_id, bool_or(h.role = 'desk-administrator')
    from held_role h
    join account on account.id = h.account_id
    join service_desk on service_desk.id = h.service_desk_id
    where h.account_id = any(changed) and h.role in ('agent', 'desk-administrator')
    group by 1, 2
    on conflict (service_desk_id, account_id) do update set is_administrator = excluded.is_administrator
      where service_desk_agent.is_administrator <> excluded.is_administrator;
  delete from service_desk_customer c where c.account_id = any(changed)
    and not exists(select from held_role h where h.account_id = c.account_id
      and h.service_desk_id = c.service_desk_id and h.role = 'customer');
  insert into service_desk_customer (service_desk_id, account_id)
    select distinct h.service_desk_id, h.account_id
    from held_role h
    join account on account.id = h.account_id
    join service_desk on service_desk.id = h.service_desk_id
    where h.account_id = any(changed) and h.role = 'customer'
    on conflict do nothing;
end
$$;

-- The groups are locked before the people: whoever grants something to a group waits for who fills it.
create function role_grant_changed() returns trigger language plpgsql as $$
begin
  perform from account_group where id in (select group_id from changed) order by id for no key update;
  perform refresh_roles(array(
    select account_id from changed where account_id is not null
    union
    select member.account_id from account_group_member member
    join changed on changed.group_id = member.group_id));
  return null;
end
$$;
create trigger role_grant_added after insert on role_grant referencing new table as changed
  for each statement execute function role_grant_changed();
create trigger role_grant_removed after delete on role_grant referencing old table as changed
  for each statement execute function role_grant_changed();

create function account_group_member_changed() returns trigger language plpgsql as $$
begin
  perform from account_group where id in (select group_id from changed) order by id for no key update;
  perform refresh_roles(array(select distinct account_id from changed));
  return null;
end
$$;
create trigger account_group_member_added after insert on account_group_member referencing new table as changed
  for each statement execute function account_group_member_changed();
create trigger account_group_member_removed after delete on account_group_member referencing old table as changed
  for each statement execute function account_group_member_changed();

-- Whoever gains or loses the administration of the site signs in anew: no session is carried across that.
create function account_administration_changed() returns trigger language plpgsql as $$
begin
  delete from session where account_id = new.id;
  return null;
end
$$;
create trigger account_administration_changed after update of is_administrator on account
  for each row when (old.is_administrator <> new.is_administrator)
  execute function account_administration_changed();

-- The table of people --------------------------------------------------------------------------------------------------

alter table account
  -- by any session; exact to a quarter of an hour
  add column last_seen_at timestamptz;
update account set last_seen_at = seen.at from (
  select account_id, max(at) as at from (
    select account_id, last_seen_at as at from session
    union all
    select account_id, last_sign_in_at from identity) every group by 1) seen
where seen.account_id = account.id;

-- Who is being changed is passed over: being seen is never what somebody waits for.
create function account_seen() returns trigger language plpgsql as $$
begin
  update account set last_seen_at = new.last_seen_at
  where id = (select id from account where id = new.account_id
    and (last_seen_at is null or last_seen_at < new.last_seen_at - interval '15 minutes')
    for no key update skip locked);
  return null;
end
$$;
create trigger account_seen after insert or update of last_seen_at on session
  for each row execute function account_seen();

create index account_by_name on account (kind, lower(display_name), id);
create index account_last_seen on account (last_seen_at);
create index account_administrators on account (lower(display_name), id) where is_administrator;
create index account_inactive on account (lower(display_name), id) where not is_active;

-- Something done to many accounts at once: what, by whom, to whom, and how it went for each.
create table bulk_act (
  id            bigint generated always as identity primary key,
  act           text not null,
  -- id and name of the organization or group that it is about
  subject_id    text,
  subject_name  text,
  actor_account_id bigint references account on delete set null,
  actor_name    text,
  actor_address text,
  created_at    timestamptz not null default now(),
  finished_at   timestamptz,
  -- why it was not gone on with
  stopped       text
);
create table bulk_act_item (
  act_id        bigint not null references bulk_act on delete cascade,
  position      integer not null,
  account_id    bigint not null references account on delete cascade,
  outcome       text check (outcome in ('done', 'unchanged', 'refused')),
  message       text,
  primary key (act_id, position)
);
create index bulk_act_item_account on bulk_act_item (account_id);
