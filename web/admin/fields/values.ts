/** An option as a control offers it. */
export interface OfferedOption {
  readonly id: string;
  readonly value: string;
  readonly parentId: string | null;
  readonly isArchived: boolean;
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function idIn(value: unknown): string | null {
  const id = part(value, 'id');
  return id === undefined || id === null ? null : String(id);
}

/** The ids of the options that a value has; of a cascading select the upper one first. */
export function chosenIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => idIn(each) ?? []);
  const id = idIn(value);
  const child = idIn(part(value, 'child'));
  return [...(id === null ? [] : [id]), ...(child === null ? [] : [child])];
}

/** One chosen option as it is sent; null: none. */
export function oneChoice(id: string | null): unknown {
  return id === null || id === '' ? null : { id };
}

/** Several chosen options as they are sent; null: none. */
export function severalChoices(ids: readonly string[]): unknown {
  return ids.length === 0 ? null : ids.map((id) => ({ id }));
}

/** A choice of a cascading select as it is sent; null: none. */
export function cascadingChoice(id: string | null, child: string | null): unknown {
  if (id === null || id === '') return null;
  return child === null || child === '' ? { id } : { id, child: { id: child } };
}

/** What a value has in words, for controls of text: '' when it is empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return '';
}

/** The words of a value that is a list of them. */
export function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** An amount and its currency, as they are typed; '' where there is none. */
export function amountOf(value: unknown): { readonly amount: string; readonly currency: string } {
  return { amount: textOf(part(value, 'amount')), currency: textOf(part(value, 'currency')) };
}

/** The code of a country. */
export function countryOf(value: unknown): string {
  return typeof value === 'string' ? value : (idIn(value) ?? '');
}

/** A value as it is sent: options by their ids alone, so that one that is renamed at the same time is still found. */
export function sentValue(value: unknown, nameOfNew: (id: string) => string | null): unknown {
  if (Array.isArray(value)) return value.map((each) => sentValue(each, nameOfNew));
  const id = idIn(value);
  if (id === null) return value;
  const name = nameOfNew(id);
  const child = part(value, 'child');
  return {
    ...(name === null ? { id } : { value: name }),
    ...(child !== undefined && child !== null && { child: sentValue(child, nameOfNew) }),
  };
}

/** The value without options that are not there any more; null when nothing of it is left. */
export function withoutOptions(value: unknown, gone: ReadonlySet<string>): unknown {
  if (!chosenIds(value).some((id) => gone.has(id))) return value;
  if (Array.isArray(value)) return severalChoices(chosenIds(value).filter((id) => !gone.has(id)));
  const [id = null, child = null] = chosenIds(value);
  if (id === null || gone.has(id)) return null;
  return cascadingChoice(id, child !== null && gone.has(child) ? null : child);
}
