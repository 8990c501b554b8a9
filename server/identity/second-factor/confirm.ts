import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import { requireAdministrator, requireSession, type SignedInViewer, type Viewer } from '../viewer.ts';

/** How long a proof that it is the person counts for sensitive acts, in minutes. */
const recentMinutes = 15;

/** What a refusal is named by which a browser answers by asking the person to show that it is them, and tries again. */
const confirmField = 'confirm';

/**
 * The signed-in person, who has lately signed in or shown a factor: for acts that a borrowed browser or a stolen cookie must
 * not be enough for.
 *
 * @throws Unauthenticated, Forbidden naming `confirm`
 */
export async function requireRecent(db: Database, request: FastifyRequest): Promise<SignedInViewer> {
  const viewer = requireSession(request);
  const row = await db
    .selectFrom('session')
    .select(sql<boolean>`verified_at > now() - make_interval(mins => ${recentMinutes})`.as('isRecent'))
    .where('id', '=', viewer.sessionId)
    .executeTakeFirst();
  if (!row?.isRecent) {
    throw new Forbidden('', { [confirmField]: 'Confirm first that it is you.' });
  }
  return viewer;
}

/**
 * The administrator who is calling, for what decides who gets in: in a browser they must lately have shown that it is them. An
 * API token shows nothing again and again; what it may do, its scopes say.
 *
 * @throws Unauthenticated, Forbidden
 */
export async function requireRecentAdministrator(db: Database, request: FastifyRequest): Promise<Viewer> {
  const viewer = requireAdministrator(request);
  await requireRecentInBrowser(db, request, viewer);
  return viewer;
}

/**
 * The same for those who are let in by other rules.
 * @throws Forbidden naming `confirm`
 */
export async function requireRecentInBrowser(
  db: Database,
  request: FastifyRequest,
  { token }: Viewer,
): Promise<void> {
  if (token === null) await requireRecent(db, request);
}
