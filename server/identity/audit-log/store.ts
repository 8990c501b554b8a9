import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { AuditFilter } from './filter.ts';

/** One line of the audit log. */
export interface AuditEvent {
  readonly id: string;
  readonly occurredAt: Date;
  /** null: nobody who has an account (any more) */
  readonly actorAccountId: string | null;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Where a page begins: after this entry, which may be gone by now. */
export interface AuditPosition {
  readonly micros: string;
  readonly id: string;
}

/** The entries that fit, newest first, at most `limit`, and where to go on; entries that come meanwhile do not shift pages. */
export async function auditEvents(
  db: Database,
  filter: AuditFilter,
  { limit, after }: { readonly limit: number; readonly after: AuditPosition | null },
): Promise<{ events: AuditEvent[]; next: AuditPosition | null }> {
  const page = sql.join(
    ways(filter).map(
      (way) => sql`(
        select id, occurred_at from audit_event where ${all([...way, ...conditions(filter), ...position(after)])}
        order by occurred_at desc, id desc limit ${limit + 1}::integer)`,
    ),
    sql` union `,
  );
  const { rows } = await sql<AuditEvent & { micros: string }>`
    with page as (${page})
    select e.id, e.occurred_at as "occurredAt", account.account_id as "actorAccountId", e.actor_name as "actorName",
      e.address, e.action, e.object_type as "objectType", e.object_id as "objectId", e.object_name as "objectName",
      e.before, e.after, (extract(epoch from e.occurred_at) * 1000000)::bigint::text as micros
    from page
    join audit_event e using (id)
    left join account on account.id = e.actor_account_id
    order by e.occurred_at desc, e.id desc
    limit ${limit + 1}::integer`.execute(db);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    events: rows.slice(0, limit).map(({ micros: _, ...event }) => event),
    next: last ? { micros: last.micros, id: last.id } : null,
  };
}

/** How many entries fit, counted to `atMost`. */
export async function countAuditEvents(db: Database, filter: AuditFilter, atMost: number): Promise<number> {
  const found = sql.join(
    ways(filter).map(
      (way) =>
        sql`(select id from audit_event where ${all([...way, ...conditions(filter)])} limit ${atMost}::integer)`,
    ),
    sql` union `,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select from (${found}) found limit ${atMost}::integer) bounded`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** A position as text for an address, and back. */
export function showPosition({ micros, id }: AuditPosition): string {
  return `${micros}-${id}`;
}

/** @throws Invalid */
export function readPosition(text: string): AuditPosition {
  const [, micros, id] = /^(\d{1,17})-(\d{1,18})$/.exec(text) ?? [];
  if (micros === undefined || id === undefined) {
    throw Invalid.fields({ after: 'This is no place in the log. Use what `next` of the page before says.' });
  }
  return { micros, id };
}

type Condition = Expression<SqlBool>;

/** Conditions of which one must hold, each answered by an index of its own: an `or` would be by none. */
function ways({ person, objects }: AuditFilter): Condition[][] {
  const byObject = objects.map(({ type, id }) =>
    id === null
      ? sql<SqlBool>`object_type = ${type}`
      : sql<SqlBool>`object_type = ${type} and object_id = ${id}`,
  );
  const byPerson: Condition[] = [];
  if (person) {
    if (person.as !== 'object') byPerson.push(sql<SqlBool>`actor_account_id = ${person.id}::bigint`);
    if (person.as !== 'actor') {
      byPerson.push(sql<SqlBool>`object_type = 'account' and object_id = ${person.accountId}`);
      byPerson.push(
        sql<SqlBool>`coalesce(after ->> 'accountId', before ->> 'accountId') = ${person.accountId}`,
      );
    }
  }
  if (byPerson.length === 0) return byObject.length === 0 ? [[]] : byObject.map((way) => [way]);
  if (byObject.length === 0) return byPerson.map((way) => [way]);
  return byPerson.flatMap((one) => byObject.map((other) => [one, other]));
}

/** Conditions that must all hold. */
function conditions({ actions, network, from, until, words }: AuditFilter): Condition[] {
  const found: Condition[] = [];
  if (actions.length === 1) found.push(sql<SqlBool>`action = ${actions[0]}`);
  if (actions.length > 1) found.push(sql<SqlBool>`action = any(${actions}::text[])`);
  if (network !== null) found.push(sql<SqlBool>`audit_address(address) <<= network(${network}::inet)`);
  if (from) found.push(sql<SqlBool>`occurred_at >= ${from}`);
  if (until) found.push(sql<SqlBool>`occurred_at < ${until}`);
  if (words.length > 0) {
    const asked = words.map((word) => `'${word.replaceAll(/['\\]/g, '$&$&')}':*`).join(' & ');
    found.push(
      sql<SqlBool>`audit_words(actor_name, object_name, action, address, after) @@ to_tsquery('simple', ${asked})`,
    );
  }
  return found;
}

function position(after: AuditPosition | null): Condition[] {
  if (!after) return [];
  return [
    sql<SqlBool>`(occurred_at, id) < ('epoch'::timestamptz + ${after.micros}::bigint * interval '1 microsecond', ${after.id}::bigint)`,
  ];
}

function all(parts: readonly Condition[]) {
  return parts.length === 0
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.join(
        parts.map((part) => sql`(${part})`),
        sql` and `,
      )}`;
}
