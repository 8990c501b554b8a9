import type { Database } from '../../platform/database/database.ts';
import type { WeekHours } from './calendar.ts';
import { insertCalendar } from './store.ts';

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
const mondayToFriday: WeekHours = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []];

/**
 * Gives a new service desk a calendar to begin with: Monday to Friday from nine to five, where its maker is.
 *
 * @param makerId account.id; null: nobody, and it is UTC
 * @returns its id
 */
export async function addBusinessHours(
  trx: Database,
  serviceDeskId: string,
  makerId: string | null,
): Promise<string> {
  const maker =
    makerId === null
      ? undefined
      : await trx
          .selectFrom('account')
          .select('time_zone as timeZone')
          .where('id', '=', makerId)
          .executeTakeFirst();
  return insertCalendar(trx, serviceDeskId, {
    name: 'Business hours',
    description: '',
    timeZone: maker?.timeZone ?? 'UTC',
    hours: mondayToFriday,
    holidays: [],
  });
}
