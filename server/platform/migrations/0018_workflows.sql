-- Workflows that administrators edit: drafts, conditions, effects, screens, approvals; priorities and resolutions.

create table priority (
  id            bigint generated always as identity primary key,
  name          text not null unique check (name <> ''),
  description   text not null default '',
  -- a name of web/kit/colors
  color         text not null default 'gray',
  -- from the most urgent to the least
  position      integer not null,
  is_default    boolean not null default false
);
create unique index priority_name on priority (lower(name));
create unique index priority_default on priority (is_default) where is_default;
insert into priority (name, description, color, position, is_default) values
  ('Highest', 'Work stands still', 'red', 0, false),
  ('High', 'Work is severely hindered', 'orange', 1, false),
  ('Medium', 'Work is hindered', 'yellow', 2, true),
  ('Low', 'Work goes on almost as usual', 'blue', 3, false),
  ('Lowest', 'Nobody is hindered', 'gray', 4, false);

create function default_priority_id() returns bigint
  stable language sql return (select id from priority where is_default);

-- Rows that are there get the default of now without being written again.
alter table request
  add column priority_id bigint not null default default_priority_id() references priority;
create index request_priority on request (priority_id);

create table resolution (
  id            bigint generated always as identity primary key,
  name          text not null unique check (name <> ''),
  description   text not null default '',
  position      integer not null,
  -- what a dialog that asks for one begins with
  is_default    boolean not null default false
);
create unique index resolution_name on resolution (lower(name));
create unique index resolution_default on resolution (is_default) where is_default;
insert into resolution (name, description, position, is_default) values
  ('Done', 'Work has been completed', 0, true),
  ('Won''t do', 'This will not be acted upon', 1, false),
  ('Duplicate', 'The same was asked before', 2, false),
  ('Cannot reproduce', 'What was described could not be made to happen again', 3, false),
  ('Declined', 'It was not approved', 4, false),
  ('Canceled', 'It is no longer wanted', 5, false);
insert into resolution (name, position)
  select name, 5 + row_number() over (order by name)
    from (select resolution as name from request where resolution is not null
          union select sets_resolution from workflow_transition where sets_resolution is not null) used
   where not exists (select from resolution where resolution.name = used.name)
     -- names that differ in case only are one
     and not exists (select from resolution where lower(resolution.name) = lower(used.name))
on conflict do nothing;
update request set resolution = known.name from resolution known
 where request.resolution is not null and lower(known.name) = lower(request.resolution) and known.name <> request.resolution;
update workflow_transition set sets_resolution = known.name from resolution known
 where lower(known.name) = lower(sets_resolution) and known.name <> sets_resolution;
alter table request
  add foreign key (resolution) references resolution (name) on update cascade;
alter table workflow_transition
  add foreign key (sets_resolution) references resolution (name) on update cascade;
create index request_resolution on request (resolution) where resolution is not null;
create index workflow_transition_resolution on workflow_transition (sets_resolution) where sets_resolution is not null;

alter table status
  add column description text not null default '',
  -- what customers read where no workflow says otherwise; null: its name
  add column customer_name text check (customer_name <> '');
create unique index status_name on status (lower(name));

alter table workflow
  add column description text not null default '',
  -- goes up with every draft that is saved and everything that is published
  add column version     integer not null default 1,
  -- a definition that waits to be published (workflow/definition.ts); null: none
  add column draft       jsonb,
  add column draft_by    bigint references account on delete set null,
  add column draft_at    timestamptz,
  add column published_at timestamptz not null default now();
create unique index workflow_name on workflow (lower(name));
create index workflow_initial_status on workflow (initial_status_id);
create index workflow_draft_by on workflow (draft_by) where draft_by is not null;
create index request_type_workflow on request_type (workflow_id);

alter table workflow_status
  -- ApprovalStep: who must agree before a request leaves it
  add column approval    jsonb,
  -- where a picture shows it; null: laid out by itself
  add column x           double precision,
  add column y           double precision,
  -- null: in the workflow. What customers read in the history of requests keeps the name that they read.
  add column removed_at  timestamptz;
create index workflow_status_status on workflow_status (status_id);

-- A transition has one row, however many statuses it starts at.
create table workflow_transition_from (
  transition_id bigint not null references workflow_transition on delete cascade,
  status_id     bigint not null references status,
  primary key (transition_id, status_id)
);
create index workflow_transition_from_status on workflow_transition_from (status_id);

alter table workflow_transition
  -- from every status of the workflow
  add column is_global boolean not null default false,
  -- it neither sets nor clears the resolution
  add column keeps_resolution boolean not null default false,
  -- lists of Condition, Effect and ScreenField (workflow/definition.ts)
  add column conditions jsonb not null default '[]',
  add column effects    jsonb not null default '[]',
  add column screen     jsonb not null default '[]',
  add check (sets_resolution is null or not keeps_resolution);
update workflow_transition set is_global = true where from_status_id is null;

with one as (
  select id, from_status_id, min(id) over (
    partition by workflow_id, name, to_status_id, is_shown_to_customers, happens_on_customer_comment, sets_resolution,
      position, from_status_id is null) as kept
    from workflow_transition
)
insert into workflow_transition_from (transition_id, status_id)
  select distinct kept, from_status_id from one where from_status_id is not null;
delete from workflow_transition t
 where not is_global and not exists (select from workflow_transition_from f where f.transition_id = t.id);
alter table workflow_transition drop column from_status_id;
create index workflow_transition_to on workflow_transition (to_status_id);

-- Requests whose status their workflow no longer has, on their way to one that it has.
create table status_move (
  id             bigint generated always as identity primary key,
  workflow_id    bigint not null references workflow on delete cascade,
  -- null: of all request types of the workflow; else of one that was given this workflow
  request_type_id bigint references request_type on delete cascade,
  from_status_id bigint not null references status,
  to_status_id   bigint not null references status,
  total          integer not null,
  moved          integer not null default 0,
  -- who published
  actor_id       bigint not null references account,
  started_at     timestamptz not null default now(),
  finished_at    timestamptz
);
create index status_move_workflow on status_move (workflow_id, started_at desc);
create index status_move_request_type on status_move (request_type_id) where request_type_id is not null;
create index status_move_from on status_move (from_status_id);
create index status_move_to on status_move (to_status_id);
create index status_move_actor on status_move (actor_id);
