import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Platform } from '../platform.ts';
import type { App } from './app-types.ts';
import { errorResponses } from './error-responses.ts';
import { Unavailable } from './errors.ts';

const statusSchema = Type.Object({ status: Type.Literal('ok') });
const databaseTimeoutMs = 2_000;

/**
 * Adds `/healthz` (the process answers) and `/readyz` (it can do its work: the database answers and it is not shutting
 * down). Neither is limited in rate, so that a busy Portico is not taken for a dead one.
 */
export function registerHealth(app: App, { db }: Platform): void {
  let isDraining = false;
  app.addHook('preClose', async () => {
    isDraining = true;
  });

  app.get(
    '/healthz',
    {
      config: { rateLimit: false, answersAnyHost: true },
      schema: {
        operationId: 'isAlive',
        tags: ['operation'],
        summary: 'Whether the process answers',
        querystring: Type.Object({}),
        response: { 200: statusSchema },
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      config: { rateLimit: false, answersAnyHost: true },
      schema: {
        operationId: 'isReady',
        tags: ['operation'],
        summary: 'Whether requests can be served: the database answers, and Portico is not shutting down',
        response: { 200: statusSchema, ...errorResponses(503) },
      },
    },
    async (request) => {
      if (isDraining) throw new Unavailable('Portico is shutting down.');
      try {
        await withTimeout(sql`select 1`.execute(db), databaseTimeoutMs);
      } catch (error) {
        request.log.warn({ err: error }, 'not ready');
        throw new Unavailable('The database does not answer.');
      }
      return { status: 'ok' as const };
    },
  );
}

async function withTimeout(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
