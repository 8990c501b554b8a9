/** What to show of people, as it stands in the address; what is absent does not matter. */
export interface PeopleSearch {
  readonly query?: string;
  readonly role?: Role;
  /** id of a service desk whose agents are meant */
  readonly desk?: string;
  readonly state?: State;
  /** 'password', 'none', or the id of a provider */
  readonly signIn?: string;
  readonly factor?: Factor;
  readonly organization?: string;
  readonly group?: string;
  /** seen within so many days, or, with a minus, not seen for so many */
  readonly seen?: Seen;
}

export const roles = ['administrator', 'desk-administrator', 'agent', 'customer'] as const;
export const states = ['active', 'deactivated', 'locked'] as const;
export const factors = ['has', 'none', 'required'] as const;
export const sights = ['1', '7', '30', '-30', '-90', '-365'] as const;
type Role = (typeof roles)[number];
type State = (typeof states)[number];
type Factor = (typeof factors)[number];
export type Seen = (typeof sights)[number];

/** Reads an address; what is not understood there is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const words = (name: string) => {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? text : undefined;
  };
  const text = (name: keyof PeopleSearch) => {
    const value = words(name);
    return value === undefined ? {} : { [name]: value };
  };
  const one = (name: keyof PeopleSearch, known: readonly string[]) => {
    const value = words(name);
    return value !== undefined && known.includes(value) ? { [name]: value } : {};
  };
  return {
    ...text('query'),
    ...one('role', roles),
    ...text('desk'),
    ...one('state', states),
    ...text('signIn'),
    ...one('factor', factors),
    ...text('organization'),
    ...text('group'),
    ...one('seen', sights),
  };
}

const dayMs = 86_400_000;

/** What to ask the server, at the moment of asking: people alone, programs have a list of their own. */
export function accountFilter(search: PeopleSearch, now: Date) {
  const { query, role, desk, state, signIn, factor, organization, group, seen } = search;
  // to the day, so that the same question stays the same for a while
  const day = Math.floor(now.getTime() / dayMs) * dayMs;
  const since =
    seen === undefined ? null : new Date(day - (Math.abs(Number(seen)) - 1) * dayMs).toISOString();
  return {
    kind: 'person' as const,
    ...(query === undefined ? {} : { query }),
    ...(role === undefined ? {} : { role }),
    ...(desk === undefined ? {} : { serviceDeskId: desk }),
    ...(state === undefined ? {} : { state }),
    ...(signIn === 'password' || signIn === 'none'
      ? { signIn: signIn as 'password' | 'none' }
      : signIn === undefined
        ? {}
        : { providerId: signIn }),
    ...(factor === undefined ? {} : { factor }),
    ...(organization === undefined ? {} : { organizationId: organization }),
    ...(group === undefined ? {} : { groupId: group }),
    ...(since === null ? {} : seen?.startsWith('-') ? { seenBefore: since } : { seenAfter: since }),
  };
}

/** What the server is asked for. */
export type AccountFilter = ReturnType<typeof accountFilter>;
