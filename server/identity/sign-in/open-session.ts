import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { readCookie, sessionCookieName } from '../sessions/cookies.ts';
import { endSession, startSession } from '../sessions/sessions.ts';
import type { Assertion } from './assertion.ts';
import type { LinkedPerson } from './link.ts';

/** A sign-in through a provider, whose person is known. */
export interface FinishedSignIn {
  readonly provider: Provider;
  readonly person: LinkedPerson;
  readonly assertion: Assertion;
  /** of the sign-in log's entry */
  readonly reference: string;
}

/**
 * Opens the session of a sign-in through a provider, and records it. The browser's earlier session ends: ids are never
 * carried from before a sign-in to after it.
 *
 * @returns the Set-Cookie value
 */
export async function openProviderSession(
  { config, sealer }: Pick<Platform, 'config' | 'sealer'>,
  trx: Database,
  request: FastifyRequest,
  { provider, person: { account, identityId, isNew }, assertion, reference }: FinishedSignIn,
): Promise<string> {
  const earlier = readCookie(request.headers.cookie, sessionCookieName(config.url));
  if (earlier) await endSession(trx, earlier);
  const { cookie } = await startSession(trx, {
    accountId: account.id,
    identityId,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    config,
    limits: { idleMinutes: provider.sessionIdleMinutes, maxHours: provider.sessionMaxHours },
    providerSession: assertion.providerSession ?? null,
    logoutHint: assertion.logoutHint ? { json: assertion.logoutHint, sealer } : null,
  });
  await recordAudit(trx, {
    actor: { accountId: account.id, name: account.displayName, address: request.ip },
    action: 'sign-in.succeeded',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { subject: assertion.subject, email: assertion.email, isNew, reference },
  });
  return cookie;
}
