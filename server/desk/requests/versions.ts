import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import type { ChangeItem } from './change-request.ts';
import type { LockedRequest } from './locked.ts';

/** The version of a request that a client saw, and in which zone it reads times. */
export interface ExpectedVersion {
  readonly version: number;
  readonly timeZone: string | null;
}

/**
 * Reads `If-Match` (RFC 9110, section 13.1.1): one entity tag that holds a version, such as "7". Absent and `*` expect
 * nothing.
 * @throws Invalid when it is something else
 */
export function expectedVersion(header: string | undefined, timeZone: string | null): ExpectedVersion | null {
  if (header === undefined || header.trim() === '*') return null;
  const match = /^(?:W\/)?"([1-9]\d{0,8})"$/.exec(header.trim());
  if (!match) throw new Invalid('If-Match must be the version that you saw, in quotes, such as "7".');
  return { version: Number(match[1]), timeZone };
}

/**
 * Makes sure that a locked request is still what the client saw.
 * @throws Conflict that says what changed since, by whom and when
 * @throws Invalid when the request never had that version
 */
export async function requireVersion(
  trx: Database,
  request: LockedRequest,
  { version, timeZone }: ExpectedVersion,
): Promise<void> {
  if (version === request.version) return;
  if (version > request.version) {
    throw new Invalid(`${request.key} is at version ${request.version}; it has no version ${version} yet.`);
  }
  const changes = await trx
    .selectFrom('changelog')
    .leftJoin('account', 'account.id', 'changelog.author_id')
    .select(['changelog.items', 'changelog.created_at', 'account.display_name as author'])
    .where('changelog.request_id', '=', request.id)
    .where('changelog.version', '>', version)
    .orderBy('changelog.version')
    .execute();
  const sentences = changes.map(({ items, created_at, author }) => {
    const what = (items as unknown as ChangeItem[]).map(changeInWords).join(', ');
    return `${what} (${author ?? 'Portico'}, ${shortTime(created_at, timeZone)})`;
  });
  throw new Conflict(
    `${request.key} has changed since you opened it: ${sentences.join('; ')}. Look at it again before you change it.`,
  );
}

function changeInWords({ field, fromString: before, toString: after }: ChangeItem): string {
  if (before === null) return `${field} set to "${after}"`;
  if (after === null) return `${field} "${before}" removed`;
  return `${field} changed from "${before}" to "${after}"`;
}

function shortTime(date: Date, timeZone: string | null): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timeZone ?? 'UTC',
  }).format(date);
}
