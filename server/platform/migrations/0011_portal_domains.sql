-- Hosts at which portals live, beside the site's own (PORTICO_URL), with its protocol and port.
create table portal_domain (
  id            bigint generated always as identity primary key,
  -- lower case, ASCII (IDN as xn--), without port or trailing dot
  host          text not null unique check (host = lower(host) and host ~ '^[a-z0-9.-]{3,253}$'),
  portal_id     bigint not null references service_desk on delete cascade,
  -- the one that mail about the portal leads to
  is_main       boolean not null default false,
  -- where round trips to identity providers are made: at the site's own host, which hands over, or at this one
  sign_in_at    text not null default 'site' check (sign_in_at in ('site', 'domain')),
  -- answers of this Portico are told from others' by it
  check_key     text not null,
  version       integer not null default 1,
  created_at    timestamptz not null default now()
);
create index portal_domain_portal on portal_domain (portal_id);
create unique index portal_domain_main on portal_domain (portal_id) where is_main;

-- A session is good at the host at which it was opened, and nowhere else; null: the site's own.
alter table session add column host text;
create index session_host on session (host) where host is not null;

-- Likewise journeys to providers and back.
alter table sign_in_attempt add column host text;
alter table sign_out_attempt add column host text;

-- A sign-in that a browser began at a portal's host and makes at the site's: begun → verified (a code leads back) → gone.
create table sign_in_hand_over (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null unique,
  host          text not null references portal_domain (host) on delete cascade on update cascade,
  provider_id   bigint not null references identity_provider on delete cascade,
  -- the browser, at the portal's host
  browser_hash  bytea not null,
  return_to     text not null,
  account_id    bigint references account on delete cascade,
  identity_id   bigint references identity on delete cascade,
  -- {assertion, isNew, reference}, sealed for sign_in_hand_over:{id}
  sealed_sign_in text,
  code_hash     bytea unique,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index sign_in_hand_over_expiry on sign_in_hand_over (expires_at);
create index sign_in_hand_over_host on sign_in_hand_over (host);
create index sign_in_hand_over_provider on sign_in_hand_over (provider_id);
create index sign_in_hand_over_account on sign_in_hand_over (account_id);
create index sign_in_hand_over_identity on sign_in_hand_over (identity_id);

-- The journey at the site's host that such a sign-in makes.
alter table sign_in_attempt add column hand_over_id bigint references sign_in_hand_over on delete cascade;
alter table account_link add column hand_over_id bigint references sign_in_hand_over on delete cascade;
create index sign_in_attempt_hand_over on sign_in_attempt (hand_over_id);
create index account_link_hand_over on account_link (hand_over_id);
