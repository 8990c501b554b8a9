import type { FastifyRequest } from 'fastify';
import { inTransaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import type { EndedSession } from '../sessions/provider-sessions.ts';
import { endAtProvidersOrder, type LogoutOrder } from './end-at-provider.ts';
import { checked, type KnownSignOut, noteObeyed } from './refused.ts';

/**
 * Obeys a verified logout message, once, and records it in the sign-in log.
 * @throws LogoutRefused when it was obeyed before
 */
export async function obey(
  platform: Platform,
  request: FastifyRequest,
  provider: Provider,
  order: LogoutOrder,
  known: KnownSignOut,
): Promise<EndedSession[]> {
  const ended = await checked(
    known,
    'logout-sessions',
    () => inTransaction(platform.db, (trx) => endAtProvidersOrder(trx, provider, order)),
    describeEnded,
  );
  known.notes.named = { subject: order.subject ?? null, email: ended[0]?.email ?? null };
  await noteObeyed(platform, request, known);
  return ended;
}

function describeEnded(ended: readonly EndedSession[]): string {
  if (ended.length === 0) return 'No session was open that this message names';
  const names = [...new Set(ended.map(({ displayName }) => displayName))].join(', ');
  return ended.length === 1 ? `The session of ${names} ended` : `${ended.length} sessions of ${names} ended`;
}
