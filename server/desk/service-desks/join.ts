import type { JoinedAccount, Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { requireAgentDesk } from '../access.ts';
import { addDeskPeople } from './people.ts';

/**
 * Makes somebody who has joined at the portal of a desk one of its customers, where those are named: whoever came along at a
 * restricted one, and only who was invited at one for the invited.
 */
export async function joinDesk(trx: Database, { account, portalId, actor }: JoinedAccount): Promise<void> {
  if (portalId === null) return;
  const desk = await trx
    .selectFrom('service_desk')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .select(['service_desk.id', 'service_desk.access', 'project.key as projectKey'])
    .where('service_desk.id', '=', portalId)
    .executeTakeFirst();
  if (!desk || desk.access === 'open') return;
  const cameAlong = actor.accountId === account.id;
  if (desk.access === 'invited' && cameAlong) return;
  await addDeskPeople(trx, { desk, auditActor: actor }, 'customer', [account]);
}

/**
 * Agents invite people to the portals of their desks, and to the organizations that those serve.
 * @throws NotFound, Forbidden for who is no agent of the desk, Invalid naming `organizationId`
 */
export async function requireMayInviteToDesk(
  db: Database,
  viewer: Viewer,
  portalId: string,
  organizationId: string | null,
): Promise<void> {
  const { id } = await requireAgentDesk(db, viewer, portalId);
  if (organizationId === null) return;
  const served = await db
    .selectFrom('service_desk_organization')
    .select('organization_id')
    .where('service_desk_id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!served) {
    throw Invalid.fields({
      organizationId:
        'Your service desk does not serve this organization. Ask an administrator to invite its people.',
    });
  }
}
