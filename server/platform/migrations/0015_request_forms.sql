-- Forms of request types: sections, fields that are asked for only where others say so, and fields with a preset value that
-- nobody is asked for.

alter table request_type
  -- null: in use. Requests of an archived type go on; nobody raises new ones.
  add column archived_at timestamptz,
  add column version     integer not null default 1;
-- A name is free again once its type is archived.
alter table request_type drop constraint request_type_service_desk_id_name_key;
create unique index request_type_name on request_type (service_desk_id, lower(name)) where archived_at is null;

create table request_type_section (
  id              bigint generated always as identity primary key,
  request_type_id bigint not null references request_type on delete cascade,
  title           text not null,
  description     text not null default '',
  -- {"match": "all", "rules": [{"field", "operator", "values"}]}; null: always shown
  show_when       jsonb,
  -- among the sections and the fields outside them
  position        integer not null,
  unique (id, request_type_id)
);
create index request_type_section_type on request_type_section (request_type_id);

alter table request_type_field
  -- null: outside all sections
  add column section_id bigint,
  add column show_when  jsonb,
  -- nobody is asked for it: it gets the preset
  add column is_hidden  boolean not null default false,
  -- as stored
  add column preset     jsonb,
  add foreign key (section_id, request_type_id) references request_type_section (id, request_type_id) on delete cascade,
  add check (preset is null or is_hidden);
create index request_type_field_field on request_type_field (field_id) where field_id is not null;
create index request_type_field_section on request_type_field (section_id) where section_id is not null;
