import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Person, waysToRequests } from '../access-rules.ts';

/** By what somebody comes to see requests of others. */
export interface RequestSources {
  /** those whose requests they see, because they manage them or because a request is shared with them; by name, at most 100 */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  /** in requests of others */
  readonly participates: boolean;
  /** was or is asked to approve requests */
  readonly approves: boolean;
}

/** By what the person comes to see requests of others. */
export async function requestSources(db: Database, person: Person): Promise<RequestSources> {
  const { organizations, participant, approver } = waysToRequests(person);
  const { rows } = await sql<RequestSources>`
    select exists(${participant.sources}) as "participates", exists(${approver.sources}) as "approves",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', seen.id::text, 'name', seen.name) order by lower(seen.name), seen.id)
          from (
            select o.id, o.name from organization o
             where o.id = any(array(${organizations.sources}))
                or o.id = any(array(
                  select m.organization_id from organization_member m where m.account_id = ${person.id}
                     and exists(select from request_share s where s.organization_id = m.organization_id)))
             order by lower(o.name), o.id limit 100
          ) as seen), '[]'::jsonb) as "organizations"`.execute(db);
  return rows[0] ?? { organizations: [], participates: false, approves: false };
}
