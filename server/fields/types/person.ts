import { type RawBuilder, sql } from 'kysely';
import { customSchema, type FieldType, isEmpty, type Named, namesNothing } from '../field.ts';
import { eachShown, nothingStored, storedText } from './stored.ts';

const unknownPerson = 'There is no such person, or you may not name them here.';
const howToName = 'Name a person by {"accountId": …}.';

/** Somebody with an account, stored as account.account_id; sent as {"accountId": …}. */
export const personField: FieldType = {
  settings: [],
  namedIn: (input) => peopleNamed(isEmpty(input) ? [] : [accountIdOf(input)]),
  namedBy: (stored) => peopleNamed([stored]),
  read(input, _field, { people }) {
    if (isEmpty(input)) return { value: null };
    const id = accountIdOf(input);
    if (id === null) return { problem: howToName };
    return people.has(id) ? { value: id } : { problem: unknownPerson };
  },
  jiraSchema: (field) => ({ type: 'user', ...customSchema(field, 'userpicker') }),
  serviceDeskValue: (stored, _field, shown) => shown.person(String(stored))?.json ?? null,
  issueValue: (stored, _field, shown) => shown.person(String(stored))?.json ?? null,
  display: (stored, _field, shown) => shown.person(String(stored))?.displayName ?? '',
  query: (stored) => {
    const id = storedText(stored);
    return {
      kind: 'person',
      operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
      column: id,
      is: (value) => sql`${id} = any(array(${accountIdsNamed(value)}))`,
      isAccount: (account) => sql`${id} = (select a.account_id from account a where a.id = ${account})`,
      isAccountOf: (accounts) =>
        sql`${id} = any(array(select a.account_id from account a where a.id = any(array(${accounts}))))`,
      sortBy: [sql`(select lower(a.display_name) from account a where a.account_id = ${id})`],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Selects account.account_id of whom a query names: by that, by e-mail address, or by display name in whatever case. */
function accountIdsNamed(value: string): RawBuilder<unknown> {
  const text = value.trim();
  return sql`select a.account_id from account a
    where a.account_id = ${text} or a.email = lower(${text}) or lower(a.display_name) = lower(${text})`;
}

/** Most people of one value. */
const maxPeople = 100;

/** Several people. */
export const peopleField: FieldType = {
  settings: ['maxValues'],
  namedIn: (input) => peopleNamed(Array.isArray(input) ? input.map(accountIdOf) : []),
  namedBy: (stored) => peopleNamed(Array.isArray(stored) ? stored : []),
  read(input, { settings }, { people }) {
    if (isEmpty(input)) return { value: null };
    if (!Array.isArray(input)) return { problem: 'This must be a list of people: [{"accountId": …}].' };
    const ids = [...new Set(input.map(accountIdOf))];
    if (ids.some((id) => id === null)) return { problem: howToName };
    if (ids.some((id) => id === null || !people.has(id))) return { problem: unknownPerson };
    const most = settings.maxValues ?? maxPeople;
    if (ids.length > most) return { problem: `At most ${most} people can be named.` };
    return { value: ids.length === 0 ? null : ids };
  },
  jiraSchema: (field) => ({ type: 'array', items: 'user', ...customSchema(field, 'multiuserpicker') }),
  serviceDeskValue: (stored, _field, shown) => eachShown(stored, (id) => shown.person(id)?.json),
  issueValue: (stored, _field, shown) => eachShown(stored, (id) => shown.person(id)?.json),
  display: (stored, _field, shown) => eachShown(stored, (id) => shown.person(id)?.displayName).join(', '),
  query: (stored) => ({
    kind: 'person',
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
    column: stored,
    is: (value) => sql`${stored} ?| array(${accountIdsNamed(value)})`,
    isAccount: (account) =>
      sql`${stored} @> (select jsonb_build_array(a.account_id) from account a where a.id = ${account})`,
    isAccountOf: (accounts) =>
      sql`${stored} ?| array(select a.account_id from account a where a.id = any(array(${accounts})))`,
    isEmpty: nothingStored(stored),
  }),
};

/** Jira's clients also name people by {"id": …}. */
function accountIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const { accountId, id } = input as { accountId?: unknown; id?: unknown };
  const named = accountId ?? id;
  return typeof named === 'string' && named !== '' && named.length <= 128 ? named : null;
}

function peopleNamed(ids: readonly unknown[]): Named {
  const people = ids.filter((id) => typeof id === 'string');
  return people.length === 0 ? namesNothing : { people, organizations: [] };
}
