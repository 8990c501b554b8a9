import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { desksServedBy, filtersSeenBy, type Person, requestsServedBy } from '../access-rules.ts';
import { findIssues } from '../issue-picker/find-issues.ts';
import type { JqlField, JqlSuggest } from '../jql/field.ts';
import { quoted } from '../jql/suggest.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import { jiraCategoryNames } from '../workflow/json.ts';

/** A value that is offered while a query is written. */
export interface Suggestion {
  /** as it is written in a query, in quotes where it must be */
  readonly value: string;
  /** in words for people */
  readonly text: string;
}

/** As many as Jira offers. */
const most = 15;

/** Values of a field in whose name the text is: those that begin with it first. */
export async function suggestValues(
  db: Database,
  person: Person,
  field: JqlField,
  text: string,
): Promise<Suggestion[]> {
  switch (field.suggest) {
    case undefined:
      return [];
    case 'issue': {
      const wanted = { query: text, except: null, projectId: null, among: null, limit: most };
      const { viewed, others } = await withinTimeLimit(db, person.id, (trx) =>
        findIssues(trx, person, wanted),
      );
      return [...viewed, ...others]
        .slice(0, most)
        .map(({ key, summary }) => ({ value: key, text: `${key} ${summary}` }));
    }
    case 'person':
      return suggestPeople(db, text);
    case 'label':
      return suggestLabels(db, person, field, text);
    case 'issuetype':
      return among([serviceRequestIssueType.name], text);
    case 'status-category':
      return among(Object.values(jiraCategoryNames), text);
    case 'channel':
      return among(['portal', 'agent', 'api'], text);
    case 'priority':
      return found(db, valuesOf(field.suggest, person, field), text, mostUrgentFirst);
    default:
      return found(db, valuesOf(field.suggest, person, field), text);
  }
}

/** People whose name or e-mail address has the text in it, those who work here first. */
export async function suggestPeople(db: Database, text: string): Promise<Suggestion[]> {
  const pattern = textPattern(text);
  const { rows } = await sql<{ value: string; name: string; email: string | null }>`
    select account.account_id as value, account.display_name as name, account.email
      from account
     where account.is_active and (account.display_name ilike ${pattern} or account.email ilike ${pattern})
     order by (account.is_administrator
               or exists(select from service_desk_agent a where a.account_id = account.id)) desc,
              lower(account.display_name), account.id
     limit ${most}`.execute(db);
  return rows.map(({ value, name, email }) => ({
    value: quoted(value),
    text: email === null ? name : `${name} - ${email}`,
  }));
}

function among(values: readonly string[], text: string): Suggestion[] {
  return values
    .filter((value) => value.toLowerCase().includes(text.trim().toLowerCase()))
    .map((value) => ({ value: quoted(value), text: value }));
}

/** Selects `value`, and `text` where people are shown another one. */
export function valuesOf(
  suggest: Exclude<JqlSuggest, 'issue' | 'person' | 'label' | 'issuetype' | 'status-category' | 'channel'>,
  person: Person,
  { cfid = '0' }: Pick<JqlField, 'cfid'>,
): RawBuilder<unknown> {
  switch (suggest) {
    case 'project':
      return sql`select project.key as value, project.name || ' (' || project.key || ')' as text
        from project join service_desk on service_desk.project_id = project.id where ${desksServedBy(person)}`;
    case 'request-type':
      return sql`select distinct t.name as value, t.name as text from request_type t
        join service_desk on service_desk.id = t.service_desk_id
        where t.archived_at is null and ${desksServedBy(person)}`;
    case 'status':
      return sql`select name as value, name as text from status`;
    case 'resolution':
      return sql`select name as value, name as text from resolution`;
    case 'priority':
      return sql`select name as value, name as text from priority`;
    case 'organization':
      return sql`select name as value, name as text from organization`;
    case 'filter':
      return sql`select name as value, name as text from jql_filter where ${filtersSeenBy(person)}`;
    case 'link-type':
      return sql`select distinct word as value, word as text
        from request_link_type, unnest(array[name, inward, outward]) as word`;
    case 'option':
      return sql`select distinct value, value as text from field_option
        where field_id = ${cfid} and not is_archived`;
  }
}

const mostUrgentFirst = sql`(select position from priority where priority.name = offered.value)`;
const byName = sql`lower(text)`;

async function found(
  db: Database,
  values: RawBuilder<unknown>,
  text: string,
  order: RawBuilder<unknown> = byName,
): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    select value, text from (${values}) as offered where text ilike ${textPattern(text)}
     order by starts_with(lower(text), lower(${text.trim()})) desc, ${order}, value
     limit ${most}`.execute(db);
  return rows.map(({ value, text: shown }) => ({ value: quoted(value), text: shown }));
}

/** Requests in which labels are looked for, newest first: to look through all of them at each letter would take too long. */
const newest = 5000;

async function suggestLabels(
  db: Database,
  person: Person,
  { cfid = '0' }: JqlField,
  text: string,
): Promise<Suggestion[]> {
  const labels = sql`select distinct label as value, label as text
    from (select request.custom_fields -> ${cfid}::text as labels from request
           where ${requestsServedBy(person)} and request.custom_fields ? ${cfid}::text
           order by request.created_at desc limit ${newest}) as lately,
         jsonb_array_elements_text(case jsonb_typeof(labels) when 'array' then labels else '[]' end) as label`;
  return found(db, labels, text);
}
