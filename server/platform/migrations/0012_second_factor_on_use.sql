-- A second factor that is asked for where it is needed, not at the sign-in alone.

-- Somebody who is signed in already, and walks over to where a second factor is required: that session goes on then.
alter table pending_sign_in
  add column session_id bigint references session on delete cascade;
create index pending_sign_in_session on pending_sign_in (session_id);

-- A token opens what the session opened in which it was made.
alter table api_token
  add column has_factor boolean not null default false;

-- Whoever accepts it must have a second factor.
alter table invitation
  add column requires_second_factor boolean not null default false;
