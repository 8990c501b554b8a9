import type { FieldModule, FormField, ReadWith } from '../../../kit/request-form/fields/field-module.ts';
import { namedState } from '../../../kit/request-form/fields/named.ts';

/** What is in a control that is opened on a value, given as the service desk API shows it. */
export function stateOf(field: FormField, content: unknown, module: FieldModule, read: ReadWith): string {
  if (content === null || content === undefined || content === '') return '';
  if (['person', 'people', 'organization'].includes(field._portico.type)) {
    return namedState((Array.isArray(content) ? content : [content]).flatMap(namedOf));
  }
  return module.initial({ ...field, defaultValues: beginningWith(field, content) }, read);
}

function namedOf(value: unknown): { id: string; name: string }[] {
  const { accountId, id, displayName, name } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const [found, called] = [accountId ?? id, displayName ?? name];
  return typeof found === 'string' && typeof called === 'string' ? [{ id: found, name: called }] : [];
}

/** A value in the way in which forms are told what they begin with: options by their ids, the rest as text. */
function beginningWith(field: FormField, content: unknown): FormField['defaultValues'] {
  if (field.validValues.length > 0 && field._portico.type !== 'country') {
    const chosen = Array.isArray(content) ? content : [content];
    return chosen.flatMap(idsIn).map((id) => ({ value: id, label: '' }));
  }
  return [{ value: typeof content === 'object' ? JSON.stringify(content) : String(content), label: '' }];
}

function idsIn(option: unknown): string[] {
  if (typeof option !== 'object' || option === null) return [];
  const { id, child } = option as Readonly<Record<string, unknown>>;
  return [...(id === undefined ? [] : [String(id)]), ...idsIn(child)];
}
