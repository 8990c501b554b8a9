-- People beside the reporter who see a request and take part in it.
create table request_participant (
  request_id    bigint not null references request on delete cascade,
  account_id    bigint not null references account on delete cascade,
  -- null: was deleted, or came with the request from elsewhere
  added_by      bigint references account on delete set null,
  added_at      timestamptz not null default now(),
  primary key (request_id, account_id)
);
create index request_participant_account on request_participant (account_id, request_id);
create index request_participant_added_by on request_participant (added_by) where added_by is not null;
