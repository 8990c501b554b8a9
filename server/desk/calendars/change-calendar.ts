import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { recomputeForCalendar } from '../sla/recompute-desk.ts';
import type { Calendar, WeekHours } from './calendar.ts';
import { weekdays, writeHours } from './hours.ts';
import { type CalendarInput, maxNameLength, readCalendar } from './read-calendar.ts';
import {
  type CalendarContent,
  calendarOfDesk,
  insertCalendar,
  listCalendars,
  lockCalendarsOf,
  updateCalendar,
} from './store.ts';
import { lockCalendar, usesOfCalendars } from './uses.ts';

/** Most calendars of one desk. */
export const maxCalendars = 100;

/**
 * Adds a calendar to a desk.
 *
 * @returns its id
 * @throws Invalid with a message per field
 * @throws Conflict when the desk has one of this name, or has too many
 */
export async function addCalendar(
  trx: Database,
  serviceDeskId: string,
  input: CalendarInput,
  actor: AuditActor,
): Promise<string> {
  const content = readCalendar(input);
  await lockCalendarsOf(trx, serviceDeskId);
  const others = await listCalendars(trx, serviceDeskId);
  refuseTooMany(others);
  refuseTaken(others, content.name);
  const id = await insertCalendar(trx, serviceDeskId, content);
  await tell(trx, 'created', { id, after: content }, actor);
  return id;
}

/** Which calendar, and which of its versions somebody saw. */
export interface SeenCalendar {
  readonly serviceDeskId: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Changes a calendar: all of it. Open requests are computed anew in the background if time is counted differently now.
 *
 * @throws Invalid with a message per field
 * @throws Conflict when it has changed since, or the desk has another of this name
 * @throws NotFound
 */
export async function changeCalendar(
  trx: Database,
  { serviceDeskId, id, version }: SeenCalendar,
  input: CalendarInput,
  actor: AuditActor,
): Promise<void> {
  await lockCalendarsOf(trx, serviceDeskId);
  const before = await requireCalendar(trx, serviceDeskId, id);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody has changed this calendar meanwhile. Load it again, and change what is there now.',
    );
  }
  const content = readCalendar(input);
  refuseTaken(
    (await listCalendars(trx, serviceDeskId)).filter((other) => other.id !== id),
    content.name,
  );
  const [was, is] = [audited(before), audited(content)];
  const changed = (Object.keys(is) as (keyof Audited)[]).filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]),
  );
  if (changed.length === 0) return;
  await updateCalendar(trx, id, content);
  // Of holidays only those that came, went or were changed: there may be hundreds.
  const only = (state: Audited, other: Audited) =>
    Object.fromEntries(
      changed.map((key) => [
        key,
        key === 'holidays' ? state[key].filter((day) => !other[key].includes(day)) : state[key],
      ]),
    );
  await recordAudit(trx, {
    actor,
    action: 'calendar.changed',
    objectType: 'calendar',
    objectId: id,
    objectName: content.name,
    before: only(was, is),
    after: only(is, was),
  });
  if (changed.some((key) => key !== 'name' && key !== 'description')) await recomputeForCalendar(trx, id);
}

/**
 * Copies a calendar, holidays and all, to the same desk or to another.
 *
 * @param name default: its own, made different from those that are there
 * @returns the id of the copy
 * @throws Conflict when that desk has one of this name, or has too many
 */
export async function copyCalendar(
  trx: Database,
  calendar: Calendar,
  to: { readonly serviceDeskId: string; readonly name?: string | undefined },
  actor: AuditActor,
): Promise<string> {
  await lockCalendarsOf(trx, to.serviceDeskId);
  const others = await listCalendars(trx, to.serviceDeskId);
  const name = to.name ?? freeName(calendar.name, others);
  const { description, timeZone, hours, holidays } = calendar;
  const written = { name, description, timeZone, hours: writeHours(hours), holidays };
  return addCalendar(trx, to.serviceDeskId, written, actor);
}

/**
 * Deletes a calendar.
 *
 * @throws Conflict that names the SLAs that count by it
 * @throws NotFound
 */
export async function deleteCalendar(
  trx: Database,
  serviceDeskId: string,
  id: string,
  actor: AuditActor,
): Promise<void> {
  const before = await requireCalendar(trx, serviceDeskId, id);
  await lockCalendar(trx, id);
  const uses = (await usesOfCalendars(trx, [id])).get(id) ?? [];
  if (uses.length > 0) {
    const names = uses.map(({ name }) => `"${name}"`).join(', ');
    const [counts, their] = uses.length === 1 ? ['counts', 'its'] : ['count', 'their'];
    throw new Conflict(`${names} ${counts} time by this calendar. Give ${their} goals another one first.`);
  }
  await trx.deleteFrom('calendar').where('id', '=', id).execute();
  await tell(trx, 'deleted', { id, before }, actor);
}

/**
 * The calendar of this desk.
 * @throws NotFound
 */
export async function requireCalendar(db: Database, serviceDeskId: string, id: string): Promise<Calendar> {
  const found = isId(id) ? await calendarOfDesk(db, serviceDeskId, id) : null;
  if (!found) throw new NotFound('This service desk has no such calendar.');
  return found;
}

function refuseTooMany(others: readonly Calendar[]): void {
  if (others.length < maxCalendars) return;
  throw new Conflict(`A service desk has at most ${maxCalendars} calendars. Delete some that nobody uses.`);
}

function isCalled(name: string, calendar: Calendar): boolean {
  return calendar.name.toLowerCase() === name.toLowerCase();
}

function refuseTaken(others: readonly Calendar[], name: string): void {
  if (!others.some((other) => isCalled(name, other))) return;
  const message = `There is a calendar "${name}" already. Give this one another name.`;
  throw new Conflict(message, { name: message });
}

function freeName(name: string, others: readonly Calendar[]): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : number === 2 ? ' (copy)' : ` (copy ${number - 1})`;
    const tried = `${name.slice(0, maxNameLength - ending.length)}${ending}`;
    if (!others.some((other) => isCalled(tried, other))) return tried;
  }
}

interface Audited {
  readonly name: string;
  readonly description: string;
  readonly timeZone: string;
  readonly hours: Readonly<Record<string, string>>;
  readonly holidays: readonly string[];
}

function audited({ name, description, timeZone, hours, holidays }: CalendarContent): Audited {
  return {
    name,
    description,
    timeZone,
    hours: hoursInWords(hours),
    holidays: holidays.map((holiday) => {
      const every = holiday.isYearly ? ', every year' : '';
      return `${holiday.date} ${holiday.name}${every}`;
    }),
  };
}

function hoursInWords(hours: WeekHours): Record<string, string> {
  const written = writeHours(hours);
  return Object.fromEntries(
    weekdays.map((day) => [day, written[day].map(({ start, end }) => `${start}–${end}`).join(', ')]),
  );
}

async function tell(
  trx: Database,
  act: 'created' | 'deleted',
  { id, before, after }: { id: string; before?: CalendarContent; after?: CalendarContent },
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `calendar.${act}`,
    objectType: 'calendar',
    objectId: id,
    objectName: (after ?? before)?.name ?? null,
    before: before ? { ...audited(before) } : null,
    after: after ? { ...audited(after) } : null,
  });
}
