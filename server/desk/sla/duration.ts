const unitMinutes = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 } as const;

/**
 * Reads a duration of working time: `4h`, `2h 30m`, `1d`, `-15m`, `0`. A day has 24 hours and a week seven days, as in Jira Service
 * Management.
 *
 * @returns milliseconds; null: it is none
 */
export function readDuration(text: string): number | null {
  const match = /^(-?)\s*((?:\d{1,7}\s*[wdhm]\s*)+)$/i.exec(text.trim());
  if (!match) return text.trim() === '0' ? 0 : null;
  let minutes = 0;
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+)\s*([wdhm])/gi)) {
    minutes += Number(amount) * unitMinutes[unit?.toLowerCase() as keyof typeof unitMinutes];
  }
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
