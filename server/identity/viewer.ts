import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../platform/http/app-types.ts';
import { Forbidden, Unauthenticated } from '../platform/http/errors.ts';
import { namedImpersonation, viewerAs } from './impersonation/see-as.ts';
import { clearCookie, readCookie, sessionCookieName } from './sessions/cookies.ts';
import { viewerOfToken } from './sessions/sessions.ts';
import type { SignInRoom } from './sign-in/complete.ts';
import { describeScopes } from './tokens/describe.ts';
import { createTokenGate } from './tokens/gate.ts';
import type { Scope } from './tokens/scopes.ts';

/** Who is calling: the account behind the session, or the API token, of a request. */
export interface Viewer {
  /** account.id */
  readonly id: string;
  /** account.account_id, as the API shows it */
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly isAdministrator: boolean;
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** session.id; null: with an API token */
  readonly sessionId: string | null;
  /** identity_provider.id through which the session began; null: with a password, or with an API token */
  readonly sessionProviderId: string | null;
  /** null: with an API token */
  readonly session: {
    readonly startedAt: Date;
    readonly expiresAt: Date;
    /** stricter than the site's limit; null: that one */
    readonly idleMinutes: number | null;
    /** the second factor that opened it; null: none */
    readonly factor: string | null;
  } | null;
  /** somebody must show a second factor somewhere, and this session or token came without one; null: no such thing */
  readonly lacksFactor: {
    /** the time to set one up has begun */
    readonly wasAsked: boolean;
  } | null;
  /** the API token that it came with; null: with a session */
  readonly token: {
    /** api_token.id */
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
  } | null;
  /**
   * An administrator who sees the portal as this account: everything is read as this account reads it, and nothing is changed.
   * Null: the account itself
   */
  readonly impersonation: {
    /** impersonation.id */
    readonly id: string;
    /** account.id of the administrator */
    readonly impersonatorId: string;
    readonly impersonatorName: string;
  } | null;
  /** the portal at whose own host they ask, where there is that portal alone; absent: at the site's host */
  readonly portalId?: string;
}

/** Somebody who is signed in, and not a program with an API token. */
export interface SignedInViewer extends Viewer {
  readonly sessionId: string;
  readonly session: NonNullable<Viewer['session']>;
  readonly token: null;
  readonly impersonation: null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** null: nobody is signed in */
    viewer: Viewer | null;
  }
}

// Answered without asking who calls; browsers send the cookie with them all the same.
const withoutViewer = /^\/(assets\/|healthz|readyz|metrics)/;

/**
 * Finds out on every request who is calling, and notes it in `request.viewer`. Whoever sends Authorization acts with that
 * alone: the cookie beside it is not read, and when the token is not valid, nothing is answered but that. A request that
 * names an impersonation is answered as the person who is seen, or refused (impersonation/see-as.ts).
 */
export function decorateRequestsWithViewer(
  app: App,
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
): void {
  const { config, db } = platform;
  const cookieName = sessionCookieName(config.url);
  const viewerOfApiToken = createTokenGate(platform, staff);
  describeScopes(app);
  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request, reply) => {
    if (withoutViewer.test(request.url)) return;
    const named = namedImpersonation(request);
    const { authorization } = request.headers;
    if (authorization !== undefined && named === null) {
      request.viewer = atHost(request, await viewerOfApiToken(request, authorization));
      return;
    }
    const own = await viewerOfSession(request, reply);
    const viewer = named === null ? own : await viewerAs({ platform, staff }, request, own, named);
    request.viewer = viewer && atHost(request, viewer);
  });

  async function viewerOfSession(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SignedInViewer | null> {
    const token = readCookie(request.headers.cookie, cookieName);
    if (!token) return null;
    const viewer = await viewerOfToken(db, token, config, request.portalHost?.host ?? null);
    if (viewer !== 'over') return viewer;
    // Of a token that nobody knows the browser may hold the successor already, from another tab: that one stays.
    reply.header('set-cookie', clearCookie(config.url, cookieName));
    return null;
  }
}

function atHost({ portalHost }: FastifyRequest, viewer: Viewer): Viewer {
  return portalHost ? { ...viewer, portalId: portalHost.portalId } : viewer;
}

/**
 * The signed-in account.
 * @throws Unauthenticated when nobody is signed in
 */
export function requireViewer(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new Unauthenticated('You are not signed in. Sign in and try again.');
  return request.viewer;
}

/**
 * Somebody who is signed in. For what concerns one's own session, and for what no API token may do.
 * @throws Unauthenticated when nobody is signed in
 * @throws Forbidden when the request came with an API token, or an administrator sees the portal as the account
 */
export function requireSession(request: FastifyRequest): SignedInViewer {
  const viewer = requireViewer(request);
  const { sessionId, session, token, impersonation } = viewer;
  if (impersonation !== null) {
    throw new Forbidden(
      `You see the portal as ${viewer.displayName}: the settings of the account itself are not shown.`,
    );
  }
  if (sessionId === null || session === null || token !== null) {
    throw new Forbidden('An API token cannot do this. Sign in with a browser.');
  }
  return { ...viewer, sessionId, session, token, impersonation };
}

/**
 * The signed-in administrator.
 * @throws Unauthenticated when nobody is signed in
 * @throws Forbidden when the account administers nothing
 */
export function requireAdministrator(request: FastifyRequest): Viewer {
  const viewer = requireViewer(request);
  if (!viewer.isAdministrator) throw new Forbidden('Only an administrator may do this.');
  return viewer;
}

/** Who does something and from where, for the audit log. */
export function actorOf(request: FastifyRequest): {
  accountId: string | null;
  name: string | null;
  address: string;
} {
  const { viewer } = request;
  const address = request.ip;
  if (viewer?.impersonation) {
    const { impersonatorId, impersonatorName } = viewer.impersonation;
    return { accountId: impersonatorId, name: `${impersonatorName} (as ${viewer.displayName})`, address };
  }
  const name = viewer?.token
    ? `${viewer.displayName} (API token ${viewer.token.name})`
    : (viewer?.displayName ?? null);
  return { accountId: viewer?.id ?? null, name, address };
}
