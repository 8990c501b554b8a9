-- What the front door still lacked.

-- Set-up links --------------------------------------------------------------------------------------------------------

-- What was handed over: which version of the settings, and how the last test with the link had ended by then.
alter table provider_setup_link
  add column submitted_version integer,
  add column submitted_test text check (submitted_test in ('succeeded', 'refused')),
  add column submitted_test_version integer;

-- The tests that were begun with a link: with which version of the settings.
create table provider_setup_test (
  reference     text primary key,
  setup_link_id bigint not null references provider_setup_link on delete cascade,
  version       integer not null,
  begun_at      timestamptz not null default now()
);
create index provider_setup_test_link on provider_setup_test (setup_link_id, begun_at desc);

-- Whoever has a link begins the test in the browser that asked for it, and cannot send somebody else through it.
alter table sign_in_test add column browser_hash bytea;

-- Providers and portals -----------------------------------------------------------------------------------------------

-- Who has seen a provider work: each administrator's last complete test of it, and with which version of the settings.
create table identity_provider_tester (
  provider_id   bigint not null references identity_provider on delete cascade,
  account_id    bigint not null references account on delete cascade,
  version       integer not null,
  tested_at     timestamptz not null default now(),
  primary key (provider_id, account_id)
);
create index identity_provider_tester_account on identity_provider_tester (account_id);

-- Tests and the sign-in log -------------------------------------------------------------------------------------------

-- A test ends with the session or the set-up link that began it. What is under way is begun again.
delete from sign_in_test;
delete from sign_in_attempt where purpose = 'test';
alter table sign_in_test
  drop column tester_account_id,
  add column tester_session_id bigint references session on delete cascade,
  add column setup_link_id bigint references provider_setup_link on delete cascade,
  add check (num_nonnulls(tester_session_id, setup_link_id) = 1);
create index sign_in_test_tester_session on sign_in_test (tester_session_id) where tester_session_id is not null;
create index sign_in_test_setup_link on sign_in_test (setup_link_id) where setup_link_id is not null;

alter table sign_in_attempt
  drop column tester_account_id,
  add column tester_session_id bigint references session on delete cascade,
  add column setup_link_id bigint references provider_setup_link on delete cascade,
  add check (num_nonnulls(tester_session_id, setup_link_id) = case purpose when 'test' then 1 else 0 end),
  -- reference of the sign-in at the provider that it goes on from
  add column begun_by text;
create index sign_in_attempt_tester_session on sign_in_attempt (tester_session_id) where tester_session_id is not null;
create index sign_in_attempt_setup_link on sign_in_attempt (setup_link_id) where setup_link_id is not null;

alter table sign_in_trace
  drop constraint sign_in_trace_purpose_check,
  -- idp-initiated: a response that nobody had asked for; when it is accepted, a sign-in of our own goes on from it
  add constraint sign_in_trace_purpose_check check (purpose in ('sign-in', 'test', 'logout', 'idp-initiated')),
  add column begun_by text,
  -- whose test it was, where one was begun with a set-up link
  add column setup_link_id bigint references provider_setup_link on delete set null;
create index sign_in_trace_begun_by on sign_in_trace (begun_by) where begun_by is not null;
create index sign_in_trace_setup_link on sign_in_trace (setup_link_id) where setup_link_id is not null;

