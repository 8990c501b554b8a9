import type { Database } from '../../platform/database/database.ts';
import type { Actor } from '../access-rules.ts';
import { refreshApprovers } from '../approvals/refresh-approvers.ts';
import { cancelApproval, startApproval } from '../approvals/start-approval.ts';
import { changeRequest, requireLocked, tellOf } from './change-request.ts';
import type { EditOperations } from './edit-operations.ts';
import { type EditedRequest, type FieldChange, requireEdited } from './edited.ts';
import { readEdit } from './read-edit.ts';
import { type ExpectedVersion, requireVersion } from './versions.ts';

export { type EditableField, editableFields } from './editable-fields.ts';

/** What an agent changes in a request. */
export interface RequestEdit {
  readonly requestId: string;
  readonly actor: Actor;
  /**
   * New values by Jira's field ids, as api/3 is sent them: 'summary', 'description' (ADF or plain text), 'assignee' {accountId},
   * 'reporter' {accountId}, 'organization' {id}, 'priority', 'resolution' and 'requesttype' {id} or {name},
   * 'customfield_NNNNN'. Null empties.
   */
  readonly values: Readonly<Record<string, unknown>>;
  /** what to do with the values that are there, by field id; not beside a new value of the same field */
  readonly operations?: EditOperations | undefined;
  /** only if the request is still at this version */
  readonly expectedVersion?: ExpectedVersion | null;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Changes fields of a request: one change in its history, and one event. Any field that is in use can be set, whether or not
 * the form of its request type asks for it. What is no change is none: nothing is written.
 *
 * @returns the request's version afterwards
 * @throws Invalid with a message per field
 * @throws Conflict that says what changed since `expectedVersion`
 * @throws NotFound when there is no such request
 */
export async function editRequest(trx: Database, edit: RequestEdit): Promise<number> {
  const { actor, expectedVersion, at = new Date() } = edit;
  const request = await requireEdited(trx, edit.requestId);
  if (expectedVersion) await requireVersion(trx, request, expectedVersion);
  const read = await readEdit(trx, request, edit, at);
  if (read.items.length === 0) return request.version;
  const isAssignmentOnly = read.keys.length === 1 && read.keys[0] === 'assignee';
  const version = await changeRequest(trx, request, {
    actor,
    at,
    set: read.set,
    items: read.items,
    event: isAssignmentOnly ? 'request.assigned' : 'request.changed',
    audience: read.audience,
  });
  await tellNewCustomers(trx, request, read.set);
  if (read.set.request_type_id !== undefined) await askAnew(trx, request, at);
  if (!decidesApprovers(read.set)) return version;
  return (await refreshApprovers(trx, { requestId: request.id, actor, at })) ?? version;
}

/** In the workflow of another request type the same status may want another approval, or none. */
async function askAnew(trx: Database, before: EditedRequest, at: Date): Promise<void> {
  const request = await requireLocked(trx, before.id);
  if (request.workflowId === before.workflowId) return;
  await cancelApproval(trx, request.id, at);
  await startApproval(trx, request, request.statusId, at);
}

/** Those whose request it has become hear of it as well as those whose it was. */
async function tellNewCustomers(
  trx: Database,
  request: EditedRequest,
  set: FieldChange['set'],
): Promise<void> {
  const reporterId = typeof set.reporter_id === 'string' ? set.reporter_id : request.reporterId;
  const organizationId =
    set.organization_id === undefined ? request.organizationId : (set.organization_id as string | null);
  if (reporterId === request.reporterId && organizationId === request.organizationId) return;
  await tellOf(trx, { ...request, reporterId, organizationId }, 'request.changed', 'customers');
}

/** Who approves a request may be named in a field of it, or follow from whose it is. */
function decidesApprovers(set: FieldChange['set']): boolean {
  return (
    set.custom_fields !== undefined || set.reporter_id !== undefined || set.organization_id !== undefined
  );
}
