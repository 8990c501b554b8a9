import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk, requireAgentDesk } from '../access.ts';
import type { Calendar } from './calendar.ts';
import {
  addCalendar,
  changeCalendar,
  copyCalendar,
  deleteCalendar,
  maxCalendars,
  requireCalendar,
} from './change-calendar.ts';
import { readHolidayLines } from './holiday-lines.ts';
import { importIcs, maxIcsLength } from './import-ics.ts';
import {
  calendarInput,
  calendarJson,
  calendarSchema,
  importedSchema,
  timesInput,
  triedSchema,
} from './json.ts';
import { readCalendarTimes } from './read-calendar.ts';
import { listCalendars } from './store.ts';
import { usesOfCalendars } from './uses.ts';
import { compileOnce } from './working-time.ts';

const tags = ['Calendars'];
const desk = '/rest/portico/1/service-desk/:serviceDeskId';
const base = `${desk}/calendar`;
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const params = Type.Object({ serviceDeskId: Type.String(), calendarId: Type.String() });
const minuteMs = 60_000;
const instant = Type.String({ maxLength: 40, description: 'Such as 2026-03-02T10:00:00+01:00' });

/** When service desks work. Agents read it, administrators of the desk change it. */
export function calendarRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.get(
    base,
    {
      schema: {
        operationId: 'listCalendars',
        tags,
        summary: 'Calendars of a service desk, by name',
        description: `There are at most ${maxCalendars}. What has no calendar counts around the clock.`,
        params: deskParams,
        response: {
          200: Type.Object({ values: Type.Array(calendarSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      const { id } = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      return { values: await shown(db, await listCalendars(db, id)) };
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: 'addCalendar',
        tags,
        summary: 'Add a calendar to a service desk',
        params: deskParams,
        body: Type.Object(calendarInput, { additionalProperties: false }),
        response: { 201: calendarSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const access = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const id = await db
        .transaction()
        .execute((trx) => addCalendar(trx, access.id, request.body, actorOf(request)));
      return reply.code(201).send(await showOne(db, access.id, id));
    },
  );

  app.get(
    `${base}/:calendarId`,
    {
      schema: {
        operationId: 'getCalendar',
        tags,
        summary: 'A calendar',
        params,
        response: { 200: calendarSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const { serviceDeskId, calendarId } = request.params;
      const { id } = await requireAgentDesk(db, requireViewer(request), serviceDeskId);
      return showOne(db, id, calendarId);
    },
  );

  app.put(
    `${base}/:calendarId`,
    {
      schema: {
        operationId: 'changeCalendar',
        tags,
        summary: 'Change a calendar, holidays and all; open requests are computed anew by it',
        params,
        body: Type.Object(
          { ...calendarInput, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: calendarSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { serviceDeskId, calendarId: id } = request.params;
      const access = await requireAdministeredDesk(db, requireViewer(request), serviceDeskId);
      const { version, ...input } = request.body;
      await db
        .transaction()
        .execute((trx) =>
          changeCalendar(trx, { serviceDeskId: access.id, id, version }, input, actorOf(request)),
        );
      return showOne(db, access.id, id);
    },
  );

  app.delete(
    `${base}/:calendarId`,
    {
      schema: {
        operationId: 'deleteCalendar',
        tags,
        summary: 'Delete a calendar that no SLA counts by',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { serviceDeskId, calendarId } = request.params;
      const access = await requireAdministeredDesk(db, requireViewer(request), serviceDeskId);
      await db.transaction().execute((trx) => deleteCalendar(trx, access.id, calendarId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${base}/:calendarId/copy`,
    {
      schema: {
        operationId: 'copyCalendar',
        tags,
        summary: 'Copy a calendar within its service desk or to another that you administer',
        params,
        body: Type.Object(
          {
            name: Type.Optional(Type.String({ maxLength: 1_000, description: 'Default: its own, if free' })),
            serviceDeskId: Type.Optional(Type.String({ maxLength: 20, description: 'Default: the same' })),
          },
          { additionalProperties: false },
        ),
        response: { 201: calendarSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { serviceDeskId, calendarId } = request.params;
      const from = await requireAdministeredDesk(db, viewer, serviceDeskId);
      const to = await requireAdministeredDesk(db, viewer, request.body.serviceDeskId ?? from.id);
      const calendar = await requireCalendar(db, from.id, calendarId);
      const target = { serviceDeskId: to.id, name: request.body.name };
      const id = await db
        .transaction()
        .execute((trx) => copyCalendar(trx, calendar, target, actorOf(request)));
      return reply.code(201).send(await showOne(db, to.id, id));
    },
  );

  app.post(
    `${desk}/calendar-preview`,
    {
      schema: {
        operationId: 'tryCalendar',
        tags,
        summary: 'What a calendar says, before it is saved: when something is due, how much is worked',
        params: deskParams,
        body: Type.Object(
          {
            ...timesInput,
            start: instant,
            minutes: Type.Optional(Type.Integer({ minimum: -10_000_000, maximum: 10_000_000 })),
            end: Type.Optional(instant),
          },
          { additionalProperties: false },
        ),
        response: { 200: triedSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, end, minutes = 0, ...times } = request.body;
      const from = readInstant(start, 'start');
      const until = end === undefined ? null : readInstant(end, 'end');
      const working = compileOnce(readCalendarTimes(times));
      const date = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return {
        isWorking: working.isWorking(from),
        nextChangeDate: date(working.nextChange(from)),
        dueDate: date(working.add(from, minutes * minuteMs)),
        workedMinutes: until === null ? null : working.between(from, until) / minuteMs,
      };
    },
  );

  app.post(
    `${desk}/calendar-holiday-preview`,
    {
      // Characters beyond ASCII take several bytes.
      bodyLimit: 4 * maxIcsLength,
      schema: {
        operationId: 'readHolidays',
        tags,
        summary: 'Read the holidays of a calendar file (.ics) or of pasted lines; nothing is saved',
        params: deskParams,
        body: Type.Object(
          {
            format: Type.Union([Type.Literal('ics'), Type.Literal('lines')], {
              description:
                'lines: a date and a name each, "2026-12-25 Christmas Day"; without a year, yearly',
            }),
            text: Type.String({ minLength: 1, maxLength: maxIcsLength }),
          },
          { additionalProperties: false },
        ),
        response: { 200: importedSchema, ...errorResponses(400, 401, 403, 404, 413, 503) },
      },
    },
    async (request) => {
      await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { format, text } = request.body;
      const found =
        format === 'ics' ? await importIcs(text) : readHolidayLines(text, new Date().getUTCFullYear());
      return {
        holidays: [...found.holidays],
        skipped: [...found.skipped],
        skippedCount: found.skippedCount,
      };
    },
  );
}

/** @throws Invalid naming the field */
function readInstant(text: string, field: string): number {
  // Without a zone it would be a time where this process is.
  const at = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  const [year] = Number.isNaN(at) ? [0] : [new Date(at).getUTCFullYear()];
  if (year >= 1970 && year < 2200) return at;
  throw Invalid.fields({
    [field]: 'Write a moment of the years 1970 to 2199 with its offset, like 2026-03-02T10:00:00+01:00.',
  });
}

async function shown(db: Database, calendars: readonly Calendar[]) {
  const uses = await usesOfCalendars(
    db,
    calendars.map(({ id }) => id),
  );
  return calendars.map((calendar) => calendarJson(calendar, uses.get(calendar.id) ?? []));
}

async function showOne(db: Database, serviceDeskId: string, id: string) {
  const [json] = await shown(db, [await requireCalendar(db, serviceDeskId, id)]);
  if (!json) throw new Error(`Calendar ${id} was not shown`);
  return json;
}
