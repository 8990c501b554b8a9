import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../http/app-types.ts';
import { errorResponses } from '../http/error-responses.ts';
import type { Platform } from '../platform.ts';
import type { EventSink, Listener } from './hub.ts';
import { sweepEvents } from './outbox.ts';
import { retentionDays } from './position.ts';

/**
 * Adds `GET /events`, the live stream, and the job that sweeps the outbox.
 *
 * @param listenerOf who is calling; throws Unauthenticated when nobody is signed in
 */
export function registerEvents(
  app: App,
  { events, jobs }: Platform,
  listenerOf: (request: FastifyRequest) => Listener,
): void {
  jobs.define('events.sweep', async (_payload, { db, log }) => {
    const count = await sweepEvents(db, retentionDays);
    log.info({ count }, 'swept old events');
  });
  jobs.schedule('events.sweep', '17 3 * * *');

  app.get(
    '/events',
    {
      config: { isLongLived: true },
      schema: {
        operationId: 'listenToEvents',
        tags: ['events'],
        summary: 'Hear of changes as they happen (server-sent events)',
        description:
          'Frames: `ready` first, `change` with {kind, topics, payload}, `reset` when too much was missed and ' +
          'everything should be fetched anew. Send the last id as Last-Event-ID to resume.',
        querystring: Type.Object({
          topic: Type.Array(Type.String({ examples: ['request:10001'] }), { minItems: 1, maxItems: 20 }),
        }),
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String()) }),
        produces: ['text/event-stream'],
        response: {
          200: Type.String({ description: 'text/event-stream' }),
          ...errorResponses(400, 401, 404, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const lastEventId = request.headers['last-event-id'];
      const close = await events.open(
        { listener: listenerOf(request), topics: request.query.topic, lastEventId },
        () => startStream(reply),
      );
      reply.raw.on('close', close);
      if (reply.raw.destroyed) close();
      return reply;
    },
  );
}

/** Begins the response; from here on the hub writes it. */
function startStream(reply: FastifyReply): EventSink {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would otherwise hold frames back.
    'x-accel-buffering': 'no',
  });
  // Browsers come back by themselves, after a pause that differs, so that a restarted Portico is not stormed by all at once.
  raw.write(`retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n\n`);
  // Frames are small and must not wait for each other.
  raw.socket?.setNoDelay(true);
  return {
    write: (text) => {
      if (!raw.writableEnded && !raw.destroyed) raw.write(text);
    },
    waitingBytes: () => raw.writableLength,
    end: () => raw.end(),
    destroy: () => raw.destroy(),
  };
}
