/** A span of a day by the clock on the wall, in whole minutes since midnight: `from` belongs to it, `to` (at most 1440) does not. */
export interface HoursSpan {
  readonly from: number;
  readonly to: number;
}

/** Working hours of one day: spans in order, apart from each other. None: it is free. */
export type DayHours = readonly HoursSpan[];

/** Working hours of a week, from Monday to Sunday: seven days. */
export type WeekHours = readonly DayHours[];

/** A day without work, from midnight to midnight. */
export interface Holiday {
  /** such as 2026-12-25 */
  readonly date: string;
  readonly name: string;
  /** on this day of this month in every year, past ones too; 29 February in leap years only */
  readonly isYearly: boolean;
}

/** All that working time is computed from. */
export interface CalendarTimes {
  /** as the IANA names it, such as Europe/Berlin */
  readonly timeZone: string;
  readonly hours: WeekHours;
  readonly holidays: readonly Holiday[];
}

/** When a service desk works. */
export interface Calendar extends CalendarTimes {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly name: string;
  readonly description: string;
  /** goes up with every change, of its holidays too */
  readonly version: number;
  readonly updatedAt: Date;
}
