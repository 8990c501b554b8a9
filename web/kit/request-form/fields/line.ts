import type { FieldModule, FormField } from './field-module.ts';

/** What fields have in common whose answer is sent as it was typed. */
export const line: Pick<FieldModule, 'initial' | 'isEmpty' | 'sent' | 'terms'> = {
  initial: firstDefault,
  isEmpty: (state) => state.trim() === '',
  sent: (state) => state,
  terms: (state) => (state.trim() === '' ? [] : [state.trim()]),
};

/** The first of the values that the form begins with, or nothing. */
export function firstDefault({ defaultValues }: FormField): string {
  return defaultValues[0]?.value ?? '';
}

/** What one of the values that the form begins with is, where it is not text; null: nothing that could be read. */
export function defaultJson(field: FormField): unknown {
  return readJson(firstDefault(field));
}

/** What is in a state that is more than text; null: nothing that could be read. */
export function readJson(state: string): unknown {
  try {
    return JSON.parse(state);
  } catch {
    return null;
  }
}

/** The texts of a state that is a list. */
export function listIn(state: string): string[] {
  const list = readJson(state);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** A list as a state; nothing when it is empty. */
export function listState(list: readonly unknown[]): string {
  return list.length === 0 ? '' : JSON.stringify(list);
}
