-- Mail: how it leaves, and what left.

-- One row, or none while no server is set up.
create table mail_settings (
  "only"        boolean primary key default true check ("only"),
  host          text not null,
  port          integer not null check (port between 1 and 65535),
  -- tls: from the first byte; starttls: required before anything is said; none: in the clear
  security      text not null check (security in ('tls', 'starttls', 'none')),
  username      text,
  -- sealed for mail_settings:password
  sealed_password text,
  from_address  text not null,
  from_name     text not null,
  reply_to      text,
  version       integer not null default 1,
  updated_at    timestamptz not null default now()
);

create table mail_message (
  id            bigint generated always as identity primary key,
  -- which template made it
  template      text not null,
  to_address    text not null,
  to_name       text,
  account_id    bigint references account on delete set null,
  subject       text not null,
  -- {text, html}, sealed for mail_message:{message_id}; null once there is nothing left to read
  sealed_body   text,
  -- holds a code or a link that opens something: its body goes when it is sent
  is_secret     boolean not null,
  -- the Message-ID, without its angle brackets
  message_id    text not null unique,
  -- waiting: for its turn, or for the next try; kept: there was no mail server; failed: given up
  state         text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts      integer not null default 0,
  -- why the last try failed, in words
  problem       text,
  -- what the mail server answered when it took it
  response      text,
  created_at    timestamptz not null default now(),
  tried_at      timestamptz,
  sent_at       timestamptz
);
create index mail_message_newest on mail_message (id desc);
create index mail_message_state on mail_message (state, id desc);
create index mail_message_account on mail_message (account_id);

-- Proving that an account is one's own -----------------------------------------------------------------------------

alter table account
  -- that the address is its owner's was last shown: by their provider, or by what only their mailbox could tell
  add column email_verified_at timestamptz;

-- A verified sign-in through a provider that is not authoritative for the e-mail domain, while the address has an account:
-- it waits for proof that the account is the same person's.
create table account_link (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null unique,
  -- the browser that signed in at the provider
  browser_hash  bytea not null,
  account_id    bigint not null references account on delete cascade,
  provider_id   bigint not null references identity_provider on delete cascade,
  -- the sign-in log's entry that it began as
  reference     text not null,
  -- {issuer, assertion}, sealed for account_link:{reference}
  sealed_sign_in text not null,
  return_to     text not null,
  -- of the code that was mailed last
  code_hash     bytea,
  code_sent_at  timestamptz,
  codes_sent    integer not null default 0,
  tries         integer not null default 0,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index account_link_account on account_link (account_id);
create index account_link_provider on account_link (provider_id);
create index account_link_expiry on account_link (expires_at);
