import { sql } from 'kysely';
import { type AuditActor, type AuditEntry, recordAudit } from '../../platform/audit/audit.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { normalizeDomain } from '../accounts/email.ts';
import { portalSignIn } from '../portal-sign-in/store.ts';
import { listPortalDomains, type PortalDomain, portalDomainByHost, portalDomainById } from './store.ts';

/** What is decided about a host. */
export interface PortalDomainInput {
  readonly portalId: string;
  readonly signInAt: PortalDomain['signInAt'];
  readonly isMain: boolean;
}

/**
 * Gives a portal a host of its own. The portal's first is its main one.
 *
 * @param site the site's own address, which is no portal's
 * @throws Invalid naming fields, Conflict naming `host` when it is taken
 */
export async function addPortalDomain(
  trx: Database,
  site: URL,
  { host: typed, ...input }: PortalDomainInput & { readonly host: string },
  actor: AuditActor,
): Promise<PortalDomain> {
  const host = readHost(typed, site);
  await lockPortalDomains(trx);
  await requirePortal(trx, input.portalId);
  const twin = await portalDomainByHost(trx, host);
  if (twin) {
    throw new Conflict('', { host: `${host} leads to ${twin.portalName} already. Remove it there first.` });
  }
  const isMain = input.isMain || (await listPortalDomains(trx, input.portalId)).length === 0;
  if (isMain) await clearMain(trx, input.portalId);
  const { id } = await trx
    .insertInto('portal_domain')
    .values({
      host,
      portal_id: input.portalId,
      sign_in_at: input.signInAt,
      is_main: isMain,
      check_key: randomToken(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const domain = await requirePortalDomain(trx, id);
  await note(trx, 'added', domain, actor, { after: viewOf(domain) });
  return domain;
}

/**
 * Changes what a host is for.
 *
 * @param version that was seen
 * @throws NotFound, Invalid naming fields, Conflict when it was changed meanwhile
 */
export async function changePortalDomain(
  trx: Database,
  id: string,
  version: number,
  input: PortalDomainInput,
  actor: AuditActor,
): Promise<PortalDomain> {
  await lockPortalDomains(trx);
  const before = await requirePortalDomain(trx, id);
  requireVersion(before, version);
  await requirePortal(trx, input.portalId);
  const moves = input.portalId !== before.portalId;
  const others = (await listPortalDomains(trx, input.portalId)).filter((other) => other.id !== id);
  if (!input.isMain && before.isMain && !moves && others.length > 0) {
    throw Invalid.fields({ isMain: `Make another host of ${before.portalName} its main one instead.` });
  }
  const isMain = input.isMain || others.length === 0;
  if (isMain) await clearMain(trx, input.portalId);
  await trx
    .updateTable('portal_domain')
    .set({
      portal_id: input.portalId,
      sign_in_at: input.signInAt,
      is_main: isMain,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
  if (moves) await ensureMain(trx, before.portalId);
  const after = await requirePortalDomain(trx, id);
  await note(trx, 'changed', after, actor, { before: viewOf(before), after: viewOf(after) });
  return after;
}

/**
 * Takes a host away from its portal: from then on it is refused. Whoever is signed in there is signed out.
 *
 * @throws NotFound, Conflict when it was changed meanwhile
 */
export async function removePortalDomain(
  trx: Database,
  id: string,
  version: number,
  actor: AuditActor,
): Promise<void> {
  await lockPortalDomains(trx);
  const domain = await requirePortalDomain(trx, id);
  requireVersion(domain, version);
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('host', '=', domain.host)
    .executeTakeFirst();
  for (const table of ['sign_in_attempt', 'sign_out_attempt'] as const) {
    await trx.deleteFrom(table).where('host', '=', domain.host).execute();
  }
  await trx.deleteFrom('portal_domain').where('id', '=', id).execute();
  await ensureMain(trx, domain.portalId);
  await note(trx, 'removed', domain, actor, {
    before: viewOf(domain),
    after: { sessionsEnded: Number(numDeletedRows) },
  });
}

/** @throws NotFound */
export async function requirePortalDomain(db: Database, id: string): Promise<PortalDomain> {
  const domain = await portalDomainById(db, id);
  if (!domain) throw new NotFound('There is no such domain of a portal.');
  return domain;
}

function readHost(typed: string, site: URL): string {
  const host = normalizeDomain(typed);
  if (host === null) {
    throw Invalid.fields({
      host: 'Write the host alone, such as help.acme.example: no https://, no port, no path, and no number in place of a name.',
    });
  }
  if (host === site.hostname) {
    throw Invalid.fields({ host: `${host} is the address of this site, where all portals are already.` });
  }
  return host;
}

async function requirePortal(trx: Database, portalId: string): Promise<void> {
  if (!(await portalSignIn(trx, portalId))) {
    throw Invalid.fields({ portalId: 'There is no such portal. Choose another.' });
  }
}

function requireVersion({ version, host }: PortalDomain, seen: number): void {
  if (version === seen) return;
  throw new Conflict(`${host} was changed since you opened it. Load it again before you save.`);
}

/** Changes wait for each other: of a portal's hosts one is the main one. */
async function lockPortalDomains(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('portal-domains', 0))`.execute(trx);
}

async function clearMain(trx: Database, portalId: string): Promise<void> {
  await trx
    .updateTable('portal_domain')
    .set({ is_main: false, version: sql`version + 1` })
    .where('portal_id', '=', portalId)
    .where('is_main', '=', true)
    .execute();
}

/** Of the hosts that are left, the oldest is the main one. */
async function ensureMain(trx: Database, portalId: string): Promise<void> {
  await sql`update portal_domain set is_main = true, version = version + 1 where id = (
    select id from portal_domain d where portal_id = ${portalId}::bigint and not exists(
      select from portal_domain where portal_id = ${portalId}::bigint and is_main)
    order by created_at, id limit 1)`.execute(trx);
}

function viewOf({ host, portalId, signInAt, isMain, version }: PortalDomain) {
  return { host, portalId, signInAt, isMain, version };
}

async function note(
  trx: Database,
  what: 'added' | 'changed' | 'removed',
  { id, host }: PortalDomain,
  actor: AuditActor,
  states: Pick<AuditEntry, 'before' | 'after'>,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `portal-domain.${what}`,
    objectType: 'portal-domain',
    objectId: id,
    objectName: host,
    ...states,
  });
}
