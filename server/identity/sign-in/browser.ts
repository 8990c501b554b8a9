import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { attemptCookieName, readCookie, setCookie } from '../sessions/cookies.ts';
import { attemptSeconds } from './attempts.ts';

/** The token that names this browser while it is away at a provider, or null. */
export function browserTokenOf(request: FastifyRequest, url: URL): string | null {
  return readCookie(request.headers.cookie, attemptCookieName(url));
}

/** The token of this browser, given it now if it has none. One serves several tabs that sign in at the same time. */
export function giveBrowserToken(request: FastifyRequest, reply: FastifyReply, url: URL): string {
  const token = browserTokenOf(request, url) ?? randomToken();
  reply.header('set-cookie', setCookie(url, attemptCookieName(url), token, attemptSeconds));
  return token;
}
