/** A working day and a working week, as Jira counts them unless it is told otherwise. */
const secondsIn = { w: 5 * 8 * 3600, d: 8 * 3600, h: 3600, m: 60 } as const;

// One amount after the other: a pattern over all of them would try every way of parting a long number.
const amountForm = /\s*(\d+(?:\.\d+)?)\s*([wdhm])?/y;

/**
 * Reads time in Jira's words, such as "3h 20m", "1w 2d" or "1.5h": weeks of five days, days of eight hours. A number alone is
 * minutes.
 *
 * @returns whole seconds; null when it is something else
 */
export function secondsFromText(text: string): number | null {
  const words = text.trim().toLowerCase();
  if (words === '') return null;
  let seconds = 0;
  for (let at = 0; at < words.length; at = amountForm.lastIndex) {
    amountForm.lastIndex = at;
    const found = amountForm.exec(words);
    if (!found) return null;
    const [, amount, unit = 'm'] = found;
    seconds += Number(amount) * secondsIn[unit as keyof typeof secondsIn];
  }
  return Math.round(seconds);
}

/** Shows time in Jira's words: "1d 3h 20m". What is less than a minute is left out, but is "0m" alone. */
export function textFromSeconds(seconds: number): string {
  let rest = seconds;
  const words: string[] = [];
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    const amount = Math.floor(rest / secondsIn[unit]);
    if (amount > 0) words.push(`${amount}${unit}`);
    rest -= amount * secondsIn[unit];
  }
  return words.length === 0 ? '0m' : words.join(' ');
}
