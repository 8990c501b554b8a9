import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../../platform/database/database.ts';
import type { App } from '../../../platform/http/app-types.ts';
import { errorResponses } from '../../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../../platform/http/paging.ts';
import type { Platform } from '../../../platform/platform.ts';
import { requireRecent } from '../../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../../viewer.ts';
import { accountFilterSchema } from '../filter.ts';
import type { BulkActs } from './acts.ts';
import { runAct } from './run.ts';
import { addAct, findAct, listItems, type RunningAct, sweepActs } from './store.ts';

const tags = ['account'];
const textOrNull = Type.Union([Type.String(), Type.Null()]);
const params = Type.Object({ id: Type.String() });
const outcomes = ['done', 'unchanged', 'refused'] as const;

/** More accounts than this are seen to by a job, and the answer does not wait for it. */
const atOnce = 100;

const actNames = [
  'deactivate',
  'reactivate',
  'end-sessions',
  'reset-second-factor',
  'add-to-group',
  'remove-from-group',
  'add-to-organization',
  'remove-from-organization',
] as const;

const runningActSchema = Type.Object(
  {
    id: Type.String(),
    act: Type.String(),
    subject: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
    total: Type.Integer(),
    done: Type.Integer(),
    unchanged: Type.Integer({ description: 'Nothing was to be done' }),
    refused: Type.Integer(),
    isFinished: Type.Boolean(),
    stopped: Type.Union([Type.String(), Type.Null()], { description: 'Why it was not gone on with' }),
  },
  { title: 'BulkAct' },
);

/** Doing something to many accounts at once. */
export function addBulkRoutes(app: App, { db, jobs }: Platform, acts: BulkActs): void {
  jobs.define<{ actId: string }>('account.bulk', ({ actId }) => runAct(db, acts, actId));
  jobs.define('account.bulk-sweep', () => sweepActs(db));
  jobs.schedule('account.bulk-sweep', '47 3 * * *');

  app.post(
    '/rest/portico/1/account-bulk',
    {
      schema: {
        operationId: 'changeManyAccounts',
        tags,
        summary: 'Do something to many accounts: those named, or all that match a filter',
        description: `Up to ${atOnce} accounts are seen to before the answer, more by a job: ask again how far it is.`,
        body: Type.Object(
          {
            act: Type.Enum([...actNames]),
            subjectId: Type.Optional(
              Type.String({ maxLength: 100, description: 'groupId of the group, or id of the organization' }),
            ),
            accountIds: Type.Optional(
              Type.Array(Type.String({ maxLength: 128 }), { minItems: 1, maxItems: 1000 }),
            ),
            filter: Type.Optional(accountFilterSchema),
          },
          { additionalProperties: false },
        ),
        response: { 200: runningActSchema, 202: runningActSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await requireRecent(db, request);
      const { act: name, subjectId, accountIds, filter } = request.body;
      const act = acts.get(name);
      if (!act) throw Invalid.fields({ act: 'This is not known here.' });
      if ((accountIds === undefined) === (filter === undefined)) {
        throw Invalid.fields({ accountIds: 'Say which accounts: by accountIds, or by a filter.' });
      }
      if (act.subject && subjectId === undefined) {
        throw Invalid.fields({ subjectId: 'Say which group or organization.' });
      }
      const subject = act.subject ? await act.subject(db, subjectId ?? '') : null;
      const whom = accountIds ? { accountIds } : { filter: filter ?? {} };
      const begun = await inTransaction(db, async (trx) => {
        const id = await addAct(trx, { act: name, subject, actor: actorOf(request), whom });
        const made = await requireAct(id, trx);
        if (made.total > atOnce) await jobs.add(trx, 'account.bulk', { actId: id });
        return made;
      });
      if (begun.total > atOnce) return reply.code(202).send(json(begun));
      await runAct(db, acts, begun.id);
      return reply.code(200).send(json(await requireAct(begun.id)));
    },
  );

  app.get(
    '/rest/portico/1/account-bulk/:id',
    {
      schema: {
        operationId: 'getBulkAct',
        tags,
        summary: 'How far something is that is done to many accounts',
        params,
        response: { 200: runningActSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return json(await requireAct(request.params.id));
    },
  );

  app.get(
    '/rest/portico/1/account-bulk/:id/item',
    {
      schema: {
        operationId: 'listItemsOfBulkAct',
        tags,
        summary: 'How it went for each account',
        params,
        querystring: Type.Object({
          ...pageQueryProperties,
          outcome: Type.Optional(Type.Enum([...outcomes])),
        }),
        response: {
          200: pageSchema(
            Type.Object({
              accountId: Type.String(),
              displayName: Type.String(),
              outcome: textOrNull,
              message: textOrNull,
            }),
          ),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, outcome } = request.query;
      const { id } = await requireAct(request.params.id);
      const items = await listItems(db, id, { start, limit: limit + 1, ...(outcome && { outcome }) });
      return page({ request, start, limit }, items);
    },
  );

  async function requireAct(id: string, on = db): Promise<RunningAct> {
    const act = await findAct(on, id);
    if (!act) throw new NotFound('There is no such act. What was done is in the audit log.');
    return act;
  }
}

function json(act: RunningAct): Static<typeof runningActSchema> {
  const { id, act: name, subjectId, subjectName, total, done, unchanged, refused, finishedAt, stopped } = act;
  return {
    id,
    act: name,
    subject: subjectId === null ? null : { id: subjectId, name: subjectName ?? '' },
    total,
    done,
    unchanged,
    refused,
    isFinished: finishedAt !== null,
    stopped,
  };
}
