-- The front door: many identity providers, each with its own rules, keys, metadata, log and ways out.

-- Identity providers ------------------------------------------------------------------------------------------------

alter table identity_provider drop constraint identity_provider_protocol_check;
alter table identity_provider add check (protocol in ('saml', 'oidc', 'oauth2'));
alter table identity_provider
  -- which set-up instructions it was made with: see identity/presets
  add column preset text not null default 'generic',
  -- on the sign-in page; null: made from the name
  add column button_text text,
  -- key in the file store, and the media type that was found in it
  add column logo_key text,
  add column logo_type text,
  -- order on the sign-in page; equal ones by name
  add column position integer not null default 0,
  -- on whose sign-in page it has a button. 'none': only people who type an address of its domains find it, so that
  -- nobody else learns whose company is a customer
  add column shown_on text not null default 'none' check (shown_on in ('none', 'all', 'listed')),
  -- domains: e-mail address in one of its verified domains; groups: besides, in one of allowed_groups;
  -- all: any verified e-mail address that no other provider is authoritative for
  add column admits text not null default 'domains' check (admits in ('domains', 'groups', 'all')),
  add column allowed_groups text[] not null default '{}',
  -- how far its clock may be off
  add column clock_skew_seconds integer not null default 60 check (clock_skew_seconds between 0 and 600),
  -- stricter than the site's; null: the site's
  add column session_idle_minutes integer check (session_idle_minutes > 0),
  add column session_max_hours integer check (session_max_hours > 0),
  -- a complete round trip that signed nobody in was seen to work, with the settings of this version
  add column tested_at timestamptz,
  add column tested_version integer;

-- A disabled provider may be incomplete: our addresses at it exist before the other side can be set up.
drop index identity_provider_issuer;
create unique index identity_provider_issuer on identity_provider (protocol, issuer) where issuer <> '';

-- Where shown_on = 'listed'. Portal and service desk have the same id.
create table identity_provider_portal (
  provider_id   bigint not null references identity_provider on delete cascade,
  portal_id     bigint not null references service_desk on delete cascade,
  primary key (provider_id, portal_id)
);
create index identity_provider_portal_portal on identity_provider_portal (portal_id);

-- A provider is authoritative for a domain once that is verified. Several may claim one, one has it.
alter table identity_provider_domain drop constraint identity_provider_domain_pkey;
alter table identity_provider_domain
  add primary key (provider_id, domain),
  -- what the TXT record must hold; another one for each claim, so that an old proof proves nothing new
  add column token text not null default replace(gen_random_uuid()::text, '-', ''),
  add column verified_at timestamptz,
  -- dns: the record was seen; override: an administrator vouched for it
  add column verified_by text check (verified_by in ('dns', 'override')),
  add column override_reason text,
  add column override_account_id bigint references account on delete set null,
  add column checked_at timestamptz,
  -- what the last look at the name servers found, if not the record
  add column check_problem text,
  add check ((verified_at is null) = (verified_by is null));
-- Until now an administrator's word was the only proof.
update identity_provider_domain
   set verified_at = now(), verified_by = 'override', override_reason = 'Named before domains had to be verified';
create unique index identity_provider_domain_verified on identity_provider_domain (domain) where verified_at is not null;
drop index identity_provider_domain_provider;

-- Our own keys at SAML providers and for private_key_jwt: one pair per provider, rotated with overlap.
create table identity_provider_key (
  id            bigint generated always as identity primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  -- active: signs; next: published, does not sign yet; previous: still decrypts
  state         text not null check (state in ('active', 'next', 'previous')),
  -- PEM, self-signed
  certificate   text not null,
  -- PKCS #8 PEM, sealed for identity_provider_key:{key_id}
  key_id        text not null unique,
  sealed_private_key text not null,
  created_at    timestamptz not null default now()
);
create unique index identity_provider_key_state on identity_provider_key (provider_id, state) where state in ('active', 'next');
create index identity_provider_key_provider on identity_provider_key (provider_id);

-- What SAML providers published of themselves, as it came. The newest 'applied' one is in force.
create table identity_provider_metadata (
  id            bigint generated always as identity primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  -- url, file, paste; rollback: an earlier one taken back
  source        text not null check (source in ('url', 'file', 'paste', 'rollback')),
  xml           text not null,
  -- of what matters in it, so that a new signature, id or date is no change
  sha256        bytea not null,
  -- what was read from it: entityId, sign-on and logout addresses, certificates, validUntil, cacheSeconds
  content       jsonb not null,
  -- applied; waiting: needs an administrator's look; refused: could not be taken; superseded: a later one was applied;
  -- dismissed: an administrator decided against it
  state         text not null check (state in ('applied', 'waiting', 'refused', 'superseded', 'dismissed')),
  problem       text,
  fetched_at    timestamptz not null default now(),
  applied_at    timestamptz
);
create index identity_provider_metadata_provider on identity_provider_metadata (provider_id, id desc);

-- When to look at a metadata address again, and what came of it last.
create table identity_provider_refresh (
  provider_id   bigint primary key references identity_provider on delete cascade,
  -- that was looked at last; another one in the settings is due at once
  url           text,
  next_at       timestamptz not null,
  -- [{certificate, until}]: no longer in the metadata, in force beside the new ones for a while
  retiring      jsonb not null default '[]',
  -- the soonest of them
  retire_at     timestamptz,
  last_at       timestamptz,
  last_succeeded_at timestamptz,
  problem       text,
  failures      integer not null default 0
);

-- Warnings that were given, so that each is given once: certificate fingerprint and days.
create table identity_provider_warning (
  provider_id   bigint not null references identity_provider on delete cascade,
  kind          text not null,
  given_at      timestamptz not null default now(),
  primary key (provider_id, kind)
);

-- A link with which a customer's own IT fills in their provider. It can do nothing else, and not enable it.
create table provider_setup_link (
  id            bigint generated always as identity primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  token_hash    bytea not null unique,
  -- for whom, in words
  note          text not null default '',
  created_by    bigint references account on delete set null,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  last_used_at  timestamptz,
  -- set by whoever uses the link: it is ready to be looked at and enabled
  submitted_at  timestamptz
);
create index provider_setup_link_provider on provider_setup_link (provider_id);

-- Signing in --------------------------------------------------------------------------------------------------------

alter table sign_in_attempt
  -- test: a complete round trip that signs nobody in
  add column purpose text not null default 'sign-in' check (purpose in ('sign-in', 'test')),
  -- who tests
  add column tester_account_id bigint references account on delete cascade,
  -- the eight characters under which people and administrators speak of it
  add column reference text,
  -- what was noted of it so far, for the sign-in log
  add column notes jsonb;

-- The start of a test, in the pop-up of the administrator who asked for it: once.
create table sign_in_test (
  token_hash    bytea primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  tester_account_id bigint not null references account on delete cascade,
  reference     text not null,
  expires_at    timestamptz not null
);
create index sign_in_test_expires_at on sign_in_test (expires_at);

-- What happened at each attempt, for 30 days (setting), as far as it may be kept: secrets cut out.
create table sign_in_trace (
  id            bigint generated always as identity primary key,
  reference     text not null unique,
  provider_id   bigint references identity_provider on delete cascade,
  purpose       text not null check (purpose in ('sign-in', 'test', 'logout')),
  outcome       text not null check (outcome in ('succeeded', 'refused')),
  -- RefusalCode, and what was wrong in a sentence
  code          text,
  detail        text,
  -- RefusalReason: what exactly was wrong, for the fix
  reason        jsonb,
  account_id    bigint references account on delete cascade,
  email         text,
  subject       text,
  address       text,
  user_agent    text,
  -- [{name, outcome: passed|failed|skipped, detail}] in order
  steps         jsonb not null default '[]',
  -- what came, decoded, with signature values, tokens and secrets cut out
  message       text,
  -- {issuer, assertion}: what a dry run of the mapping needs; null when it was refused before that was known
  assertion     jsonb,
  -- what the mapping made, or would make, of it
  result        jsonb,
  started_at    timestamptz not null default now(),
  finished_at   timestamptz not null default now()
);
create index sign_in_trace_provider on sign_in_trace (provider_id, id desc);
create index sign_in_trace_finished_at on sign_in_trace (finished_at);
create index sign_in_trace_account on sign_in_trace (account_id);

-- jti of logout tokens and ids of logout requests that were obeyed.
create table consumed_logout (
  provider_id   bigint not null references identity_provider on delete cascade,
  message_id    text not null,
  expires_at    timestamptz not null,
  primary key (provider_id, message_id)
);
create index consumed_logout_expires_at on consumed_logout (expires_at);

-- A sign-out that is on its way to a provider and back. id is the RelayState / state.
create table sign_out_attempt (
  id            text primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  browser_hash  bytea not null,
  -- id of our SAML LogoutRequest
  request_id    text,
  -- that request, where the browser has to post it; sealed for sign_out_attempt:{id}
  sealed_request text,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index sign_out_attempt_expires_at on sign_out_attempt (expires_at);

-- Sessions ----------------------------------------------------------------------------------------------------------

alter table session
  -- stricter than the site's; the strictest of provider and portals it was used for
  add column idle_minutes integer,
  -- what the provider calls this session: SAML SessionIndex, OpenID sid
  add column provider_session text,
  -- {nameId, nameIdFormat, …} or {idToken}, sealed for session:{account_id}: needed to sign out there
  add column sealed_logout_hint text;
create index session_identity on session (identity_id);

-- A session that ended is known to all processes at once: they close its streams.
create function session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_session_ended', old.id::text);
  return null;
end
$$;
create trigger session_ended after delete on session for each row execute function session_ended();

-- How people sign in at a portal. No row: as the site.
create table portal_sign_in (
  portal_id     bigint primary key references service_desk on delete cascade,
  -- customers get in with their company's login only; passwords are for staff
  requires_provider boolean not null default false,
  -- where everybody is sent who does not ask for something else
  default_provider_id bigint references identity_provider on delete set null,
  session_idle_minutes integer check (session_idle_minutes > 0),
  session_max_hours integer check (session_max_hours > 0),
  version       integer not null default 1
);
create index portal_sign_in_default_provider on portal_sign_in (default_provider_id);
