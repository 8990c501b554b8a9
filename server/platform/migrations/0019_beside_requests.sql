-- What stands beside a request: who watches it, the work that was logged on it, its links to other requests, what the customer
-- thought of it, and who hears of it.

-- Agents who follow a request.
create table request_watcher (
  request_id    bigint not null references request on delete cascade,
  account_id    bigint not null references account on delete cascade,
  added_at      timestamptz not null default now(),
  primary key (request_id, account_id)
);
create index request_watcher_account on request_watcher (account_id, request_id);

create table worklog (
  id            bigint generated always as identity (start with 10001) primary key,
  request_id    bigint not null references request on delete cascade,
  author_id     bigint not null references account,
  -- who changed it last
  updated_by    bigint not null references account,
  -- Atlassian Document Format, and its plain text; null and empty: nothing was said
  comment       jsonb,
  comment_text  text not null default '',
  started_at    timestamptz not null,
  seconds       integer not null check (seconds > 0),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create index worklog_request on worklog (request_id, id);
create index worklog_author on worklog (author_id);
create index worklog_updated_by on worklog (updated_by);

-- How requests can be linked: "outward" is read from the source (blocks), "inward" from the destination (is blocked by).
create table request_link_type (
  id            bigint generated always as identity (start with 10000) primary key,
  name          text not null unique,
  inward        text not null,
  outward       text not null
);
insert into request_link_type (name, inward, outward) values
  ('Blocks', 'is blocked by', 'blocks'),
  ('Cloners', 'is cloned by', 'clones'),
  ('Duplicate', 'is duplicated by', 'duplicates'),
  ('Relates', 'relates to', 'relates to');

create table request_link (
  id             bigint generated always as identity (start with 10001) primary key,
  type_id        bigint not null references request_link_type,
  source_id      bigint not null references request on delete cascade,
  destination_id bigint not null references request on delete cascade,
  created_at     timestamptz not null default now(),
  unique (source_id, destination_id, type_id),
  check (source_id <> destination_id)
);
create index request_link_destination on request_link (destination_id);
create index request_link_type_id on request_link (type_id);

-- What the customer thought of how the request was handled.
create table request_feedback (
  request_id    bigint primary key references request on delete cascade,
  author_id     bigint not null references account,
  -- stars
  rating        smallint not null check (rating between 1 and 5),
  comment       text not null default '',
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create index request_feedback_author on request_feedback (author_id);

-- Whether somebody wants to hear of a request, where they said so. Nothing said: the reporter and the participants do, others
-- do not.
create table request_subscription (
  request_id    bigint not null references request on delete cascade,
  account_id    bigint not null references account on delete cascade,
  is_subscribed boolean not null,
  primary key (request_id, account_id)
);
create index request_subscription_account on request_subscription (account_id);

-- Comments can be changed. Null: never was.
alter table comment
  add column updated_at timestamptz,
  add column updated_by bigint references account,
  add constraint comment_update_is_whole check ((updated_at is null) = (updated_by is null));
create index comment_updated_by on comment (updated_by) where updated_by is not null;

create table comment_property (
  comment_id    bigint not null references comment on delete cascade,
  key           text not null check (key <> ''),
  value         jsonb not null,
  primary key (comment_id, key)
);

-- A file outlives the comment that it came with. Its row is deleted by what also removes its bytes.
alter table attachment
  drop constraint attachment_comment_id_fkey,
  add constraint attachment_comment_id_fkey foreign key (comment_id) references comment on delete set null,
  -- the small picture of an image, made when it is first asked for
  add column thumbnail_key text;
