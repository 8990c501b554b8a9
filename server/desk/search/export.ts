import { stringify } from 'csv-stringify/sync';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { namesOfFields } from '../filters/columns.ts';
import { issuesByIds } from '../issues/require-issue.ts';
import { showIssues } from '../issues/show-issue.ts';
import type { WantedFields } from '../issues/wanted-fields.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import type { Site } from '../requests/show-requests.ts';
import { cellText, disarmed } from './cell-text.ts';
import type { Place } from './keyset.ts';
import { type Found, type SearchPart, searchRequests } from './search.ts';

/** Most requests in a file. */
export const mostExported = 50_000;

/** Read at a time; this many are in memory, however many there are. */
const batch = 500;

/** What is written into a file, and for whom. */
export interface Export {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly jql: string;
  /** ids of fields */
  readonly columns: readonly string[];
}

/**
 * What a query finds as CSV, in its order and by the clocks of whoever asks; read from the database while it is being sent. Text that a
 * spreadsheet would take for a formula is written so that it does not.
 */
export async function* exportFound(
  db: Database,
  { site, viewer, jql, columns }: Export,
): AsyncGenerator<string> {
  const names = await namesOfFields(db, viewer, columns);
  // The mark tells Excel that this is UTF-8.
  yield csv([columns.map((column) => names.get(column) ?? column)], true);
  let from: number | Place | null = 0;
  for (let sent = 0; from !== null && sent < mostExported; sent += batch) {
    const part: SearchPart = { jql, from, limit: batch };
    const { ids, next }: Found = await withinTimeLimit(
      db,
      viewer.id,
      (trx) => searchRequests(trx, viewer, part),
      // Half a file helps nobody.
      { waitMs: 60_000 },
    );
    const view = { version: '2' as const, wanted: fieldsIn(columns), expand: new Set<string>() };
    const { issues } = await showIssues(db, site, viewer, await issuesByIds(db, viewer, ids), view);
    if (issues.length > 0) yield csv(issues.map((issue) => columns.map((column) => cellText(issue, column))));
    from = next;
  }
}

/** These fields alone, with what was filled in in words. */
function fieldsIn(columns: readonly string[]): WantedFields {
  return {
    isEverything: false,
    wantsAll: true,
    wantsCustom: columns.some((column) => column.startsWith('customfield_')),
    has: (key) => columns.includes(key),
  };
}

function csv(records: readonly (readonly string[])[], isFirst = false): string {
  return stringify(
    records.map((record) => record.map(disarmed)),
    { bom: isFirst, record_delimiter: 'windows' },
  );
}
