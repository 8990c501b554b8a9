-- Something that one has, beside what one knows or what a company says.

-- TOTP (RFC 6238): an authenticator app.
create table totp_factor (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references account on delete cascade,
  name          text not null,
  -- sealed for totp_factor:{account_id}
  sealed_secret text not null,
  -- null: set up, but no code of it was seen yet
  confirmed_at  timestamptz,
  -- the last time step of which a code was taken: no step is taken twice, nor an earlier one
  last_step     bigint,
  last_used_at  timestamptz,
  created_at    timestamptz not null default now()
);
create index totp_factor_account on totp_factor (account_id);

-- Passkeys and security keys (WebAuthn).
create table passkey (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references account on delete cascade,
  name          text not null,
  -- base64url, as browsers name it
  credential_id text not null unique,
  public_key    bytea not null,
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  -- verifies the person (PIN, fingerprint) by itself: enough without a password
  verifies_user boolean not null default false,
  is_backed_up  boolean not null default false,
  last_used_at  timestamptz,
  created_at    timestamptz not null default now()
);
create index passkey_account on passkey (account_id);

-- Codes for the day the phone is gone, each good once.
create table recovery_code (
  account_id    bigint not null references account on delete cascade,
  code_hash     bytea not null,
  used_at       timestamptz,
  created_at    timestamptz not null default now(),
  primary key (account_id, code_hash)
);

-- A ceremony that was begun: what the answer must be to.
create table passkey_challenge (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null unique,
  -- null: whoever signs in without having said who they are
  account_id    bigint references account on delete cascade,
  purpose       text not null check (purpose in ('register', 'verify', 'sign-in')),
  challenge     text not null,
  expires_at    timestamptz not null
);
create index passkey_challenge_expiry on passkey_challenge (expires_at);

-- Somebody whose first factor was verified, and who is not signed in before the second. Not a session: it opens nothing.
create table pending_sign_in (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null unique,
  account_id    bigint not null references account on delete cascade,
  identity_id   bigint references identity on delete cascade,
  -- what the session will be made of, sealed for pending_sign_in:{account_id}
  sealed_session text not null,
  return_to     text not null,
  -- of the code that was mailed last
  code_hash     bytea,
  code_sent_at  timestamptz,
  codes_sent    integer not null default 0,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index pending_sign_in_account on pending_sign_in (account_id);
create index pending_sign_in_expiry on pending_sign_in (expires_at);

-- Browsers in which the second factor is not asked for again for a while.
create table trusted_device (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null unique,
  account_id    bigint not null references account on delete cascade,
  user_agent    text,
  address       text,
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz,
  expires_at    timestamptz not null
);
create index trusted_device_account on trusted_device (account_id);

-- Who needs a second factor. The strictest that applies to somebody counts.
create table factor_policy (
  id            bigint generated always as identity primary key,
  scope         text not null check (scope in ('site', 'portal', 'organization', 'provider', 'staff', 'account')),
  -- of portal, organization, provider or account; null for site and staff
  scope_id      bigint,
  requirement   text not null check (requirement in ('off', 'optional', 'required')),
  -- how long people may put it off from the first time they are asked, in days
  grace_days    integer not null default 0 check (grace_days between 0 and 90),
  version       integer not null default 1
);
create unique index factor_policy_scope on factor_policy (scope, coalesce(scope_id, 0));

alter table identity_provider
  -- what it says of how the person signed in counts as the second factor
  add column trusts_factor boolean not null default false;

alter table account
  -- when somebody was first asked to set up a second factor, where that can be put off
  add column factor_asked_at timestamptz,
  -- an administrator or agent lets this person in without one until then
  add column factor_skipped_until timestamptz,
  -- too many wrong factors: nobody gets in until then, or until an administrator unlocks it
  add column locked_until timestamptz;

alter table session
  -- which second factor opened it: totp, passkey, mail, recovery, device, provider; null: none
  add column factor text,
  -- when a factor was shown last: sensitive acts want a recent one
  add column verified_at timestamptz not null default now();

-- What second factors there are. One row, or none while nothing was decided.
create table factor_settings (
  "only"        boolean primary key default true check ("only"),
  allows_totp   boolean not null default true,
  allows_passkeys boolean not null default true,
  allows_mail   boolean not null default true,
  -- passkeys in place of passwords, too
  allows_passwordless boolean not null default true,
  -- how long a browser may be remembered, in days; 0: never
  remember_days integer not null default 30 check (remember_days between 0 and 365),
  version       integer not null default 1
);
