import type { JsonValue } from '../../platform/database/schema.ts';
import { type Field, type FieldOption, isEmpty } from '../field.ts';

/** The options that may be chosen now: on top, or under one of them. */
export function offeredOptions(field: Field<string>, parentId: string | null = null): FieldOption[] {
  return field.options.filter((option) => !option.isArchived && option.parentId === parentId);
}

/** The option with this id, offered or not. */
export function optionOf(id: unknown, field: Field<string>): FieldOption | undefined {
  return field.options.find((option) => option.id === id);
}

/** An option as both of Jira's APIs show it; null when there is none. */
export function optionJson(id: unknown, field: Field<string>): { id: string; value: string } | null {
  const option = optionOf(id, field);
  return option ? { id: option.id, value: option.value } : null;
}

/** What is made of a choice: the option's id, nothing, or what is wrong with it. */
export type Choice = { readonly id: string | null } | { readonly problem: string };

/** Reads one choice, sent as {"id": …} or {"value": …}, among the options that are offered under `parentId`. */
export function readChoice(input: unknown, field: Field<string>, parentId: string | null = null): Choice {
  if (isEmpty(input)) return { id: null };
  if (typeof input !== 'object' || Array.isArray(input)) {
    return { problem: 'Choose an option by {"id": …} or {"value": …}.' };
  }
  const { id, value } = input as { id?: unknown; value?: unknown };
  if (isEmpty(id) && isEmpty(value)) return { id: null };
  const offered = offeredOptions(field, parentId);
  const option = offered.find(
    (candidate) =>
      (isEmpty(id) ? candidate.value === value : candidate.id === String(id)) &&
      (isEmpty(value) || candidate.value === value),
  );
  if (option) return { id: option.id };
  return { problem: `Choose one of: ${offered.map((known) => known.value).join(', ')}.` };
}

/** Reads several choices, sent as a list; nothing twice, in the order of the field. */
export function readChoices(
  input: unknown,
  field: Field<string>,
): { readonly value: JsonValue } | { readonly problem: string } {
  if (isEmpty(input)) return { value: null };
  if (!Array.isArray(input)) return { problem: 'This must be a list of {"id": …} or {"value": …}.' };
  const chosen = new Set<string>();
  for (const each of input) {
    const choice = readChoice(each, field);
    if ('problem' in choice) return choice;
    if (choice.id !== null) chosen.add(choice.id);
  }
  const { maxValues } = field.settings;
  if (maxValues !== undefined && chosen.size > maxValues) {
    return { problem: `Choose at most ${maxValues}.` };
  }
  const ids = field.options.map(({ id }) => id).filter((id) => chosen.has(id));
  return { value: ids.length === 0 ? null : ids };
}

/** The ids of the options that a query's value names: by id or, in whatever case, by value. */
export function optionsNamed(value: string, field: Field<string>): string[] {
  const wanted = value.toLowerCase();
  const byValue = field.options.filter((option) => option.value.toLowerCase() === wanted);
  const found = byValue.length > 0 ? byValue : field.options.filter(({ id }) => id === value);
  return found.map(({ id }) => id);
}
