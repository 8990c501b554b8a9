import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { LockedRequest } from '../requests/locked.ts';
import type { ApprovalStep, Approvers } from '../workflow/definition.ts';

/** Most people who are asked for one approval. */
const maxApprovers = 100;

/** What decides who is asked about a request. */
export type ApprovedRequest = Pick<LockedRequest, 'id' | 'reporterId' | 'organizationId'>;

/**
 * Who is asked for an approval of a request now (account.id): active people, without the reporter where they may not approve
 * their own request. At most `maxApprovers`.
 */
export async function approversOf(
  db: Database,
  request: ApprovedRequest,
  { approvers, reporterMayApprove }: Pick<ApprovalStep, 'approvers' | 'reporterMayApprove'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('account.id')
    .where('account.is_active', '=', true)
    .where('account.kind', '=', 'person')
    .where(sql<boolean>`account.id in (${named(approvers, request)})`)
    .$if(!reporterMayApprove, (query) => query.where('account.id', '<>', request.reporterId))
    .orderBy('account.id')
    .limit(maxApprovers)
    .execute();
  return rows.map(({ id }) => id);
}

function named(approvers: Approvers, { id, organizationId }: ApprovedRequest): RawBuilder<unknown> {
  switch (approvers.kind) {
    case 'people':
      return sql`select a.id from account a where a.account_id = any(${[...approvers.accountIds]}::text[])`;
    case 'group':
      return sql`select m.account_id from account_group_member m
        join account_group g on g.id = m.group_id where g.group_id = ${approvers.groupId}`;
    case 'organization-managers':
      return sql`select m.account_id from organization_member m
        where m.organization_id = ${organizationId}::bigint and m.role = 'manager'`;
    case 'field': {
      // one person, or a list of people
      const value = sql`request.custom_fields -> ${customId(approvers.fieldId)}::text`;
      return sql`select a.id from request
        cross join jsonb_array_elements_text(case jsonb_typeof(${value})
          when 'array' then ${value} when 'string' then jsonb_build_array(${value}) else '[]' end) as one (account_id)
        join account a on a.account_id = one.account_id
        where request.id = ${id}`;
    }
  }
}

/** customfield_NNNNN → NNNNN */
function customId(fieldId: string): string {
  return fieldId.replace(/^customfield_/, '');
}
