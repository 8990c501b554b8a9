import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { addressOf, siteAt } from '../../platform/http/asked-host.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { verifyHandOver } from '../portal-domains/hand-over.ts';
import { hidesPasswordsEverywhere } from '../portal-sign-in/store.ts';
import type { Provider } from '../providers/store.ts';
import type { Factor } from '../second-factor/factors.ts';
import { askGate } from '../second-factor/gate.ts';
import { addPending } from '../second-factor/pending.ts';
import { clearCookie, readCookie, sessionCookieName } from '../sessions/cookies.ts';
import { endSession, startSession } from '../sessions/sessions.ts';
import type { Assertion } from './assertion.ts';
import { noteBreakGlass } from './break-glass.ts';
import type { SignInRoom } from './complete.ts';
import { portalOfPath } from './portal-of-path.ts';
import { defaultReturnTo, safeReturnTo } from './return-to.ts';

/** Somebody who was verified: by a password, a provider or a passkey. */
export interface VerifiedSignIn {
  readonly account: AccountSummary;
  readonly method: 'password' | 'provider' | 'passkey';
  /** where they want to go, as a link may have it; null: nowhere in particular */
  readonly returnTo: string | null;
  /** of a sign-in through a provider */
  readonly through?: {
    readonly provider: Provider;
    readonly identityId: string;
    readonly isNew: boolean;
    readonly assertion: Assertion;
    /** of the sign-in log's entry */
    readonly reference: string;
    /** sign_in_hand_over.id: the session is to be opened at another host than this one */
    readonly handOverId?: string | null;
  };
}

/** What the session will be made of, once everything that is asked has been shown. */
export interface PlannedSession {
  readonly method: VerifiedSignIn['method'];
  readonly returnTo: string | null;
  readonly identityId: string | null;
  readonly limits: { readonly idleMinutes: number | null; readonly maxHours: number | null };
  readonly providerSession: string | null;
  readonly logoutHint: string | null;
  readonly provider: { readonly id: string; readonly name: string } | null;
  /** for the audit log */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How a sign-in goes on. */
export interface OpenedSignIn {
  /** Set-Cookie values */
  readonly cookies: readonly string[];
  /** a path of this site; with its host, when the session is to be opened at another one */
  readonly path: string;
  /** false: the second factor comes first, or the session is opened elsewhere */
  readonly isSignedIn: boolean;
}

/** Where the second factor is asked for. */
export const factorPath = '/servicedesk/customer/user/second-factor';

/** Where people set one up. */
export const securityPath = '/servicedesk/customer/user/security';

/**
 * The one way from a verified person to a session. Where a second factor is asked for there is none yet: what it will be made
 * of waits, and opens nothing.
 *
 * @throws TooManyTries while too many wrong second factors keep the account locked
 */
export async function openSession(
  room: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  { account, method, returnTo, through }: VerifiedSignIn,
): Promise<OpenedSignIn> {
  const { config, sealer } = room.platform;
  if (through?.handOverId) {
    return {
      cookies: [],
      path: await handOver(room, trx, account, through.handOverId, through),
      isSignedIn: false,
    };
  }
  const { portalHost } = request;
  const isStaff = async () => (await room.staff.among(trx, [account.id])).has(account.id);
  const planned: PlannedSession = {
    method,
    returnTo: safeReturnTo(returnTo),
    identityId: through?.identityId ?? null,
    limits: {
      idleMinutes: through?.provider.sessionIdleMinutes ?? null,
      maxHours: through?.provider.sessionMaxHours ?? null,
    },
    providerSession: through?.assertion.providerSession ?? null,
    logoutHint: through?.assertion.logoutHint ?? null,
    provider: through ? { id: through.provider.id, name: through.provider.name } : null,
    facts: through
      ? {
          subject: through.assertion.subject,
          email: through.assertion.email,
          isNew: through.isNew,
          reference: through.reference,
        }
      : { method },
  };
  const answer = await askGate(room, trx, request, {
    account,
    isStaff,
    method,
    providerId: through?.provider.id ?? null,
    methods: through?.assertion.methods ?? [],
    portalId: portalHost?.portalId ?? portalOfPath(planned.returnTo),
  });
  if (!answer.isOpen) {
    const cookies = [await addPending(trx, config, sealer, account.id, planned)];
    // Whoever signs in anew is no longer who was signed in here: what is set up on the way in must not go to them.
    const earlier = readCookie(request.headers.cookie, sessionCookieName(config.url));
    if (earlier) {
      await endSession(trx, earlier);
      cookies.push(clearCookie(config.url, sessionCookieName(config.url)));
    }
    return { cookies, path: factorPath, isSignedIn: false };
  }
  const cookie = await startPlanned(room, trx, request, account, planned, answer.factor);
  const goal = planned.returnTo ?? (portalHost ? '/' : defaultReturnTo(await isStaff()));
  return {
    cookies: [cookie],
    path: answer.isAsked ? `${securityPath}?${new URLSearchParams({ asked: '1', destination: goal })}` : goal,
    isSignedIn: true,
  };
}

/** Keeps a verified person for the portal's host where the sign-in began. Returns the address that takes it there. */
async function handOver(
  { platform: { config, sealer } }: Pick<SignInRoom, 'platform'>,
  trx: Database,
  account: AccountSummary,
  id: string,
  { identityId, isNew, assertion, reference }: NonNullable<VerifiedSignIn['through']>,
): Promise<string> {
  const person = { accountId: account.id, identityId };
  const { host, code } = await verifyHandOver(trx, sealer, id, person, { assertion, isNew, reference });
  return `${addressOf(siteAt(config.url, host))}/sso/hand-over?${new URLSearchParams({ code })}`;
}

/**
 * Opens the session of somebody who has shown all that is asked, and records it. The browser's earlier session ends: ids are
 * never carried from before a sign-in to after it.
 *
 * @returns the Set-Cookie value
 */
export async function startPlanned(
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
  trx: Database,
  request: FastifyRequest,
  account: AccountSummary,
  planned: PlannedSession,
  factor: Factor | null,
): Promise<string> {
  const { config, sealer } = platform;
  const earlier = readCookie(request.headers.cookie, sessionCookieName(config.url));
  if (earlier) await endSession(trx, earlier);
  const { cookie } = await startSession(trx, {
    accountId: account.id,
    identityId: planned.identityId,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    config,
    limits: planned.limits,
    providerSession: planned.providerSession,
    logoutHint: planned.logoutHint === null ? null : { json: planned.logoutHint, sealer },
    factor,
    host: request.portalHost?.host ?? null,
  });
  const actor = { accountId: account.id, name: account.displayName, address: request.ip };
  const { provider } = planned;
  await recordAudit(trx, {
    actor,
    action: 'sign-in.succeeded',
    objectType: provider ? 'identity-provider' : 'account',
    objectId: provider ? provider.id : account.accountId,
    objectName: provider ? provider.name : account.displayName,
    after: { ...planned.facts, ...(factor && { factor }) },
  });
  if (planned.method === 'password' && (await hidesPasswordsEverywhere(trx))) {
    const isStaff = (await staff.among(trx, [account.id])).has(account.id);
    await noteBreakGlass(platform, trx, request, account, isStaff);
  }
  return cookie;
}
