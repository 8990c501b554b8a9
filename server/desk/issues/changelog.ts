import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { isStaff } from '../access.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import type { ChangeItem } from '../requests/change-request.ts';

/** Something that changed in a request, by whom and when. */
export interface Change {
  readonly id: string;
  /** account.id; null: the system */
  readonly authorId: string | null;
  readonly isAuthorStaff: boolean;
  readonly items: readonly ChangeItem[];
  readonly createdAt: Date;
}

/** The changes of a request, oldest first unless said otherwise, and how many there are. */
export async function listChanges(
  db: Database,
  requestId: string,
  {
    startAt,
    maxResults,
    newestFirst = false,
  }: { startAt: number; maxResults: number; newestFirst?: boolean },
): Promise<{ changes: Change[]; total: number }> {
  const { total } = await db
    .selectFrom('changelog')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const rows = await changes(db, requestId, newestFirst).offset(startAt).limit(maxResults).execute();
  return { changes: rows.map(withItems), total: Number(total) };
}

/** Those of the changes of a request that have one of the ids, oldest first. */
export async function changesByIds(
  db: Database,
  requestId: string,
  ids: readonly string[],
): Promise<Change[]> {
  if (ids.length === 0) return [];
  const rows = await changes(db, requestId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(withItems);
}

function changes(db: Database, requestId: string, newestFirst = false) {
  return db
    .selectFrom('changelog')
    .select([
      'id',
      'author_id as authorId',
      isStaff('changelog.author_id').as('isAuthorStaff'),
      'items',
      'created_at as createdAt',
    ])
    .where('request_id', '=', requestId)
    .orderBy('id', newestFirst ? 'desc' : 'asc');
}

function withItems<Row extends { readonly items: unknown }>(row: Row): Row & Pick<Change, 'items'> {
  return { ...row, items: row.items as ChangeItem[] };
}

const nullableString = Type.Union([Type.String(), Type.Null()]);

const changeSchema = Type.Object({
  id: Type.String(),
  author: Type.Optional(jiraUserSchema),
  created: Type.String(),
  items: Type.Array(
    Type.Object({
      field: Type.String(),
      fieldId: Type.String(),
      fieldtype: Type.String(),
      from: nullableString,
      fromString: nullableString,
      to: nullableString,
      toString: nullableString,
    }),
  ),
});

/** The history of a request as api/3 shows it. */
export const changelogSchema = Type.Object(
  {
    self: Type.String(),
    nextPage: Type.Optional(Type.String()),
    startAt: Type.Integer(),
    maxResults: Type.Integer(),
    total: Type.Integer(),
    isLast: Type.Boolean(),
    values: Type.Array(changeSchema),
  },
  { title: 'Changelog' },
);

/** The same within an issue, and where single changes are asked for. */
export const changelogPageSchema = Type.Object(
  {
    startAt: Type.Integer(),
    maxResults: Type.Integer(),
    total: Type.Integer(),
    histories: Type.Array(changeSchema),
  },
  { title: 'PageOfChangelogs' },
);

/** Shows a change the way api/3 does. */
export function changeJson(
  { id, authorId, isAuthorStaff, items, createdAt }: Change,
  showing: Showing,
): Static<typeof changeSchema> {
  return {
    id,
    ...(authorId !== null && {
      author: jiraPersonJson({ accountId: authorId, isStaff: isAuthorStaff }, showing),
    }),
    created: jiraDate(createdAt, showing.viewer.timeZone),
    items: [...items],
  };
}
