-- Approvals, and sharing requests with organizations.

-- Asked when a request enters a status that has an approval step (workflow_status.approval), and settled by the approvers,
-- or by somebody who moves the request on some other way. What was asked stays as it was asked.
create table approval (
  id            bigint generated always as identity (start with 10001) primary key,
  request_id    bigint not null references request on delete cascade,
  -- in which the request waits for it
  status_id     bigint not null references status,
  -- of the status, as customers read it
  name          text not null,
  -- null: everybody who is asked
  needed        integer check (needed > 0),
  reporter_may_approve boolean not null default false,
  outcome       text check (outcome in ('approved', 'declined', 'cancelled')),
  created_at    timestamptz not null default now(),
  completed_at  timestamptz,
  check ((outcome is null) = (completed_at is null))
);
create index approval_request on approval (request_id, id);
-- a request waits for one approval at a time
create unique index approval_open on approval (request_id) where outcome is null;
create index approval_status on approval (status_id) where outcome is null;

create table approval_approver (
  approval_id   bigint not null references approval on delete cascade,
  account_id    bigint not null references account on delete cascade,
  -- of the approval, for who looks for the requests of an approver
  request_id    bigint not null references request on delete cascade,
  decision      text check (decision in ('approved', 'declined')),
  decided_at    timestamptz,
  -- is asked, and the approval is open
  is_pending    boolean not null default true,
  primary key (approval_id, account_id),
  check ((decision is null) = (decided_at is null)),
  check (decision is null or not is_pending)
);
create index approval_approver_account on approval_approver (account_id, request_id);
create index approval_approver_pending on approval_approver (account_id, request_id) where is_pending;
create index approval_approver_request on approval_approver (request_id, account_id);

-- Organizations whose members all see a request; without it, only their managers do, and only of their own.
create table request_share (
  request_id      bigint not null references request on delete cascade,
  organization_id bigint not null references organization on delete cascade,
  -- of the request, so that a list finds the newest ones along an index
  request_created_at timestamptz not null,
  -- null: was deleted, or came with the request from elsewhere
  shared_by       bigint references account on delete set null,
  shared_at       timestamptz not null default now(),
  primary key (request_id, organization_id)
);
create index request_share_organization on request_share (organization_id, request_created_at desc, request_id desc);
create index request_share_shared_by on request_share (shared_by) where shared_by is not null;
