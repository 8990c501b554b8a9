-- Whom do we serve? Organizations and their members.

create table organization (
  id            bigint generated always as identity primary key,
  name          text not null check (name <> ''),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create unique index organization_name on organization (lower(name));

-- People whose e-mail address is in this domain become members when they sign in
-- through a provider that is authoritative for it.
create table organization_domain (
  domain          text primary key check (domain = lower(domain)),
  organization_id bigint not null references organization on delete cascade
);
create index organization_domain_organization on organization_domain (organization_id);

create table organization_member (
  organization_id bigint not null references organization on delete cascade,
  account_id      bigint not null references account on delete cascade,
  -- a member sees own requests, a manager all of the organization's
  role            text not null default 'member' check (role in ('member', 'manager')),
  -- what gave the membership: only the same origin takes it away
  origin          text not null check (origin in ('manual', 'domain')),
  origin_rule     text,
  created_at      timestamptz not null default now(),
  primary key (organization_id, account_id)
);
create index organization_member_account on organization_member (account_id);
