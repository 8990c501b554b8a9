import { sql } from 'kysely';
import { type Condition, desksServedBy, type Person } from '../access-rules.ts';

/** Of `field`: those that some desk has which the person is an agent of. */
export function fieldsKnownTo(person: Person): Condition {
  if (person.isAdministrator) return sql`true`;
  return sql`(exists(select from field_context c where c.field_id = field.id and c.is_global)
    or exists(select from field_context_desk c join service_desk on service_desk.id = c.service_desk_id
      where c.field_id = field.id and ${desksServedBy(person)}))`;
}
