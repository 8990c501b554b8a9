import type { AuditNames } from './audit-queries.ts';

type State = Readonly<Record<string, unknown>> | null;

const kinds: readonly (readonly [keyof AuditNames, RegExp])[] = [
  ['account', /accountIds?$/i],
  ['organization', /organizationIds?$/i],
  ['serviceDesk', /(portal|serviceDesk|desk)Ids?$/i],
  ['identityProvider', /providerIds?$/i],
];

/**
 * A state as people read it: names instead of the ids of people, organizations, portals and providers (`portalIds` becomes
 * `portals`). An id beside which the name stands already is left out; one whose thing is gone stays as it is.
 */
export function withNames(state: State, names: AuditNames): State {
  if (state === null) return null;
  const beside = new Set(Object.values(state).filter((value) => typeof value === 'string'));
  const shown: [string, unknown][] = [];
  for (const [key, value] of Object.entries(state)) {
    const kind = kinds.find(([, pattern]) => pattern.test(key))?.[0];
    if (!kind) {
      shown.push([key, isObject(value) ? withNames(value, names) : value]);
      continue;
    }
    const nameOf = (id: unknown) => (typeof id === 'string' ? (names[kind][id] ?? id) : id);
    const said = Array.isArray(value) ? value.map(nameOf) : nameOf(value);
    if (typeof said === 'string' && beside.has(said) && said !== value) continue;
    shown.push([key.replace(/Id(s?)$/, '$1'), said]);
  }
  return Object.fromEntries(shown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
