import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { readCookie, sessionCookieName } from '../sessions/cookies.ts';
import { endSession, startSession } from '../sessions/sessions.ts';
import type { Staff } from '../staff.ts';
import type { Assertion, SignInHook } from './assertion.ts';
import { type Attempt, completeAttempt } from './attempts.ts';
import { linkPerson } from './link.ts';
import type { SignInNotes } from './notes.ts';
import { SignInRefused } from './refusal.ts';
import { defaultReturnTo, safeReturnTo } from './return-to.ts';

/** What sign-in through a provider needs from the room. */
export interface SignInRoom {
  readonly platform: Platform;
  readonly staff: Staff;
  readonly hooks: readonly SignInHook[];
}

/**
 * The last step of every sign-in through a provider: account, memberships (through the hooks), audit and session, in one
 * transaction. The browser's earlier session ends: ids are never carried from before a sign-in to after it.
 *
 * @param issuer what the verified response named as its issuer
 * @returns where the person wanted to go
 * @throws SignInRefused, with nothing changed
 */
export async function completeSignIn(
  { platform, staff, hooks }: SignInRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  attempt: Attempt,
  issuer: string,
  assertion: Assertion,
  notes: SignInNotes,
): Promise<string> {
  const { db, config } = platform;
  const address = request.ip;
  const done = await inTransaction(db, async (trx) => {
    await completeAttempt(trx, attempt.id);
    const actor = { accountId: null, name: assertion.displayName ?? assertion.email, address };
    const { account, identityId, isNew } = await linkPerson(
      trx,
      provider,
      issuer,
      assertion,
      staff,
      actor,
      notes,
    );
    const { id, name, domains } = provider;
    for (const hook of hooks) {
      await hook(trx, { account, isNew, provider: { id, name, domains }, assertion, address });
    }
    const earlier = readCookie(request.headers.cookie, sessionCookieName(config.url));
    if (earlier) await endSession(trx, earlier);
    const { cookie } = await startSession(trx, {
      accountId: account.id,
      identityId,
      address,
      userAgent: request.headers['user-agent'] ?? null,
      config,
    });
    await recordAudit(trx, {
      actor: { accountId: account.id, name: account.displayName, address },
      action: 'sign-in.succeeded',
      objectType: 'identity-provider',
      objectId: id,
      objectName: name,
      after: { subject: assertion.subject, email: assertion.email, isNew },
    });
    const isStaff = (await staff.among(trx, [account.id])).has(account.id);
    return { cookie, isStaff };
  });
  reply.header('set-cookie', done.cookie);
  return safeReturnTo(attempt.returnTo) ?? defaultReturnTo(done.isStaff);
}

/**
 * The provider of a sign-in address.
 * @throws SignInRefused provider_unknown or provider_disabled
 */
export function requireUsable<P extends Provider['protocol']>(
  provider: Provider | null,
  protocol: P,
): Extract<Provider, { protocol: P }> {
  if (!provider || provider.protocol !== protocol) {
    throw new SignInRefused('provider_unknown', `There is no ${protocol} provider at this address`);
  }
  if (!provider.isEnabled) throw new SignInRefused('provider_disabled', `${provider.name} is disabled`);
  return provider as Extract<Provider, { protocol: P }>;
}
