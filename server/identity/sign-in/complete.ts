import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { TooManyTries } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginAccountLink } from '../account-link/account-links.ts';
import { ProofNeeded } from '../account-link/proof-needed.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { isComplete, type Provider } from '../providers/store.ts';
import { notePassedTest } from '../providers/testers.ts';
import type { FactorScopes } from '../second-factor/requirement.ts';
import type { Staff } from '../staff.ts';
import { dryRun } from '../traces/dry-run.ts';
import type { Assertion, SignInHook } from './assertion.ts';
import { type Attempt, completeAttempt } from './attempts.ts';
import { linkAndMap, resultOf } from './link-and-map.ts';
import { noted, type SignInNotes, type SignInResult } from './notes.ts';
import { openSession } from './open-session.ts';
import { SignInRefused } from './refusal.ts';
import { rememberProvider } from './remembered.ts';
import { actorOfTester, requireTester, type Tester, testPath } from './test-start.ts';

/** What sign-in through a provider needs from the room. */
export interface SignInRoom {
  readonly platform: Platform;
  readonly staff: Staff;
  readonly hooks: readonly SignInHook[];
  /** tell administrators what a sign-in gives somebody */
  readonly previews: readonly SignInPreview[];
  /** ids of the organizations that an account belongs to, for rules about second factors */
  readonly organizationsOf: FactorScopes;
}

/** What a room shows of what an account has: asked in the transaction of a sign-in that may be undone. */
export type SignInPreview = (
  trx: Database,
  account: AccountSummary,
  /** through which they come */
  provider: Pick<Provider, 'id' | 'isEnabled'>,
) => Promise<Partial<Pick<SignInResult, 'organizations' | 'portals'>>>;

/**
 * The last step of every sign-in through a provider: account, memberships (through the hooks), audit and session, in one
 * transaction; where a second factor is asked for, the session waits for it. A test ends here too, with a dry run in place
 * of all that.
 *
 * @param issuer what the verified response named as its issuer
 * @returns where to go on
 * @throws SignInRefused, with nothing changed; with a way out when the person must first prove that an account is theirs
 */
export async function completeSignIn(
  room: SignInRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  attempt: Attempt,
  issuer: string,
  assertion: Assertion,
  notes: SignInNotes,
): Promise<string> {
  notes.issued = { issuer, assertion };
  if (attempt.tester)
    return completeTest(room, request, provider, attempt, attempt.tester, notes.issued, notes);
  const { platform } = room;
  const { db } = platform;
  const complete = async (trx: Database) => {
    await completeAttempt(trx, attempt.id);
    const person = await linkAndMap(room, trx, provider, { issuer, assertion }, request.ip, notes);
    const { account, identityId, isNew } = person;
    const opened = await openSession(room, trx, request, {
      account,
      method: 'provider',
      returnTo: attempt.returnTo,
      through: {
        provider,
        identityId,
        isNew,
        assertion,
        reference: attempt.reference,
        handOverId: attempt.handOverId,
      },
    });
    return { opened, accountId: account.id, result: await resultOf(room, trx, provider, person) };
  };
  const done = await inTransaction(db, complete).catch(async (error) => {
    if (error instanceof TooManyTries) {
      throw new SignInRefused('account_locked', error.message, { cause: error });
    }
    if (error instanceof ProofNeeded) {
      error.wayOut = await inTransaction(db, async (trx) => {
        await completeAttempt(trx, attempt.id);
        const { account } = error;
        return beginAccountLink(room, trx, request, reply, { account, provider, attempt, issuer, assertion });
      });
    }
    throw error;
  });
  for (const cookie of done.opened.cookies) reply.header('set-cookie', cookie);
  // Of a sign-in for a portal's host, that host's browser remembers.
  if (attempt.handOverId === null) reply.header('set-cookie', rememberProvider(platform, provider.id));
  notes.finished = { accountId: done.accountId, result: done.result };
  return done.opened.path;
}

/** Shows what the sign-in would do, and notes with which settings the test succeeded. */
async function completeTest(
  room: SignInRoom,
  request: FastifyRequest,
  provider: Provider,
  attempt: Attempt,
  tester: Tester,
  issued: { readonly issuer: string; readonly assertion: Assertion },
  notes: SignInNotes,
): Promise<string> {
  const { db } = room.platform;
  await noted(notes, 'tester', () => requireTester(db, tester, request.viewer));
  await completeAttempt(db, attempt.id);
  const result = await dryRun(room, db, provider, issued, notes);
  await inTransaction(db, async (trx) => {
    await notePassedTest(trx, provider, 'sessionId' in tester ? (request.viewer?.id ?? null) : null);
    await recordAudit(trx, {
      actor: await actorOfTester(trx, tester, request.ip),
      action: 'identity-provider.tested',
      objectType: 'identity-provider',
      objectId: provider.id,
      objectName: provider.name,
      after: { version: provider.version, reference: attempt.reference },
    });
  });
  notes.finished = { accountId: null, result };
  return testPath(provider.id, attempt.reference, tester);
}

/**
 * The provider of a sign-in address. A test is let through while it is disabled.
 * @throws SignInRefused provider_unknown or provider_disabled
 */
export function requireUsable<P extends Provider['protocol']>(
  provider: Provider | null,
  protocol: P,
  purpose: 'sign-in' | 'test' = 'sign-in',
): Extract<Provider, { protocol: P }> {
  if (!provider || provider.protocol !== protocol) {
    throw new SignInRefused('provider_unknown', `There is no ${protocol} provider at this address`);
  }
  if (!isComplete(provider)) {
    throw new SignInRefused('provider_disabled', `${provider.name} is not filled in completely`);
  }
  if (!provider.isEnabled && purpose !== 'test')
    throw new SignInRefused('provider_disabled', `${provider.name} is disabled`);
  return provider as Extract<Provider, { protocol: P }>;
}
