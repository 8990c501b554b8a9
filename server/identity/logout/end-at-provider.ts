import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Provider } from '../providers/store.ts';
import {
  type EndedSession,
  endSessionsByProviderSession,
  type ProviderSessions,
} from '../sessions/provider-sessions.ts';
import { consumeLogout } from './attempts.ts';
import { LogoutRefused } from './refused.ts';

/** A verified message with which a provider ends sessions. */
export interface LogoutOrder extends ProviderSessions {
  /** ID of a LogoutRequest, jti of a logout token; null: a call that may be repeated and changes nothing then */
  readonly messageId: string | null;
  /** until when the message could be played again */
  readonly replayableUntil: Date;
  /** where the message came from, for the audit log */
  readonly address: string;
  readonly way: 'saml' | 'back-channel' | 'front-channel';
}

/**
 * Obeys a verified logout message, once.
 * @throws LogoutRefused when it was obeyed before
 */
export async function endAtProvidersOrder(
  trx: Database,
  { id, name }: Provider,
  order: LogoutOrder,
): Promise<EndedSession[]> {
  const { messageId, replayableUntil, address, way } = order;
  if (messageId !== null && !(await consumeLogout(trx, id, messageId, replayableUntil))) {
    throw new LogoutRefused('The logout message was obeyed before', { reason: { key: 'logout-replayed' } });
  }
  const ended = await endSessionsByProviderSession(trx, id, order);
  for (const [accountId, sessions] of Map.groupBy(ended, (session) => session.accountId)) {
    await recordAudit(trx, {
      actor: { accountId: null, name, address },
      action: 'session.ended',
      objectType: 'account',
      objectId: accountId,
      objectName: sessions[0]?.displayName ?? null,
      after: { sessions: sessions.length, provider: name, way },
    });
  }
  return ended;
}
