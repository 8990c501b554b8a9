import { type InsertObject, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.ts';
import { type AdfNode, textFromAdf } from '../../platform/formats/rich-text.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { startApproval } from '../approvals/start-approval.ts';
import { attachTemporaryFiles } from '../attachments/attach-files.ts';
import { insertParticipants } from '../participants/store.ts';
import { readContextFor } from '../request-types/field-names.ts';
import { namedInForm, readForm } from '../request-types/fields/form.ts';
import { formsOf } from '../request-types/store.ts';
import { insertShares } from '../sharing/store.ts';
import { tellOf } from './change-request.ts';
import { customerOfDesk, noCustomer } from './reporter.ts';

/** A request to raise. */
export interface NewRequest {
  readonly actor: Actor;
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  /** what was filled into the form, by field key, as a client sends it */
  readonly values: Readonly<Record<string, unknown>>;
  /** account.id of the customer whose request it is; default the actor. Only agents raise for others. */
  readonly reporterId?: string;
  /** account.id of people who take part from the beginning, whom the actor may add (participants/store.ts) */
  readonly participantIds?: readonly string[];
  /** organizations (id) that it is shared with from the beginning, with which the actor may share it (sharing/store.ts) */
  readonly sharedWith?: readonly string[];
  /** how it came; default: from the portal, or from the agent who raises it for somebody else */
  readonly channel?: 'portal' | 'agent' | 'api';
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/** A request that was raised. */
export interface RaisedRequest {
  readonly id: string;
  readonly key: string;
}

/**
 * Raises a request: checks the form, gives it the project's next key, and tells of it.
 *
 * @throws Invalid with a message per field of the body or the form
 * @throws NotFound when the actor may not use the desk
 */
export async function raiseRequest(trx: Database, input: NewRequest): Promise<RaisedRequest> {
  const { actor, serviceDeskId, requestTypeId, values, at = new Date() } = input;
  const reporterId = input.reporterId ?? actor.accountId;
  if (reporterId !== actor.accountId && !actor.isAgent) {
    throw Invalid.fields({ raiseOnBehalfOf: 'Only agents raise requests for others.' });
  }
  const type = await requestTypeForRaising(trx, serviceDeskId, requestTypeId);
  const organizationId = await organizationForRaising(trx, serviceDeskId, reporterId, actor);
  const fields = (await formsOf(trx, [requestTypeId])).get(requestTypeId) ?? [];
  const named = namedInForm(fields, values);
  const form = readForm(
    fields,
    values,
    await readContextFor(trx, { actor, serviceDeskId, form: fields, named, now: at }),
  );
  const description = form.description as AdfNode | null;
  return insertRequest(trx, {
    actor,
    serviceDeskId,
    requestTypeId,
    type,
    reporterId,
    organizationId,
    columns: {
      summary: form.summary,
      description: description && JSON.stringify(description),
      description_text: description ? textFromAdf(description) : '',
      custom_fields: JSON.stringify(form.customFields),
      ...(input.channel && { channel: input.channel }),
    },
    attachmentIds: form.attachmentIds,
    participantIds: input.participantIds ?? [],
    sharedWith: input.sharedWith ?? [],
    at,
  });
}

/** A request whose fields have been read. */
export interface ReadRequestToRaise {
  readonly actor: Actor;
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  readonly type: Awaited<ReturnType<typeof requestTypeForRaising>>;
  readonly reporterId: string;
  readonly organizationId: string | null;
  /** what it says: its summary at least */
  readonly columns: Pick<InsertObject<DB, 'request'>, 'summary'> &
    Partial<Omit<InsertObject<DB, 'request'>, 'id' | 'key' | 'status_id' | 'version'>>;
  readonly attachmentIds: readonly string[];
  readonly participantIds: readonly string[];
  readonly sharedWith: readonly string[];
  readonly at: Date;
}

/** Gives a request the project's next key, writes it with what comes with it, and tells of it. */
export async function insertRequest(trx: Database, input: ReadRequestToRaise): Promise<RaisedRequest> {
  const { actor, serviceDeskId, type, reporterId, organizationId, at } = input;
  const key = await nextKey(trx, type.projectId);
  const request = await trx
    .insertInto('request')
    .values({
      service_desk_id: serviceDeskId,
      key,
      request_type_id: input.requestTypeId,
      status_id: type.initialStatusId,
      status_since: at,
      reporter_id: reporterId,
      creator_id: actor.accountId,
      // where nobody says otherwise
      channel: reporterId === actor.accountId ? 'portal' : 'agent',
      organization_id: organizationId,
      ...input.columns,
      created_at: at,
      updated_at: at,
    })
    .returning(['id', 'key'])
    .executeTakeFirstOrThrow();
  if (input.attachmentIds.length > 0) {
    await attachTemporaryFiles(trx, {
      temporaryIds: input.attachmentIds,
      field: 'attachment',
      requestId: request.id,
      serviceDeskId,
      actor,
      commentId: null,
      isPublic: true,
      at,
    });
  }
  if (input.participantIds.length > 0) {
    await insertParticipants(trx, { requestId: request.id, actor, at }, input.participantIds);
  }
  if (input.sharedWith.length > 0) {
    await insertShares(trx, { requestId: request.id, actor, at }, input.sharedWith);
  }
  await tellOf(
    trx,
    { ...request, serviceDeskId, reporterId, organizationId },
    'request.created',
    'customers',
  );
  if (type.asksApproval) {
    await startApproval(trx, { id: request.id, workflowId: type.workflowId }, type.initialStatusId, at);
  }
  return request;
}

/**
 * The request type of the desk, with where its requests begin.
 * @throws Invalid naming `requestTypeId`
 */
export async function requestTypeForRaising(trx: Database, serviceDeskId: string, requestTypeId: string) {
  const type = isId(requestTypeId)
    ? await trx
        .selectFrom('request_type')
        .innerJoin('workflow', 'workflow.id', 'request_type.workflow_id')
        .innerJoin('service_desk', 'service_desk.id', 'request_type.service_desk_id')
        .leftJoin('workflow_status as initial', (join) =>
          join
            .onRef('initial.workflow_id', '=', 'workflow.id')
            .onRef('initial.status_id', '=', 'workflow.initial_status_id'),
        )
        .select(['workflow.initial_status_id as initialStatusId', 'service_desk.project_id as projectId'])
        .select('workflow.id as workflowId')
        .select(sql<boolean>`initial.approval is not null`.as('asksApproval'))
        .where('request_type.id', '=', requestTypeId)
        .where('service_desk.id', '=', serviceDeskId)
        .where('request_type.archived_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!type) throw Invalid.fields({ requestTypeId: 'This service desk has no such request type.' });
  return type;
}

async function organizationForRaising(
  trx: Database,
  serviceDeskId: string,
  reporterId: string,
  actor: Actor,
): Promise<string | null> {
  const customer = await customerOfDesk(trx, serviceDeskId, reporterId);
  if (customer) return customer.organizationId;
  if (reporterId === actor.accountId) {
    throw new NotFound('There is no such service desk, or it is not open to you.');
  }
  throw Invalid.fields({ raiseOnBehalfOf: noCustomer });
}

// The row of the project stays locked until the end of the transaction, so keys have no gaps and no doubles.
async function nextKey(trx: Database, projectId: string): Promise<string> {
  const project = await trx
    .updateTable('project')
    .set({ last_request_number: sql<number>`last_request_number + 1` })
    .where('id', '=', projectId)
    .returning(['key', 'last_request_number as number'])
    .executeTakeFirstOrThrow();
  return `${project.key}-${project.number}`;
}
