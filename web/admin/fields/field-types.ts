import type { FieldSettings, FieldTypeName } from './field-queries.ts';

/** The types of fields, as they are offered: those that are alike together. */
export const typeGroups = {
  text: ['text', 'paragraph', 'email', 'phone', 'url', 'labels'],
  choice: ['select', 'radio', 'checkboxes', 'multi-select', 'cascading-select', 'country'],
  measure: ['number', 'amount', 'date', 'date-time'],
  naming: ['person', 'people', 'organization'],
} as const satisfies Record<string, readonly FieldTypeName[]>;

/** Every type, in the order in which they are offered. */
export const typeNames: readonly FieldTypeName[] = Object.values(typeGroups).flat();

const taken: Partial<Record<FieldTypeName, readonly (keyof FieldSettings)[]>> = {
  number: ['min', 'max', 'decimals'],
  amount: ['currencies', 'min', 'max'],
  date: ['notBefore', 'notAfter'],
  'date-time': ['notBefore', 'notAfter'],
  labels: ['maxValues'],
  checkboxes: ['maxValues'],
  'multi-select': ['maxValues'],
  people: ['maxValues'],
  organization: ['maxValues'],
};

/** Which settings fields of a type have. */
export function settingsOf(type: FieldTypeName): readonly (keyof FieldSettings)[] {
  return taken[type] ?? [];
}

/** Whether fields of a type offer options: in one list, or with options under options. */
export function optionsOf(type: string): 'none' | 'flat' | 'tree' {
  if (type === 'cascading-select') return 'tree';
  return ['select', 'radio', 'checkboxes', 'multi-select'].includes(type) ? 'flat' : 'none';
}

/** Whether a form can begin with a value of such a field, and a hidden field can be given one. */
export function canBePreset(type: string): boolean {
  return !['person', 'people', 'organization', 'attachment'].includes(type);
}
