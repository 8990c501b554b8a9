import type { Database } from '../../platform/database/database.ts';
import { desksAdministeredBy, desksServedBy, type Person, requestsServedBy } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import type { Standing } from './permissions.ts';

/** What somebody is on any desk. */
export async function standingAnywhere(db: Database, person: Person): Promise<Standing> {
  const served = await db
    .selectFrom('service_desk')
    .select((eb) => eb.fn.count<string>('service_desk.id').as('count'))
    .where(desksServedBy(person))
    .executeTakeFirstOrThrow();
  const administered = await db
    .selectFrom('service_desk')
    .select((eb) => eb.fn.count<string>('service_desk.id').as('count'))
    .where(desksAdministeredBy(person))
    .executeTakeFirstOrThrow();
  return {
    isAgent: Number(served.count) > 0,
    isDeskAdministrator: Number(administered.count) > 0,
    isAdministrator: person.isAdministrator,
  };
}

/** What somebody is on a desk. */
export async function standingAt(db: Database, person: Person, serviceDeskId: string): Promise<Standing> {
  const row = await db
    .selectFrom('service_desk')
    .select([
      desksServedBy(person).$castTo<boolean>().as('isAgent'),
      desksAdministeredBy(person).$castTo<boolean>().as('isDeskAdministrator'),
    ])
    .where('service_desk.id', '=', serviceDeskId)
    .executeTakeFirst();
  return {
    isAgent: row?.isAgent ?? false,
    isDeskAdministrator: row?.isDeskAdministrator ?? false,
    isAdministrator: person.isAdministrator,
  };
}

/** Those of the requests (by id) that the person serves, and whether they administer their desk. */
export async function issuesServed(
  db: Database,
  person: Person,
  ids: readonly string[],
): Promise<{ id: string; isAdministrator: boolean }[]> {
  const known = ids.filter(isId);
  if (known.length === 0) return [];
  return db
    .selectFrom('request')
    .innerJoin('service_desk', 'service_desk.id', 'request.service_desk_id')
    .select(['request.id', desksAdministeredBy(person).$castTo<boolean>().as('isAdministrator')])
    .where('request.id', 'in', known)
    .where(requestsServedBy(person))
    .orderBy('request.id')
    .execute();
}
