import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import type {
  ApprovalStep,
  ResolutionEffect,
  ScreenField,
  TransitionCondition,
  TransitionEffect,
  WorkflowDefinition,
} from './definition.ts';

/** What is published of a workflow; null when there is no such workflow. */
export async function publishedDefinition(
  db: Database,
  workflowId: string,
): Promise<WorkflowDefinition | null> {
  const workflow = await db
    .selectFrom('workflow')
    .select(['name', 'description', 'initial_status_id as initialStatusId'])
    .where('id', '=', workflowId)
    .executeTakeFirst();
  if (!workflow) return null;
  const statuses = await db
    .selectFrom('workflow_status')
    .select(['status_id as statusId', 'customer_name as customerName', 'x', 'y'])
    .select(sql<ApprovalStep | null>`approval`.as('approval'))
    .where('workflow_id', '=', workflowId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('status_id')
    .execute();
  const transitions = await db
    .selectFrom('workflow_transition as transition')
    .leftJoin('resolution', 'resolution.name', 'transition.sets_resolution')
    .select([
      'transition.id',
      'transition.name',
      'transition.is_global as isGlobal',
      'transition.to_status_id as to',
      'transition.is_shown_to_customers as isShownToCustomers',
      'transition.happens_on_customer_comment as happensOnCustomerComment',
      'transition.keeps_resolution as keepsResolution',
      'resolution.id as resolutionId',
      sql<TransitionCondition[]>`transition.conditions`.as('conditions'),
      sql<TransitionEffect[]>`transition.effects`.as('effects'),
      sql<ScreenField[]>`transition.screen`.as('screen'),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('workflow_transition_from as start')
          .select(sql<string>`start.status_id::text`.as('id'))
          .whereRef('start.transition_id', '=', 'transition.id')
          .orderBy('start.status_id'),
      ).as('starts'),
    )
    .where('transition.workflow_id', '=', workflowId)
    .orderBy('transition.position')
    .orderBy('transition.id')
    .execute();
  return {
    ...workflow,
    statuses,
    transitions: transitions.map(({ isGlobal, starts, keepsResolution, resolutionId, ...transition }) => ({
      ...transition,
      from: isGlobal ? null : starts.map(({ id }) => id),
      resolution: resolutionEffect(keepsResolution, resolutionId),
    })),
  };
}

function resolutionEffect(keeps: boolean, resolutionId: string | null): ResolutionEffect {
  if (keeps) return { kind: 'keep' };
  return resolutionId === null ? { kind: 'clear' } : { kind: 'set', resolutionId };
}
