import { type RawBuilder, sql } from 'kysely';
import { type Organization, organizationJson, organizationsByIds } from '../../customers/index.ts';
import type { Named, ReadContext, Shown } from '../../fields/index.ts';
import { type AccountSummary, accountsByAccountIds } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import type { Actor } from '../access-rules.ts';
import { agentsAmong, jiraPersonJson, personJson, type Showing } from '../people.ts';
import { formFieldTypeOf } from './fields/form.ts';
import type { FormField } from './fields/form-field.ts';
import { mayNameOrganization, mayNamePerson } from './nameable.ts';

/** Values of custom fields, and the form that they were filled into. */
export interface FilledIn {
  readonly form: readonly FormField[];
  /** stored values by field id */
  readonly customFields: Readonly<Record<string, JsonValue>>;
}

/** The people and organizations that stored values name. */
export interface FieldNames {
  /** by account.account_id */
  readonly people: ReadonlyMap<string, AccountSummary>;
  /** account.id of those who work here */
  readonly staff: ReadonlySet<string>;
  readonly organizations: ReadonlyMap<string, Organization>;
}

/** Loads the people and organizations that the values of requests name, once for all of them. */
export async function loadFieldNames(db: Database, filled: readonly FilledIn[]): Promise<FieldNames> {
  const named = filled.flatMap(({ form, customFields }) =>
    form.flatMap((field): readonly Named[] => {
      const stored = field.customId === null ? undefined : customFields[field.customId];
      const names =
        stored === undefined || stored === null ? undefined : formFieldTypeOf(field).namedBy?.(stored);
      return names ? [names] : [];
    }),
  );
  const people = await accountsByAccountIds(
    db,
    named.flatMap((names) => names.people),
  );
  return {
    people,
    staff: await agentsAmong(
      db,
      [...people.values()].map(({ id }) => id),
    ),
    organizations: await organizationsByIds(
      db,
      named.flatMap((names) => names.organizations),
    ),
  };
}

/** How values are shown in servicedeskapi, to an agent of the request's desk or to a customer. */
export function shownToCustomers(names: FieldNames, showing: Showing, readerIsAgent: boolean): Shown {
  const named = withPeople(showing, names);
  return shown(names, showing, ({ id }) =>
    personJson({ accountId: id, isStaff: names.staff.has(id), readerIsAgent }, named),
  );
}

/** How values are shown in api/3, to agents. */
export function shownToAgents(names: FieldNames, showing: Showing): Shown {
  const named = withPeople(showing, names);
  return shown(names, showing, ({ id }) =>
    jiraPersonJson({ accountId: id, isStaff: names.staff.has(id) }, named),
  );
}

function withPeople(showing: Showing, { people }: FieldNames): Showing {
  return { ...showing, accounts: new Map([...people.values()].map((account) => [account.id, account])) };
}

function shown(
  { people, organizations }: FieldNames,
  { url, viewer }: Showing,
  show: (account: AccountSummary) => object,
): Shown {
  return {
    timeZone: viewer.timeZone,
    locale: 'en',
    person: (accountId) => {
      const account = people.get(accountId);
      return account ? { displayName: account.displayName, json: plain(show(account)) } : null;
    },
    organization: (id) => {
      const organization = organizations.get(id);
      return organization
        ? { name: organization.name, json: plain(organizationJson(organization, url)) }
        : null;
    },
  };
}

/** As it goes over the wire: members without a value are not there. */
function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** What a form is read with: those of the named people and organizations that whoever fills it in may name. */
export async function readContextFor(
  db: Database,
  { actor, serviceDeskId, form, named, now }: NamingIn,
): Promise<ReadContext> {
  const people = await idsOf(
    db,
    named.people,
    (ids) => sql`
      select account.account_id as id from account
      where account.account_id = any(${ids}::text[]) and ${mayNamePerson(actor, serviceDeskId)}`,
  );
  const organizations = await idsOf(
    db,
    named.organizations,
    (ids) => sql`
      select organization.id::text as id from organization
      where organization.id = any(${ids}::bigint[]) and ${mayNameOrganization(actor)}`,
  );
  // What day it is matters only to fields that are bound to today.
  const isBoundToToday = form.some(({ settings }) => settings.notBefore || settings.notAfter);
  const account = isBoundToToday
    ? await db.selectFrom('account').select('time_zone').where('id', '=', actor.accountId).executeTakeFirst()
    : undefined;
  return { people, organizations, now, timeZone: account?.time_zone ?? null };
}

interface NamingIn {
  readonly actor: Actor;
  readonly serviceDeskId: string;
  readonly form: readonly FormField[];
  readonly named: Named;
  readonly now: Date;
}

async function idsOf(
  db: Database,
  ids: readonly string[],
  query: (ids: readonly string[]) => RawBuilder<unknown>,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`${query([...new Set(ids)])}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
