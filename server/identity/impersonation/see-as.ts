import type { FastifyRequest } from 'fastify';
import { Forbidden, Unauthenticated } from '../../platform/http/errors.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import type { SignedInViewer, Viewer } from '../viewer.ts';
import { noteOver } from './impersonate.ts';
import { type EndReason, findImpersonation, type Impersonation } from './store.ts';

/** Where programs ask: only there `?as=` means something. */
const programs = /^\/(rest|sso|scim|events)(\/|\?|$)/;
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Which impersonation a request names: in the header `x-portico-as`, or, where a browser asks by itself (images, files,
 * streams), in `?as=`. Null: none, and the request is its sender's own.
 */
export function namedImpersonation(request: FastifyRequest): string | null {
  const header = request.headers['x-portico-as'];
  if (header !== undefined) return String(header);
  if (!programs.test(request.url)) return null;
  const query = request.query as { as?: unknown } | undefined;
  if (query?.as === undefined) return null;
  const named = String(query.as);
  // No route has a parameter of this name, and some take none that they do not know.
  delete query.as;
  return named;
}

/**
 * Whom a request is answered as that names an impersonation: the person who is seen. Everything but reading is refused here,
 * for all routes that there are and will be; so is all that begins or ends a sign-in.
 *
 * @param own who is signed in, with what session; null: nobody, or a program
 * @throws Unauthenticated, Forbidden: never is such a request answered as its sender. Those that say that it is over name
 *   `impersonation`
 */
export async function viewerAs(
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
  request: FastifyRequest,
  own: SignedInViewer | null,
  publicId: string,
): Promise<Viewer> {
  if (request.headers.authorization !== undefined) {
    throw new Forbidden(
      'With an API token the portal cannot be seen as somebody else. Leave out x-portico-as, or the token.',
      { impersonation: 'Not with an API token.' },
    );
  }
  if (!own) {
    throw new Unauthenticated(
      'You are signed out, and no longer see the portal as somebody else. Sign in and begin again.',
      { impersonation: 'You are signed out.' },
    );
  }
  const { db, config } = platform;
  const found = await findImpersonation(db, { staff, config }, { publicId, sessionId: own.sessionId });
  if (!found) {
    throw new Forbidden(
      'In this session you do not see the portal as anybody else. Begin again, in the administration under People.',
      { impersonation: 'There is no such one in this session.' },
    );
  }
  const { impersonation, overBy } = found;
  if (overBy) {
    if (!impersonation.isClosed) await noteOver(platform, impersonation.id, overBy);
    throw new Forbidden(overInWords(impersonation, overBy), { impersonation: 'It is over.' });
  }
  const { person, impersonator } = impersonation;
  if (!reads.has(request.method)) {
    throw new Forbidden(
      `You see the portal as ${person.displayName}: nothing can be changed. To do something as yourself, use another tab.`,
    );
  }
  if (request.url.startsWith('/sso/')) {
    throw new Forbidden(`You see the portal as ${person.displayName}: nobody signs in or out here.`);
  }
  return {
    id: person.id,
    accountId: person.accountId,
    displayName: person.displayName,
    email: person.email,
    isAdministrator: false,
    locale: person.locale,
    timeZone: person.timeZone,
    sessionId: null,
    sessionProviderId: person.providerId,
    session: null,
    // whether they would have to show a second factor depends on their own sign-in
    lacksFactor: null,
    token: null,
    impersonation: {
      id: impersonation.id,
      impersonatorId: impersonator.id,
      impersonatorName: impersonator.displayName,
    },
  };
}

/** Whether one (impersonation.id) still holds: asked by streams that stay open longer than a request. */
export async function isImpersonationOpen(
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
  id: string,
): Promise<boolean> {
  const found = await findImpersonation(platform.db, { staff, config: platform.config }, { id });
  return found !== null && found.overBy === null;
}

function overInWords({ person }: Impersonation, reason: EndReason): string {
  const name = person.displayName;
  switch (reason) {
    case 'hand':
      return `You no longer see the portal as ${name}: it was ended.`;
    case 'time':
      return `You no longer see the portal as ${name}: the time is over. Begin again in the administration, if you need to.`;
    case 'session':
      return `You no longer see the portal as ${name}: the session in which you began is over.`;
    case 'role':
      return `You no longer see the portal as ${name}: you are no administrator any more.`;
    case 'account':
      return `You no longer see the portal as ${name}: the account was deactivated, or works here now.`;
  }
}
