import { addCalendar } from '../../server/desk/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { auditActor } from './audit-actor.ts';

const day = [
  { start: '08:00', end: '12:00' },
  { start: '13:00', end: '18:00' },
];
const friday = [{ start: '08:00', end: '15:00' }];

const everyYear = [
  ['01-01', 'New Year’s Day'],
  ['05-01', 'Labour Day'],
  ['10-03', 'Day of German Unity'],
  ['12-24', 'Christmas Eve'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Second Day of Christmas'],
  ['12-31', 'New Year’s Eve'],
] as const;
// Easter and what goes by it
const dated = [
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-14', 'Ascension Day'],
  ['2026-05-25', 'Whit Monday'],
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
  ['2027-05-06', 'Ascension Day'],
  ['2027-05-17', 'Whit Monday'],
] as const;

/** Gives a desk the hours of Northwind's office in Hamburg, by which customers wait for their first answer. */
export async function writeOfficeHours(trx: Database, deskId: string): Promise<void> {
  const office = {
    name: 'Hamburg office',
    description: 'Monday to Friday, closed over lunch and on public holidays in Hamburg',
    timeZone: 'Europe/Berlin',
    hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday },
    holidays: [
      ...everyYear.map(([date, name]) => ({ date: `2026-${date}`, name, isYearly: true })),
      ...dated.map(([date, name]) => ({ date, name, isYearly: false })),
    ],
  };
  const id = await addCalendar(trx, deskId, office, auditActor);
  await trx
    .updateTable('sla_goal')
    .from('sla_metric')
    .set({ calendar_id: id })
    .whereRef('sla_metric.id', '=', 'sla_goal.metric_id')
    .where('sla_metric.service_desk_id', '=', deskId)
    .where('sla_metric.name', '=', 'Time to first response')
    .execute();
}
