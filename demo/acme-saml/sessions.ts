import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../people.ts';

// Cookies are shared by all ports of a host, so the name says whose it is.
const cookieName = 'acme_session';
const lifetimeSeconds = 8 * 60 * 60;

/** Somebody signed in at Acme, in one browser. */
interface Session {
  readonly person: Person;
  /** SessionIndex of assertions given out for it */
  readonly index: string;
  /** the request that the password was typed for: it has had the fresh sign-in it may have asked for */
  readonly signedInFor: string | undefined;
}

/** Who is signed in, kept in memory: a restart means signing in again. */
export interface Sessions {
  of(request: FastifyRequest): Session | undefined;
  /** Opens a session, in place of one that the browser had. */
  open(request: FastifyRequest, reply: FastifyReply, person: Person, signedInFor: string | undefined): void;
  close(request: FastifyRequest, reply: FastifyReply): void;
}

/** Makes an empty set of sessions; each ends after eight hours. */
export function createSessions(): Sessions {
  const byToken = new Map<string, Session & { readonly endsAt: number }>();
  const tokenOf = (request: FastifyRequest) =>
    new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';

  return {
    of(request) {
      const session = byToken.get(tokenOf(request));
      return session && session.endsAt > Date.now() ? session : undefined;
    },
    open(request, reply, person, signedInFor) {
      byToken.delete(tokenOf(request));
      for (const [token, { endsAt }] of byToken) if (endsAt <= Date.now()) byToken.delete(token);
      const token = randomBytes(32).toString('base64url');
      const index = `_${randomBytes(16).toString('hex')}`;
      byToken.set(token, { person, index, signedInFor, endsAt: Date.now() + lifetimeSeconds * 1000 });
      reply.header('set-cookie', cookie(token, lifetimeSeconds));
    },
    close(request, reply) {
      byToken.delete(tokenOf(request));
      reply.header('set-cookie', cookie('', 0));
    },
  };
}

function cookie(value: string, maxAgeSeconds: number): string {
  return `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`;
}
