-- Queries that people save, and share with others who work here.
create table jql_filter (
  id           bigint generated always as identity (start with 10000) primary key,
  -- null: whoever saved it is gone, and it stays for those it is shared with
  owner_id     bigint references account on delete set null,
  name         text not null check (name <> ''),
  description  text not null default '',
  jql          text not null,
  -- ids of the fields that are shown of what it finds; null: as whoever looks has them
  columns      text[],
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now()
);
create unique index jql_filter_name on jql_filter (owner_id, lower(name));
create index jql_filter_by_name on jql_filter (lower(name), id);

-- With whom a filter is shared.
create table jql_filter_share (
  id          bigint generated always as identity (start with 10000) primary key,
  filter_id   bigint not null references jql_filter on delete cascade,
  -- what they may do with it
  may_edit    boolean not null default false,
  -- everyone who works here: none of the three
  account_id  bigint references account on delete cascade,
  group_id    bigint references account_group on delete cascade,
  -- the agents of its service desk
  project_id  bigint references project on delete cascade,
  check (num_nonnulls(account_id, group_id, project_id) <= 1)
);
create unique index jql_filter_share_once
  on jql_filter_share (filter_id, may_edit, account_id, group_id, project_id) nulls not distinct;
create index jql_filter_share_account on jql_filter_share (account_id) where account_id is not null;
create index jql_filter_share_group on jql_filter_share (group_id) where group_id is not null;
create index jql_filter_share_project on jql_filter_share (project_id) where project_id is not null;

-- Filters that somebody has starred.
create table jql_filter_favourite (
  account_id  bigint not null references account on delete cascade,
  filter_id   bigint not null references jql_filter on delete cascade,
  starred_at  timestamptz not null default now(),
  primary key (account_id, filter_id)
);
create index jql_filter_favourite_filter on jql_filter_favourite (filter_id);

-- How somebody looks at requests that they searched for.
create table search_preference (
  account_id     bigint primary key references account on delete cascade,
  -- ids of the fields that are shown; null: the usual ones
  columns        text[],
  -- new filters are shared with everyone who works here
  shares_filters boolean not null default false
);
