-- Entity properties: what programs keep with organizations and request types, by key. People never see them.

create table organization_property (
  organization_id bigint not null references organization on delete cascade,
  key             text not null check (key <> ''),
  value           jsonb not null,
  primary key (organization_id, key)
);

create table request_type_property (
  request_type_id bigint not null references request_type on delete cascade,
  key             text not null check (key <> ''),
  value           jsonb not null,
  primary key (request_type_id, key)
);
