import type { Database } from '../../platform/database/database.ts';
import { type AdfNode, readRichText } from '../../platform/formats/rich-text.ts';
import { Forbidden, Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { type ChangeItem, noteBesideRequest, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import {
  deleteWorklog,
  insertWorklog,
  secondsSpent,
  updateWorklog,
  type Worklog,
  type WorklogContent,
  worklogOf,
} from './store.ts';
import { secondsFromText, textFromSeconds } from './time-spent.ts';

/** Work as somebody tells of it. What is left out stays as it is; of a new entry, nothing is said, and it began now. */
export interface GivenWork {
  /** plain text, or a document */
  readonly comment?: string | AdfNode | undefined;
  readonly started?: string | undefined;
  /** in Jira's words: "3h 20m" */
  readonly timeSpent?: string | undefined;
  readonly timeSpentSeconds?: number | undefined;
  /** the group or role that alone shall see it, which is refused: all agents of the desk do */
  readonly visibility?: unknown;
}

/** Who does something with the work on a request. */
export interface WorkAct {
  readonly requestId: string;
  readonly actor: Actor;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/** With an entry that is there. */
export interface EntryAct extends WorkAct {
  readonly worklogId: string;
  /** may change the entries of others */
  readonly mayChangeAll: boolean;
}

/** A month of work without a pause: more is a mistake, or would not fit. */
const mostSeconds = 1_000 * 3600;

/**
 * Logs work on a request.
 *
 * @returns the id of the entry
 * @throws Invalid naming `timeSpent`, `timeSpentSeconds`, `started`, `comment` or `visibility`
 * @throws NotFound when there is no such request
 */
export async function logWork(trx: Database, act: WorkAct, given: GivenWork): Promise<{ id: string }> {
  const { actor, at = new Date() } = act;
  refuseVisibility(given);
  const seconds = readSeconds(given);
  if (seconds === null) {
    throw Invalid.fields({ timeSpent: 'Say how long it took, such as "3h 20m".' });
  }
  const content = {
    ...readComment(given.comment),
    startedAt: given.started === undefined ? at : readStarted(given.started),
    seconds,
  };
  const request = await requireLocked(trx, act.requestId);
  const before = await secondsSpent(trx, request.id);
  const id = await insertWorklog(trx, request.id, actor.accountId, content, at);
  await note(trx, request, { actor, at }, spentItems(before, before + seconds));
  return { id };
}

/**
 * Changes an entry of the work on a request.
 *
 * @throws Forbidden when it is somebody else's
 * @throws Invalid as logging does
 * @throws NotFound when there is no such request or entry
 */
export async function changeWork(trx: Database, act: EntryAct, given: GivenWork): Promise<void> {
  const { actor, at = new Date() } = act;
  refuseVisibility(given);
  const request = await requireLocked(trx, act.requestId);
  const entry = await requireEntry(trx, act);
  const content: WorklogContent = {
    comment: entry.comment,
    commentText: entry.commentText,
    ...(given.comment !== undefined && readComment(given.comment)),
    startedAt: given.started === undefined ? entry.startedAt : readStarted(given.started),
    seconds: readSeconds(given) ?? entry.seconds,
  };
  const before = await secondsSpent(trx, request.id);
  await updateWorklog(trx, entry.id, actor.accountId, content, at);
  await note(trx, request, { actor, at }, [
    ...spentItems(before, before - entry.seconds + content.seconds),
    entryItem(entry.id, entry.id),
  ]);
}

/**
 * Deletes an entry of the work on a request.
 *
 * @throws Forbidden when it is somebody else's
 * @throws NotFound when there is no such request or entry
 */
export async function deleteWork(trx: Database, act: EntryAct): Promise<void> {
  const { actor, at = new Date() } = act;
  const request = await requireLocked(trx, act.requestId);
  const entry = await requireEntry(trx, act);
  const before = await secondsSpent(trx, request.id);
  await deleteWorklog(trx, entry.id);
  await note(trx, request, { actor, at }, [
    ...spentItems(before, before - entry.seconds),
    entryItem(entry.id, null),
    {
      field: 'WorklogTimeSpent',
      fieldId: 'WorklogTimeSpent',
      fieldtype: 'jira',
      from: String(entry.seconds),
      fromString: textFromSeconds(entry.seconds),
      to: null,
      toString: null,
    },
  ]);
}

/** What is said of entries that are not there. */
export function noSuchWork(): NotFound {
  return new NotFound('There is no such entry in the work log of this request.');
}

async function requireEntry(trx: Database, act: EntryAct): Promise<Worklog> {
  const entry = await worklogOf(trx, act.requestId, act.worklogId);
  if (!entry) throw noSuchWork();
  if (entry.authorId !== act.actor.accountId && !act.mayChangeAll) {
    throw new Forbidden(
      'This is the work of somebody else. They can change it, and so can administrators of the service desk.',
    );
  }
  return entry;
}

function refuseVisibility({ visibility }: GivenWork): void {
  if (visibility === undefined || visibility === null) return;
  throw Invalid.fields({
    visibility:
      'Work cannot be kept to a group or role: all agents of the service desk see it. Leave this out.',
  });
}

function readSeconds({ timeSpent, timeSpentSeconds }: GivenWork): number | null {
  if (timeSpent !== undefined && timeSpentSeconds !== undefined) {
    throw Invalid.fields({ timeSpent: 'Give the time in words or in seconds, not both.' });
  }
  if (timeSpent === undefined && timeSpentSeconds === undefined) return null;
  const field = timeSpent === undefined ? 'timeSpentSeconds' : 'timeSpent';
  const seconds = timeSpent === undefined ? (timeSpentSeconds ?? 0) : secondsFromText(timeSpent);
  if (seconds === null) {
    throw Invalid.fields({ [field]: 'This is no time. Write it like 1w 2d 3h 20m.' });
  }
  if (seconds < 60) throw Invalid.fields({ [field]: 'Log at least a minute.' });
  if (seconds > mostSeconds) throw Invalid.fields({ [field]: 'Log at most 1,000 hours at once.' });
  return seconds;
}

function readStarted(text: string): Date {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
  // Dates have a colon in their offset; Jira's have none.
  const date = form.test(text) ? new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : null;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw Invalid.fields({
    started: 'This is no point in time. Write it like 2026-01-31T09:30:00.000+0000.',
  });
}

function readComment(given: GivenWork['comment']): Pick<WorklogContent, 'comment' | 'commentText'> {
  const read = given === undefined ? null : readRichText(given, 'comment');
  return { comment: read?.document ?? null, commentText: read?.text ?? '' };
}

async function note(
  trx: Database,
  request: LockedRequest,
  { actor, at }: { actor: Actor; at: Date },
  items: ChangeItem[],
): Promise<void> {
  // Customers are not shown the work on their request.
  await noteBesideRequest(trx, request, { actor, at, items, event: 'request.changed', audience: 'agents' });
}

/** The changelog's items for all the work on a request, as Jira writes them. */
function spentItems(before: number, after: number): ChangeItem[] {
  if (before === after) return [];
  const shown = (seconds: number) => (seconds === 0 ? null : String(seconds));
  return [
    {
      field: 'timespent',
      fieldId: 'timespent',
      fieldtype: 'jira',
      from: shown(before),
      fromString: shown(before),
      to: shown(after),
      toString: shown(after),
    },
  ];
}

function entryItem(id: string, after: string | null): ChangeItem {
  return {
    field: 'WorklogId',
    fieldId: 'WorklogId',
    fieldtype: 'jira',
    from: id,
    fromString: id,
    to: after,
    toString: after,
  };
}
