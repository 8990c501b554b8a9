-- Who is this? Accounts, sessions, identity providers.

create table account (
  id            bigint generated always as identity primary key,
  -- what the API shows as accountId; opaque, never reused
  account_id    text not null unique default gen_random_uuid()::text,
  email         text check (email = lower(email)),
  display_name  text not null check (display_name <> ''),
  locale        text,
  time_zone     text,
  is_active     boolean not null default true,
  -- administers the whole site; agents are named per service desk (service_desk_agent)
  is_administrator boolean not null default false,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create unique index account_email on account (email);
create index account_display_name on account (lower(display_name));

create table password_credential (
  account_id    bigint primary key references account on delete cascade,
  hash          text not null,
  updated_at    timestamptz not null default now()
);

create table identity_provider (
  id            bigint generated always as identity primary key,
  protocol      text not null check (protocol in ('saml', 'oidc')),
  name          text not null,
  is_enabled    boolean not null default false,
  -- create accounts on first sign-in
  creates_accounts boolean not null default true,
  -- false: refuses to sign in agents and administrators, whatever the provider says of them
  admits_staff  boolean not null default false,
  -- the issuer that identities of this provider carry: SAML entity id or OpenID issuer
  issuer        text not null,
  -- protocol settings: see identity/providers/settings.ts. No secrets here.
  settings      jsonb not null,
  -- client secret or private key, sealed (platform/crypto)
  sealed_secret text,
  version       integer not null default 1,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);

-- Who asserts as this issuer is one provider: what it says cannot be taken for another's.
create unique index identity_provider_issuer on identity_provider (protocol, issuer);

-- A domain belongs to one provider, which is then authoritative for its e-mail addresses.
create table identity_provider_domain (
  domain        text primary key check (domain = lower(domain)),
  provider_id   bigint not null references identity_provider on delete cascade
);
create index identity_provider_domain_provider on identity_provider_domain (provider_id);

-- Identity is (provider, subject); the e-mail is an attribute and never a key.
create table identity (
  id            bigint generated always as identity primary key,
  provider_id   bigint not null references identity_provider on delete restrict,
  issuer        text not null,
  subject       text not null,
  account_id    bigint not null references account on delete cascade,
  claims        jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  last_sign_in_at timestamptz,
  unique (provider_id, issuer, subject)
);
create index identity_account on identity (account_id);

-- One journey to an identity provider and back. id is the SAML RelayState / OAuth state.
create table sign_in_attempt (
  id            text primary key,
  provider_id   bigint not null references identity_provider on delete cascade,
  -- SHA-256 of the cookie of the browser that started it
  browser_hash  bytea not null,
  -- SAML request id (InResponseTo) or OIDC nonce
  challenge     text not null,
  -- PKCE code verifier, sealed
  sealed_verifier text,
  return_to     text not null,
  -- What the verified response said, kept between the identity provider's POST (which, coming from another site,
  -- carries no cookie of ours) and the GET that follows it and proves the browser.
  assertion     jsonb,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  -- when the response came, and when it opened a session; each happens once
  answered_at   timestamptz,
  completed_at  timestamptz
);
create index sign_in_attempt_expires_at on sign_in_attempt (expires_at);

-- Assertions that have been used: each opens one session, once.
create table consumed_assertion (
  provider_id   bigint not null references identity_provider on delete cascade,
  assertion_id  text not null,
  expires_at    timestamptz not null,
  primary key (provider_id, assertion_id)
);
create index consumed_assertion_expires_at on consumed_assertion (expires_at);

create table session (
  id            bigint generated always as identity primary key,
  -- SHA-256 of the cookie value; the value itself is never stored
  token_hash    bytea not null unique,
  account_id    bigint not null references account on delete cascade,
  identity_id   bigint references identity on delete cascade,
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz not null default now(),
  expires_at    timestamptz not null,
  address       text,
  user_agent    text
);
create index session_account on session (account_id);
create index session_expires_at on session (expires_at);

-- The one-time link with which the first administrator is created.
create table setup_token (
  token_hash    bytea primary key,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);
