-- Mail that speaks for a portal.

-- Who mail of a portal is from. No row, or null: the portal's name, and answers go where the site's go.
create table portal_mail (
  portal_id     bigint primary key references service_desk on delete cascade,
  sender_name   text check (sender_name <> ''),
  reply_to      text,
  version       integer not null default 1,
  updated_at    timestamptz not null default now()
);

alter table mail_message
  -- of the portal that it was sent because of; null: as the mail settings say when it leaves
  add column from_name text,
  add column reply_to  text,
  -- in which it is written
  add column language  text;
