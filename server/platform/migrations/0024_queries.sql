-- What queries find requests by.

-- Entity properties of requests: what programs keep with them, and queries ask for (issue.property[key].path).
create table request_property (
  request_id    bigint not null references request on delete cascade,
  key           text not null check (key <> ''),
  value         jsonb not null,
  primary key (request_id, key)
);
create index request_property_value on request_property using gin (value jsonb_path_ops);

-- Values of custom fields that are the same: `custom_fields @> '{"10010": "5"}'`.
create index request_custom_fields on request using gin (custom_fields jsonb_path_ops);

-- Whose hands a request went through: updatedBy().
create index changelog_author on changelog (author_id, created_at);
create index comment_author on comment (author_id, created_at);

-- Requests of a type, and all that somebody was ever given, newest first.
create index request_type_created on request (request_type_id, created_at desc, id desc);
create index request_assignee on request (assignee_id, created_at desc, id desc) where assignee_id is not null;

-- Whatever one works on, over all desks: an index that begins with the desk gives no order over several.
create index request_created on request (created_at desc, id desc);
create index request_updated on request (updated_at desc, id desc);
