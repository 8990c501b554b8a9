-- Who may use a service desk and with whom its customers share, and how each person lists their requests.

-- open: everyone who has an account; restricted: named customers and organizations; invited: named customers only
alter table service_desk drop constraint service_desk_access_check;
alter table service_desk
  add constraint service_desk_access_check check (access in ('open', 'restricted', 'invited')),
  -- whom customers may let take part in their requests. nobody; organization: people of the organization that the request
  -- belongs to, and all of that organization; customers: whoever is a customer of the desk too; anyone: also people who
  -- have no account yet, by their e-mail address
  add column customers_share_with text not null default 'organization'
    check (customers_share_with in ('nobody', 'organization', 'customers', 'anyone'));

-- The columns of "My requests", where somebody has chosen them.
create table request_list_preference (
  account_id    bigint primary key references account on delete cascade,
  -- in order
  columns       text[] not null check (cardinality(columns) > 0)
);

-- Lists of one's own and of one's organization's requests that are sorted by something else than their age.
create index request_reporter_updated on request (reporter_id, updated_at desc, id desc);
create index request_organization_updated on request (organization_id, updated_at desc, id desc);
create index request_service_desk_updated on request (service_desk_id, updated_at desc, id desc);
create index request_reporter_status on request (reporter_id, status_id, created_at desc, id desc);
create index request_organization_status on request (organization_id, status_id, created_at desc, id desc);
