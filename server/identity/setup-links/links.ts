import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';

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
  readonly submittedAt: Date | null;
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
 * The link of a token and the one provider that it is for, and notes that it was used.
 * @throws NotFound when the token is none, or works no more
 */
export async function enterBySetupLink(
  db: Database,
  token: string,
): Promise<{ link: SetupLink; provider: Provider }> {
  const used = await db
    .updateTable('provider_setup_link')
    .set({ last_used_at: sql`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst();
  const row = used && (await selectLinks(db).where('link.id', '=', used.id).executeTakeFirst());
  if (!row) {
    throw new NotFound(
      'This set-up link does not work: it has expired, was withdrawn, or was not copied completely. Ask whoever sent it to you for a new one.',
    );
  }
  const link = toLink(row);
  return { link, provider: await requireProvider(db, link.providerId) };
}

/** Whoever uses a link, for the audit log. */
export function actorOfLink({ note }: SetupLink, address: string): AuditActor {
  return { accountId: null, name: `Set-up link: ${note}`, address };
}

/** Notes that what was asked for is filled in, for an administrator to look at. */
export async function submitSetup(
  trx: Database,
  link: SetupLink,
  provider: Provider,
  actor: AuditActor,
): Promise<void> {
  await trx
    .updateTable('provider_setup_link')
    .set({ submitted_at: sql`now()` })
    .where('id', '=', link.id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.setup-submitted',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { note: link.note, version: provider.version },
  });
}

/** What customers' IT has filled in and no administrator has enabled yet, the latest first. */
export async function submittedSetups(
  db: Database,
): Promise<{ providerId: string; providerName: string; note: string; submittedAt: Date }[]> {
  const rows = await db
    .selectFrom('provider_setup_link as link')
    .innerJoin('identity_provider', 'identity_provider.id', 'link.provider_id')
    .distinctOn('link.provider_id')
    .select([
      'link.provider_id as providerId',
      'identity_provider.name as providerName',
      'link.note',
      'link.submitted_at as submittedAt',
    ])
    .where('link.submitted_at', 'is not', null)
    .where('identity_provider.is_enabled', '=', false)
    .orderBy('link.provider_id')
    .orderBy('link.submitted_at', 'desc')
    .execute();
  return rows
    .flatMap(({ submittedAt, ...others }) => (submittedAt ? [{ ...others, submittedAt }] : []))
    .sort((one, other) => other.submittedAt.getTime() - one.submittedAt.getTime());
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
      'link.submitted_at',
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
    submittedAt: row.submitted_at,
  };
}
