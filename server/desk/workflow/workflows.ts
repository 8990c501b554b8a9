import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { cleanDefinition, definitionProblems, maxNameLength } from './check-definition.ts';
import type { WorkflowDefinition } from './definition.ts';
import { publishedDefinition } from './read-definition.ts';
import { type Workflow, workflowById } from './workflow-store.ts';
import { writeDefinition } from './write-definition.ts';

/**
 * The workflow, locked until the end of the transaction where it is to be changed.
 * @throws NotFound
 */
export async function requireWorkflow(db: Database, id: string, isLocked = false): Promise<Workflow> {
  const workflow = isId(id) ? await workflowById(db, id, isLocked) : null;
  if (!workflow) throw new NotFound('There is no such workflow.');
  return workflow;
}

/**
 * The workflow, locked, for a change by somebody who saw `version`.
 * @throws Conflict when it has changed since
 * @throws NotFound
 */
export async function requireUnchanged(trx: Database, id: string, version: number): Promise<Workflow> {
  const workflow = await requireWorkflow(trx, id, true);
  if (workflow.version !== version) {
    throw new Conflict('Somebody has changed this workflow in the meantime. Look at it again.');
  }
  return workflow;
}

/**
 * Makes a workflow and publishes it at once: nothing has it yet.
 *
 * @returns its id
 * @throws Invalid with a message per place of the definition
 */
export async function createWorkflow(
  trx: Database,
  input: WorkflowDefinition,
  actor: AuditActor,
): Promise<string> {
  const definition = cleanDefinition(input);
  const problems = await definitionProblems(trx, null, definition);
  if (Object.keys(problems).length > 0) throw Invalid.fields(problems);
  const { id } = await trx
    .insertInto('workflow')
    .values({ name: definition.name, initial_status_id: definition.initialStatusId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeDefinition(trx, id, definition);
  await recordAudit(trx, {
    actor,
    action: 'workflow.created',
    objectType: 'workflow',
    objectId: id,
    objectName: definition.name,
    after: await auditedWorkflow(trx, id),
  });
  return id;
}

/**
 * Makes a workflow that says what another one says, as it is published.
 *
 * @returns its id
 * @throws Invalid naming `name` when it is empty or taken
 * @throws NotFound
 */
export async function copyWorkflow(
  trx: Database,
  id: string,
  name: string,
  actor: AuditActor,
): Promise<string> {
  await requireWorkflow(trx, id);
  const original = await publishedDefinition(trx, id);
  if (!original) throw new NotFound('There is no such workflow.');
  const newId = (transitionId: string) => (transitionId === '' ? '' : `new-${transitionId}`);
  const copy: WorkflowDefinition = {
    ...original,
    name,
    statuses: original.statuses.map((status) => ({
      ...status,
      approval: status.approval && {
        ...status.approval,
        approveTransitionId: newId(status.approval.approveTransitionId),
        declineTransitionId: newId(status.approval.declineTransitionId),
      },
    })),
    transitions: original.transitions.map((transition) => ({ ...transition, id: newId(transition.id) })),
  };
  return createWorkflow(trx, copy, actor);
}

/**
 * Makes a workflow to begin with: requests wait, are worked on, and are resolved.
 *
 * @returns its id
 * @throws Invalid naming `name` when it is empty or taken
 */
export async function createSimpleWorkflow(trx: Database, name: string, actor: AuditActor): Promise<string> {
  const waiting = await statusNamed(trx, 'Waiting for support', 'new');
  const working = await statusNamed(trx, 'In progress', 'indeterminate');
  const resolved = await statusNamed(trx, 'Resolved', 'done');
  const done = await trx
    .selectFrom('resolution')
    .select('id')
    .orderBy('is_default', 'desc')
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow();
  const transition = (number: number, called: string, from: readonly string[], to: string) => ({
    id: `new-${number}`,
    name: called,
    from,
    to,
    isShownToCustomers: false,
    happensOnCustomerComment: false,
    resolution:
      to === resolved.statusId
        ? ({ kind: 'set', resolutionId: done.id } as const)
        : ({ kind: 'clear' } as const),
    conditions: [],
    effects: [],
    screen: [],
  });
  const definition: WorkflowDefinition = {
    name,
    description: '',
    initialStatusId: waiting.statusId,
    statuses: [waiting, working, resolved],
    transitions: [
      transition(1, 'Start work', [waiting.statusId], working.statusId),
      transition(2, 'Stop work', [working.statusId], waiting.statusId),
      transition(3, 'Resolve', [waiting.statusId, working.statusId], resolved.statusId),
      transition(4, 'Reopen', [resolved.statusId], waiting.statusId),
    ],
  };
  return createWorkflow(trx, definition, actor);
}

/** The status of this name, made where there is none, as a workflow begins to have it. */
export async function statusNamed(
  trx: Database,
  name: string,
  category: 'new' | 'indeterminate' | 'done',
): Promise<WorkflowDefinition['statuses'][number]> {
  const find = () =>
    trx
      .selectFrom('status')
      .select(['id', 'customer_name as customerName'])
      .where(sql`lower(name)`, '=', name.toLowerCase())
      .executeTakeFirst();
  let known = await find();
  if (!known) {
    await trx
      .insertInto('status')
      .values({ name, category })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    known = await find();
  }
  if (!known) throw new Error(`The status "${name}" was made and is not there`);
  return { statusId: known.id, customerName: known.customerName ?? name, approval: null, x: null, y: null };
}

/**
 * Keeps a definition until it is published. It may have faults; publishing says which.
 *
 * @throws Invalid naming `name` when it is empty or too long
 * @throws Conflict when the workflow has changed since `version`
 * @throws NotFound
 */
export async function saveDraft(
  trx: Database,
  id: string,
  { version, definition }: { readonly version: number; readonly definition: WorkflowDefinition },
  by: { readonly accountId: string },
): Promise<void> {
  await requireUnchanged(trx, id, version);
  const draft = cleanDefinition(definition);
  if (draft.name === '') throw Invalid.fields({ name: 'Give the workflow a name.' });
  if (draft.name.length > maxNameLength) {
    throw Invalid.fields({ name: `A name has at most ${maxNameLength} characters.` });
  }
  await trx
    .updateTable('workflow')
    .set({ draft: JSON.stringify(draft), draft_by: by.accountId, draft_at: new Date(), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/**
 * Gives a draft up: the workflow stays as it is published.
 * @throws Conflict when the workflow has changed since `version`
 * @throws NotFound
 */
export async function discardDraft(trx: Database, id: string, version: number): Promise<void> {
  await requireUnchanged(trx, id, version);
  await trx
    .updateTable('workflow')
    .set({ draft: null, draft_by: null, draft_at: null, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/**
 * Deletes a workflow that no request type has.
 * @throws Conflict when one has it
 * @throws NotFound
 */
export async function removeWorkflow(trx: Database, id: string, actor: AuditActor): Promise<void> {
  const { name, uses } = await requireWorkflow(trx, id, true);
  if (uses.length > 0) {
    const types = uses.map(({ requestTypeName, projectKey }) => `"${requestTypeName}" (${projectKey})`);
    throw new Conflict(
      `${types.slice(0, 3).join(', ')}${types.length > 3 ? ' and others have' : types.length === 1 ? ' has' : ' have'} this workflow. Give them another one first.`,
    );
  }
  const before = await auditedWorkflow(trx, id);
  await trx.deleteFrom('workflow').where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'workflow.deleted',
    objectType: 'workflow',
    objectId: id,
    objectName: name,
    before,
  });
}

/** The name of a copy that nobody has thought about. */
export function nameOfCopy(name: string): string {
  return cleanLine(`Copy of ${name}`).slice(0, maxNameLength);
}

/** What of a workflow the audit log keeps: what it says, with names for ids. */
export async function auditedWorkflow(trx: Database, id: string): Promise<Record<string, unknown>> {
  const definition = await publishedDefinition(trx, id);
  if (!definition) return {};
  const rows = await trx.selectFrom('status').select(['id', 'name']).execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const name = (statusId: string) => names.get(statusId) ?? statusId;
  return {
    name: definition.name,
    description: definition.description,
    initialStatus: name(definition.initialStatusId),
    statuses: definition.statuses.map(({ statusId, customerName, approval }) => ({
      status: name(statusId),
      customerName,
      ...(approval && { approval }),
    })),
    transitions: definition.transitions.map(({ id: _, from, to, ...transition }) => ({
      ...transition,
      from: from === null ? 'any status' : from.map(name),
      to: name(to),
    })),
  };
}
