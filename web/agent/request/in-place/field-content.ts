import type { Issue } from '../request-queries.ts';

/**
 * The value of a field, as the page shows it: of custom fields as the service desk API gives it, with the names of options
 * and people. Null: none.
 */
export function contentOf(issue: Issue, fieldId: string): unknown {
  if (fieldId.startsWith('customfield_')) {
    return issue._portico.fields?.find(({ id }) => id === fieldId)?.content ?? null;
  }
  if (fieldId === 'organization') return issue._portico.organization;
  if (fieldId === 'requesttype') return issue._portico.requestType;
  return (issue.fields as Readonly<Record<string, unknown>>)[fieldId] ?? null;
}

/** Whether two values are the same to who reads them. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(identityOf(one)) === JSON.stringify(identityOf(other));
}

/** What a value is: people, options and the like by their ids, since the rest of them can change by itself. */
function identityOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(identityOf);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const { accountId, id, child } = value as Readonly<Record<string, unknown>>;
  if (typeof accountId === 'string') return accountId;
  if (typeof id === 'string') return child ? [id, identityOf(child)] : id;
  return value;
}
