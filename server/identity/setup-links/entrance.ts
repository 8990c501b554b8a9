import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import type { Provider } from '../providers/store.ts';
import { actorOfLink, enterBySetupLink, type SetupLink } from './links.ts';

export const tokenProperty = { token: Type.String({ minLength: 1, maxLength: 100 }) };

export type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** Whoever has a set-up link, and all that it leads to. */
export interface Entered {
  readonly link: SetupLink;
  readonly provider: Provider;
  readonly actor: AuditActor;
}

const windowSeconds = 600;
const limits = {
  /** wrong tokens of one address */
  guesses: 200,
  /** calls with one link; its page asks every other second while a test is under way */
  calls: 1200,
  /** what makes us ask others: of one link, and of one address */
  'look-up': 40,
  test: 20,
};

/**
 * Lets in who has a set-up link that works.
 *
 * @param effort what the call is about to make us do
 * @throws NotFound, TooManyTries
 */
export function createEntrance(
  db: Database,
): (request: LinkRequest, effort?: 'look-up' | 'test') => Promise<Entered> {
  return async (request, effort) => {
    const { link, provider } = await enterBySetupLink(db, request.params.token, request.ip).catch(
      async (error: unknown) => {
        if (error instanceof NotFound) await count('guesses', networkOf(request.ip));
        throw error;
      },
    );
    await count('calls', link.id);
    if (effort) {
      await count(effort, link.id);
      await count(effort, networkOf(request.ip));
    }
    return { link, provider, actor: actorOfLink(link, request.ip) };
  };

  function count(what: keyof typeof limits, of: string): Promise<void> {
    return hit(db, `provider-setup:${what}:${of}`, limits[what], windowSeconds);
  }
}
