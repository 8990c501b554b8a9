import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk, requireAgentDesk } from '../access.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { siteOf } from '../people.ts';
import {
  metricInput,
  metricJson,
  metricSchema,
  previewSchema,
  recomputeJson,
  recomputeSchema,
  scopeSchema,
} from './admin-json.ts';
import {
  addMetric,
  changeMetric,
  deleteMetric,
  maxMetrics,
  orderMetrics,
  requireMetric,
} from './change-metric.ts';
import { countRequestsOf, previewMetric } from './preview.ts';
import { type MetricInput, readMetric } from './read-metric.ts';
import { cancelRecompute, listRecomputes, startRecompute } from './recompute-desk.ts';
import { metricsOfDesks } from './store.ts';

const tags = ['SLA'];
const desk = '/rest/portico/1/service-desk/:serviceDeskId';
const base = `${desk}/sla`;
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const params = Type.Object({ serviceDeskId: Type.String(), slaId: Type.String() });
const recomputeParams = Type.Object({ serviceDeskId: Type.String(), recomputeId: Type.String() });
const recomputesSchema = Type.Object({ values: Type.Array(recomputeSchema) });

/** How many of the latest are listed. */
const recomputesListed = 10;

/** What service desks measure. Agents read it, administrators of the desk change it. */
export function slaAdminRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.get(
    base,
    {
      schema: {
        operationId: 'listSlas',
        tags,
        summary: 'What a service desk measures, in order',
        description: `There are at most ${maxMetrics}.`,
        params: deskParams,
        response: {
          200: Type.Object({ values: Type.Array(metricSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      const { id } = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      return { values: ((await metricsOfDesks(db, [id])).get(id) ?? []).map(metricJson) };
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: 'createSla',
        tags,
        summary: 'Measure something more; requests that there are are computed in the background',
        params: deskParams,
        body: Type.Object({ ...metricInput, recompute: scopeSchema }, { additionalProperties: false }),
        response: { 201: metricSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const { recompute, ...input } = request.body;
      const metric = await db.transaction().execute(async (trx) => {
        const fieldId = await addMetric(trx, id, input as MetricInput, recompute, actorOf(request), viewer);
        return requireMetric(trx, id, fieldId);
      });
      return reply.code(201).send(metricJson(metric));
    },
  );

  app.get(
    `${base}/:slaId`,
    {
      schema: {
        operationId: 'getSla',
        tags,
        summary: 'An SLA of a service desk: what it measures',
        params,
        response: { 200: metricSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const { id } = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      return metricJson(await requireMetric(db, id, request.params.slaId));
    },
  );

  app.put(
    `${base}/:slaId`,
    {
      schema: {
        operationId: 'changeSla',
        tags,
        summary: 'Change what is measured; requests are computed anew in the background',
        description:
          'A new name may have another id: service levels of the same name are one field, whatever their desk.',
        params,
        body: Type.Object(
          { ...metricInput, version: Type.Integer({ minimum: 1 }), recompute: scopeSchema },
          { additionalProperties: false },
        ),
        response: { 200: metricSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const { recompute, version, ...input } = request.body;
      const named = { serviceDeskId: id, fieldId: request.params.slaId, version };
      return db.transaction().execute(async (trx) => {
        const fieldId = await changeMetric(
          trx,
          named,
          input as MetricInput,
          recompute,
          actorOf(request),
          viewer,
        );
        return metricJson(await requireMetric(trx, id, fieldId));
      });
    },
  );

  app.delete(
    `${base}/:slaId`,
    {
      schema: {
        operationId: 'deleteSla',
        tags,
        summary: 'Measure it no more, and forget what was measured',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      await db.transaction().execute((trx) => deleteMetric(trx, id, request.params.slaId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.put(
    `${desk}/sla-order`,
    {
      schema: {
        operationId: 'orderSlas',
        tags,
        summary: 'Put the SLAs of a service desk into an order',
        params: deskParams,
        body: Type.Object(
          { ids: Type.Array(Type.String({ maxLength: 20 }), { maxItems: maxMetrics }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      await db.transaction().execute((trx) => orderMetrics(trx, id, request.body.ids, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${desk}/sla-preview`,
    {
      schema: {
        operationId: 'previewSla',
        tags,
        summary: 'What an SLA would say of requests, before it is saved',
        params: deskParams,
        body: Type.Object(
          {
            ...metricInput,
            id: Type.Optional(Type.String({ maxLength: 20, description: 'Of the SLA that is changed' })),
            issueIdsOrKeys: Type.Array(Type.String({ maxLength: 50 }), {
              maxItems: 20,
              default: [],
              description: 'None: the latest',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: previewSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id: deskId } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const { id, issueIdsOrKeys, ...given } = request.body;
      const metric = id === undefined ? null : await requireMetric(db, deskId, id);
      const input = await readMetric(db, deskId, given as MetricInput, {
        writer: viewer,
        kept: metric ? [metric] : [],
      });
      const reader = { siteAddress: siteOf(request).siteAddress, timeZone: viewer.timeZone };
      const [values, count] = await Promise.all([
        withinTimeLimit(db, viewer.id, (trx) =>
          previewMetric(trx, deskId, { metric, input, keys: issueIdsOrKeys }, reader),
        ),
        countRequestsOf(db, deskId),
      ]);
      return { values, openRequests: count.open, allRequests: count.all };
    },
  );

  app.get(
    `${desk}/sla-recompute`,
    {
      schema: {
        operationId: 'listSlaRecomputes',
        tags,
        summary: 'How far the SLAs of requests are computed anew, newest first',
        params: deskParams,
        response: { 200: recomputesSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const recomputes = await listRecomputes(db, id, recomputesListed);
      return { values: recomputes.map((each) => recomputeJson(each, viewer.timeZone)) };
    },
  );

  app.post(
    `${desk}/sla-recompute`,
    {
      schema: {
        operationId: 'startSlaRecompute',
        tags,
        summary: 'Compute the SLAs of requests anew, in the background',
        params: deskParams,
        body: Type.Object({ scope: scopeSchema }, { additionalProperties: false }),
        response: { 202: recomputeSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const [made] = await db.transaction().execute(async (trx) => {
        await startRecompute(trx, id, request.body.scope, `${viewer.displayName} asked for it`);
        return listRecomputes(trx, id, 1);
      });
      if (!made) throw new Error('What was started is not there');
      return reply.code(202).send(recomputeJson(made, viewer.timeZone));
    },
  );

  app.post(
    `${desk}/sla-recompute/:recomputeId/cancel`,
    {
      schema: {
        operationId: 'cancelSlaRecompute',
        tags,
        summary: 'Go no further: what was computed stays',
        params: recomputeParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { serviceDeskId, recomputeId } = request.params;
      const { id } = await requireAdministeredDesk(db, viewer, serviceDeskId);
      const was = await db.transaction().execute((trx) => cancelRecompute(trx, id, recomputeId));
      if (!was) throw new NotFound('There is nothing of the kind that goes on.');
      return reply.code(204).send(null);
    },
  );
}
