-- Queues in sections, with columns of their own, and those that agents or their whole team want at hand.
create table queue_group (
  id               bigint generated always as identity primary key,
  service_desk_id  bigint not null references service_desk on delete cascade,
  name             text not null,
  position         integer not null default 0
);
create unique index queue_group_name on queue_group (service_desk_id, lower(name));

alter table queue
  -- the section in which it stands; null: before all sections. Always one of the same desk.
  add column group_id bigint references queue_group on delete set null,
  -- ids of fields, as api/3 knows them; null: the columns that every list begins with
  add column columns text[],
  -- at hand for all agents of the desk
  add column is_team_priority boolean not null default false,
  -- goes up with every change: whoever saves says which one they saw
  add column version integer not null default 1;
create index queue_group_queues on queue (group_id) where group_id is not null;

-- Queues that an agent wants at hand.
create table queue_star (
  account_id  bigint not null references account on delete cascade,
  queue_id    bigint not null references queue on delete cascade,
  starred_at  timestamptz not null default now(),
  primary key (account_id, queue_id)
);
create index queue_star_queue on queue_star (queue_id);
