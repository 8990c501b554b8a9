const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const unitMs = { w: 7 * dayMs, d: dayMs, h: hourMs, m: minuteMs } as const;

/**
 * Working time in the two largest units that it has: '2d 3h', '3h 20m', '12m'; under a minute in seconds. A day is 24 hours, as service
 * levels count. What has been overrun has a minus: '-1h 5m'. What is left of a smaller unit is cut off, whatever the sign.
 */
export function slaDuration(ms: number): string {
  const sign = ms <= -1000 ? '-' : '';
  const rest = Math.abs(ms);
  const days = Math.floor(rest / dayMs);
  const hours = Math.floor((rest % dayMs) / hourMs);
  const minutes = Math.floor((rest % hourMs) / minuteMs);
  const seconds = Math.floor((rest % minuteMs) / 1000);
  const parts = [
    [days, 'd'],
    [hours, 'h'],
    [minutes, 'm'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first < 0) return `${sign}${seconds}s`;
  const words = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return sign + words.map(([amount, unit]) => `${amount}${unit}`).join(' ');
}

/** The same in full, for a tip or a list of what was: '1d 3h 20m'; seconds only where there is nothing larger. */
export function wholeSlaDuration(ms: number): string {
  const rest = Math.abs(ms);
  const sign = ms <= -1000 ? '-' : '';
  if (rest < minuteMs) return slaDuration(ms);
  const amounts = [
    [Math.floor(rest / dayMs), 'd'],
    [Math.floor((rest % dayMs) / hourMs), 'h'],
    [Math.floor((rest % hourMs) / minuteMs), 'm'],
  ] as const;
  return (
    sign +
    amounts
      .filter(([amount]) => amount > 0)
      .map(([amount, unit]) => `${amount}${unit}`)
      .join(' ')
  );
}

/**
 * The time of a goal as it is typed: '4h 30m', '40h'. In hours, not days: 40 hours of a calendar with eight hours a day are five of its
 * days, and nobody shall have to think about that.
 */
export function goalTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/**
 * Minutes of '4h 30m', '1d 4h', '90m', '1.5h', '2w'; a plain number is hours. Days have 24 hours and weeks seven days. Null: it is
 * not a time, or less than a minute.
 */
export function readGoalTime(text: string): number | null {
  const words = text.trim().toLowerCase().replace(',', '.');
  if (/^\d+(\.\d+)?$/.test(words)) return wholeMinutes(Number(words) * hourMs);
  if (!/^(\d+(\.\d+)?\s*[wdhm]\s*)+$/.test(words)) return null;
  let ms = 0;
  for (const [, amount, unit] of words.matchAll(/(\d+(?:\.\d+)?)\s*([wdhm])/g)) {
    ms += Number(amount) * unitMs[unit as keyof typeof unitMs];
  }
  return wholeMinutes(ms);
}

function wholeMinutes(ms: number): number | null {
  const minutes = Math.round(ms / minuteMs);
  return minutes >= 1 ? minutes : null;
}
