-- What queries ask of the past, and of words.

-- One row for each change of one field of a request, told from both sides: what it had been, since when and by whom, and what it
-- became. So `was` finds what is over in `from_value`, and what still holds in the request itself: a request that never changed
-- has no row here. Written by the changelog's trigger, so that whoever writes history writes this.
create table change_item (
  id         bigint generated always as identity,
  request_id bigint not null references request on delete cascade,
  -- Jira's id of the field
  field      text not null,
  -- an id, or the text where there is none, cut to what an index takes; null: it was empty
  from_value text,
  from_text  text,
  from_at    timestamptz not null,
  from_by    bigint references account on delete set null,
  to_value   text,
  to_text    text,
  author_id  bigint references account on delete set null,
  at         timestamptz not null,
  primary key (request_id, field, id)
);
create index change_item_from on change_item (field, from_value, at);
create index change_item_to on change_item (field, to_value, at);
create index change_item_at on change_item (field, at);
create index change_item_author on change_item (author_id, at);
-- How often a value occurs depends on the field.
create statistics change_item_from_values (mcv) on field, from_value from change_item;
create statistics change_item_to_values (mcv) on field, to_value from change_item;
create index change_item_from_by on change_item (from_by) where from_by is not null;

-- What is noted of a change: fields with values of their own, not what was added beside the request.
create function note_changed_items() returns trigger language plpgsql as $$
begin
  insert into change_item (request_id, field, from_value, from_text, from_at, from_by, to_value, to_text, author_id, at)
  select changed.request_id, changed.field,
         left(coalesce(changed.item ->> 'from', lower(changed.item ->> 'fromString')), 200), left(changed.item ->> 'fromString', 200),
         coalesce(lag(changed.created_at) over before, earlier.at, request.created_at),
         case when lag(changed.id) over before is not null then lag(changed.author_id) over before
              when earlier.at is not null then earlier.author_id
              else coalesce(request.creator_id, request.reporter_id) end,
         left(coalesce(changed.item ->> 'to', lower(changed.item ->> 'toString')), 200), left(changed.item ->> 'toString', 200),
         changed.author_id, changed.created_at
  from (
    select written.id, written.request_id, written.author_id, written.created_at, item,
           coalesce(item ->> 'fieldId', item ->> 'field') as field
    from written cross join lateral jsonb_array_elements(written.items) as item
  ) as changed
  join request on request.id = changed.request_id
  left join lateral (
    select c.at, c.author_id from change_item c
    where c.request_id = changed.request_id and c.field = changed.field
    order by c.id desc limit 1
  ) as earlier on true
  where changed.field in ('status', 'assignee', 'priority', 'reporter', 'resolution', 'requesttype', 'organization', 'participants',
                          'summary')
     or changed.field like 'customfield\_%'
  window before as (partition by changed.request_id, changed.field order by changed.id)
  order by changed.id;
  return null;
end $$;
create trigger note_changed_items after insert on changelog
  referencing new table as written for each statement execute function note_changed_items();

-- The history from before this table.
insert into change_item (request_id, field, from_value, from_text, from_at, from_by, to_value, to_text, author_id, at)
select changed.request_id, changed.field,
       left(coalesce(changed.item ->> 'from', lower(changed.item ->> 'fromString')), 200), left(changed.item ->> 'fromString', 200),
       coalesce(lag(changed.created_at) over before, request.created_at),
       case when lag(changed.id) over before is not null then lag(changed.author_id) over before
            else coalesce(request.creator_id, request.reporter_id) end,
       left(coalesce(changed.item ->> 'to', lower(changed.item ->> 'toString')), 200), left(changed.item ->> 'toString', 200),
       changed.author_id, changed.created_at
from (
  select c.id, c.request_id, c.author_id, c.created_at, item, coalesce(item ->> 'fieldId', item ->> 'field') as field
  from changelog c cross join lateral jsonb_array_elements(c.items) as item
) as changed
join request on request.id = changed.request_id
where changed.field in ('status', 'assignee', 'priority', 'reporter', 'resolution', 'requesttype', 'organization', 'participants',
                        'summary')
   or changed.field like 'customfield\_%'
window before as (partition by changed.request_id, changed.field order by changed.id)
order by changed.id;

-- What things were once called, so that queries about the past find them by the names that they had then.
create table former_name (
  field text not null,
  value text not null,
  name  text not null,
  primary key (field, value, name)
);
create index former_name_name on former_name (field, lower(name));

create function keep_former_name() returns trigger language plpgsql as $$
begin
  insert into former_name (field, value, name) values (tg_argv[0], old.id::text, old.name) on conflict do nothing;
  return null;
end $$;
create trigger keep_former_name after update of name on status for each row
  when (old.name <> new.name) execute function keep_former_name('status');
create trigger keep_deleted_name after delete on status for each row execute function keep_former_name('status');
create trigger keep_former_name after update of name on priority for each row
  when (old.name <> new.name) execute function keep_former_name('priority');
create trigger keep_deleted_name after delete on priority for each row execute function keep_former_name('priority');
create trigger keep_former_name after update of name on resolution for each row
  when (old.name <> new.name) execute function keep_former_name('resolution');
create trigger keep_deleted_name after delete on resolution for each row execute function keep_former_name('resolution');
create trigger keep_former_name after update of name on request_type for each row
  when (old.name <> new.name) execute function keep_former_name('requesttype');
create trigger keep_deleted_name after delete on request_type for each row execute function keep_former_name('requesttype');
create trigger keep_former_name after update of name on organization for each row
  when (old.name <> new.name) execute function keep_former_name('organization');
create trigger keep_deleted_name after delete on organization for each row execute function keep_former_name('organization');

create function keep_former_option() returns trigger language plpgsql as $$
begin
  insert into former_name (field, value, name) values ('customfield_' || old.field_id, old.id::text, old.value) on conflict do nothing;
  return null;
end $$;
create trigger keep_former_option after update of value on field_option for each row
  when (old.value <> new.value) execute function keep_former_option();
create trigger keep_deleted_option after delete on field_option for each row execute function keep_former_option();

insert into former_name (field, value, name)
select field, from_value, from_text from change_item
where field in ('status', 'priority', 'resolution', 'requesttype', 'organization') and from_text is not null
union
select field, to_value, to_text from change_item
where field in ('status', 'priority', 'resolution', 'requesttype', 'organization') and to_text is not null
on conflict do nothing;

-- What people looked at last, for "recently viewed" and queries about it.
create table request_view (
  account_id bigint not null references account on delete cascade,
  -- no foreign key: who opens a request would wait for whoever is changing it; what is deleted is found no more anyway
  request_id bigint not null,
  viewed_at  timestamptz not null default now(),
  primary key (account_id, request_id)
);
create index request_view_newest on request_view (account_id, viewed_at desc);

-- Words. One row for each piece of text of a request, beside the request and not in it: a request changes often, its words seldom,
-- and each version of a row would be entered into the index of words anew.

-- A text for the index: without accents, and with all punctuation as blanks, so that `server.example.com` and `SUP-12` are found
-- by each of their parts. Characters of scripts without blanks are words of their own. The web's queries are folded in the same
-- way (desk/text-search).
create function folded_text(content text) returns text language sql immutable parallel safe as $$
  select case
    when octet_length(content) = char_length(content) then regexp_replace(content, '[^a-zA-Z0-9]+', ' ', 'g')
    else translate(
      regexp_replace(
        normalize(regexp_replace(replace(normalize(content, NFKD), 'ß', 'ss'), '[\u0300-\u036f]', '', 'g'), NFC),
        '([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])', ' \1 ', 'g'),
      '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~„“”‚‘’«»‹›–—…·•€£§©®™¡¿。、「」',
      repeat(' ', 64))
  end
$$;

-- Every word as it stands, for phrases and beginnings of words, and its stems in English and German beside it: requests come in
-- either language and nobody says in which.
create function words_of(content text) returns tsvector language plpgsql immutable parallel safe as $$
declare
  folded text := folded_text(left(content, 100000));
begin
  return to_tsvector('pg_catalog.simple', folded) || strip(to_tsvector('pg_catalog.english', folded))
         || strip(to_tsvector('pg_catalog.german', folded));
end $$;

-- A word as it is looked for: itself or one of its stems. Empty, which queries pass over, for words that are everywhere.
create function word_query(word text) returns tsquery language sql immutable parallel safe as $$
  select case when numnode(english) = 0 or numnode(german) = 0 then ''::tsquery
              -- Each once: told twice, a word is reckoned to be in twice as many texts.
              when english = simple and german = simple then simple
              when english = simple or english = german then simple || german
              when german = simple then simple || english
              else simple || english || german end
  from (select plainto_tsquery('pg_catalog.simple', word) as simple, plainto_tsquery('pg_catalog.english', word) as english,
               plainto_tsquery('pg_catalog.german', word) as german) as stems
$$;

create table request_text (
  request_id bigint not null references request on delete cascade,
  source     text not null check (source in ('summary', 'description', 'comment', 'field')),
  -- the comment's or the field's id; 0: the request's own
  piece      bigint not null default 0,
  -- false: for agents only
  is_public  boolean not null,
  -- the request's, which stays the same: who may read it is known without the request
  service_desk_id bigint not null,
  words      tsvector not null,
  primary key (request_id, source, piece)
);

create function custom_text(type text, stored jsonb) returns text language sql immutable as $$
  select case type when 'text' then stored #>> '{}'
    else (select string_agg(part #>> '{}', ' ') from jsonb_path_query(stored, 'strict $.**.text') as part) end
$$;

create function index_new_requests() returns trigger language plpgsql as $$
begin
  -- The key is one word that nothing else is: no other word has a hyphen.
  insert into request_text (request_id, source, is_public, service_desk_id, words)
  select id, 'summary', true, service_desk_id, words_of(summary) || array_to_tsvector(array[lower(key)]) from written
  union all
  select id, 'description', true, service_desk_id, words_of(description_text) from written where description_text <> '';
  insert into request_text (request_id, source, piece, is_public, service_desk_id, words)
  select written.id, 'field', field.id, false, written.service_desk_id, words_of(custom_text(field.type, filled.value))
  from written cross join lateral jsonb_each(written.custom_fields) as filled
  join field on field.id = filled.key::bigint and field.type in ('text', 'paragraph')
  where written.custom_fields <> '{}' and custom_text(field.type, filled.value) <> '';
  return null;
end $$;
create trigger index_new_requests after insert on request
  referencing new table as written for each statement execute function index_new_requests();

create function index_changed_request() returns trigger language plpgsql as $$
begin
  if new.summary <> old.summary or new.key <> old.key then
    update request_text set words = words_of(new.summary) || array_to_tsvector(array[lower(new.key)])
    where request_id = new.id and source = 'summary';
  end if;
  if new.description_text <> old.description_text then
    if new.description_text = '' then
      delete from request_text where request_id = new.id and source = 'description';
    else
      insert into request_text (request_id, source, is_public, service_desk_id, words)
      values (new.id, 'description', true, new.service_desk_id, words_of(new.description_text))
      on conflict (request_id, source, piece) do update set words = excluded.words;
    end if;
  end if;
  if new.custom_fields <> old.custom_fields then
    delete from request_text as known
    where known.request_id = new.id and known.source = 'field'
      and new.custom_fields -> known.piece::text is distinct from old.custom_fields -> known.piece::text;
    insert into request_text (request_id, source, piece, is_public, service_desk_id, words)
    select new.id, 'field', field.id, false, new.service_desk_id, words_of(custom_text(field.type, filled.value))
    from jsonb_each(new.custom_fields) as filled
    join field on field.id = filled.key::bigint and field.type in ('text', 'paragraph')
    where filled.value is distinct from old.custom_fields -> filled.key and custom_text(field.type, filled.value) <> '';
  end if;
  return null;
end $$;
create trigger index_changed_request after update of summary, key, description_text, custom_fields on request for each row
  when (new.summary <> old.summary or new.key <> old.key or new.description_text <> old.description_text
        or new.custom_fields <> old.custom_fields)
  execute function index_changed_request();

create function index_new_comments() returns trigger language plpgsql as $$
begin
  insert into request_text (request_id, source, piece, is_public, service_desk_id, words)
  select written.request_id, 'comment', written.id, written.is_public, request.service_desk_id, words_of(written.body_text)
  from written join request on request.id = written.request_id;
  return null;
end $$;
create trigger index_new_comments after insert on comment
  referencing new table as written for each statement execute function index_new_comments();

create function index_changed_comment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from request_text where request_id = old.request_id and source = 'comment' and piece = old.id;
  else
    update request_text set words = words_of(new.body_text), is_public = new.is_public
    where request_id = new.request_id and source = 'comment' and piece = new.id;
  end if;
  return null;
end $$;
create trigger index_changed_comment after update of body_text, is_public on comment for each row
  execute function index_changed_comment();
create trigger index_deleted_comment after delete on comment for each row execute function index_changed_comment();

insert into request_text (request_id, source, piece, is_public, service_desk_id, words)
select id, 'summary', 0, true, service_desk_id, words_of(summary) || array_to_tsvector(array[lower(key)]) from request
union all
select id, 'description', 0, true, service_desk_id, words_of(description_text) from request where description_text <> ''
union all
select request_id, 'comment', comment.id, is_public, service_desk_id, words_of(body_text)
from comment join request on request.id = request_id
union all
select request.id, 'field', field.id, false, service_desk_id, words_of(custom_text(field.type, filled.value))
from request cross join lateral jsonb_each(request.custom_fields) as filled
join field on field.id = filled.key::bigint and field.type in ('text', 'paragraph')
where custom_text(field.type, filled.value) <> '';

-- What is new waits beside the index until there is enough of it, and searches read all that waits: so not much may.
create index request_text_words on request_text using gin (words) with (gin_pending_list_limit = 512);

-- The words that there are, for those that are looked for as they may be misspelt: each with what is left of it when any one letter
-- is left out. Two words are alike when they share one of these. Learnt by a job, so that nobody who writes waits for it.
create table text_word (
  word text primary key,
  near text[] not null
);
create index text_word_near on text_word using gin (near);

create table text_news (
  id         bigint generated always as identity primary key,
  request_id bigint not null,
  source     text not null,
  piece      bigint not null
);

create function note_new_words() returns trigger language plpgsql as $$
begin
  insert into text_news (request_id, source, piece) select request_id, source, piece from written;
  return null;
end $$;
create trigger note_new_words after insert on request_text
  referencing new table as written for each statement execute function note_new_words();
create trigger note_changed_words after update on request_text
  referencing new table as written for each statement execute function note_new_words();
insert into text_news (request_id, source, piece) select request_id, source, piece from request_text;
