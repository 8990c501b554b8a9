import { type Static, Type } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { AuditEvent } from './store.ts';

const named = Type.Record(Type.String(), Type.String());

export const auditNamesSchema = Type.Object(
  { account: named, organization: named, serviceDesk: named, identityProvider: named },
  { title: 'AuditNames', description: 'What the ids in `before` and `after` are called now, by id' },
);

type AuditNames = Static<typeof auditNamesSchema>;

/** What ids are kept under, such as `portalIds` and `defaultProviderId`. */
const kinds: readonly (readonly [keyof AuditNames, RegExp])[] = [
  ['account', /accountIds?$/i],
  ['organization', /organizationIds?$/i],
  ['serviceDesk', /(portal|serviceDesk|desk)Ids?$/i],
  ['identityProvider', /providerIds?$/i],
];

/** The names of what the entries mention by id alone; what is gone has none. */
export async function namesIn(db: Database, events: readonly AuditEvent[]): Promise<AuditNames> {
  const ids = {
    account: new Set(),
    organization: new Set(),
    serviceDesk: new Set(),
    identityProvider: new Set(),
  } as {
    [Kind in keyof AuditNames]: Set<string>;
  };
  for (const { before, after } of events) {
    collect(before, ids);
    collect(after, ids);
  }
  const [account, organization, serviceDesk, identityProvider] = await Promise.all([
    look(db, ids.account, sql`select account_id as id, display_name as name from account where account_id`),
    look(db, ids.organization, sql`select id::text, name from organization where id::text`),
    look(db, ids.serviceDesk, sql`select id::text, portal_name as name from service_desk where id::text`),
    look(db, ids.identityProvider, sql`select id::text, name from identity_provider where id::text`),
  ]);
  return { account, organization, serviceDesk, identityProvider };
}

function collect(state: unknown, ids: { [Kind in keyof AuditNames]: Set<string> }): void {
  if (typeof state !== 'object' || state === null) return;
  for (const [key, value] of Object.entries(state)) {
    const kind = kinds.find(([, pattern]) => pattern.test(key))?.[0];
    for (const item of [value].flat()) {
      if (kind && typeof item === 'string') ids[kind].add(item);
      else collect(item, ids);
    }
  }
}

async function look(
  db: Database,
  ids: ReadonlySet<string>,
  query: ReturnType<typeof sql>,
): Promise<Record<string, string>> {
  if (ids.size === 0) return {};
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`${query} = any(${[...ids].slice(0, 2000)}::text[])`.execute(db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
