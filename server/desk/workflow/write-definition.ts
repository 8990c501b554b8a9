import type { Database } from '../../platform/database/database.ts';
import type { WorkflowDefinition, WorkflowTransition } from './definition.ts';

/**
 * Makes a definition that was checked (check-definition.ts) what a workflow says. Transitions that it has already keep their
 * ids; what is no longer in it goes, but for what customers read for a status in the history of requests.
 */
export async function writeDefinition(
  trx: Database,
  workflowId: string,
  definition: WorkflowDefinition,
): Promise<void> {
  const { name, description, initialStatusId } = definition;
  await trx
    .updateTable('workflow')
    .set({ name, description, initial_status_id: initialStatusId })
    .where('id', '=', workflowId)
    .execute();
  const ids = await writeTransitions(trx, workflowId, definition.transitions);
  await writeStatuses(trx, workflowId, definition, ids);
}

/** @returns the ids in the database by those in the definition */
async function writeTransitions(
  trx: Database,
  workflowId: string,
  transitions: readonly WorkflowTransition[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('workflow_transition')
    .select('id')
    .where('workflow_id', '=', workflowId)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const kept = new Set(transitions.map(({ id }) => id));
  const gone = [...known].filter((id) => !kept.has(id));
  if (gone.length > 0) await trx.deleteFrom('workflow_transition').where('id', 'in', gone).execute();
  const names = await resolutionNames(trx);
  const ids = new Map<string, string>();
  for (const [position, transition] of transitions.entries()) {
    const { resolution } = transition;
    const values = {
      name: transition.name,
      to_status_id: transition.to,
      is_global: transition.from === null,
      is_shown_to_customers: transition.isShownToCustomers,
      happens_on_customer_comment: transition.happensOnCustomerComment,
      sets_resolution: resolution.kind === 'set' ? (names.get(resolution.resolutionId) ?? null) : null,
      keeps_resolution: resolution.kind === 'keep',
      conditions: JSON.stringify(transition.conditions),
      effects: JSON.stringify(transition.effects),
      screen: JSON.stringify(transition.screen),
      position,
    };
    const { id } = known.has(transition.id)
      ? await trx
          .updateTable('workflow_transition')
          .set(values)
          .where('id', '=', transition.id)
          .returning('id')
          .executeTakeFirstOrThrow()
      : await trx
          .insertInto('workflow_transition')
          .values({ workflow_id: workflowId, ...values })
          .returning('id')
          .executeTakeFirstOrThrow();
    ids.set(transition.id, id);
    await trx.deleteFrom('workflow_transition_from').where('transition_id', '=', id).execute();
    if (transition.from?.length) {
      await trx
        .insertInto('workflow_transition_from')
        .values(transition.from.map((statusId) => ({ transition_id: id, status_id: statusId })))
        .execute();
    }
  }
  return ids;
}

async function resolutionNames(trx: Database): Promise<Map<string, string>> {
  const rows = await trx.selectFrom('resolution').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function writeStatuses(
  trx: Database,
  workflowId: string,
  { statuses }: WorkflowDefinition,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  await trx
    .updateTable('workflow_status')
    .set({ removed_at: new Date(), approval: null })
    .where('workflow_id', '=', workflowId)
    .where('removed_at', 'is', null)
    .where(
      'status_id',
      'not in',
      statuses.map(({ statusId }) => statusId),
    )
    .execute();
  for (const [position, { statusId, customerName, approval, x, y }] of statuses.entries()) {
    const published = approval && {
      ...approval,
      approveTransitionId: ids.get(approval.approveTransitionId) ?? '',
      declineTransitionId: ids.get(approval.declineTransitionId) ?? '',
    };
    const values = {
      customer_name: customerName,
      approval: published && JSON.stringify(published),
      x,
      y,
      position,
      removed_at: null,
    };
    await trx
      .insertInto('workflow_status')
      .values({ workflow_id: workflowId, status_id: statusId, ...values })
      .onConflict((conflict) => conflict.columns(['workflow_id', 'status_id']).doUpdateSet(values))
      .execute();
  }
}
