import { Readable } from 'node:stream';
import {
  addComment,
  assignRequest,
  giveFeedback,
  linkRequests,
  listLinkTypes,
  logWork,
  raiseRequest,
  transitionRequest,
  uploadFiles,
} from '../../server/desk/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import type { Platform } from '../../server/platform/platform.ts';
import { fillForm } from './forms.ts';
import type { Northwind } from './northwind.ts';
import type { PlannedRequest } from './plan.ts';
import type { PlannedStep } from './steps.ts';

/** What requests are written with. */
export interface RequestTarget {
  readonly trx: Database;
  readonly platform: Pick<Platform, 'files' | 'config'>;
  readonly northwind: Northwind;
  /** workflow_transition.id by the names of the status it leaves and of the transition */
  readonly transitionIds: ReadonlyMap<string, string>;
}

/** A request that has been raised, and where it is now. */
interface Raised {
  readonly id: string;
  status: string;
}

/** How the workflow of the template "customer support" names what is planned, and where that leads. */
const transitionOf = {
  start: { name: 'Start work', to: 'In progress' },
  wait: { name: 'Ask the customer', to: 'Waiting for customer' },
  resolve: { name: 'Resolve', to: 'Resolved' },
  reopen: { name: 'Reopen', to: 'Waiting for support' },
} as const;

/** Raises the planned requests and lets happen to them what is planned, everything in order of time. */
export async function writeRequests(
  target: Omit<RequestTarget, 'transitionIds'>,
  requests: readonly PlannedRequest[],
): Promise<void> {
  const complete = { ...target, transitionIds: await readTransitions(target.trx) };
  const ids = new Map<PlannedRequest, Raised>();
  const happenings = requests.flatMap((request) => {
    const raised: Raised = { id: '', status: 'Waiting for support' };
    ids.set(request, raised);
    return [
      { at: request.at, happen: () => raise(complete, request, raised) },
      ...request.steps.map((step) => ({
        at: step.at,
        happen: () => takeStep(complete, request, raised, step),
      })),
    ];
  });
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { happen } of happenings) await happen();
  await relate(target, requests, ids);
}

/** Links some requests to the one before in which a customer of the same company had the same trouble. */
async function relate(
  { trx, northwind }: Omit<RequestTarget, 'transitionIds'>,
  requests: readonly PlannedRequest[],
  ids: ReadonlyMap<PlannedRequest, Raised>,
): Promise<void> {
  const type = (await listLinkTypes(trx)).find(({ name }) => name === 'Relates');
  if (!type) throw new Error('The sample data needs the link type "Relates", which is not there');
  const before = new Map<string, PlannedRequest>();
  for (const request of requests) {
    const company = `${request.reporter.split('@')[1]} ${request.summary.split(' ').slice(0, 3).join(' ')}`;
    const earlier = before.get(company);
    before.set(company, request);
    const assigned = request.steps.find(({ kind }) => kind === 'assign');
    if (!earlier || !assigned) continue;
    const [source, destination] = [ids.get(request), ids.get(earlier)];
    if (!source || !destination) continue;
    await linkRequests(trx, {
      type,
      actor: { accountId: known(northwind.accountIds, assigned.actor), isAgent: true },
      sourceId: source.id,
      destinationId: destination.id,
      at: assigned.at,
    });
  }
}

async function readTransitions(trx: Database): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('workflow_transition as transition')
    .innerJoin('workflow_transition_from as start', 'start.transition_id', 'transition.id')
    .innerJoin('status', 'status.id', 'start.status_id')
    .innerJoin('workflow', 'workflow.id', 'transition.workflow_id')
    .where('workflow.name', '=', 'Customer support')
    .select(['transition.id', 'transition.name', 'status.name as from'])
    .execute();
  return new Map(rows.map(({ id, name, from }) => [`${from} → ${name}`, id]));
}

async function raise(
  { trx, platform, northwind }: RequestTarget,
  request: PlannedRequest,
  raised: { id: string },
): Promise<void> {
  const serviceDeskId = known(northwind.deskIds, request.desk);
  const actor = { accountId: known(northwind.accountIds, request.reporter), isAgent: false };
  const { file } = request;
  const uploads = file
    ? await uploadFiles(
        { ...platform, db: trx },
        { accountId: actor.accountId, serviceDeskId },
        Readable.from([{ content: Readable.from([file.content]), fileName: file.name }]),
      )
    : [];
  const ids = uploads.map((upload) => upload.id);
  const form = fillForm(northwind.forms, request, ids);
  raised.id = (await raiseRequest(trx, { actor, serviceDeskId, ...form, at: request.at })).id;
}

async function takeStep(
  { trx, northwind, transitionIds }: RequestTarget,
  request: PlannedRequest,
  raised: Raised,
  step: PlannedStep,
): Promise<void> {
  const isAgent = step.actor !== request.reporter;
  const actor = { accountId: known(northwind.accountIds, step.actor), isAgent };
  const base = { requestId: raised.id, actor, at: step.at };
  if (step.kind === 'assign') {
    await assignRequest(trx, { ...base, assigneeId: known(northwind.accountIds, step.assignee) });
  } else if (step.kind === 'comment') {
    await addComment(trx, { ...base, body: step.body, isPublic: step.isPublic });
    // The workflow gives an answered request back to the agents.
    if (!isAgent && raised.status === 'Waiting for customer') raised.status = 'Waiting for support';
  } else if (step.kind === 'log') {
    const started = new Date(step.at.getTime() - step.minutes * 60_000).toISOString();
    await logWork(trx, base, { timeSpentSeconds: step.minutes * 60, comment: step.body, started });
  } else if (step.kind === 'rate') {
    await giveFeedback(trx, { ...base, rating: step.rating, comment: step.words });
  } else {
    const { name, to } = transitionOf[step.kind];
    const transitionId = known(transitionIds, `${raised.status} → ${name}`);
    await transitionRequest(trx, { ...base, transitionId, asCustomer: !isAgent });
    raised.status = to;
  }
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample data needs "${key}", which is not there`);
  return value;
}
