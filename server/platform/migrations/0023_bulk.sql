-- Something that is done to many requests at once: what, as whom, to which, and how it went for each.
create table bulk_operation (
  id            bigint generated always as identity primary key,
  -- as whom it is done
  account_id    bigint not null references account on delete cascade,
  act           text not null check (act in ('edit', 'transition', 'watch', 'unwatch', 'delete')),
  -- what is to be done, as it was asked for (desk/bulk/input.ts)
  input         jsonb not null,
  -- names of the fields or of the transition
  about         text[] not null,
  created_at    timestamptz not null default now(),
  -- when listeners last heard how far it is
  told_at       timestamptz,
  cancelled_at  timestamptz,
  finished_at   timestamptz,
  -- why it was not gone on with
  stopped       text
);
create index bulk_operation_account on bulk_operation (account_id, id);
create index bulk_operation_finished on bulk_operation (finished_at);

create table bulk_operation_item (
  operation_id  bigint not null references bulk_operation on delete cascade,
  position      integer not null,
  -- null: there is no request of this key, or none any more
  request_id    bigint references request on delete set null,
  -- as it was called
  key           text not null,
  -- null: its turn has not come
  outcome       text check (outcome in ('done', 'unchanged', 'refused')),
  -- why it was refused, or left as it was
  message       text,
  primary key (operation_id, position)
);
create index bulk_operation_item_request on bulk_operation_item (request_id) where request_id is not null;

-- Who raised a request, and how: an agent may do it on behalf of a customer.
alter table request
  -- null: not known, as of requests from before
  add column creator_id bigint references account on delete set null,
  add column channel    text not null default 'portal' check (channel in ('portal', 'agent', 'api'));
create index request_creator on request (creator_id) where creator_id is not null;
