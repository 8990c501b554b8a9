-- Agents who want a request to be done.
create table request_vote (
  request_id  bigint not null references request on delete cascade,
  account_id  bigint not null references account on delete cascade,
  voted_at    timestamptz not null default now(),
  primary key (request_id, account_id)
);
create index request_vote_account on request_vote (account_id, request_id);
