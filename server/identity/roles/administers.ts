import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import { requireViewer, type Viewer } from '../viewer.ts';

/** Whether somebody administers a service desk: as an administrator of the site, or of that desk. */
export async function administersDesk(
  db: Database,
  { id, isAdministrator }: Pick<Viewer, 'id' | 'isAdministrator'>,
  deskId: string,
): Promise<boolean> {
  if (isAdministrator) return true;
  if (!/^\d{1,18}$/.test(deskId)) return false;
  const row = await db
    .selectFrom('service_desk_agent')
    .select('account_id')
    .where('service_desk_id', '=', deskId)
    .where('account_id', '=', id)
    .where('is_administrator', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody administers the site or any service desk. */
export async function administersAny(
  db: Database,
  { id, isAdministrator }: Pick<Viewer, 'id' | 'isAdministrator'>,
): Promise<boolean> {
  if (isAdministrator) return true;
  const row = await db
    .selectFrom('service_desk_agent')
    .select('account_id')
    .where('account_id', '=', id)
    .where('is_administrator', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The signed-in administrator of the site or of this service desk.
 * @throws Unauthenticated when nobody is signed in
 * @throws Forbidden for everybody else, whether there is such a desk or not
 */
export async function requireDeskAdministrator(
  db: Database,
  request: FastifyRequest,
  deskId: string,
): Promise<Viewer> {
  const viewer = requireViewer(request);
  if (await administersDesk(db, viewer, deskId)) return viewer;
  throw new Forbidden('Only an administrator of this service desk may do this.');
}
