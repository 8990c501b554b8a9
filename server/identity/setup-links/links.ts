import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';
import { type Submission, submissionColumns, toSubmission } from './submissions.ts';

/** A link with which a customer's own IT fills in their provider. Its token is known to whoever was given it alone. */
export interface SetupLink {
  readonly id: string;
  readonly providerId: string;
  /** for whom, in words */
  readonly note: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  /** what was handed over with it, last */
  readonly submitted: Submission | null;
}

/** All links of a provider, the newest first. */
export async function setupLinksOf(db: Database, providerId: string): Promise<SetupLink[]> {
  const rows = await selectLinks(db)
    .where('link.provider_id', '=', providerId)
    .orderBy('link.id', 'desc')
    .execute();
  return rows.map(toLink);
}

/**
 * Makes a link. The token is returned this once and kept as a hash.
 * @param days how long it works
 */
export async function makeSetupLink(
  trx: Database,
  provider: Provider,
  { note, days }: { readonly note: string; readonly days: number },
  actor: AuditActor,
): Promise<{ link: SetupLink; token: string }> {
  const token = randomToken();
  const { id } = await trx
    .insertInto('provider_setup_link')
    .values({
      provider_id: provider.id,
      token_hash: hashToken(token),
      note,
      created_by: actor.accountId,
      expires_at: sql`now() + make_interval(days => ${days})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.setup-link-made',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { note, days },
  });
  const row = await selectLinks(trx).where('link.id', '=', id).executeTakeFirstOrThrow();
  return { link: toLink(row), token };
}

/**
 * Ends a link at once.
 * @throws NotFound
 */
export async function revokeSetupLink(trx: Database, id: string, actor: AuditActor): Promise<void> {
  const row = /^\d{1,18}$/.test(id)
    ? await trx
        .deleteFrom('provider_setup_link')
        .where('id', '=', id)
        .returning(['provider_id', 'note'])
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('There is no such set-up link.');
  const provider = await requireProvider(trx, row.provider_id);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.setup-link-revoked',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    before: { note: row.note },
  });
}

/**
 * The link of a token and the one provider that it is for. Notes that it was used; the first time goes to the audit log.
 *
 * @param address of whoever uses it
 * @throws NotFound when the token is none, or works no more
 */
export async function enterBySetupLink(
  db: Database,
  token: string,
  address: string,
): Promise<{ link: SetupLink; provider: Provider }> {
  const row = await selectLinks(db)
    .where('link.token_hash', '=', hashToken(token))
    .where('link.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (!row) {
    throw new NotFound(
      'This set-up link does not work: it has expired, was withdrawn, or was not copied completely. Ask whoever sent it to you for a new one.',
    );
  }
  const link = toLink(row);
  const provider = await requireProvider(db, link.providerId);
  await noteUse(db, link, provider, address);
  return { link, provider };
}

async function noteUse(db: Database, link: SetupLink, provider: Provider, address: string): Promise<void> {
  if (link.lastUsedAt !== null) {
    await db
      .updateTable('provider_setup_link')
      .set({ last_used_at: sql`now()` })
      .where('id', '=', link.id)
      // The page asks every other second while a test is under way.
      .where('last_used_at', '<', sql<Date>`now() - interval '1 minute'`)
      .execute();
    return;
  }
  await inTransaction(db, async (trx) => {
    const first = await trx
      .updateTable('provider_setup_link')
      .set({ last_used_at: sql`now()` })
      .where('id', '=', link.id)
      .where('last_used_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!first) return;
    await recordAudit(trx, {
      actor: actorOfLink(link, address),
      action: 'identity-provider.setup-link-opened',
      objectType: 'identity-provider',
      objectId: provider.id,
      objectName: provider.name,
      after: { note: link.note },
    });
  });
}

/** Whoever uses a link, for the audit log. */
export function actorOfLink({ note }: Pick<SetupLink, 'note'>, address: string): AuditActor {
  return { accountId: null, name: `Set-up link: ${note}`, address };
}

function selectLinks(db: Database) {
  return db
    .selectFrom('provider_setup_link as link')
    .leftJoin('account', 'account.id', 'link.created_by')
    .select([
      'link.id',
      'link.provider_id',
      'link.note',
      'account.display_name as created_by_name',
      'link.created_at',
      'link.expires_at',
      'link.last_used_at',
      ...submissionColumns,
    ]);
}

type LinkRow = Awaited<ReturnType<ReturnType<typeof selectLinks>['executeTakeFirstOrThrow']>>;

function toLink(row: LinkRow): SetupLink {
  return {
    id: row.id,
    providerId: row.provider_id,
    note: row.note,
    createdBy: row.created_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    submitted: toSubmission(row),
  };
}
