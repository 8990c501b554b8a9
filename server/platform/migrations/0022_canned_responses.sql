-- Answers that agents of a service desk have prepared, with variables that are filled in where they are used.
create table canned_response (
  id               bigint generated always as identity primary key,
  service_desk_id  bigint not null references service_desk on delete cascade,
  name             text not null,
  -- rich text (ADF) in which {{variables}} stand, and the same as plain text
  body             jsonb not null,
  body_text        text not null,
  -- goes up with every change: whoever saves says which one they saw
  version          integer not null default 1,
  -- how often it was put into a comment, and when last
  used_count       integer not null default 0,
  used_at          timestamptz,
  created_by       bigint references account on delete set null,
  created_at       timestamptz not null default now(),
  updated_by       bigint references account on delete set null,
  updated_at       timestamptz not null default now()
);
create unique index canned_response_name on canned_response (service_desk_id, lower(name));
create index canned_response_created_by on canned_response (created_by) where created_by is not null;
create index canned_response_updated_by on canned_response (updated_by) where updated_by is not null;
