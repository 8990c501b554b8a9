/** One property that differs between two states, as text a person can read. */
export interface Change {
  /** where it is, such as `name` or `saml.signOnUrl` */
  readonly path: string;
  /** null: it was not there */
  readonly before: string | null;
  /** null: it is not there any more */
  readonly after: string | null;
}

type State = Readonly<Record<string, unknown>> | null | undefined;

/**
 * What changed from `before` to `after`, one entry for each property, in the order in which the states name them.
 * Properties that stayed as they were are left out. A list is told by what came into it and what went out of it.
 */
export function describeChanges(before: State, after: State): Change[] {
  const old = flatten(before);
  const now = flatten(after);
  const changes: Change[] = [];
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    const change = compare(path, old.get(path), now.get(path));
    if (change) changes.push(change);
  }
  return changes;
}

function compare(path: string, before: unknown, after: unknown): Change | null {
  if (isList(before) && isList(after)) {
    const gone = before.filter((item) => !after.some((other) => isSame(item, other)));
    const come = after.filter((item) => !before.some((other) => isSame(item, other)));
    if (gone.length === 0 && come.length === 0) return null;
    return { path, before: textOf(gone), after: textOf(come) };
  }
  const change = { path, before: textOf(before), after: textOf(after) };
  return change.before === change.after ? null : change;
}

/** Objects are opened, so that each of their properties is told by itself; lists are kept whole. */
function flatten(state: State, prefix = ''): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(state ?? {})) {
    if (isObject(value))
      for (const [path, inner] of flatten(value, `${prefix}${name}.`)) flat.set(path, inner);
    else flat.set(`${prefix}${name}`, value);
  }
  return flat;
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (isList(value)) return value.length === 0 ? null : value.map((item) => textOf(item) ?? '').join(', ');
  if (isObject(value)) {
    const parts = [...flatten(value)].map(([path, inner]) => `${path}: ${textOf(inner) ?? '–'}`);
    return parts.length === 0 ? null : parts.join(', ');
  }
  return String(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
