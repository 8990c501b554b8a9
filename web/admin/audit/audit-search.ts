import { type ActionKind, actionsByKind } from './actions.ts';
import { startOfDay } from './zoned-time.ts';

/** Periods that end now. */
export const periods = ['1h', 'today', '24h', '7d', '30d'] as const;
export type Period = (typeof periods)[number];

/** What to show of the log, as it stands in the address; what is absent does not matter. */
export interface AuditSearch {
  /** accountId */
  readonly person?: string;
  readonly as?: 'actor' | 'object';
  /** acts and kinds of acts (`kind:tokens`), with commas between them */
  readonly action?: string;
  /** type or type:id, with commas between them */
  readonly object?: string;
  readonly address?: string;
  readonly period?: Period;
  /** moments in UTC, so that the same entries are meant wherever the address is opened */
  readonly from?: string;
  readonly until?: string;
  readonly query?: string;
}

/** Reads an address; what is not understood there is left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: string) => {
    const value = search[name];
    const words = typeof value === 'number' ? String(value) : value;
    return typeof words === 'string' && words !== '' ? { [name]: words } : {};
  };
  const moment = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? { [name]: value } : {};
  };
  const { as, period } = search;
  return {
    ...text('person'),
    ...(as === 'actor' || as === 'object' ? { as } : {}),
    ...text('action'),
    ...text('object'),
    ...text('address'),
    ...(periods.some((known) => known === period) ? { period: period as Period } : {}),
    ...moment('from'),
    ...moment('until'),
    ...text('query'),
  };
}

/** What to ask the server, at the moment of asking. */
export function auditParameters(search: AuditSearch, now: Date, timeZone: string | undefined) {
  const { person, as, action, object, address, period, from, until, query } = search;
  const since = period ? startOf(period, now, timeZone).toISOString() : from;
  const actions = [...new Set(listOf(action).flatMap(actionsOf))];
  return {
    ...(person === undefined ? {} : { person, ...(as === undefined ? {} : { as }) }),
    ...(actions.length === 0 ? {} : { action: actions }),
    ...(object === undefined ? {} : { object: listOf(object) }),
    ...(address === undefined ? {} : { address }),
    ...(since === undefined ? {} : { from: since }),
    ...(period || until === undefined ? {} : { until }),
    ...(query === undefined ? {} : { query }),
  };
}

/** The address of a file with all entries that fit. */
export function exportAddress(
  format: 'csv' | 'json',
  search: AuditSearch,
  now: Date,
  timeZone: string | undefined,
): string {
  const parameters = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(auditParameters(search, now, timeZone))) {
    for (const one of [value].flat()) parameters.append(name, one);
  }
  return `/rest/portico/1/audit/export?${parameters}`;
}

/** The parts of a list that stands in the address. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

/** With `null` a part is taken away. */
export function changeSearch(
  search: AuditSearch,
  changes: { readonly [Name in keyof AuditSearch]?: AuditSearch[Name] | null },
): AuditSearch {
  const all: Record<string, unknown> = { ...search, ...changes };
  return readAuditSearch(
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '')),
  );
}

function actionsOf(value: string): readonly string[] {
  if (!value.startsWith('kind:')) return [value];
  return actionsByKind().get(value.slice('kind:'.length) as ActionKind) ?? [];
}

const hourMs = 3600_000;

function startOf(period: Period, now: Date, timeZone: string | undefined): Date {
  if (period === 'today') return startOfDay(now, timeZone);
  const hours = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 }[period];
  return new Date(now.getTime() - hours * hourMs);
}
