import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { type PortalHost, siteAt } from '../../platform/http/asked-host.ts';

/** A host at which a portal lives, beside the site's own. */
export interface PortalDomain extends PortalHost {
  readonly id: string;
  readonly portalName: string;
  /** mail about the portal leads to it */
  readonly isMain: boolean;
  /** answers of this Portico are told from others' by it */
  readonly checkKey: string;
  readonly version: number;
  readonly createdAt: Date;
}

/** The portal's host of this name, in the form in which hosts are kept, or null. */
export async function portalHostOf(db: Database, host: string): Promise<PortalHost | null> {
  const row = await db
    .selectFrom('portal_domain')
    .select(['host', 'portal_id as portalId', 'sign_in_at as signInAt'])
    .where('host', '=', host)
    .executeTakeFirst();
  return row ? { ...row, signInAt: signInAtOf(row.signInAt) } : null;
}

/** All of them, by portal and host; of one portal (service_desk.id) when it is named. */
export async function listPortalDomains(db: Database, portalId?: string): Promise<PortalDomain[]> {
  const rows = await select(db)
    .$if(portalId !== undefined, (query) => query.where('domain.portal_id', '=', portalId ?? ''))
    .orderBy('portal.portal_name')
    .orderBy('domain.portal_id')
    .orderBy('domain.host')
    .execute();
  return rows.map(toDomain);
}

/** One of them, or null. */
export async function portalDomainById(db: Database, id: string): Promise<PortalDomain | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await select(db).where('domain.id', '=', id).executeTakeFirst();
  return row ? toDomain(row) : null;
}

/** The one of this host, or null. */
export async function portalDomainByHost(db: Database, host: string): Promise<PortalDomain | null> {
  const row = await select(db).where('domain.host', '=', host).executeTakeFirst();
  return row ? toDomain(row) : null;
}

/** What a portal (service_desk.id) shows of itself to everybody, or null. */
export async function portalFace(
  db: Database,
  portalId: string,
): Promise<{ readonly id: string; readonly name: string; readonly accentColor: string } | null> {
  const row = await db
    .selectFrom('service_desk')
    .select(['id', 'portal_name as name', 'accent_color as accentColor'])
    .where('id', '=', portalId)
    .executeTakeFirst();
  return row ?? null;
}

/** Where mail about a portal (service_desk.id; null: none) leads to: its main domain, else the site. */
export async function portalAddress(
  db: Database,
  { url }: Pick<Config, 'url'>,
  portalId: string | null,
): Promise<URL> {
  if (portalId === null || !/^\d{1,18}$/.test(portalId)) return url;
  const row = await db
    .selectFrom('portal_domain')
    .select('host')
    .where('portal_id', '=', portalId)
    .where('is_main', '=', true)
    .executeTakeFirst();
  return row ? siteAt(url, row.host) : url;
}

/** The origins of the site's own host and of portals': passkeys are made for the one and may be used at all of them. */
export async function siteOrigins(db: Database, url: URL): Promise<string[]> {
  const rows = await db.selectFrom('portal_domain').select('host').orderBy('host').execute();
  return [url.origin, ...rows.map(({ host }) => siteAt(url, host).origin)];
}

/** How many sessions are open at a host. */
export async function sessionsAt(db: Database, host: string): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('host', '=', host)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function select(db: Database) {
  return db
    .selectFrom('portal_domain as domain')
    .innerJoin('service_desk as portal', 'portal.id', 'domain.portal_id')
    .select([
      'domain.id',
      'domain.host',
      'domain.portal_id as portalId',
      'portal.portal_name as portalName',
      'domain.is_main as isMain',
      'domain.sign_in_at as signInAt',
      'domain.check_key as checkKey',
      'domain.version',
      'domain.created_at as createdAt',
    ]);
}

function toDomain<Row extends { readonly signInAt: string }>(row: Row) {
  return { ...row, signInAt: signInAtOf(row.signInAt) };
}

/** The table allows no other. */
function signInAtOf(text: string): PortalHost['signInAt'] {
  return text === 'domain' ? 'domain' : 'site';
}
