import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { isStaff, type Person, requestsServedBy } from '../access-rules.ts';
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

/** The changes of a request as the person reads them, oldest first, and how many there are. */
export async function listChanges(
  db: Database,
  person: Person,
  requestId: string,
  { startAt, maxResults }: { startAt: number; maxResults: number },
): Promise<{ changes: Change[]; total: number }> {
  const { total } = await db
    .selectFrom('changelog')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const rows = await changes(db, requestId).offset(startAt).limit(maxResults).execute();
  return { changes: await asReadBy(db, person, rows.map(withItems)), total: Number(total) };
}

/** The newest changes of each of the requests as the person reads them, newest first, and how many there are; at most `limit` of each. */
export async function newestChangesOf(
  db: Database,
  person: Person,
  requestIds: readonly string[],
  limit: number,
): Promise<Map<string, { changes: Change[]; total: number }>> {
  if (requestIds.length === 0) return new Map();
  const numbered = db
    .selectFrom('changelog')
    .select([
      'id',
      'request_id as requestId',
      'author_id as authorId',
      isStaff('changelog.author_id').as('isAuthorStaff'),
      'items',
      'created_at as createdAt',
      sql<number>`row_number() over (partition by request_id order by id desc)`.as('number'),
      sql<number>`(count(*) over (partition by request_id))::int`.as('total'),
    ])
    .where('request_id', 'in', [...requestIds]);
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('number', '<=', limit)
    .orderBy('id', 'desc')
    .execute();
  const changes = await asReadBy(db, person, rows.map(withItems));
  const found = rows.map((row, index) => ({ ...row, change: changes[index] }));
  return new Map(
    [...Map.groupBy(found, ({ requestId }) => requestId)].map(([id, ofRequest]) => [
      id,
      { changes: ofRequest.flatMap(({ change }) => change ?? []), total: ofRequest[0]?.total ?? 0 },
    ]),
  );
}

/** Those of the changes of a request that have one of the ids, as the person reads them, oldest first. */
export async function changesByIds(
  db: Database,
  person: Person,
  requestId: string,
  ids: readonly string[],
): Promise<Change[]> {
  if (ids.length === 0) return [];
  const rows = await changes(db, requestId)
    .where('id', 'in', [...ids])
    .execute();
  return asReadBy(db, person, rows.map(withItems));
}

/** Links to requests of other desks are told of without saying which they are to whoever does not serve those, too. */
async function asReadBy(db: Database, person: Person, changes: Change[]): Promise<Change[]> {
  const linked = ({ fieldId, from, to }: ChangeItem) => (fieldId === 'issuelinks' ? (from ?? to) : null);
  const keys = new Set(changes.flatMap(({ items }) => items.flatMap((item) => linked(item) ?? [])));
  if (keys.size === 0) return changes;
  const served = await db
    .selectFrom('request')
    .select('request.key')
    .where('request.key', 'in', [...keys])
    .where(requestsServedBy(person))
    .execute();
  const known = new Set(served.map(({ key }) => key));
  const shown = (item: ChangeItem): ChangeItem => {
    const key = linked(item);
    if (key === null || known.has(key)) return item;
    const words = 'This issue is linked to one of another project';
    return {
      ...item,
      from: null,
      fromString: item.fromString && words,
      to: null,
      toString: item.toString && words,
    };
  };
  return changes.map((change) => ({ ...change, items: change.items.map(shown) }));
}

function changes(db: Database, requestId: string) {
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
    .orderBy('id');
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
