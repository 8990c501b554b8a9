-- When a service desk works: the time that its SLAs count.
create table calendar (
  id               bigint generated always as identity (start with 10001) primary key,
  service_desk_id  bigint not null references service_desk on delete cascade,
  name             text not null,
  description      text not null default '',
  -- as the IANA names it, such as Europe/Berlin: hours and holidays are by the clock on the wall there
  time_zone        text not null,
  -- seven lists from Monday to Sunday, of [from, to] in minutes since midnight, apart and in order (desk/calendars/hours.ts)
  hours            jsonb not null check (jsonb_typeof(hours) = 'array'),
  -- goes up with every change, of its holidays too: whoever saves says which one they saw
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);
create unique index calendar_name on calendar (service_desk_id, lower(name));

-- Days on which it does not work.
create table calendar_holiday (
  calendar_id  bigint not null references calendar on delete cascade,
  date         date not null,
  name         text not null,
  -- on this day of this month in every year
  is_yearly    boolean not null default false,
  primary key (calendar_id, date)
);
