import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { textPattern, wordPatterns } from '../../platform/formats/text-search.ts';

/** An answer that agents of a service desk have prepared. */
export interface CannedResponse {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly name: string;
  /** in which {{variables}} stand */
  readonly body: AdfNode;
  readonly bodyText: string;
  readonly version: number;
  readonly usedCount: number;
  readonly usedAt: Date | null;
  /** account.id; null: is gone */
  readonly createdBy: string | null;
  readonly updatedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

function cannedResponses(db: Database, serviceDeskId: string) {
  return db
    .selectFrom('canned_response')
    .select([
      'id',
      'service_desk_id as serviceDeskId',
      'name',
      sql<AdfNode>`body`.as('body'),
      'body_text as bodyText',
      'version',
      'used_count as usedCount',
      'used_at as usedAt',
      'created_by as createdBy',
      'updated_by as updatedBy',
      'created_at as createdAt',
      'updated_at as updatedAt',
    ])
    .where('service_desk_id', '=', serviceDeskId);
}

/** In which order a list is. */
export type CannedResponseOrder = 'name' | 'use';

/** Which of a desk's canned responses. */
export interface CannedResponseListing {
  /** words that name or text must have */
  readonly query: string;
  readonly order: CannedResponseOrder;
  readonly start: number;
  readonly limit: number;
}

/** Canned responses of a desk; those whose names have what is searched for come first. At most `limit + 1`. */
export async function listCannedResponses(
  db: Database,
  serviceDeskId: string,
  { query, order, start, limit }: CannedResponseListing,
): Promise<CannedResponse[]> {
  let found = cannedResponses(db, serviceDeskId);
  for (const pattern of wordPatterns(query)) {
    found = found.where(sql<boolean>`(name ilike ${pattern} or body_text ilike ${pattern})`);
  }
  if (query.trim() !== '') found = found.orderBy(sql`(name ilike ${textPattern(query)})`, 'desc');
  if (order === 'use') found = found.orderBy('used_count', 'desc');
  return found
    .orderBy(sql`lower(name)`)
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The canned response of this desk; null: it has no such one. */
export async function cannedResponseOf(
  db: Database,
  serviceDeskId: string,
  id: string,
): Promise<CannedResponse | null> {
  return (await cannedResponses(db, serviceDeskId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** How many a desk has. */
export async function countCannedResponses(db: Database, serviceDeskId: string): Promise<number> {
  const { count } = await db
    .selectFrom('canned_response')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('service_desk_id', '=', serviceDeskId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Notes that one was put into a comment. */
export async function noteUse(db: Database, id: string): Promise<void> {
  await db
    .updateTable('canned_response')
    .set({ used_count: sql<number>`used_count + 1`, used_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}
