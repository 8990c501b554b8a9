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

/** The changes of a request, oldest first, and how many there are. */
export async function listChanges(
  db: Database,
  requestId: string,
  { startAt, maxResults }: { startAt: number; maxResults: number },
): Promise<{ changes: Change[]; total: number }> {
  const { total } = await db
    .selectFrom('changelog')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('changelog')
    .select([
      'id',
      'author_id as authorId',
      isStaff('changelog.author_id').as('isAuthorStaff'),
      'items',
      'created_at as createdAt',
    ])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .offset(startAt)
    .limit(maxResults)
    .execute();
  const changes = rows.map((row) => ({ ...row, items: row.items as unknown as ChangeItem[] }));
  return { changes, total: Number(total) };
}

const nullableString = Type.Union([Type.String(), Type.Null()]);

/** The history of a request as api/3 shows it. */
export const changelogSchema = Type.Object(
  {
    self: Type.String(),
    startAt: Type.Integer(),
    maxResults: Type.Integer(),
    total: Type.Integer(),
    isLast: Type.Boolean(),
    values: Type.Array(
      Type.Object({
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
      }),
    ),
  },
  { title: 'Changelog' },
);

/** Shows a change the way api/3 does. */
export function changeJson(
  { id, authorId, isAuthorStaff, items, createdAt }: Change,
  showing: Showing,
): Static<typeof changelogSchema>['values'][number] {
  return {
    id,
    ...(authorId !== null && {
      author: jiraPersonJson({ accountId: authorId, isStaff: isAuthorStaff }, showing),
    }),
    created: jiraDate(createdAt, showing.viewer.timeZone),
    items: [...items],
  };
}
