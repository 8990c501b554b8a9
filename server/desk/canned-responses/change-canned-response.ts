import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  type AdfNode,
  cleanLine,
  cleanText,
  isEmptyAdf,
  readAdf,
  textFromAdf,
} from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { mentionsIn } from '../comments/read-body.ts';
import { type CannedResponse, cannedResponseOf, countCannedResponses } from './store.ts';
import { variableProblem } from './variables.ts';

/** Most characters of a name. */
export const maxNameLength = 100;
/** Most canned responses of one desk. */
export const maxCannedResponses = 1_000;

/** A canned response as agents write it. */
export interface CannedResponseInput {
  readonly name: string;
  /** ADF, as a client sends it */
  readonly body: unknown;
}

/** Who changes it. */
export interface Changer {
  /** account.id */
  readonly accountId: string;
  readonly audit: AuditActor;
}

/**
 * Adds a canned response to a desk.
 *
 * @returns its id
 * @throws Invalid with a message per field
 * @throws Conflict when the desk has one of this name, or has too many
 */
export async function addCannedResponse(
  trx: Database,
  serviceDeskId: string,
  input: CannedResponseInput,
  { accountId, audit }: Changer,
): Promise<string> {
  const values = read(input);
  await lockDesk(trx, serviceDeskId);
  if ((await countCannedResponses(trx, serviceDeskId)) >= maxCannedResponses) {
    throw new Conflict(
      `A service desk has at most ${maxCannedResponses.toLocaleString('en')} canned responses. Delete some that nobody uses.`,
    );
  }
  await refuseTaken(trx, serviceDeskId, values.name, null);
  const { id } = await trx
    .insertInto('canned_response')
    .values({ ...values, service_desk_id: serviceDeskId, created_by: accountId, updated_by: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tell(trx, 'created', { id, after: audited(values) }, audit);
  return id;
}

/**
 * Changes a canned response.
 *
 * @param version which of its versions the person saw
 * @throws Invalid with a message per field
 * @throws Conflict when it has changed since, or the desk has another of this name
 * @throws NotFound
 */
export async function changeCannedResponse(
  trx: Database,
  { serviceDeskId, id, version }: { serviceDeskId: string; id: string; version: number },
  input: CannedResponseInput,
  { accountId, audit }: Changer,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const before = await requireCannedResponse(trx, serviceDeskId, id);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody has changed this canned response meanwhile. Load it again, and change what is there now.',
    );
  }
  const values = read(input);
  await refuseTaken(trx, serviceDeskId, values.name, id);
  await trx
    .updateTable('canned_response')
    .set({ ...values, version: version + 1, updated_by: accountId, updated_at: new Date() })
    .where('id', '=', id)
    .execute();
  const was = audited({ name: before.name, body_text: before.bodyText });
  await tell(trx, 'changed', { id, before: was, after: audited(values) }, audit);
}

/**
 * Deletes a canned response. What was written with it stays.
 * @throws NotFound
 */
export async function deleteCannedResponse(
  trx: Database,
  serviceDeskId: string,
  id: string,
  actor: AuditActor,
): Promise<void> {
  const before = await requireCannedResponse(trx, serviceDeskId, id);
  await trx.deleteFrom('canned_response').where('id', '=', id).execute();
  await tell(
    trx,
    'deleted',
    { id, before: audited({ name: before.name, body_text: before.bodyText }) },
    actor,
  );
}

/**
 * The canned response of this desk.
 * @throws NotFound
 */
export async function requireCannedResponse(
  db: Database,
  serviceDeskId: string,
  id: string,
): Promise<CannedResponse> {
  const found = isId(id) ? await cannedResponseOf(db, serviceDeskId, id) : null;
  if (!found) throw new NotFound('This service desk has no such canned response.');
  return found;
}

/**
 * Reads the text of a canned response.
 * @throws Invalid naming `body`
 */
export function readCannedBody(given: unknown): AdfNode {
  const body = readAdf(given, 'body');
  if (isEmptyAdf(body)) throw Invalid.fields({ body: 'Write something.' });
  if (mentionsIn(body).length > 0) {
    throw Invalid.fields({
      body: 'Nobody can be mentioned in a canned response: who may read it is not known yet.',
    });
  }
  const problem = variableProblem(body);
  if (problem) throw Invalid.fields({ body: problem });
  return body;
}

function read(input: CannedResponseInput) {
  const errors: Record<string, string> = {};
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give it a name by which it is found.';
  else if (name.length > maxNameLength) errors['name'] = `A name has at most ${maxNameLength} characters.`;
  let body: AdfNode | null = null;
  try {
    body = readCannedBody(input.body);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    Object.assign(errors, error.errors);
  }
  if (!body || Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return { name, body: JSON.stringify(body), body_text: cleanText(textFromAdf(body)) };
}

// Names are compared under the lock of the desk's row, so that two people do not take the same one at once.
async function lockDesk(trx: Database, serviceDeskId: string): Promise<void> {
  await trx
    .selectFrom('service_desk')
    .select('id')
    .where('id', '=', serviceDeskId)
    .forNoKeyUpdate()
    .execute();
}

async function refuseTaken(
  trx: Database,
  serviceDeskId: string,
  name: string,
  except: string | null,
): Promise<void> {
  const taken = await trx
    .selectFrom('canned_response')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [eb.val(name)])))
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .executeTakeFirst();
  if (taken) throw new Conflict(`There is a canned response "${name}" already. Give this one another name.`);
}

function audited({ name, body_text: text }: { name: string; body_text: string }): Record<string, unknown> {
  return { name, text };
}

async function tell(
  trx: Database,
  act: 'created' | 'changed' | 'deleted',
  { id, before, after }: { id: string; before?: Record<string, unknown>; after?: Record<string, unknown> },
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `canned-response.${act}`,
    objectType: 'canned-response',
    objectId: id,
    objectName: String((after ?? before)?.['name']),
    before: before ?? null,
    after: after ?? null,
  });
}
