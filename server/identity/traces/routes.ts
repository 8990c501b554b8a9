import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { loginPath } from '../providers/addresses.ts';
import { type ProviderInput, providerInputSchema } from '../providers/json.ts';
import { requireProvider } from '../providers/providers.ts';
import { isComplete, type Provider } from '../providers/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { prepareTest } from '../sign-in/test-start.ts';
import { requireAdministrator, requireSession } from '../viewer.ts';
import { goneOnAs } from './beginnings.ts';
import {
  purposeSchema,
  replayJson,
  replaySchema,
  traceJson,
  traceSchema,
  traceSummaryJson,
  traceSummarySchema,
} from './json.ts';
import { isReplayable, type ReplayableTrace, replay, withInput } from './replay.ts';
import { findTrace, isTraceExpected, listTraces, newestIssued } from './store.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String() });
const traceParams = Type.Object({ id: Type.String(), reference: Type.String({ maxLength: 20 }) });
const unsaved = Type.Object(
  {
    input: Type.Optional(
      Type.Unsafe<ProviderInput>({ ...providerInputSchema, description: 'Settings that are not saved' }),
    ),
  },
  { additionalProperties: false },
);

/** Tests of identity providers, their sign-in log, and dry runs of it; for administrators. */
export function addTraceRoutes(app: App, room: SignInRoom): void {
  const { config, db } = room.platform;

  app.post(
    '/rest/portico/1/identity-provider/:id/test',
    {
      schema: {
        operationId: 'testIdentityProvider',
        tags,
        summary: 'Make ready a complete round trip that signs nobody in and changes nothing',
        params,
        response: {
          200: Type.Object({
            url: Type.String({ description: 'To be opened once, in this browser, within 10 minutes' }),
            reference: Type.String({ description: 'Of the entry in the sign-in log that it will have' }),
          }),
          ...errorResponses(401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { sessionId } = requireSession(request);
      const provider = await requireProvider(db, request.params.id);
      if (!isComplete(provider)) {
        throw new Conflict(
          `${provider.name} is not filled in completely. Fill in what is missing, then test it.`,
        );
      }
      const { token, reference } = await prepareTest(db, provider.id, { sessionId });
      return { url: `${loginPath(provider)}?${new URLSearchParams({ test: token })}`, reference };
    },
  );

  app.get(
    '/rest/portico/1/identity-provider/:id/sign-in-log',
    {
      schema: {
        operationId: 'listSignInLog',
        tags,
        summary: 'Sign-ins, tests and sign-outs of an identity provider, newest first',
        params,
        querystring: Type.Object({
          outcome: Type.Optional(Type.Enum(['succeeded', 'refused'])),
          purpose: Type.Optional(purposeSchema),
          query: Type.Optional(
            Type.String({ maxLength: 200, description: 'In e-mail address, subject, address or reference' }),
          ),
          start: Type.Optional(
            Type.String({ pattern: '^\\d{1,18}$', description: '`next` of the page before' }),
          ),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: {
          200: Type.Object({
            values: Type.Array(traceSummarySchema),
            next: Type.Union([Type.String(), Type.Null()], { description: '`start` of the next page' }),
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const provider = await requireProvider(db, request.params.id);
      const { outcome, purpose, query, start, limit } = request.query;
      const traces = await listTraces(db, {
        providerId: provider.id,
        outcome,
        purpose,
        text: query?.trim(),
        beforeId: start,
        limit: limit + 1,
      });
      const shown = traces.slice(0, limit);
      return {
        values: shown.map((trace) => traceSummaryJson(trace, provider, config.url)),
        next: traces.length > limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },
  );

  app.get(
    '/rest/portico/1/identity-provider/:id/sign-in-log/:reference',
    {
      schema: {
        operationId: 'getSignInLogEntry',
        tags,
        summary: 'One sign-in or test; without an entry while it has not ended',
        params: traceParams,
        response: {
          200: Type.Object({ entry: Type.Union([traceSchema, Type.Null()]) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id, reference } = request.params;
      const provider = await requireProvider(db, id);
      const trace = await findTrace(db, provider.id, reference);
      if (!trace && !(await isTraceExpected(db, provider.id, reference))) throw noTrace();
      if (!trace) return { entry: null };
      const wentOnAs = trace.purpose === 'idp-initiated' ? await goneOnAs(db, trace.reference) : null;
      return { entry: traceJson(trace, provider, config.url, wentOnAs) };
    },
  );

  app.post(
    '/rest/portico/1/identity-provider/:id/sign-in-log/:reference/replay',
    {
      schema: {
        operationId: 'replaySignIn',
        tags,
        summary: 'What a sign-in of the past would become now, or under settings that are not saved',
        params: traceParams,
        body: unsaved,
        response: { 200: replaySchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id, reference } = request.params;
      const provider = await requireProvider(db, id);
      const trace = await findTrace(db, provider.id, reference);
      if (!trace) throw noTrace();
      if (!isReplayable(trace)) {
        throw new Conflict(
          'This sign-in was refused before it was known who the person is, so there is nothing to replay.',
        );
      }
      return replayed(provider, trace, request.body.input);
    },
  );

  app.post(
    '/rest/portico/1/identity-provider/:id/mapping-preview',
    {
      schema: {
        operationId: 'previewMapping',
        tags,
        summary: 'What the last sign-in or test would become, now or under settings that are not saved',
        params,
        body: unsaved,
        response: {
          200: Type.Object({
            reference: Type.Union([Type.String(), Type.Null()], {
              description: 'Of the sign-in that was taken; null: there was none yet',
            }),
            finishedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
            replay: Type.Union([replaySchema, Type.Null()]),
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const provider = await requireProvider(db, request.params.id);
      const trace = await newestIssued(db, provider.id);
      if (!trace || !isReplayable(trace)) return { reference: null, finishedAt: null, replay: null };
      return {
        reference: trace.reference,
        finishedAt: trace.finishedAt.toISOString(),
        replay: await replayed(provider, trace, request.body.input),
      };
    },
  );

  async function replayed(provider: Provider, trace: ReplayableTrace, input: ProviderInput | undefined) {
    const changed = input ? withInput(provider, input, config) : provider;
    return replayJson(await replay(room, changed, trace), trace.issued.issuer, changed, config.url);
  }
}

function noTrace(): NotFound {
  return new NotFound('There is no such sign-in in the log. Entries are kept for a limited time.');
}
