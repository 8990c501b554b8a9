import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  type AccountSummary,
  accountsByIds,
  jiraUserJson,
  type jiraUserSchema,
  userJson,
  userSchema,
  type Viewer,
} from '../identity/index.ts';
import type { Database } from '../platform/database/database.ts';

/** A person as servicedeskapi shows it, and whether they speak for the desk. */
export const personSchema = Type.Object(
  {
    ...userSchema.properties,
    _portico: Type.Object({
      isAgent: Type.Boolean({ description: 'Works here: an agent of any service desk, or an administrator' }),
    }),
  },
  { title: 'Person' },
);

/** To whom something is shown, and the accounts that are named in it. */
export interface Showing {
  /** the site's address at the host that was asked */
  readonly url: URL;
  /** the same without a trailing slash */
  readonly siteAddress: string;
  readonly viewer: Pick<Viewer, 'id' | 'timeZone'>;
  readonly accounts: ReadonlyMap<string, AccountSummary>;
}

/** Where what is shown to a request lives: at the host that was asked. */
export function siteOf({ site, siteAddress }: FastifyRequest): Pick<Showing, 'url' | 'siteAddress'> {
  return { url: site, siteAddress };
}

/** Loads the accounts (account.id) that are to be shown to `viewer`. */
export async function showing(
  db: Database,
  site: Pick<Showing, 'url' | 'siteAddress'>,
  viewer: Showing['viewer'],
  accountIds: readonly (string | null)[],
): Promise<Showing> {
  const accounts = await accountsByIds(
    db,
    accountIds.filter((id) => id !== null),
  );
  return { ...site, viewer, accounts };
}

/** Those of the accounts (account.id) who are agents of any desk. */
export async function agentsAmong(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('service_desk_agent')
    .select('account_id')
    .distinct()
    .where('account_id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** A mention of an account, and what the reader is to the request in which it is mentioned. */
export interface Mention {
  /** account.id */
  readonly accountId: string;
  /** is agent of any desk */
  readonly isStaff: boolean;
  readonly readerIsAgent: boolean;
}

/** Shows a person the way servicedeskapi does. Customers read e-mail addresses of nobody but themselves. */
export function personJson(
  mention: Mention,
  { accounts, url, viewer }: Showing,
): Static<typeof personSchema> {
  const account = mentioned(accounts, mention.accountId);
  return {
    ...userJson(account, url, mention.readerIsAgent || account.id === viewer.id),
    _portico: { isAgent: mention.isStaff || account.isAdministrator },
  };
}

/** Shows a person the way api/3 does, to agents. */
export function jiraPersonJson(
  { accountId, isStaff }: Omit<Mention, 'readerIsAgent'>,
  { accounts, url }: Showing,
): Static<typeof jiraUserSchema> {
  const account = mentioned(accounts, accountId);
  const accountType = isStaff || account.isAdministrator ? 'atlassian' : 'customer';
  return jiraUserJson(account, url, { accountType });
}

function mentioned(accounts: Showing['accounts'], id: string): AccountSummary {
  const account = accounts.get(id);
  if (!account) throw new Error(`Account ${id} was not loaded to be shown`);
  return account;
}
