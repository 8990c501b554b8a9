import type { Database } from '../../platform/database/database.ts';
import type { BulkInput } from './input.ts';

const ownNames: Readonly<Record<string, string>> = {
  summary: 'Summary',
  description: 'Description',
  priority: 'Priority',
  assignee: 'Assignee',
  reporter: 'Reporter',
  organization: 'Organization',
  resolution: 'Resolution',
};

const customForm = /^customfield_([1-9]\d{0,17})$/;

/** What an operation is about, by name: the transitions that it makes, or else the fields that it changes. */
export async function namesIn(db: Database, input: BulkInput): Promise<string[]> {
  if (input.transitionIds?.length) {
    const rows = await db
      .selectFrom('workflow_transition')
      .select('name')
      .where('id', 'in', [...input.transitionIds])
      .orderBy('position')
      .orderBy('id')
      .execute();
    return [...new Set(rows.map(({ name }) => name))];
  }
  const keys = [...new Set([...Object.keys(input.fields ?? {}), ...Object.keys(input.update ?? {})])];
  const ids = keys.flatMap((key) => customForm.exec(key)?.[1] ?? []);
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('field').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(rows.map(({ id, name }) => [`customfield_${id}`, name]));
  return keys.map((key) => ownNames[key] ?? names.get(key) ?? key);
}
