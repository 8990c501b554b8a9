import type { Database } from '../../platform/database/database.ts';
import type { RequestAccess } from '../access.ts';
import { editableFieldsByKey } from '../requests/editable-fields.ts';
import type { Transition } from '../workflow/store.ts';
import { fieldMetaJson, loadChoices } from './field-meta.ts';

/** What transitions ask for on the way, as api/3 shows it, by transition id. */
export async function screensOf(
  db: Database,
  { serviceDeskId, key }: RequestAccess,
  transitions: readonly Transition[],
  apiAddress: string,
): Promise<Map<string, Record<string, unknown>>> {
  const keys = [...new Set(transitions.flatMap(({ screen }) => screen.map(({ fieldId }) => fieldId)))];
  if (keys.length === 0) return new Map();
  const fields = await editableFieldsByKey(db, serviceDeskId, keys);
  const choices = await loadChoices(db, [...fields.values()], apiAddress);
  return new Map(
    transitions.map(({ id, screen }) => [
      id,
      Object.fromEntries(
        screen.flatMap(({ fieldId, isRequired }) => {
          const field = fields.get(fieldId);
          const completing = { apiAddress, assignableTo: `issueKey=${key}` };
          return field
            ? [[fieldId, { ...fieldMetaJson(field, choices, completing), required: isRequired }]]
            : [];
        }),
      ),
    ]),
  );
}
