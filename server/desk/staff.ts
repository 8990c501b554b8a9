import type { FastifyRequest } from 'fastify';
import { type Identity, requireViewer, type Viewer } from '../identity/index.ts';
import type { Database } from '../platform/database/database.ts';
import { Forbidden } from '../platform/http/errors.ts';

/**
 * Whoever asks, when they work here: administrators, and agents of any desk.
 *
 * @throws Unauthenticated when nobody is signed in
 * @throws Forbidden for customers
 */
export async function requireStaff(
  db: Database,
  identity: Pick<Identity, 'isStaff'>,
  request: FastifyRequest,
): Promise<Viewer> {
  const viewer = requireViewer(request);
  if (await identity.isStaff(db, viewer.id)) return viewer;
  throw new Forbidden('Only people who work here may do this.');
}
