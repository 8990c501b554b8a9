import type { Database } from '../../platform/database/database.ts';

/** Which sessions a provider wants ended. At least one of person and session is named. */
export interface ProviderSessions {
  /** what verified messages of the provider name as their issuer */
  readonly issuer: string;
  /** the person: SAML NameID or OpenID `sub` */
  readonly subject?: string;
  /** the provider's own sessions: SAML SessionIndex or OpenID `sid` */
  readonly providerSessions?: readonly string[];
}

/** A session that was ended, and whose it was. */
export interface EndedSession {
  /** session.id */
  readonly id: string;
  /** account.account_id, as the API shows it */
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
}

/**
 * Ends the sessions that came from a provider, as that provider asks. Both person and session must fit where both are named,
 * so that nobody's session ends but of those who signed in through this very provider and issuer.
 */
export async function endSessionsByProviderSession(
  trx: Database,
  providerId: string,
  { issuer, subject, providerSessions }: ProviderSessions,
): Promise<EndedSession[]> {
  if (subject === undefined && providerSessions === undefined) return [];
  if (providerSessions?.length === 0) return [];
  return trx
    .deleteFrom('session')
    .using(['identity', 'account'])
    .whereRef('identity.id', '=', 'session.identity_id')
    .whereRef('account.id', '=', 'session.account_id')
    .where('identity.provider_id', '=', providerId)
    .where('identity.issuer', '=', issuer)
    .$if(subject !== undefined, (query) => query.where('identity.subject', '=', subject ?? ''))
    .$if(providerSessions !== undefined, (query) =>
      query.where('session.provider_session', 'in', [...(providerSessions ?? [])]),
    )
    .returning([
      'session.id',
      'account.account_id as accountId',
      'account.display_name as displayName',
      'account.email',
    ])
    .execute();
}
