-- Fields of all types, with options of their own for some desks.

alter table field drop constraint field_type_check;
alter table field add constraint field_type_check check (type in (
  'text', 'paragraph', 'number', 'date', 'date-time', 'checkboxes', 'radio', 'select', 'multi-select', 'cascading-select',
  'labels', 'url', 'email', 'phone', 'person', 'people', 'organization', 'country', 'amount'));
alter table field
  add column description text not null default '',
  -- what its type allows to be set: least and most, currencies, …
  add column settings    jsonb not null default '{}',
  -- null: in use. Requests keep the values of archived fields.
  add column archived_at timestamptz,
  add column version     integer not null default 1;

-- Where a field has which options and default: one context for all desks, others for some.
create table field_context (
  id            bigint generated always as identity (start with 10200) primary key,
  field_id      bigint not null references field on delete cascade,
  name          text not null check (name <> ''),
  is_global     boolean not null default false,
  -- as stored; null: none
  default_value jsonb,
  unique (id, field_id)
);
create unique index field_context_global on field_context (field_id) where is_global;
create index field_context_field on field_context (field_id);

create table field_context_desk (
  context_id      bigint not null,
  field_id        bigint not null,
  service_desk_id bigint not null references service_desk on delete cascade,
  primary key (context_id, service_desk_id),
  -- a desk is in one context of a field at most
  unique (field_id, service_desk_id),
  foreign key (context_id, field_id) references field_context (id, field_id) on delete cascade
);
create index field_context_desk_desk on field_context_desk (service_desk_id);

insert into field_context (field_id, name, is_global) select id, 'All service desks', true from field order by id;

alter table field_option
  add column context_id bigint references field_context on delete cascade,
  -- of a cascading select: the option under which it is offered
  add column parent_id  bigint references field_option on delete cascade;
update field_option o set context_id = c.id from field_context c where c.field_id = o.field_id;
alter table field_option alter column context_id set not null;
alter table field_option drop constraint field_option_field_id_value_key;
create unique index field_option_value on field_option (context_id, parent_id, value) nulls not distinct;
create index field_option_field on field_option (field_id);
create index field_option_parent on field_option (parent_id) where parent_id is not null;
