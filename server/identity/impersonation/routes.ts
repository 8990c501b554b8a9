import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireAdministrator, requireSession } from '../viewer.ts';
import { closeImpersonations, endByHand, noteOver, reasonLength, startImpersonation } from './impersonate.ts';
import {
  impersonationSettingsSchema,
  listedImpersonationJson,
  listedImpersonationSchema,
  shownImpersonationJson,
  shownImpersonationSchema,
} from './json.ts';
import { impersonatedMail } from './mails.ts';
import { changeImpersonationSettings, impersonationSettings } from './settings.ts';
import {
  findImpersonation,
  type Impersonation,
  impersonationByPublicId,
  listImpersonations,
  organizationNames,
} from './store.ts';

const tags = ['impersonation'];
const params = Type.Object({ id: Type.String({ maxLength: 100 }) });

/** Seeing the portal as a customer, for administrators: to begin, to end, and who did. Requests made so come to viewer.ts. */
export function addImpersonationRoutes(app: App, room: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { platform, staff } = room;
  const { config, db, jobs, mail } = platform;
  mail.define(impersonatedMail);
  jobs.define('identity.close-impersonations', () => closeImpersonations(platform, staff));
  jobs.schedule('identity.close-impersonations', '* * * * *');

  app.post(
    '/rest/portico/1/account/:accountId/impersonation',
    {
      schema: {
        operationId: 'startImpersonation',
        tags,
        summary: 'See the portal as a customer, to read, for half an hour',
        description:
          'Requests of the same session that name the id, in the header x-portico-as or in ?as=, are answered as that ' +
          'person. They can change nothing.',
        params: Type.Object({ accountId: Type.String() }),
        body: Type.Object(
          {
            reason: Type.String({
              maxLength: reasonLength.max,
              description: 'For the audit log, and for the mail to the person',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 201: shownImpersonationSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const viewer = requireSession(request);
      await requireRecentAdministrator(db, request);
      const { accountId } = request.params;
      const started = await inTransaction(db, (trx) =>
        startImpersonation(trx, staff, viewer, { accountId, reason: request.body.reason }, actorOf(request)),
      );
      return reply.code(201).send(await shown(started));
    },
  );

  app.get(
    '/rest/portico/1/impersonation',
    {
      schema: {
        operationId: 'listImpersonations',
        tags,
        summary: 'Who has seen the portal as whom, why, and what was opened; newest first',
        querystring: Type.Object({ ...pageQueryProperties }),
        response: { 200: pageSchema(listedImpersonationSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit } = request.query;
      const found = await listImpersonations(db, { start, limit: limit + 1 });
      return page({ request, start, limit }, found.map(listedImpersonationJson));
    },
  );

  app.get(
    '/rest/portico/1/impersonation/:id',
    {
      schema: {
        operationId: 'getImpersonation',
        tags,
        summary: 'One that you began: whose portal you see, and for how long. Ask as yourself',
        params,
        response: { 200: shownImpersonationSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireSession(request);
      const publicId = request.params.id;
      const own = await impersonationByPublicId(db, publicId);
      if (own?.impersonator.id !== viewer.id) throw noSuchImpersonation();
      if (own.endedAt) return shown(own);
      // In another session of the same administrator nothing is answered under it either.
      const { sessionId } = viewer;
      const found = await findImpersonation(db, { staff, config }, { publicId, sessionId });
      if (!found) throw noSuchImpersonation();
      if (found.overBy) await noteOver(platform, own.id, found.overBy);
      return shown((await impersonationByPublicId(db, publicId)) ?? own);
    },
  );

  app.delete(
    '/rest/portico/1/impersonation/:id',
    {
      schema: {
        operationId: 'endImpersonation',
        tags,
        summary: 'End one: your own, or as an administrator anybody’s. Ask as yourself',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await endByHand(platform, await requireMayEnd(request, request.params.id), actorOf(request));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/impersonation-settings',
    {
      schema: {
        operationId: 'getImpersonationSettings',
        tags,
        summary: 'Whether people are told that somebody has seen the portal as them',
        response: { 200: Type.Object(impersonationSettingsSchema), ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return impersonationSettings(db);
    },
  );

  app.put(
    '/rest/portico/1/impersonation-settings',
    {
      schema: {
        operationId: 'changeImpersonationSettings',
        tags,
        summary: 'Decide whether people are told that somebody has seen the portal as them',
        body: Type.Object(impersonationSettingsSchema, { additionalProperties: false }),
        response: {
          200: Type.Object(impersonationSettingsSchema),
          ...errorResponses(400, 401, 403, 409),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      requireSession(request);
      await requireRecentAdministrator(db, request);
      return inTransaction(db, (trx) => changeImpersonationSettings(trx, request.body, actorOf(request)));
    },
  );

  async function shown(impersonation: Impersonation) {
    const organizations = await organizationNames(db, impersonation.person.id);
    return shownImpersonationJson(impersonation, organizations);
  }

  async function requireMayEnd(request: FastifyRequest, publicId: string): Promise<Impersonation> {
    const viewer = requireSession(request);
    const found = await impersonationByPublicId(db, publicId);
    if (!found || (found.impersonator.id !== viewer.id && !viewer.isAdministrator)) {
      throw noSuchImpersonation();
    }
    return found;
  }
}

function noSuchImpersonation(): NotFound {
  return new NotFound('There is no such impersonation.');
}
