import { sql } from 'kysely';
import type { DeskWorld, TestPerson } from '../testing.ts';
import type { ApprovalStep } from '../workflow/definition.ts';

/** A workflow in which requests wait for approval. */
export interface ApprovalWorld {
  /** Says who must agree from now on. */
  setStep(step: Partial<ApprovalStep>): Promise<void>;
  /** Raises a request and has it wait for approval. */
  raiseForApproval(options?: Parameters<DeskWorld['raise']>[0]): Promise<{ id: string; key: string }>;
  /** Moves a request by the name of a transition, as an agent. */
  move(key: string, name: string): Promise<number>;
  /** Has requests wait for approval from the beginning. */
  startWithApproval(isFirst: boolean): Promise<void>;
  statusOf(key: string): Promise<string>;
}

/** Adds the status "Waiting for approval" to the workflow of the world's desk, with ways there and on. */
export async function addApproval(world: DeskWorld): Promise<ApprovalWorld> {
  const { db } = world.platform;
  const workflow = await db
    .selectFrom('workflow')
    .select(['id', 'initial_status_id as initialId'])
    .executeTakeFirstOrThrow();
  const statusId = await statusNamed('Waiting for approval');
  await db
    .insertInto('workflow_status')
    .values({
      workflow_id: workflow.id,
      status_id: statusId,
      customer_name: 'Waiting for approval',
      position: 9,
    })
    .execute();
  const approve = await transition('Approve', [statusId], workflow.initialId, null);
  const decline = await transition('Decline', [statusId], await statusNamed('Canceled'), 'Declined');
  await transition('Ask for approval', [workflow.initialId], statusId, null);

  async function statusNamed(name: string): Promise<string> {
    const { id } = await db
      .insertInto('status')
      .values({ name, category: 'indeterminate' })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  async function transition(
    name: string,
    from: readonly string[],
    to: string,
    resolution: string | null,
  ): Promise<string> {
    const { id } = await db
      .insertInto('workflow_transition')
      .values({
        workflow_id: workflow.id,
        name,
        to_status_id: to,
        sets_resolution: resolution,
        position: 20,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('workflow_transition_from')
      .values(from.map((status) => ({ transition_id: id, status_id: status })))
      .execute();
    return id;
  }

  async function move(key: string, name: string): Promise<number> {
    const { id } = await db
      .selectFrom('workflow_transition')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    const url = `/rest/api/3/issue/${key}/transitions`;
    return (await world.ask(world.people.agent, 'POST', url, { transition: { id } })).status;
  }

  return {
    async setStep(step) {
      const whole: ApprovalStep = {
        approvers: { kind: 'people', accountIds: [] },
        needed: 'all',
        approveTransitionId: approve,
        declineTransitionId: decline,
        reporterMayApprove: false,
        ...step,
      };
      await db
        .updateTable('workflow_status')
        .set({ approval: JSON.stringify(whole) })
        .where('workflow_id', '=', workflow.id)
        .where('status_id', '=', statusId)
        .execute();
    },
    async raiseForApproval(options) {
      const raised = await world.raise(options);
      await move(raised.key, 'Ask for approval');
      return raised;
    },
    move,
    async startWithApproval(isFirst) {
      await db
        .updateTable('workflow')
        .set({ initial_status_id: isFirst ? statusId : workflow.initialId })
        .where('id', '=', workflow.id)
        .execute();
    },
    async statusOf(key) {
      const { rows } = await sql<{ name: string }>`select status.name from request
        join status on status.id = request.status_id where request.key = ${key}`.execute(db);
      return rows[0]?.name ?? '';
    },
  };
}

/** Approvers that are named. */
export function people(...named: readonly TestPerson[]): ApprovalStep['approvers'] {
  return { kind: 'people', accountIds: named.map(({ account }) => account.accountId) };
}
