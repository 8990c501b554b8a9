const pattern =
  /^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10})(?:\.\d{1,9})?S)?)?$/;

/** Seconds of years, months, weeks, days, hours, minutes, seconds; a cache does not care which month it is. */
const secondsOf = [365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1] as const;

/** An ISO 8601 duration such as PT6H or P1DT12H in seconds, or null when it is none. Negative ones are none. */
export function durationSeconds(text: string): number | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  return secondsOf.reduce((sum, seconds, index) => sum + seconds * Number(match[index + 1] ?? 0), 0);
}
