/**
 * Time as an office knows it: it passes on weekdays from 7 to 17 o'clock UTC (8 to 18 in Central Europe's winter), faster
 * in busy hours. A point in it is a number of working minutes since an arbitrary Monday; a day has 600. Delays between
 * what people do are then plain sums, and nothing happens at night.
 */

// How much of a day's work falls into each hour from 7 o'clock on.
const hourShares = [5, 11, 15, 13, 9, 6, 10, 13, 11, 7];
const firstHour = 7;
const minutesPerDay = 600;
const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
// Monday, 5 January 1970.
const firstMondayMs = 4 * dayMs;

// Working minutes that have passed when each hour begins, and when the last one ends.
const passed = [...hourShares, 0].map((_share, hour) => {
  const before = hourShares.slice(0, hour).reduce((sum, share) => sum + share, 0);
  return (before * minutesPerDay) / 100;
});

/** Working minutes until `date`; at night and on weekends those until the end of the last working day. */
export function workingMinutes(date: Date): number {
  const sinceMonday = date.getTime() - firstMondayMs;
  const day = Math.floor(sinceMonday / dayMs);
  const weekday = ((day % 7) + 7) % 7;
  const before = Math.floor(day / 7) * 5 * minutesPerDay + Math.min(weekday, 5) * minutesPerDay;
  if (weekday >= 5) return before;
  const hours = (sinceMonday - day * dayMs) / hourMs - firstHour;
  if (hours <= 0) return before;
  if (hours >= hourShares.length) return before + minutesPerDay;
  const hour = Math.floor(hours);
  return before + (passed[hour] ?? 0) + ((hours - hour) * (hourShares[hour] ?? 0) * minutesPerDay) / 100;
}

/** The moment at which so many working minutes have passed, to the second. */
export function momentAt(minutes: number): Date {
  const day = Math.floor(minutes / minutesPerDay);
  const today = minutes - day * minutesPerDay;
  const week = Math.floor(day / 5);
  const hour = passed.findLastIndex((sum) => sum <= today);
  const within = (today - (passed[hour] ?? 0)) / (((hourShares[hour] ?? 1) * minutesPerDay) / 100);
  const ms = firstMondayMs + (week * 7 + (day - week * 5)) * dayMs + (firstHour + hour + within) * hourMs;
  return new Date(Math.floor(ms / 1000) * 1000);
}
