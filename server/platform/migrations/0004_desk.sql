-- The work: projects, request types, requests, comments, attachments, queues.

create table status (
  id            bigint generated always as identity primary key,
  name          text not null unique,
  category      text not null check (category in ('new', 'indeterminate', 'done'))
);

create table workflow (
  id            bigint generated always as identity primary key,
  name          text not null unique,
  initial_status_id bigint not null references status
);

create table workflow_status (
  workflow_id   bigint not null references workflow on delete cascade,
  status_id     bigint not null references status,
  -- what customers read instead of the status' own name
  customer_name text not null,
  position      integer not null,
  primary key (workflow_id, status_id)
);

create table workflow_transition (
  id            bigint generated always as identity primary key,
  workflow_id   bigint not null references workflow on delete cascade,
  name          text not null,
  -- null: from any status of the workflow
  from_status_id bigint references status,
  to_status_id  bigint not null references status,
  is_shown_to_customers boolean not null default false,
  -- happens by itself when a customer answers while the request is in from_status
  happens_on_customer_comment boolean not null default false,
  -- resolution that the transition sets; null clears it
  sets_resolution text,
  position      integer not null
);
create index workflow_transition_workflow on workflow_transition (workflow_id);

create table project (
  id            bigint generated always as identity (start with 10000) primary key,
  key           text not null unique check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name          text not null,
  last_request_number integer not null default 0,
  created_at    timestamptz not null default now()
);

create table service_desk (
  id            bigint generated always as identity primary key,
  project_id    bigint not null unique references project on delete cascade,
  -- the portal's face
  portal_name   text not null,
  description   text not null default '',
  accent_color  text not null default 'blue',
  -- open: everyone who has an account; restricted: named customers and organizations only
  access        text not null default 'restricted' check (access in ('open', 'restricted')),
  -- false: people who have not signed in do not see it in the help center
  is_listed     boolean not null default true,
  position      integer not null default 0,
  version       integer not null default 1,
  created_at    timestamptz not null default now()
);

create table service_desk_agent (
  service_desk_id bigint not null references service_desk on delete cascade,
  account_id      bigint not null references account on delete cascade,
  primary key (service_desk_id, account_id)
);
create index service_desk_agent_account on service_desk_agent (account_id);

create table service_desk_organization (
  service_desk_id bigint not null references service_desk on delete cascade,
  organization_id bigint not null references organization on delete cascade,
  primary key (service_desk_id, organization_id)
);
create index service_desk_organization_organization on service_desk_organization (organization_id);

create table service_desk_customer (
  service_desk_id bigint not null references service_desk on delete cascade,
  account_id      bigint not null references account on delete cascade,
  primary key (service_desk_id, account_id)
);
create index service_desk_customer_account on service_desk_customer (account_id);

-- Custom fields. id is the NNNNN of customfield_NNNNN.
create table field (
  id            bigint generated always as identity (start with 10010) primary key,
  name          text not null,
  type          text not null check (type in ('text', 'paragraph', 'number', 'date', 'select')),
  -- names a field that a template brings, so that desks of one template share it
  template_key  text unique,
  created_at    timestamptz not null default now()
);

create table field_option (
  id            bigint generated always as identity (start with 10100) primary key,
  field_id      bigint not null references field on delete cascade,
  value         text not null,
  position      integer not null,
  is_archived   boolean not null default false,
  unique (field_id, value)
);

create table request_type (
  id            bigint generated always as identity primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  name          text not null,
  description   text not null default '',
  help_text     text not null default '',
  icon          text not null default 'help',
  workflow_id   bigint not null references workflow,
  position      integer not null default 0,
  unique (service_desk_id, name)
);

create table request_type_group (
  id            bigint generated always as identity primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  name          text not null,
  position      integer not null default 0
);

create table request_type_group_entry (
  group_id        bigint not null references request_type_group on delete cascade,
  request_type_id bigint not null references request_type on delete cascade,
  primary key (group_id, request_type_id)
);
create index request_type_group_entry_type on request_type_group_entry (request_type_id);

-- The form of a request type: field_key is 'summary', 'description', 'attachment' or 'customfield_NNNNN'.
create table request_type_field (
  request_type_id bigint not null references request_type on delete cascade,
  field_key       text not null,
  field_id        bigint references field,
  label           text not null,
  help_text       text not null default '',
  is_required     boolean not null default false,
  position        integer not null,
  primary key (request_type_id, field_key),
  check (case when field_id is null then field_key in ('summary', 'description', 'attachment')
              else field_key = 'customfield_' || field_id end)
);

create table request (
  id              bigint generated always as identity (start with 10001) primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  key             text not null unique,
  request_type_id bigint not null references request_type,
  status_id       bigint not null references status,
  -- since when it is in that status
  status_since    timestamptz not null default now(),
  reporter_id     bigint not null references account,
  -- whose customer the reporter was when raising it
  organization_id bigint references organization on delete set null,
  assignee_id     bigint references account,
  summary         text not null check (summary <> ''),
  -- Atlassian Document Format, and its plain text for search and for API version 2
  description     jsonb,
  description_text text not null default '',
  resolution      text,
  resolved_at     timestamptz,
  -- keyed by field id: {"10010": …}
  custom_fields   jsonb not null default '{}',
  -- goes up with every change; a save that names an older one is refused with 409
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  check ((resolution is null) = (resolved_at is null))
);
create index request_service_desk_created on request (service_desk_id, created_at desc, id desc);
create index request_service_desk_open on request (service_desk_id, created_at desc, id desc) where resolved_at is null;
create index request_service_desk_resolved on request (service_desk_id, resolved_at desc, id desc) where resolved_at is not null;
create index request_service_desk_status on request (service_desk_id, status_id, created_at desc, id desc);
create index request_reporter on request (reporter_id, created_at desc, id desc);
create index request_organization on request (organization_id, created_at desc, id desc);
create index request_service_desk_unassigned on request (service_desk_id, created_at desc, id desc)
  where resolved_at is null and assignee_id is null;
create index request_assignee_open on request (assignee_id, created_at desc, id desc)
  where resolved_at is null and assignee_id is not null;

create table comment (
  id            bigint generated always as identity (start with 10001) primary key,
  request_id    bigint not null references request on delete cascade,
  author_id     bigint not null references account,
  body          jsonb not null,
  body_text     text not null,
  -- false: an internal note, for agents only
  is_public     boolean not null,
  created_at    timestamptz not null default now()
);
create index comment_request on comment (request_id, id);

create table attachment (
  id            bigint generated always as identity (start with 10001) primary key,
  request_id    bigint not null references request on delete cascade,
  comment_id    bigint references comment on delete cascade,
  -- false: came with an internal note
  is_public     boolean not null default true,
  author_id     bigint not null references account,
  file_name     text not null,
  media_type    text not null,
  size_bytes    bigint not null,
  -- where the bytes are (platform/files)
  storage_key   text not null,
  created_at    timestamptz not null default now()
);
create index attachment_request on attachment (request_id, id);
create index attachment_comment on attachment (comment_id);

-- Uploaded, not yet part of a request; swept after a day.
create table temporary_attachment (
  id            text primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  author_id     bigint not null references account on delete cascade,
  file_name     text not null,
  media_type    text not null,
  size_bytes    bigint not null,
  storage_key   text not null,
  created_at    timestamptz not null default now()
);
create index temporary_attachment_created_at on temporary_attachment (created_at);
create index temporary_attachment_author on temporary_attachment (author_id);

-- Every change to a request: items are Jira's {field, fieldtype, from, fromString, to, toString}.
create table changelog (
  id            bigint generated always as identity (start with 10001) primary key,
  request_id    bigint not null references request on delete cascade,
  author_id     bigint references account,
  -- request.version after the change
  version       integer not null,
  items         jsonb not null,
  created_at    timestamptz not null default now()
);
create index changelog_request on changelog (request_id, id);

create table queue (
  id            bigint generated always as identity primary key,
  service_desk_id bigint not null references service_desk on delete cascade,
  name          text not null,
  jql           text not null,
  position      integer not null default 0
);
create index queue_service_desk on queue (service_desk_id, position);
