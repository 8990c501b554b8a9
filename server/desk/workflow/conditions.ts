import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { takesPartIn } from '../access.ts';
import type { Actor } from '../access-rules.ts';
import type { WorkflowRole } from './definition.ts';
import type { Transition, WorkflowState } from './store.ts';

/** Who looks at transitions, and how. */
export interface TransitionViewer {
  readonly actor: Actor;
  /** only what customers are shown */
  readonly asCustomer: boolean;
  /** an approval was answered, which leads on */
  readonly isApproval?: boolean | undefined;
}

/**
 * Of the transitions that start where a request stands, those that the viewer can make: shown to customers where a customer
 * asks, for one of the viewer's roles, and while an approval is asked for not what it leads to. Customers who do no more than
 * approve it are left with what is for approvers.
 */
export async function openTo(
  db: Database,
  state: WorkflowState,
  transitions: readonly Transition[],
  { actor, asCustomer, isApproval = false }: TransitionViewer,
): Promise<Transition[]> {
  if (isApproval) return [...transitions];
  const isAsked =
    transitions.some(({ isOfApproval }) => isOfApproval) && (await waitsForApproval(db, state.id));
  const takesPart = !asCustomer || actor.isAgent || (await takesPartIn(db, state.id, actor));
  const shown = transitions.filter(
    (transition) =>
      !(isAsked && transition.isOfApproval) &&
      (!asCustomer || transition.isShownToCustomers) &&
      (takesPart || isForApprovers(transition)),
  );
  if (!shown.some(({ conditions }) => conditions.some(({ kind }) => kind !== 'field'))) return shown;
  const roles = await rolesOf(db, state, actor);
  return meeting(shown, { roles, isApproved: await lastApprovalGiven(db, state.id) });
}

/** Those whose conditions are met. */
function meeting(
  transitions: readonly Transition[],
  { roles, isApproved }: { roles: ReadonlySet<WorkflowRole>; isApproved: boolean },
): Transition[] {
  return transitions.filter(({ conditions }) =>
    conditions.every((condition) => {
      if (condition.kind === 'role') return condition.anyOf.some((role) => roles.has(role));
      return condition.kind === 'field' || isApproved;
    }),
  );
}

/**
 * The same as `openTo` for many requests and an agent of all of them: of what starts where each stands, those that the agent can
 * make, keyed by request id.
 */
export async function openToAgent(
  db: Database,
  starting: readonly { readonly state: WorkflowState; readonly transitions: readonly Transition[] }[],
  accountId: string,
): Promise<Map<string, Transition[]>> {
  if (starting.length === 0) return new Map();
  const ids = starting.map(({ state }) => state.id);
  const { rows } = await sql<AgentFacts>`
    select request.id,
           exists(select from approval a where a.request_id = request.id and a.outcome is null) as "isAsked",
           coalesce((select a.outcome = 'approved' from approval a where a.request_id = request.id
                      order by a.id desc limit 1), false) as "isApproved",
           exists(select from account where id = ${accountId} and is_administrator)
             or exists(select from service_desk_agent a where a.service_desk_id = request.service_desk_id
                        and a.account_id = ${accountId} and a.is_administrator) as administers,
           exists(select from approval_approver a where a.request_id = request.id
                   and a.account_id = ${accountId} and a.is_pending) as approves
      from request where request.id = any(${ids}::bigint[])`.execute(db);
  const facts = new Map(rows.map((row) => [row.id, row]));
  const actor = { accountId, isAgent: true };
  return new Map(
    starting.map(({ state, transitions }) => {
      const known = facts.get(state.id);
      const shown = transitions.filter(({ isOfApproval }) => !(known?.isAsked && isOfApproval));
      const isApproved = known?.isApproved ?? false;
      return [state.id, meeting(shown, { roles: rolesFrom(state, actor, known), isApproved })];
    }),
  );
}

interface AgentFacts {
  readonly id: string;
  readonly isAsked: boolean;
  readonly isApproved: boolean;
  readonly administers: boolean;
  readonly approves: boolean;
}

/** Of the transitions that happen by themselves, whoever they are for: those that no approval leads to or holds up. */
export async function notHeldUp(
  db: Database,
  state: Pick<WorkflowState, 'id'>,
  transitions: readonly Transition[],
): Promise<Transition[]> {
  const isAsked =
    transitions.some(({ isOfApproval }) => isOfApproval) && (await waitsForApproval(db, state.id));
  const wantApproval = ({ conditions }: Transition) => conditions.some(({ kind }) => kind === 'approved');
  const isApproved = transitions.some(wantApproval) && (await lastApprovalGiven(db, state.id));
  return transitions.filter(
    (transition) => !(isAsked && transition.isOfApproval) && (isApproved || !wantApproval(transition)),
  );
}

/** Whoever was asked to approve a request, and has no more to do with it, makes what is meant for approvers alone. */
function isForApprovers({ conditions }: Transition): boolean {
  return conditions.some((condition) => condition.kind === 'role' && condition.anyOf.includes('approvers'));
}

async function rolesOf(db: Database, state: WorkflowState, actor: Actor): Promise<Set<WorkflowRole>> {
  const { rows } = await sql<Pick<AgentFacts, 'administers' | 'approves'>>`
    select exists(select from account where id = ${actor.accountId} and is_administrator)
        or exists(select from service_desk_agent
             where service_desk_id = ${state.serviceDeskId} and account_id = ${actor.accountId} and is_administrator)
           as administers,
           exists(select from approval_approver
             where request_id = ${state.id} and account_id = ${actor.accountId} and is_pending) as approves`.execute(
    db,
  );
  return rolesFrom(state, actor, rows[0]);
}

function rolesFrom(
  state: WorkflowState,
  actor: Actor,
  facts: Pick<AgentFacts, 'administers' | 'approves'> | undefined,
): Set<WorkflowRole> {
  const roles = new Set<WorkflowRole>();
  if (actor.isAgent) roles.add('agents');
  if (actor.accountId === state.reporterId) roles.add('reporter');
  if (actor.accountId === state.assigneeId) roles.add('assignee');
  if (facts?.administers) roles.add('administrators');
  if (facts?.approves) roles.add('approvers');
  return roles;
}

// A request that came into the status before it had its approval step waits for nobody: agents lead it on.
async function waitsForApproval(db: Database, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('approval')
    .select('id')
    .where('request_id', '=', requestId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function lastApprovalGiven(db: Database, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('approval')
    .select('outcome')
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.outcome === 'approved';
}
