import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

type CalendarPath = '/rest/portico/1/service-desk/{serviceDeskId}/calendar';
/** What a calendar is made of. */
export type CalendarInput = paths[CalendarPath]['post']['requestBody']['content']['application/json'];

async function fetchCalendars(serviceDeskId: string, signal: AbortSignal) {
  return (
    await answer(
      api.GET('/rest/portico/1/service-desk/{serviceDeskId}/calendar', {
        params: { path: { serviceDeskId } },
        signal,
      }),
    )
  ).values;
}

/** A calendar of a desk. */
export type Calendar = Awaited<ReturnType<typeof fetchCalendars>>[number];
/** A day without work. */
export type Holiday = Calendar['holidays'][number];
/** Working hours by weekday, as they are written. */
export type WorkingWeek = Calendar['hours'];

/** The calendars of a desk, by name. */
export function calendarsQuery(serviceDeskId: string) {
  return queryOptions({
    queryKey: ['calendars', serviceDeskId],
    queryFn: ({ signal }) => fetchCalendars(serviceDeskId, signal),
  });
}

/** A calendar, as it is changed. */
export function calendarQuery(serviceDeskId: string, calendarId: string) {
  return queryOptions({
    queryKey: ['calendar', serviceDeskId, calendarId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/service-desk/{serviceDeskId}/calendar/{calendarId}', {
          params: { path: { serviceDeskId, calendarId } },
          signal,
        }),
      ),
    // a form that is being edited is not exchanged by a look at another window
    refetchOnWindowFocus: false,
  });
}

/** Adds a calendar to a desk. */
export function addCalendar(serviceDeskId: string, body: CalendarInput): Promise<Calendar> {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/calendar', {
      params: { path: { serviceDeskId } },
      body,
    }),
  );
}

/** Changes a calendar, holidays and all; refused (409) when it has changed since `version`. */
export function changeCalendar(
  serviceDeskId: string,
  calendarId: string,
  body: CalendarInput & { readonly version: number },
): Promise<Calendar> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/calendar/{calendarId}', {
      params: { path: { serviceDeskId, calendarId } },
      body,
    }),
  );
}

/** Copies a calendar to a desk. */
export function copyCalendar(
  from: { readonly serviceDeskId: string; readonly calendarId: string },
  body: { readonly name?: string; readonly serviceDeskId: string },
): Promise<Calendar> {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/calendar/{calendarId}/copy', {
      params: { path: from },
      body,
    }),
  );
}

/** Deletes a calendar that no SLA counts by. */
export async function deleteCalendar(serviceDeskId: string, calendarId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/portico/1/service-desk/{serviceDeskId}/calendar/{calendarId}', {
      params: { path: { serviceDeskId, calendarId } },
    }),
  );
}

/** Reads holidays out of a calendar file or pasted lines; nothing is saved. */
export function readHolidays(serviceDeskId: string, body: { format: 'ics' | 'lines'; text: string }) {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/calendar-holiday-preview', {
      params: { path: { serviceDeskId } },
      body,
    }),
  );
}

/** Holidays that were found, and what is none. */
export type FoundHolidays = Awaited<ReturnType<typeof readHolidays>>;

interface Trial {
  readonly times: Pick<CalendarInput, 'timeZone' | 'hours' | 'holidays'>;
  /** with its offset */
  readonly start: string;
  readonly minutes: number;
}

/** When something would be due by hours that need not be saved. */
export function tryCalendarQuery(serviceDeskId: string, { times, start, minutes }: Trial) {
  return queryOptions({
    queryKey: ['try-calendar', serviceDeskId, times, start, minutes],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/rest/portico/1/service-desk/{serviceDeskId}/calendar-preview', {
          params: { path: { serviceDeskId } },
          body: { ...times, start, minutes },
          signal,
        }),
      ),
    retry: false,
  });
}
