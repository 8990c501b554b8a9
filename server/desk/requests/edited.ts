import { sql, type UpdateObject } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { DB, JsonValue } from '../../platform/database/schema.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { noSuchRequest } from '../access.ts';
import type { ChangeItem } from './change-request.ts';
import { type LockedRequest, readLocked } from './locked.ts';

/** A locked request with what was filled into it. */
export interface EditedRequest extends LockedRequest {
  readonly requestTypeId: string;
  readonly summary: string;
  readonly description: AdfNode | null;
  readonly descriptionText: string;
  /** stored values by field id */
  readonly customFields: Readonly<Record<string, JsonValue>>;
}

/**
 * Reads and locks a request for an edit.
 * @throws NotFound when there is none
 */
export async function requireEdited(trx: Database, requestId: string): Promise<EditedRequest> {
  // Locked by itself, as any request is (locked.ts), and read in the same statement.
  const content = await trx
    .selectFrom('request')
    .select([
      'request_type_id as requestTypeId',
      'summary',
      sql<AdfNode | null>`description`.as('description'),
      'description_text as descriptionText',
      sql<Record<string, JsonValue>>`custom_fields`.as('customFields'),
    ])
    .where('id', '=', requestId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const locked = content && (await readLocked(trx, requestId));
  if (!locked) throw noSuchRequest();
  return { ...locked, ...content };
}

/** What becomes of one field. */
export interface FieldChange {
  readonly set: Omit<UpdateObject<DB, 'request'>, 'version' | 'updated_at'>;
  readonly items: readonly ChangeItem[];
  /** customers do not see it */
  readonly isForAgentsOnly?: boolean;
}

/** A change, nothing to change, or what is wrong in words for people. */
export type FieldOutcome = { readonly change: FieldChange | null } | { readonly problem: string };
