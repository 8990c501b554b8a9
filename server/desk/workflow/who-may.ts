import type { Database } from '../../platform/database/database.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import type { Person } from '../access-rules.ts';
import type { Workflow } from './workflow-store.ts';

/** Which workflows somebody may change. */
export interface WorkflowRights {
  readonly isAdministrator: boolean;
  /** service desks that the person administers */
  readonly deskIds: ReadonlySet<string>;
}

/**
 * What an administrator, of the site or of a desk, may change.
 * @throws Forbidden for everyone else
 */
export async function requireWorkflowRights(db: Database, person: Person): Promise<WorkflowRights> {
  if (person.isAdministrator) return { isAdministrator: true, deskIds: new Set() };
  const rows = await db
    .selectFrom('service_desk_agent')
    .select('service_desk_id as id')
    .where('account_id', '=', person.id)
    .where('is_administrator', '=', true)
    .execute();
  if (rows.length === 0) throw new Forbidden('Only an administrator may do this.');
  return { isAdministrator: false, deskIds: new Set(rows.map(({ id }) => id)) };
}

/** Workflows are the site's; one that only desks of theirs have is its administrators' too. */
export function mayChangeWorkflow({ isAdministrator, deskIds }: WorkflowRights, { uses }: Workflow): boolean {
  return (
    isAdministrator || (uses.length > 0 && uses.every(({ serviceDeskId }) => deskIds.has(serviceDeskId)))
  );
}

/** @throws Forbidden when other desks have the workflow too, or none has it */
export function requireMayChange(rights: WorkflowRights, workflow: Workflow): void {
  if (mayChangeWorkflow(rights, workflow)) return;
  throw new Forbidden(
    'Only administrators of the site may change this workflow: request types of other service desks have it, or none has it.',
  );
}
