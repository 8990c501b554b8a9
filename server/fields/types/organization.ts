import { sql } from 'kysely';
import { customSchema, type FieldType, isEmpty, type Named, namesNothing } from '../field.ts';
import { eachShown, nothingStored } from './stored.ts';

/** Most organizations of one value. */
const maxOrganizations = 100;

/** Customers' organizations, stored as a list of organization.id; sent as a list of ids, as Jira's clients do, or of {"id": …}. */
export const organizationField: FieldType = {
  settings: ['maxValues'],
  namedIn: (input) => organizationsNamed(listOf(input) ?? []),
  namedBy: (stored) => organizationsNamed(Array.isArray(stored) ? stored : []),
  read(input, { settings }, { organizations }) {
    if (isEmpty(input)) return { value: null };
    const ids = listOf(input);
    if (!ids) return { problem: 'Name organizations by their ids: [1, 2].' };
    const known = [...new Set(ids)];
    if (known.some((id) => !organizations.has(id))) {
      return { problem: 'There is no such organization, or you may not name it here.' };
    }
    const most = settings.maxValues ?? maxOrganizations;
    if (known.length > most) return { problem: `At most ${most} organizations can be named.` };
    return { value: known.length === 0 ? null : known };
  },
  jiraSchema: (field) => ({
    type: 'array',
    items: 'sd-customerorganization',
    ...customSchema(field, 'sd-customer-organizations', 'com.atlassian.servicedesk'),
  }),
  serviceDeskValue: (stored, _field, shown) => eachShown(stored, (id) => shown.organization(id)?.json),
  issueValue: (stored, _field, shown) => eachShown(stored, (id) => shown.organization(id)?.json),
  display: (stored, _field, shown) => eachShown(stored, (id) => shown.organization(id)?.name).join(', '),
  query: (stored) => ({
    kind: 'reference',
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
    column: stored,
    is: (value) => sql`exists(select from organization o
      where ${stored} @> jsonb_build_array(o.id::text) and (lower(o.name) = lower(${value}) or o.id::text = ${value}))`,
    isEmpty: nothingStored(stored),
  }),
};

/** Null: not a list of ids. */
function listOf(input: unknown): string[] | null {
  if (isEmpty(input)) return [];
  if (!Array.isArray(input)) return null;
  const ids = input.map((each: unknown) => {
    const id = typeof each === 'object' && each !== null && 'id' in each ? each.id : each;
    return (typeof id === 'number' || typeof id === 'string') && /^\d{1,18}$/.test(String(id))
      ? String(id)
      : null;
  });
  return ids.every((id) => id !== null) ? ids : null;
}

function organizationsNamed(ids: readonly unknown[]): Named {
  const organizations = ids.filter((id) => typeof id === 'string');
  return organizations.length === 0 ? namesNothing : { people: [], organizations };
}
