import { sql } from 'kysely';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';

/** A link that was mailed to somebody, and works once. */
export interface MailedLink {
  readonly id: string;
  readonly kind: 'sign-up' | 'password-reset';
  readonly email: string;
  /** account.id, of a password to reset */
  readonly accountId: string | null;
  readonly displayName: string | null;
  readonly locale: string | null;
  readonly portalId: string | null;
  readonly returnTo: string | null;
  readonly expiresAt: Date;
}

export type NewMailedLink = Omit<MailedLink, 'id' | 'expiresAt'>;

/** How long they work, in hours. */
const hours = { 'sign-up': 24, 'password-reset': 1 } as const;

/** Makes a link. Returns its token, which is kept nowhere: it belongs into the mail and nowhere else. */
export async function makeMailedLink(trx: Database, link: NewMailedLink): Promise<string> {
  const token = randomToken();
  await trx
    .insertInto('mailed_link')
    .values({
      kind: link.kind,
      token_hash: hashToken(token),
      email: link.email,
      account_id: link.accountId,
      display_name: link.displayName,
      locale: link.locale,
      portal_id: link.portalId,
      return_to: link.returnTo,
      expires_at: sql`now() + make_interval(hours => ${hours[link.kind]})`,
    })
    .execute();
  return token;
}

const columns = [
  'id',
  'kind',
  'email',
  'account_id',
  'display_name',
  'locale',
  'portal_id',
  'return_to',
  'expires_at',
] as const;

/** The link of a token, or null when it is none, was used, or is over. */
export async function mailedLinkOf(db: Database, token: string): Promise<MailedLink | null> {
  const row = await db
    .selectFrom('mailed_link')
    .select(columns)
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

/**
 * Uses a link up. Of two who come at once, in whatever process, one gets it.
 * @throws NotFound
 */
export async function useMailedLink(
  trx: Database,
  token: string,
  kind: MailedLink['kind'],
): Promise<MailedLink> {
  const row = await trx
    .deleteFrom('mailed_link')
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(columns)
    .executeTakeFirst();
  if (!row) throw isOver();
  return toLink(row);
}

/** What is said of links that do not work, whatever the reason. */
export function isOver(): NotFound {
  return new NotFound(
    'This link does not work: it was used, has expired, was replaced by a newer one, or was not copied completely.',
  );
}

interface LinkRow {
  id: string;
  kind: string;
  email: string;
  account_id: string | null;
  display_name: string | null;
  locale: string | null;
  portal_id: string | null;
  return_to: string | null;
  expires_at: Date;
}

function toLink(row: LinkRow): MailedLink {
  return {
    id: row.id,
    kind: row.kind as MailedLink['kind'],
    email: row.email,
    accountId: row.account_id,
    displayName: row.display_name,
    locale: row.locale,
    portalId: row.portal_id,
    returnTo: row.return_to,
    expiresAt: row.expires_at,
  };
}
