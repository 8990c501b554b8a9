import type { FastifyRequest } from 'fastify';
import type { App } from '../platform/http/app-types.ts';
import { Forbidden, Unauthenticated } from '../platform/http/errors.ts';
import type { Platform } from '../platform/platform.ts';
import { clearCookie, readCookie, sessionCookieName } from './sessions/cookies.ts';
import { viewerOfToken } from './sessions/sessions.ts';

/** Who is calling: the account behind the session of a request. */
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
  /** session.id */
  readonly sessionId: string;
  /** identity_provider.id through which the session began; null: with a password */
  readonly sessionProviderId: string | null;
  readonly session: {
    readonly startedAt: Date;
    readonly expiresAt: Date;
    /** stricter than the site's limit; null: that one */
    readonly idleMinutes: number | null;
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** null: nobody is signed in */
    viewer: Viewer | null;
  }
}

// Answered without asking who calls; browsers send the cookie with them all the same.
const withoutViewer = /^\/(assets\/|healthz|readyz|metrics)/;

/** Finds out on every request who is calling, and notes it in `request.viewer`. */
export function decorateRequestsWithViewer(app: App, { db, config }: Platform): void {
  const cookieName = sessionCookieName(config.url);
  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request, reply) => {
    const token = readCookie(request.headers.cookie, cookieName);
    if (!token || withoutViewer.test(request.url)) return;
    const viewer = await viewerOfToken(db, token, config);
    if (viewer !== 'over') request.viewer = viewer;
    // Of a token that nobody knows the browser may hold the successor already, from another tab: that one stays.
    else reply.header('set-cookie', clearCookie(config.url, cookieName));
  });
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
  return { accountId: viewer?.id ?? null, name: viewer?.displayName ?? null, address: request.ip };
}
