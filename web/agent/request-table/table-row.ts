import { isoDate } from '../jira-date.ts';
import type { RowFacts } from './rows.ts';

/** A request of a list, in the API's shape: its fields by id, as far as they were asked for. */
export interface TableRow {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly _portico?:
    | {
        readonly version?: number | undefined;
        readonly serviceDeskId?: string | undefined;
        readonly requestType?: { readonly name: string } | undefined;
        readonly organization?: { readonly name: string } | null | undefined;
      }
    | undefined;
}

/** Takes what tells whether a row is news out of a request. Without a version, every change moves its last one. */
export function factsOf({ key, fields, _portico: extras }: TableRow): RowFacts {
  const updatedAt = momentOf(fields['updated'])?.getTime() ?? 0;
  return { key, version: extras?.version ?? updatedAt, updatedAt };
}

/** A point in time as the API writes it; null when it is none. */
export function momentOf(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const at = new Date(isoDate(value));
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A person of a field; null when there is none. */
export function personOf(value: unknown): { accountId: string; displayName: string } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { accountId, displayName } = value as { accountId?: unknown; displayName?: unknown };
  return typeof accountId === 'string'
    ? { accountId, displayName: typeof displayName === 'string' ? displayName : '' }
    : null;
}

/** The summary of a request; its key where it has none. */
export function summaryOf({ key, fields }: TableRow): string {
  const { summary } = fields as { summary?: unknown };
  return typeof summary === 'string' && summary !== '' ? summary : key;
}
