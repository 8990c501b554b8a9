import { Type } from 'typebox';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import { actorIn, findRequest, requireAgentRequest } from '../access.ts';
import { addComment } from '../comments/add-comment.ts';
import { type GivenComment, publicAsGiven } from '../comments/jira-comment.ts';
import { linkRequests } from '../links/link-requests.ts';
import { listLinkTypes } from '../links/store.ts';
import type { EditOperations } from '../requests/edit-operations.ts';
import { type GivenWork, logWork } from '../worklogs/log-work.ts';

/** The properties of a body that creates, edits or moves an issue. */
export const updateProperties = {
  fields: Type.Optional(
    Type.Record(Type.String({ maxLength: 255 }), Type.Unknown(), {
      description: 'New values by field id',
    }),
  ),
  update: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 255 }),
      Type.Array(Type.Record(Type.String({ maxLength: 20 }), Type.Unknown()), { maxItems: 1000 }),
      {
        description:
          'What to do with values, by field id: add, set, remove. Under comment, worklog and issuelinks: what to add beside them',
      },
    ),
  ),
};

/** What such a body says. */
export interface UpdateBody {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly update?: Readonly<Record<string, readonly Operation[]>>;
}

type Operation = Readonly<Record<string, unknown>>;

/** What is to become of an issue, and what is to stand beside it. */
export interface ReadUpdate {
  readonly values: Readonly<Record<string, unknown>>;
  readonly operations: EditOperations;
  readonly additions: Additions;
}

/** What is added to an issue, as it was given: comments, work, links. */
interface Additions {
  readonly comment: readonly object[];
  readonly worklog: readonly object[];
  readonly issuelinks: readonly object[];
}

/**
 * Reads `fields` and `update`.
 * @throws Invalid naming `comment`, `worklog` or `issuelinks`, where more is asked for than to add some
 */
export function readUpdate({ fields = {}, update = {} }: UpdateBody): ReadUpdate {
  const { comment = [], worklog = [], issuelinks = [], ...operations } = update;
  return {
    values: fields,
    operations,
    additions: {
      comment: comment.map((operation) => added('comment', operation)),
      worklog: worklog.map((operation) => added('worklog', operation)),
      issuelinks: issuelinks.map((operation) => added('issuelinks', operation)),
    },
  };
}

function added(key: keyof Additions, operation: Operation): object {
  const { add } = operation;
  if (Object.keys(operation).length === 1 && typeof add === 'object' && add !== null) return add;
  throw Invalid.fields({ [key]: 'Here, {"add": {…}} can be done, and no more.' });
}

/**
 * Locks a request with those that it is to be linked to, in the order of their ids, before the edit that the links come with: of
 * two requests that are linked to each other at once, neither waits for the other.
 */
export async function lockLinked(
  trx: Database,
  viewer: Viewer,
  requestId: string,
  { issuelinks }: Additions,
): Promise<void> {
  if (issuelinks.length === 0) return;
  const ids = [requestId];
  for (const { inwardIssue, outwardIssue } of issuelinks as readonly GivenLink[]) {
    const other = outwardIssue ?? inwardIssue;
    const found = other && (await findRequest(trx, viewer, textIn(other.key ?? other.id)));
    if (found) ids.push(found.id);
  }
  await trx
    .selectFrom('request')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/**
 * Adds what came with an edit.
 * @throws Invalid naming `comment`, `worklog` or `issuelinks`
 */
export async function addBeside(
  trx: Database,
  viewer: Viewer,
  requestId: string,
  { comment, worklog, issuelinks }: Additions,
): Promise<void> {
  for (const given of comment)
    await namingIn('comment', () => addGivenComment(trx, viewer, requestId, given));
  for (const given of worklog) await namingIn('worklog', () => logGivenWork(trx, viewer, requestId, given));
  for (const given of issuelinks)
    await namingIn('issuelinks', () => linkGiven(trx, viewer, requestId, given));
}

/** What is wrong is told under the name of what was to be added. */
async function namingIn(key: keyof Additions, add: () => Promise<unknown>): Promise<void> {
  try {
    await add();
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof NotFound)) throw error;
    throw Invalid.fields({ [key]: Object.values(error.errors)[0] ?? error.message });
  }
}

async function addGivenComment(trx: Database, viewer: Viewer, requestId: string, given: GivenComment) {
  const { body, jsdPublic, properties = [] } = given;
  if (typeof body !== 'string' && (typeof body !== 'object' || body === null)) {
    throw new Invalid('Say something: {"add": {"body": …}}.');
  }
  if (jsdPublic !== undefined && typeof jsdPublic !== 'boolean') {
    throw new Invalid('Say who reads it by jsdPublic: true or false.');
  }
  if (!Array.isArray(properties) || properties.some((each) => typeof each !== 'object' || each === null)) {
    throw new Invalid('Properties of a comment are a list of {"key": …, "value": …}.');
  }
  const isPublic = publicAsGiven(given) ?? true;
  const actor = actorIn(viewer, { isAgent: true });
  await addComment(trx, { requestId, actor, body: body as string | AdfNode, isPublic });
}

async function logGivenWork(trx: Database, viewer: Viewer, requestId: string, given: GivenWork) {
  const { timeSpent, timeSpentSeconds, started } = given;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  const isWhole = timeSpentSeconds === undefined || Number.isSafeInteger(timeSpentSeconds);
  if (!isText(timeSpent) || !isText(started) || !isWhole) {
    throw new Invalid('Work is {"timeSpent": "3h 20m", "started": "2026-01-31T09:30:00.000+0100"}.');
  }
  await logWork(trx, { requestId, actor: actorIn(viewer, { isAgent: true }) }, given);
}

interface GivenLink {
  readonly type?: { readonly id?: unknown; readonly name?: unknown };
  /** where the link begins, which is this issue unless it is named here */
  readonly inwardIssue?: { readonly key?: unknown; readonly id?: unknown };
  readonly outwardIssue?: { readonly key?: unknown; readonly id?: unknown };
}

async function linkGiven(trx: Database, viewer: Viewer, requestId: string, given: GivenLink) {
  const { inwardIssue, outwardIssue } = given;
  const other = outwardIssue ?? inwardIssue;
  if (!other || (outwardIssue && inwardIssue)) {
    throw new Invalid(
      'Name the issue to link to: {"add": {"type": {"name": …}, "outwardIssue": {"key": …}}}.',
    );
  }
  const { id: otherId } = await requireAgentRequest(trx, viewer, textIn(other.key ?? other.id));
  const types = await listLinkTypes(trx);
  const { id, name } = given.type ?? {};
  const type = types.find((one) =>
    id === undefined ? one.name.toLowerCase() === textIn(name).toLowerCase() : one.id === textIn(id),
  );
  if (!type) {
    const names = types.map((one) => one.name).join(', ');
    throw new Invalid(`There is no such way to link issues. There are: ${names}.`);
  }
  await linkRequests(trx, {
    type,
    actor: actorIn(viewer, { isAgent: true }),
    sourceId: outwardIssue ? requestId : otherId,
    destinationId: outwardIssue ? otherId : requestId,
  });
}

/** What clients send as text or as a number; blank when it is something else. */
function textIn(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
