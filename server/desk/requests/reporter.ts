import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { accountUsesDesk } from '../access-rules.ts';

/** What is said of somebody who may not use a desk, when a request is to become theirs. */
export const noCustomer =
  'This person is no customer of the service desk. Add them, or their organization, first.';

/**
 * Whose customer somebody (account.id) is on a desk: the organization of the desk that they have been a member of for longest;
 * on an open desk without one, the oldest membership at all; none: a request of theirs is nobody else's. Null when they may not
 * use the desk.
 */
export async function customerOfDesk(
  db: Database,
  serviceDeskId: string,
  accountId: string,
): Promise<{ organizationId: string | null } | null> {
  const row = await db
    .selectFrom(['account', 'service_desk'])
    .where('account.id', '=', accountId)
    .where('account.is_active', '=', true)
    .where('service_desk.id', '=', serviceDeskId)
    .where(accountUsesDesk)
    .select((eb) =>
      eb
        .selectFrom('organization_member as member')
        .leftJoin('service_desk_organization as served', (join) =>
          join
            .onRef('served.organization_id', '=', 'member.organization_id')
            .onRef('served.service_desk_id', '=', 'service_desk.id'),
        )
        .select('member.organization_id')
        .whereRef('member.account_id', '=', 'account.id')
        .where((inner) =>
          inner.or([
            inner('served.service_desk_id', 'is not', null),
            inner('service_desk.access', '=', 'open'),
          ]),
        )
        .orderBy(sql`served.service_desk_id is null`)
        .orderBy('member.created_at')
        .orderBy('member.organization_id')
        .limit(1)
        .as('organizationId'),
    )
    .executeTakeFirst();
  return row ?? null;
}
